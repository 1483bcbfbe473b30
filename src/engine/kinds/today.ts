import { localDate } from '../../lib/local-time.ts'
import type { Kind } from './kind.ts'

/** The local day on which the conversation began. */
export const today: Kind<string> = {
  type: 'today',
  asked: false,
  read: () => undefined,
  show: (value) => value,
  toNode: (value) => ({ text: value }),
  fromText: (text) => text,
  known: ({ startedAt, zone }) => localDate(startedAt, zone),
}
