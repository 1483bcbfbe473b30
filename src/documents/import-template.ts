import ExcelJS from 'exceljs'

/** Empty workbooks for people to fill in: a header, an example on a second sheet, and a third that explains each column. */
export interface TemplateColumn {
  readonly name: string
  readonly required: boolean
  /** One sentence in Indonesian. */
  readonly meaning: string
  readonly examples: readonly string[]
  /** What may be written, where that is a short list. */
  readonly choices?: readonly string[]
}

export interface ImportTemplate {
  readonly sheet: string
  readonly columns: readonly TemplateColumn[]
  /** Sentences above the explanation of columns. */
  readonly notes: readonly string[]
  /** Codes and names to copy from; none: no such sheet. */
  readonly places: readonly { readonly code: string; readonly name: string; readonly within: string }[]
}

/** Rows in which Excel shows what may be written. */
const helpedRows = 2_000

/** The workbook as bytes. Every cell is text, so that codes keep their dots and numbers their leading zero. */
export async function writeImportTemplate(template: ImportTemplate): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const { columns } = template
  const examples = Math.max(...columns.map((column) => column.examples.length))
  const header = columns.map((column) => column.name)

  const filled = addSheet(workbook, template.sheet, [header], columns.length)
  addSheet(
    workbook,
    'Contoh',
    [header, ...Array.from({ length: examples }, (_, i) => columns.map((column) => column.examples[i] ?? ''))],
    columns.length,
  )
  addSheet(
    workbook,
    'Petunjuk',
    [
      ['kolom', 'wajib', 'isi'],
      ...columns.map((column) => [column.name, column.required ? 'ya' : 'boleh kosong', column.meaning]),
      ...template.notes.map((note) => ['', '', note]),
    ],
    3,
  )
  if (template.places.length > 0)
    addSheet(
      workbook,
      'Wilayah',
      [['kode', 'nama', 'di dalam'], ...template.places.map((place) => [place.code, place.name, place.within])],
      3,
    )

  columns.forEach((column, i) => {
    if (!column.choices) return
    const list = `"${column.choices.join(',')}"`
    // Excel takes a list of at most 255 characters
    if (list.length > 255) return
    const letter = filled.getColumn(i + 1).letter
    rangeValidations(filled).add(`${letter}2:${letter}${helpedRows}`, {
      type: 'list',
      allowBlank: true,
      formulae: [list],
    })
  })
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** For a range at once: by cell, the empty rows would come into being, and Excel would count them as used. */
function rangeValidations(sheet: ExcelJS.Worksheet): { add(range: string, rule: ExcelJS.DataValidation): void } {
  return (sheet as unknown as { dataValidations: ReturnType<typeof rangeValidations> }).dataValidations
}

/** One sheet of texts, the header first. */
export async function writeRows(sheet: string, rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  addSheet(workbook, sheet, rows, Math.max(...rows.map((row) => row.length)))
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function addSheet(
  workbook: ExcelJS.Workbook,
  name: string,
  rows: readonly (readonly string[])[],
  width: number,
): ExcelJS.Worksheet {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = Array.from({ length: width }, (_, i) => ({
    width: Math.min(60, Math.max(14, ...rows.map((row) => (row[i] ?? '').length + 2))),
    style: { numFmt: '@' },
  }))
  for (const row of rows) sheet.addRow(row.map(String))
  sheet.getRow(1).font = { bold: true }
  return sheet
}
