import { type Kind, typed } from './kind.ts'

/** What a barcode says, typed by hand: chats have no scanner. */
export const barcode: Kind<string> = {
  type: 'barcode',
  asked: true,
  freeText: true,
  read: (input) =>
    typed(input, (text) =>
      text.trim() === ''
        ? { ask: 'empty', question: 'Mohon ketik angka atau huruf di bawah kode.' }
        : { value: text.trim() },
    ),
  show: (value) => value,
  toNode: (value) => ({ text: value }),
  fromText: (text) => text || undefined,
}
