import type { SessionDraft } from '../app/register-meeting.ts'
import { readAttendance } from '../domain/meetings.ts'
import { UsageProblem } from '../lib/problem.ts'
import { villageCode } from './village-code.ts'

/** What the commands about meetings read from their options. */

/** `2024-08-12;20L 12P;Aula kecamatan;81.05.15.2001 81.05.15.2003`: date, who came, place, villages; all but the first may be left out. */
export function sessionsFrom(texts: readonly string[] | undefined): readonly SessionDraft[] {
  return (texts ?? []).map((text) => {
    const [on = '', came = '', place = '', villages = ''] = text.split(';').map((part) => part.trim())
    const attendance = came === '' ? undefined : readAttendance(came)
    if (came !== '' && !attendance)
      throw new UsageProblem(
        `"${came}" is no attendance: write "20L 12P", or ">=51" where only a lower bound is known.`,
      )
    return {
      on,
      attendance: attendance?.count ?? null,
      atLeast: attendance?.atLeast ?? false,
      ...(place !== '' && { place }),
      villages: villages === '' ? [] : villages.split(/[\s,]+/).map(villageCode),
    }
  })
}

/** `Data lokus 2025;Bapperida;2024-09-30`: what, who, by when. An office among who is asked about it in chat. */
export function commitmentsFrom(texts: readonly string[] | undefined) {
  return (texts ?? []).map((text) => {
    const [what = '', who = '', dueOn = ''] = text.split(';').map((part) => part.trim())
    if (what === '' || who === '')
      throw new UsageProblem(
        `"${text}" is no promise: write "WHAT;WHO;DATE", such as "Data lokus;Bapperida;2024-09-30".`,
      )
    return { what, who, dueOn: dueOn === '' ? null : dueOn }
  })
}

export function numberFrom(text: string | undefined, option: string): number | undefined {
  if (text === undefined) return undefined
  if (!/^\d{1,6}$/.test(text)) throw new UsageProblem(`${option} needs a whole number, not "${text}".`)
  return Number(text)
}

/** The number of a meeting, promise or recommendation. */
export function idFrom(text: string | undefined, what: string): number {
  const id = numberFrom(text, what)
  if (id === undefined) throw new UsageProblem(`${what} is missing.`)
  return id
}
