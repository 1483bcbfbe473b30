import { formatNumber } from '../bahasa/write/numbers.ts'
import type { MeetingPack, MeetingTotals } from '../domain/meetings.ts'
import { suppressRows, suppressSmall } from '../domain/privacy.ts'
import type { Attendance } from '../domain/totals.ts'
import { kabupatenWords } from '../wording/forms-of-address.ts'
import { dateWords, dayWords, type Speech } from '../wording/when.ts'
import { followUpBlocks, placesBlocks } from './follow-up-tables.ts'
import type { Block, Paper } from './paper.ts'
import {
  activityCells,
  activityColumns,
  attendanceCells,
  attendanceColumns,
  constraintsAndSupport,
  count,
  figure,
  type LabelOf,
  percentOf,
  planningLines,
  type Say,
  sayWith,
  tableOr,
} from './paper-parts.ts'
import { headOf } from './programme-head.ts'

/** Somebody who is expected, as the list of who came names them. */
export interface Invited {
  readonly role: string
  /** Null: a line to write on. */
  readonly name: string | null
}

/** Everything that lies on the table of a rakor, on A4 across, with the list of who came to be signed. */
export function paperOfMeetingPack(
  pack: MeetingPack,
  around: { readonly label: LabelOf; readonly invited: readonly Invited[] },
  speech: Speech,
): Paper {
  const t = sayWith(speech)
  const { meeting, body, totals } = pack
  const title = t('paper-pack', { title: meeting.title })
  const subtitle = [
    kabupatenWords(body.kabupaten),
    daysWords(meeting, speech),
    t('doc-as-of', { date: dateWords(pack.asOf, speech) }),
  ].join(' · ')
  return {
    title,
    subtitle,
    head: headOf(pack.programme, speech),
    foot: `${title} · ${kabupatenWords(body.kabupaten)}`,
    landscape: true,
    blocks: [
      { kind: 'heading', text: t('paper-invitation') },
      { kind: 'facts', rows: invitation(pack, speech) },
      { kind: 'heading', text: t('paper-agenda') },
      pack.agenda.length === 0
        ? { kind: 'writing', label: t('paper-agenda-open'), lines: 4 }
        : { kind: 'list', items: pack.agenda, numbered: true },
      { kind: 'heading', text: t('paper-short') },
      { kind: 'tiles', tiles: tiles(pack, t) },
      ...commitments(pack, speech),
      ...followUpBlocks(pack.followUp, speech),
      ...placesBlocks(pack.places, t),
      ...byKecamatan(pack, speech),
      ...constraintsAndSupport(totals, around.label, t),
      ...lines(
        t('paper-lessons'),
        pack.lessons.map(({ place, text }) => t('paper-lesson', { place, text })),
      ),
      ...lines(t('paper-planning-heading'), planningLines(pack.planning, speech)),
      { kind: 'page' },
      { kind: 'heading', text: t('paper-came-list') },
      {
        kind: 'text',
        text: [meeting.title, daysWords(meeting, speech), meeting.place ?? ''].filter(Boolean).join(', '),
      },
      attendanceList(pack, around.invited, t),
    ],
  }
}

/** "Selasa, 20 Agustus 2024", or from the first to the last day. */
export function daysWords(
  { fromOn, untilOn }: { readonly fromOn: string; readonly untilOn: string },
  speech: Speech,
): string {
  return fromOn === untilOn
    ? dayWords(fromOn, speech)
    : sayWith(speech)('paper-days', { from: dayWords(fromOn, speech), until: dayWords(untilOn, speech) })
}

function invitation(pack: MeetingPack, speech: Speech): readonly (readonly [string, string])[] {
  const t = sayWith(speech)
  const { meeting, body, opener, initiator, funder, round, totals } = pack
  const open = t('paper-open-line')
  return [
    [t('paper-meeting'), meeting.title],
    [t('paper-day'), daysWords(meeting, speech)],
    [t('paper-time'), t('paper-time-open')],
    [t('paper-place'), meeting.place ?? open],
    [t('paper-opener'), opener ?? open],
    ...(initiator === null ? [] : [[t('paper-initiator'), initiator] as const]),
    ...(funder === null ? [] : [[t('paper-funder'), funder] as const]),
    [t('paper-members'), t('paper-members-of', { body: body.name, n: body.memberCount, decree: body.decree })],
    [
      t('paper-about-round'),
      t('paper-about-round-is', { round: round.code, reported: totals.reported, expected: totals.expected }),
    ],
  ]
}

