// apart from what draws it: the charts library takes 20 MB, and is loaded where something is drawn

/** What the picture of a digest shows: one or two lists of bars, under a title of two lines. All words are ready. */
export interface DigestPicture {
  readonly title: string
  readonly subtitle: string
  readonly blocks: readonly BarBlock[]
}

export interface BarBlock {
  readonly title: string
  readonly bars: readonly {
    readonly name: string
    readonly value: number
    /** The whole that the value is a part of; without it the bars are compared with the longest. */
    readonly of?: number
    /** What stands behind the bar, such as "3 dari 5". */
    readonly says: string
  }[]
}

/** How many bars a block shows: more would be too small to read. The words of the digest name the others. */
export const longestBlock = 16
