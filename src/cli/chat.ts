import { TerminalChannel } from '../channels/terminal/terminal-channel.ts'
import { UsageProblem } from '../lib/problem.ts'
import { openDatabase } from '../store/database.ts'
import { giveAddress } from '../store/people.ts'
import { findSetting } from '../store/settings.ts'
import { defineCommand } from './command.ts'
import { prepareDatabase } from './prepare-database.ts'
import { startService } from './service.ts'

const terminalUser = 'terminal'

export const command = defineCommand({
  usage: '[--as NAME]',
  help: `
--as NAME   whose phone it is: part of an invented person's name (default: the first raja negeri)

A conversation at the keyboard: a line is a message, choices are numbered. Works on a demo database only, and not beside
a running service. Ctrl-D ends it.`,
  words: { min: 0, max: 0 },
  options: { as: { type: 'string' } },
  run: async (context) => {
    const config = await context.config()
    const now = context.clock.now()
    await prepareDatabase(now, config, context.note)
    const person = await pickPerson(config.databaseUrl, context.options.as, now)
    const channel = new TerminalChannel({
      input: context.stdin,
      output: process.stdout,
      clock: context.clock,
      userId: terminalUser,
      sitting: String(now),
    })
    const service = await startService(
      { ...config, telegram: undefined },
      {
        log: await context.logger(),
        clock: context.clock,
        parts: ['turns', 'send', 'jobs', 'web'],
        channels: [channel],
        console: false,
      },
    )
    context.note(`You are ${person.name} (${person.position} ${person.place}). Try: mulai`)
    await ended(context.stdin)
    await service.stop()
    return 0 as const
  },
})

async function pickPerson(
  url: string,
  wanted: string | undefined,
  now: number,
): Promise<{ name: string; position: string; place: string }> {
  const db = await openDatabase(url)
  try {
    if ((await findSetting(db, 'demo')) !== true)
      throw new UsageProblem('chat plays invented people: use a demo database ("kentongan demo load" on an empty one).')
    const people = await db.all<{ id: number; name: string; position: string; place: string }>(
      `select p.id, p.name, s.position, coalesce(r.name, '') as place from person p
       join holding h on h.person_id = p.id join seat s on s.id = h.seat_id left join region r on r.code = s.region_code
       where p.demo = 1 order by case s.position when 'raja_negeri' then 0 else 1 end, p.id`,
    )
    const person =
      wanted === undefined ? people[0] : people.find((p) => p.name.toLowerCase().includes(wanted.toLowerCase()))
    if (!person) throw new UsageProblem(`Nobody invented is called "${wanted}": "kentongan people list" names them.`)
    await giveAddress(db, { channel: 'terminal', userId: terminalUser, personId: person.id, now })
    return person
  } finally {
    await db.close()
  }
}

function ended(stream: NodeJS.ReadableStream): Promise<void> {
  return new Promise((resolve) => {
    stream.once('close', () => resolve())
    stream.once('end', () => resolve())
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
}
