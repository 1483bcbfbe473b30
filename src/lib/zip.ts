import * as XLSX from '@e965/xlsx'

/** Files as one zip, by their names with `/` between folders. */
export function zip(files: Iterable<readonly [name: string, bytes: Uint8Array | string]>): Uint8Array {
  const container = XLSX.CFB.utils.cfb_new()
  for (const [name, bytes] of files) XLSX.CFB.utils.cfb_add(container, `/${name}`, Buffer.from(bytes), { unsafe: true })
  // the container's own first entry is none of ours
  XLSX.CFB.utils.cfb_del(container, '/\u0001Sh33tJ5')
  return new Uint8Array(XLSX.CFB.write(container, { fileType: 'zip', type: 'buffer', compression: true }) as Uint8Array)
}
