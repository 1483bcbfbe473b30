import type { Digest, DigestSection, NamedPlace, OfficeDuty, VillageOwing } from '../domain/digests.ts'
import type { Outlier } from '../domain/outliers.ts'
import { planningStepName } from '../domain/planning.ts'
import { levelOf } from '../domain/regions.ts'
import type { Attendance, SinceLastRound } from '../domain/totals.ts'
import { daysBetween, localDate } from '../lib/local-time.ts'
import type { OutboundMessage } from '../messages/outbound.ts'
import { split } from '../messages/split.ts'
import { type Audience, lines, say } from './context.ts'
import { kecamatanName } from './forms-of-address.ts'
import { dateWords, listWords, nearDayWords, type Speech } from './when.ts'

/**
 * A digest as a camat reads it on a phone: short lines, no tables, one thought a paragraph. Who may see which names was
 * decided when the digest was made; here nothing is added to it.
 */
export interface DigestSurroundings {
  /** "Kecamatan Teluk Ujung", "Kabupaten …": what the reader's digest is about. */
  readonly place: string
  /** Words of the form for its choice codes. */
  label(list: 'kendala' | 'dukungan' | 'pihak', code: string): string
}

/** Plain text in as many messages as the channel's length asks for, cut between paragraphs. */
export function wordDigest(digest: Digest, around: DigestSurroundings, to: Audience): OutboundMessage[] {
  const { title, paragraphs } = digestWords(digest, around, to)
  const text = [title.join('\n'), ...paragraphs, hint(digest, to)].filter((piece) => piece !== '').join('\n\n')
  return split(text, to.capabilities.maxText).map((piece) => ({ text: piece }))
}

/** The same words in their parts, for a page or a picture: the lines of the title, and a paragraph for each section. */
export function digestWords(
  digest: Digest,
  around: DigestSurroundings,
  to: Audience,
): { readonly title: readonly [string, string]; readonly paragraphs: readonly string[] } {
  const paragraphs = digest.sections.map((section) => paragraph(section, digest, around, to))
  return {
    title: titleLines(digest, around, to),
    paragraphs: paragraphs.length > 0 ? paragraphs : [say(to, 'digest-nothing')],
  }
}

const titleKeys = {
  camat: 'digest-title-camat',
  pokja: 'digest-title-pokja',
  forum: 'digest-title-forum',
  opd: 'digest-title-opd',
  fasilitator: 'digest-title-fasilitator',
  staff: 'digest-title-staff',
} as const

function titleLines(digest: Digest, around: DigestSurroundings, to: Audience): readonly [string, string] {
  const date = dateWords(digest.periodOn, to)
  const args = digest.audience === 'fasilitator' ? { sapaan: to.sapaan, date } : { place: around.place, date }
  return [say(to, titleKeys[digest.audience], args), say(to, 'digest-round', { round: digest.roundCode })]
}

function hint(digest: Digest, to: Audience): string {
  if (!digest.sections.some((section) => section.kind === 'villages_owing')) return ''
  if (digest.audience === 'camat') return say(to, 'digest-hint-camat')
  return digest.audience === 'fasilitator' ? say(to, 'digest-hint-fasilitator') : ''
}

