import type { Ask, Briefing } from '../domain/briefing.ts'
import { dateWords, dayWords, monthWords, type Speech } from '../wording/when.ts'
import { digestStatusWord } from '../wording/word-digest.ts'
import type { Paper } from './paper.ts'
import { count, hidden, type LabelOf, percentOf, sayWith } from './paper-parts.ts'
import { type DigestPicture, longestBlock } from './picture-of-bars.ts'
import { headOf, type ProgrammeHead } from './programme-head.ts'

/** What people wrote is cut where it would push the page over its end. */
const longestAsk = 200
/** In points; the rest of the page is for the words. */
const pictureHeight = 330

/** The one page; `picture` is its chart, drawn already. */
export function paperOfBriefing(
  briefing: Briefing,
  around: {
    readonly place: string
    readonly label: LabelOf
    readonly programme: ProgrammeHead
    readonly picture: Uint8Array | undefined
  },
  speech: Speech,
): Paper {
  const t = sayWith(speech)
  const { roundCode, asOf, constraints, asks, meeting } = briefing
  const title = t('paper-briefing', { place: around.place })
  return {
    title,
    subtitle: [
      t('doc-round', { round: roundCode }),
      t('doc-as-of', { date: dateWords(asOf, speech) }),
      ...(meeting ? [t('paper-briefing-before', { title: meeting.title, day: dayWords(meeting.on, speech) })] : []),
    ].join(' · '),
    head: headOf(around.programme, speech),
    foot: t('paper-briefing-foot', { title }),
    blocks: [
      { kind: 'tiles', tiles: tiles(briefing, speech) },
      { kind: 'heading', text: t('paper-briefing-constraints') },
      constraints.length === 0
        ? { kind: 'text', text: t('paper-constraints-none') }
        : {
            kind: 'list',
            numbered: true,
            items: constraints.map(({ code, activities, villages }) =>
              t('paper-briefing-constraint', { name: around.label('kendala', code), activities, villages }),
            ),
          },
      { kind: 'heading', text: t('paper-briefing-asks') },
      asks.length === 0
        ? { kind: 'text', text: t('paper-briefing-asks-none') }
        : { kind: 'list', numbered: true, items: asks.map((ask) => askWords(ask, around.label, speech)) },
      ...(around.picture === undefined
        ? []
        : [{ kind: 'picture' as const, png: around.picture, tallest: pictureHeight }]),
    ],
  }
}

function tiles({ totals, waiting, overdue }: Briefing, speech: Speech) {
  const t = sayWith(speech)
  const { byStatus, total, progress } = totals.activities
  return [
    { value: t('paper-of', { n: totals.reported, of: totals.expected }), label: t('paper-tile-reported') },
    { value: t('paper-of', { n: byStatus.selesai, of: total }), label: t('paper-tile-done') },
    { value: progress === null ? hidden : `${percentOf(progress)} %`, label: t('paper-tile-progress') },
    { value: count(waiting), label: t('paper-tile-waiting') },
    { value: count(overdue), label: t('paper-tile-late') },
  ]
}

function askWords(ask: Ask, label: LabelOf, speech: Speech): string {
  const t = sayWith(speech)
  if (ask.kind === 'support') {
    const { code, activities, villages, from } = ask.support
    return t('paper-briefing-support', {
      name: label('dukungan', code),
      activities,
      villages,
      from: from.length === 0 ? 'none' : from.map(({ pihak }) => label('pihak', pihak)).join(', '),
    })
  }
  const { text, responsible, targetMonth, villages, daysOverdue } = ask
  const said = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.;,]+$/, '')
  return [
    said.length > longestAsk ? `${said.slice(0, longestAsk).trimEnd()}…` : `${said}.`,
    t('paper-briefing-who', {
      who: responsible.length === 0 ? t('paper-nobody') : responsible.join(', '),
      month: targetMonth === null ? 'none' : monthWords(targetMonth, speech).trim(),
      villages,
    }),
    ...(daysOverdue > 0 ? [t('paper-briefing-overdue', { days: daysOverdue })] : []),
  ].join(' ')
}

/** How far each kecamatan is; of a kecamatan, and of more than can be read, how activities stand. Undefined without any. */
export function pictureOfBriefing(
  { level, kecamatan, totals, roundCode, asOf }: Briefing,
  speech: Speech,
): DigestPicture | undefined {
  const t = sayWith(speech)
  const subtitle = [t('doc-round', { round: roundCode }), t('doc-as-of', { date: dateWords(asOf, speech) })].join(', ')
  if (level === 'kabupaten' && kecamatan.length > 0 && kecamatan.length <= longestBlock)
    return {
      title: t('paper-chart-reported'),
      subtitle,
      blocks: [
        {
          title: t('paper-chart-villages', { n: totals.reported, of: totals.expected }),
          bars: kecamatan.map(({ name, reported, expected }) => ({
            name,
            value: reported,
            of: expected,
            says: t('digest-picture-part', { n: reported, of: expected }),
          })),
        },
      ],
    }
  const { total, byStatus } = totals.activities
  if (total === 0) return undefined
  return {
    title: t('paper-activities-stand'),
    subtitle,
    blocks: [
      {
        title: t('digest-picture-by-status', { total }),
        bars: (['selesai', 'berjalan', 'belum', 'batal', 'tidak_diisi'] as const)
          .filter((status) => byStatus[status] > 0)
          .map((status) => ({
            name: digestStatusWord(status, speech),
            value: byStatus[status],
            of: total,
            says: t('digest-picture-part', { n: byStatus[status], of: total }),
          })),
      },
    ],
  }
}
