import type { Json } from '../lib/json.ts'
import { localDate } from '../lib/local-time.ts'
import { type ConsentState, type ConsentText, listConsentStates, listConsentTexts } from '../store/consents.ts'
import { defineCommand } from './command.ts'
import { withDatabase } from './with-database.ts'

export const command = defineCommand({
  usage: '[KIND]',
  help: `
Without KIND: the texts in force and how many agreed to each. With KIND: who agreed to which version and when, who said no,
and who has not answered. Purposes that are not listed have the text of the enrolment dialogue (version 1).`,
  words: { min: 0, max: 1 },
  options: {},
  run: (context) =>
    withDatabase(context, async (db) => {
      const now = context.clock.now()
      const [kind] = context.words
      const texts: (ConsentText & { people: readonly ConsentState[] })[] = []
      for (const text of await listConsentTexts(db))
        if (kind === undefined || text.kind === kind)
          texts.push({ ...text, people: await listConsentStates(db, text.id, now) })
      const count = (people: readonly ConsentState[], state: string) => people.filter((p) => p.state === state).length
      context.print(
        texts as unknown as Json,
        texts.length === 0
          ? 'No text of its own: that of the enrolment dialogue is in force.'
          : texts
              .map(({ people, ...t }) =>
                [
                  `${t.kind} ${t.number}, since ${localDate(t.at, 'Asia/Makassar')}: ${count(people, 'yes')} agreed, ${count(people, 'old')} to an older version (${people.filter((p) => p.asked === 1).length} asked), ${count(people, 'no')} said no, ${count(people, 'none')} without a word`,
                  t.text,
                  ...(kind === undefined
                    ? []
                    : people.map(
                        (p) =>
                          `  ${p.personId}  ${p.name}, ${p.regionCode ?? '-'}: ${p.state}${p.at === null ? '' : `, ${p.textVersion}, ${localDate(p.at, 'Asia/Makassar')}`}${p.asked === 1 ? ', asked' : ''}`,
                      )),
                ].join('\n'),
              )
              .join('\n\n'),
      )
      return 0 as const
    }),
})
