import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { DemoPlay } from '../../app/demo/demo-round.ts'
import { writeChat } from '../../app/demo/transcript.ts'
import type { DemoCast, DemoPerson } from '../../app/demo-cast.ts'
import type { Services } from '../../app/services.ts'
import type { OutboundMessage } from '../../messages/outbound.ts'
import { readAttachment } from '../../store/attachment-files.ts'
import type { Staff } from './staff.ts'
import type { Told } from './story.ts'

type Left = { readonly file: string; readonly what: string }

/** Everything that the seven months left behind, as files that people can read; documents and exports by the commands. */
export async function leaveFiles(
  out: string,
  parts: {
    readonly services: Services
    readonly play: DemoPlay
    readonly staff: Staff
    readonly told: Told
    readonly cast: DemoCast
  },
): Promise<readonly Left[]> {
  const { services, play, staff, told } = parts
  mkdirSync(out, { recursive: true })
  const left: Left[] = []
  const leave = (name: string, what: string, content: string | Uint8Array) => {
    const file = join(out, name)
    writeFileSync(file, content)
    left.push({ file, what })
  }
  const typed = async (name: string, what: string, ...words: readonly (string | number)[]) => {
    const file = join(out, name)
    await staff.types(...words, '-o', file, '--force')
    left.push({ file, what })
  }

  for (const { name, what, person } of chats(parts)) {
    const { zone } = play.phoneOf(person)
    leave(name, what, writeChat({ person, villager: { zone } }, play.chatOf(person)))
  }
  for (const [name, what, position] of digests) {
    const reader = parts.cast.people.find((p) => p.position === position)
    const digest =
      reader && play.chatOf(reader).findLast((line) => line.by === 'bot' && line.text.startsWith('Rangkuman'))
    if (digest) leave(name, what, `${digest.text}\n`)
  }
  for (const file of await digestFiles(services)) leave(file.name, file.what, file.bytes)

  const [first] = told.rounds
  const last = told.rounds.at(-1)!
  const village = shownVillage(play).person.regions[0]!
  await typed('matriks.pdf', 'the matrix of a kabupaten', 'print', 'matriks', '53.18', '--round', '2025-08')
  await typed('matriks.xlsx', 'the same as a workbook', 'print', 'matriks', '53.18', '--round', '2025-08')
  const [, forum] = told.rakor
  await typed('bahan-rapat.pdf', 'the pack of a rakor', 'print', 'rapat', forum!)
  await typed('bahan-rapat.xlsx', 'the same as a workbook', 'print', 'rapat', forum!)
  await typed('berita-acara.docx', 'the draft of its minutes', 'print', 'berita-acara', forum!)
  await typed('laporan-putaran.pdf', 'the report of a round', 'print', 'putaran', '53.18', '--round', '2025-08')
  await typed('lembar-ringkas.pdf', 'one page before a meeting', 'print', 'ringkas', '53.18', '--round', '2025-08')
  await typed('laporan-desa.pdf', 'that village’s report', 'print', 'laporan', village, '--round', first!)
  await typed('vlp.pdf', 'a village’s new livelihood plan', 'print', 'vlp', told.planIn)
  await typed('cerita.pdf', 'a story that its teller approved', 'print', 'cerita', told.storyId)
  await typed('isian.pdf', 'a village’s form for its meeting', 'print', 'isian', village, '--round', last)
  for (const [format, name, what] of exports) await typed(name, what, 'export', last, '--format', format)
  leave('perintah.txt', 'every command that the team typed', `${staff.typed.join('\n')}\n`)
  writeFileSync(
    join(out, 'README.txt'),
    `What "npm run demo" left here. Everybody is invented.\n\n${left.map(({ file, what }) => `${basename(file)}: ${what}`).join('\n')}\n`,
  )
  return left
}

const exports = [
  ['csv', 'data.csv', 'every answer of the last round, one a line'],
  ['xlsx', 'data.xlsx', 'the same as KoboToolbox exports it'],
  ['odk', 'odk.zip', 'the same as XForms and OpenRosa submissions'],
  ['opendk', 'opendk.zip', 'activities for OpenDK’s import, and opendk-dokumentasi.zip beside it'],
] as const

const digests = [
  ['rangkuman-camat.txt', 'the last weekly digest of a camat', 'camat'],
  ['rangkuman-pokja.txt', 'the last weekly digest of a Pokja', 'anggota_pokja'],
  ['rangkuman-forum.txt', 'the last weekly digest of a Forum', 'anggota_forum'],
  ['rangkuman-tim.txt', 'the last weekly digest of programme staff', 'staf'],
] as const

/** The village whose conversation and report are shown: one that put something right. */
function shownVillage(play: DemoPlay) {
  return play.rounds[0]!.filter((p) => p.person.position !== 'camat' && p.villager.finished).toSorted(
    (a, b) =>
      b.villager.tally.corrected - a.villager.tally.corrected || b.villager.tally.photos - a.villager.tally.photos,
  )[0]!
}

function chats({ play, told, cast }: { readonly play: DemoPlay; readonly told: Told; readonly cast: DemoCast }) {
  const head = (region: string) => cast.people.find((p) => p.regions[0] === region && p.position !== 'raja_negeri')
  const camat = play.rounds[0]!.find((p) => p.person.position === 'camat' && p.villager.finished)?.person
  const shown: readonly (readonly [string, string, DemoPerson | undefined])[] = [
    ['percakapan-desa.txt', 'one village’s conversation', shownVillage(play).person],
    ['percakapan-camat.txt', 'one camat’s conversation', camat],
    ['percakapan-opd.txt', 'one office’s conversation', cast.people.find((p) => p.opd === 'pertanian')],
    ['percakapan-stimulan.txt', 'the village that told of a levy', head(told.stimulanIn)],
    ['percakapan-vlp.txt', 'the village that made its new plan', head(told.planIn)],
    ['percakapan-cerita.txt', 'the village that told a story', cast.people.find((p) => p.key === told.tellerKey)],
    [
      'percakapan-koordinator.txt',
      'one coordinator’s',
      cast.people.find((p) => p.position === 'koordinator_kabupaten'),
    ],
  ]
  return shown.flatMap(([name, what, person]) => (person ? [{ name, what, person }] : []))
}

/** Picture and page of the Forum's last digest, as they were sent. */
async function digestFiles({ db, dataDir }: Services) {
  const sent = await db.all<{ body: string }>(
    `select body from outbox where key like 'digest:forum:%' and state = 'sent' order by id desc limit 4`,
  )
  const files = sent.flatMap(({ body }) => (JSON.parse(body) as OutboundMessage).attachment ?? [])
  const named = [
    ['photo', 'rangkuman-forum.png', 'the picture that goes with it'],
    ['document', 'rangkuman-forum.pdf', 'the page that may be passed on'],
  ] as const
  const left = []
  for (const [kind, name, what] of named) {
    const file = files.find((f) => f.kind === kind)
    if (file) left.push({ name, what, bytes: await readAttachment(dataDir, file.hash) })
  }
  return left
}
