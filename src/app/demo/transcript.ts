import { localDate, localTime, zoneName } from '../../lib/local-time.ts'
import type { Invented } from './cast.ts'
import type { ChatLine } from './play-round.ts'

/** A chat as text, day by day, for people to read. */
export function writeChat(
  { person, villager }: { readonly person: Invented['person']; readonly villager: { readonly zone: string } },
  lines: readonly ChatLine[],
): string {
  return writeLines(
    `${person.name} (${person.position}, ${person.regions.join(' ')}). Semua orang di sini karangan.`,
    villager.zone,
    lines,
  )
}

export function writeLines(title: string, zone: string, lines: readonly ChatLine[]): string {
  let day = ''
  const out = [title]
  for (const line of lines) {
    const on = localDate(line.at, zone)
    if (on !== day) out.push('', `--- ${on}`)
    day = on
    const who = line.by === 'bot' ? 'Bot  ' : 'Orang'
    const text = line.text.replaceAll('\n', '\n               ')
    out.push(`${localTime(line.at, zone)} ${zoneName(zone)} ${who} ${text}`)
    if (line.buttons?.length) out.push(`               ${line.buttons.map((b) => `[${b}]`).join(' ')}`)
  }
  return `${out.join('\n')}\n`
}
