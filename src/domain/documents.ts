import type { CodedWord } from './activities.ts'

/** The register of documents: decrees, plans, minutes, extracts of the RKPD, agreements. */
export const documentKinds: readonly CodedWord[] = [
  { code: 'sk', label: 'SK', alsoCalled: ['surat keputusan', 'keputusan'] },
  { code: 'perjanjian', label: 'Perjanjian atau kesepakatan', alsoCalled: ['perjanjian', 'kesepakatan', 'mou'] },
  { code: 'rencana', label: 'Rencana (VLP, RPJMDes, RKPDes)', alsoCalled: ['vlp', 'rpjmdes', 'rkpdes'] },
  { code: 'notulen', label: 'Notulen', alsoCalled: ['risalah'] },
  { code: 'berita_acara', label: 'Berita acara', alsoCalled: ['ba'] },
  { code: 'rkpd', label: 'Kutipan RKPD, Renja atau APBD', alsoCalled: ['renja', 'apbd'] },
  { code: 'surat', label: 'Surat', alsoCalled: [] },
  { code: 'lainnya', label: 'Lainnya', alsoCalled: ['lain'] },
]

export const documentStates = ['konsep', 'disepakati', 'ditandatangani'] as const
export type DocumentState = (typeof documentStates)[number]

export const documentStateWords: Readonly<Record<DocumentState, string>> = {
  konsep: 'Konsep',
  disepakati: 'Disepakati',
  ditandatangani: 'Ditandatangani',
}

/** Why a document may not go from one state to another; undefined when it may. What is signed never changes. */
export function documentStateRefusal(from: DocumentState, to: DocumentState): string | undefined {
  if (from === to) return `it is "${to}" already`
  if (from === 'ditandatangani') return 'what was signed stays as it is: add the next version with --replaces'
  return documentStates.indexOf(to) < documentStates.indexOf(from)
    ? `it is "${from}" already: add the next version with --replaces`
    : undefined
}

export const largestDocument = 20 * 1024 * 1024

interface FileType {
  readonly mime: string
  readonly ending: string
}

/** What a file is by its first bytes, whatever its name says; undefined for what the register does not keep. */
export function documentType(bytes: Uint8Array, name: string): FileType | undefined {
  const begins = (...codes: readonly number[]) => codes.every((code, i) => bytes[i] === code)
  if (begins(0x25, 0x50, 0x44, 0x46)) return { mime: 'application/pdf', ending: 'pdf' }
  if (begins(0xff, 0xd8, 0xff)) return { mime: 'image/jpeg', ending: 'jpg' }
  if (begins(0x89, 0x50, 0x4e, 0x47)) return { mime: 'image/png', ending: 'png' }
  if (!begins(0x50, 0x4b, 0x03, 0x04)) return undefined
  const office = 'application/vnd.openxmlformats-officedocument'
  if (/\.docx$/i.test(name)) return { mime: `${office}.wordprocessingml.document`, ending: 'docx' }
  return /\.xlsx$/i.test(name) ? { mime: `${office}.spreadsheetml.sheet`, ending: 'xlsx' } : undefined
}

/** An address that a browser may be sent to; undefined for anything else. */
export function documentLink(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  return (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' ? url.href : undefined
}
