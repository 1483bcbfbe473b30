import { type Api, GrammyError } from 'grammy'
import { Problem } from '../../lib/problem.ts'
import { capabilities } from '../../messages/capabilities.ts'
import type { FileRef } from '../../messages/inbound.ts'
import { within } from './cancel.ts'

export interface FileSource {
  readonly api: Api
  readonly apiRoot: string
  readonly token: string
  /** For the whole file, ms. */
  readonly timeoutMs: number
}

/**
 * Opens what a person sent. The address contains the token (Bot API, "getFile"), so no error of ours carries it or
 * the error that caused it. Refusals: Problem `file_gone` (never again), `file_too_large`, `channel_away` (try later).
 */
export async function openTelegramFile(
  { api, apiRoot, token, timeoutMs }: FileSource,
  file: FileRef,
): Promise<{ stream: ReadableStream<Uint8Array>; mime?: string }> {
  const max = capabilities.telegram.maxDownload
  if (file.size !== undefined && file.size > max) throw tooLarge()

  const path = await filePath(api, file.ref, timeoutMs)
  const url = `${apiRoot}/file/bot${token}/${path.split('/').map(encodeURIComponent).join('/')}`
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(timeoutMs) }).catch(() => {
    throw away()
  })
  if (!response.ok || !response.body) {
    await response.body?.cancel()
    throw response.status === 404 || response.status === 410 ? gone() : away()
  }
  if (Number(response.headers.get('content-length') ?? 0) > max) {
    await response.body.cancel()
    throw tooLarge()
  }
  const mime = file.mime ?? response.headers.get('content-type')
  return { stream: capped(response.body, max), ...(mime ? { mime } : {}) }
}

async function filePath(api: Api, fileId: string, timeoutMs: number): Promise<string> {
  const file = await api.getFile(fileId, within(timeoutMs)).catch((error: unknown) => {
    if (!(error instanceof GrammyError)) throw away()
    if (/file is too big/i.test(error.description)) throw tooLarge()
    throw error.error_code === 400 ? gone() : away()
  })
  const path = file?.file_path
  // a Bot API server in --local mode names a file on its own disk; we ask over HTTP only
  if (!path || path.startsWith('/') || path.split('/').includes('..')) throw gone()
  return path
}

/** Passes bytes on until there are too many: sizes that are told beforehand are not to be trusted. */
function capped(body: ReadableStream<Uint8Array>, max: number): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  let total = 0
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const chunk = await reader.read().catch(() => undefined)
      if (!chunk) return controller.error(away())
      if (chunk.done) return controller.close()
      total += chunk.value.length
      if (total <= max) return controller.enqueue(chunk.value)
      controller.error(tooLarge())
      await reader.cancel().catch(() => undefined)
    },
    async cancel() {
      await reader.cancel().catch(() => undefined)
    },
  })
}

const gone = () => new Problem('file_gone', 'Telegram no longer has this file: ask the person to send it again')
const tooLarge = () => new Problem('file_too_large', 'The file is larger than 20 MB, the most a Telegram bot can fetch')
const away = () => new Problem('channel_away', 'Telegram did not hand out the file: it is asked again later')
