import type { Json } from '../lib/json.ts'

/**
 * One running conversation: where it stands, and the latest value of each answer. At most 1 KB plus the answers; plain
 * JSON, stored and loaded between every two turns. Position is a question's path, never a count. Only the engine reads
 * or writes its inside.
 */
export interface Session {
  readonly v: 1
  readonly startedAt: number
  /** The last input: how long a break was. */
  readonly touchedAt: number
  /** Grows by one with every question put to the person; part of button data, so that an old press is recognised. */
  readonly step: number
  readonly depth: 'core' | 'full'
  readonly language: string
  readonly state: 'running' | 'paused' | 'submitted' | 'stopped'
  /** What the next input answers. */
  readonly awaits: Awaits
  /**
   * The furthest question reached: everything before it is answered, skipped, kept, irrelevant or owed. '' before the
   * first, `end` behind the last.
   */
  readonly position: string
  /** Items of each repeat in order: entity ids of the plan, or `n1`, `n2` … for items named in the conversation. */
  readonly items: Readonly<Record<string, readonly string[]>>
  /** Items closed with last round's values ("semua sama kecuali 3"), by repeat. */
  readonly kept: Readonly<Record<string, readonly string[]>>
  /** Repeats that grow in the conversation and are done growing. */
  readonly closed: readonly string[]
  /**
   * Latest value per path (`pertemuan/tanggal`, `kegiatan[e12]/status`), null where it was taken out since `earlier`;
   * read it with `answerOf` or `answerStates`.
   */
  readonly answers: Readonly<Record<string, KeptAnswer | null>>
  /**
   * Answers of longer ago, which those of `answers` go before. A step copies and changes `answers` alone, so that it
   * costs no more far into a long form; whoever stores sessions moves them here from time to time (`settled`).
   */
  readonly earlier?: Readonly<Record<string, KeptAnswer>>
  /** Paths behind the position that must still be asked: became relevant, no longer allowed, or sent back. */
  readonly owed: readonly string[]
  /** It was submitted once: what changes now is a correction. */
  readonly submitted?: true
  /** Answers sent back by staff or camat, with their comment. */
  readonly returned: Readonly<Record<string, string>>
  /** Paths in the order asked, newest last, for `kembali`; short. */
  readonly trail: readonly string[]
}

export type AnswerState =
  /** `f`: carried from last round ("sama"), given by the seat, a default; `a`: approximate */
  | { readonly v: Json; readonly f?: 'carried' | 'seat' | 'default'; readonly a?: true }
  /** Skipped by the person, with their reason. */
  | { readonly skipped: string }

/**
 * An answer as the session keeps it: a plain text, number or truth as itself, everything else as its state. The whole
 * session is read and written with every message, and a hundred small objects cost three times what the values do.
 */
export type KeptAnswer = string | number | boolean | AnswerState

export function kept(state: AnswerState): KeptAnswer {
  if ('skipped' in state || state.f || state.a) return state
  const { v } = state
  return typeof v === 'string' || typeof v === 'number' || typeof v === 'boolean' ? v : state
}

type Answers = Pick<Session, 'answers' | 'earlier'>

/** What is kept of one path; undefined where it has no answer. */
export function answerOf({ answers, earlier }: Answers, path: string): KeptAnswer | undefined {
  const answer = answers[path]
  if (answer === null) return undefined
  return answer ?? earlier?.[path]
}

export function stateOf(answer: KeptAnswer | undefined): AnswerState | undefined {
  return answer === undefined || typeof answer === 'object' ? answer : { v: answer }
}

/** All answers as they stand, in the order in which the paths were first answered. */
export function allAnswers({ answers, earlier }: Answers): Readonly<Record<string, KeptAnswer>> {
  if (!earlier) return answers as Readonly<Record<string, KeptAnswer>>
  const all: Record<string, KeptAnswer | null> = { ...earlier, ...answers }
  for (const [path, answer] of Object.entries(answers)) if (answer === null) Reflect.deleteProperty(all, path)
  return all as Record<string, KeptAnswer>
}

export function answerStates(session: Answers): (readonly [path: string, state: AnswerState])[] {
  return Object.entries(allAnswers(session)).map(([path, answer]) => [path, stateOf(answer)!])
}

/** The same session with all its answers among the earlier ones. */
export function settled(session: Session): Session {
  return { ...session, answers: {}, earlier: allAnswers(session) }
}

/** The same session with all its answers in `answers`. */
export function inOnePiece({ earlier, ...session }: Session): Session {
  return earlier ? { ...session, answers: allAnswers({ answers: session.answers, earlier }) } : session
}

/** A question that is open: which, after how many failed tries, and whether it was reopened by `ubah` or `kembali`. */
interface Open {
  readonly path: string
  readonly tries: number
  readonly editing?: true
}

/** A value that was read and waits for a yes or a reason. */
interface Held extends Open {
  readonly value: Json
  readonly raw: string
  readonly approximate?: true
}

/** What is open. Every variant keeps the question it is about, so that it can be put again. */
export type Awaits =
  /** `pending`: choices ticked so far; `helped`: "bantuan" was asked here once; `page`: of a long list. */
  | (Open & {
      readonly kind: 'answer'
      readonly pending?: readonly string[]
      readonly helped?: true
      readonly page?: number
    })
  | (Held & { readonly kind: 'confirm' })
  | (Held & { readonly kind: 'reason' })
  | (Held & { readonly kind: 'correction_reason'; readonly reason?: string })
  | (Open & { readonly kind: 'skip_reason' })
  /** Two readings of one reply: the options are the words that would have been clear. */
  | (Open & { readonly kind: 'reading_options'; readonly options: readonly string[] })
  | (Open & { readonly kind: 'command_or_answer'; readonly raw: string; readonly command: string })
  | (Open & { readonly kind: 'human_offer' })
  | (Open & { readonly kind: 'which_to_change'; readonly labels: readonly string[] })
  /** `back`: what is open again when the person comes back. */
  | (Open & { readonly kind: 'pause_until'; readonly back: Awaits })
  | (Open & { readonly kind: 'all_answers' })
  /** `path` is the repeat's. */
  | { readonly kind: 'another_item'; readonly path: string }
  /** `tries`: replies that could not be read; none before the first. */
  | { readonly kind: 'same_overview'; readonly tries?: number }
  /** `path` is the recap question's, '' where the form has none. */
  | { readonly kind: 'recap'; readonly path: string }
  | { readonly kind: 'nothing' }
