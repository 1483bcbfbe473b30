import { registerMeeting } from '../app/register-meeting.ts'
import { type MeetingKind, meetingKinds, readAttendance } from '../domain/meetings.ts'
import type { Json } from '../lib/json.ts'
import { UsageProblem } from '../lib/problem.ts'
import { defineCommand } from './command.ts'
import { numberFrom, sessionsFrom } from './meeting-options.ts'
import { withServices } from './with-services.ts'

export const command = defineCommand({
  usage: 'KIND REGION --on DATE [--session "DATE;20L 12P;PLACE"…]',
  help: `
KIND is rakor (of the Pokja or Forum of a kabupaten, numbered by itself), koordinasi_kecamatan, lokakarya_vlp,
kelas_belajar or internal.

  --on DATE         first day; --until DATE the last
  --session TEXT    one day or batch: "2024-08-12;20L 12P;Aula"; without numbers "2024-08-12"; ">=51" at least; a fourth
                    part names its villages: "2024-09-17;30L 20P;Aula;81.05.15.2001 81.05.15.2003"
  --sum "79L 38P"   sum of a whole kabupaten where the numbers of its sessions are not known
  --guests N        guests, counted apart: attendance may exceed membership
  --agenda TEXT     one point; may be repeated
  --title, --place, --opener, --initiator, --funder TEXT
  --round CODE      the round it belongs to

A kecamatan's report puts its meeting into the register by itself.`,
  words: { min: 2, max: 2 },
  options: {
    on: { type: 'string' },
    until: { type: 'string' },
    session: { type: 'string', multiple: true },
    sum: { type: 'string' },
    guests: { type: 'string' },
    agenda: { type: 'string', multiple: true },
    title: { type: 'string' },
    place: { type: 'string' },
    opener: { type: 'string' },
    initiator: { type: 'string' },
    funder: { type: 'string' },
    round: { type: 'string' },
  },
  run: (context) => {
    const { options, words } = context
    const [kindWord, regionCode] = words as [string, string]
    const kind = meetingKinds.find((k): k is MeetingKind => k === kindWord)
    if (!kind) throw new UsageProblem(`"${kindWord}" is no kind of meeting: choose ${meetingKinds.join(', ')}.`)
    if (options.on === undefined) throw new UsageProblem('"kentongan meeting add" needs --on DATE.')
    const sum = options.sum === undefined ? undefined : readAttendance(options.sum)?.count
    if (options.sum !== undefined && !sum)
      throw new UsageProblem(`--sum needs a count such as "79L 38P", not "${options.sum}".`)
    const guests = numberFrom(options.guests, '--guests')
    const { title, place, opener, initiator, funder } = options
    return withServices(context, async (services) => {
      const meeting = await registerMeeting(
        services,
        {
          kind,
          regionCode,
          fromOn: options.on!,
          agenda: options.agenda ?? [],
          sessions: sessionsFrom(options.session),
          ...(options.until !== undefined && { untilOn: options.until }),
          ...(options.round !== undefined && { roundCode: options.round }),
          ...(title !== undefined && { title }),
          ...(place !== undefined && { place }),
          ...(opener !== undefined && { opener }),
          ...(initiator !== undefined && { initiator }),
          ...(funder !== undefined && { funder }),
          ...(guests !== undefined && { guests }),
          ...(sum && { aggregate: sum }),
        },
        { now: context.clock.now(), actor: 'cli' },
      )
      context.print(meeting as unknown as Json, `${meeting.title}, ${meeting.fromOn}: meeting ${meeting.id}.`)
      return 0 as const
    })
  },
})