function paragraph(section: DigestSection, digest: Digest, around: DigestSurroundings, to: Audience): string {
  switch (section.kind) {
    case 'progress':
      return progress(section, to)
    case 'by_kecamatan':
      return list('digest-by-kecamatan', section.rows, to, ({ name, reported, expected }) =>
        say(to, 'digest-by-kecamatan-line', { name, reported, expected }),
      )
    case 'villages_owing':
      return list('digest-owing', section.rows, to, (row) => owingLine(row, digest, to))
    case 'activities':
      return activities(section, to)
    case 'constraints':
      return list('digest-constraints', section.rows, to, ({ code, activities, villages }) =>
        say(to, 'digest-constraints-line', { name: around.label('kendala', code), activities, villages }),
      )
    case 'support':
      return list('digest-support', section.rows, to, ({ code, activities, from }) => {
        const name = around.label('dukungan', code)
        const names = from.slice(0, 2).map(({ pihak }) => around.label('pihak', pihak))
        if (names.length === 0) return say(to, 'digest-support-line', { name, activities })
        return say(to, 'digest-support-line-from', { name, activities, from: listWords(names, to) })
      })
    case 'attendance':
      return attendance(section.attendance, to)
    case 'outliers':
      return list('digest-outliers', section.rows, to, ({ name, reason, value, comparedWith }) =>
        say(to, outlierKeys[reason], { name, value, other: comparedWith }),
      )
    case 'kecamatan_reports':
      return list('digest-kecamatan-reports', section.rows, to, ({ name, state }) =>
        say(to, 'digest-kecamatan-line', { name, state: say(to, stateKeys[state]) }),
      )
    case 'changed_since_confirmed':
      return names('digest-changed-since', section.rows, to)
    case 'two_reports':
      return names('digest-two-reports', section.rows, to)
    case 'unreachable':
      return names('digest-unreachable', section.rows, to)
    case 'help_wanted':
      return list('digest-help', section.rows, to, ({ name, regionCode, sinceAt }) =>
        say(to, 'digest-help-line', {
          // villages have such names too
          name: levelOf(regionCode) === 'kecamatan' ? kecamatanName(name, to) : name,
          when: nearDayWords(localDate(sinceAt, to.zone), to.now, to),
        }),
      )
    case 'work_late':
      return list('digest-work-late', section.rows, to, ({ title, responsible, plannedUntilOn }) =>
        say(to, 'digest-work-late-line', {
          title,
          who: responsible,
          days: daysBetween(plannedUntilOn, localDate(to.now, to.zone)),
        }),
      )
    case 'own_office':
      return section.duty === null ? '' : ownOffice(section.duty, to)
    case 'planning':
      return list('digest-planning', section.rows, to, ({ name, step, budgetYear, on, isUsual, rounds }) =>
        say(to, isUsual ? 'digest-planning-line-usual' : 'digest-planning-line', {
          name,
          what: planningStepName(step),
          year: String(budgetYear),
          date: dateWords(on, to),
          days: daysBetween(localDate(to.now, to.zone), on),
          rounds: rounds.length === 0 ? '' : say(to, 'digest-planning-rounds', { rounds: listWords(rounds, to) }),
        }),
      )
  }
}

function ownOffice({ name, open, overdue, programmes }: OfficeDuty, to: Audience): string {
  return lines(
    open > 0 && say(to, 'digest-office-open', { name, n: open }),
    overdue > 0 && say(to, 'digest-office-overdue', { n: overdue }),
    programmes.length > 0 && say(to, 'digest-office-places', { name }),
    ...programmes.map((p) =>
      say(to, 'digest-office-places-line', {
        name: p.name,
        year: String(p.year),
        left: Math.max(0, p.placesLeft),
        total: p.placesTotal,
      }),
    ),
  )
}

function progress(section: Extract<DigestSection, { kind: 'progress' }>, to: Audience): string {
  const { reported, expected, excused, lateReports, newReports } = section
  return lines(
    progressWords(section, to),
    newReports !== null &&
      (newReports > 0 ? say(to, 'digest-new', { n: newReports }) : reported < expected && say(to, 'digest-no-change')),
    lateReports > 0 && say(to, 'digest-late-reports', { n: lateReports }),
    excused > 0 && say(to, 'digest-excused', { n: excused }),
  )
}

/** How many of the villages have reported, in one sentence. */
export function progressWords(
  { reported, expected }: { readonly reported: number; readonly expected: number },
  to: Audience,
): string {
  if (reported === 0) return say(to, 'digest-progress-none', { expected })
  return reported === expected
    ? say(to, 'digest-progress-all', { expected })
    : say(to, 'digest-progress', { reported, expected })
}

const situationKeys = {
  not_started: 'digest-situation-not-started',
  half_done: 'digest-situation-half-done',
  returned: 'digest-situation-returned',
} as const

