import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { choicesFor } from '../../../src/engine/choice-lists.ts'
import type { Input } from '../../../src/engine/input.ts'
import type { Place } from '../../../src/engine/places.ts'
import type { Turn } from '../../../src/engine/turn.ts'
import { checkForm } from '../../../src/flows/check.ts'
import type { Form, Question } from '../../../src/flows/form.ts'
import type { Json } from '../../../src/lib/json.ts'
import { localDate } from '../../../src/lib/local-time.ts'
import { SeededRandom } from '../../../src/lib/seeded-random.ts'
import { wednesday } from '../../engine/talk.ts'
import { formOf, shippedForm, shippedForms } from '../form-cast.ts'
import { anyForm } from './any-form.ts'
import { type Lists, SideBySide } from './side-by-side.ts'

/**
 * What we write as XForm is opened in ODK's own engine, and then filled in there as a conversation goes on here: the
 * same questions relevant, the same answers refused, the same values computed, the same choices offered.
 */

const forms: Readonly<Record<string, string>> = {
  'numbers, groups and skips': `survey:
  - { type: integer, name: anggota, label: Berapa?, required: true, constraint: ". >= 0 and . <= 12" }
  - type: group
    name: rumah
    label: Rumah
    relevant: \${anggota} > 3
    questions:
      - { type: integer, name: kamar, label: Kamar?, required: true, constraint: ". <= \${anggota}" }
      - { type: decimal, name: luas, label: Luas?, required: true, constraint: ". > 0 and . < 1000" }
      - { type: calculate, name: rasio, calculation: "round(\${luas} div \${anggota}, 2)" }
      - { type: text, name: sempit, label: Sempit?, relevant: "\${rasio} < 10 and \${kamar} mod 2 = 0", constraint: "string-length(.) > 3 and regex(., '^[a-z ]+$')" }
  - { type: calculate, name: golongan, calculation: "if(\${anggota} > 8, 'besar', if(\${anggota} > 3, 'sedang', 'kecil'))" }
  - { type: note, name: catatan, label: "Golongan \${golongan}", relevant: "\${golongan} != 'kecil'" }
  - { type: date, name: lahir, label: Lahir?, required: true, constraint: ". <= today() and . > '1950-01-01'" }
  - { type: calculate, name: hari, calculation: "int(today() - \${lahir})" }
  - { type: calculate, name: tahun, calculation: "format-date(\${lahir}, '%Y-%n')" }
  - { type: text, name: dewasa, label: Pekerjaan?, relevant: "\${hari} > 6570" }
`,
  'lists that hang on lists': `survey:
  - { type: select_one kab, name: kabupaten, label: Kabupaten?, required: true }
  - { type: select_one kec, name: kecamatan, label: Kecamatan?, required: true, choice_filter: "kab = \${kabupaten}" }
  - { type: select_multiple usaha, name: usaha, label: Usaha?, required: true, constraint: "count-selected(.) <= 2 and not(selected(., 'tidak') and count-selected(.) > 1)" }
  - { type: calculate, name: banyak, calculation: "count-selected(\${usaha})" }
  - { type: calculate, name: pertama, calculation: "selected-at(\${usaha}, 0)" }
  - { type: calculate, name: nama_kecamatan, calculation: "jr:choice-name(\${kecamatan}, '\${kecamatan}')" }
  - { type: calculate, name: ibukota, calculation: "instance('kab')/root/item[name = \${kabupaten}]/kota" }
  - { type: integer, name: modal, label: Modal?, relevant: "selected(\${usaha}, 'tani') or selected(\${usaha}, 'laut')" }
  - { type: select_one usaha or_other, name: utama, label: Utama?, relevant: "\${banyak} > 1" }
choices:
  kab: [{ name: sbt, label: Seram, columns: { kota: Bula } }, { name: sbd, label: Sumba, columns: { kota: Tambolaka } }]
  kec:
    - { name: bula, label: Bula, columns: { kab: sbt } }
    - { name: werinama, label: Werinama, columns: { kab: sbt } }
    - { name: kodi, label: Kodi, columns: { kab: sbd } }
    - { name: loura, label: Loura, columns: { kab: sbd } }
    - { name: wewewa, label: Wewewa, columns: { kab: sbd } }
  usaha: [{ name: tani, label: Bertani }, { name: laut, label: Melaut }, { name: tenun, label: Menenun }, { name: tidak, label: Tanpa usaha }]
`,
  'repeats in repeats': `survey:
  - { type: integer, name: kk, label: KK?, required: true, constraint: ". >= 0 and . <= 3" }
  - type: repeat
    name: keluarga
    label: Keluarga
    repeat_count: \${kk}
    questions:
      - { type: integer, name: umur, label: Umur?, required: true, constraint: ". <= 99" }
      - { type: calculate, name: urut, calculation: "position(..)" }
      - { type: integer, name: anak, label: Anak?, required: true, relevant: "\${umur} > 17", constraint: ". < 3" }
      - type: repeat
        name: orang
        label: Orang
        repeat_count: coalesce(\${anak}, 0)
        questions:
          - { type: integer, name: usia, label: Usia?, required: true, constraint: ". < \${umur}" }
          - { type: text, name: sekolah, label: Sekolah?, relevant: "\${usia} > 6 and \${urut} = 1" }
      - { type: calculate, name: termuda, calculation: "min(\${usia}[. != ''])" }
      - { type: calculate, name: sebelumnya, calculation: "indexed-repeat(\${umur}, \${keluarga}, position(..) - 1)" }
  - { type: calculate, name: semua, calculation: "sum(\${umur}[. != '']) + count(\${keluarga})" }
  - { type: text, name: cerita, label: Cerita?, relevant: "\${semua} > 100" }
  - { type: calculate, name: tua, calculation: "count(\${keluarga}[umur > 50])" }
`,
  'kinds of ours': `survey:
  - { type: yesno, name: ada, label: Ada?, required: true }
  - { type: count_by_sex, name: hadir, label: Berapa?, required: true, relevant: "\${ada} = 'ya'", constraint: "\${hadir_p} > 0 and . < 60" }
  - { type: calculate, name: bagian, calculation: "round(\${hadir_p} div \${hadir}, 3)" }
  - { type: money_idr, name: biaya, label: Biaya?, required: true, constraint: ". <= 5000000" }
  - { type: calculate, name: seorang, calculation: "if(\${hadir_total} > 0, int(\${biaya} div \${hadir_total}), 0)" }
  - { type: percent, name: jalan, label: Persen?, required: true, relevant: "\${biaya} > 1000000" }
  - { type: month, name: mulai, label: Mulai?, required: true, constraint: ". <= today()" }
  - { type: quantity_unit, name: hasil, label: Hasil?, required: true, relevant: "\${jalan} > 20", constraint: ". < 500" }
  - { type: calculate, name: kata, calculation: "if(\${hasil} > 0, concat(int(\${hasil_jumlah}), ' ', \${hasil_satuan}, ' ', int(\${hasil})), '')" }
  - { type: person, name: ketua, label: Ketua?, required: true, relevant: "\${hadir} > 10" }
  - { type: phone, name: hp, label: HP?, required: true }
  - { type: acknowledge, name: ok, label: Sudah?, required: true }
`,
  'a list that grows, and answers as choices': `survey:
  - { type: integer, name: batas, label: Batas?, required: true }
  - type: repeat
    name: orang
    label: Orang
    questions:
      - { type: text, name: nama, label: Nama?, required: true, constraint: "string-length(.) < 12" }
      - { type: integer, name: umur, label: Umur?, required: true, relevant: "\${nama} != 'Yusuf'", constraint: ". < \${batas}" }
      - { type: calculate, name: sapa, calculation: "concat(position(..), '. ', \${nama})" }
  - { type: "select_one \${nama}", name: ketua, label: Ketua?, required: true }
  - { type: calculate, name: umur_ketua, calculation: "\${orang}[nama = \${ketua}]/umur" }
  - { type: calculate, name: daftar, calculation: "join(', ', \${nama}[. != ''])" }
  - { type: text, name: lain, label: Lain?, relevant: "count(\${orang}) > 2 and \${umur_ketua} > 20" }
`,
}

