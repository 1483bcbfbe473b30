import { readRegion } from '../../bahasa/index.ts'
import { isRegionCode, kecamatanOf, levelOf, WHOLE_PROGRAMME } from '../../domain/regions.ts'
import { type ObligationStatus, obligationStatus, sideForms } from '../../domain/rounds.ts'
import { localDate } from '../../lib/local-time.ts'
import { listVillagesOf } from '../../store/obligations.ts'
import { findRegion, findRegionName, listRegions, listRegionsNamed } from '../../store/regions.ts'
import {
  chooseVillage,
  noRoundYet,
  sumsOnly,
  type VillageSeen,
  villageNotInRound,
  villageSeen,
  villageUnknown,
} from '../../wording/system/on-request.ts'
import { choiceLabels } from '../choice-labels.ts'
import { menuOrWelcome } from '../menu.ts'
import { phrasesOf, wordsOf } from '../named-holder.ts'
import { placeName } from '../places.ts'
import { digestRound } from '../round-digest.ts'
import type { LaneTurn } from '../turn.ts'
import { reportFactsByObligation, villageAnswers } from '../village-answers.ts'

/**
 * "/desa Karay", "lihat desa Karay": how one village stands in the round and what it reported, for those who look after
 * it. Who may see sums only is told so; a village's own people see their report with "ringkasan".
 */
export async function desa(turn: LaneTurn, argument: string): Promise<void> {
  const { sql } = turn
  const to = await turn.audience()
  const named = argument.replace(levelWord, '').trim()
  const villages = []
  const found = await villagesNamed(turn, named)
  for (const code of found.length > 0 ? found : await villageMisspelt(turn, named))
    if (await maySee(turn, code)) villages.push(code)
  const [only] = villages
  if (only !== undefined && villages.length === 1) return show(turn, only)
  if (villages.length > 1) {
    const options = []
    for (const code of villages.slice(0, 10)) {
      const region = (await findRegion(sql, code))!
      const place = placeName({ regionCode: code, regionName: region.name, regionKind: region.kind }, to)
      options.push({ label: `${place} (${await findRegionName(sql, kecamatanOf(code))})`, argument: code })
    }
    turn.ask({ ask: 'option', command: 'desa', options })
    return turn.reply(chooseVillage(options, to))
  }
  if (await looksAfterVillages(turn)) return turn.reply(villageUnknown({ place: named }, to))
  turn.reply((await seesSums(turn)) ? sumsOnly(to) : await menuOrWelcome(turn))
}

/** The words are the name of a village that the writer may see, or nearly so, and nothing else ("desa Karay pak"). */
export async function namesVillageSeen(turn: LaneTurn, argument: string): Promise<boolean> {
  const words = wordsOf(argument.replace(levelWord, '')).filter((word) => !addresses.has(word))
  if (words.length === 0 || words.length > 6) return false
  const name = words.join(' ')
  const named = (await listRegionsNamed(turn.sql, turn.services.db, [name])).map((region) => region.code)
  for (const code of named.length > 0 ? named : await villageMisspelt(turn, name)) {
    const near = named.length > 0 || ((await findRegionName(turn.sql, code)) ?? '').length >= name.length - 2
    if (near && levelOf(code) === 'desa' && (await maySee(turn, code))) return true
  }
  return false
}
const levelWord = /^(?:desa|negeri|ds)\s+/i
const addresses: ReadonlySet<string> = new Set(['pak', 'bapak', 'bu', 'ibu', 'kak', 'kaka', 'ya', 'dong'])

/** Villages of exactly this name, else those named anywhere in the words ("Kampung Baru di Teluk Waru"). */
async function villagesNamed(turn: LaneTurn, named: string): Promise<readonly string[]> {
  if (isRegionCode(named)) return levelOf(named) === 'desa' ? [named] : []
  if (named === '') return []
  const find = async (names: readonly string[]) =>
    (await listRegionsNamed(turn.sql, turn.services.db, names))
      .map((r) => r.code)
      .filter((code) => levelOf(code) === 'desa')
  const words = wordsOf(named)
  const exact = await find([words.join(' ')])
  return exact.length > 0 ? exact : find(phrasesOf(words))
}

