import type { StoryPlace } from '../../domain/stories.ts'
import type { OutboundMessage } from '../../messages/outbound.ts'
import { type Audience, say } from '../context.ts'
import { greeting } from '../when.ts'
import { command, commandChoice } from './commands.ts'

/** A story shown to whoever told it before it goes out; and taking it back. */

export function storyAsked(
  about: {
    readonly question: number
    readonly title: string
    readonly text: string
    readonly about: 'diri_sendiri' | 'warga_lain' | 'kelompok'
    readonly place: StoryPlace
    readonly name: string
  },
  to: Audience,
): OutboundMessage {
  const { question, title, text, place, name } = about
  return commandChoice(
    [
      say(to, about.about === 'diri_sendiri' ? 'story-ask-own' : 'story-ask-of-others', {
        greeting: greeting(to.now, to),
        sapaan: to.sapaan,
        name,
      }),
      `${title}\n${text}`,
      say(to, place === 'media_bakti' ? 'story-ask-media' : 'story-ask-internal'),
    ].join('\n\n'),
    to,
    [
      command(say(to, 'story-yes'), 'jawab_orang', `${question}.ya`),
      command(say(to, 'story-no'), 'jawab_orang', `${question}.tidak`),
    ],
  )
}

export function storyApproved(to: Audience): OutboundMessage {
  return { text: say(to, 'story-approved', { sapaan: to.sapaan }) }
}

export function storyNotApproved(to: Audience): OutboundMessage {
  return { text: say(to, 'story-not-approved', { sapaan: to.sapaan }) }
}

export function storyWithdrawn(to: Audience): OutboundMessage {
  return { text: say(to, 'story-withdrawn', { sapaan: to.sapaan }) }
}

/** Nothing to take back, or which of several. */
export function storiesToWithdraw(
  stories: readonly { readonly id: number; readonly title: string | null }[],
  to: Audience,
): OutboundMessage {
  if (stories.length === 0) return { text: say(to, 'story-none', { sapaan: to.sapaan }) }
  return commandChoice(
    say(to, 'story-which', { sapaan: to.sapaan }),
    to,
    stories.map(({ id, title }) =>
      command(title ?? say(to, 'story-untitled', { id: String(id) }), 'tarik_cerita', String(id)),
    ),
  )
}