function owingLine({ name, situation, daysLeft: fromMonday }: VillageOwing, digest: Digest, to: Audience): string {
  // counted from the day it is read: after a holiday Monday the digest leaves later in the week
  const daysLeft = fromMonday - daysBetween(digest.periodOn, localDate(to.now, to.zone))
  const due =
    daysLeft > 0
      ? say(to, 'digest-due-in', { days: daysLeft })
      : daysLeft === 0
        ? say(to, 'digest-due-today')
        : say(to, 'digest-due-passed', { days: -daysLeft })
  return say(to, 'digest-owing-line', { name, situation: say(to, situationKeys[situation]), due })
}

const statusKeys = {
  selesai: 'digest-status-selesai',
  berjalan: 'digest-status-berjalan',
  belum: 'digest-status-belum',
  batal: 'digest-status-batal',
  tidak_diisi: 'digest-status-tidak-diisi',
} as const

/** The word for a status, as it stands in a line of its own. */
export function digestStatusWord(status: keyof typeof statusKeys, to: Speech): string {
  const word = say(to, statusKeys[status])
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function activities(section: Extract<DigestSection, { kind: 'activities' }>, to: Audience): string {
  const { total, byStatus, progress, sinceLastRound } = section
  const order = ['selesai', 'berjalan', 'belum', 'batal', 'tidak_diisi'] as const
  return lines(
    say(to, 'digest-activities', { total }),
    ...order
      .filter((status) => byStatus[status] > 0)
      .map((status) => say(to, 'digest-activities-line', { status: say(to, statusKeys[status]), n: byStatus[status] })),
    progress !== null && say(to, 'digest-average', { percent: progress }),
    sinceLastRound !== null && comparisonWords(sinceLastRound, to),
  )
}

/** How far the activities got since the round before, in one sentence. */
export function comparisonWords({ villages, progress }: SinceLastRound, to: Speech): string {
  const change =
    progress === 0
      ? say(to, 'digest-level')
      : say(to, progress > 0 ? 'digest-up' : 'digest-down', { n: Math.abs(progress) })
  return say(to, 'digest-last-round', { villages, change })
}

function attendance({ villages, total, l, p }: Attendance, to: Audience): string {
  if (total === null) return say(to, 'digest-attendance-hidden', { villages })
  if (l === null || p === null) return say(to, 'digest-attendance-total', { villages, total })
  return say(to, 'digest-attendance', { villages, total, men: l, women: p })
}

/** One village worth a second look, as the digest says it, without the point in front. */
export function outlierWords({ name, reason, value, comparedWith }: Outlier, to: Speech): string {
  return say(to, outlierKeys[reason], { name, value, other: comparedWith }).replace(/^• /, '')
}

const outlierKeys = {
  progress_far_from_median: 'digest-outlier-progress-far-from-median',
  progress_fell: 'digest-outlier-progress-fell',
  far_above_target: 'digest-outlier-far-above-target',
  no_women: 'digest-outlier-no-women',
  crowd: 'digest-outlier-crowd',
} as const satisfies Record<Outlier['reason'], string>

const stateKeys = {
  waiting: 'digest-state-waiting',
  open: 'digest-state-open',
  half_done: 'digest-state-half_done',
  submitted: 'digest-state-submitted',
  returned: 'digest-state-returned',
  verified: 'digest-state-verified',
  late: 'digest-state-late',
  excused: 'digest-state-excused',
} as const

/** So many rows of a paragraph are read; the rest is in the file that goes with the digest. */
const maxRows = 30

function list<Row>(key: string, rows: readonly Row[], to: Audience, line: (row: Row) => string): string {
  const more = rows.length > maxRows && say(to, 'digest-more', { n: rows.length - maxRows })
  return lines(say(to, key), ...rows.slice(0, maxRows).map(line), more)
}

function names(key: string, rows: readonly NamedPlace[], to: Audience): string {
  return list(key, rows, to, ({ name }) => say(to, 'digest-name-line', { name }))
}
