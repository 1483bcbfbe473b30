import { setLanguage } from '../../store/people.ts'
import { askLanguage, languageSet } from '../../wording/system/own-data.ts'
import type { LaneTurn } from '../turn.ts'

/** "bahasa": the language in which the house speaks. A running conversation keeps the one it began with. */
export async function bahasa(turn: LaneTurn, argument: string): Promise<void> {
  const person = await turn.person()
  if (argument !== 'id' && argument !== 'en') {
    turn.ask({ ask: 'language' })
    return turn.reply(askLanguage(await turn.audience()))
  }
  if (person) {
    await setLanguage(turn.sql, person.id, argument)
    turn.forgetPerson()
  }
  turn.reply(languageSet({ ...(await turn.audience()), language: argument }))
}
