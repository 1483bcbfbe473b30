import ExcelJS from 'exceljs'

/** A table for a worksheet: texts stay texts, whatever they begin with; only numbers of the form are numbers. */
export interface SheetTable {
  readonly name: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
  /** In letters; without them as wide as their titles. */
  readonly widths?: readonly number[]
}

/**
 * Tables as a workbook, one sheet each. A cell is a number or a text, never a formula or a link. With `printed`, what
 * stands above each sheet on paper: they are then laid out for A4 on its side.
 */
export async function writeTables(
  tables: readonly SheetTable[],
  { printed }: { readonly printed?: string } = {},
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  for (const { name, header, rows, widths } of tables) {
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
    sheet.columns = header.map((title, i) => ({
      width: widths?.[i] ?? Math.min(40, Math.max(12, title.length + 2)),
    }))
    sheet.addRow([...header])
    for (const row of rows)
      sheet.addRow(row.map((cell) => (typeof cell === 'string' ? cell.slice(0, longestCell) : cell)))
    sheet.getRow(1).font = { bold: true }
    if (printed !== undefined) layOut(sheet, { name, printed })
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** As a page to be printed: wrapped texts, lines around the cells, titles on every page. */
function layOut(
  sheet: ExcelJS.Worksheet,
  { name, printed }: { readonly name: string; readonly printed: string },
): void {
  const thin = { style: 'thin', color: { argb: 'FFB9C4BE' } } as const
  sheet.eachRow((row, number) => {
    let lines = 1
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      const width = sheet.getColumn(column).width ?? 12
      const wrapped = String(cell.value ?? '')
        .split('\n')
        .map((part) => Math.ceil((part.length * 1.1) / width) || 1)
      lines = Math.max(
        lines,
        wrapped.reduce((a, b) => a + b, 0),
      )
      cell.alignment = { wrapText: true, vertical: 'top' }
      cell.border = { top: thin, left: thin, bottom: thin, right: thin }
      cell.font = { name: 'Calibri', size: 11, bold: number === 1 }
      if (number === 1) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE2F0EA' } }
    })
    // not every program makes room for wrapped texts by itself
    row.height = 15 * Math.min(25, lines)
  })
  sheet.pageSetup = { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 }
  sheet.pageSetup.printTitlesRow = '1:1'
  // an ampersand begins a code in these lines
  sheet.headerFooter.oddHeader = `&L${plainLine(printed)}`
  sheet.headerFooter.oddFooter = `&L${plainLine(name)}&R&P / &N`
}
/** Excel takes at most 255 letters in such a line. */
const plainLine = (text: string) => text.slice(0, 100).replaceAll('&', '&&')

/** What a cell of a worksheet can hold; Excel calls a file with more damaged. */
const longestCell = 32_767
