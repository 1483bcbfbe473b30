import type { Matrix, MatrixRow } from '../domain/matrix.ts'
import { levelWords, priorityWords, stateWords } from '../domain/recommendations.ts'
import { kabupatenWords } from '../wording/forms-of-address.ts'
import { dateWords, monthWords, type Speech } from '../wording/when.ts'
import type { Column, Paper, Signer } from './paper.ts'
import { headOf, type ProgrammeHead } from './programme-head.ts'

/** The matrix on A4 across, with room for signatures; a signed version names who signed it. */
export function paperOfMatrix(matrix: Matrix, programme: ProgrammeHead, speech: Speech): Paper {
  const { scope, round, asOf, signature, rows } = matrix
  const t = (key: string, args?: Readonly<Record<string, string | number>>) =>
    speech.texts.t(speech.language, key, args)
  const place =
    scope.level === 'kecamatan' ? t('doc-matrix-kecamatan', { name: scope.name }) : kabupatenWords(scope.name)
  const subtitle = [
    place,
    t('doc-round', { round: round.code }),
    signature === null
      ? t('doc-as-of', { date: dateWords(asOf, speech) })
      : t('doc-matrix-signed', { number: signature.number, date: dateWords(signature.signedOn, speech) }),
  ].join(', ')
  const whole = scope.level === 'kabupaten'
  return {
    title: t('doc-matrix'),
    subtitle,
    head: headOf(programme, speech),
    foot: `${t('doc-matrix')} · ${subtitle}`,
    landscape: true,
    blocks:
      rows.length === 0
        ? [{ kind: 'text', text: t('doc-matrix-empty') }]
        : [
            { kind: 'table', columns: columns(whole, t), rows: rows.map((row) => cells(row, whole, speech)) },
            { kind: 'text', text: totals(matrix, t) },
            ...(signature?.carriedBy
              ? [{ kind: 'text' as const, text: t('doc-matrix-carried', { name: signature.carriedBy }) }]
              : []),
            {
              kind: 'signatures',
              place:
                signature === null
                  ? t('doc-sign-place', { place: scope.name, year: asOf.slice(0, 4) })
                  : `${scope.name}, ${dateWords(signature.signedOn, speech)}`,
              people: signers(matrix, t),
            },
          ],
  }
}

type Say = (key: string, args?: Readonly<Record<string, string | number>>) => string

function columns(whole: boolean, t: Say): readonly Column[] {
  return [
    { title: t('doc-matrix-no'), share: 4, figures: true },
    ...(whole ? [{ title: t('doc-matrix-place'), share: 10 }] : []),
    { title: t('doc-matrix-village'), share: 13 },
    { title: t('doc-matrix-activity'), share: 14 },
    { title: t('doc-matrix-problem'), share: 14 },
    { title: t('doc-matrix-text'), share: 21 },
    { title: t('doc-matrix-level'), share: 11 },
    { title: t('doc-matrix-responsible'), share: 13 },
    { title: t('doc-matrix-target'), share: 10 },
    { title: t('doc-matrix-funding'), share: 10 },
    { title: t('doc-matrix-priority'), share: 8 },
    { title: t('doc-matrix-state'), share: 15 },
  ]
}

function cells(row: MatrixRow, whole: boolean, speech: Speech): readonly string[] {
  const { texts, language } = speech
  const activities = row.villages.flatMap((v) => v.activities.map((a) => a.name))
  return [
    String(row.no),
    ...(whole ? [row.kecamatan.name] : []),
    row.villages.map((v) => v.name).join(', '),
    [...new Set(activities)].join(', '),
    row.problem,
    row.text,
    word(levelWords, row.level),
    row.responsible.map((r) => r.name).join(', '),
    row.targetMonth === null ? '' : monthWords(row.targetMonth, speech).trim(),
    row.funding.map((f) => f.name).join(', '),
    word(priorityWords, row.priority),
    [
      word(stateWords, row.state),
      ...(row.daysOverdue > 0 ? [texts.t(language, 'doc-matrix-overdue', { days: row.daysOverdue })] : []),
    ].join('\n'),
  ]
}

function totals({ totals: { rows, villages, byPriority, received, overdue } }: Matrix, t: Say): string {
  return t('doc-matrix-totals', { rows, villages, ...byPriority, received, overdue })
}

function signers({ scope, signature }: Matrix, t: Say): readonly Signer[] {
  if (signature !== null && signature.signers.length > 0)
    return signature.signers.map(({ name, position }) => ({ role: position, name }))
  return [
    { role: t(scope.level === 'kecamatan' ? 'doc-sign-camat' : 'doc-sign-kabupaten', { name: scope.name }), name: '' },
    { role: t('doc-sign-village'), name: '' },
    { role: t('doc-sign-carrier'), name: '' },
  ]
}

function word(words: readonly { readonly code: string; readonly label: string }[], code: string): string {
  return words.find((w) => w.code === code)?.label ?? code
}
