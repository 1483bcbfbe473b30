import { levelOf } from '../domain/regions.ts'
import { isDate } from '../lib/local-time.ts'
import { Problem } from '../lib/problem.ts'
import { type Interest, type InterestState, insertInterest, listInterests, settleInterest } from '../store/interests.ts'
import { listMeetings } from '../store/meetings.ts'
import { findRegion, setRegionFacts } from '../store/regions.ts'
import { audit, findSetting } from '../store/settings.ts'
import type { Services } from './services.ts'

interface By {
  readonly now: number
  readonly actor: string
}

/** Notes that a village, kecamatan or kabupaten wants to take part. Throws `Problem` that says what is wrong. */
export async function noteInterest(
  services: Services,
  interest: Pick<Interest, 'regionCode' | 'toldOn' | 'toldBy' | 'what' | 'meetingId'>,
  by: By,
): Promise<Interest> {
  const { db } = services
  const { regionCode, toldOn, toldBy, what, meetingId } = interest
  if (!isDate(toldOn)) throw new Problem('bad_date', `"${toldOn}" is not a date such as 2024-08-20`)
  if (toldBy.trim() === '' || what.trim() === '')
    throw new Problem('not_said', 'say which office or body told it, and what it wants')
  return db.transaction(async (sql) => {
    const region = await findRegion(sql, regionCode)
    if (!region || levelOf(regionCode) === 'provinsi')
      throw new Problem('unknown_region', `there is no village, kecamatan or kabupaten ${regionCode} here`)
    if (region.villageType !== '')
      throw new Problem('takes_part', `${region.name} takes part already (${region.villageType})`)
    if (meetingId !== null && (await listMeetings(sql, db, { ids: [meetingId] })).length === 0)
      throw new Problem('unknown_meeting', `there is no meeting ${meetingId}: "kentongan meeting list" shows them`)
    const id = await insertInterest(
      sql,
      { regionCode, toldOn, toldBy, what, meetingId },
      {
        at: by.now,
        actor: by.actor,
        demo: (await findSetting(sql, 'demo')) === true,
      },
    )
    await audit(sql, { at: by.now, actor: by.actor, action: 'interest_noted', object: `interest:${id}` })
    return (await listInterests(sql, { id }))[0]!
  })
}

/** What became of it. A village that is taken in is one of replication from then on, and gets the same forms. */
export async function answerInterest(
  services: Services,
  answer: { readonly id: number; readonly state: InterestState; readonly on: string; readonly because: string },
  by: By,
): Promise<Interest> {
  const { db } = services
  const { id, state, on, because } = answer
  if (!isDate(on)) throw new Problem('bad_date', `"${on}" is not a date such as 2024-08-20`)
  if (because.trim() === '') throw new Problem('no_reason', 'say why, so that it can be understood later')
  return db.transaction(async (sql) => {
    const [before] = await listInterests(sql, { id })
    if (!before)
      throw new Problem('unknown_interest', `there is no interest ${id}: "kentongan interest list" shows them`)
    if (before.state !== 'dicatat') throw new Problem('settled', `interest ${id} is ${before.state} already`)
    await settleInterest(sql, id, { state, on, because })
    if (state === 'diterima' && before.level === 'desa')
      await setRegionFacts(sql, db, [{ code: before.regionCode, villageType: 'replikasi' }])
    await audit(sql, {
      at: by.now,
      actor: by.actor,
      action: 'interest_settled',
      object: `interest:${id}`,
      details: { state, region: before.regionCode },
    })
    return (await listInterests(sql, { id }))[0]!
  })
}
