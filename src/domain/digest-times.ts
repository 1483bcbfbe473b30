import { addDays, HOUR, instantOf, localDate, weekday } from '../lib/local-time.ts'
import { type Calendar, mayStart, nextAllowedAt, type Place, spreadAllowedAt } from './calendar.ts'
import type { DigestAudience } from './digests.ts'

// When a digest is made, and for which week.

/** The outbox key of a digest; `recipient` names the person or group it goes to. */
export function digestKey(audience: DigestAudience, recipient: string, periodOn: string): string {
  return `digest:${audience}:${recipient}:${periodOn}`
}

/** The Monday of the local week of an instant: the period of a digest. */
export function digestPeriodOn(at: number, zone: string): string {
  const todayOn = localDate(at, zone)
  return addDays(todayOn, -((weekday(todayOn) + 6) % 7))
}

/** Digests leave Monday 09:00 of the kabupaten or in its next allowed slot, and not at all two days after that. */
const digestAt = '09:00'

const digestWindowHours = 48

const digestSpreadMinutes = 15

/** When the digest of a week leaves for one recipient, and until when it may. */
export function digestSlot(
  periodOn: string,
  place: Place,
  calendar: Calendar,
  recipient: string,
): { readonly dueAt: number; readonly windowEndsAt: number } {
  const mondayAt = instantOf(periodOn, digestAt, place.zone)
  const allowedAt = nextAllowedAt(mondayAt, place, calendar)
  const allowedOn = localDate(allowedAt, place.zone)
  const wishedAt = allowedOn === periodOn ? allowedAt : instantOf(allowedOn, digestAt, place.zone)
  const dueAt = spreadAllowedAt(Math.max(allowedAt, wishedAt), place, calendar, recipient, digestSpreadMinutes)
  return { dueAt, windowEndsAt: dueAt + digestWindowHours * HOUR }
}

/** The period whose digest is due now, or undefined. A week full of holidays hands its digest on to no other week. */
export function digestDue(now: number, place: Place, calendar: Calendar, recipient: string): string | undefined {
  const periodOn = digestPeriodOn(now, place.zone)
  const { dueAt, windowEndsAt } = digestSlot(periodOn, place, calendar, recipient)
  return now >= dueAt && now < windowEndsAt && mayStart(now, place, calendar).allowed ? periodOn : undefined
}
