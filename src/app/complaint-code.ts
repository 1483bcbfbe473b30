import { isEverydayTalk } from '../bahasa/index.ts'
import { normaliseCode } from '../domain/invitations.ts'

/** "cek K7QM-2XPA": the code, when that is what somebody typed. */
export function readCheck(text: string): string | undefined {
  const [, typed] = /^\s*\/?cek\s+([0-9a-z][0-9a-z\s–-]{6,12})\s*$/i.exec(text) ?? []
  return typed === undefined || isEverydayTalk(typed) ? undefined : normaliseCode(typed)
}
