import { formatNumber, readDecimal } from '../../bahasa/index.ts'
import { type Kind, numberFrom, readContext, typed } from './kind.ts'

/** A number between `start` and `end` of its parameters: what slides on a phone's form is typed in a chat. */
export const range: Kind<number> = {
  type: 'range',
  asked: true,
  echoed: true,
  read: (input, question, context) => {
    const reading = typed(input, (text) => readDecimal(text, readContext(context)))
    if (!reading || 'ask' in reading) return reading
    const { start, end, step } = question.parameters
    const from = numberFrom(start ?? '') ?? Number.NEGATIVE_INFINITY
    const to = numberFrom(end ?? '') ?? Number.POSITIVE_INFINITY
    const each = numberFrom(step ?? '') ?? 0
    const steps = (reading.value - (Number.isFinite(from) ? from : 0)) / each
    const isOnStep = !(each > 0) || Math.abs(steps - Math.round(steps)) < 1e-9
    if (reading.value >= from && reading.value <= to && isOnStep) return reading
    const stepped = isOnStep ? '' : `, tiap ${formatNumber(each)}`
    return {
      ask: 'out_of_range',
      question: `Mohon angka ${formatNumber(from)} sampai ${formatNumber(to)}${stepped}.`,
    }
  },
  show: (value) => formatNumber(value),
  toNode: (value) => ({ text: String(value) }),
  fromText: numberFrom,
}
