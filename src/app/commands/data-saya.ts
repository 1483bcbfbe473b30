import { positionFacts } from '../../domain/positions.ts'
import { findOwnData } from '../../store/own-data.ts'
import { listConsentsOfPerson } from '../../store/people-pages.ts'
import { ownData } from '../../wording/system/own-data.ts'
import { channelTitle } from '../channel-titles.ts'
import type { LaneTurn } from '../turn.ts'

/** "data saya": what is kept about the writer (UU 27/2022, pasal 6–7). Strangers have nothing kept and see the welcome. */
export async function data_saya(turn: LaneTurn): Promise<void> {
  const to = await turn.audience()
  const person = await turn.person()
  const facts = await findOwnData(turn.sql, person?.id ?? null)
  const seats = await turn.seats()
  const consents = person ? await listConsentsOfPerson(turn.sql, person.id) : []
  turn.reply(
    ownData(
      {
        name: person?.name ?? '-',
        seats: seats.map((s) => [positionFacts[s.position].label, s.regionName].filter(Boolean).join(', ')),
        channels: facts.channels.map(channelTitle),
        consents: consents.map((c) => ({ ...c, given: c.given === 1 })),
        reports: facts.reports,
        answers: facts.answers,
        photos: facts.photos,
      },
      to,
    ),
  )
}
