import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandRights } from '../../src/app/commands/index.ts'
import { positionFacts } from '../../src/domain/positions.ts'
import { can } from '../../src/domain/rights.ts'
import { openRig, type Rig } from '../support/rig.ts'

const village = '81.05.15.2003'
const head = `demo-${village}-kades`

let rig: Rig

const deeds = async () => (await rig.services.db.all<{ n: number }>('select count(*) as n from audit'))[0]!.n
const said = (messages: readonly { readonly text: string }[]) => messages.map(({ text }) => text).join('\n')

beforeAll(async () => {
  rig = await openRig()
  await rig.openRound()
  await rig.say(head, 'selamat pagi')
})
afterAll(() => rig.close())

describe('a word of the chat that takes a right', () => {
  const actor = { seats: [{ position: 'kepala_desa', regionCode: village } as const] }
  const refused = [...commandRights].filter(
    ([, right]) => right !== 'own' && !can(actor, right, { regionCode: village }),
  )

  it('is kept from the head of a village in most cases', () => {
    expect(positionFacts.kepala_desa.levels).toEqual(['desa'])
    expect(refused.length).toBeGreaterThan(15)
  })

  it.each(refused.map(([name]) => name))('does nothing for somebody without it: /%s', async (name) => {
    const before = await deeds()
    for (const argument of ['', ' desa Karay sampai 21 agustus', ' 2024-10', ' 1 Baik'])
      expect([name, said(await rig.say(head, `/${name}${argument}`))]).toEqual([
        name,
        expect.stringMatching(/^Ada laporan yang belum selesai: .*\nBisa juga: ringkasan/),
      ])
    expect(await deeds()).toBe(before)
  })
})

describe('taking back', () => {
  it('is for those who still have the right', async () => {
    const phone = 'demo-admin'
    await rig.say(phone, 'hentikan pengiriman')
    const { db } = rig.services
    // an admin yesterday, a koordinator today: may still take back, but not this
    await db.run(
      `update holding set seat_id = (select id from seat where position = 'koordinator_kabupaten' and region_code = '81.05')
       where person_id = (select person_id from address where user_id = $1)`,
      phone,
    )
    await rig.say(phone, '/urungkan')
    const [row] = await db.all<{ value: string }>(`select value from setting where key = 'sending_paused'`)
    expect(row?.value).toBe('true')
  })
})
