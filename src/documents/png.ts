import { renderAsync } from '@resvg/resvg-js'
import sharp from 'sharp'
import { fontFamily, fontFiles } from '../lib/fonts.ts'

/**
 * An SVG as PNG, in its own size. Drawn on another thread, so that the bot goes on answering. No font of the machine is
 * used: the same data give the same picture everywhere. Few colours and no transparency: a third of the bytes, and a page
 * takes it in as it is.
 */
export async function toPng(svg: string): Promise<Uint8Array> {
  const image = await renderAsync(svg, {
    background: '#fff',
    font: {
      loadSystemFonts: false,
      fontFiles: [fontFiles.normal, fontFiles.bold],
      defaultFontFamily: fontFamily,
    },
  })
  const { width, height, pixels } = image
  const png = await sharp(pixels, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .png({ palette: true, compressionLevel: 9, dither: 0, effort: 1 })
    .toBuffer()
  return new Uint8Array(png)
}

/** Width and height in pixels, from the header of a PNG (its first chunk, IHDR). */
export function pngSize(png: Uint8Array): { readonly width: number; readonly height: number } {
  const header = new DataView(png.buffer, png.byteOffset, png.byteLength)
  return { width: header.getUint32(16), height: header.getUint32(20) }
}
