import { formatDateLong, formatMonth, readDate, readMonth } from '../../bahasa/index.ts'
import type { Question } from '../../flows/form.ts'
import { isDate } from '../../lib/local-time.ts'
import { type AnswerInput, type Kind, type KindContext, type Read, readContext, typed, wantOf } from './kind.ts'

/** A day, `2024-08-12`. With ODK's appearance `month-year` or `year` only so much is asked, and it is the first day of it. */
export const date: Kind<string> = {
  type: 'date',
  asked: true,
  echoed: true,
  read: (input, question, context) => {
    if (question.appearances.includes('year')) return readYear(input, question, context)
    if (!question.appearances.includes('month-year'))
      return typed(input, (text) => readDate(text, readContext(context, wantOf(question))))
    const month = typed(input, (text) => readMonth(text, readContext(context, wantOf(question))))
    return month && 'value' in month ? { ...month, value: `${month.value}-01` } : month
  },
  show: (value, { appearances = [] }) => {
    if (appearances.includes('year')) return value.slice(0, 4)
    return appearances.includes('month-year') ? formatMonth(value.slice(0, 7)) : formatDateLong(value)
  },
  toNode: (value) => ({ text: value }),
  fromText: (text) => (isDate(text.slice(0, 10)) ? text.slice(0, 10) : undefined),
}

/** "2015", "tahun 2015"; a whole date means its year. */
function readYear(input: AnswerInput, question: Question, context: KindContext): Read<string> {
  return typed(input, (text) => {
    const year = /^\D*\b((?:1[89]|20)\d\d)\D*$/.exec(text)?.[1]
    if (year !== undefined) return { value: `${year}-01-01` }
    const day = readDate(text, readContext(context, wantOf(question)))
    if ('value' in day) return { value: `${day.value.slice(0, 4)}-01-01` }
    return { ask: day.ask, question: 'Tahun berapa? Contoh: 2015.' }
  })
}
