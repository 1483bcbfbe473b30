import { policySums } from '../domain/policy-messages.ts'
import type { Json } from '../lib/json.ts'
import { localDate } from '../lib/local-time.ts'
import { UsageProblem } from '../lib/problem.ts'
import {
  findPolicyMessage,
  listPolicyMessages,
  listPolicyReceipts,
  type PolicyMessage,
  type PolicyReceipt,
} from '../store/policy-messages.ts'
import { defineCommand } from './command.ts'
import { idFrom } from './meeting-options.ts'
import { table } from './table.ts'
import { withDatabase } from './with-database.ts'

export const command = defineCommand({
  usage: '[ID]',
  help: `
Without ID: every policy message with how many have read it, men and women. With ID: who has read it and when, and who has
not: the log of the refresher.`,
  words: { min: 0, max: 1 },
  options: {},
  run: (context) =>
    withDatabase(context, async (db) => {
      const [word] = context.words
      if (word === undefined) {
        const all = []
        for (const message of await listPolicyMessages(db))
          all.push({ ...message, ...policySums(await listPolicyReceipts(db, message.id)) })
        context.print(
          all as unknown as Json,
          all.length === 0
            ? 'No policy message so far.'
            : table(all.map((m) => [String(m.id), on(m.createdAt), m.topic, m.regionCode, m.positions, sumOf(m)])),
        )
        return 0 as const
      }
      const id = idFrom(word, 'the number of the message')
      const message = await findPolicyMessage(db, id)
      if (!message) throw new UsageProblem(`There is no policy message ${id}: "kentongan policy status" lists them.`)
      const receipts = await listPolicyReceipts(db, id)
      context.print(
        { ...message, ...policySums(receipts), readers: receipts } as unknown as Json,
        [headOf(message), sumOf(policySums(receipts)), table(receipts.map(rowOf))].join('\n'),
      )
      return 0 as const
    }),
})

const on = (at: number) => localDate(at, 'Asia/Makassar')
const headOf = (m: PolicyMessage) => `${m.topic}, ${on(m.createdAt)}, for ${m.positions} in ${m.regionCode}`
const sumOf = ({ people, read, l, p, unknown }: ReturnType<typeof policySums>) =>
  `${read} of ${people} have read it: ${l} L + ${p} P${unknown > 0 ? `, ${unknown} not known` : ''}`

function rowOf({ name, sex, position, regionCode, acknowledgedAt, sentAt, timesSent }: PolicyReceipt): string[] {
  const state =
    acknowledgedAt !== null
      ? `read ${on(acknowledgedAt)}`
      : sentAt === null
        ? 'not sent yet'
        : `not read, sent ${timesSent} times, last ${on(sentAt)}`
  return [name, sex?.toUpperCase() ?? '-', position, regionCode, state]
}
