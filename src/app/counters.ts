/** What is counted while the house works; `metrics.ts` keeps it for Prometheus, commands and tests do without. */
export interface Counters {
  /** A turn of the conversations: messages stepped, and messages that threw. */
  turnTaken(counts: { readonly messages: number; readonly failed: number }): void
  answersRecorded(count: number): void
  sendEnded(channel: string, outcome: 'sent' | 'knocked' | 'retry' | 'refused'): void
  messageAccepted(channel: string, counts: { readonly taken: number; readonly repeated: number }): void
  /** A webhook call that was answered with something else than 2xx. */
  webhookRefused(channel: string, status: number): void
}

export const noCounters: Counters = {
  turnTaken: () => {},
  answersRecorded: () => {},
  sendEnded: () => {},
  messageAccepted: () => {},
  webhookRefused: () => {},
}
