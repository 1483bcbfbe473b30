/**
 * Rows as CSV (RFC 4180) for spreadsheets: UTF-8 with its mark, so that Excel reads the letters right. A text that a
 * spreadsheet would run as a formula gets an apostrophe before it (OWASP ASVS 5.0, 1.2.10); a plain number stays one.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

/** Goes before the first row of a file. */
export const csvMark = '\ufeff'

function cell(text: string): string {
  const safe = isFormula(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function isFormula(text: string): boolean {
  return /^[=+\-@\t\r\0]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text)
}
