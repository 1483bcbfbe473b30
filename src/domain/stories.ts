/**
 * Stories of change on their way to being published: told, edited by staff, shown to whoever told them, approved,
 * published; taken back at any time.
 */
export const storyStates = ['diterima', 'diperiksa', 'disetujui', 'terbit', 'ditarik'] as const
export type StoryState = (typeof storyStates)[number]

/** What the teller allows: within the programme, in BaKTI's media, nowhere. */
export const storyPlaces = ['internal', 'media_bakti', 'tidak'] as const
export type StoryPlace = (typeof storyPlaces)[number]

export type StoryNames = 'nama' | 'samaran' | 'tanpa_nama'

export interface StoryConsent {
  readonly place: StoryPlace
  readonly names: StoryNames
  /** Photos may be used: none shows a child whose parents did not agree. */
  readonly photos: boolean
}

/** The state after the teller changed what they allow: less ends what was agreed, "no" takes the story back. */
export function afterConsent(state: StoryState, before: StoryConsent, now: StoryConsent): StoryState {
  if (now.place === 'tidak') return 'ditarik'
  if (state === 'ditarik') return 'diterima'
  const isLess =
    (before.place === 'media_bakti' && now.place === 'internal') ||
    (before.names === 'nama' && now.names !== 'nama') ||
    (before.photos && !now.photos)
  return isLess && (state === 'disetujui' || state === 'terbit') ? 'diperiksa' : state
}

/** Why a story cannot go out there; undefined when it can. */
export function unpublishable(
  story: { readonly state: StoryState; readonly place: StoryPlace },
  where: Exclude<StoryPlace, 'tidak'>,
): 'withdrawn' | 'not_approved' | 'not_there' | undefined {
  if (story.state === 'ditarik' || story.place === 'tidak') return 'withdrawn'
  if (story.state !== 'disetujui' && story.state !== 'terbit') return 'not_approved'
  return where === 'media_bakti' && story.place !== 'media_bakti' ? 'not_there' : undefined
}