/** Files beside the forms that name some. */
const lists: Lists = {
  kegiatan: [
    { name: 'e1', label: 'Ternak ayam', desa: '', target: '100', satuan: 'ekor', biaya: '5000000' },
    { name: 'e2', label: 'Rumput laut', desa: '', target: '2', satuan: 'ton', biaya: '9000000' },
  ],
  laporan_lalu: [],
  rekomendasi: [
    {
      name: 'r1',
      label: 'Pompa air',
      daftar_desa: 'Waihama',
      teks: 'Pompa air',
      keadaan: 'dijawab',
      target: '',
      catatan: '',
    },
    {
      name: 'r2',
      label: 'Bibit pala',
      daftar_desa: 'Karayaman',
      teks: 'Bibit',
      keadaan: 'dijawab',
      target: '',
      catatan: '',
    },
  ],
  desa_kecamatan: [
    { name: '81.05.01.2001', label: 'Waihama' },
    { name: '81.05.01.2002', label: 'Karayaman' },
  ],
  laporan_desa: [
    {
      name: '81.05.01.2001',
      label: 'Waihama',
      tanggal_pertemuan: '2024-08-01',
      selesai: '1',
      berjalan: '2',
      belum: '0',
      batal: '0',
    },
  ],
}

beforeAll(() => {
  vi.stubEnv('TZ', 'Asia/Jayapura')
  vi.useFakeTimers({ toFake: ['Date'], now: wednesday })
})
afterAll(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
})

