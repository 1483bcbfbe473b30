// A round of seventy villages over all channels at once, with all that networks and people do to it: no answer lost, none
// doubled, each refusal in the staff's list with its reason.
import { afterEach, expect, test } from 'vitest'
import { examine } from '../../src/app/doctor.ts'
import { sendReminders } from '../../src/app/send-reminders.ts'
import { HOUR } from '../../src/lib/local-time.ts'
import { keysFrom } from '../../src/lib/seal.ts'
import { listGivenAnswers, readLedger } from '../../src/store/ledger.ts'
import { setSetting } from '../../src/store/settings.ts'
import { createSignInLink } from '../../src/store/sign-in.ts'
import { canRun } from '../channels/whatsapp-web-stage.ts'
import { Browser, holderOf } from '../web/stage.ts'
import { Doors, type Mishap, type Phone } from './doors.ts'
import { dataKey } from './house.ts'

let doors: Doors | undefined
afterEach(async () => {
  await doors?.close()
  doors = undefined
})

test('seventy villages report over four doors, and what goes wrong is made good or told', {
  timeout: 150_000,
}, async () => {
  doors = await Doors.open('four doors')
  const { meta, phones, services, service, clock } = doors
  const { db } = service
  const staff = new Browser(service.address!)
  const signIn = async () => {
    const personId = await holderOf(db, 'admin')
    await staff.post('/masuk', { t: await createSignInLink(db, { personId, now: clock.now() }) })
  }
  await signIn()
  const official = doors.of('whatsapp-cloud')
  const waiting = (some: readonly Phone[]) => some.filter((p) => !p.villager.finished && !p.blocked)
  const itemsOfMachine = async () => (await staff.get('/bantuan?jenis=mesin')).text
  /** Staff put back every message whose reason is this. */
  const tryAgain = async (reason: RegExp, kind = 'refused') => {
    const items = await db.all<{ id: number; details: string }>(
      'select id, details from staff_item where kind = $1 and handled_at is null',
      kind,
    )
    const ids = items.flatMap(({ id, details }) => (reason.test(details) ? [id] : []))
    for (const id of ids) expect((await staff.submit(`/bantuan/${id}`, 'coba_lagi')).status).toBe(303)
    return ids.length
  }
  /** What the bot begins is not said again where it may have arrived: staff say so, until nothing is in doubt. */
  const untilAllIsSaid = async () => {
    do await doors!.untilQuiet()
    while ((await tryAgain(/^/, 'in_doubt')) > 0)
  }

  // nobody has ever written over the official channel, and no template is set: nothing may be said there first
  await sendReminders(services, clock.now())
  await expect
    .poll(async () => (await itemsOfMachine()).match(/belum ada templat WhatsApp/g)?.length, { timeout: 30_000 })
    .toBe(official.length)
  const template = (name: string) => ({ name, language: 'id', parameters: ['person', 'place'] as const, buttons: 2 })
  meta.templates.set('undangan', { language: 'id', parameters: 2, buttons: ['Mulai', 'Nanti'] })
  await setSetting(db, 'whatsapp_templates', { invitation: template('undangan') })
  expect(await tryAgain(/belum ada templat/)).toBe(official.length)
  await untilAllIsSaid()

  // who stopped in the middle is reminded a day later, when Meta's window has closed
  const stopped = waiting(phones)
  expect(stopped.length).toBeGreaterThan(8)
  expect(waiting(official).length).toBeGreaterThan(2)
  doors.pass(26 * HOUR)
  await signIn()
  await sendReminders(services, clock.now())
  await untilAllIsSaid()
  expect(
    waiting(phones)
      .filter(({ door }) => door !== 'whatsapp-cloud')
      .map(({ userId, heard }) => [userId, heard]),
  ).toEqual([])
  const late = waiting(official).length
  expect((await itemsOfMachine()).match(/belum ada templat WhatsApp/g)).toHaveLength(late)

  // the name is mistyped at first: refused again, so it is on the list again
  await setSetting(db, 'whatsapp_templates', { half_done: template('lanjutan') })
  expect(await tryAgain(/belum ada templat/)).toBe(late)
  await untilAllIsSaid()
  meta.templates.set('lanjutan', { language: 'id', parameters: 2, buttons: ['Lanjut', 'Nanti'] })
  expect(await tryAgain(/Templat WhatsApp/)).toBe(late)
  await untilAllIsSaid()
  expect(waiting(phones).map(({ userId, heard }) => [userId, heard])).toEqual([])

  // kept, once each, and taken care of
  const inbox = await db.all<{ id: string; state: string }>('select external_id as id, state from inbox')
  const said = phones.flatMap((p) => p.said)
  expect(inbox.filter(({ state }) => state !== 'done')).toEqual([])
  expect(
    inbox
      .filter(({ id }) => !id.startsWith('s:'))
      .map(({ id }) => id)
      .sort(),
  ).toEqual(said.sort())

  // every answer is what its village said
  const given = Map.groupBy(await listGivenAnswers(db), (a) => a.userId)
  const misread = phones.flatMap(({ userId, villager, door }) =>
    [...villager.meant].flatMap(([path, meant]) => {
      const answer = given.get(userId)?.find((a) => a.path === path)
      // units are kept under their usual name: bedeng as petak
      const isUnit = meant !== null && typeof meant === 'object' && 'unit' in meant
      return answer !== undefined && (isUnit || answer.value === JSON.stringify(meant))
        ? []
        : [`${door} ${path}: ${answer?.value} for ${JSON.stringify(meant)}`]
    }),
  )
  expect(misread).toEqual([])
  const photos = await db.all<{ state: string; n: number }>(
    'select state, count(*) as n from attachment group by state',
  )
  expect(photos).toEqual([{ state: 'stored', n: phones.reduce((n, p) => n + p.photos, 0) }])

  const ledger = await readLedger(db)
  expect(Object.entries(ledger.broken).filter(([, n]) => n > 0)).toEqual([])
  expect(ledger.outbox.waiting).toBe(0)

  // what could not be delivered, and what may or may not have been, is in the list with its reason, and nothing else is
  const refused = await db.all<{ id: number; state: string }>(
    `select id, state from outbox where state in ('refused', 'in_doubt') order by id`,
  )
  const items = await db.all<{ key: string; reads: string | null }>(
    `select key, details as reads from staff_item where kind in ('refused', 'in_doubt') and handled_at is null`,
  )
  expect(items.map(({ key }) => key).sort()).toEqual(refused.map(({ id, state }) => `${state}:${id}`).sort())
  const page = await itemsOfMachine()
  for (const reason of [
    /memblokir bot di Telegram/,
    /memblokir bot di simulator/,
    /tidak bisa menerima pesan WhatsApp/,
  ])
    expect(page).toMatch(reason)
  expect(page.match(/<div class="muted">[^<]{20,}/g)).toHaveLength(ledger.outbox.refused)
  const checks = await examine(db, {
    now: clock.now(),
    dataDir: doors.folder,
    keys: keysFrom(dataKey),
    thorough: false,
  })
  expect(checks.find(({ about }) => about === 'refused')?.sentence).toContain(
    `${ledger.outbox.refused} messages were refused`,
  )

  // and all of it did happen
  const happened = phones.flatMap((p) => [...p.plan].flatMap(([n, mishap]) => (n <= p.acts ? [mishap] : [])))
  const times = (mishap: Mishap) => happened.filter((each) => each === mishap).length
  for (const mishap of ['twice', 'twice, late', 'flood', 'ill', 'cut', 'answer lost'] as const)
    expect(times(mishap), mishap).toBeGreaterThan(5)
  expect([times('blocks'), times('dead browser')]).toEqual([3, canRun ? 1 : 0])
  // a reply is said again only where nobody could know that it had arrived
  const repeated = phones.reduce((n, p) => n + p.repeated, 0)
  expect(repeated).toBeLessThanOrEqual(times('answer lost') + times('cut') + times('dead browser'))
})
