import {
  challengesOf,
  type PlanActivity,
  type PlanDiff,
  type PlannedProperty,
  type PlanVersion,
} from '../domain/plan-versions.ts'
import { planDiffLines, type SayProperty } from '../wording/system/plan-versions.ts'
import { dateWords, type Speech } from '../wording/when.ts'
import type { Block, Column, Paper } from './paper.ts'
import { headOf, type ProgrammeHead } from './programme-head.ts'

/** A version of a village's livelihood plan on A4 across: profile, goal, difficulties, activities, what changed. */
export function paperOfPlan(
  about: {
    readonly place: string
    readonly version: PlanVersion
    /** The version it is compared with, and what differs; undefined for the first. */
    readonly since?: { readonly year: number; readonly loaded: boolean; readonly diff: PlanDiff }
    readonly words: SayProperty
  },
  programme: ProgrammeHead,
  speech: Speech,
): Paper {
  const { place, version, since, words } = about
  const t = (key: string, args?: Readonly<Record<string, string | number>>) =>
    speech.texts.t(speech.language, key, args)
  const title = t('doc-plan', { year: String(version.year) })
  const challenges = challengesOf(version)
  const facts = [
    [t('doc-plan-held'), dateWords(version.heldOn, speech)] as const,
    ...version.profile.filter(({ name }) => name !== 'hari_pertama').map(({ label, said }) => [label, said] as const),
    ...(version.goal === '' ? [] : [[t('doc-plan-goal'), version.goal] as const]),
  ]
  return {
    title,
    subtitle: place,
    head: headOf(programme, speech),
    foot: `${title} · ${place}`,
    landscape: true,
    blocks: [
      { kind: 'heading', text: t('doc-plan-profile') },
      { kind: 'facts', rows: facts },
      ...(challenges.length === 0
        ? []
        : ([
            { kind: 'heading', text: t('doc-plan-challenges') },
            { kind: 'list', items: challenges },
          ] satisfies Block[])),
      { kind: 'heading', text: t('doc-plan-activities', { n: version.activities.length }) },
      {
        kind: 'table',
        columns: columns(t),
        rows: version.activities.map((activity, i) => cells(activity, i + 1, words)),
      },
      ...(since === undefined
        ? []
        : ([
            {
              kind: 'heading',
              text: t(since.loaded ? 'doc-plan-since-loaded' : 'doc-plan-since', { year: String(since.year) }),
            },
            { kind: 'list', items: planDiffLines(since.diff, words, speech) },
          ] satisfies Block[])),
      {
        kind: 'signatures',
        place: t('doc-sign-place', { place, year: version.heldOn.slice(0, 4) }),
        people: [
          { role: t('doc-plan-sign-head'), name: '' },
          { role: t('doc-plan-sign-group'), name: '' },
          { role: t('doc-plan-sign-council'), name: '' },
        ],
      },
    ],
  }
}

function columns(t: (key: string) => string): readonly Column[] {
  return [
    { title: t('doc-matrix-no'), share: 4, figures: true },
    { title: t('doc-matrix-activity'), share: 20 },
    { title: t('doc-plan-field'), share: 13 },
    { title: t('doc-plan-place'), share: 11 },
    { title: t('doc-matrix-target'), share: 10 },
    { title: t('doc-plan-time'), share: 13 },
    { title: t('doc-plan-cost'), share: 13 },
    { title: t('doc-matrix-funding'), share: 12 },
    { title: t('doc-matrix-responsible'), share: 14 },
    { title: t('doc-plan-document'), share: 10 },
  ]
}

function cells({ label, properties }: PlanActivity, no: number, words: SayProperty): readonly string[] {
  const said = (name: PlannedProperty) => words(name, properties[name] ?? '', properties)
  const time = [said('mulai'), said('selesai')].filter((month) => month !== '')
  return [
    String(no),
    label,
    said('bidang'),
    said('lokasi'),
    said('target'),
    [...new Set(time)].join(' – '),
    said('biaya'),
    said('sumber'),
    said('penanggung_jawab'),
    said('dokumen_desa'),
  ]
}