/** `REFEREE_WALKS=1000` walks each form that often: for a long night, not for every run. */
const walksOfEach = Number(process.env.REFEREE_WALKS ?? 6)
const formsMade = Number(process.env.REFEREE_WALKS ?? 25)
const firstSeed = Number(process.env.SEED ?? 1)
const walksOfOthers = Number(process.env.REFEREE_WALKS ?? 1)

interface Walked {
  readonly ended: boolean
  readonly refused: number
  readonly answers: number
  readonly checked: number
}

/** Answers at random, right and wrong, and looks at both sides after each. */
async function walk(
  form: Form,
  seed: number,
  most: number,
  { agreeable = false }: { readonly agreeable?: boolean } = {},
): Promise<Walked> {
  const chance = new SeededRandom(seed * 7919)
  const random = () => chance.next()
  const both = await SideBySide.of(form, { lists, fields: { desa: '' } })
  const { talk } = both
  let refused = 0
  let answers = 0
  let tries = 0
  let last = ''
  expect(both.differences().join('; ')).toBe('')
  for (let step = 0; step < most && talk.session.state === 'running'; step++) {
    const turn = both.turn()
    const place = both.openQuestion(turn)
    if (!place) {
      const { kind } = talk.session.awaits
      talk.say(kind === 'human_offer' || (kind === 'another_item' && random() < 0.3) ? 'tidak' : 'ya')
      both.follow()
      continue
    }
    tries = place.path === last ? tries + 1 : 0
    last = place.path
    const tried = tries > 60 ? undefined : candidate(turn, place, random)
    if (!tried) talk.say('lewati')
    else if (tried.location) talk.give(tried.location)
    else if (tried.value === undefined) talk.photo('foto1')
    else {
      const { theirs, ours } = both.verdicts(turn, place, tried.value)
      expect([place.path, tried.value, ours]).toEqual([place.path, tried.value, theirs])
      if (!ours) refused++
      // an answer that is refused is tried once in the conversation too
      if (!ours && (agreeable || (talk.session.awaits as { tries?: number }).tries !== 0)) {
        both.follow()
        continue
      }
      talk.say(tried.text)
      const answered = talk.value(place.path) !== undefined
      expect([place.path, tried.text, answered || talk.kinds.some((kind) => taken.has(kind))]).toEqual([
        place.path,
        tried.text,
        true,
      ])
      if (ours) answers++
    }
    both.follow()
    expect(both.differences().join('; ')).toBe('')
  }
  return { ended: talk.session.state === 'submitted', refused, answers, checked: both.checked }
}

