import { unpublishable } from '../domain/stories.ts'
import { Problem } from '../lib/problem.ts'
import type { Sql } from '../store/database.ts'
import { findHolder } from '../store/people.ts'
import { closeQuestions, createQuestion } from '../store/person-questions.ts'
import { audit } from '../store/settings.ts'
import { addStaffItem } from '../store/staff-items.ts'
import { changeStory, findStory, type Story } from '../store/stories.ts'
import { storyApproved, storyAsked, storyNotApproved } from '../wording/system/stories.ts'
import { reachOf } from './reach.ts'
import type { Services } from './services.ts'
import { tellPerson } from './superiors.ts'
import type { LaneTurn } from './turn.ts'

/** What staff and tellers do with a story: edited, shown and approved, published, taken back. */

interface By {
  readonly now: number
  readonly actor: string
}

/** Throws `Problem('no_story')`. */
export async function requireStory(sql: Sql, id: number): Promise<Story> {
  const story = await findStory(sql, id)
  if (!story) throw new Problem('no_story', `there is no story ${id}: "kentongan story list" shows them`)
  return story
}

/** The text as staff wrote it. What was agreed to before is agreed to no longer. Throws `Problem`. */
export async function editStory(
  { db }: Services,
  id: number,
  edit: { readonly title?: string; readonly text?: string; readonly pseudonym?: string },
  by: By,
): Promise<Story> {
  return db.transaction(async (sql) => {
    const story = await requireStory(sql, id)
    if (story.state === 'ditarik') throw withdrawn(story)
    await changeStory(sql, id, { ...edit, state: 'diperiksa', askedAt: null, approvedAt: null }, by.now)
    await closeQuestions(sql, { kind: 'story', refId: id }, by.now)
    await note(sql, 'edit_story', id, by)
    return requireStory(sql, id)
  })
}

/** Shows the edited story to whoever told it, at the next polite hour, and asks whether it may go out like this. */
export async function askAboutStory(services: Services, id: number, by: By): Promise<void> {
  await services.db.transaction(async (sql) => {
    const story = await requireStory(sql, id)
    if (story.state === 'ditarik') throw withdrawn(story)
    if (!story.text || !story.title)
      throw new Problem('not_edited', `story ${id} has no title and text yet: "kentongan story edit ${id}"`)
    const holder = story.personId === null ? undefined : await findHolder(sql, services.db, story.personId, by.now)
    const reach = holder && reachOf(holder)
    if (!holder || reach?.because !== undefined)
      throw new Problem(
        'teller_unreachable',
        `whoever told story ${id} cannot be written to (${reach?.because ?? 'nobody'}): it cannot be published`,
      )
    await closeQuestions(sql, { kind: 'story', refId: id }, by.now)
    const question = await createQuestion(sql, { kind: 'story', refId: id, personId: holder.personId, at: by.now })
    const { title, text, about, place } = story
    await tellPerson(
      services,
      sql,
      holder,
      `story:${id}:${question}`,
      (to) => storyAsked({ question, title, text, about, place, name: holder.name }, to),
      by.now,
    )
    await changeStory(sql, id, { askedAt: by.now }, by.now)
    await note(sql, 'ask_story', id, by)
  })
  services.bells.outbox.ring()
}

/** The teller's answer in chat. */
export async function answerStory(turn: LaneTurn, id: number, yes: boolean): Promise<void> {
  const { sql, now } = turn
  const story = await findStory(sql, id)
  const to = await turn.audience()
  if (!story || story.state !== 'diperiksa') return turn.reply(storyNotApproved(to))
  await closeQuestions(sql, { kind: 'story', refId: id }, now)
  if (yes) {
    await changeStory(sql, id, { state: 'disetujui', approvedAt: now }, now)
    await audit(sql, { at: now, actor: `person:${turn.personId}`, action: 'approve_story', object: `story:${id}` })
    return turn.reply(storyApproved(to))
  }
  await addStaffItem(sql, {
    kind: 'follow_on',
    key: `story:${id}:${now}`,
    laneId: turn.laneId,
    personId: turn.personId,
    reportId: story.reportId,
    regionCode: story.regionCode,
    details: { what: 'cerita_belum_disetujui', story: id },
    at: now,
  })
  turn.reply(storyNotApproved(to))
}

/** Throws `Problem` that says what is missing. */
export async function publishStory(
  { db }: Services,
  id: number,
  about: { readonly where: 'internal' | 'media_bakti'; readonly words: string },
  by: By,
): Promise<Story> {
  return db.transaction(async (sql) => {
    const story = await requireStory(sql, id)
    switch (unpublishable(story, about.where)) {
      case undefined:
        break
      case 'withdrawn':
        throw withdrawn(story)
      case 'not_approved':
        throw new Problem('not_approved', `story ${id} was not approved as it stands: "kentongan story ask ${id}"`)
      case 'not_there':
        throw new Problem('not_there', `the teller of story ${id} allows it within the programme only`)
    }
    await changeStory(sql, id, { state: 'terbit', publishedAt: by.now, publishedWhere: about.words }, by.now)
    await note(sql, 'publish_story', id, by)
    return requireStory(sql, id)
  })
}

/** Takes a story back, whoever wants it; a published one is to be taken down, which staff find in their list. */
export async function withdrawStory(
  sql: Sql,
  story: Story,
  because: string,
  by: By & { readonly laneId?: number },
): Promise<void> {
  await changeStory(
    sql,
    story.id,
    { state: 'ditarik', withdrawnAt: by.now, withdrawnBecause: because, approvedAt: null },
    by.now,
  )
  await closeQuestions(sql, { kind: 'story', refId: story.id }, by.now)
  await note(sql, 'withdraw_story', story.id, by)
  if (story.state === 'terbit') await addTakenDown(sql, story, by)
}

/** A story that is out is allowed no longer, or less: somebody has to see to it. */
export async function noteTakenDown(turn: LaneTurn, story: Story): Promise<void> {
  await addTakenDown(turn.sql, story, { now: turn.now, laneId: turn.laneId })
}

async function addTakenDown(
  sql: Sql,
  story: Story,
  by: { readonly now: number; readonly laneId?: number },
): Promise<void> {
  await addStaffItem(sql, {
    kind: 'follow_on',
    key: `story-down:${story.id}:${by.now}`,
    laneId: by.laneId ?? null,
    personId: story.personId,
    reportId: story.reportId,
    regionCode: story.regionCode,
    details: { what: 'cerita_ditarik', story: story.id },
    at: by.now,
  })
}

const withdrawn = ({ id }: Story) => new Problem('story_withdrawn', `story ${id} was taken back by its teller`)

const note = (sql: Sql, action: string, id: number, by: By) =>
  audit(sql, { at: by.now, actor: by.actor, action, object: `story:${id}` })
