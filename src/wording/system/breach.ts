import type { BreachKind } from '../../domain/breaches.ts'
import type { OutboundMessage } from '../../messages/outbound.ts'
import { type Audience, say } from '../context.ts'
import { greeting, type Speech } from '../when.ts'

/** Personal data may have got out: what it was, when and how, what is done, what one can do oneself (article 46). */

const kindKeys: Readonly<Record<BreachKind, string>> = {
  identitas: 'breach-kind-identitas',
  nomor: 'breach-kind-nomor',
  percakapan: 'breach-kind-percakapan',
  jawaban: 'breach-kind-jawaban',
  foto: 'breach-kind-foto',
  pengaduan: 'breach-kind-pengaduan',
}

/** "nama dan jabatan", "nomor telepon dan akun" */
export function breachKindWords(kinds: readonly BreachKind[], speech: Speech): readonly string[] {
  return kinds.map((kind) => speech.texts.t(speech.language, kindKeys[kind]))
}

export function breachTold(
  about: {
    readonly name: string
    readonly kinds: readonly BreachKind[]
    readonly what: string
    readonly handling: string
    readonly contact: string
  },
  to: Audience,
): OutboundMessage {
  const { name, kinds, what, handling, contact } = about
  return {
    text: [
      say(to, 'breach-told', {
        greeting: greeting(to.now, to),
        sapaan: to.sapaan,
        name,
        kinds: breachKindWords(kinds, to).join('; '),
      }),
      what,
      say(to, 'breach-told-handling', { handling }),
      say(to, 'breach-told-advice', { contact }),
    ].join('\n\n'),
  }
}