/** What shows that a reply was understood, besides its value: refused, or asked back softly. */
const taken: ReadonlySet<string> = new Set(['answer-refused', 'confirmation-asked', 'reason-asked'])

/** A random value of a question and the reply that says it; undefined to leave it out. */
function candidate(
  turn: Turn,
  place: Place<Question>,
  random: () => number,
): { readonly text: string; readonly value?: Json; readonly location?: Input } | undefined {
  const below = (n: number) => Math.floor(random() * n)
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!
  const { node } = place
  const choices = choicesFor(turn, place).map(({ code }) => code)
  switch (node.type) {
    case 'integer': {
      const value = pick([0, 1, 2, 3, 4, 7, 10, 20, 45, 98, 120])
      return { text: String(value), value }
    }
    case 'money_idr': {
      const value = pick([0, 250_000, 1_500_000, 4_000_000, 7_000_000])
      return { text: `Rp ${value.toLocaleString('de-DE')}`, value }
    }
    case 'range': {
      const { start = '1', end = '10', step = '1' } = node.parameters
      const value = Number(start) + Number(step) * below(Math.floor((Number(end) - Number(start)) / Number(step)) + 1)
      return { text: String(value).replace('.', ','), value }
    }
    case 'decimal': {
      const value = pick([0.5, 2.25, 30, 48.5, 120, 1200])
      return { text: String(value).replace('.', ','), value }
    }
    case 'percent': {
      const value = pick([10, 35, 60, 99])
      return { text: `${value}%`, value }
    }
    case 'count_by_sex': {
      const l = below(40)
      const p = below(30)
      return { text: `${l} laki-laki ${p} perempuan`, value: { total: l + p, l, p } }
    }
    case 'quantity_unit': {
      const value = pick([3, 250, 600])
      return { text: `${value} kg`, value: { value, unit: 'kg' } }
    }
    case 'time':
      return { text: '14.30', value: '14:30' }
    case 'dateTime': {
      const value = localDate(wednesday - below(400) * 86_400_000, 'UTC')
      return { text: `${value} 14:30`, value: `${value}T14:30` }
    }
    case 'geopoint': {
      const place = { latitude: -3.25, longitude: 130.5 }
      return { text: '', location: { kind: 'location', ...place } }
    }
    case 'barcode':
      return { text: '8991234', value: '8991234' }
    case 'rank': {
      const order = choices
        .map((code) => ({ code, at: random() }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ code }) => code)
      return { text: order.map((code) => choices.indexOf(code) + 1).join(' '), value: order }
    }
    case 'date': {
      const days = random() < 0.5 ? below(30_000) - 27_000 : -below(120)
      const value = localDate(wednesday + days * 86_400_000, 'UTC')
      return { text: value, value }
    }
    case 'month': {
      const value = `202${below(5)}-0${1 + below(9)}`
      return { text: `${months[Number(value.slice(5)) - 1]} ${value.slice(0, 4)}`, value }
    }
    case 'yesno': {
      const value = pick(['ya', 'tidak'])
      return { text: value, value }
    }
    case 'acknowledge':
      return { text: 'ya', value: 'OK' }
    case 'person':
      return { text: 'Ibu Maria', value: 'Ibu Maria' }
    case 'phone':
      return { text: '0812 3456 7890', value: '+6281234567890' }
    case 'text': {
      const value = pick(['Yusuf', 'Yohana Maria', 'ikan asin', 'oke', '081234567890', '03001234567', '1234'])
      return { text: value, value }
    }
    case 'select_one': {
      if (choices.length === 0) return undefined
      const at = node.appearances.includes('opening') ? 0 : below(choices.length)
      return { text: String(at + 1), value: choices[at]! }
    }
    case 'select_multiple': {
      const taken = choices.map((_, i) => i).filter(() => random() < 0.4)
      if (taken.length === 0) return undefined
      return { text: taken.map((i) => i + 1).join(', '), value: taken.map((i) => choices[i]!) }
    }
    case 'image':
      return { text: '' }
    default:
      return undefined
  }
}
const months = ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September']

