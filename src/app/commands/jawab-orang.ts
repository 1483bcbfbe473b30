import { readYesno } from '../../bahasa/index.ts'
import { localDate } from '../../lib/local-time.ts'
import { closeQuestions, findQuestion, listOpenQuestions, type PersonQuestion } from '../../store/person-questions.ts'
import { acknowledgePolicy } from '../../store/policy-messages.ts'
import { findNewestKey } from '../../store/sent-messages.ts'
import { claimDecided } from '../../wording/system/claims.ts'
import { delegationGone, delegationTaken } from '../../wording/system/delegations.ts'
import { policyLater, policyThanks } from '../../wording/system/policy.ts'
import { decideOnClaim } from '../claims.ts'
import { answerConsent } from '../consents.ts'
import { answerDelegation } from '../delegations.ts'
import { menuFor } from '../menu.ts'
import { answerStory } from '../stories.ts'
import type { LaneTurn } from '../turn.ts'

/** A button under a question that the house put on behalf of somebody else: `<question>.ya` or `<question>.tidak`. */
export async function jawab_orang(turn: LaneTurn, argument: string): Promise<void> {
  const [, id, word] = /^(\d{1,15})\.(ya|tidak)$/.exec(argument) ?? []
  const question = id === undefined ? undefined : await findQuestion(turn.sql, Number(id))
  // a button carries no rights: the question must be this person's
  if (!question || question.personId !== turn.personId) return turn.reply(await menuFor(turn))
  await decide(turn, question, word === 'ya')
}

/** "ya", "bukan", "1": typed as the answer to the one such question that is open. False when it is none. */
export async function answerOpenQuestion(turn: LaneTurn, text: string): Promise<boolean> {
  if (turn.personId === null || turn.session?.status === 'active') return false
  const reading = readYesno(text, { referenceOn: localDate(turn.now, 'Asia/Makassar') })
  const said = 'value' in reading ? reading.value : { '1': true, '2': false }[text.trim()]
  if (typeof said !== 'boolean') return false
  // a text to agree to is answered where it was put (`pending`) or by its button: "ya" elsewhere may be about anything
  const all = (await listOpenQuestions(turn.sql, turn.personId)).filter(({ kind }) => kind !== 'consent')
  // what may stay open for weeks is answered by a word only while it is the newest thing that was said
  const newest = all.some(({ kind }) => isSlow(kind)) ? await findNewestKey(turn.sql, turn.laneId) : undefined
  const [question, ...more] = all.filter(({ kind, refId }) =>
    isSlow(kind) ? newest?.startsWith(`${kind}:${refId}:`) : !newest?.startsWith('policy:'),
  )
  if (!question || more.length > 0) return false
  await decide(turn, question, said)
  return true
}

const isSlow = (kind: PersonQuestion['kind']) => kind === 'policy' || kind === 'story'

async function decide(turn: LaneTurn, question: PersonQuestion, yes: boolean): Promise<void> {
  if (question.kind === 'policy') {
    const to = await turn.audience()
    if (!yes) {
      turn.ask({ ask: 'person_question', questionId: question.id })
      return turn.reply(policyLater(to))
    }
    await acknowledgePolicy(turn.sql, question.refId, turn.now)
    await closeQuestions(turn.sql, question, turn.now)
    return turn.reply(policyThanks(to))
  }
  if (question.kind === 'delegation') {
    const taken = await answerDelegation(turn, question.refId, yes)
    const to = await turn.audience()
    return turn.reply(taken ? delegationTaken(yes, to) : delegationGone(to))
  }
  if (question.kind === 'consent') return answerConsent(turn, question, yes)
  if (question.kind === 'story') return answerStory(turn, question.refId, yes)
  const by = {
    actor: await turn.actor(),
    name: `person:${turn.personId}`,
    personId: turn.personId,
    now: turn.now,
  }
  turn.reply(claimDecided(await decideOnClaim(turn.services, turn.sql, question.refId, yes, by), await turn.audience()))
  turn.services.bells.outbox.ring()
}
