const SECOND = 1000
const MINUTE = 60 * SECOND

/** How long the channel waits for what, ms. Tests take milliseconds where people take seconds. */
export interface Timing {
  /** Between two looks at a page that is not ready yet, and at one that is. */
  readonly lookEvery: number
  readonly heartbeatEvery: number
  /** How often unread messages are looked for that nobody announced. */
  readonly sweepEvery: number
  /** For one question to the page. */
  readonly answerWithin: number
  /** From the launch to a QR code or a connection; a slow disk needs minutes. */
  readonly openWithin: number
  /** From "connected" until we say "synchronised" in the page's place. Said too early, the library prepares itself twice. */
  readonly wakeAfter: number
  /** From "connected" to "ready": what takes longer never comes. */
  readonly readyWithin: number
  /** How long a QR code is kept fresh for somebody to scan it. */
  readonly pairingPatience: number
  /** Before the connection is taken back from another place where the number is open. */
  readonly takeOverAfter: number
  /** All calls of one message together; below the outbox's own cut of 60 s. */
  readonly sendWithin: number
  /** Between two tries to fetch a file. */
  readonly fileAgainAfter: number
  readonly fileWithin: number
  /** First and longest wait before the next browser, after one that was lost. */
  readonly firstWait: number
  readonly longestWait: number
  /** A browser older than this is replaced in the quiet hour. */
  readonly freshFor: number
}

export const usualTiming: Timing = {
  lookEvery: 2 * SECOND,
  heartbeatEvery: MINUTE,
  sweepEvery: 10 * MINUTE,
  answerWithin: 10 * SECOND,
  openWithin: 3 * MINUTE,
  wakeAfter: 4 * SECOND,
  readyWithin: 90 * SECOND,
  pairingPatience: 60 * MINUTE,
  takeOverAfter: 10 * SECOND,
  sendWithin: 55 * SECOND,
  fileAgainAfter: 2 * SECOND,
  fileWithin: MINUTE,
  firstWait: 5 * SECOND,
  longestWait: 10 * MINUTE,
  freshFor: 20 * 60 * MINUTE,
}

/** 03:00 in Ambon, 02:00 in Kupang: nobody reports, nothing is sent. */
export const quietHourUtc = 18

/** Waits, or less when the signal says so. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    // more than a timer can count is as long as it takes
    const timer = ms < 2 ** 31 ? setTimeout(done, ms) : undefined
    signal.addEventListener('abort', done)
  })
}

export class TooLate extends Error {}

/** What the browser answers, or `TooLate`: a page that hangs answers never, and puppeteer waits for ever. */
export async function within<T>(ms: number, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooLate('no answer from the browser in time')), ms)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}
