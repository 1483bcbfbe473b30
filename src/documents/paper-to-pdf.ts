import pdfmake, { type PdfContent, type PdfDefinition } from 'pdfmake'
import { fontFamily, fontFiles } from '../lib/fonts.ts'
import { type Block, type Column, type Paper, signatureRows, type Tile } from './paper.ts'
import { pngSize } from './png.ts'

pdfmake.setFonts({ [fontFamily]: { ...fontFiles } })
// a document holds what we give it: it fetches nothing, and of files it opens the typeface alone
pdfmake.setUrlAccessPolicy(() => false)
const faces: ReadonlySet<string> = new Set(Object.values(fontFiles))
pdfmake.setLocalAccessPolicy((path) => faces.has(path))

const ink = '#17211d'
const soft = '#55635d'
const line = '#b9c4be'
const shade = '#e2f0ea'
const margin = 40
/** A heading wants so many points below it: for itself, the titles of a table and its first row. */
const headingRoom = 110
/** A4 in points. */
const page = { short: 595.28, long: 841.89 }

/** The paper as PDF (A4). `createdAt` is told in the file's properties, so that the same paper gives the same bytes. */
export async function paperToPdf(given: Paper, createdAt: number): Promise<Uint8Array> {
  const paper = withLettersOnly(given)
  const width = (paper.landscape ? page.long : page.short) - 2 * margin
  const bottom = (paper.landscape ? page.short : page.long) - margin
  const middle = paper.centred ? ({ alignment: 'center' } as const) : {}
  const definition: PdfDefinition = {
    pageSize: 'A4',
    pageOrientation: paper.landscape ? 'landscape' : 'portrait',
    pageMargins: [margin, margin, margin, margin + 14],
    info: { title: paper.title, creator: 'Kentongan', creationDate: new Date(createdAt) },
    defaultStyle: { font: fontFamily, fontSize: paper.landscape ? 9 : 10.5, color: ink, lineHeight: 1.2 },
    content: [
      ...(paper.head === undefined
        ? []
        : [{ text: paper.head, fontSize: 9, color: soft, margin: below(4), ...middle }]),
      { text: paper.title, fontSize: paper.centred ? 14 : 16, bold: true, margin: below(2), ...middle },
      ...(paper.subtitle === undefined ? [] : [{ text: paper.subtitle, color: soft, margin: below(10), ...middle }]),
      ...paper.blocks.map((block) => content(block, width)),
    ],
    pageBreakBefore: (node, around) =>
      node.headlineLevel === 1 &&
      (around.getFollowingNodesOnPage().length === 0 || bottom - node.startPosition.top < headingRoom),
    footer: (current, count) => ({
      columns: [
        { text: paper.foot ?? '', alignment: 'left' },
        { text: `${current} / ${count}`, alignment: 'right', width: 60 },
      ],
      fontSize: 8,
      color: soft,
      margin: [margin, 8, margin, 0],
    }),
  }
  return new Uint8Array(await pdfmake.createPdf(definition).getBuffer())
}

/** The typeface has no emoji, and would print a box for each; marks that turn the direction of a line are none of ours. */
const unprintable = /[\u{1f000}-\u{1faff}\u{2600}-\u{27bf}]|\u200d|\ufe0f|[\u202a-\u202e\u2066-\u2069]/gu

function withLettersOnly<T>(value: T): T {
  if (typeof value === 'string') return value.replace(unprintable, '') as T
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value
  if (Array.isArray(value)) return value.map(withLettersOnly) as T
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withLettersOnly(part)])) as T
}

const below = (space: number): [number, number, number, number] => [0, 0, 0, space]

