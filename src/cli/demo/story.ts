import type { Invented } from '../../app/demo/cast.ts'
import type { DemoPlay } from '../../app/demo/demo-round.ts'
import { type Line, Scripted } from '../../app/demo/scripted.ts'
import type { DemoCast, DemoPerson } from '../../app/demo-cast.ts'
import { advanceCase } from '../../app/read-complaint.ts'
import type { Services } from '../../app/services.ts'
import type { Matrix } from '../../domain/matrix.ts'
import { covers, WHOLE_PROGRAMME } from '../../domain/regions.ts'
import type { ManualClock } from '../../lib/clock.ts'
import { addDays, HOUR, instantOf, MINUTE } from '../../lib/local-time.ts'
import { Problem } from '../../lib/problem.ts'
import { SeededRandom } from '../../lib/seeded-random.ts'
import { listCases } from '../../store/sealed.ts'
import { enterAugust2024 } from './august-2024.ts'
import { followUpLines } from './follow-up-lines.ts'
import { erasure, livelihoodPlan, stimulan, storyOfChange, writtenStory } from './scenes.ts'
import type { Staff } from './staff.ts'

export interface DemoParts {
  readonly services: Services
  readonly clock: ManualClock
  readonly cast: DemoCast
  readonly play: DemoPlay
  readonly staff: Staff
  readonly seed: string
  /** Called at the end of each day of a round. */
  readonly onDay: (round: string, day: number, on: string) => Promise<void>
  readonly note: (text: string) => void
}

/** What the story has to be looked up by afterwards. */
export interface Told {
  /** Codes of the three rounds. */
  readonly rounds: readonly string[]
  readonly rakor: readonly number[]
  readonly stimulanIn: string
  readonly planIn: string
  readonly tellerKey: string
  readonly storyId: number
  readonly erasedKey: string
  /** What somebody who told of the levy read when they asked how far it is. */
  readonly caseAnswer: string
}

const office = 'Asia/Makassar'
const offices: readonly string[] = ['anggota_pokja', 'anggota_forum', 'koordinator_kabupaten']
const places: readonly string[] = ['kepala_desa', 'pejabat_desa', 'raja_negeri', 'camat']
const seram = '81.05'
const sumba = '53.18'

/**
 * Seven months of a programme: three rounds of monitoring, and between them what follows from them. Everything that
 * people do comes in as messages, everything that the team does is a command or typed in chat.
 */
export async function playStory(parts: DemoParts): Promise<Told> {
  const { staff, services, clock, note } = parts
  const stage = new Story(parts)
  note('The team enters the coordination of August 2024')
  await enterAugust2024(staff)

  const [draft] = (await staff.types<{ code: string; state: string }[]>('round', 'list')).filter(
    (r) => r.state === 'draft',
  )
  await stage.round(draft!.code, '2025-05-06', 26)
  const pokja = await stage.announceRakor(seram, '2025-06-12', 'Bula', 'Asisten 1 Setda')
  await stage.signKecamatan(draft!.code)
  await stage.until('2025-06-12', '15:00')
  await stage.holdRakor(pokja, seram, draft!.code, {
    session: '2025-06-12;22L 10P;Bula',
    promise: 'Data lokus 2026;Bapperida;2025-07-31',
    decision: 'Matriks rekomendasi kecamatan menjadi bahan Renja OPD 2026',
  })

  const goods = await stage.small('2025-07-08', {
    code: 'stimulan',
    form: 'penerimaan-stimulan',
    kabupaten: sumba,
    lines: stimulan,
  })
  const [taken] = await listCases(services.db)
  if (taken) await advanceCase(services, taken, 'ditangani', { now: clock.now(), actor: 'demo' })
  const code = goods.read.map((text) => /Kode laporan: (\S+)/.exec(text)?.[1]).find((found) => found !== undefined)
  if (code !== undefined) await stage.says(goods, `cek ${code}`)
  const caseAnswer = goods.read.at(-1) ?? ''

  await stage.round(await stage.makeRound('2025-08', '2025-08-05', '2025-08-15'), '2025-08-05', 19)
  await stage.signKecamatan('2025-08')
  await stage.until('2025-08-29')
  const forum = await stage.announceRakor(sumba, '2025-09-11', 'Tambolaka', 'Sekretaris Daerah')
  await stage.until('2025-09-11', '15:00')
  await stage.holdRakor(forum, sumba, '2025-08', {
    session: '2025-09-11;25L 14P;Tambolaka',
    promise: 'Jadwal verifikasi usulan desa;DPMD;2025-10-15',
    decision: 'Usulan prioritas tinggi dibawa ke Forum OPD',
  })
  await stage.keepPromise(pokja)

  const plan = await stage.small('2025-09-17', {
    code: 'vlp',
    form: 'pemutakhiran-vlp',
    kabupaten: seram,
    lines: livelihoodPlan,
    workshop: true,
  })
  const teller = await stage.small('2025-10-07', {
    code: 'cerita',
    form: 'cerita-perubahan',
    kabupaten: seram,
    lines: storyOfChange,
  })
  const storyId = await stage.publishStory(teller)

  await stage.round(await stage.makeRound('2025-11', '2025-11-04', '2025-11-14'), '2025-11-04', 19)
  await stage.signKecamatan('2025-11')
  const gone = await stage.erase('2025-11-25')
  await stage.until('2025-11-28')
  return {
    rounds: [draft!.code, '2025-08', '2025-11'],
    rakor: [pokja, forum],
    stimulanIn: goods.person.regions[0]!,
    planIn: plan.person.regions[0]!,
    tellerKey: teller.person.key,
    storyId,
    erasedKey: gone.key,
    caseAnswer,
  }
}

