import { fundingSources, livelihoodFields } from '../domain/activities.ts'
import type { OfficeBook } from '../domain/offices.ts'
import { type MeetingNote, type Proposal, proposeRows } from '../domain/proposals.ts'
import { levelWords, priorityWords } from '../domain/recommendations.ts'
import { kabupatenOf } from '../domain/regions.ts'
import { coordinationForm, countingReport } from '../domain/rounds.ts'
import type { VillageAnswers } from '../domain/village-figures.ts'
import type { Json } from '../lib/json.ts'
import { localDate } from '../lib/local-time.ts'
import type { Sql } from '../store/database.ts'
import { findObligationOf, type ObligationRow } from '../store/obligations.ts'
import { readOfficeBook } from '../store/offices.ts'
import { listLatestAnswers, type Snapshot } from '../store/reports.ts'
import { type ProposalWords, proposalLabel, proposalProblem, proposalText } from '../wording/system/recommendations.ts'
import { monthWords, type Speech } from '../wording/when.ts'
import { choiceLabels } from './choice-labels.ts'
import { villagesBehind } from './kecamatan-instances.ts'
import { placeName } from './places.ts'
import type { Services } from './services.ts'
import { reportFactsByObligation, villageAnswers } from './village-answers.ts'

/** What a matrix report opens with: rows proposed from what is in now, and the villages of the kecamatan. */
export async function matrixInstances(
  services: Services,
  sql: Sql,
  obligation: ObligationRow,
  options: { readonly now: number; readonly language: string },
): Promise<Snapshot['instances']> {
  const speech = { texts: services.texts, language: options.language, zone: obligation.zone }
  const villages = await villagesBehind(sql, obligation)
  const names = new Map(villages.map((v) => [v.regionCode, placeName(v, speech)]))
  const label = await choiceLabels(services, sql)
  const book = await readOfficeBook(sql, kabupatenOf(obligation.regionCode))
  const proposals = await proposalsOf(services, sql, obligation, options.now)
  return {
    usulan: proposals.map((proposal) => {
      const places = proposal.villages.map((v) => names.get(v.regionCode) ?? v.name)
      const words: ProposalWords = {
        problem: proposal.kendala === '' ? '' : label('kendala', proposal.kendala),
        support: proposal.dukungan.slice(0, 3).map((code) => label('dukungan', code)),
        field: fieldName(proposal.bidang),
        places,
      }
      const own = proposal.villages.map((v, i) => ({ ...v, name: places[i]! }))
      return {
        ...proposalRow(proposal, words, speech, book, obligation.regionCode),
        desa: JSON.stringify(own),
        daftar_desa: places.join(', '),
      }
    }),
    desa_kecamatan: villages.map((v) => ({
      name: v.regionCode,
      label: names.get(v.regionCode)!,
      kecamatan: obligation.regionCode,
    })),
  }
}

/** The proposals of a kecamatan as they come out of its villages' reports and its own, now. */
export async function proposalsOf(
  services: Services,
  sql: Sql,
  obligation: ObligationRow,
  now: number,
): Promise<readonly Proposal[]> {
  const villages = await villagesBehind(sql, obligation)
  const answers = await villageAnswers(sql, services.db, villages)
  const notes = await meetingNotes(services, sql, obligation, answers, villages)
  const offices = (await readOfficeBook(sql, kabupatenOf(obligation.regionCode))).of(obligation.regionCode)
  return proposeRows(answers, notes, {
    todayOn: localDate(now, obligation.zone),
    reported: answers.length,
    offices: offices.map(({ code }) => code),
  })
}

/** What the kecamatan's own report of this round says about each village; nothing while it is not handed in. */
async function meetingNotes(
  services: Services,
  sql: Sql,
  { roundId, regionCode }: ObligationRow,
  reported: readonly VillageAnswers[],
  villages: readonly ObligationRow[],
): Promise<readonly MeetingNote[]> {
  const coordination = await findObligationOf(sql, roundId, coordinationForm, regionCode)
  if (!coordination) return []
  const facts = await reportFactsByObligation(sql, services.db, [coordination.id])
  const report = countingReport(facts.get(coordination.id) ?? [])
  if (!report || report.state === 'open') return []
  const byVillage = Map.groupBy(
    (await listLatestAnswers(sql, report.reportId)).filter((a) => a.path.startsWith('capaian_desa[')),
    (a) => /^capaian_desa\[([^\]]+)\]/.exec(a.path)?.[1] ?? '',
  )
  return [...byVillage].flatMap(([code, own]) => {
    const value = (name: string) => own.find((a) => a.path.endsWith(`/${name}`))?.value ?? null
    const kendala = codes(value('masalah'))
    const name =
      villages.find((v) => v.regionCode === code)?.regionName ?? reported.find((v) => v.regionCode === code)?.name
    if (kendala.length === 0 || name === undefined) return []
    const opd = codes(value('dukungan_kabupaten'))
    return [
      {
        regionCode: code,
        name,
        kendala,
        opd,
        problem: words(value('cerita_masalah')),
        wish: words(value('bentuk_dukungan')),
      },
    ]
  })
}

function codes(value: Json): readonly string[] {
  return Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string') : []
}

/** A text; a voice note says nothing that could stand in a table until somebody has written it down. */
function words(value: Json): string {
  return typeof value === 'string' ? value : ''
}

function proposalRow(
  proposal: Proposal,
  words: ProposalWords,
  speech: Speech,
  book: OfficeBook,
  regionCode: string,
): Readonly<Record<string, string>> {
  const { key, level, responsible, targetMonth, funding, priority } = proposal
  const labelOf = (list: readonly { code: string; label: string }[], code: string) =>
    list.find((word) => word.code === code)?.label ?? code
  return {
    name: key,
    label: proposalLabel(proposal, words, speech),
    masalah: proposalProblem(proposal, words, speech),
    kendala: proposal.kendala,

    teks: proposalText(proposal, words, speech),
    tingkat: level,
    tingkat_kata: labelOf(levelWords, level),
    pihak: responsible.join(' '),
    pihak_kata: responsible.map((code) => book.nameOf(regionCode, code)).join(', '),
    ada_opd: responsible.some((code) => book.isOffice(regionCode, code)) ? 'ya' : 'tidak',
    target: targetMonth,
    target_kata: monthWords(targetMonth, speech),
    sumber: funding.join(' '),
    sumber_kata:
      funding.map((code) => labelOf(fundingSources, code)).join(', ') ||
      speech.texts.t(speech.language, 'proposal-no-funds'),
    prioritas: priority,
    prioritas_kata: labelOf(priorityWords, priority).toLowerCase(),
  }
}

/** "pertanian" of its code; the usual word is shorter than the label of the plan. */
function fieldName(bidang: string): string {
  const field = livelihoodFields.find((f) => f.code === bidang)
  return field && field.code !== 'lainnya' ? field.label.toLowerCase() : ''
}
