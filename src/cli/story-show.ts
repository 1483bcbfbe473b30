import { showPath } from '../app/shown-answers.ts'
import { requireStory } from '../app/stories.ts'
import type { Json } from '../lib/json.ts'
import { findReport, listLatestAnswers } from '../store/reports.ts'
import { listReportsWithClosedPhotos } from '../store/stories.ts'
import { defineCommand } from './command.ts'
import { idFrom } from './meeting-options.ts'
import { withServices } from './with-services.ts'

export const command = defineCommand({
  usage: 'ID',
  help: `
A story as it was told, and as it was edited, with what its teller allows. `,
  words: { min: 1, max: 1 },
  options: {},
  run: (context) =>
    withServices(context, async (services) => {
      const { db, forms } = services
      const story = await requireStory(db, idFrom(context.words[0], 'the number of the story'))
      const form = await forms.get(db, (await findReport(db, story.reportId))!.formVersionId)
      const told = (await listLatestAnswers(db, story.reportId)).flatMap(({ path, value }) => {
        const shown = showPath(form, path, 'id')
        return path.startsWith('cerita/') && value !== null && shown.asked && shown.ofReport
          ? [{ question: shown.question, answer: shown.say(value) }]
          : []
      })
      const closed = (await listReportsWithClosedPhotos(db, db, [story.reportId])).size > 0
      context.print(
        { ...story, told, photosClosed: closed } as unknown as Json,
        [
          `Story ${story.id}, ${story.regionName} (${story.regionCode}): ${story.state}`,
          `Allowed: ${story.place}, ${story.names}, ${story.photos && !closed ? 'photos' : 'no photos'}`,
          ...told.map(({ question, answer }) => `${question}: ${answer}`),
          ...(story.text === null ? [] : ['', story.title ?? '', story.text]),
        ].join('\n'),
      )
      return 0 as const
    }),
})
