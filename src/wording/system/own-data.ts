import { isConsentKind } from '../../domain/consents.ts'
import { localDate } from '../../lib/local-time.ts'
import type { OutboundMessage } from '../../messages/outbound.ts'
import { type Audience, lines, say } from '../context.ts'
import { mainLanguage } from '../texts.ts'
import { dateWords, momentWords } from '../when.ts'
import { command, commandChoice } from './commands.ts'
import { consentKindKeys } from './consents.ts'

/** "data saya", "hapus data saya", "bahasa": UU 27/2022 gives the right to a copy, to correction and to erasure. */

export interface OwnData {
  readonly name: string
  /** "Kepala Desa, Desa Karay" */
  readonly seats: readonly string[]
  readonly channels: readonly string[]
  /** The last word on each purpose. */
  readonly consents: readonly {
    readonly kind: string
    readonly given: boolean
    readonly at: number
    readonly textVersion: string
  }[]
  readonly reports: number
  readonly answers: number
  readonly photos: number
}

export function ownData(data: OwnData, to: Audience): OutboundMessage {
  const { name, seats, channels, consents, reports, answers, photos } = data
  return {
    text: lines(
      say(to, 'own-data', { sapaan: to.sapaan }),
      say(to, 'own-data-name', { name }),
      seats.length > 0 && say(to, 'own-data-seat', { seats: seats.join('; ') }),
      channels.length > 0 && say(to, 'own-data-channels', { channels: channels.join(', ') }),
      ...(consents.length === 0
        ? [say(to, 'own-data-no-consent')]
        : consents.map(({ kind, given, at, textVersion }) =>
            say(to, given ? 'own-data-consent' : 'own-data-consent-no', {
              what: isConsentKind(kind) ? say(to, consentKindKeys[kind]) : kind,
              date: dateWords(localDate(at, to.zone), to),
              // "photo 2" is the second text about photos
              version: textVersion.replace(`${kind} `, ''),
            }),
          )),
      say(to, 'own-data-reports', { reports, answers, photos }),
      say(to, 'own-data-rights'),
    ),
  }
}

export function askDeletion(to: Audience): OutboundMessage {
  return commandChoice(say(to, 'deletion-ask', { sapaan: to.sapaan }), to, [
    command(say(to, 'deletion-yes'), 'hapus_data', 'ya'),
    command(say(to, 'deletion-no'), 'hapus_data', 'tidak'),
  ])
}

/** @param byAt until when staff must have done it: 3×24 hours after the request */
export function deletionNoted(byAt: number, to: Audience): OutboundMessage {
  return { text: say(to, 'deletion-noted', { sapaan: to.sapaan, when: momentWords(byAt, to.now, to) }) }
}

export function deletionCancelled(to: Audience): OutboundMessage {
  return { text: say(to, 'deletion-kept', { sapaan: to.sapaan }) }
}

/** Each language under its own name, Indonesian first. */
export function askLanguage(to: Audience): OutboundMessage {
  const languages = to.texts.languages.toSorted((a, b) => Number(b === mainLanguage) - Number(a === mainLanguage))
  const options = languages.map((language) => command(to.texts.t(language, 'language-name'), 'bahasa', language))
  return commandChoice(say(to, 'language-ask'), to, options)
}

/** In the new language: pass an audience that already has it. */
export function languageSet(to: Audience): OutboundMessage {
  return { text: say(to, 'language-set') }
}