/** The one village of the writer's own area whose name is nearly this. */
async function villageMisspelt(turn: LaneTurn, named: string): Promise<readonly string[]> {
  const areas = (await turn.seats()).flatMap((s) => (s.regionCode === null ? [] : [s.regionCode]))
  const villages = []
  for (const area of new Set(areas)) villages.push(...(await listRegions(turn.sql, 'desa', area)))
  const reading = readRegion(named, villages, { referenceOn: localDate(turn.now, (await turn.audience()).zone) })
  return 'value' in reading ? [reading.value] : []
}

async function show(turn: LaneTurn, regionCode: string): Promise<void> {
  const { sql, services, now } = turn
  const to = await turn.audience()
  const round = await digestRound(sql)
  if (!round) return turn.reply(noRoundYet(to))
  const obligation = (await listVillagesOf(sql, round.id, kecamatanOf(regionCode))).find(
    (o) => o.regionCode === regionCode && !sideForms.includes(o.formName),
  )
  const region = (await findRegion(sql, regionCode))!
  const place = placeName({ regionCode, regionName: region.name, regionKind: region.kind }, to)
  if (!obligation) return turn.reply(villageNotInRound({ place, round: round.code }, to))

  const facts = (await reportFactsByObligation(sql, services.db, [obligation.id])).get(obligation.id) ?? []
  const status = obligationStatus(obligation, facts, now)
  const [answers] = await villageAnswers(sql, services.db, [obligation])
  const label = await choiceLabels(services, sql)
  const seen: VillageSeen = {
    place,
    kecamatan: (await findRegionName(sql, kecamatanOf(regionCode))) ?? '',
    round: round.code,
    // who is late is known to the village's own camat, its fasilitator and the team alone
    state: (await turn.may('read_late_names', regionCode)) ? status.state : withoutLateness(status),
    dueOn: localDate(obligation.dueAt, obligation.zone),
    inOn: answers ? localDate(answers.submittedAt, obligation.zone) : null,
    isLate: answers?.isLate === true && (await turn.may('read_late_names', regionCode)),
    twoReports: facts.length > 1 && (await turn.may('read_double_reports', regionCode)),
    attendance: answers?.attendance ?? null,
    activities: (answers?.activities ?? []).map((a) => ({
      name: a.name,
      status: a.status === null ? null : label('status', a.status),
      percent: a.status === 'berjalan' ? a.persen : null,
      constraints: a.kendala.filter((code) => code !== 'tidak_ada').map((code) => label('kendala', code)),
      support: a.dukungan.filter((code) => code !== 'tidak_ada').map((code) => label('dukungan', code)),
    })),
  }
  turn.reply(...villageSeen(seen, to))
}

function withoutLateness({ state }: ObligationStatus): ObligationStatus['state'] | 'not_in' {
  return state === 'submitted' || state === 'verified' || state === 'excused' ? state : 'not_in'
}

/** Camat, fasilitator and team by the village itself; others who read reports only where their seat covers its kecamatan. */
async function maySee(turn: LaneTurn, regionCode: string): Promise<boolean> {
  return (await turn.may('read_late_names', regionCode)) || (await turn.may('read_report', kecamatanOf(regionCode)))
}

async function looksAfterVillages(turn: LaneTurn): Promise<boolean> {
  for (const { regionCode } of await turn.seats()) {
    if (regionCode === null) continue
    if (await turn.may('read_late_names', regionCode)) return true
    if (regionCode !== WHOLE_PROGRAMME && levelOf(regionCode) !== 'desa' && (await turn.may('read_report', regionCode)))
      return true
  }
  return false
}

async function seesSums(turn: LaneTurn): Promise<boolean> {
  for (const { bodyKabupaten, regionCode } of await turn.seats()) {
    const code = bodyKabupaten ?? regionCode
    if (
      code !== null &&
      code !== WHOLE_PROGRAMME &&
      levelOf(code) !== 'desa' &&
      (await turn.may('read_aggregates', code))
    )
      return true
  }
  return false
}
