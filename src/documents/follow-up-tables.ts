import type { FollowedRow, MeetingPack } from '../domain/meetings.ts'
import { isOpen, stateWords } from '../domain/recommendations.ts'
import { monthWords, type Speech } from '../wording/when.ts'
import type { Block, Column } from './paper.ts'
import { count, figure, type Say, sayWith, tableOr } from './paper-parts.ts'

/** What became of recommendations, for the table of a rakor: sums by responsible party, then what wants a word. */
export function followUpBlocks(rows: readonly FollowedRow[], speech: Speech): readonly Block[] {
  const t = sayWith(speech)
  const disputed = rows.filter((row) => row.delivery === 'disputed')
  const late = rows.filter((row) => row.daysOverdue > 0 && row.delivery !== 'disputed')
  const done = rows.filter((row) => row.state === 'selesai' && row.delivery !== 'disputed')
  if (rows.length === 0)
    return [
      { kind: 'heading', text: t('paper-follow-up') },
      { kind: 'text', text: t('paper-follow-up-none') },
    ]
  return [
    { kind: 'heading', text: t('paper-follow-up') },
    { kind: 'text', text: followUpSentence(rows, t) },
    byParty(rows, t),
    ...tableOr(
      t('paper-disputed'),
      {
        columns: columns(t, { title: t('paper-not-arrived'), share: 22 }),
        rows: disputed.map((row, i) => cells(row, i, speech, row.notArrived.join(', '))),
      },
      t('paper-disputed-none'),
    ),
    ...tableOr(
      t('paper-late'),
      {
        columns: columns(t, figure(t('paper-days-late'), 10)),
        rows: late
          .toSorted((a, b) => b.daysOverdue - a.daysOverdue)
          .map((row, i) => cells(row, i, speech, count(row.daysOverdue))),
      },
      t('paper-late-none'),
    ),
    ...tableOr(
      t('paper-done'),
      {
        columns: columns(t, { title: t('paper-village-word'), share: 16 }),
        rows: done.map((row, i) =>
          cells(row, i, speech, t(row.delivery === 'received' ? 'paper-arrived' : 'paper-asked-back')),
        ),
      },
      t('paper-done-none'),
    ),
  ]
}

/** "12 usulan dari semua putaran: 3 diterima di desa, …" */
export function followUpSentence(rows: readonly FollowedRow[], t: Say): string {
  const n = (is: (row: FollowedRow) => boolean) => rows.filter(is).length
  return t('paper-follow-up-sums', {
    all: rows.length,
    received: n((row) => row.delivery === 'received'),
    waiting: n((row) => row.delivery === 'waiting'),
    disputed: n((row) => row.delivery === 'disputed'),
    running: n((row) => row.delivery === 'open' && row.state !== 'tidak_bisa'),
    refused: n((row) => row.state === 'tidak_bisa'),
    late: n((row) => row.daysOverdue > 0),
  })
}

/** Who answers for two recommendations stands in two rows: the columns are not to be summed. */
function byParty(rows: readonly FollowedRow[], t: Say): Block {
  const parties = new Map(rows.flatMap((row) => row.responsible.map(({ code, name }) => [code, name] as const)))
  const without = rows.filter((row) => row.responsible.length === 0)
  const line = (name: string, own: readonly FollowedRow[]) => {
    const n = (is: (row: FollowedRow) => boolean) => count(own.filter(is).length)
    return [
      name,
      count(own.length),
      n((row) => row.delivery === 'received'),
      n((row) => row.delivery === 'waiting'),
      n((row) => row.delivery === 'disputed'),
      n((row) => isOpen(row.state, row.delivery) && row.delivery !== 'disputed'),
      n((row) => row.state === 'tidak_bisa'),
      n((row) => row.daysOverdue > 0),
    ]
  }
  return {
    kind: 'table',
    columns: [
      { title: t('doc-matrix-responsible'), share: 30 },
      figure(t('paper-proposals'), 10),
      figure(t('paper-arrived'), 12),
      figure(t('paper-asked-back'), 14),
      figure(t('paper-disputed-short'), 14),
      figure(t('paper-running'), 10),
      figure(t('paper-refused'), 10),
      figure(t('paper-past-target'), 10),
    ],
    rows: [
      ...[...parties]
        .sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0))
        .map(([code, name]) =>
          line(
            name,
            rows.filter((row) => row.responsible.some((r) => r.code === code)),
          ),
        ),
      ...(without.length === 0 ? [] : [line(t('paper-nobody'), without)]),
    ],
  }
}

function columns(t: Say, last: Column): readonly Column[] {
  return [
    figure(t('doc-matrix-no'), 4),
    { title: t('doc-matrix-place'), share: 13 },
    { title: t('doc-matrix-village'), share: 16 },
    { title: t('doc-matrix-text'), share: 30 },
    { title: t('doc-matrix-responsible'), share: 16 },
    { title: t('doc-matrix-target'), share: 11 },
    { title: t('doc-matrix-state'), share: 12 },
    last,
  ]
}

function cells(row: FollowedRow, i: number, speech: Speech, last: string): readonly string[] {
  return [
    String(i + 1),
    row.kecamatan.name,
    row.villages.map((v) => v.name).join(', '),
    row.text,
    row.responsible.map((r) => r.name).join(', '),
    row.targetMonth === null ? '' : monthWords(row.targetMonth, speech).trim(),
    stateWords.find((w) => w.code === row.state)?.label ?? row.state,
    last,
  ]
}

/** The places that programmes of offices still have. */
export function placesBlocks(places: MeetingPack['places'], t: Say): readonly Block[] {
  return tableOr(
    t('paper-places'),
    {
      columns: [
        { title: t('paper-office'), share: 25 },
        { title: t('paper-programme'), share: 39 },
        figure(t('paper-year'), 9),
        figure(t('paper-places-total'), 9),
        figure(t('paper-places-taken'), 9),
        figure(t('paper-places-left'), 9),
      ],
      rows: places.map((p) => [p.opd, p.name, String(p.year), count(p.total), count(p.taken), count(p.left)]),
    },
    t('paper-places-none'),
  )
}
