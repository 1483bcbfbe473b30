import { kabupatenOf } from '../domain/regions.ts'
import type { Sql } from '../store/database.ts'
import { listEntities } from '../store/entities.ts'
import { readOfficeBook } from '../store/offices.ts'
import { type AnswerInHistory, listAnswerHistory, type ReportOfPlace } from '../store/report-answers.ts'
import { officeWord } from './office-lists.ts'
import type { Services } from './services.ts'
import { type ShownPath, showPath } from './shown-answers.ts'

/** The answers of a report that somebody was asked for, by activity, each with its history, the newest last. */
export interface AnswerGroup {
  /** The activity; undefined for what is about the whole place. */
  readonly name: string | undefined
  readonly answers: readonly {
    readonly path: string
    readonly shown: ShownPath
    readonly history: readonly AnswerInHistory[]
  }[]
}

export async function groupedAnswers(
  services: Pick<Services, 'forms'>,
  sql: Sql,
  report: Pick<ReportOfPlace, 'id' | 'formVersionId' | 'regionCode'>,
  language: string,
): Promise<readonly AnswerGroup[]> {
  const form = await services.forms.get(sql, report.formVersionId)
  const plan = new Map((await listEntities(sql, 'kegiatan', report.regionCode)).map((e) => [e.entityId, e.label]))
  const word = officeWord(await readOfficeBook(sql, kabupatenOf(report.regionCode)), report.regionCode)
  const rows = await listAnswerHistory(sql, report.id)
  const answers = [...Map.groupBy(rows, (row) => row.path)].map(([path, history]) => ({
    path,
    shown: showPath(form, path, language, word),
    history,
  }))
  const nameOf = (item: string) => {
    const named = answers.find((a) => a.shown.item === item && a.path.endsWith('/nama_kegiatan'))?.history.at(-1)?.value
    return plan.get(item) ?? (typeof named === 'string' ? named : item)
  }
  const asked = answers.filter((a) => a.shown.asked)
  return [...Map.groupBy(asked, (a) => a.shown.item)].map(([item, own]) => ({
    name: item === undefined ? undefined : nameOf(item),
    answers: own,
  }))
}
