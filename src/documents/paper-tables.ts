import type { Paper } from './paper.ts'

/** The tables of a paper for a workbook: its first sheet is the first table, and so on. */
export function tablesOf(paper: Paper): readonly {
  readonly name: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}[] {
  return paper.blocks
    .filter((block) => block.kind === 'table')
    .map(({ columns, rows }, i) => ({
      name: i === 0 ? 'Tabel' : `Tabel ${i + 1}`,
      header: columns.map(({ title }) => title),
      rows: rows.map((row) =>
        row.map((text, column) => (columns[column]?.figures && /^\d+$/.test(text) ? Number(text) : text)),
      ),
    }))
}
