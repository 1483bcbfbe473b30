import { formatNumber } from '../bahasa/write/numbers.ts'
import type { RoundReport } from '../domain/round-report.ts'
import type { ObligationState } from '../domain/rounds.ts'
import { kabupatenWords } from '../wording/forms-of-address.ts'
import { dateWords, type Speech } from '../wording/when.ts'
import { comparisonWords } from '../wording/word-digest.ts'
import type { Block, Paper } from './paper.ts'
import {
  activityCells,
  activityColumns,
  attendanceCells,
  attendanceColumns,
  constraintsAndSupport,
  count,
  figure,
  hidden,
  type LabelOf,
  percentOf,
  planningLines,
  sayWith,
  tableOr,
} from './paper-parts.ts'
import { headOf, type ProgrammeHead } from './programme-head.ts'

/** The report of a round in one kabupaten, on A4 across. It may be passed on: sums only. */
export function paperOfRound(
  report: RoundReport,
  around: { readonly label: LabelOf; readonly programme: ProgrammeHead },
  speech: Speech,
): Paper {
  const t = sayWith(speech)
  const { round, kabupaten, asOf, totals } = report
  const title = t('paper-round', { round: round.code })
  const place = kabupatenWords(kabupaten)
  const days = { from: dateWords(round.opensOn, speech), until: dateWords(round.dueOn, speech) }
  return {
    title,
    subtitle: [place, t('paper-days', days), t('doc-as-of', { date: dateWords(asOf, speech) })].join(' · '),
    head: headOf(around.programme, speech),
    foot: `${title} · ${place}`,
    landscape: true,
    blocks: [
      ...(totals.expected + totals.excused === 0
        ? [{ kind: 'text' as const, text: t('paper-by-kecamatan-none') }]
        : told(report, around.label, speech)),
      { kind: 'heading', text: t('paper-next') },
      { kind: 'list', items: next(report, speech) },
    ],
  }
}

function told(report: RoundReport, label: LabelOf, speech: Speech): readonly Block[] {
  const t = sayWith(speech)
  return [
    { kind: 'heading', text: t('paper-short') },
    { kind: 'tiles', tiles: tiles(report, speech) },
    { kind: 'text', text: summary(report, speech) },
    ...whoReported(report, speech),
    ...activities(report, speech),
    ...constraintsAndSupport(report.totals, label, t),
    ...participants(report, speech),
    ...compared(report, label, speech),
    { kind: 'heading', text: t('paper-quality') },
    { kind: 'facts', rows: quality(report, speech) },
  ]
}

function tiles({ totals, kecamatan }: RoundReport, speech: Speech) {
  const t = sayWith(speech)
  const { reported, expected, attendance } = totals
  const { byStatus, total, progress } = totals.activities
  const inTime = kecamatan.reduce((all, k) => all + k.inTime, 0)
  return [
    { value: t('paper-of', { n: reported, of: expected }), label: t('paper-tile-reported') },
    { value: t('paper-of', { n: inTime, of: reported }), label: t('paper-tile-in-time') },
    { value: t('paper-of', { n: byStatus.selesai, of: total }), label: t('paper-tile-done') },
    { value: progress === null ? hidden : `${percentOf(progress)} %`, label: t('paper-tile-progress') },
    {
      value: count(attendance.total),
      label:
        attendance.womenShare === null
          ? t('paper-tile-came')
          : t('paper-tile-came-women', { share: formatNumber(Math.round(attendance.womenShare * 100)) }),
    },
  ]
}

function summary({ totals, kabupaten, asOf, since }: RoundReport, speech: Speech): string {
  const t = sayWith(speech)
  const { reported, expected, lateReports, excused } = totals
  return [
    t('paper-round-summary', {
      date: dateWords(asOf, speech),
      reported,
      expected,
      place: kabupatenWords(kabupaten),
      late: lateReports,
    }),
    ...(excused === 0 ? [] : [t('digest-excused', { n: excused })]),
    ...(since === null ? [] : [comparisonWords(since, speech)]),
  ].join(' ')
}

function whoReported({ kecamatan, totals }: RoundReport, speech: Speech): readonly Block[] {
  const t = sayWith(speech)
  const owed = kecamatan.filter((k) => k.state !== null)
  const sum = (of: (k: RoundReport['kecamatan'][number]) => number) => count(kecamatan.reduce((a, k) => a + of(k), 0))
  return tableOr(
    t('paper-who-reported'),
    {
      columns: [
        { title: t('doc-matrix-place'), share: 28 },
        figure(t('paper-asked'), 11),
        figure(t('paper-reported'), 11),
        figure(t('paper-in-time'), 11),
        figure(t('paper-after-due'), 11),
        figure(t('paper-owing'), 9),
        figure(t('paper-excused'), 11),
        { title: t('paper-kecamatan-report'), share: 18 },
      ],
      rows: kecamatan.map((k) => [
        k.name,
        count(k.expected),
        count(k.reported),
        count(k.inTime),
        count(k.late),
        count(k.expected - k.reported),
        count(k.excused),
        k.state === null ? hidden : t(stateKeys[k.state]),
      ]),
      sum: [
        t('paper-sum'),
        count(totals.expected),
        count(totals.reported),
        sum((k) => k.inTime),
        sum((k) => k.late),
        count(totals.expected - totals.reported),
        count(totals.excused),
        owed.length === 0 ? hidden : t('paper-of', { n: owed.filter(isIn).length, of: owed.length }),
      ],
    },
    t('paper-by-kecamatan-none'),
  )
}

