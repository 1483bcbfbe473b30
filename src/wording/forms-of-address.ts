import { type Position, positionFacts } from '../domain/positions.ts'
import type { ContextField } from '../flows/context-fields.ts'
import { localDate } from '../lib/local-time.ts'
import { greeting, type Speech } from './when.ts'

/**
 * How people and places are spoken of. In Seram a negeri is led by a raja and is called negeri; a village head is
 * "Bapak" or "Ibu" where that is known and "Bapak/Ibu" where it is not: a wrong guess is an insult.
 */
export type Title = 'bapak' | 'ibu'

export interface Addressee {
  readonly position: Position
  readonly title?: Title
}

/** "Desa" unless the region says otherwise. */
export type VillageWord = 'desa' | 'negeri' | 'kelurahan'

/** "Bapak Raja", "Ibu", "Bapak/Ibu": what sentences use. */
export function sapaan(
  { position, title }: Addressee,
  { texts, language }: Pick<Speech, 'texts' | 'language'>,
): string {
  const known = title === undefined && position === 'raja_negeri' ? 'bapak' : title
  const word = texts.t(language, titleKeys[known ?? 'unknown'])
  return position === 'raja_negeri' ? texts.t(language, 'title-raja', { title: word }) : word
}

/** "Bapak Raja Negeri", "Bapak/Ibu Kepala Desa": the formal head of a first message. */
export function formalSapaan(addressee: Addressee, speech: Pick<Speech, 'texts' | 'language'>): string {
  const { position } = addressee
  const known = addressee.title === undefined && position === 'raja_negeri' ? 'bapak' : addressee.title
  return `${speech.texts.t(speech.language, titleKeys[known ?? 'unknown'])} ${positionFacts[position].label}`
}

/** "Pak", "Bu", "Bapak/Ibu", "Bapak Raja": inside the reader's short questions. */
export function shortAddress(addressee: Addressee, speech: Pick<Speech, 'texts' | 'language'>): string {
  const { position, title } = addressee
  if (position === 'raja_negeri' || title === undefined) return sapaan(addressee, speech)
  return speech.texts.t(speech.language, title === 'bapak' ? 'address-father' : 'address-mother')
}

/** "Desa Karay", "Negeri Karay". A name that brings its own word ("Negeri Administratif Karay") keeps it. */
export function villageName(
  name: string,
  word: VillageWord,
  { texts, language }: Pick<Speech, 'texts' | 'language'>,
): string {
  return /^(desa|negeri|kelurahan)\s/i.test(name) ? name : texts.t(language, villageKeys[word], { name })
}

export function kecamatanName(name: string, { texts, language }: Pick<Speech, 'texts' | 'language'>): string {
  return texts.t(language, 'kecamatan-named', { name })
}

/** "Kabupaten Seram Bagian Timur", "Kota Ambon": also where the name brings its word. */
export function kabupatenWords(name: string): string {
  return /^(kabupaten|kota)\s/i.test(name) ? name : `Kabupaten ${name}`
}

const titleKeys = { bapak: 'title-father', ibu: 'title-mother', unknown: 'title-unknown' } as const
const villageKeys = { desa: 'village-desa', negeri: 'village-negeri', kelurahan: 'village-kelurahan' } as const

/** The world around a conversation, from which the form's texts take their fields. What is absent is an empty text. */
export interface ContextFacts {
  readonly addressee: Addressee
  /** The person's name as staff entered it. */
  readonly name: string
  /** The village, where the conversation is about one. */
  readonly village?: { readonly name: string; readonly word: VillageWord }
  readonly kecamatan?: string
  readonly kabupaten?: string
  /** Which round of the programme it is: 1, 2, 3. */
  readonly roundNumber?: number
  readonly opensOn?: string
  readonly dueOn?: string
  readonly depth?: 'core' | 'full'
  /** What the programme, the body behind it and its data officer are called. */
  readonly programme?: { readonly name: string; readonly body: string; readonly dataOfficer: string }
  /** As people call it: "Telegram". */
  readonly channel?: string
  readonly now: number
}

/**
 * The fields that forms use in their texts. `desa` comes with its word ("Negeri Karay"); `kecamatan` and `kabupaten`
 * come without, as forms write that word themselves. Dates are local dates, for expressions as well as for texts.
 */
export function contextFields(facts: ContextFacts, speech: Speech): Readonly<Record<ContextField, string>> {
  const { addressee, name, village, programme, now } = facts
  return {
    sapaan: sapaan(addressee, speech),
    nama: name,
    desa: village ? villageName(village.name, village.word, speech) : '',
    kecamatan: facts.kecamatan ?? '',
    kabupaten: facts.kabupaten ?? '',
    putaran_ke: facts.roundNumber?.toString() ?? '',
    putaran_dibuka: facts.opensOn ?? '',
    putaran_berakhir: facts.dueOn ?? '',
    tahun: localDate(now, speech.zone).slice(0, 4),
    salam: greeting(now, speech),
    program: programme?.name ?? '',
    lembaga: programme?.body ?? '',
    petugas_data: programme?.dataOfficer ?? '',
    saluran: facts.channel ?? '',
    kedalaman: facts.depth ?? '',
  }
}
