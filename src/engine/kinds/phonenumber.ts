import type { Kind } from './kind.ts'

/** ODK's own number of the telephone. Numbers are kept with the person alone, so it stays empty. */
export const phonenumber: Kind<string> = {
  type: 'phonenumber',
  asked: false,
  read: () => undefined,
  show: (value) => value,
  toNode: (value) => ({ text: value }),
  fromText: (text) => text,
}
