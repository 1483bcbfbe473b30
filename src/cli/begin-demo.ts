import { acceptInto } from '../app/accept-messages.ts'
import { DemoPlay } from '../app/demo/demo-round.ts'
import { readDemoCast } from '../app/demo-cast.ts'
import { loadDemo } from '../app/load-demo.ts'
import { SimulatorChannel } from '../channels/simulator/simulator-channel.ts'
import type { Config } from '../config.ts'
import { type Calendar, mayStart } from '../domain/calendar.ts'
import { Clockwork } from '../jobs/clockwork.ts'
import { openKecamatan } from '../jobs/open-kecamatan.ts'
import { sendReminders } from '../jobs/send-reminders.ts'
import { tidyOutbox } from '../jobs/tidy-outbox.ts'
import { ManualClock } from '../lib/clock.ts'
import { addDays, HOUR, instantOf, localDate } from '../lib/local-time.ts'
import { silentLogger } from '../lib/logger.ts'
import type { Database } from '../store/database.ts'
import { openServices } from './open-services.ts'

/** A round that began earlier than this would look forgotten. */
const MOST_DAYS_BACK = 12

/**
 * Loads the invented people into an empty database and plays the first day of their round up to now, so that whoever
 * opens the console sees a round at work: some villages have reported, some are half done, some have said nothing yet.
 * The days are jumped over, all else is the real thing.
 */
export async function beginDemo(db: Database, config: Pick<Config, 'dataDir' | 'dataKey'>, now: number): Promise<void> {
  const clock = new ManualClock(now)
  const network = new SimulatorChannel({ clock })
  const services = openServices(config, { db, clock, log: silentLogger, channels: [network] })
  clock.set(firstMorning(now, await services.programme.calendar(db)))
  await loadDemo(db, { now: clock.now(), hashKey: services.hashKey, actor: 'start' })
  services.programme.forget()
  await network.start(acceptInto(services))
  const clockwork = new Clockwork(services, [tidyOutbox, openKecamatan, sendReminders])
  const play = new DemoPlay(services, {
    clock,
    network,
    cast: readDemoCast(),
    seed: 'kentongan',
    runJobs: (at) => clockwork.runDue(at),
  })
  play.beginRound()
  await play.playDays(MOST_DAYS_BACK + 2, undefined, now)
  await clockwork.stop()
  await network.stop()
}

/** The last morning, some hours ago at least, on which both kabupaten may be written to. */
function firstMorning(now: number, calendar: Calendar): number {
  const zone = 'Asia/Makassar'
  const places = [
    { regionCode: '81.05', kabupatenCode: '81.05', zone: 'Asia/Jayapura' },
    { regionCode: '53.18', kabupatenCode: '53.18', zone },
  ]
  for (let back = 0; back <= MOST_DAYS_BACK; back++) {
    const at = instantOf(addDays(localDate(now, zone), -back), '07:00', zone)
    const invitesAt = at + 3 * HOUR
    if (invitesAt + 4 * HOUR < now && places.every((place) => mayStart(invitesAt, place, calendar).allowed)) return at
  }
  return instantOf(addDays(localDate(now, zone), -1), '07:00', zone)
}