function tiles({ totals, followUp, commitments }: MeetingPack, t: Say) {
  const { byStatus, total, progress } = totals.activities
  return [
    { value: t('paper-of', { n: totals.reported, of: totals.expected }), label: t('paper-tile-reported') },
    { value: t('paper-of', { n: byStatus.selesai, of: total }), label: t('paper-tile-done') },
    { value: progress === null ? count(null) : `${percentOf(progress)} %`, label: t('paper-tile-progress') },
    { value: count(followUp.filter((row) => row.daysOverdue > 0).length), label: t('paper-tile-late') },
    { value: count(followUp.filter((row) => row.delivery === 'disputed').length), label: t('paper-tile-disputed') },
    { value: count(commitments.filter((c) => c.state !== 'kept').length), label: t('paper-tile-promises') },
  ]
}

/** Of an earlier meeting in the column beside what was promised there. */
const longestTitle = 60

const promiseWords = { open: 'paper-promise-open', kept: 'paper-promise-kept', broken: 'paper-promise-broken' } as const

function commitments({ commitments: all }: MeetingPack, speech: Speech): readonly Block[] {
  const t = sayWith(speech)
  return tableOr(
    t('paper-promises'),
    {
      columns: [
        figure(t('doc-matrix-no'), 4),
        { title: t('paper-promise'), share: 36 },
        { title: t('paper-promised-at'), share: 18 },
        { title: t('doc-matrix-responsible'), share: 16 },
        { title: t('paper-due'), share: 12 },
        { title: t('doc-matrix-state'), share: 12 },
        { title: t('paper-note'), share: 20 },
      ],
      rows: all.map((c, i) => [
        String(i + 1),
        c.what,
        c.meeting.length > longestTitle ? `${c.meeting.slice(0, longestTitle).trimEnd()}…` : c.meeting,
        c.who,
        c.dueOn === null ? '' : dateWords(c.dueOn, speech),
        t(c.late ? 'paper-promise-late' : promiseWords[c.state]),
        c.note ?? '',
      ]),
    },
    t('paper-promises-none'),
  )
}

/** The round by kecamatan, in code order; small counts of persons are left out, also where they could be found by sums. */
function byKecamatan({ kecamatan, totals, coordination }: MeetingPack, speech: Speech): readonly Block[] {
  const t = sayWith(speech)
  const came = suppressRows(kecamatan.map((k) => attendanceOf(k.coordination)))
  const all = suppressSmall(attendanceOf(coordination))
  return [
    ...tableOr(
      t('paper-by-kecamatan'),
      {
        columns: [
          { title: t('doc-matrix-place'), share: 18 },
          figure(t('paper-villages'), 7),
          figure(t('paper-reported'), 9),
          { title: t('paper-confirmed'), share: 14 },
          ...activityColumns(speech),
          ...attendanceColumns(t),
        ],
        rows: kecamatan.map((k, i) => [
          k.name,
          count(k.expected),
          count(k.reported),
          t(k.confirmed ? 'paper-yes' : 'paper-not-yet'),
          ...activityCells(k.activities),
          ...(k.coordination === null ? ['', '', ''] : attendanceCells(came[i]!)),
        ]),
        sum: [
          t('paper-sum'),
          count(totals.expected),
          count(totals.reported),
          formatNumber(kecamatan.filter((k) => k.confirmed).length),
          ...activityCells(totals.activities),
          ...attendanceCells(all),
        ],
      },
      t('paper-by-kecamatan-none'),
    ),
    { kind: 'text', text: t('paper-hidden-note-coordination'), weak: true },
  ]
}

function attendanceOf(held: MeetingTotals | null): Attendance {
  const { sessions, total, l, p, womenShare } = held ?? { sessions: 0, total: 0, l: 0, p: 0, womenShare: null }
  return { villages: sessions, total, l, p, womenShare }
}

function lines(heading: string, items: readonly string[]): readonly Block[] {
  return items.length === 0
    ? []
    : [
        { kind: 'heading', text: heading },
        { kind: 'list', items },
      ]
}

/** A row for everybody expected, and lines for others: more may come than a body has members. */
function attendanceList({ body, meeting }: MeetingPack, invited: readonly Invited[], t: Say): Block {
  const rows = Math.max(20, invited.length + 5, body.memberCount + (meeting.guests ?? 0) + 5)
  return {
    kind: 'table',
    tall: true,
    columns: [
      figure(t('doc-matrix-no'), 4),
      { title: t('paper-name'), share: 30 },
      { title: t('paper-role'), share: 34 },
      { title: t('paper-sex'), share: 6 },
      { title: t('paper-signature'), share: 26 },
    ],
    rows: Array.from({ length: rows }, (_, i) => [
      String(i + 1),
      invited[i]?.name ?? '',
      invited[i]?.role ?? '',
      '',
      // signatures stand left and right in turn, so that they have room
      `${i % 2 === 0 ? '' : '\u00a0'.repeat(30)}${i + 1}.`,
    ]),
  }
}
