import type { Block, Paper } from './paper.ts'

/** One sheet of a paper as a workbook. */
export interface PaperSheet {
  readonly name: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
  /** Widths of the columns in letters. */
  readonly widths: readonly number[]
}

/**
 * The tables, facts, figures and lists of a paper for a workbook, one sheet each, named after the heading they stand
 * under. What is written by hand or signed stays on paper, but for the list of who came.
 */
export function tablesOf(paper: Paper): readonly PaperSheet[] {
  const sheets: PaperSheet[] = []
  let heading = ''
  for (const block of paper.blocks) {
    if (block.kind === 'heading') heading = block.text
    const sheet = sheetOf(block)
    if (sheet) sheets.push({ name: nameFor(heading, sheets), ...sheet })
  }
  return sheets
}

function sheetOf(block: Block): Omit<PaperSheet, 'name'> | undefined {
  switch (block.kind) {
    case 'table': {
      const { columns, rows, sum } = block
      const shares = columns.reduce((all, { share }) => all + share, 0)
      return {
        header: columns.map(({ title }) => title),
        rows: [...rows, ...(sum ? [sum] : [])].map((row) =>
          columns.map(({ figures }, i) => (figures ? numberOf(row[i] ?? '') : (row[i] ?? ''))),
        ),
        widths: columns.map(({ share }) => Math.max(6, Math.round((share / shares) * 140))),
      }
    }
    case 'facts':
      return pairs(block.rows)
    case 'tiles':
      return pairs(block.tiles.map(({ value, label }) => [label, numberOf(value)] as const))
    case 'list':
      return { header: ['No', 'Isi'], rows: block.items.map((text, i) => [i + 1, text]), widths: [6, 110] }
    default:
      return undefined
  }
}

function pairs(rows: PaperSheet['rows']): Omit<PaperSheet, 'name'> {
  return { header: ['Hal', 'Isi'], rows, widths: [34, 90] }
}

/** "1.234" and "33,3" as the numbers they are; what is no number stays a text. */
function numberOf(text: string): string | number {
  if (!/^(?:0|[1-9]\d{0,2}(?:\.\d{3})*|[1-9]\d*)(?:,\d+)?$/.test(text)) return text
  return Number(text.replaceAll('.', '').replace(',', '.'))
}

/** The name of a sheet: at most 31 letters, none of `[]:*?/\`, each once whatever its case, as Excel wants it. */
function nameFor(heading: string, taken: readonly PaperSheet[]): string {
  const plain =
    heading
      .replace(/[[\]:*?/\\']/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 28)
      .trim() || 'Tabel'
  const used = new Set(taken.map(({ name }) => name.toLowerCase()))
  for (let i = 1; ; i++) {
    const name = i === 1 ? plain : `${plain} ${i}`
    if (!used.has(name.toLowerCase())) return name
  }
}
