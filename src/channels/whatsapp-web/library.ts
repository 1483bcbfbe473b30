import type wweb from 'whatsapp-web.js'
import type { Client, Message } from 'whatsapp-web.js'

export type { Client, Message } from 'whatsapp-web.js'

/** whatsapp-web.js as it is installed. It is CommonJS: an import can name none of its exports. */
export type Library = typeof wweb & {
  // they are there, but missing from its types
  readonly Message: new (
    client: Client,
    data: object,
  ) => Message
  readonly version: string
}

/** Loaded when the channel is switched on and not before: with puppeteer it takes some 40 MB. */
export async function loadLibrary(): Promise<Library> {
  return (await import('whatsapp-web.js')).default as Library
}
