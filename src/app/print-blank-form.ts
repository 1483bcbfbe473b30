import { paperOfBlankForm } from '../documents/form-paper.ts'
import type { Paper } from '../documents/paper.ts'
import { kecamatanOf } from '../domain/regions.ts'
import { newSession, resume } from '../engine/engine.ts'
import type { EngineContext } from '../engine/input.ts'
import { tableInstance } from '../flows/table-instance.ts'
import { Problem } from '../lib/problem.ts'
import type { Sql } from '../store/database.ts'
import { listEntities } from '../store/entities.ts'
import { findLatestForm } from '../store/form-versions.ts'
import { findRegion, findRegionName } from '../store/regions.ts'
import type { RoundRow } from '../store/rounds.ts'
import { contextFields, shortAddress } from '../wording/forms-of-address.ts'
import type { Services } from './services.ts'

/**
 * The monitoring form of one village with its own activities, to be filled in by hand at the meeting. It is what
 * `semua` would show at the beginning of a conversation, so that paper and chat number the questions alike.
 * Throws `Problem('unknown_place')`.
 */
export async function printBlankForm(
  services: Services,
  sql: Sql,
  where: { readonly regionCode: string; readonly round: RoundRow; readonly depth: 'core' | 'full' },
  now: number,
): Promise<Paper> {
  const region = await findRegion(sql, where.regionCode)
  if (!region || region.level !== 'desa')
    throw new Problem('unknown_place', `"${where.regionCode}" is no village here: give a code such as 81.05.15.2003`)
  const version = await findLatestForm(sql, 'pemantauan_desa')
  if (!version) throw new Problem('unknown_form', 'the form pemantauan-desa is not installed: run "kentongan setup"')
  const form = await services.forms.get(sql, version.id)
  const programme = await services.programme.get(sql)
  const speech = { texts: services.texts, language: 'id', zone: region.zone }
  const kecamatan = await findRegionName(sql, kecamatanOf(region.code))
  const addressee = { position: 'kepala_desa', sex: null } as const
  const fields = contextFields(
    {
      addressee,
      name: '',
      village: { name: region.name, word: region.kind === 'negeri' ? 'negeri' : 'desa' },
      kecamatan,
      kabupaten: '',
      roundNumber: where.round.number,
      depth: where.depth,
      programme: { name: programme.name, body: programme.implementer, dataOfficer: programme.implementer },
      channel: '',
      now,
    },
    speech,
  )
  const plan = (await listEntities(sql, 'kegiatan', region.code)).map((item) => ({
    ...item.properties,
    name: item.entityId,
    label: item.label,
    desa: fields.desa ?? region.name,
  }))
  const context: EngineContext = {
    now,
    zone: region.zone,
    language: speech.language,
    address: shortAddress(addressee, speech),
    fields,
    instance: (id) => (id === 'kegiatan' ? tableInstance(plan) : id === 'laporan_lalu' ? tableInstance([]) : undefined),
    seatValue: 'kepala_desa',
    reportState: 'open',
  }
  const begun = resume(
    form,
    newSession({ depth: where.depth, language: speech.language }, context),
    { kind: 'start', opened: true },
    context,
  )
  const { events } = resume(form, begun.session, { kind: 'text', text: 'semua' }, context)
  const all = events.find((event) => event.kind === 'all-asked')
  return paperOfBlankForm(
    { title: version.title, village: region.name, kecamatan, entries: all?.entries ?? [] },
    programme,
    speech,
  )
}
