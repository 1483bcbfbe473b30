/**
 * Refreshers on how people are treated: sent to a group of people, each of whom says that they have read it.
 */
export const policyTopics = ['pseah', 'perlindungan_anak', 'antikorupsi', 'lain'] as const
export type PolicyTopic = (typeof policyTopics)[number]

export function isPolicyTopic(text: string): text is PolicyTopic {
  return (policyTopics as readonly string[]).includes(text)
}

/** Who has not said so is reminded after this many days, */
export const remindAfterDays = 7
/** and gets it so often in all. */
export const timesSent = 3

export interface PolicyReader {
  readonly sex: 'l' | 'p' | null
  readonly acknowledgedAt: number | null
}

export interface PolicySums {
  readonly people: number
  readonly read: number
  /** Of those who have read it: men, women, and those of whom it is not known. */
  readonly l: number
  readonly p: number
  readonly unknown: number
}

export function policySums(readers: readonly PolicyReader[]): PolicySums {
  const read = readers.filter((r) => r.acknowledgedAt !== null)
  const of = (sex: PolicyReader['sex']) => read.filter((r) => r.sex === sex).length
  return { people: readers.length, read: read.length, l: of('l'), p: of('p'), unknown: of(null) }
}
