import { recordConsent } from '../../store/people.ts'
import { listStoriesToldBy } from '../../store/stories.ts'
import { storiesToWithdraw, storyWithdrawn } from '../../wording/system/stories.ts'
import { withdrawStory } from '../stories.ts'
import type { LaneTurn } from '../turn.ts'

/** "tarik cerita": whoever told a story takes it back, at any time, without a reason. */
export async function tarik_cerita(turn: LaneTurn, argument: string): Promise<void> {
  const { sql, personId, now, laneId } = turn
  const own = personId === null ? [] : await listStoriesToldBy(sql, personId)
  // a number carries no rights: it must be one of their own
  const chosen = own.length === 1 && argument === '' ? own[0] : own.find(({ id }) => String(id) === argument)
  if (!chosen || personId === null) return turn.reply(storiesToWithdraw(own, await turn.audience()))
  await withdrawStory(sql, chosen, 'diminta', { now, actor: `person:${personId}`, laneId })
  if (chosen.about === 'diri_sendiri')
    await recordConsent(sql, {
      personId,
      kind: 'story',
      given: false,
      textVersion: `tarik cerita ${chosen.id}`,
      channel: turn.message.channel,
      at: now,
    })
  turn.reply(storyWithdrawn(await turn.audience()))
}
