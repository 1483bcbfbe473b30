import { askAll } from './commands/all-at-once.ts'
import { change } from './commands/changing.ts'
import { goBack, takeBack } from './commands/going-back.ts'
import { help, leave, showSummary } from './commands/helping.ts'
import { goOn } from './commands/open-again.ts'
import { askPause } from './commands/pausing.ts'
import { same, sameForTheRest } from './commands/same.ts'
import { skip } from './commands/skipping.ts'
import type { Turn } from './turn.ts'

/**
 * The words that work at any step of any form. True when the word was one of them; others (`lapor`, `berhenti`,
 * `data saya` …) are dealt with before a message reaches a conversation.
 */
export function obey(turn: Turn, command: string, argument: string | undefined): boolean {
  switch (command) {
    case 'mulai':
    case 'lanjut':
      goOn(turn)
      return true
    case 'kembali':
      // "kembali ke 5" names the question
      if (argument === undefined) goBack(turn)
      else change(turn, argument)
      return true
    case 'ubah':
      change(turn, argument)
      return true
    case 'koreksi':
      takeBack(turn, argument)
      return true
    case 'lewati':
      skip(turn)
      return true
    case 'nanti':
      askPause(turn, argument)
      return true
    case 'ringkasan':
      showSummary(turn)
      return true
    case 'bantuan':
      help(turn)
      return true
    case 'batal':
      leave(turn)
      return true
    case 'semua':
      askAll(turn)
      return true
    case 'sama':
      return same(turn)
    case 'semua_sama':
      return sameForTheRest(turn, argument)
    default:
      return false
  }
}
