import { inflateRawSync } from 'node:zlib'
import { Problem } from './problem.ts'

/**
 * Unpacks a zip that somebody sent in. Sizes written in a zip are claims: a file of 100 KB may hold gigabytes, so what
 * comes out is counted while it is unpacked, and anything unusual (encryption, zip64, a damaged directory) is refused.
 */
export interface UnzipLimits {
  /** Bytes of all files together, unpacked. */
  readonly mostBytes: number
  readonly mostFiles: number
}

/** Files by their path in the zip. Throws `Problem('bad_zip')` with one sentence. */
export function unzip(bytes: Uint8Array, limits: UnzipLimits): Map<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  if (count > limits.mostFiles) throw bad(`it holds ${count} files, more than ${limits.mostFiles}`)
  const files = new Map<string, Uint8Array>()
  let left = limits.mostBytes
  try {
    let at = view.getUint32(end + 16, true)
    for (let i = 0; i < count; i++) {
      if (view.getUint32(at, true) !== 0x02014b50) throw bad('its directory is damaged')
      const nameLength = view.getUint16(at + 28, true)
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
      const data = unpack(bytes, view, at, left)
      left -= data.length
      files.set(name, data)
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    }
  } catch (error) {
    if (error instanceof Problem) throw error
    throw bad('it is damaged or cut off', error)
  }
  return files
}

/** The record at the end; a comment of up to 64 KB may follow it. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && at > view.byteLength - 22 - 65_536; at--)
    if (view.getUint32(at, true) === 0x06054b50) return at
  throw bad('it is cut off')
}

function unpack(bytes: Uint8Array, view: DataView, entry: number, left: number): Uint8Array {
  const flags = view.getUint16(entry + 8, true)
  const method = view.getUint16(entry + 10, true)
  const packedSize = view.getUint32(entry + 20, true)
  const local = view.getUint32(entry + 42, true)
  if (flags & 0x2041) throw bad('it is locked with a password')
  if (packedSize === 0xffffffff || local === 0xffffffff) throw bad('it is larger than 4 GB')
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (view.getUint32(local, true) !== 0x04034b50 || start + packedSize > bytes.length) throw bad('it is cut off')
  const packed = bytes.subarray(start, start + packedSize)
  if (method !== 0 && method !== 8) throw bad('it is packed in an unusual way')
  if (method === 0 ? packed.length > left : left <= 0) throw tooLarge()
  if (method === 0) return packed
  try {
    return inflateRawSync(packed, { maxOutputLength: left })
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge()
    throw error
  }
}

function tooLarge(): Problem {
  return bad('it holds more than can be read')
}

function bad(what: string, cause?: unknown): Problem {
  return new Problem('bad_zip', `The file cannot be opened: ${what}.`, {}, { cause })
}