describe('a conversation and ODK’s engine agree at every step', () => {
  test.each(Object.keys(forms))('%s', { timeout: 600_000 }, async (name) => {
    const walks: Walked[] = []
    for (let seed = 1; seed <= walksOfEach; seed++) walks.push(await walk(formOf(forms[name]!), seed, 60))
    const total = (of: 'refused' | 'answers' | 'checked') => walks.reduce((sum, one) => sum + one[of], 0)
    // walks that reach nothing prove nothing
    expect(total('answers')).toBeGreaterThan(10)
    expect(total('refused')).toBeGreaterThan(0)
    expect(total('checked')).toBeGreaterThan(200)
  })

  test(`${formsMade} forms made at random`, { timeout: 30_000 + formsMade * 2_000 }, async () => {
    const walks: Walked[] = []
    for (let seed = firstSeed; seed < firstSeed + formsMade; seed++) {
      const yaml = anyForm(new SeededRandom(seed))
      try {
        walks.push(await walk(formOf(yaml), seed, 40))
      } catch (error) {
        throw new Error(`form ${seed}:\n${yaml}\n${error instanceof Error ? error.message : String(error)}`)
      }
    }
    const total = (of: 'refused' | 'answers' | 'checked') => walks.reduce((sum, one) => sum + one[of], 0)
    expect(total('answers')).toBeGreaterThan(formsMade * 3)
    expect(total('refused')).toBeGreaterThan(formsMade / 3)
    expect(walks.filter(({ ended }) => ended).length).toBeGreaterThan(formsMade / 2)
  })

  test.each(shippedForms)('%s', { timeout: 90_000 }, async (name) => {
    let most = 0
    for (const seed of [1, 2, 3, 4, 5, 6]) most = Math.max(most, (await walk(shippedForm(name), seed, 45)).answers)
    expect(most).toBeGreaterThan(3)
  })
})

// forms of other people are no part of the project; where a folder beside it (or XLSFORM_CORPUS) has some, they are
// walked too, to their end
const beside = new URL('../../../../', import.meta.url).pathname
const folder =
  process.env.XLSFORM_CORPUS ??
  readdirSync(beside)
    .map((name) => join(beside, name, 'corpus', 'xlsform'))
    .find((path) => existsSync(path))
const found = folder === undefined ? [] : readdirSync(folder).filter((file) => file.endsWith('.xlsx'))
if (found.length === 0)
  process.stdout.write('No forms of other people beside the repository: those walks are left out (XLSFORM_CORPUS).\n')

describe.runIf(found.length > 0)('forms of other people', () => {
  test.each(found)('%s', { timeout: 600_000 }, async (file) => {
    const { form } = checkForm(readFileSync(join(folder!, file)), basename(file, '.xlsx'))
    if (!form) throw new Error(`${file} does not compile`)
    for (let seed = 1; seed <= walksOfOthers; seed++) {
      const walked = await walk(form, seed, 4_000, { agreeable: true })
      expect(walked.ended).toBe(true)
    }
  })
})
