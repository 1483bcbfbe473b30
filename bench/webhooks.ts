// Webhook calls of WhatsApp Business on loopback: a service as `npm start` runs it (its own process, SQLite, synced
// commits), signed calls at an even pace, and how long each waits for its 200, which comes after the inbox has it. Meta and
// Telegram, to whom it answers, are processes apart.
//   node bench/webhooks.ts [CALLS_PER_SECOND] [SECONDS]
import { fork } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CloudServer } from '../tests/support/whatsapp-cloud-server/cloud-server.ts'
import { startFlags } from './start-flags.ts'

interface WebhookFigures {
  readonly perSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly failed: number
  /** Of the service, with Telegram and WhatsApp Business on: after its start, and after the calls. */
  readonly idleMb: number
  readonly afterMb: number
}

async function measure(perSecond: number, seconds: number): Promise<WebhookFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'kentongan-webhooks-'))
  const meta = new CloudServer()
  const standIns = fork(join(import.meta.dirname, 'stand-ins.ts'))
  const [roots] = (await once(standIns, 'message')) as [Record<'metaRoot' | 'telegramRoot' | 'telegramToken', string>]
  const port = 20_000 + (process.pid % 20_000)
  const service = fork(join(import.meta.dirname, '../src/main.ts'), ['start'], {
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: `file:${join(folder, 'bench.db')}`,
      DATA_DIR: folder,
      PORT: String(port),
      LOG_LEVEL: 'warn',
      TELEGRAM_BOT_TOKEN: roots.telegramToken,
      TELEGRAM_API_ROOT: roots.telegramRoot,
      WHATSAPP_CLOUD_TOKEN: meta.token,
      WHATSAPP_CLOUD_PHONE_NUMBER_ID: meta.phoneNumberId,
      WHATSAPP_CLOUD_APP_SECRET: meta.appSecret,
      WHATSAPP_CLOUD_VERIFY_TOKEN: meta.verifyToken,
      WHATSAPP_CLOUD_API_ROOT: roots.metaRoot,
    },
    execArgv: [...startFlags],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  try {
    await until(async () => (await fetch(`http://127.0.0.1:${port}/healthz`)).ok)
    await new Promise((resolve) => setTimeout(resolve, 3_000))
    const idleMb = residentMb(service.pid!)
    const agent = new Agent({ keepAlive: true, maxSockets: 512 })
    let n = 0
    let failed = 0
    const call = async (waits: number[]): Promise<void> => {
      const body = callOf(n++, meta)
      const at = performance.now()
      const status = await post(agent, port, body, meta.appSecret).catch(() => 0)
      waits.push(performance.now() - at)
      if (status !== 200) failed += 1
    }
    const atPace = async (calls: number, pace: number, waits: number[]): Promise<void> => {
      const beganAt = performance.now()
      const under: Promise<void>[] = []
      for (let i = 0; i < calls; i += 1) {
        const dueIn = beganAt + (i * 1000) / pace - performance.now()
        if (dueIn > 1) await new Promise((resolve) => setTimeout(resolve, dueIn))
        under.push(call(waits))
      }
      await Promise.all(under)
    }
    // a second in which its code is compiled and connections are opened: libuv takes one new connection in each turn of
    // the loop, and five hundred at once of a fresh process would measure that alone
    await atPace(perSecond, perSecond / 4, [])
    const waits: number[] = []
    const beganAt = performance.now()
    await atPace(perSecond * seconds, perSecond, waits)
    const took = (performance.now() - beganAt) / 1000
    agent.destroy()
    waits.sort((a, b) => a - b)
    return {
      perSecond: Math.round(waits.length / took),
      p50Ms: waits[Math.floor(waits.length * 0.5)] ?? Number.NaN,
      p99Ms: waits[Math.floor(waits.length * 0.99)] ?? Number.NaN,
      failed,
      idleMb,
      afterMb: residentMb(service.pid!),
    }
  } finally {
    const ended = new Promise((resolve) => service.once('exit', resolve))
    service.kill('SIGTERM')
    await ended
    standIns.disconnect()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Half messages of 500 people, half news of ours, as Meta mixes them. */
function callOf(i: number, meta: CloudServer): string {
  const id = `wamid.bench${i}`
  const timestamp = String(Math.floor(Date.now() / 1000))
  const n = String(i % 500).padStart(4, '0')
  const value =
    i % 2 === 0
      ? {
          contacts: [{ profile: { name: `Orang ${n}` }, wa_id: `62812000${n}`, user_id: `ID.${n}` }],
          messages: [
            { id, timestamp, from: `62812000${n}`, from_user_id: `ID.${n}`, type: 'text', text: { body: 'halo' } },
          ],
        }
      : { statuses: [{ id, status: 'delivered', timestamp, recipient_id: `62812000${n}` }] }
  return JSON.stringify(meta.webhooks.envelope(value))
}

function post(agent: Agent, port: number, body: string, secret: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'x-hub-signature-256': signature,
    }
    const call = request(
      { agent, port, host: '127.0.0.1', path: '/hooks/whatsapp', method: 'POST', headers },
      (answer) => {
        answer.resume()
        answer.once('end', () => resolve(answer.statusCode ?? 0))
      },
    )
    call.once('error', reject)
    call.end(body)
  })
}

const residentMb = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024

async function until(isThere: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 60_000
  while (!(await isThere().catch(() => false))) {
    if (Date.now() > deadline) throw new Error('the service did not start')
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

const [perSecond = 1000, seconds = 10] = process.argv.slice(2).map(Number)
process.stdout.write(`${JSON.stringify(await measure(perSecond, seconds))}\n`)
process.exit(0)
