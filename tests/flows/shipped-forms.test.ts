import { describe, expect, test } from 'vitest'
import { compileForm } from '../../src/flows/compile.ts'
import type { Form, Question } from '../../src/flows/form.ts'
import { silentTypes } from '../../src/flows/type-names.ts'
import { everyNode } from '../../src/flows/walk-source.ts'
import { questionOf, shippedForm, shippedForms, shippedSource } from './form-cast.ts'

const codesOf = (form: Form, list: string) => form.choices.get(list)?.map((choice) => choice.code)

describe.each(shippedForms)('%s', (name) => {
  test('has nothing to complain about', () => {
    expect(compileForm(shippedSource(name)).findings).toEqual([])
  })

  test('is complete in Bahasa Indonesia and in English', () => {
    const source = shippedSource(name)
    const texts = [
      ...everyNode(source.survey).flatMap((node) =>
        [node.label, node.hint, node.short, node.example, node.constraint_message, node.confirm_message].filter(
          (text) => text !== undefined,
        ),
      ),
      ...Object.values(source.choices).flatMap((choices) => choices.map((choice) => choice.label ?? {})),
    ]
    for (const text of texts) expect(Object.keys(text)).toEqual(['id', 'en'])
  })

  test('every question that is asked has a short name for the recap', () => {
    for (const question of asked(shippedForm(name)))
      if (question.type !== 'note') expect([question.name, question.short !== undefined]).toEqual([question.name, true])
  })

  test('asks one thing at a time', () => {
    for (const question of asked(shippedForm(name))) {
      const text = question.label?.in('id').source ?? ''
      expect([question.name, (text.match(/\?/g) ?? []).length]).toEqual([
        question.name,
        question.type === 'note' ? 0 : 1,
      ])
    }
  })
})

describe('pemantauan-desa', () => {
  const form = shippedForm('pemantauan-desa')
  const byRef = new Map(form.questions.flatMap((question) => (question.ref ? [[question.ref, question] as const] : [])))

  test.each([
    // id, kind, in a core round, required, in the repeat over the plan
    ['A1', 'select_one', 'always', true, false],
    ['A2', 'date', 'always', true, false],
    ['A3', 'count_by_sex', 'always', true, false],
    ['A4', 'integer', 'never', false, false],
    ['A4b', 'integer', 'never', false, false],
    ['A5', 'select_one', 'always', false, false],
    ['B1', 'select_one', 'always', true, true],
    ['B2', 'month', 'when changed', false, true],
    ['B3', 'month', 'when changed', false, true],
    ['B4', 'percent', 'always', false, true],
    ['B5', 'quantity_unit', 'when changed', false, true],
    ['B6', 'count_by_sex', 'never', false, true],
    ['B7', 'money_idr', 'when changed', false, true],
    ['B8', 'select_multiple', 'never', false, true],
    ['B9', 'select_multiple', 'always', true, true],
    ['B10', 'text', 'when changed', false, true],
    ['B11', 'month', 'when changed', false, true],
    ['B12', 'text', 'when changed', true, true],
    ['B12b', 'yesno', 'when changed', false, true],
    ['B13', 'select_multiple', 'always', false, true],
    ['B14', 'select_multiple', 'when changed', false, true],
    ['B15', 'image', 'always', false, false],
    ['B15b', 'yesno', 'always', false, false],
    ['C1', 'text', 'always', false, false],
    ['C2', 'yesno', 'never', false, false],
    ['C3', 'select_multiple', 'never', false, false],
    ['C4', 'yesno', 'never', false, false],
    ['C5', 'acknowledge', 'always', true, false],
    ['C6', 'person', 'never', false, false],
  ])('%s is asked as %s, %s in a core round', (ref, type, core, required, repeated) => {
    const question = byRef.get(ref)
    expect(question?.type).toBe(type)
    const atCore = question?.coreWhen ? 'when changed' : question?.depth === 'core' ? 'always' : 'never'
    expect(atCore).toBe(core)
    expect(question?.required !== undefined).toBe(required)
    expect(question?.repeat?.name).toBe(repeated ? 'kegiatan' : undefined)
  })

  test.each([
    ['B2', "${status} = 'selesai' or ${status} = 'berjalan'"],
    ['B3', "${status} = 'selesai'"],
    ['B4', "${status} = 'berjalan'"],
    ['B5', "${status} = 'selesai' or ${status} = 'berjalan'"],
    ['B6', "${status} = 'selesai' or ${status} = 'berjalan'"],
    ['B7', "${status} = 'selesai' or ${status} = 'berjalan'"],
    ['B8', '${dana_terpakai} > 0'],
    ['B10', "string(${kendala}) != '' and not(selected(${kendala}, 'tidak_ada'))"],
    ['B11', "${status} = 'belum'"],
    ['B12', "${status} = 'batal'"],
    ['B12b', "${status} = 'batal'"],
    ['B14', "string(${dukungan}) != '' and not(selected(${dukungan}, 'tidak_ada'))"],
    ['B15b', "string(${foto}) != ''"],
  ])('%s is skipped unless %s', (ref, relevant) => {
    expect(byRef.get(ref)?.relevant?.source).toBe(relevant)
  })

  test('codes are the ones that everything else counts by', () => {
    expect(codesOf(form, 'status')).toEqual(['selesai', 'berjalan', 'belum', 'batal'])
    expect(codesOf(form, 'kesiapan')).toEqual(['mulai', 'nanti', 'bukan_saya'])
    expect(codesOf(form, 'kendala')).toHaveLength(12)
    expect(codesOf(form, 'dukungan')).toHaveLength(8)
    expect(codesOf(form, 'opd')).toHaveLength(20)
  })

  test('"tidak ada" stands alone', () => {
    expect(byRef.get('B9')?.excludes).toEqual(['tidak_ada'])
    expect(byRef.get('B13')?.excludes).toEqual(['tidak_ada'])
  })

  test('it begins with the opening, ends with the recap, and what later forms deal with is marked', () => {
    expect(form.questions[0]?.appearances).toEqual(['opening'])
    expect(form.questions.at(-1)?.appearances).toEqual(['recap'])
    const followOn = form.questions.filter((question) => question.appearances.includes('follow_on'))
    expect(followOn.map((question) => question.ref)).toEqual(['B12b', 'C4', 'C6'])
    expect(questionOf(form, 'pengisi').fromSeat).toBe(true)
  })

  test('a report updates the plan: state, progress and result of each activity', () => {
    const [entity] = form.entities
    expect(entity).toMatchObject({ list: 'kegiatan', repeat: { name: 'kegiatan' } })
    expect(entity?.saves.map(({ question, property }) => `${question.name} → ${property}`)).toEqual([
      'bidang_kegiatan → bidang',
      'status → status',
      'bulan_mulai → mulai',
      'bulan_selesai → selesai',
      'persen → persen',
      'hasil_tertulis → hasil',
    ])
    // one outside the plan is named in the report and is in the list from then on
    const [, outside] = form.entities
    expect(outside?.repeat).toBeUndefined()
    expect(outside?.saves.map(({ question }) => question.name)).toContain('status_lain')
  })

  test('every question on an activity offers what the last report said', () => {
    const without = asked(form).filter((question) => question.repeat && !question.previous)
    expect(without.map((question) => question.ref)).toEqual(['B0b', 'B0c', 'B0d', 'B10'])
  })
})

