import { askFollowUps } from './ask-follow-ups.ts'
import { backUp } from './back-up.ts'
import { checkCalendar } from './check-calendar.ts'
import { checkChannels } from './check-channels.ts'
import { checkHouse } from './check-house.ts'
import { erase } from './erase.ts'
import type { Job } from './job.ts'
import { openKecamatan } from './open-kecamatan.ts'
import { purge } from './purge.ts'
import { remindOfficers } from './remind-officers.ts'
import { sendDigests } from './send-digests.ts'
import { sendReminders } from './send-reminders.ts'
import { tidyOutbox } from './tidy-outbox.ts'

/** Every timed job, in the order in which those of one minute run. A new job is a file beside this one and a line here. */
export const jobs: readonly Job[] = [
  tidyOutbox,
  openKecamatan,
  sendReminders,
  sendDigests,
  askFollowUps,
  remindOfficers,
  checkChannels,
  checkHouse,
  checkCalendar,
  erase,
  purge,
  backUp,
]
