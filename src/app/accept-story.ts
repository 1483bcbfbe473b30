import { afterConsent, type StoryConsent, type StoryNames, type StoryPlace } from '../domain/stories.ts'
import { answerOf, stateOf } from '../engine/session.ts'
import type { Form } from '../flows/form.ts'
import { recordConsent } from '../store/people.ts'
import { closeQuestions } from '../store/person-questions.ts'
import { changeStory, createStory, findStoryOfReport, type Story } from '../store/stories.ts'
import type { RunningSession } from '../store/turns.ts'
import { noteTakenDown } from './stories.ts'
import type { LaneTurn } from './turn.ts'

/** The form that asks for a story of change. */
export const storyForm = 'cerita_perubahan'

/**
 * A story of change was sent, or corrected afterwards. Whoever tells of themselves gives, or takes back, their own
 * consent to its publication; it is recorded as every consent is, the newest counts. What they say of others stays an
 * answer of the report: nobody can consent for somebody else. The story goes on its way to being published, or is taken
 * off it.
 */
export async function acceptStory(
  turn: LaneTurn,
  session: RunningSession,
  form: Form,
  regionCode: string,
): Promise<void> {
  const { sql, personId, now } = turn
  const said = (path: string) => {
    const state = stateOf(answerOf(session.state, path))
    return state !== undefined && 'v' in state ? state.v : undefined
  }
  const place = said('cerita/terbit') as StoryPlace | undefined
  const about = said('tentang') as Story['about']
  if (personId !== null && about === 'diri_sendiri' && place !== undefined)
    await recordConsent(sql, {
      personId,
      kind: 'story',
      given: place !== 'tidak',
      textVersion: `cerita_perubahan ${form.version} ${place}`,
      channel: turn.message.channel,
      at: now,
    })
  const consent: StoryConsent = {
    // whoever it is about does not want it written down after all: nothing of it goes out
    place: place ?? 'tidak',
    names: (said('cerita/pakai_nama') as StoryNames | undefined) ?? 'tanpa_nama',
    photos: said('cerita/foto_boleh') === 'ya',
  }
  const known = await findStoryOfReport(sql, session.reportId)
  if (!known) {
    if (consent.place === 'tidak') return
    const { reportId } = session
    return createStory(sql, { reportId, regionCode, personId, about, state: 'diterima', ...consent }, now)
  }
  const state = afterConsent(known.state, known, consent)
  await changeStory(
    sql,
    known.id,
    {
      about,
      ...consent,
      state,
      ...(state === 'ditarik' && known.state !== 'ditarik' && { withdrawnAt: now, withdrawnBecause: 'izin' }),
      ...(state !== 'ditarik' && { withdrawnAt: null, withdrawnBecause: null }),
      ...(state !== 'disetujui' && state !== 'terbit' && { approvedAt: null }),
    },
    now,
  )
  if (state !== known.state) await closeQuestions(sql, { kind: 'story', refId: known.id }, now)
  if (known.state === 'terbit' && state !== 'terbit') await noteTakenDown(turn, known)
}
