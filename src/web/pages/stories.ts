import { z } from 'zod'
import { askAboutStory, editStory, publishStory, requireStory, withdrawStory } from '../../app/stories.ts'
import { type StoryPlace, type StoryState, storyStates } from '../../domain/stories.ts'
import { localDate } from '../../lib/local-time.ts'
import { listStories, type Story } from '../../store/stories.ts'
import { dateWords } from '../../wording/when.ts'
import { type Html, html } from '../html.ts'
import { action, definePage } from '../page.ts'
import { filters, form, pageOf, pager, perPage, table } from '../parts.ts'
import type { Visit } from '../visit.ts'

/** Stories of change on their way from received to published; nothing goes out that its teller has not approved. */

interface Data {
  readonly stories: readonly Story[]
  readonly state: string
  readonly open: Story | undefined
  readonly page: { readonly number: number; readonly offset: number }
}

const cerita = z.coerce.number().int().positive()

export const storiesPage = definePage<Data>({
  path: '/cerita',
  right: 'publish_story',

  async read(visit, { query }) {
    const stories = await listStories(visit.db, visit.scope('publish_story'))
    const open = stories.find(({ id }) => String(id) === query.get('cerita'))
    if (open) await visit.note('read_story', `story:${open.id}`)
    return { stories, state: storyStates.find((s) => s === query.get('keadaan')) ?? '', open, page: pageOf(query) }
  },

  actions: {
    sunting: action({
      right: 'publish_story',
      form: z.strictObject({
        cerita,
        judul: z.string().trim().min(1).max(120),
        isi: z.string().trim().min(1).max(3_000),
        samaran: z.string().trim().max(80),
      }),
      async run(visit, { cerita: id, judul, isi, samaran }) {
        await mayPublish(visit, id)
        const edit = { title: judul, text: isi, ...(samaran !== '' && { pseudonym: samaran }) }
        await editStory(visit.services, id, edit, { now: visit.now, actor: visit.actorName })
        return { to: `/cerita?cerita=${id}`, notice: 'saved' }
      },
    }),
    tanyakan: action({
      right: 'publish_story',
      form: z.strictObject({ cerita }),
      async run(visit, { cerita: id }) {
        await mayPublish(visit, id)
        await askAboutStory(visit.services, id, { now: visit.now, actor: visit.actorName })
        return { to: `/cerita?cerita=${id}`, notice: 'saved' }
      },
    }),
    terbitkan: action({
      right: 'publish_story',
      form: z.strictObject({ cerita, di: z.enum(['internal', 'media_bakti']), tempat: z.string().trim().max(200) }),
      async run(visit, { cerita: id, di, tempat }) {
        await mayPublish(visit, id)
        const about = { where: di, words: tempat === '' ? di : tempat }
        await publishStory(visit.services, id, about, { now: visit.now, actor: visit.actorName })
        return { to: `/cerita?cerita=${id}`, notice: 'saved' }
      },
    }),
    tarik: action({
      right: 'publish_story',
      form: z.strictObject({ cerita, alasan: z.string().trim().min(1).max(200) }),
      async run(visit, { cerita: id, alasan }) {
        await mayPublish(visit, id)
        await visit.db.transaction(async (sql) =>
          withdrawStory(sql, await requireStory(sql, id), alasan, { now: visit.now, actor: visit.actorName }),
        )
        return { to: `/cerita?cerita=${id}`, notice: 'saved' }
      },
    }),
  },

  title: (_, visit) => visit.t('console-menu-stories'),

  view({ stories, state, open, page }, visit) {
    const { t } = visit
    const shown = stories.filter((story) => state === '' || story.state === state)
    return html`
${open ? oneStory(open, visit) : ''}
${filters(visit, 'keadaan', state, [
  { value: '', label: t('console-work-all') },
  ...storyStates.map((value) => ({ value, label: t(stateTexts[value]) })),
])}
${
  shown.length === 0
    ? html`<p class="empty">${t('console-story-none')}</p>`
    : table(
        [t('console-story'), t('console-place'), t('console-story-state'), t('console-story-allowed')],
        shown
          .slice(page.offset, page.offset + perPage)
          .map((s) => [
            html`<a href="?cerita=${s.id}">${s.title ?? t('console-story-untitled', { n: s.id })}</a><div class="muted">${on(s.createdAt, visit)}</div>`,
            s.regionName,
            t(stateTexts[s.state]),
            allowed(s, visit),
          ]),
      )
}
${pager(visit, page.number, shown.length)}`
  },
})

