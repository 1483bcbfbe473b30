import { createHash } from 'node:crypto'
import { Problem } from '../../lib/problem.ts'
import { capabilities } from '../../messages/capabilities.ts'
import type { FileRef } from '../../messages/inbound.ts'
import { type Graph, GraphError, type Media } from './graph.ts'

export interface FileSource {
  readonly graph: Graph
  readonly apiRoot: string
  /** For the whole file, ms. */
  readonly timeoutMs: number
}

/**
 * Opens what a person sent: first asks where it is (the address lives five minutes), then fetches it. The bytes are
 * checked against Meta's checksum, and the last of them is held back until they match. Refusals: Problem `file_gone`
 * (never again), `file_too_large`, `channel_away` (try later).
 */
export async function openCloudFile(
  { graph, apiRoot, timeoutMs }: FileSource,
  file: FileRef,
): Promise<{ stream: ReadableStream<Uint8Array>; mime?: string }> {
  const max = capabilities['whatsapp-cloud'].maxDownload
  const signal = AbortSignal.timeout(timeoutMs)
  const media = await graph.findMedia(file.ref, signal).catch((error: unknown) => {
    throw problemOf(error)
  })
  if ((media.file_size ?? 0) > max) throw tooLarge()
  if (!mayGetToken(media.url, apiRoot)) throw gone()

  const response = await graph.download(media.url, signal).catch(() => {
    throw away()
  })
  if (!response.ok || !response.body) {
    await response.body?.cancel()
    // an address that is over is asked for anew with the next try
    throw response.status === 410 ? gone() : away()
  }
  if (Number(response.headers.get('content-length') ?? 0) > max) {
    await response.body.cancel()
    throw tooLarge()
  }
  const mime = file.mime ?? media.mime_type ?? response.headers.get('content-type')
  return { stream: checked(response.body, media, max), ...(mime ? { mime } : {}) }
}

/** The token goes with the download, so only to Meta's own hosts, or to the server that we were told to use. */
function mayGetToken(address: string, apiRoot: string): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  if (url.origin === new URL(apiRoot).origin) return true
  return url.protocol === 'https:' && /(^|\.)(fbsbx\.com|facebook\.com|fbcdn\.net|whatsapp\.net)$/.test(url.hostname)
}

function problemOf(error: unknown): Problem {
  if (!(error instanceof GraphError)) return away()
  // 100 with 400: no such object; a 401 is our token's fault, not the file's
  return error.status === 404 || error.code === 100 || error.code === 131052 ? gone() : away()
}

/** Passes bytes on until there are too many or they turn out to be others than Meta has: sizes and lines are not to be trusted. */
function checked(body: ReadableStream<Uint8Array>, { sha256 }: Media, max: number): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  const hash = createHash('sha256')
  let held: Uint8Array | undefined
  let total = 0
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      while (true) {
        const chunk = await reader.read().catch(() => undefined)
        if (!chunk) return controller.error(away())
        if (chunk.done) {
          const digest = hash.digest()
          // Meta writes it in hex here and in base64 elsewhere
          if (sha256 !== undefined && ![digest.toString('hex'), digest.toString('base64')].includes(sha256))
            return controller.error(away())
          if (held) controller.enqueue(held)
          return controller.close()
        }
        total += chunk.value.length
        if (total > max) {
          controller.error(tooLarge())
          return void (await reader.cancel().catch(() => undefined))
        }
        hash.update(chunk.value)
        const next = held
        held = chunk.value
        if (next) return controller.enqueue(next)
      }
    },
    async cancel() {
      await reader.cancel().catch(() => undefined)
    },
  })
}

const gone = () => new Problem('file_gone', 'WhatsApp no longer has this file: ask the person to send it again')
const tooLarge = () => new Problem('file_too_large', 'The file is larger than 20 MB, the most that is fetched')
const away = () => new Problem('channel_away', 'WhatsApp did not hand out the file: it is asked again later')
