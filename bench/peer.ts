// The peer in the same run: a survey on grammY with @grammyjs/conversations, its state in SQLite under the same settings
// as ours (WAL, synchronous=FULL). `node bench/peer.ts PEOPLE QUESTIONS` prints one line of JSON. No network: updates
// are handed to the bot, and a fetch of ours answers its calls.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ConversationFlavor, conversations, createConversation } from '@grammyjs/conversations'
import Sqlite from 'better-sqlite3'
import { Bot, type Context } from 'grammy'
import type { Update, UserFromGetMe } from 'grammy/types'

const [people = '300', questions = '12'] = process.argv.slice(2)
const asked = Number(questions)
const folder = mkdtempSync(join(tmpdir(), 'kentongan-peer-'))
const db = new Sqlite(join(folder, 'peer.db'))
db.pragma('journal_mode = WAL')
db.pragma('synchronous = FULL')
db.exec(
  'create table state (key text primary key, value text not null); create table report (chat integer, answers text)',
)
const find = db.prepare<[string], { value: string }>('select value from state where key = ?')
const write = db.prepare('insert into state values (?, ?) on conflict (key) do update set value = excluded.value')
const remove = db.prepare('delete from state where key = ?')
const keep = db.prepare('insert into report values (?, ?)')

type Talk = ConversationFlavor<Context>
const me: UserFromGetMe = {
  id: 1,
  is_bot: true,
  first_name: 'Ukur',
  username: 'ukur_bot',
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
  can_manage_bots: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
  supports_join_request_queries: false,
}
let sent = 0
const answerFromHere = async (url: string, init: { readonly body: string }) => {
  const isMessage = url.endsWith('/sendMessage')
  const { chat_id: id } = isMessage ? (JSON.parse(init.body) as { chat_id: number }) : { chat_id: 0 }
  const result = isMessage
    ? { message_id: ++sent, date: 1_700_000_000, chat: { id, type: 'private', first_name: 'W' }, text: '-' }
    : true
  return { json: async () => ({ ok: true, result }) }
}
const bot = new Bot<Talk>('1:A', {
  botInfo: me,
  client: { apiRoot: 'http://127.0.0.1:9', fetch: answerFromHere as unknown as typeof fetch },
})
bot.use(
  conversations({
    storage: {
      read: (key: string) => {
        const row = find.get(key)
        return row && JSON.parse(row.value)
      },
      write: (key: string, state: unknown) => void write.run(key, JSON.stringify(state)),
      delete: (key: string) => void remove.run(key),
    },
  }),
)
bot.use(
  createConversation<Talk, Context>(async (conversation, first) => {
    const answers: string[] = []
    let context: Context = first
    for (let question = 0; question < asked; question++) {
      await context.reply(`Pertanyaan ${question + 1}: berapa jumlah keluarga penerima bantuan di desa ini bulan lalu?`)
      context = await conversation.waitFor('message:text')
      answers.push(context.message?.text ?? '')
    }
    const chat = context.chat?.id ?? 0
    await conversation.external(() => void keep.run(chat, JSON.stringify(answers)))
    await context.reply('Terima kasih.')
  }, 'laporan'),
)
bot.command('start', (context) => context.conversation.enter('laporan'))

let updates = 0
function said(id: number, text: string): Update {
  const entities = text === '/start' ? { entities: [{ type: 'bot_command' as const, offset: 0, length: 6 }] } : {}
  const person = { id, first_name: 'Warga' }
  updates += 1
  return {
    update_id: updates,
    message: {
      message_id: updates,
      date: 1_700_000_000,
      from: { ...person, is_bot: false },
      chat: { ...person, type: 'private' },
      text,
      ...entities,
    },
  } as Update
}

const ids = Array.from({ length: Number(people) }, (_, i) => 1_000 + i)
for (const id of ids) await bot.handleUpdate(said(id, '/start'))
const latencies: number[] = []
let cpu = 0
let wall = 0
let stateBytes = 0
for (let question = 0; question < asked; question++) {
  const batch = ids.map((id) => said(id, `Jawaban kepala desa nomor ${question}, dicek di lapangan`))
  if (question === asked - 1)
    stateBytes = db.prepare<[], { n: number }>('select avg(length(value)) as n from state').get()!.n
  const startedAt = performance.now()
  const used = process.cpuUsage()
  for (const update of batch) {
    const from = performance.now()
    await bot.handleUpdate(update)
    latencies.push(performance.now() - from)
  }
  const { user, system } = process.cpuUsage(used)
  wall += performance.now() - startedAt
  cpu += user + system
}
const reports = db.prepare<[], { n: number }>('select count(*) as n from report').get()!.n
if (reports !== ids.length) throw new Error(`${ids.length} people answered and ${reports} reports are there`)
latencies.sort((a, b) => a - b)
const answers = ids.length * asked
console.log(
  JSON.stringify({
    people: ids.length,
    questions: asked,
    answersPerSecond: Math.round((answers / wall) * 1_000),
    cpuPerAnswerUs: Math.round(cpu / answers),
    p50Ms: Math.round(latencies[latencies.length >> 1]! * 100) / 100,
    p99Ms: Math.round(latencies[Math.floor(latencies.length * 0.99)]! * 100) / 100,
    stateBytes: Math.round(stateBytes),
  }),
)
db.close()
rmSync(folder, { recursive: true })
