import { readYesno } from '../../bahasa/index.ts'
import { type Kind, readContext } from './kind.ts'

/** `ya` or `tidak`, as expressions and exports know it. */
export const yesno: Kind<string> = {
  type: 'yesno',
  asked: true,
  buttons: ['ya', 'tidak'],
  read: (input, _question, context) => {
    if (input.kind !== 'text') return undefined
    // the options are shown as "1. Ya 2. Tidak" where there are no buttons
    const number = /^\s*([12])\s*\.?\s*$/.exec(input.text)?.[1]
    if (number) return { value: number === '1' ? 'ya' : 'tidak' }
    const reading = readYesno(input.text, readContext(context))
    return 'value' in reading ? { value: reading.value ? 'ya' : 'tidak' } : reading
  },
  show: (value, { language }) => (language.startsWith('en') ? english[value] : indonesian[value]) ?? value,
  toNode: (value) => ({ text: value }),
  fromText: (text) => (text === 'ya' || text === 'tidak' ? text : undefined),
}

const indonesian: Readonly<Record<string, string>> = { ya: 'Ya', tidak: 'Tidak' }
const english: Readonly<Record<string, string>> = { ya: 'Yes', tidak: 'No' }
