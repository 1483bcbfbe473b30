import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The typeface of pictures and PDFs: Roboto, as pdfmake brings it. A server often has no font at all, and a chart drawn
 * without one has no letters.
 */
const folder = join(dirname(fileURLToPath(import.meta.resolve('pdfmake/package.json'))), 'fonts', 'Roboto')

export const fontFamily = 'Roboto'

export const fontFiles = {
  normal: join(folder, 'Roboto-Regular.ttf'),
  bold: join(folder, 'Roboto-Medium.ttf'),
  italics: join(folder, 'Roboto-Italic.ttf'),
  bolditalics: join(folder, 'Roboto-MediumItalic.ttf'),
} as const
