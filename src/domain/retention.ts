import { DAY } from '../lib/local-time.ts'

/**
 * How long each kind of data is kept (UU 27/2022, articles 42–44: no longer than its purpose wants). The days are those
 * of a programme that has set none; what villages reported stays, without the persons.
 */
export const retentionRules = [
  {
    kind: 'percakapan',
    days: 365,
    since: 'the message',
    what: 'words of conversations and answers as typed; values stay',
  },
  {
    kind: 'nomor',
    days: 182,
    since: 'the last seat ended, or a stranger last wrote',
    what: 'telephone numbers and chat addresses',
  },
  { kind: 'suara', days: 365, since: 'it was sent', what: 'voice notes; what staff typed of them stays in the answer' },
  { kind: 'foto', days: 1_825, since: 'it was sent', what: 'photos and files, but for stories that are out' },
  {
    kind: 'berkas',
    days: 30,
    since: 'it was made',
    what: 'files made for messages: pictures and papers that nobody is still to be sent; leftovers of broken writes',
  },
  {
    kind: 'pengaduan',
    days: 365,
    since: 'the case was closed',
    what: 'what a complaint says, its photos and its code; counters stay',
  },
  {
    kind: 'orang',
    days: 1_825,
    since: 'the last seat ended',
    what: 'name and everything else of a person, as "people erase"',
  },
  { kind: 'tautan', days: 90, since: 'it ended', what: 'invitations, sign-in links and sign-ins' },
  { kind: 'jejak', days: 1_825, since: 'the deed', what: 'the audit: who did or read what' },
  { kind: 'mesin', days: 90, since: 'the run', what: 'runs of jobs; good ones a week' },
] as const

export type RetentionKind = (typeof retentionRules)[number]['kind']

/** Days that staff set in place of the usual ones. */
export type RetentionSettings = Partial<Readonly<Record<RetentionKind, number>>>

/** Shorter, and a round would lose words that it still needs; longer, and it would be for ever. */
export const retentionDays = { min: 30, max: 3_650 } as const

export function isRetentionKind(text: string): text is RetentionKind {
  return retentionRules.some(({ kind }) => kind === text)
}

export function daysOf(kind: RetentionKind, settings: RetentionSettings): number {
  return settings[kind] ?? retentionRules.find((rule) => rule.kind === kind)!.days
}

/** What is older than this goes. */
export function cutOf(kind: RetentionKind, settings: RetentionSettings, now: number): number {
  return now - daysOf(kind, settings) * DAY
}
