import { needed, versionName } from '../domain/consents.ts'
import { type ConsentText, findConsentDue, findConsentText, findRefusedText } from '../store/consents.ts'
import { recordConsent, setStopped } from '../store/people.ts'
import { closeQuestion, createQuestion, type PersonQuestion } from '../store/person-questions.ts'
import { audit } from '../store/settings.ts'
import { listStoriesToldBy } from '../store/stories.ts'
import { consentAgain, consentKept, consentRefused } from '../wording/system/consents.ts'
import { stopStarting } from './commands/berhenti.ts'
import { menuFor, owedReports } from './menu.ts'
import { withdrawStory } from './stories.ts'
import type { LaneTurn } from './turn.ts'

/**
 * A text that this person agreed to has a newer version: asked once, where no report is being filled in. Without an
 * answer the older consent stands, and staff see it. False when there is nothing to ask.
 */
export async function askConsentDue(turn: LaneTurn): Promise<boolean> {
  if (turn.personId === null || turn.session?.status === 'active') return false
  const text = await findConsentDue(turn.sql, turn.personId)
  if (!text) return false
  await ask(turn, text)
  return true
}

/** Who said no to being asked and types "mulai" is asked whether they agree now. False for everybody else. */
export async function askConsentRefused(turn: LaneTurn): Promise<boolean> {
  const text = turn.personId === null ? undefined : await findRefusedText(turn.sql, turn.personId)
  if (!text) return false
  await ask(turn, text)
  return true
}

async function ask(turn: LaneTurn, text: ConsentText): Promise<void> {
  const personId = turn.personId!
  const question = await createQuestion(turn.sql, { kind: 'consent', refId: text.id, personId, at: turn.now })
  const to = await turn.audience()
  turn.ask({ ask: 'person_question', questionId: question })
  const words = to.language === 'en' && text.english !== null ? text.english : text.text
  turn.replyApart(consentAgain({ question, kind: text.kind, text: words }, to))
}

/** Each purpose by itself, with version, time and channel; a no has its consequence at once. */
export async function answerConsent(turn: LaneTurn, question: PersonQuestion, given: boolean): Promise<void> {
  const { sql, now } = turn
  const personId = turn.personId!
  const text = (await findConsentText(sql, question.refId))!
  const { kind } = text
  await closeQuestion(sql, question.id, now)
  const { channel } = turn.message
  await recordConsent(sql, { personId, kind, given, textVersion: versionName(text), channel, at: now })
  await audit(sql, {
    at: now,
    actor: `person:${personId}`,
    action: 'consent',
    object: `person:${personId}`,
    details: { kind, number: text.number, given },
  })
  const to = await turn.audience()
  if (given) {
    if (needed.includes(kind)) await setStopped(sql, personId, null)
    turn.forgetPerson()
    turn.reply(consentKept(to))
    if (await askConsentDue(turn)) return
    if ((await owedReports(turn)).some((o) => o.state !== 'in')) turn.reply(await menuFor(turn))
    return
  }
  if (needed.includes(kind)) await stopStarting(turn)
  if (kind === 'story')
    for (const story of await listStoriesToldBy(sql, personId))
      await withdrawStory(sql, story, 'diminta', { now, actor: `person:${personId}`, laneId: turn.laneId })
  turn.reply(consentRefused(kind, to))
}
