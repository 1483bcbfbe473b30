import type { Form } from '../../../src/flows/form.ts'
import type { Submission, SubmittedValue } from '../../../src/flows/submission/submission.ts'
import { formOf } from '../form-cast.ts'

/** A form with everything that a table or a submission has to lay out, and one report of an invented village. */
export const survey = `survey:
  - { type: integer, name: kk, label: "Berapa KK di \${desa}?" }
  - type: group
    name: pertemuan
    questions:
      - { type: date, name: tanggal, label: Kapan? }
      - { type: count_by_sex, name: hadir, label: Siapa? }
      - { type: select_multiple kendala, name: kendala, label: Kendala? }
  - type: repeat
    name: kegiatan
    over: instance('kegiatan')/root/item
    questions:
      - { type: text, name: cerita, label: "\${label}?" }
      - { type: quantity_unit, name: hasil, label: Hasil? }
      - { type: repeat, name: foto_kegiatan, questions: [{ type: text, name: judul, label: Judul? }] }
  - { type: yesno, name: setuju, label: Setuju? }
choices:
  kendala: [{ name: dana, label: Dana }, { name: cuaca, label: Cuaca }, { name: tidak_ada, label: Tidak ada }]
`
export const form = formOf(survey)

const values: Readonly<Record<string, SubmittedValue>> = {
  kk: { text: '120' },
  'pertemuan/tanggal': { text: '2024-08-12' },
  'pertemuan/hadir': { text: '12', parts: { total: '12', l: '7', p: '5' } },
  'pertemuan/kendala': { text: 'dana cuaca' },
  'kegiatan[e7]/cerita': { text: '=HYPERLINK("http://jahat")' },
  'kegiatan[e7]/hasil': { text: '2.5', parts: { jumlah: '2.5', satuan: 'ha' } },
  'kegiatan[e7]/foto_kegiatan[n1]/judul': { text: 'Kebun & <ladang>' },
  'kegiatan[n2]/cerita': { text: 'Dua' },
  'kegiatan[n1]/cerita': { text: 'Satu' },
  'kegiatan[n1]/foto_kegiatan[n1]/judul': { text: 'Pantai' },
  setuju: { text: 'ya' },
}

export function submission(changes: Partial<Submission> = {}, of: Form = form): Submission {
  return {
    form: of,
    instanceId: 'uuid:00000000-0000-8000-8000-000000000001',
    values: new Map(Object.entries(values)),
    startedAt: Date.UTC(2024, 7, 14, 1),
    submittedAt: Date.UTC(2024, 7, 14, 2, 30),
    items: new Map([['e7', { label: 'Kebun jambu', target: '3' }]]),
    ...changes,
  }
}
