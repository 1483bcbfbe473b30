// Whether an answer costs more far into a form: two crowds in one database, one between the questions 12 and 36, one
// between 72 and 96, answering in turns, so that whatever else the machine and the database do befalls both.
// `node bench/growth.ts PEOPLE` prints one line of JSON.
import { acceptInto } from '../src/app/accept-messages.ts'
import { takeTurn } from '../src/app/take-turns.ts'
import { openSynthetic } from './synthetic.ts'

const people = Number(process.argv[2] ?? 300)
const questions = 96
const measured = 24
const from = 12
// the very last answer is left out: its reply is the recap of everything
const late = questions - measured - 1
const house = await openSynthetic(2 * people, questions)
const accept = acceptInto(house.services)
const crowds = { early: house.people.slice(0, people), late: house.people.slice(people) }

/** Processor time in µs per answer while a crowd answers one question. */
async function answer(crowd: readonly string[], question: number): Promise<number> {
  const used = process.cpuUsage()
  for (let i = 0; i < crowd.length; i += 100)
    await accept(crowd.slice(i, i + 100).map((userId) => house.message(userId, question)))
  while ((await takeTurn(house.services)).messages > 0);
  const { user, system } = process.cpuUsage(used)
  return (user + system) / crowd.length
}

for (let question = 0; question < late; question++) {
  await answer(crowds.late, question)
  if (question < from) await answer(crowds.early, question)
}
const cost = { early: 0, late: 0 }
for (let i = 0; i < measured; i++) {
  // whoever goes second finds things warm
  const order = i % 2 === 0 ? (['early', 'late'] as const) : (['late', 'early'] as const)
  for (const crowd of order) cost[crowd] += await answer(crowds[crowd], (crowd === 'early' ? from : late) + i)
}
const [kept] = await house.db.all<{ n: number }>(`select count(*) as n from answer where how = 'given'`)
if (kept!.n !== people * (late + from + 2 * measured)) throw new Error(`${kept!.n} answers are kept`)
console.log(
  JSON.stringify({
    people,
    earlyUs: Math.round(cost.early / measured),
    lateUs: Math.round(cost.late / measured),
    session: await house.sessionBytes(crowds.late),
  }),
)
await house.close()
