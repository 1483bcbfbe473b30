import { addDays, DAY, HOUR, instantOf, localDate, MINUTE } from '../lib/local-time.ts'

/** This afternoon, or tomorrow's when it is past. */
export function eveningOf(at: Local): number {
  return nextAt('16:00', at)
}

export function morningAfter({ now, zone }: Local): number {
  return instantOf(addDays(localDate(now, zone), 1), '08:00', zone)
}

function nextAt(time: string, { now, zone }: Local): number {
  const at = instantOf(localDate(now, zone), time, zone)
  return at > now ? at : at + DAY
}

interface Local {
  readonly now: number
  readonly zone: string
}

/** When to ask again, as people say it: "besok pagi", "nanti sore", "2 jam lagi", "jam 7 malam", "hari senin". */
export function readUntil(text: string, { now, zone }: Local): number | undefined {
  const said = text.toLowerCase().replace(/\s+/g, ' ')
  const span = /(\d{1,3}|se)\s?(menit|jam|hari|minggu)(?: lagi)?\b/.exec(said)
  if (span) {
    const count = span[1] === 'se' ? 1 : Number(span[1])
    const at = now + count * spans[span[2] as keyof typeof spans]
    return at > now && at - now <= longestPause ? at : undefined
  }
  const today = localDate(now, zone)
  const day = dayOf(said, today)
  const time = timeOf(said)
  if (day === undefined && time === undefined) return undefined
  const at = instantOf(day ?? today, time ?? '08:00', zone)
  // "jam 8" said at nine means tomorrow's
  if (at <= now) return day === undefined || day === today ? at + DAY : undefined
  return at - now <= longestPause ? at : undefined
}

const longestPause = 31 * DAY
const spans = { menit: MINUTE, jam: HOUR, hari: DAY, minggu: 7 * DAY } as const

const weekdays = [/\bminggu\b/, /\bsenin\b/, /\bselasa\b/, /\brabu\b/, /\bkamis\b/, /\bjum'?at\b/, /\bsabtu\b/]

function dayOf(said: string, today: string): string | undefined {
  if (/\b(besok|bsk|esok|besuk)\b/.test(said)) return addDays(today, 1)
  if (/\blusa\b/.test(said)) return addDays(today, 2)
  if (/\b(minggu depan)\b/.test(said)) return addDays(today, 7)
  const named = weekdays.findIndex((name) => name.test(said))
  if (named >= 0) {
    const distance = (named - new Date(`${today}T00:00:00Z`).getUTCDay() + 7) % 7
    return addDays(today, distance === 0 ? 7 : distance)
  }
  return /\b(hari ini|nanti|malam ini|sore ini)\b/.test(said) ? today : undefined
}

/** An hour, with the part of the day that says which of the two it is. */
function timeOf(said: string): string | undefined {
  const part = /\b(subuh|pagi|siang|sore|malam)\b/.exec(said)?.[1]
  const clock =
    /\b(?:jam|pukul|pkl)\.?\s?(\d{1,2})(?:[.:](\d{2}))?\b/.exec(said) ?? /\b(\d{1,2})[.:](\d{2})\b/.exec(said)
  if (!clock) return part && usual[part]
  let hour = Number(clock[1])
  if (hour <= 12 && (part === 'sore' || part === 'malam' || (part === 'siang' && hour < 11))) hour = (hour % 12) + 12
  if (hour > 23 || Number(clock[2] ?? 0) > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${clock[2] ?? '00'}`
}

const usual: Readonly<Record<string, string>> = {
  subuh: '05:30',
  pagi: '08:00',
  siang: '12:30',
  sore: '16:00',
  malam: '19:00',
}
