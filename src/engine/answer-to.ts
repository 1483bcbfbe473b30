import { readCommand } from '../bahasa/index.ts'
import { repeatOpen } from './commands/open-again.ts'
import { obey } from './commands.ts'
import { onAllAnswers } from './replies/all-answers.ts'
import { onAnotherItem } from './replies/another-item.ts'
import { onConfirm, onReason } from './replies/checks.ts'
import { onCommandOrAnswer, onReadingOptions } from './replies/doubts.ts'
import { onHumanOffer } from './replies/human-offer.ts'
import { onAnswer } from './replies/open-question.ts'
import { onOverview } from './replies/overview.ts'
import { onPauseUntil } from './replies/pause-until.ts'
import { keepPhoto } from './replies/photos.ts'
import { onRecap } from './replies/recap.ts'
import type { Reply } from './replies/reply.ts'
import { onWhichToChange } from './replies/which-to-change.ts'
import type { Turn } from './turn.ts'

/** A reply, read as what the conversation waits for: `replies/` has a file for each. */
export function answerTo(turn: Turn, input: Reply): undefined {
  const { session } = turn
  if (input.kind === 'choice' && input.step !== session.step) {
    turn.emit({ kind: 'stale-pressed' })
    return repeatOpen(turn)
  }
  if (session.state === 'paused') session.state = 'running'
  const { awaits } = session
  if (input.kind === 'photo' && awaits.kind !== 'nothing' && keepPhoto(turn, input)) return
  switch (awaits.kind) {
    case 'answer':
      return onAnswer(turn, awaits, input)
    case 'confirm':
      return onConfirm(turn, awaits, input)
    case 'reason':
    case 'correction_reason':
    case 'skip_reason':
      return onReason(turn, awaits, input)
    case 'reading_options':
      return onReadingOptions(turn, awaits, input)
    case 'command_or_answer':
      return onCommandOrAnswer(turn, awaits, input)
    case 'human_offer':
      return onHumanOffer(turn, awaits, input)
    case 'which_to_change':
      return onWhichToChange(turn, awaits, input)
    case 'pause_until':
      if (input.kind === 'text' || input.kind === 'choice') return onPauseUntil(turn, awaits, input)
      // no time can be seen in it: it is for what was open before
      session.awaits = awaits.back
      return answerTo(turn, input)
    case 'all_answers':
      return onAllAnswers(turn, awaits, input)
    case 'another_item':
      return onAnotherItem(turn, awaits, input)
    case 'same_overview':
      return onOverview(turn, input)
    case 'recap':
      return onRecap(turn, input)
    case 'nothing':
      return onNothing(turn, input)
  }
}

/** Nothing is open: only what concerns a report that is there. */
function onNothing(turn: Turn, input: Reply): undefined {
  if (input.kind !== 'text' || turn.session.state === 'stopped') return
  const found = readCommand(input.text)
  if (found && afterwards.has(found.command)) obey(turn, found.command, found.argument)
}

const afterwards: ReadonlySet<string> = new Set(['ubah', 'koreksi', 'kembali', 'ringkasan'])
