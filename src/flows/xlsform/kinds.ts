import type { QuestionType } from '../form-source.ts'

/**
 * Our own kinds as ODK knows them, so that a form also deploys on KoboToolbox. The own kind stands in
 * `bind::kentongan:as`; a reader that does not know the column sees an ordinary form.
 */
interface OdkKind {
  readonly type: string
  /** Added to the appearance for ODK's clients; taken off again when read. */
  readonly appearance?: string
  /** A compound kind is a group of these. */
  readonly parts?: readonly {
    readonly part: string
    readonly type: string
    readonly label: Readonly<Record<string, string>>
  }[]
}

export const yesNoList = 'kentongan_ya_tidak'
export const yesNoChoices = [
  { name: 'ya', label: { id: 'Ya', en: 'Yes' } },
  { name: 'tidak', label: { id: 'Tidak', en: 'No' } },
] as const

export const odkKinds: Readonly<Partial<Record<QuestionType, OdkKind>>> = {
  yesno: { type: `select_one ${yesNoList}` },
  money_idr: { type: 'integer', appearance: 'thousands-sep' },
  percent: { type: 'decimal' },
  month: { type: 'date', appearance: 'month-year' },
  phone: { type: 'text', appearance: 'numbers' },
  region: { type: 'text' },
  person: { type: 'text' },
  count_by_sex: {
    type: 'begin_group',
    parts: [
      { part: 'total', type: 'integer', label: { id: 'Jumlah', en: 'Total' } },
      { part: 'l', type: 'integer', label: { id: 'Laki-laki', en: 'Men' } },
      { part: 'p', type: 'integer', label: { id: 'Perempuan', en: 'Women' } },
    ],
  },
  quantity_unit: {
    type: 'begin_group',
    parts: [
      { part: 'jumlah', type: 'decimal', label: { id: 'Jumlah', en: 'Quantity' } },
      { part: 'satuan', type: 'text', label: { id: 'Satuan', en: 'Unit' } },
    ],
  },
}
