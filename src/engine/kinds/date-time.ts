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
    const clock = clockOf(input.text)
    const day = readDate(input.text.slice(0, input.text.length - clock.length), readContext(context, wantOf(question)))
    if ('ask' in day) return day
    const hour = readTime(clock.replace(/^[,T\s]+/, ''), readContext(context))
    return 'ask' in hour ? hour : { value: `${day.value}T${hour.value}` }
  },
  show: (value) => `${formatDateLong(value.slice(0, 10))} pukul ${value.slice(11).replace(':', '.')}`,
  toNode: (value) => ({ text: `${value}:00.000` }),
  fromText: (text) => (isDate(text.slice(0, 10)) && text.length >= 16 ? text.slice(0, 16) : undefined),
}

/** The end of a reply that says the time: behind a comma or "jam", or a clock's own numbers ("… 14.30", "…T14:30"). */
function clockOf(text: string): string {
  const worded = /(?:,|\b(?:jam|pukul|pkl))[^,]*$/i.exec(text)?.[0]
  if (worded !== undefined) return worded
  // 12.07 can end a date as well; behind a year, or with a colon, it is a clock
  return (
    /(?:(?<=\d{4})[\sT]+\d{1,2}[.:]\d{2}|[\sT]\d{1,2}:\d{2})(?::\d{2}(?:\.\d+)?)?(?:\s*\p{L}+)?\s*$/u.exec(text)?.[0] ??
    ''
  )
}
