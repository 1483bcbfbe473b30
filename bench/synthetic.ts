// A house with many people in the middle of a form of any length: the same pipeline as always, without a round around it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Services } from '../src/app/services.ts'
import { openServices } from '../src/cli/open-services.ts'
import { start } from '../src/engine/engine.ts'
import { compileForm } from '../src/flows/compile.ts'
import type { FormSource, NodeSource } from '../src/flows/form-source.ts'
import { ManualClock } from '../src/lib/clock.ts'
import { silentLogger } from '../src/lib/logger.ts'
import type { InboundContent, InboundMessage } from '../src/messages/inbound.ts'
import { type Database, openDatabase } from '../src/store/database.ts'
import { insertSimulatorAddresses } from '../src/store/demo.ts'
import { installForm } from '../src/store/form-versions.ts'
import { migrate } from '../src/store/migrate.ts'
import { saveProgramme } from '../src/store/programme.ts'
import type { Snapshot } from '../src/store/reports.ts'
import { insertPersons } from '../src/store/seats.ts'

const startedAt = Date.UTC(2025, 4, 6, 1)

/** Twelve kinds of question, as the survey of the peer has them, and again when more are wanted. */
const kinds = [
  'text',
  'integer',
  'choice',
  'choice',
  'integer',
  'text',
  'choice',
  'geopoint',
  'image',
  'integer',
  'choice',
  'text',
] as const

export interface Synthetic {
  readonly services: Services
  readonly db: Database
  readonly people: readonly string[]
  /** What one person sends to the n-th question, counted from 0. */
  message(userId: string, question: number): InboundMessage
  /** Bytes of the stored conversations on average, and of the answers in them. */
  sessionBytes(of?: readonly string[]): Promise<{ readonly whole: number; readonly answers: number }>
  close(): Promise<void>
}

export async function openSynthetic(people: number, questions: number): Promise<Synthetic> {
  const folder = mkdtempSync(join(tmpdir(), 'kentongan-bench-'))
  const db = await openDatabase(`file:${join(folder, 'bench.db')}`)
  await migrate(db, { now: startedAt })
  await saveProgramme(db, {
    code: 'bench',
    name: 'Program Ukur',
    longName: 'Program Ukur',
    funder: null,
    implementer: 'Yayasan Ukur',
    kabupaten: {},
  })
  const source = formOf(questions)
  const compiled = compileForm(source)
  if (!('form' in compiled)) throw new Error(compiled.findings.map((f) => f.message).join('; '))
  const version = await installForm(db, source, startedAt)
  const clock = new ManualClock(startedAt)
  const services = openServices({ dataDir: folder, dataKey: Buffer.alloc(32, 7) }, { db, clock, log: silentLogger })

  const { session } = start(
    compiled.form,
    { depth: 'full', language: 'id' },
    {
      now: startedAt,
      zone: snapshot.zone,
      language: 'id',
      address: snapshot.address,
      fields: {},
      instance: () => undefined,
      reportState: 'open',
    },
  )
  const userIds: string[] = []
  for (let from = 0; from < people; from += 5_000) {
    const names = Array.from({ length: Math.min(5_000, people - from) }, (_, i) => `warga-${from + i}`)
    userIds.push(...names)
    await db.transaction(async (sql) => {
      const ids = await insertPersons(
        sql,
        db,
        names.map((name) => ({ name, sex: 'l' as const, language: 'id', phoneSealed: null, phoneHash: null })),
        { demo: true, now: startedAt },
      )
      await insertSimulatorAddresses(
        sql,
        db,
        ids.map((personId, i) => ({ personId, userId: names[i]!, name: names[i]! })),
        startedAt,
      )
    })
  }
  await db.transaction(async (sql) => {
    await sql.run(
      `insert into report (form_version_id, state, started_at) select $1, 'open', $2 from person`,
      version.id,
      startedAt,
    )
    await sql.run(
      `insert into session (lane_id, person_id, report_id, form_version_id, status, state, started_at, last_step_at)
       select l.id, l.person_id, l.id, $1, 'active', $2, $3, $3 from lane l order by l.id`,
      version.id,
      JSON.stringify(session),
      startedAt,
    )
    await sql.run(
      'insert into session_snapshot (session_id, body) select id, $1 from session',
      JSON.stringify(snapshot),
    )
    await sql.run('update lane set active_session_id = (select s.id from session s where s.lane_id = lane.id)')
  })

  return {
    services,
    db,
    people: userIds,
    message: (userId, question) => ({
      channel: 'simulator',
      externalId: `${userId}-${question}`,
      userId,
      chatId: userId,
      chatKind: 'private',
      sentAt: clock.now(),
      content: contentOf(question),
    }),
    sessionBytes: async (of = userIds) => {
      const rows = await db.all<{ state: string; earlier: string }>(
        `select s.state, coalesce(e.body, '{}') as earlier from session s join address a on a.lane_id = s.lane_id
         left join session_earlier e on e.session_id = s.id where a.user_id in ${db.texts()}`,
        JSON.stringify(of.slice(0, 50)),
      )
      const whole = rows.reduce((sum, r) => sum + Buffer.byteLength(r.state + r.earlier), 0) / rows.length
      const answers = rows.reduce((sum, r) => {
        const { answers: own } = JSON.parse(r.state) as { answers: unknown }
        return sum + Buffer.byteLength(JSON.stringify(own) + r.earlier)
      }, 0)
      return { whole: Math.round(whole), answers: Math.round(answers / rows.length) }
    },
    close: async () => {
      await db.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const snapshot: Snapshot = {
  zone: 'Asia/Makassar',
  language: 'id',
  address: 'Pak',
  sapaan: 'Bapak',
  fields: { sapaan: 'Bapak', nama: 'Warga', desa: 'Desa Ukur', salam: 'Selamat pagi' },
  instances: {},
}

function formOf(questions: number): FormSource {
  return {
    settings: { form_id: 'ukur', form_title: { id: 'Ukur' }, version: '1', default_language: 'id' },
    survey: Array.from({ length: questions }, (_, i): NodeSource => {
      const kind = kinds[i % kinds.length]!
      const label = { id: `Pertanyaan ${i + 1}: berapa jumlah keluarga penerima bantuan di desa ini bulan lalu?` }
      const name = `q${i + 1}`
      if (kind === 'choice') return { type: 'select_one', list: 'ya_tidak', name, label }
      return { type: kind, name, label }
    }),
    choices: {
      ya_tidak: [
        { name: 'sudah', label: { id: 'Sudah' } },
        { name: 'belum', label: { id: 'Belum' } },
      ],
    },
    entities: [],
  }
}

function contentOf(question: number): InboundContent {
  switch (kinds[question % kinds.length]!) {
    case 'text':
      return { kind: 'text', text: `Jawaban kepala desa nomor ${question}, dicek di lapangan` }
    case 'integer':
      return { kind: 'text', text: String(100 + question) }
    case 'choice':
      return { kind: 'text', text: '1' }
    case 'geopoint':
      return { kind: 'location', latitude: -6.2, longitude: 106.8 }
    case 'image':
      return { kind: 'photo', file: { ref: `foto-${question}`, size: 1_000, mime: 'image/jpeg' } }
  }
}