/** Asked for the very village of the story. */
async function mayPublish(visit: Visit, id: number): Promise<void> {
  visit.must('publish_story', (await requireStory(visit.db, id)).regionCode)
}

const stateTexts: Readonly<Record<StoryState, string>> = {
  diterima: 'console-story-diterima',
  diperiksa: 'console-story-diperiksa',
  disetujui: 'console-story-disetujui',
  terbit: 'console-story-terbit',
  ditarik: 'console-story-ditarik',
}

const placeTexts: Readonly<Record<StoryPlace, string>> = {
  internal: 'console-story-place-internal',
  media_bakti: 'console-story-place-media-bakti',
  tidak: 'console-story-place-tidak',
}

const on = (at: number, visit: Visit) => dateWords(localDate(at, visit.speech.zone), visit.speech)

function allowed({ place, photos }: Story, { t }: Visit): string {
  const where = t(placeTexts[place])
  return photos ? t('console-story-with-photos', { where }) : where
}

function oneStory(story: Story, visit: Visit): Html {
  const { t } = visit
  const id = html`<input type="hidden" name="cerita" value="${story.id}">`
  return html`<section class="card"><h2>${story.title ?? t('console-story-untitled', { n: story.id })}</h2>
<p class="muted">${story.regionName} · ${t(stateTexts[story.state])} · ${allowed(story, visit)} · <a href="/laporan/${story.reportId}">${t('console-story-told')}</a></p>
${story.text === null ? '' : html`<p>${story.text}</p>`}
${story.publishedWhere === null ? '' : html`<p class="muted">${t('console-story-out', { where: story.publishedWhere })}</p>`}
${story.withdrawnBecause === null ? '' : html`<p class="muted">${story.withdrawnBecause}</p>`}
${
  story.state === 'ditarik'
    ? ''
    : html`<details class="act"><summary>${t('console-story-edit')}</summary>${form(
        visit,
        'sunting',
        html`${id}<p>${t('console-story-edit-hint')}</p>
<label>${t('console-document-title')}<input name="judul" required maxlength="120" value="${story.title ?? ''}"></label>
<label>${t('console-story-text')}<textarea name="isi" rows="8" required maxlength="3000">${story.text ?? ''}</textarea></label>
<label>${t('console-story-pseudonym')}<input name="samaran" maxlength="80" value="${story.pseudonym ?? ''}"></label>
<button class="primary">${t('console-story-edit')}</button>`,
      )}</details>
${story.state === 'diperiksa' ? form(visit, 'tanyakan', html`${id}<button>${t('console-story-ask')}</button>`) : ''}
${
  story.state === 'disetujui'
    ? html`<details class="act"><summary>${t('console-story-publish')}</summary>${form(
        visit,
        'terbitkan',
        html`${id}<div class="row"><label>${t('console-place')}<select name="di"><option value="internal">${t('console-story-place-internal')}</option>${story.place === 'media_bakti' ? html`<option value="media_bakti">${t('console-story-place-media-bakti')}</option>` : ''}</select></label>
<label>${t('console-story-where')}<input name="tempat" maxlength="200"></label></div>
<button class="primary">${t('console-story-publish')}</button>`,
      )}</details>`
    : ''
}
<details class="act"><summary>${t('console-story-withdraw')}</summary>${form(
        visit,
        'tarik',
        html`${id}<label>${t('console-work-because')}<input name="alasan" required maxlength="200"></label><button>${t('console-story-withdraw')}</button>`,
      )}</details>`
}
</section>`
}
