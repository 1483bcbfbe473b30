import { readPerson } from '../../bahasa/index.ts'
import { type Kind, readContext, typed } from './kind.ts'

/** A person's name and what they are, as typed. */
export const person: Kind<string> = {
  type: 'person',
  asked: true,
  freeText: true,
  read: (input, _question, context) => typed(input, (text) => readPerson(text, readContext(context))),
  show: (value) => value,
  toNode: (value) => ({ text: value }),
  fromText: (text) => text || undefined,
}
