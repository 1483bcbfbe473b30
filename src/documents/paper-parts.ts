import { formatNumber } from '../bahasa/write/numbers.ts'
import { type ComingDate, planningStepName } from '../domain/planning.ts'
import type { Attendance, Totals } from '../domain/totals.ts'
import { dateWords, type Speech } from '../wording/when.ts'
import { digestStatusWord } from '../wording/word-digest.ts'
import type { Block, Column } from './paper.ts'

/** What several papers of the kabupaten have in common. */

export type Say = (key: string, args?: Readonly<Record<string, string | number>>) => string

export const sayWith =
  ({ texts, language }: Pick<Speech, 'texts' | 'language'>): Say =>
  (key, args) =>
    texts.t(language, key, args)

/** The word for a code of the monitoring form. */
export type LabelOf = (list: 'status' | 'kendala' | 'dukungan' | 'pihak', code: string) => string

/** Stands where a count is too small to be shown, or not known. */
export const hidden = '–'

export const count = (n: number | null): string => (n === null ? hidden : formatNumber(n))

export const figure = (title: string, share: number): Column => ({ title, share, figures: true })

/** A table under its heading, or the sentence that there is nothing. */
export function tableOr(
  heading: string,
  table: Omit<Extract<Block, { kind: 'table' }>, 'kind'>,
  nothing: string,
): readonly Block[] {
  return [
    { kind: 'heading', text: heading },
    table.rows.length === 0 ? { kind: 'text', text: nothing } : { kind: 'table', ...table },
  ]
}

/** What holds activities up, and what is asked for: two tables. */
export function constraintsAndSupport(totals: Totals, label: LabelOf, t: Say): readonly Block[] {
  return [
    ...tableOr(
      t('paper-constraints'),
      {
        columns: [
          { title: t('paper-constraint'), share: 60 },
          figure(t('paper-activities'), 20),
          figure(t('paper-villages'), 20),
        ],
        rows: totals.constraints.map((c) => [label('kendala', c.code), count(c.activities), count(c.villages)]),
      },
      t('paper-constraints-none'),
    ),
    ...tableOr(
      t('paper-support'),
      {
        columns: [
          { title: t('paper-support-what'), share: 40 },
          figure(t('paper-activities'), 15),
          figure(t('paper-villages'), 15),
          { title: t('paper-support-from'), share: 30 },
        ],
        rows: totals.support.map((s) => [
          label('dukungan', s.code),
          count(s.activities),
          count(s.villages),
          s.from.map(({ pihak }) => label('pihak', pihak)).join(', '),
        ]),
      },
      t('paper-support-none'),
    ),
  ]
}

const statuses = ['selesai', 'berjalan', 'belum', 'batal', 'tidak_diisi'] as const

/** The columns that say how activities stand, and their cells. */
export function activityColumns(speech: Speech): readonly Column[] {
  const t = sayWith(speech)
  return [
    figure(t('paper-activities'), 10),
    ...statuses.map((status) => figure(digestStatusWord(status, speech), 9)),
    figure(t('paper-progress'), 11),
  ]
}

export function activityCells({ total, byStatus, progress }: Totals['activities']): readonly string[] {
  return [count(total), ...statuses.map((status) => count(byStatus[status])), percentOf(progress)]
}

export const percentOf = (value: number | null): string => (value === null ? hidden : formatNumber(Math.round(value)))

/** Who came, men and women, where they may be told. */
export function attendanceCells({ total, l, p }: Attendance): readonly string[] {
  return [count(total), count(l), count(p)]
}

export function attendanceColumns(t: Say): readonly Column[] {
  return [figure(t('paper-came'), 8), figure(t('paper-men'), 6), figure(t('paper-women'), 6)]
}

/** The dates of the planning cycle that come, one a line. */
export function planningLines(dates: readonly ComingDate[], speech: Speech): readonly string[] {
  const t = sayWith(speech)
  return dates.map(({ step, budgetYear, on, isUsual, rounds }) =>
    t(isUsual ? 'paper-planning-usual' : 'paper-planning', {
      what: planningStepName(step),
      year: String(budgetYear),
      date: dateWords(on, speech),
      rounds: rounds.length === 0 ? 'none' : rounds.join(', '),
    }),
  )
}
