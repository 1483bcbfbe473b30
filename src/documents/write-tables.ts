import ExcelJS from 'exceljs'

/** A table for a worksheet: texts stay texts, whatever they begin with; only numbers of the form are numbers. */
interface SheetTable {
  readonly name: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

/** Tables as a workbook, one sheet each. A cell is a number or a text, never a formula or a link. */
export async function writeTables(tables: readonly SheetTable[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  for (const { name, header, rows } of tables) {
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
    sheet.columns = header.map((title) => ({ width: Math.min(40, Math.max(12, title.length + 2)) }))
    sheet.addRow([...header])
    for (const row of rows)
      sheet.addRow(row.map((cell) => (typeof cell === 'string' ? cell.slice(0, longestCell) : cell)))
    sheet.getRow(1).font = { bold: true }
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** What a cell of a worksheet can hold; Excel calls a file with more damaged. */
const longestCell = 32_767
