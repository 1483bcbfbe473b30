import type { BreachKind } from '../domain/breaches.ts'
import { tellUntil } from '../domain/breaches.ts'
import { localDate } from '../lib/local-time.ts'
import { breachKindWords } from '../wording/system/breach.ts'
import { dateWords, type Speech, timeWords } from '../wording/when.ts'
import type { Block, Paper } from './paper.ts'
import { figure, sayWith } from './paper-parts.ts'
import { headOf, type ProgrammeHead } from './programme-head.ts'

/** What the letters about a failure to protect personal data are made from: numbers, no person. */
export interface BreachFacts {
  readonly knownAt: number
  readonly sinceAt: number
  readonly untilAt: number
  readonly kinds: readonly BreachKind[]
  readonly what: string
  readonly handling: string
  /** Touched people by place, such as "Kabupaten Seram Bagian Timur". */
  readonly places: readonly (readonly [place: string, people: number])[]
  readonly people: number
  readonly told: number
  readonly others: number
  readonly cases: number
}

/**
 * The draft of the letter to persons, or to the authority (UU 27/2022, article 46): which data, when and how, what is done
 * about it. Staff read and mend it in Word before it goes.
 */
export function paperOfBreach(
  to: 'orang' | 'otoritas',
  facts: BreachFacts,
  programme: ProgrammeHead & { readonly implementer: string },
  speech: Speech,
): Paper {
  const t = sayWith(speech)
  const heading = (key: string): Block => ({ kind: 'heading', text: t(key) })
  const text = (words: string): Block => ({ kind: 'text', text: words })
  const day = (at: number) => dateWords(localDate(at, speech.zone), speech)
  const kinds = breachKindWords(facts.kinds, speech)
  const isForPersons = to === 'orang'
  return {
    title: t(isForPersons ? 'paper-breach-person' : 'paper-breach-authority'),
    subtitle: t(isForPersons ? 'paper-breach-to-person' : 'paper-breach-to-authority'),
    head: headOf(programme, speech),
    foot: t('paper-breach-foot'),
    blocks: [
      text(
        t(isForPersons ? 'paper-breach-opening-person' : 'paper-breach-opening-authority', {
          programme: programme.name,
          implementer: programme.implementer,
        }),
      ),
      heading('paper-breach-data'),
      { kind: 'list', items: kinds },
      text(
        facts.sinceAt === 0
          ? t('paper-breach-all-until', { until: day(facts.untilAt) })
          : t('paper-breach-span', { from: day(facts.sinceAt), until: day(facts.untilAt) }),
      ),
      heading('paper-breach-what'),
      text(facts.what),
      text(t('paper-breach-known', { when: moment(facts.knownAt, speech) })),
      heading('paper-breach-handling'),
      text(facts.handling),
      ...(isForPersons ? advice(t) : numbers(facts, t, speech)),
      heading('paper-breach-contact'),
      text(t('paper-breach-contact-words', { implementer: programme.implementer })),
      {
        kind: 'signatures',
        place: t('paper-breach-place'),
        people: [{ role: programme.implementer, name: '' }],
      },
    ],
  }
}

type Say = ReturnType<typeof sayWith>

function advice(t: Say): readonly Block[] {
  return [
    { kind: 'heading', text: t('paper-breach-advice') },
    {
      kind: 'list',
      items: [t('paper-breach-advice-careful'), t('paper-breach-advice-see'), t('paper-breach-advice-erase')],
    },
  ]
}

function numbers(facts: BreachFacts, t: Say, speech: Speech): readonly Block[] {
  return [
    { kind: 'heading', text: t('paper-breach-numbers') },
    {
      kind: 'facts',
      rows: [
        [t('paper-breach-known-at'), moment(facts.knownAt, speech)],
        [t('paper-breach-until'), moment(tellUntil(facts.knownAt), speech)],
        [t('paper-breach-people'), String(facts.people)],
        [t('paper-breach-told'), String(facts.told)],
        ...(facts.others > 0 ? [[t('paper-breach-others'), String(facts.others)] as const] : []),
        ...(facts.cases > 0 ? [[t('paper-breach-cases'), String(facts.cases)] as const] : []),
      ],
    },
    {
      kind: 'table',
      columns: [{ title: t('paper-breach-where'), share: 70 }, figure(t('paper-breach-people'), 30)],
      rows: facts.places.map(([place, people]) => [place, String(people)]),
    },
  ]
}

const moment = (at: number, speech: Speech) =>
  `${dateWords(localDate(at, speech.zone), speech)}, ${timeWords(at, speech)}`
