/**
 * A document on paper before it is a PDF or a Word file: what stands in it, in order, as plain data. Each document of
 * the programme (matrix, minutes, report, form to fill in) makes one; `paper-to-pdf.ts` and `paper-to-docx.ts` write it.
 * Texts are texts: neither writer reads markup in them.
 */
export interface Paper {
  readonly title: string
  /** Under the title: place, round, date. */
  readonly subtitle?: string
  /** Small, above the title on the first page: programme and who pays for it. */
  readonly head?: string
  /** At the foot of every page, before the page's number. */
  readonly foot?: string
  /** A4 on its side, for wide tables. */
  readonly landscape?: true
  /** Minutes and decrees have their title in the middle. */
  readonly centred?: true
  readonly blocks: readonly Block[]
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly weak?: true }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly numbered?: true }
  /** Labels and what stands beside them. */
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | {
      readonly kind: 'table'
      readonly columns: readonly Column[]
      readonly rows: readonly (readonly string[])[]
      /** The last row, in bold. */
      readonly sum?: readonly string[]
      /** Rows are high enough to sign in. */
      readonly tall?: true
    }
  /** Few figures, large and side by side. */
  | { readonly kind: 'tiles'; readonly tiles: readonly Tile[] }
  /** Room to write by hand. */
  | { readonly kind: 'writing'; readonly label: string; readonly lines: number }
  /** Up to three stand in one row, four in two. */
  | {
      readonly kind: 'signatures'
      /** What is signed: stays on the page of the signatures. */
      readonly lead?: string
      readonly place: string
      readonly people: readonly Signer[]
    }
  /** A PNG, as wide as the page allows and never wider than it is; `tallest` in points where there is little room. */
  | { readonly kind: 'picture'; readonly png: Uint8Array; readonly tallest?: number }
  | { readonly kind: 'page' }

export interface Column {
  readonly title: string
  /** Share of the table's width; the shares need not sum to anything. */
  readonly share: number
  /** Figures stand right. */
  readonly figures?: true
}

export interface Tile {
  readonly value: string
  readonly label: string
}

export interface Signer {
  readonly role: string
  /** Empty: a line to write the name on. */
  readonly name: string
}

/** The rows in which people sign. */
export function signatureRows(people: readonly Signer[]): readonly (readonly Signer[])[] {
  const size = people.length <= 3 ? 3 : 2
  return Array.from({ length: Math.ceil(people.length / size) }, (_, i) => people.slice(i * size, (i + 1) * size))
}
