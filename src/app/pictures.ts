import { createHash } from 'node:crypto'
import type { OutboundAttachment } from '../messages/outbound.ts'
import { putAttachment } from '../store/attachment-files.ts'

const MAX_PIXELS = 50_000_000
/** What a picture may weigh that we send to people: some ten seconds on the line of a village. */
const lightBytes = 100 * 1024

/** A phone shows some thousand pixels. */
const light: readonly Size[] = [
  [1_280, 75],
  [1_024, 70],
  [800, 65],
  [640, 55],
  [480, 40],
]
type Size = readonly [longestSide: number, quality: number]

/**
 * Keeps a picture for the outbox: drawn anew, which leaves EXIF and GPS behind, and small enough for slow lines. The one
 * way in which pictures get into messages. `full`: the person asked for it as it is; only its metadata go. `ours`: drawn
 * here a moment ago, with nothing hidden in it; kept as it is where it is light. Throws what sharp says of bytes that are
 * no picture.
 */
export async function keepPicture(
  { dataDir }: { readonly dataDir: string },
  bytes: Uint8Array,
  { name, full = false, ours = false }: { readonly name: string; readonly full?: boolean; readonly ours?: boolean },
): Promise<OutboundAttachment> {
  const picture =
    ours && bytes.length <= lightBytes
      ? ({ bytes, ending: 'png' } as const)
      : full
        ? await fitted(bytes, [[2_048, 82]], Number.POSITIVE_INFINITY)
        : await fitted(bytes, light, lightBytes)
  const hash = createHash('sha256').update(picture.bytes).digest('hex')
  await putAttachment(dataDir, hash, picture.bytes)
  const { ending } = picture
  return { kind: 'photo', hash, name: `${name}.${ending}`, mime: ending === 'png' ? 'image/png' : 'image/jpeg' }
}

/** A drawing or photo as it goes to people, where it is not kept for a message. */
export async function lighten(bytes: Uint8Array): Promise<Uint8Array> {
  return (await fitted(bytes, light, lightBytes)).bytes
}

/** Sharp first, then smaller and coarser, until it weighs no more. */
async function fitted(
  bytes: Uint8Array,
  sizes: readonly Size[],
  max: number,
): Promise<{ bytes: Buffer; ending: 'png' | 'jpg' }> {
  // loaded with the first picture: it is large, and a quiet service has none
  const { default: sharp } = await import('sharp')
  const image = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' }).rotate()
  const { format } = await image.metadata()
  // a drawing has few colours and sharp edges, which JPEG blurs
  if (format === 'png') {
    // and which dithering makes larger, in three times the time
    const drawing = await image.clone().png({ palette: true, compressionLevel: 9, dither: 0, effort: 1 }).toBuffer()
    if (drawing.length <= max) return { bytes: drawing, ending: 'png' }
  }
  let photo = Buffer.alloc(0)
  for (const [side, quality] of sizes) {
    photo = await image
      .clone()
      .flatten({ background: '#fff' })
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality })
      .toBuffer()
    if (photo.length <= max) break
  }
  return { bytes: photo, ending: 'jpg' }
}