const isIn = ({ state }: { readonly state: ObligationState | null }) => state === 'submitted' || state === 'verified'

const stateKeys: Readonly<Record<ObligationState, string>> = {
  waiting: 'digest-state-waiting',
  open: 'digest-state-open',
  half_done: 'digest-state-half_done',
  late: 'digest-state-late',
  submitted: 'digest-state-submitted',
  returned: 'digest-state-returned',
  verified: 'digest-state-verified',
  excused: 'digest-state-excused',
}

function activities({ kecamatan, totals }: RoundReport, speech: Speech): readonly Block[] {
  const t = sayWith(speech)
  return tableOr(
    t('paper-activities-stand'),
    {
      columns: [{ title: t('doc-matrix-place'), share: 26 }, ...activityColumns(speech)],
      rows: kecamatan.map((k) => [k.name, ...activityCells(k.activities)]),
      sum: [t('paper-sum'), ...activityCells(totals.activities)],
    },
    t('paper-by-kecamatan-none'),
  )
}

function participants({ kecamatan, totals }: RoundReport, speech: Speech): readonly Block[] {
  const t = sayWith(speech)
  return [
    ...tableOr(
      t('paper-participants'),
      {
        columns: [
          { title: t('doc-matrix-place'), share: 40 },
          figure(t('paper-meetings'), 20),
          ...attendanceColumns(t).map((column) => ({ ...column, share: 13 })),
        ],
        rows: kecamatan.map((k) => [k.name, count(k.attendance.villages), ...attendanceCells(k.attendance)]),
        sum: [t('paper-sum'), count(totals.attendance.villages), ...attendanceCells(totals.attendance)],
      },
      t('paper-by-kecamatan-none'),
    ),
    ...(kecamatan.some((k) => k.attendance.l === null)
      ? [{ kind: 'text' as const, text: t('paper-hidden-note'), weak: true as const }]
      : []),
  ]
}

function compared({ before, totals, round }: RoundReport, label: LabelOf, speech: Speech): readonly Block[] {
  const t = sayWith(speech)
  if (before === null)
    return [
      { kind: 'heading', text: t('paper-compared') },
      { kind: 'text', text: t('paper-compared-none') },
    ]
  const then = before.totals
  const most = ({ constraints: [first] }: typeof totals) => (first ? label('kendala', first.code) : hidden)
  const line = (name: string, of: (t: typeof totals) => string) => [name, of(then), of(totals)]
  return tableOr(
    t('paper-compared'),
    {
      columns: [
        { title: t('paper-measure'), share: 50 },
        figure(t('doc-round', { round: before.code }), 25),
        figure(t('doc-round', { round: round.code }), 25),
      ],
      rows: [
        line(t('paper-measure-reported'), (x) => t('paper-of', { n: x.reported, of: x.expected })),
        line(t('paper-measure-late'), (x) => count(x.lateReports)),
        line(t('paper-activities'), (x) => count(x.activities.total)),
        line(t('paper-measure-done'), (x) => count(x.activities.byStatus.selesai)),
        line(t('paper-progress'), (x) => percentOf(x.activities.progress)),
        line(t('paper-measure-came'), (x) => count(x.attendance.total)),
        line(t('paper-measure-women'), (x) =>
          x.attendance.womenShare === null ? hidden : percentOf(x.attendance.womenShare * 100),
        ),
        line(t('paper-measure-constraint'), most),
      ],
    },
    '',
  )
}

function quality({ quality: q }: RoundReport, speech: Speech): readonly (readonly [string, string])[] {
  const t = sayWith(speech)
  const { completeness: c, timeliness } = q
  return [
    [
      t('paper-quality-complete'),
      t('paper-quality-complete-is', {
        in: c.in,
        expected: c.expected,
        unanswered: c.unanswered,
        activities: c.activities,
        skipped: c.skipped,
      }),
    ],
    [
      t('paper-quality-time'),
      t('paper-quality-time-is', { inTime: timeliness.inTime, late: timeliness.late, overdue: timeliness.overdue }),
    ],
    [
      t('paper-quality-line'),
      t('paper-quality-line-is', {
        outliers: q.outliers,
        carried: q.carried,
        notInPlan: q.notInPlan,
      }),
    ],
    [
      t('paper-quality-twice'),
      t('paper-quality-twice-is', {
        sentences: q.sameSentences,
        activities: q.sameActivities,
      }),
    ],
    [
      t('paper-quality-itself'),
      q.byVillageItself === null
        ? t('paper-quality-itself-unknown')
        : t('paper-quality-itself-is', { share: q.byVillageItself }),
    ],
    [t('paper-quality-review'), t('paper-quality-review-is', { ...q.states })],
  ]
}

function next({ next: { planning, rounds, recommendations }, kecamatan, totals }: RoundReport, speech: Speech) {
  const t = sayWith(speech)
  const owing = totals.expected - totals.reported
  const waiting = kecamatan.filter((k) => k.state !== null && k.state !== 'excused' && !isIn(k)).length
  return [
    ...(owing === 0 ? [] : [t('paper-next-villages', { n: owing })]),
    ...(waiting === 0 ? [] : [t('paper-next-kecamatan', { n: waiting })]),
    recommendations === 0 ? t('paper-next-matrix-none') : t('paper-next-matrix', { n: recommendations }),
    ...rounds.map(({ code, opensOn }) => t('paper-next-round', { round: code, date: dateWords(opensOn, speech) })),
    ...planningLines(planning, speech),
  ]
}
