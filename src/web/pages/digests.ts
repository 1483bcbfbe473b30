import { choiceLabels } from '../../app/choice-labels.ts'
import { digestData, digestRound } from '../../app/round-digest.ts'
import { type DigestAudience, digestAudiences, digestFor } from '../../domain/digests.ts'
import { kabupatenOf, levelOf, WHOLE_PROGRAMME } from '../../domain/regions.ts'
import { capabilities } from '../../messages/capabilities.ts'
import { listRegions, type RegionRow } from '../../store/regions.ts'
import { wordDigest } from '../../wording/word-digest.ts'
import { html } from '../html.ts'
import { definePage } from '../page.ts'
import { filters, placeTitle } from '../parts.ts'
import type { Visit } from '../visit.ts'
import { named } from './village.ts'

/** The weekly digest as each audience would get it now: sums for those who may see no names. */

interface Data {
  readonly audience: DigestAudience
  readonly audiences: readonly DigestAudience[]
  readonly region: RegionRow | undefined
  readonly regions: readonly RegionRow[]
  readonly messages: readonly string[]
}

/** A fasilitator's digest hangs on the villages of one person, whom this page does not know. */
const shownAudiences = digestAudiences.filter((a) => a !== 'fasilitator')

export const digestsPage = definePage<Data>({
  path: '/rangkuman',
  right: 'read_late_names',

  async read(visit, { query }) {
    const { db, services, now } = visit
    const regions = await regionsToSee(visit)
    const isOffice = regions.some((r) => r.level === 'kabupaten')
    const audiences = isOffice ? shownAudiences : (['camat'] as const)
    const audience = audiences.find((a) => a === query.get('untuk')) ?? audiences[0]!
    const level = audience === 'camat' ? 'kecamatan' : 'kabupaten'
    const fitting = regions.filter((r) => r.level === level)
    const region = fitting.find((r) => r.code === query.get('wilayah')) ?? fitting[0]
    const round = await digestRound(db)
    if (!region || !round) return { audience, audiences, region, regions: fitting, messages: [] }
    const data = await digestData(db, db, round, { now, zone: region.zone, kabupaten: kabupatenOf(region.code) })
    const to = { ...visit.speech, zone: region.zone, now, sapaan: '', capabilities: capabilities.telegram }
    const place = level === 'kecamatan' ? placeTitle(visit, named(region)) : region.name
    const around = { place, label: await choiceLabels(services, db) }
    const messages = wordDigest(digestFor({ audience, regionCode: region.code }, data), around, to)
    return { audience, audiences, region, regions: fitting, messages: messages.map((m) => m.text) }
  },

  title: (_, visit) => visit.t('console-menu-digests'),

  view({ audience, audiences, region, regions, messages }, visit) {
    const { t } = visit
    return html`
<p>${t('console-digests-hint')}</p>
${
  audiences.length > 1
    ? filters(
        visit,
        'untuk',
        audience,
        audiences.map((value) => ({ value, label: t(audienceKeys[value]) })),
      )
    : ''
}
${
  regions.length > 1
    ? filters(
        visit,
        'wilayah',
        region?.code ?? '',
        regions.map((r) => ({ value: r.code, label: r.name })),
      )
    : ''
}
${messages.length === 0 ? html`<p class="empty">${t('console-no-rounds')}</p>` : messages.map((text) => html`<div class="card pre">${text}</div>`)}`
  },
})

/** The kabupaten and kecamatan of the programme in which the visitor may read names. */
async function regionsToSee(visit: Visit): Promise<readonly RegionRow[]> {
  const programme = await visit.services.programme.get(visit.db)
  const found: RegionRow[] = []
  for (const scope of visit.scope('read_late_names')) {
    const codes = scope === WHOLE_PROGRAMME ? Object.keys(programme.kabupaten) : [scope]
    for (const code of codes) {
      if (levelOf(code) === 'desa') continue
      found.push(
        ...(await listRegions(visit.db, 'kabupaten', code)),
        ...(await listRegions(visit.db, 'kecamatan', code)),
      )
    }
  }
  return found
}

const audienceKeys: Readonly<Record<DigestAudience, string>> = {
  camat: 'console-audience-camat',
  pokja: 'console-audience-pokja',
  forum: 'console-audience-forum',
  opd: 'console-audience-opd',
  fasilitator: 'console-audience-fasilitator',
  staff: 'console-audience-staff',
}
