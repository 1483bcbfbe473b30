import type { Kind } from './kind.ts'

/** A recording, by its attachment. */
export const audio: Kind<string> = {
  type: 'audio',
  asked: true,
  read: (input) => (input.kind === 'voice' || input.kind === 'file' ? { value: input.attachment } : undefined),
  show: () => undefined,
  toNode: (value) => ({ text: value }),
  fromText: (text) => text || undefined,
}
