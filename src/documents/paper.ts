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
    }
  /** Room to write by hand. */
  | { readonly kind: 'writing'; readonly label: string; readonly lines: number }
  | { readonly kind: 'signatures'; readonly place: string; readonly people: readonly Signer[] }
  /** A PNG, as wide as the page allows and never wider than it is. */
  | { readonly kind: 'picture'; readonly png: Uint8Array }
  | { readonly kind: 'page' }

export interface Column {
  readonly title: string
  /** Share of the table's width; the shares need not sum to anything. */
  readonly share: number
  /** Figures stand right. */
  readonly figures?: true
}

export interface Signer {
  readonly role: string
  /** Empty: a line to write the name on. */
  readonly name: string
}
