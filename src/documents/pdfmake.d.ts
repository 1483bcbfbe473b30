// What we use of pdfmake. Its published types bring the globals of a browser into the whole program, where a forgotten
// import of `name` or `status` would then pass unseen.
declare module 'pdfmake' {
  type Margin = readonly [left: number, top: number, right: number, bottom: number]

  export type PdfContent = string | PdfNode

  export interface PdfNode {
    readonly text?: string
    readonly stack?: readonly PdfContent[]
    readonly columns?: readonly PdfContent[]
    readonly ul?: readonly PdfContent[]
    readonly ol?: readonly PdfContent[]
    readonly image?: string
    readonly canvas?: readonly PdfLine[]
    readonly table?: {
      readonly headerRows?: number
      /** So many rows stay on the page of the titles. */
      readonly keepWithHeaderRows?: number
      readonly dontBreakRows?: boolean
      readonly widths: readonly (number | '*')[]
      readonly heights?: (row: number) => number | 'auto'
      readonly body: readonly (readonly PdfContent[])[]
    }
    readonly layout?: 'noBorders' | PdfTableLayout
    readonly width?: number
    readonly columnGap?: number
    readonly margin?: Margin
    readonly alignment?: 'left' | 'center' | 'right'
    readonly preserveLeadingSpaces?: boolean
    readonly bold?: boolean
    readonly color?: string
    readonly fontSize?: number
    readonly unbreakable?: boolean
    readonly headlineLevel?: number
    readonly pageBreak?: 'before' | 'after'
  }

  interface PdfLine {
    readonly type: 'line'
    readonly x1: number
    readonly x2: number
    readonly y1: number
    readonly y2: number
    readonly lineWidth: number
    readonly lineColor: string
  }

  interface PdfTableLayout {
    readonly hLineWidth: () => number
    readonly vLineWidth: () => number
    readonly hLineColor: () => string
    readonly vLineColor: () => string
    readonly fillColor: (row: number) => string | null
  }

  export interface PdfDefinition {
    readonly pageSize: 'A4'
    readonly pageOrientation: 'portrait' | 'landscape'
    readonly pageMargins: Margin
    readonly info: { readonly title: string; readonly creator: string; readonly creationDate: Date }
    readonly defaultStyle: {
      readonly font: string
      readonly fontSize: number
      readonly color: string
      readonly lineHeight: number
    }
    readonly content: readonly PdfContent[]
    readonly footer: (page: number, pages: number) => PdfContent
    /** A heading is not left alone at the end of a page when this says so of it. */
    readonly pageBreakBefore?: (
      node: { readonly headlineLevel?: number; readonly startPosition: { readonly top: number } },
      around: { readonly getFollowingNodesOnPage: () => readonly unknown[] },
    ) => boolean
  }

  const pdfmake: {
    setFonts(fonts: Readonly<Record<string, Readonly<Record<string, string>>>>): void
    setUrlAccessPolicy(allowed: (url: string) => boolean): void
    setLocalAccessPolicy(allowed: (path: string) => boolean): void
    createPdf(definition: PdfDefinition): { getBuffer(): Promise<Buffer> }
  }
  export default pdfmake
}