function content(block: Block, width: number): PdfContent {
  switch (block.kind) {
    case 'heading':
      return { text: block.text, fontSize: 12, bold: true, margin: [0, 10, 0, 4], headlineLevel: 1 }
    case 'text':
      return { text: block.text, margin: below(6), ...(block.weak && { color: soft, fontSize: 9 }) }
    case 'list': {
      const items = block.items.map((text) => ({ text, margin: below(2) }))
      return block.numbered ? { ol: items, margin: below(6) } : { ul: items, margin: below(6) }
    }
    case 'facts':
      return {
        layout: 'noBorders',
        margin: below(6),
        table: {
          widths: [Math.min(170, width / 3), '*'],
          body: block.rows.map(([label, value]) => [{ text: label, color: soft }, { text: value }]),
        },
      }
    case 'table':
      return table(block, width)
    case 'tiles':
      return tiles(block.tiles, width)
    case 'writing':
      return writing(block.label, block.lines, width)
    case 'signatures':
      return signatures(block)
    case 'picture': {
      const size = pngSize(block.png)
      // pixels of a phone's picture are finer than points
      const share = Math.min(0.6, width / size.width, (block.tallest ?? Number.POSITIVE_INFINITY) / size.height)
      return {
        image: `data:image/png;base64,${Buffer.from(block.png).toString('base64')}`,
        width: size.width * share,
        margin: below(8),
      }
    }
    case 'page':
      return { text: '', pageBreak: 'after' }
  }
}

function table({ columns, rows, sum, tall }: Extract<Block, { kind: 'table' }>, width: number): PdfContent {
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  // each cell has four points of air on both sides
  const room = width - columns.length * 9
  const cell = (text: string, { figures }: Column) => ({
    text,
    ...(figures && { alignment: 'right' as const }),
    ...(tall && { preserveLeadingSpaces: true }),
  })
  return {
    margin: below(10),
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: () => 0.5,
      hLineColor: () => line,
      vLineColor: () => line,
      fillColor: (row) => (row === 0 ? shade : null),
    },
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: columns.map(({ share }) => (room * share) / shares),
      body: [
        columns.map((column) => ({ ...cell(column.title, column), bold: true })),
        ...rows.map((row) => columns.map((column, i) => cell(row[i] ?? '', column))),
        ...(sum ? [columns.map((column, i) => ({ ...cell(sum[i] ?? '', column), bold: true }))] : []),
      ],
      ...(tall && { heights: (row: number) => (row === 0 ? 'auto' : 24) }),
    },
  }
}

function tiles(all: readonly Tile[], width: number): PdfContent {
  const letters = Math.max(...all.map(({ value }) => value.length))
  // a figure stays in one line: a letter is little more than half as wide as it is high
  const fontSize = Math.min(17, Math.floor((width / all.length - 26) / (letters * 0.55)))
  return {
    margin: below(10),
    unbreakable: true,
    layout: {
      hLineWidth: () => 0,
      vLineWidth: () => 6,
      hLineColor: () => '#ffffff',
      vLineColor: () => '#ffffff',
      fillColor: () => shade,
    },
    table: {
      widths: all.map(() => '*' as const),
      body: [
        all.map(({ value, label }) => ({
          stack: [
            { text: value, fontSize, bold: true },
            { text: label, fontSize: 8.5, color: soft },
          ],
          margin: [4, 4, 4, 4] as const,
        })),
      ],
    },
  }
}

function writing(label: string, lines: number, width: number): PdfContent {
  const ruled = Array.from({ length: lines }, (_, i) => ({
    type: 'line' as const,
    x1: 0,
    x2: width,
    y1: 22 * (i + 1),
    y2: 22 * (i + 1),
    lineWidth: 0.5,
    lineColor: line,
  }))
  return { stack: [{ text: label }, { canvas: ruled }], margin: below(8), unbreakable: true }
}

function signatures({ lead, place, people }: Extract<Block, { kind: 'signatures' }>): PdfContent {
  return {
    unbreakable: true,
    margin: [0, 18, 0, 0],
    stack: [
      ...(lead === undefined ? [] : [{ text: lead, margin: below(14) }]),
      { text: place, margin: below(10) },
      ...signatureRows(people).map((row) => ({
        columns: row.map(({ role, name }) => ({
          stack: [
            { text: role },
            { text: name === '' ? '\n\n\n(....................................)' : `\n\n\n${name}` },
          ],
        })),
        columnGap: 24,
        margin: below(14),
      })),
    ],
  }
}
