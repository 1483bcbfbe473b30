import type { Lexicon, RegionOption } from '../bahasa/index.ts'
import type { DataNode } from '../flows/expressions/index.ts'

/** What reached the conversation. Ids of files and messages are the app's; the engine only keeps them. */
export type Input =
  /** Begin: put the first question. `opened`: the person already said yes to the invitation, so the opening question is taken as answered. */
  | { readonly kind: 'start'; readonly opened?: boolean }
  /** Put the open question again, after a pause or on "lanjut". */
  | { readonly kind: 'resume' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'choice'; readonly step: number; readonly index: number }
  | { readonly kind: 'photo'; readonly attachment: string; readonly caption?: string }
  | { readonly kind: 'voice'; readonly attachment: string }
  | { readonly kind: 'file'; readonly attachment: string; readonly name?: string }
  | { readonly kind: 'location'; readonly latitude: number; readonly longitude: number; readonly accuracy?: number }
  | { readonly kind: 'contact'; readonly phone: string; readonly own: boolean }
  /** The person edited the message that once answered `path`. */
  | { readonly kind: 'correction'; readonly path: string; readonly text: string }
  /** Staff or camat sent one answer back with a comment: ask just that again. */
  | { readonly kind: 'returned'; readonly path: string; readonly comment: string }

/** The world around one step, all of it given: the engine reads no clock and no store. */
export interface EngineContext {
  readonly now: number
  /** IANA zone of the contact: "hari ini" is theirs. */
  readonly zone: string
  readonly language: string
  /** How the person is spoken to in a reader's question: "Pak", "Bu", "Bapak/Ibu". */
  readonly address: string
  /** `sapaan nama desa kecamatan putaran_ke tahun salam` and whatever else the form's texts use. */
  readonly fields: Readonly<Record<string, string>>
  /** External instances by name: `kegiatan` (the plan), `laporan_lalu` (last round's answers), CSV attachments. */
  instance(id: string): DataNode | undefined
  /** What stands in place of a list of the form here, such as the offices of the kabupaten: items with `name`, `label`, `sinonim`. */
  list?(id: string): DataNode | undefined
  /** Value for questions filled from the writer's seat (`source: seat`), undefined when someone writes for another. */
  readonly seatValue?: string
  /** Whether the report is already submitted (corrections then want a reason) or verified (nothing may change). */
  readonly reportState: 'open' | 'submitted' | 'returned' | 'verified'
  /** Corrections after submission want a sentence. */
  readonly lexicon?: Lexicon
  readonly regions?: readonly RegionOption[]
  /** Told in confidence: requests to the house said in a sentence are part of what is told. */
  readonly sealed?: true
}
