import type { Json } from '../../lib/json.ts'

/** A value was understood and is now a row. Also for calculations, carried values and seat-given ones (`by`). */
export interface AnswerRecorded {
  readonly kind: 'answer-recorded'
  readonly path: string
  readonly question: string
  readonly type: string
  readonly value: Json
  /** The value in words, for the echo; undefined when echoing would only be noise (a chosen label, free text that is new). */
  readonly echo?: string
  /** What "ubah" calls it, when it was one of several in a message, so that each echo can be told apart. */
  readonly label?: string
  readonly raw?: string
  readonly approximate?: true
  readonly by: 'person' | 'carried' | 'seat' | 'default' | 'calculated'
  /** Given for a soft check, a skip of a required question, or a correction after submission. */
  readonly reason?: string
  readonly replaced?: true
  /** Words that may point to harm were in it: see `concern-noticed`. */
}
