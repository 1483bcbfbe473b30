import { stageWords } from '../domain/recommendations.ts'
import type { SyncRow, SyncTotals } from '../domain/synchronisation.ts'
import { kabupatenWords } from '../wording/forms-of-address.ts'
import { dateWords, type Speech } from '../wording/when.ts'
import type { Paper } from './paper.ts'
import { headOf, type ProgrammeHead } from './programme-head.ts'

/** Activities and recommendations against programmes of offices, on A4 across. */
export function paperOfSync(
  about: {
    readonly kabupaten: string
    readonly year: number | undefined
    readonly asOf: string
    readonly rows: readonly (SyncRow & { readonly offices: readonly string[] })[]
    readonly totals: SyncTotals
  },
  programme: ProgrammeHead,
  speech: Speech,
): Paper {
  const { kabupaten, year, asOf, rows, totals } = about
  const t = (key: string, args?: Readonly<Record<string, string | number>>) =>
    speech.texts.t(speech.language, key, args)
  const title = t('doc-sync')
  const subtitle = [
    kabupatenWords(kabupaten),
    year === undefined ? t('doc-sync-all-years') : t('doc-sync-year', { year: String(year) }),
    t('doc-as-of', { date: dateWords(asOf, speech) }),
  ].join(', ')
  return {
    title,
    subtitle,
    head: headOf(programme, speech),
    foot: `${title} · ${subtitle}`,
    landscape: true,
    blocks:
      rows.length === 0
        ? [{ kind: 'text', text: t('doc-sync-empty') }]
        : [
            { kind: 'text', text: t('doc-sync-totals', { ...totals }) },
            {
              kind: 'table',
              columns: [
                { title: t('doc-sync-number'), share: 7 },
                { title: t('doc-matrix-village'), share: 14 },
                { title: t('doc-sync-what'), share: 27 },
                { title: t('doc-sync-state'), share: 12 },
                { title: t('doc-sync-office'), share: 16 },
                { title: t('doc-sync-programme'), share: 18 },
                { title: t('doc-sync-year-column'), share: 7 },
                { title: t('doc-sync-stage'), share: 13 },
              ],
              rows: rows.map((row) => [
                syncNumber(row),
                row.villages.join(', '),
                row.what,
                syncState(row, speech),
                row.offices.join(', '),
                row.programme ?? '',
                row.year === null ? '' : String(row.year),
                stageWord(row),
              ]),
            },
          ],
  }
}

/** `K12` is an activity, `R3` a recommendation. */
export function syncNumber({ kind, id }: SyncRow): string {
  return `${kind === 'activity' ? 'K' : 'R'}${id}`
}

export const syncStateTexts = {
  matched: 'doc-sync-state-matched',
  proposed: 'doc-sync-state-proposed',
  unmatched: 'doc-sync-state-unmatched',
} as const satisfies Record<SyncRow['state'], string>

export function syncState({ state, through }: SyncRow, speech: Speech): string {
  const word = speech.texts.t(speech.language, syncStateTexts[state])
  return through === null ? word : `${word} (R${through})`
}

export function stageWord({ stage }: SyncRow): string {
  return stageWords.find(({ code }) => code === stage)?.label ?? ''
}
