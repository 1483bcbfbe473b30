import { formatDateLong, readDate, readTime } from '../../bahasa/index.ts'
import { isDate } from '../../lib/local-time.ts'
import { type Kind, readContext, wantOf } from './kind.ts'

/** A day with its time, `2024-08-12T14:30` local: "12 Agustus jam 2 siang". */
export const dateTime: Kind<string> = {
  type: 'dateTime',
  asked: true,
  echoed: true,
  read: (input, question, context) => {
    if (input.kind !== 'text') return undefined
    const clock = /(?:,|\b(?:jam|pukul|pkl))[^,]*$/i.exec(input.text)?.[0] ?? ''
    const day = readDate(input.text.slice(0, input.text.length - clock.length), readContext(context, wantOf(question)))
    if ('ask' in day) return day
    const hour = readTime(clock.replace(/^,/, ''), readContext(context))
    return 'ask' in hour ? hour : { value: `${day.value}T${hour.value}` }
  },
  show: (value) => `${formatDateLong(value.slice(0, 10))} pukul ${value.slice(11).replace(':', '.')}`,
  toNode: (value) => ({ text: `${value}:00.000` }),
  fromText: (text) => (isDate(text.slice(0, 10)) && text.length >= 16 ? text.slice(0, 16) : undefined),
}
