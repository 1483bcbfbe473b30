import type { Kind } from './kind.ts'

/** A document, by its attachment. */
export const file: Kind<string> = {
  type: 'file',
  asked: true,
  read: (input) => (input.kind === 'file' || input.kind === 'photo' ? { value: input.attachment } : undefined),
  show: () => undefined,
  toNode: (value) => ({ text: value }),
  fromText: (text) => text || undefined,
}
