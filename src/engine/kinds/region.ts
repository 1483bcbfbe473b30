import { readRegion } from '../../bahasa/index.ts'
import { type Kind, readContext, typed } from './kind.ts'

/** The code of a desa or kecamatan, among those handed in. */
export const region: Kind<string> = {
  type: 'region',
  asked: true,
  echoed: true,
  read: (input, _question, context) =>
    typed(input, (text) => readRegion(text, context.regions ?? [], readContext(context))),
  show: (value, { label }) => label(value),
  toNode: (value) => ({ text: value }),
  fromText: (text) => text || undefined,
}
