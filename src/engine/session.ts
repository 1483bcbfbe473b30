import type { Json } from '../lib/json.ts'

/**
 * One running conversation: where it stands, and the latest value of each answer. At most 1 KB plus the answers; plain
 * JSON, stored and loaded between every two turns. Position is a question's path, never a count. Only the engine reads
 * or writes its inside.
 */
export interface Session {
  readonly v: 1
  readonly startedAt: number
  /** Grows by one with every question put to the person; part of button data, so that an old press is recognised. */
  readonly step: number
  readonly depth: 'core' | 'full'
  readonly language: string
  readonly state: 'running' | 'paused' | 'submitted' | 'stopped'
  /** What the next input answers. */
  readonly awaits: Awaits
  /** Items of each repeat in order: entity ids of the plan, or `n1`, `n2` … for items named in the conversation. */
  readonly items: Readonly<Record<string, readonly string[]>>
  /** Latest value per path (`pertemuan/tanggal`, `kegiatan[e12]/status`). */
  readonly answers: Readonly<Record<string, AnswerState>>
  /** Paths that became relevant behind the position and must still be asked. */
  readonly owed: readonly string[]
  /** Paths in the order asked, newest last, for `kembali`; short. */
  readonly trail: readonly string[]
}

export type AnswerState =
  /** `f`: carried from last round ("sama"), `a`: approximate */
  | { readonly v: Json; readonly f?: 'carried' | 'seat' | 'default'; readonly a?: true }
  /** Skipped by the person, with their reason. */
  | { readonly skipped: string }

/** Details of the open question; every variant beyond `answer` keeps the value that is being asked about. */
export type Awaits =
  | {
      readonly kind: 'answer'
      readonly path: string
      readonly tries: number
      readonly pending?: Json
      readonly editing?: true
    }
  | {
      readonly kind: 'confirm'
      readonly path: string
      readonly value: Json
      readonly raw: string
      readonly approximate?: true
      readonly editing?: true
    }
  | {
      readonly kind: 'reason'
      readonly path: string
      readonly value: Json
      readonly raw: string
      readonly editing?: true
    }
  | { readonly kind: 'skip_reason'; readonly path: string; readonly editing?: true }
  | {
      readonly kind: 'reading_options'
      readonly path: string
      readonly tries: number
      readonly options: readonly string[]
      readonly editing?: true
    }
  | { readonly kind: 'command_or_answer'; readonly path: string; readonly raw: string; readonly command: string }
  | { readonly kind: 'which_to_change' }
  | { readonly kind: 'same_overview' }
  | { readonly kind: 'pause_until' }
  | { readonly kind: 'correction_reason'; readonly path: string; readonly value: Json; readonly raw: string }
  | { readonly kind: 'recap'; readonly path: string }
  | { readonly kind: 'nothing' }
