import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { DocumentTask } from '../documents/write-document.ts'
import { Problem } from '../lib/problem.ts'

export interface DocumentWriter {
  /** The bytes of the file. Throws `Problem('document_failed')`. */
  write(task: DocumentTask): Promise<Uint8Array>
}

type Answer = { readonly id: number; readonly bytes: Uint8Array } | { readonly id: number; readonly error: string }

/**
 * Pictures, PDFs and Word files are made on a thread of their own, so that nobody waits for an answer meanwhile; the
 * thread ends with `work`, and takes with it the memory of the libraries that wrote them.
 */
export async function withDocumentWriter<T>(work: (writer: DocumentWriter) => Promise<T>): Promise<T> {
  const worker = new Worker(new URL('./document-worker.ts', import.meta.url))
  const waiting = new Map<number, { resolve(bytes: Uint8Array): void; reject(error: Error): void }>()
  const fail = (reason: string) => new Problem('document_failed', `a document could not be written: ${reason}`)
  const failAll = (reason: string) => {
    for (const { reject } of waiting.values()) reject(fail(reason))
    waiting.clear()
  }
  worker.on('message', (answer: Answer) => {
    const asked = waiting.get(answer.id)
    waiting.delete(answer.id)
    if ('error' in answer) asked?.reject(fail(answer.error))
    else asked?.resolve(answer.bytes)
  })
  worker.on('error', (error) => failAll(String(error)))
  worker.on('exit', () => failAll('its thread ended'))

  let lastId = 0
  try {
    await once(worker, 'online')
    return await work({
      write: (task) =>
        new Promise((resolve, reject) => {
          lastId += 1
          waiting.set(lastId, { resolve, reject })
          worker.postMessage({ id: lastId, task })
        }),
    })
  } finally {
    await worker.terminate()
  }
}
