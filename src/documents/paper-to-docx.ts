import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  HeightRule,
  ImageRun,
  LevelFormat,
  Packer,
  PageBreak,
  PageNumber,
  PageOrientation,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { type Block, type Paper, type Signer, signatureRows, type Tile } from './paper.ts'
import { pngSize } from './png.ts'

// twentieths of a point, as Word counts
const margin = 800
const a4 = { short: 11_906, long: 16_838 }
const soft = '55635D'
const line = { style: BorderStyle.SINGLE, size: 4, color: 'B9C4BE' }
const none = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' }

/** The paper as a Word file (A4), for who wants to go on writing in it. */
export async function paperToDocx(paper: Paper): Promise<Uint8Array> {
  const width = (paper.landscape ? a4.long : a4.short) - 2 * margin
  const alignment = paper.centred ? AlignmentType.CENTER : AlignmentType.LEFT
  const document = new Document({
    creator: 'Kentongan',
    title: paper.title,
    styles: { default: { document: { run: { font: 'Calibri', size: paper.landscape ? 18 : 21 } } } },
    numbering: {
      config: [
        {
          reference: 'numbers',
          levels: [
            {
              level: 0,
              format: LevelFormat.DECIMAL,
              text: '%1.',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 400, hanging: 400 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            // the library turns the measures itself when the page lies on its side
            size: {
              width: a4.short,
              height: a4.long,
              orientation: paper.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: { top: margin, right: margin, bottom: margin, left: margin },
          },
        },
        footers: { default: new Footer({ children: [foot(paper.foot)] }) },
        children: [
          ...(paper.head === undefined ? [] : [weak(paper.head, alignment)]),
          new Paragraph({
            heading: HeadingLevel.TITLE,
            alignment,
            spacing: { after: 80 },
            children: runs(paper.title, { bold: true, size: paper.centred ? 28 : 32 }),
          }),
          ...(paper.subtitle === undefined ? [] : [weak(paper.subtitle, alignment, 200)]),
          ...paper.blocks.flatMap((block, place) => content(block, width, place)),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

/** `place` is the block's own number: a numbered list begins with 1 again. */
function content(block: Block, width: number, place: number): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_1,
          keepNext: true,
          spacing: { before: 240, after: 80 },
          children: [new TextRun({ text: block.text, bold: true, size: 24, color: '17211D' })],
        }),
      ]
    case 'text':
      return [block.weak ? weak(block.text) : paragraph(block.text)]
    case 'list':
      return block.items.map(
        (text) =>
          new Paragraph({
            children: runs(text),
            ...(block.numbered
              ? { numbering: { reference: 'numbers', level: 0, instance: place } }
              : { bullet: { level: 0 } }),
          }),
      )
    case 'facts':
      return [facts(block.rows, width), paragraph('')]
    case 'table':
      return [table(block, width), paragraph('')]
    case 'tiles':
      return [tiles(block.tiles, width), paragraph('')]
    case 'writing':
      return [
        paragraph(block.label),
        ...Array.from(
          { length: block.lines },
          () =>
            new Paragraph({
              border: { bottom: { ...line, space: 1 }, between: { ...line, space: 1 } },
              spacing: { before: 200 },
            }),
        ),
      ]
    case 'signatures':
      return [
        ...[block.lead, block.place].flatMap((text) => (text === undefined ? [] : [paragraph(text, true)])),
        // a table right behind another would be joined to it
        ...signatureRows(block.people).flatMap((row) => [signatures(row, width), paragraph('')]),
      ]
    case 'picture': {
      const { width: across, height: down } = pngSize(block.png)
      // Word counts pixels here, four to three points
      const share = Math.min(0.8, 600 / across, ((block.tallest ?? 1_000) * (4 / 3)) / down)
      return [
        new Paragraph({
          children: [
            new ImageRun({
              type: 'png',
              data: Buffer.from(block.png),
              transformation: { width: across * share, height: down * share },
            }),
          ],
        }),
      ]
    }
    case 'page':
      return [new Paragraph({ children: [new PageBreak()] })]
  }
}

/** A text of several lines as runs: Word has no line feed within one. */
function runs(
  text: string,
  style: { readonly bold?: boolean; readonly color?: string; readonly size?: number } = {},
): TextRun[] {
  return text.split('\n').map((part, i) => new TextRun({ text: part, ...(i > 0 && { break: 1 }), ...style }))
}

function paragraph(text: string, keepNext = false): Paragraph {
  return new Paragraph({ children: runs(text), spacing: { after: 80 }, keepNext })
}

function weak(
  text: string,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType] = AlignmentType.LEFT,
  after = 80,
): Paragraph {
  return new Paragraph({ children: runs(text, { color: soft }), spacing: { after }, alignment })
}

function foot(text: string | undefined): Paragraph {
  return new Paragraph({
    children: [
      new TextRun({ text: `${text ?? ''}   `, color: soft, size: 16 }),
      new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], color: soft, size: 16 }),
    ],
  })
}

