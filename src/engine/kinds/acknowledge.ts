import { readYesno } from '../../bahasa/index.ts'
import { type Kind, readContext } from './kind.ts'

/** Read and understood: `OK`, ODK's word for it. */
export const acknowledge: Kind<string> = {
  type: 'acknowledge',
  asked: true,
  buttons: ['OK'],
  read: (input, _question, context) => {
    if (input.kind !== 'text') return undefined
    if (/^\s*1\s*\.?\s*$/.test(input.text)) return { value: 'OK' }
    const reading = readYesno(input.text, readContext(context))
    if ('ask' in reading) return reading
    return reading.value ? { value: 'OK' } : { ask: 'unclear', question: 'Kalau sudah dibaca, mohon balas "ya".' }
  },
  show: () => undefined,
  toNode: (value) => ({ text: value }),
  fromText: (text) => (text === '' ? undefined : 'OK'),
}
