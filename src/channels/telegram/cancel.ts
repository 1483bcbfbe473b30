import type { Api } from 'grammy'

type GrammySignal = NonNullable<Parameters<Api['getMe']>[0]>

/** grammY's types name the signal of an old polyfill that lacks newer fields; at run time it takes the platform's own. */
export const cancelledBy = (signal: AbortSignal) => signal as unknown as GrammySignal

/** For calls that have no other limit, ms. */
export const within = (ms: number) => cancelledBy(AbortSignal.timeout(ms))