function facts(rows: readonly (readonly [string, string])[], width: number): Table {
  const widths = [Math.min(3_400, width / 3), width - Math.min(3_400, width / 3)]
  return grid(
    rows.map(([label, value]) => [cell(runs(label, { color: soft }), widths[0]!), cell(runs(value), widths[1]!)]),
    widths,
    none,
  )
}

function table({ columns, rows, sum, tall }: Extract<Block, { kind: 'table' }>, width: number): Table {
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => Math.floor((width * share) / shares))
  const header = columns.map(({ title, figures }, i) =>
    cell(runs(title, { bold: true }), widths[i]!, { figures, shaded: true }),
  )
  const row = (texts: readonly string[], style: { readonly bold?: boolean } = {}) =>
    columns.map(({ figures }, i) => cell(runs(texts[i] ?? '', style), widths[i]!, { figures }))
  const body = [...rows.map((texts) => row(texts)), ...(sum ? [row(sum, { bold: true })] : [])]
  return grid([header, ...body], widths, line, { withHeader: true, ...(tall && { tall }) })
}

function tiles(all: readonly Tile[], width: number): Table {
  const widths = all.map(() => Math.floor(width / all.length))
  const letters = Math.max(...all.map(({ value }) => value.length))
  // half points, where a width counts twentieths; a letter is little more than half as wide as it is high
  const size = Math.min(34, Math.floor((width / all.length - 300) / (letters * 6.5)))
  const cells = all.map(({ value, label }, i) =>
    cell(
      [...runs(value, { bold: true, size }), new TextRun({ text: label, break: 1, color: soft, size: 17 })],
      widths[i]!,
      { shaded: true },
    ),
  )
  return grid([cells], widths, { ...line, color: 'FFFFFF', size: 24 })
}

function signatures(people: readonly Signer[], width: number): Table {
  const widths = people.map(() => Math.floor(width / people.length))
  const cells = people.map(({ role, name }, i) =>
    cell(runs(`${role}\n\n\n\n${name === '' ? '(....................................)' : name}`), widths[i]!),
  )
  return grid([cells], widths, none)
}

function grid(
  rows: readonly (readonly TableCell[])[],
  widths: readonly number[],
  border: typeof line | typeof none,
  { withHeader = false, tall = false }: { readonly withHeader?: boolean; readonly tall?: boolean } = {},
): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, w) => sum + w, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    borders: {
      top: border,
      bottom: border,
      left: border,
      right: border,
      insideHorizontal: border,
      insideVertical: border,
    },
    rows: rows.map(
      (children, i) =>
        new TableRow({
          children,
          cantSplit: true,
          tableHeader: withHeader && i === 0,
          ...(tall && i > 0 && { height: { value: 520, rule: HeightRule.ATLEAST } }),
        }),
    ),
  })
}

function cell(
  children: TextRun[],
  width: number,
  { figures, shaded }: { readonly figures?: true | undefined; readonly shaded?: boolean } = {},
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    ...(shaded && { shading: { type: ShadingType.CLEAR, fill: 'E2F0EA' } }),
    children: [new Paragraph({ children, alignment: figures ? AlignmentType.RIGHT : AlignmentType.LEFT })],
  })
}