describe('koordinasi-kecamatan', () => {
  const form = shippedForm('koordinasi-kecamatan')

  test('walks through batches, then through the villages of the kecamatan', () => {
    const repeats = form.nodes.filter((node) => node.kind === 'repeat')
    expect(repeats.map((repeat) => [repeat.name, repeat.count?.source, repeat.over?.source])).toEqual([
      ['batch', '${jumlah_batch}', undefined],
      ['capaian_desa', undefined, "instance('desa_kecamatan')/root/item"],
    ])
    expect(form.mainRepeat).toBeUndefined()
  })

  test('has the fourteen points of the list', () => {
    const refs = new Set(form.questions.map((question) => question.ref))
    for (let point = 1; point <= 14; point++) expect([point, refs.has(String(point))]).toEqual([point, true])
  })

  test('in a core round only the villages named are gone through', () => {
    const inVillage = asked(form).filter(
      (question) => question.repeat?.name === 'capaian_desa' && question.depth === 'core',
    )
    expect(new Set(inVillage.map((question) => question.coreWhen?.source))).toEqual(
      new Set(['selected(${desa_dibahas}, ${name})']),
    )
  })

  test('totals of all batches are computed, never typed', () => {
    expect(form.calculations.map((question) => question.name)).toEqual(
      expect.arrayContaining(['peserta_semua', 'peserta_laki', 'peserta_perempuan', 'desa_tidak_hadir']),
    )
  })
})

describe('pendaftaran', () => {
  const form = shippedForm('pendaftaran')

  test('asks four questions of somebody whose name we have right', () => {
    const usual = asked(form).filter(
      (question) => question.type !== 'note' && !question.relevant?.source.includes('nama_lain'),
    )
    expect(usual.map((question) => question.name)).toEqual([
      'persetujuan',
      'setuju_dihubungi',
      'setuju_foto',
      'panggilan',
    ])
  })

  test('nothing more is asked of somebody who does not agree', () => {
    const others = asked(form).filter((question) => question.type !== 'note' && question.name !== 'persetujuan')
    for (const question of others)
      expect(question.relevant?.source).toMatch(/\$\{persetujuan\} = 'setuju'|\$\{panggilan\} = 'nama_lain'/)
  })

  test('says what the law wants said', () => {
    const text = form.questions
      .map((question) => `${question.label?.in('id').source} ${question.hint?.in('id').source}`)
      .join(' ')
    for (const word of [
      '${lembaga}',
      '${petugas_data}',
      '12 bulan',
      'Yang membaca',
      'data saya',
      'berhenti',
      'luar negeri',
      'UU 27/2022',
    ])
      expect(text).toContain(word)
  })
})

function asked(form: Form): Question[] {
  return form.questions.filter((question) => !silentTypes.has(question.type))
}
