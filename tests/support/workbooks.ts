// Workbooks as people hand them in.
import ExcelJS from 'exceljs'

export async function workbook(
  rows: readonly (readonly (string | number | Date | null)[])[],
  sheet = 'Kontak',
): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const page = book.addWorksheet(sheet)
  for (const row of rows) page.addRow([...row])
  return Buffer.from(await book.xlsx.writeBuffer())
}
