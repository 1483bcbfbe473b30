import type { ResponseParameters } from 'grammy/types'

/** What may go wrong with one call. */
export type Fault =
  | {
      readonly kind: 'error'
      readonly code: number
      readonly description: string
      readonly parameters?: ResponseParameters
    }
  /** A gateway's page instead of the API's answer. */
  | { readonly kind: 'gateway'; readonly status: number }
  /** Never answers. */
  | { readonly kind: 'hang' }
  /** Cuts the connection: before the call is done, or after it (the message is there, nobody was told). */
  | { readonly kind: 'cut'; readonly when: 'before' | 'after' }

export const flood = (seconds: number): Fault => ({
  kind: 'error',
  code: 429,
  description: `Too Many Requests: retry after ${seconds}`,
  parameters: { retry_after: seconds },
})

/** Faults on demand: for the next calls of a method, or of any (`*`). */
export class Faults {
  readonly #planned: { readonly method: string; readonly fault: Fault; left: number; after: number }[] = []
  readonly #disabled = new Set<string>()

  /** The next `times` calls of the method, after `after` that go well. */
  next(method: string, fault: Fault, { times = 1, after = 0 }: { times?: number; after?: number } = {}): void {
    this.#planned.push({ method: method.toLowerCase(), fault, left: times, after })
  }

  clear(): void {
    this.#planned.length = 0
  }

  /** From now on the server does not know these methods. */
  disable(...methods: string[]): void {
    for (const method of methods) this.#disabled.add(method.toLowerCase())
  }

  isDisabled(method: string): boolean {
    return this.#disabled.has(method.toLowerCase())
  }

  /** Whether a planned fault still waits for its call. */
  isDue(method: string): boolean {
    return this.#planned.some((plan) => plan.left > 0 && plan.method === method.toLowerCase())
  }

  take(method: string): Fault | undefined {
    const planned = this.#planned.find((plan) => plan.left > 0 && ['*', method.toLowerCase()].includes(plan.method))
    if (!planned) return undefined
    if (planned.after > 0) {
      planned.after -= 1
      return undefined
    }
    planned.left -= 1
    return planned.fault
  }
}
