import type { Kind } from './kind.ts'

/** A film, by its attachment; channels hand it over as a file. */
export const video: Kind<string> = {
  type: 'video',
  asked: true,
  read: (input) => (input.kind === 'file' ? { value: input.attachment } : undefined),
  show: () => undefined,
  toNode: (value) => ({ text: value }),
  fromText: (text) => text || undefined,
}
