import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { capabilities } from '../../src/messages/capabilities.ts'
import type { ChannelName } from '../../src/messages/inbound.ts'
import type { OutboundMessage } from '../../src/messages/outbound.ts'
import type { WordingContext } from '../../src/wording/context.ts'
import { createTexts, type TextSource, type Texts } from '../../src/wording/texts.ts'

const localesFolder = fileURLToPath(new URL('../../locales/', import.meta.url))

/** The shipped files, as the composition root reads them. */
export function readSources(): TextSource[] {
  return readdirSync(localesFolder).flatMap((language) =>
    readdirSync(`${localesFolder}${language}`)
      .filter((file) => file.endsWith('.ftl'))
      .map((file) => ({ language, ftl: readFileSync(`${localesFolder}${language}/${file}`, 'utf8') })),
  )
}

export const texts: Texts = createTexts(readSources())

/** Wednesday, 14 August 2024, 09.15 WIT */
export const wednesday = Date.parse('2024-08-14T00:15:00Z')

/** Raja of the invented Negeri Tanah Rata, in Seram, writing by Telegram unless said otherwise. */
export function raja(changes: Partial<WordingContext> & { readonly channel?: ChannelName } = {}): WordingContext {
  const { channel = 'telegram', ...others } = changes
  return {
    texts,
    language: 'id',
    sapaan: 'Bapak Raja',
    zone: 'Asia/Jayapura',
    now: wednesday,
    sessionId: 7,
    step: 5,
    capabilities: capabilities[channel],
    ...others,
  }
}

/** As a person sees it: the text, then the buttons. */
export function shown(messages: OutboundMessage | readonly OutboundMessage[]): string {
  const list = 'text' in messages ? [messages] : messages
  return list
    .map(({ text, choices }) =>
      choices && choices.length > 0 ? `${text}\n${choices.map((choice) => `[${choice.label}]`).join(' ')}` : text,
    )
    .join('\n---\n')
}
