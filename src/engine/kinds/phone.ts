import { readPhone } from '../../bahasa/index.ts'
import { type Kind, readContext } from './kind.ts'

/** A telephone number in international form, `+62…`; the channel's own "share contact" counts. */
export const phone: Kind<string> = {
  type: 'phone',
  asked: true,
  echoed: true,
  read: (input, _question, context) => {
    if (input.kind === 'contact') return readPhone(input.phone, readContext(context))
    return input.kind === 'text' ? readPhone(input.text, readContext(context)) : undefined
  },
  show: (value) => value,
  toNode: (value) => ({ text: value }),
  fromText: (text) => text || undefined,
}
