import { readTime } from '../../bahasa/index.ts'
import { type Kind, readContext, typed } from './kind.ts'

/** A time of day, `14:30`. */
export const time: Kind<string> = {
  type: 'time',
  asked: true,
  echoed: true,
  read: (input, _question, context) => typed(input, (text) => readTime(text, readContext(context))),
  show: (value) => value.replace(':', '.'),
  toNode: (value) => ({ text: `${value}:00.000` }),
  fromText: (text) => /^\d{2}:\d{2}/.exec(text)?.[0],
}
