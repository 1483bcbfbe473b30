import type { Paper } from '../documents/paper.ts'
import { paperOfReport } from '../documents/report-paper.ts'
import { type Position, positionFacts } from '../domain/positions.ts'
import { localDate } from '../lib/local-time.ts'
import { Problem } from '../lib/problem.ts'
import type { Sql } from '../store/database.ts'
import { type AnswerInHistory, listReportsOfPlace, type ReportOfPlace } from '../store/report-answers.ts'
import { kecamatanName, type VillageWord, villageName } from '../wording/forms-of-address.ts'
import { dateWords, type Speech } from '../wording/when.ts'
import { groupedAnswers } from './grouped-answers.ts'
import type { Services } from './services.ts'
import type { ShownPath } from './shown-answers.ts'

/**
 * The report of a place in a round as a paper: what counts of it now, without a name of a person. Of two reports of one
 * village only the official one goes on paper, since both heads may see it. Throws `Problem('no_report')`.
 */
export async function printReport(
  services: Services,
  sql: Sql,
  { regionCode, roundCode }: { readonly regionCode: string; readonly roundCode: string },
): Promise<Paper> {
  const reports = (await listReportsOfPlace(sql, regionCode)).filter((r) => r.roundCode === roundCode)
  const report = reports.find((r) => r.state !== 'open' && r.official === 1) ?? reports.find((r) => r.state !== 'open')
  if (!report) throw new Problem('no_report', `${regionCode} has handed in no report in round ${roundCode}`)
  const speech: Speech = { texts: services.texts, language: 'id', zone: report.zone }
  const groups = await groupedAnswers(services, sql, report, speech.language)
  return paperOfReport(
    {
      title: report.title,
      place: placeOf(report, speech),
      roundCode,
      facts: facts(report, speech),
      groups: groups
        .map(({ name, answers }) => ({
          name,
          answers: answers
            // "may we begin" and "is it right" belong to the chat
            .filter(({ shown }) => shown.ofReport)
            .map(({ shown, history }) => ({ question: shown.question, said: saidOf(shown, history.at(-1)!, speech) }))
            .filter(({ said }) => said !== ''),
        }))
        .filter(({ answers }) => answers.length > 0),
    },
    await services.programme.get(sql),
    speech,
  )
}

function facts(report: ReportOfPlace, speech: Speech): readonly (readonly [string, string])[] {
  const t = (key: string) => speech.texts.t(speech.language, key)
  return [
    ...(report.receipt === null ? [] : [[t('doc-report-receipt'), report.receipt] as const]),
    ...(report.submittedAt === null
      ? []
      : [[t('doc-report-sent'), dateWords(localDate(report.submittedAt, report.zone), speech)] as const]),
    [t('doc-report-writer'), positionFacts[report.position as Position]?.label ?? report.position],
    [t('doc-report-state'), t(`console-state-${report.state}`)],
  ]
}

function saidOf(shown: ShownPath, { value, how, reason }: AnswerInHistory, { texts, language }: Speech): string {
  if (how === 'skipped')
    return reason
      ? texts.t(language, 'doc-report-skipped-because', { reason })
      : texts.t(language, 'doc-report-skipped')
  return value === null ? '' : shown.say(value)
}

function placeOf({ level, regionName, regionKind }: ReportOfPlace, speech: Speech): string {
  return level === 'desa'
    ? villageName(regionName, (regionKind || 'desa') as VillageWord, speech)
    : kecamatanName(regionName, speech)
}
