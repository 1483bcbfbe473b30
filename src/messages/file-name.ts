/** Characters of a name, its ending among them: more than any phone shows. */
const longest = 100

/** What no disk takes, and what turns the direction of writing, so that "gpj.exe" could read as "exe.jpg". */
const unfit = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\\/:*?"<>|]+/gu

/** A file's name as people see it: what it is called, with its ending, and nothing that a phone cannot write to its disk. */
export function readableName(name: string): string {
  const clean = name.toWellFormed().normalize('NFC').replace(/\s+/g, ' ').trim().replace(unfit, '_').replace(/^\.+/, '')
  const [, stem = clean, ending = ''] = /^(.+)(\.[\p{L}\d]{1,8})$/u.exec(clean) ?? []
  const room = longest - ending.length
  const kept =
    stem.length > room
      ? `${stem
          .slice(0, room - 1)
          .toWellFormed()
          .replace('\ufffd', '')}…`
      : stem
  return `${kept}${ending}` || 'berkas'
}
