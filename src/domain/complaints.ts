import { DAY, HOUR, MINUTE } from '../lib/local-time.ts'
import type { Position } from './positions.ts'
import type { Action } from './rights.ts'

/** The rules of what is told in confidence: how long a telling stays open, who is woken again, what is kept. */

export const complaintKinds = ['perilaku', 'anak', 'uang', 'lain', 'bicara'] as const
export type ComplaintKind = (typeof complaintKinds)[number]

/** Money and goods are read by other officers than harm to people, and neither reads what is the others'. */
export const complaintOfficers = {
  petugas_pseah: { kinds: ['perilaku', 'anak', 'lain', 'bicara'], right: 'handle_complaint' },
  petugas_antikorupsi: { kinds: ['uang'], right: 'handle_fraud' },
} as const satisfies Partial<Record<Position, { kinds: readonly ComplaintKind[]; right: Action }>>
export type ComplaintOfficer = keyof typeof complaintOfficers

/** Who reads a complaint of this kind. */
export function officerOf(kind: ComplaintKind): ComplaintOfficer {
  return kind === 'uang' ? 'petugas_antikorupsi' : 'petugas_pseah'
}

export const complaintStates = ['baru', 'ditangani', 'selesai'] as const
export type ComplaintState = (typeof complaintStates)[number]

export function isComplaintKind(text: unknown): text is ComplaintKind {
  return complaintKinds.includes(text as ComplaintKind)
}

/** Only onwards: what is finished stays so, and nothing becomes unread again. */
export function canBecome(from: ComplaintState, to: ComplaintState): boolean {
  return complaintStates.indexOf(to) > complaintStates.indexOf(from)
}

/**
 * How long after the last message what somebody writes is still their answer. Long, because a late answer must not be
 * taken as one for the village's report; short on a phone that others use, whom the open question would tell of it.
 */
export function openUntil(now: number, shared: boolean): number {
  return now + (shared ? 30 * MINUTE : DAY)
}

/** An officer makes contact within this (`alarmsDue` reminds of it before). */
export const contactWithin = DAY

const later = (hours: readonly number[]) => hours.map((h) => h * HOUR)
const urgentAgain = later([1, 3, 6, 12, 24, 48, 72])
const calmAgain = later([12, 24, 48, 72])

/** How often the officers should have been told of a case by now that nobody has taken up: the first time at once. */
export function alarmsDue(complaint: { readonly urgent: boolean; readonly createdAt: number }, now: number): number {
  const age = now - complaint.createdAt
  return 1 + (complaint.urgent ? urgentAgain : calmAgain).filter((after) => age >= after).length
}
