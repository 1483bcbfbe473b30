import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { keepPicture } from '../../src/app/pictures.ts'
import { readAttachment } from '../../src/store/attachment-files.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'kentongan-pictures-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

/** As a phone takes it: leaves and earth, lying on its side, with the place where it was taken. */
let photo: Buffer
beforeAll(async () => {
  photo = await sharp({
    create: {
      width: 3000,
      height: 2250,
      channels: 3,
      background: '#486',
      noise: { type: 'gaussian', mean: 110, sigma: 42 },
    },
  })
    .jpeg({ quality: 88 })
    .withExif({ IFD0: { Model: 'Telepon' }, IFD3: { GPSLatitude: '3/1 39/1 0/1', GPSLatitudeRef: 'S' } })
    .withMetadata({ orientation: 6 })
    .toBuffer()
})

it('a photo of 4 MB goes out under 100 KB, upright, and tells neither place nor phone', async () => {
  expect(photo.length).toBeGreaterThan(4_000_000)
  expect(photo.includes('Telepon')).toBe(true)
  const { hash, ...about } = await keepPicture({ dataDir }, photo, { name: 'kebun-pala' })
  expect(about).toEqual({ kind: 'photo', name: 'kebun-pala.jpg', mime: 'image/jpeg' })
  const bytes = await readAttachment(dataDir, hash)
  expect(bytes.length).toBeLessThanOrEqual(100 * 1024)
  const { width, height, exif, orientation, format } = await sharp(bytes).metadata()
  expect({ exif, orientation, format }).toEqual({ exif: undefined, orientation: undefined, format: 'jpeg' })
  expect(height! / width!).toBeCloseTo(4 / 3, 1)
  // still to be recognised on a phone
  expect(height).toBeGreaterThanOrEqual(480)
})

it('asked for in full it keeps its sharpness, and tells no more for that', async () => {
  const { hash } = await keepPicture({ dataDir }, photo, { name: 'kebun-pala', full: true })
  const bytes = await readAttachment(dataDir, hash)
  expect(bytes.length).toBeGreaterThan(100 * 1024)
  expect((await sharp(bytes).metadata()).exif).toBeUndefined()
})

it('a drawing stays a drawing where it is small enough', async () => {
  const drawing = await sharp({ create: { width: 720, height: 900, channels: 3, background: '#fff' } })
    .composite([
      { input: Buffer.from('<svg width="300" height="40"><rect width="300" height="40" fill="#155e4b"/></svg>') },
    ])
    .png()
    .withExif({ IFD0: { Model: 'Rahasia' } })
    .toBuffer()
  const { hash, name, mime } = await keepPicture({ dataDir }, drawing, { name: 'gambar' })
  const bytes = await readAttachment(dataDir, hash)
  expect([name, mime, (await sharp(bytes).metadata()).format]).toEqual(['gambar.png', 'image/png', 'png'])
  expect(bytes.includes('Rahasia')).toBe(false)
})

it('what is no picture is refused before it gets into a message', async () => {
  await expect(keepPicture({ dataDir }, Buffer.from('%PDF-1.7'), { name: 'x' })).rejects.toThrow(/unsupported image/i)
})
