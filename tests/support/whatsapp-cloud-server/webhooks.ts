import { createHmac } from 'node:crypto'

export interface WebhookOptions {
  readonly appSecret: string
  readonly verifyToken: string
  readonly phoneNumberId: string
  readonly displayNumber: string
}

/**
 * Calls the business as Meta does: signed, at least once, again and again until 200. One after the other, so that tests
 * can say what comes in which order; `post` sends anything at once.
 */
export class Webhooks {
  readonly #options: WebhookOptions
  readonly #queue: Record<string, unknown>[] = []
  #url: string | undefined
  #delivering: Promise<void> | undefined
  #stopped = false
  /** ms before the next try after anything but 200; Meta's own waits grow to hours. */
  retryEvery = 20

  constructor(options: WebhookOptions) {
    this.#options = options
  }

  /** As when the address is entered in Meta's console: it is asked for the token first. */
  async subscribe(url: string): Promise<void> {
    const challenge = '1158201444'
    const query = new URLSearchParams({
      'hub.mode': 'subscribe',
      'hub.verify_token': this.#options.verifyToken,
      'hub.challenge': challenge,
    })
    const answer = await fetch(`${url}?${query}`)
    if (answer.status !== 200 || (await answer.text()) !== challenge)
      throw new Error("The callback URL or verify token couldn't be validated")
    this.#url = url
    this.#deliver()
  }

  /** Something happened: a `value` of the field `messages`. */
  push(value: Record<string, unknown>): void {
    this.#queue.push(value)
    this.#deliver()
  }

  /** Delivers what was acknowledged already once more. */
  pause(): void {
    this.#stopped = true
  }

  resume(): void {
    this.#stopped = false
    this.#deliver()
  }

  get waiting(): number {
    return this.#queue.length
  }

  envelope(...values: readonly Record<string, unknown>[]): Record<string, unknown> {
    const { phoneNumberId, displayNumber } = this.#options
    return {
      object: 'whatsapp_business_account',
      entry: [
        {
          id: '102290129340398',
          changes: values.map((value) => ({
            field: 'messages',
            value: {
              messaging_product: 'whatsapp',
              metadata: { display_phone_number: displayNumber, phone_number_id: phoneNumberId },
              ...value,
            },
          })),
        },
      ],
    }
  }

  sign(body: string): string {
    return `sha256=${createHmac('sha256', this.#options.appSecret).update(body).digest('hex')}`
  }

  /** One POST of any body; `signature` undefined: none. */
  async post(body: string, signature: string | undefined = this.sign(body)): Promise<number> {
    if (this.#url === undefined) throw new Error('no webhook is subscribed')
    const headers: Record<string, string> = { 'content-type': 'application/json' }
    if (signature !== undefined) headers['x-hub-signature-256'] = signature
    const response = await fetch(this.#url, { method: 'POST', headers, body })
    await response.arrayBuffer()
    return response.status
  }

  #deliver(): void {
    if (this.#delivering || this.#stopped || this.#url === undefined) return
    this.#delivering = this.#run().finally(() => {
      this.#delivering = undefined
      if (this.#queue.length > 0) this.#deliver()
    })
  }

  async #run(): Promise<void> {
    while (this.#queue.length > 0 && !this.#stopped) {
      const status = await this.post(JSON.stringify(this.envelope(this.#queue[0]!))).catch(() => 0)
      if (status === 200) this.#queue.shift()
      else await new Promise((resolve) => setTimeout(resolve, this.retryEvery))
    }
  }
}
