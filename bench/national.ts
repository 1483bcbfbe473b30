// One reporting day: everybody answers 25 questions, through inbox, turns and outbox to a channel that only counts.
// `node bench/national.ts PEOPLE` prints one line of JSON.
import { acceptInto } from '../src/app/accept-messages.ts'
import { Delivery } from '../src/app/deliver-outbox.ts'
import { takeTurn } from '../src/app/take-turns.ts'
import type { Channel } from '../src/channels/channel.ts'
import { SeededRandom } from '../src/lib/seeded-random.ts'
import { capabilities } from '../src/messages/capabilities.ts'
import { openSynthetic } from './synthetic.ts'

const perPerson = 25
const house = await openSynthetic(Number(process.argv[2] ?? 2_000), perPerson)
const { db } = house
const heard = new Map<string, number>()
const channel: Channel = {
  name: 'simulator',
  capabilities: capabilities.simulator,
  start: async () => {},
  stop: async () => {},
  state: () => ({ state: 'running' }),
  openFile: async () => {
    throw new Error('nobody fetches files here')
  },
  send: async ({ userId }) => {
    heard.set(userId, (heard.get(userId) ?? 0) + 1)
    return { kind: 'sent', messageRef: 'x' }
  },
}
const services = { ...house.services, channels: new Map([[channel.name, channel]]) }
const accept = acceptInto(services)
const delivery = new Delivery(services)
const random = new SeededRandom('national')

// people answer at their own pace: a shuffled order in which each one's questions stay in theirs
const next = new Map(house.people.map((userId) => [userId, 0]))
const waiting = [...house.people]
let peak = 0
const startedAt = performance.now()
while (waiting.length > 0) {
  const batch = Array.from({ length: Math.min(100, waiting.length) }, () => {
    const at = random.int(0, waiting.length - 1)
    const userId = waiting[at]!
    const question = next.get(userId)!
    next.set(userId, question + 1)
    if (question + 1 === perPerson) {
      waiting[at] = waiting.at(-1)!
      waiting.pop()
    }
    return house.message(userId, question)
  })
  await accept(batch)
  await takeTurn(services)
  for (let out = await delivery.deliver(); out.sent === 20; out = await delivery.deliver());
  if (random.chance(0.02)) peak = Math.max(peak, process.memoryUsage().rss)
}
while ((await takeTurn(services)).messages > 0);
for (let out = await delivery.deliver(); out.sent > 0; out = await delivery.deliver());
await delivery.finish()
const seconds = (performance.now() - startedAt) / 1_000

const count = async (from: string) => (await db.all<{ n: number }>(`select count(*) as n from ${from}`))[0]!.n
const messages = house.people.length * perPerson
const kept = await count(`answer where how = 'given'`)
const doubled = await count('(select 1 from answer group by report_id, path having count(*) > 1)')
// the n-th message of a person answered the n-th question
const outOfOrder = await count(
  `(select 1 from answer a join inbox i on i.id = a.inbox_id where a.how = 'given'
    and a.path <> 'q' || (cast(substr(i.external_id, instr(substr(i.external_id, 7), '-') + 7) as int) + 1))`,
)
console.log(
  JSON.stringify({
    people: house.people.length,
    messages,
    seconds,
    rssMb: Math.round(peak / 1e6),
    lost: messages - kept,
    doubled,
    outOfOrder,
    repliesHeard: [...heard.values()].reduce((sum, n) => sum + n, 0),
  }),
)
await house.close()
