import type { Speech } from '../wording/when.ts'
import type { Block, Paper } from './paper.ts'
import { headOf, type ProgrammeHead } from './programme-head.ts'

/** A report as it stands now, in words. */
export interface WordedReport {
  readonly title: string
  readonly place: string
  readonly roundCode: string
  /** What stands above the answers: receipt, day, position. */
  readonly facts: readonly (readonly [label: string, value: string])[]
  readonly groups: readonly {
    /** The activity; undefined for what is about the whole village. */
    readonly name: string | undefined
    readonly answers: readonly { readonly question: string; readonly said: string }[]
  }[]
}

/** The village's own report on paper, for the wall of its office and for the next meeting. */
export function paperOfReport(report: WordedReport, programme: ProgrammeHead, speech: Speech): Paper {
  const { texts, language } = speech
  const subtitle = `${report.place}, ${texts.t(language, 'doc-round', { round: report.roundCode })}`
  return {
    title: report.title,
    subtitle,
    head: headOf(programme, speech),
    foot: `${report.title} · ${subtitle}`,
    blocks: [
      { kind: 'facts', rows: report.facts },
      ...report.groups.flatMap(({ name, answers }): readonly Block[] => [
        { kind: 'heading', text: name ?? texts.t(language, 'doc-report-general') },
        { kind: 'facts', rows: answers.map(({ question, said }) => [question, said]) },
      ]),
    ],
  }
}
