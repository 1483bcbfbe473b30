import { spellDate } from '../bahasa/write/dates.ts'
import { spellNumber } from '../bahasa/write/numbers.ts'
import type { CommitmentFacts, MeetingTotals } from '../domain/meetings.ts'
import { dateWords, monthWords, type Speech } from '../wording/when.ts'
import type { Block, Paper } from './paper.ts'
import { figure, type Say, sayWith } from './paper-parts.ts'
import { headOf, type ProgrammeHead } from './programme-head.ts'

/** What the minutes of a meeting are made from. */
export interface MeetingMinutes {
  readonly title: string
  readonly fromOn: string
  readonly untilOn: string
  readonly place: string | null
  readonly opener: string | null
  /** "Kabupaten Seram Bagian Timur" or the kecamatan. */
  readonly region: string
  /** The Pokja or Forum whose meeting it was; null for others. */
  readonly body: string | null
  readonly came: MeetingTotals
  readonly guests: number | null
  readonly agenda: readonly string[]
  readonly decisions: readonly string[]
  readonly commitments: readonly CommitmentFacts[]
  /** The number of the letter, as the office gives it; undefined: a line to write it on. */
  readonly letterNumber?: string | undefined
}

/**
 * The draft of a berita acara, as Indonesian offices write them: day and date in words, who was there, what was decided,
 * who promised what, signatures. It is read and mended in Word before anybody signs it.
 */
export function paperOfMinutes(minutes: MeetingMinutes, programme: ProgrammeHead, speech: Speech): Paper {
  const t = sayWith(speech)
  const { title, decisions, commitments, agenda, letterNumber } = minutes
  return {
    title: `${t('paper-minutes')}\n${title.toUpperCase()}\n${minutes.region.toUpperCase()}`,
    subtitle: t('paper-minutes-number', {
      number: letterNumber ?? t('paper-minutes-number-open', { year: minutes.fromOn.slice(0, 4) }),
    }),
    head: headOf(programme, speech),
    foot: t('paper-minutes-foot', { title }),
    centred: true,
    blocks: [
      { kind: 'text', text: opening(minutes, speech) },
      { kind: 'text', text: presence(minutes, speech) },
      { kind: 'heading', text: t('paper-minutes-agenda') },
      listOrLines(agenda, t('paper-minutes-agenda-open'), 3),
      { kind: 'heading', text: t('paper-minutes-decisions') },
      listOrLines(decisions, t('paper-minutes-decisions-open'), 5),
      { kind: 'heading', text: t('paper-minutes-promises') },
      ...(commitments.length === 0
        ? [{ kind: 'text' as const, text: t('paper-minutes-promises-none') }]
        : [
            {
              kind: 'table' as const,
              columns: [
                figure(t('doc-matrix-no'), 6),
                { title: t('paper-promise'), share: 52 },
                { title: t('doc-matrix-responsible'), share: 24 },
                { title: t('paper-minutes-month'), share: 18 },
              ],
              rows: commitments.map((c, i) => [
                String(i + 1),
                c.what,
                c.who,
                c.dueOn === null ? '' : monthWords(c.dueOn.slice(0, 7), speech).trim(),
              ]),
            },
          ]),
      {
        kind: 'signatures',
        lead: t('paper-minutes-end'),
        place: t('paper-minutes-signed', { place: townOf(minutes.place, t), date: dateWords(minutes.untilOn, speech) }),
        people: [
          { role: t('paper-minutes-leader'), name: minutes.opener ?? '' },
          { role: t('paper-minutes-writer'), name: '' },
          {
            role:
              minutes.body === null ? t('paper-minutes-chair') : t('paper-minutes-chair-of', { body: minutes.body }),
            name: '',
          },
          { role: t('paper-minutes-witness'), name: '' },
        ],
      },
    ],
  }
}

/** "Aula Bapperida, Tambolaka" is signed in Tambolaka; a hall alone is no town. */
function townOf(place: string | null, t: Say): string {
  const parts = (place ?? '').split(',').map((part) => part.trim())
  return parts.length > 1 && parts.at(-1) !== '' ? parts.at(-1)! : t('paper-minutes-place-open')
}

/** "Pada hari ini, Selasa, tanggal dua puluh bulan Agustus tahun dua ribu dua puluh empat (20 Agustus 2024), …" */
function opening({ fromOn, untilOn, place, opener, title, region }: MeetingMinutes, speech: Speech): string {
  const t = sayWith(speech)
  const day = (on: string) => t('paper-minutes-day', { words: spellDate(on), date: dateWords(on, speech) })
  return t('paper-minutes-opening', {
    days: fromOn === untilOn ? day(fromOn) : t('paper-minutes-days', { from: day(fromOn), until: day(untilOn) }),
    place: place ?? t('paper-minutes-place-open'),
    title,
    region,
    opener: opener ?? t('paper-minutes-opener-open'),
  })
}

function presence({ came, guests }: MeetingMinutes, speech: Speech): string {
  const t = sayWith(speech)
  const { total, l, p, atLeast } = came
  const extra = guests === null || guests === 0 ? '' : ` ${t('paper-minutes-guests', { n: guests })}`
  if (total === 0) return t('paper-minutes-nobody-counted') + extra
  const facts = { total, words: spellNumber(total) }
  // of a lower bound nobody knows the sexes
  const sentence =
    l + p === 0 ? t('paper-minutes-present-total', facts) : t('paper-minutes-present', { ...facts, men: l, women: p })
  return `${atLeast ? t('paper-minutes-at-least', { sentence }) : sentence}${extra}`
}

function listOrLines(items: readonly string[], label: string, lines: number): Block {
  return items.length === 0 ? { kind: 'writing', label, lines } : { kind: 'list', items, numbered: true }
}
