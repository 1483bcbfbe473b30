import { firstLine } from './outcomes.ts'

/**
 * The library starts work that nobody waits for (a take-over after a pause, the answer to a navigation). When the
 * browser dies at that moment the promise fails unheard, and Node.js would end the whole service, Telegram and all.
 * Failures that come out of the library or puppeteer are told to `heard`; of others this knows nothing. Returns how to
 * stop.
 */
export function guardAgainstForgotten(heard: (what: string) => void): () => void {
  const listener = (reason: unknown) => {
    if (isOfLibrary(reason)) return heard(firstLine(reason))
    // somebody else's: as if we had not listened
    if (process.listenerCount('unhandledRejection') === 1) throw reason
  }
  process.on('unhandledRejection', listener)
  return () => process.off('unhandledRejection', listener)
}

function isOfLibrary(reason: unknown): boolean {
  // the library also throws plain strings: 'auth timeout', 'ready timeout'
  if (typeof reason === 'string') return /^(?:auth|ready) timeout$/.test(reason)
  return (
    reason instanceof Error &&
    /[\\/]node_modules[\\/](?:whatsapp-web\.js|puppeteer(?:-core)?)[\\/]/.test(reason.stack ?? '')
  )
}
