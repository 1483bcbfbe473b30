import { missingHolidayYears } from '../domain/calendar.ts'
import { loadCalendar } from '../store/programme.ts'
import { addStaffItem } from '../store/staff-items.ts'
import type { Services } from './services.ts'

const november = 10

/**
 * Tells staff, once a year, that the holidays of this year or (from November on) the next are not entered. Without them
 * the bot would write on days of rest. Returns how many years are missing.
 */
export async function checkCalendar({ db, log }: Services, now: number): Promise<number> {
  const today = new Date(now)
  const year = today.getUTCFullYear()
  const until = today.getUTCMonth() >= november ? year + 1 : year
  // read afresh: another process may have entered them
  const missing = missingHolidayYears(await loadCalendar(db), year, until)
  for (const missed of missing) {
    log.warn({ year: missed }, 'the calendar has no holidays for this year')
    await addStaffItem(db, {
      kind: 'note',
      key: `holidays:${missed}`,
      details: {
        reads: `Hari libur ${missed} belum ada di kalender. Mohon diisi dari SKB 3 Menteri, supaya tidak ada pesan di hari libur.`,
      },
      at: now,
    })
  }
  return missing.length
}
