import { laterForms } from '../domain/later-questions.ts'
import { localDate } from '../lib/local-time.ts'
import { setLaterQuestions } from '../store/later-questions.ts'
import { listLatestAnswers } from '../store/reports.ts'
import type { LaneTurn } from './turn.ts'

/** A report was sent or corrected: what the house will ask the village about it later is written down, or taken back. */
export async function oweLater(
  turn: LaneTurn,
  report: { readonly id: number; readonly formName: string; readonly regionCode: string; readonly zone: string },
): Promise<void> {
  const questionsAfter = laterForms[report.formName]
  if (!questionsAfter) return
  await turn.flush()
  const answers = await listLatestAnswers(turn.sql, report.id)
  await setLaterQuestions(
    turn.sql,
    { reportId: report.id, regionCode: report.regionCode, todayOn: localDate(turn.now, report.zone) },
    questionsAfter(new Map(answers.map(({ path, value }) => [path, value]))),
  )
}
