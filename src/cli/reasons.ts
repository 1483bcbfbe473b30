import type { Unreachable } from '../app/reach.ts'

/** Why a place cannot be written to, for staff. */
export const reasons: Readonly<Record<Unreachable, string>> = {
  nobody: 'nobody holds a seat that reports',
  not_enrolled: 'not enrolled yet: "kentongan people invite"',
  no_consent: 'has not agreed to be asked',
  stopped: 'has stopped messages ("berhenti")',
  blocked: 'has blocked the bot, or the address is gone',
}
