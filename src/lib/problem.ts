/**
 * What should not happen, said once: a code for machines, one clear sentence for people, and the details.
 * `message` is the sentence; it names the remedy where there is one and never holds a secret or a person.
 */
export class Problem extends Error {
  readonly code: string
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: string, message: string, details: Readonly<Record<string, unknown>> = {}, options?: ErrorOptions) {
    super(message, options)
    this.name = 'Problem'
    this.code = code
    this.details = details
  }
}

/** Wrong use or bad input of a command: exit code 2 with this one sentence. */
export class UsageProblem extends Problem {
  constructor(message: string, details: Readonly<Record<string, unknown>> = {}) {
    super('usage', message, details)
    this.name = 'UsageProblem'
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