/** Somebody who plays a scene. */
class Player extends Scripted {
  readonly person: DemoPerson

  constructor(parts: DemoParts, person: DemoPerson, lines: readonly Line[]) {
    const random = new SeededRandom(`${parts.seed} scene ${person.key}`)
    super(parts.play.phoneOf(person), [...lines, ...followUpLines(random)], random)
    this.person = person
  }
}

class Story {
  readonly #parts: DemoParts
  readonly #followUps: readonly Scripted[]
  readonly #chief: Scripted
  readonly #played = new Set<string>()

  constructor(parts: DemoParts) {
    const { cast, clock, play, seed } = parts
    this.#parts = parts
    const random = new SeededRandom(`${seed} follow-up`)
    // offices tell every month; villages and camat have less to tell, and after a while leave it to the next round
    const isSummer = () => clock.now() < instantOf('2025-07-15', '00:00', office)
    const lines = (p: DemoPerson, own: SeededRandom) => {
      if (offices.includes(p.position)) return followUpLines(own)
      return places.includes(p.position) ? followUpLines(own, isSummer) : undefined
    }
    this.#followUps = cast.people.flatMap((p) => {
      const own = random.fork(p.key)
      const known = lines(p, own)
      return known ? [new Scripted(play.phoneOf(p), known, own)] : []
    })
    const chief = cast.people.find((p) => p.regions.includes(WHOLE_PROGRAMME))!
    this.#chief = new Scripted(play.phoneOf(chief), [], random)
  }

  /** The days between two things that happen. */
  async until(on: string, time = '07:00'): Promise<void> {
    await this.#parts.play.stage.playUntil(instantOf(on, time, office), 'between')
  }

  async makeRound(code: string, opensOn: string, dueOn: string): Promise<string> {
    await this.until(opensOn)
    await this.#parts.staff.types(
      ...['round', 'create', code, '--form', 'pemantauan-desa=core', '--form', 'koordinasi-kecamatan=core'],
      ...['--opens', opensOn, '--due', dueOn],
    )
    return code
  }

  /** Opened and closed in chat by the team; the villages and the camat do the rest. */
  async round(code: string, on: string, days: number): Promise<void> {
    await this.until(on)
    const { play, onDay } = this.#parts
    play.beginRound(this.#followUps)
    await play.playDays(days, (day, today) => onDay(code, day, today))
    await this.#nextMorning()
    await this.says(this.#chief, `tutup putaran ${code}`)
  }

  /** A day ends at midnight. */
  async #nextMorning(): Promise<void> {
    const { clock, play } = this.#parts
    await play.stage.playUntil(clock.now() + 9 * HOUR, 'between')
  }

  async says(who: Scripted, text: string): Promise<void> {
    const { clock, play } = this.#parts
    play.stage.plan(who, clock.now() + MINUTE, { kind: 'text', text })
    await play.stage.playUntil(clock.now() + HOUR, 'between')
  }

  /** Each camat signs the matrix of their kecamatan where it has rows. */
  async signKecamatan(round: string): Promise<void> {
    const { staff, cast } = this.#parts
    const withRows = new Set<string>()
    for (const kabupaten of [seram, sumba]) {
      const { rows } = await staff.types<Pick<Matrix, 'rows'>>('matrix', 'show', kabupaten, '--round', round)
      for (const row of rows) withRows.add(row.kecamatan.code)
    }
    for (const { name, regions } of cast.people.filter((p) => p.position === 'camat' && withRows.has(p.regions[0]!)))
      await staff.types('matrix', 'freeze', regions[0]!, '--round', round, '--signed-by', `${name}, Camat`)
  }

  async announceRakor(kabupaten: string, on: string, place: string, opener: string): Promise<number> {
    const meeting = await this.#parts.staff.types<{ id: number }>(
      ...['meeting', 'add', 'rakor', kabupaten, '--on', on, '--place', place, '--opener', opener],
      ...['--agenda', 'Hasil pemantauan desa', '--agenda', 'Matriks rekomendasi tindak lanjut'],
    )
    return meeting.id
  }

  async holdRakor(
    id: number,
    kabupaten: string,
    round: string,
    came: { readonly session: string; readonly promise: string; readonly decision: string },
  ): Promise<void> {
    const { staff, cast } = this.#parts
    await staff.types(
      ...['meeting', 'note', id, '--session', came.session, '--guests', 7],
      ...['--decision', came.decision, '--commit', came.promise],
    )
    await staff.types('meeting', 'deliver', id)
    const head = cast.people.find(
      (p) => p.opd === 'bapperida' && p.regions[0] === kabupaten && p.position.startsWith('anggota_'),
    )!
    const signed = `${head.name}, Ketua`
    await staff.types('matrix', 'freeze', kabupaten, '--round', round, '--signed-by', signed)
  }

  /** What an office promised at a rakor is kept by the next. */
  async keepPromise(meeting: number): Promise<void> {
    const { staff } = this.#parts
    const { commitments } = await staff.types<{ commitments: { id: number; state: string }[] }>(
      'meeting',
      'show',
      meeting,
    )
    for (const { id, state } of commitments) if (state === 'open') await staff.types('meeting', 'settle', id, 'kept')
  }

  /** A round of one form that one village answers: what came to it, its plan, its story. */
  async small(
    on: string,
    about: {
      readonly code: string
      readonly form: string
      readonly kabupaten: string
      readonly lines: readonly Line[]
      readonly workshop?: true
    },
  ): Promise<Player> {
    await this.until(on)
    const { staff, play } = this.#parts
    const { form, kabupaten } = about
    const player = new Player(this.#parts, this.#somebody(kabupaten), about.lines)
    const village = player.person.regions[0]!
    const code = `${about.code}-2025`
    if (about.workshop)
      await staff.types(
        ...['meeting', 'add', 'lokakarya_vlp', kabupaten, '--on', addDays(on, -1), '--until', on],
        ...[addDays(on, -1), on].flatMap((day) => ['--session', `${day};12L 11P;Balai desa;${village}`]),
      )
    await staff.types(
      ...['round', 'create', code, '--form', form, '--kabupaten', kabupaten],
      ...['--opens', on, '--due', addDays(on, 10)],
    )
    await staff.types('round', 'open', code)
    await staff.types('round', 'excuse', code, kabupaten, '--because', 'Belum gilirannya')
    await staff.types('round', 'reopen', code, village)
    play.stage.takeOver(player)
    await play.playDays(3)
    await this.#nextMorning()
    await staff.types('round', 'close', code)
    if (!player.read.some((text) => text.includes('Laporan sudah dikirim')))
      throw new Problem('demo_scene', `${form} did not come to its end in ${village}: ${player.read.at(-1)}`)
    return player
  }

  /** The team writes the story down, its teller agrees, and only then it is out. */
  async publishStory(teller: Player): Promise<number> {
    const { staff, clock, play } = this.#parts
    const stories = await staff.types<{ id: number; regionCode: string }[]>('story', 'list')
    const story = stories.find((s) => s.regionCode === teller.person.regions[0])
    if (!story) throw new Problem('demo_scene', `no story came from ${teller.person.regions[0]}`)
    const { title, text, name } = writtenStory
    await staff.types('story', 'edit', story.id, '--title', title, '--text', text, '--name', name)
    await staff.types('story', 'ask', story.id)
    await play.stage.playUntil(clock.now() + 6 * HOUR)
    await staff.types('story', 'publish', story.id, '--in', 'media_bakti', '--where', 'Papan cerita contoh')
    return story.id
  }

  /** Somebody wants all that is kept of them gone. */
  async erase(on: string): Promise<DemoPerson> {
    await this.until(on)
    const player = new Player(this.#parts, this.#somebody(WHOLE_PROGRAMME), erasure)
    this.#parts.play.stage.takeOver(player)
    await this.says(player, 'hapus data saya')
    return player.person
  }

  /** A head of a village who has reported and plays no other part. */
  #somebody(kabupaten: string): DemoPerson {
    const found = this.#parts.play.rounds[0]!.find((p) => this.#isFree(p, kabupaten))
    if (!found) throw new Problem('demo_cast', `nobody in ${kabupaten} reported in the first round`)
    this.#played.add(found.person.key)
    return found.person
  }

  #isFree({ person, villager, isNew }: Invented, kabupaten: string): boolean {
    const { putsOff, wrongPerson, asksHelp, isCamat } = villager.traits
    return (
      covers(kabupaten, person.regions[0]!) &&
      person.position !== 'raja_negeri' &&
      villager.finished &&
      !isNew &&
      !(putsOff || wrongPerson || asksHelp || isCamat) &&
      !this.#played.has(person.key)
    )
  }
}
