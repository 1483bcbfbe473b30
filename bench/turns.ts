// How fast and how dear an answer is: `node bench/turns.ts one|all PEOPLE QUESTIONS`. Prints one line of JSON.
import { acceptInto } from '../src/app/accept-messages.ts'
import { takeTurn } from '../src/app/take-turns.ts'
import { openSynthetic } from './synthetic.ts'

const [mode = 'one', people = '300', questions = '12'] = process.argv.slice(2)
const asked = Number(questions)
const house = await openSynthetic(Number(people), asked)
const { services, db } = house
const accept = acceptInto(services)

const latencies: number[] = []
let wall = 0
let cpu = 0
let answers = 0
for (let question = 0; question < asked; question++) {
  const messages = house.people.map((userId) => house.message(userId, question))
  const startedAt = performance.now()
  const used = process.cpuUsage()
  if (mode === 'one')
    for (const message of messages) {
      const from = performance.now()
      await accept([message])
      await takeTurn(services)
      latencies.push(performance.now() - from)
    }
  else {
    // as polls bring them: up to a hundred at a time
    for (let i = 0; i < messages.length; i += 100) await accept(messages.slice(i, i + 100))
    while ((await takeTurn(services)).messages > 0);
  }
  const { user, system } = process.cpuUsage(used)
  wall += performance.now() - startedAt
  cpu += user + system
  answers += messages.length
}
const [kept] = await db.all<{ n: number }>(`select count(*) as n from answer where how = 'given'`)
const [replies] = await db.all<{ n: number }>("select count(*) as n from outbox where key like 'reply:%:0'")
if (kept!.n !== answers || replies!.n !== answers)
  throw new Error(`${answers} answers were sent, ${kept!.n} are kept and ${replies!.n} replies queued`)
latencies.sort((a, b) => a - b)
console.log(
  JSON.stringify({
    mode,
    people: house.people.length,
    questions: asked,
    answersPerSecond: Math.round((answers / wall) * 1_000),
    cpuPerAnswerUs: Math.round(cpu / answers),
    ...(latencies.length > 0 && {
      p50Ms: round(latencies[latencies.length >> 1]!),
      p99Ms: round(latencies[Math.floor(latencies.length * 0.99)]!),
    }),
    rssMb: Math.round(process.memoryUsage().rss / 1e6),
  }),
)
await house.close()

function round(n: number): number {
  return Math.round(n * 100) / 100
}
