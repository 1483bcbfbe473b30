import { messageOf, Problem } from '../../lib/problem.ts'
import { capabilities } from '../../messages/capabilities.ts'
import type { FileRef } from '../../messages/inbound.ts'
import type { Client } from './library.ts'
import { isBrowserGone } from './outcomes.ts'
import { pause, type Timing, within } from './timing.ts'

const tries = 3
/** A whole file lies in memory three times on its way out of the browser. */
const atOnce = 2

/** Fetches what people sent, two files at a time. */
export class Files {
  readonly #client: () => Client | undefined
  readonly #timing: Timing
  readonly #stopping: AbortSignal
  #running = 0
  readonly #waiting: (() => void)[] = []

  constructor(client: () => Client | undefined, timing: Timing, stopping: AbortSignal) {
    this.#client = client
    this.#timing = timing
    this.#stopping = stopping
  }

  /** Refusals: Problem `file_gone` (never again), `file_too_large`, `channel_away` (try later). */
  async open(file: FileRef): Promise<{ stream: ReadableStream<Uint8Array>; mime?: string }> {
    const max = capabilities['whatsapp-web'].maxDownload
    // told by the sender's phone; the bytes are measured as well
    if (file.size !== undefined && file.size > max) throw tooLarge()
    await this.#enter()
    try {
      const { bytes, mime } = await this.#insist(file.ref)
      if (bytes.length > max) throw tooLarge()
      return { stream: new Blob([bytes]).stream(), ...(mime ? { mime } : {}) }
    } finally {
      this.#leave()
    }
  }

  /** The page fetches it from WhatsApp's servers, where it lies for some weeks; the first try often fails. */
  async #insist(ref: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; mime: string }> {
    const { fileWithin, fileAgainAfter } = this.#timing
    for (let i = 1; ; i += 1) {
      const client = this.#client()
      if (!client) throw away()
      try {
        const message = await within(fileWithin, client.getMessageById(ref))
        const media = message ? await within(fileWithin, message.downloadMedia()) : undefined
        if (media) return { bytes: new Uint8Array(Buffer.from(media.data, 'base64')), mime: media.mimetype }
        if (i === tries) throw gone()
      } catch (error) {
        if (error instanceof Problem) throw error
        if (isBrowserGone(error)) throw away()
        if (i === tries) throw new Problem('channel_away', `${away().message} (${messageOf(error).split('\n')[0]})`)
      }
      await pause(fileAgainAfter * i, this.#stopping)
      if (this.#stopping.aborted) throw away()
    }
  }

  async #enter(): Promise<void> {
    if (this.#running >= atOnce) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    else this.#running += 1
  }

  #leave(): void {
    const next = this.#waiting.shift()
    if (next) next()
    else this.#running -= 1
  }
}

const gone = () => new Problem('file_gone', 'WhatsApp no longer has this file: ask the person to send it again')
const tooLarge = () => new Problem('file_too_large', 'The file is larger than 20 MB, the most that is fetched')
const away = () => new Problem('channel_away', 'WhatsApp Web did not hand out the file: it is asked again later')
