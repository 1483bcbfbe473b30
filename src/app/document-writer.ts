import { Worker } from 'node:worker_threads'
import type { DocumentTask } from '../documents/write-document.ts'
import { Problem } from '../lib/problem.ts'

type Answer = { readonly id: number; readonly bytes: Uint8Array } | { readonly id: number; readonly error: string }

interface Waiting {
  resolve(bytes: Uint8Array): void
  reject(error: Error): void
}

/** How long the thread waits for more work before it ends, and its libraries with it. */
const IDLE_MS = 20_000

/**
 * One thread a process on which pictures, PDFs and Word files are made, so that nobody waits for an answer meanwhile.
 * It begins with the first document and ends when there was nothing to write for a while: the libraries that write them
 * are several times the size of the service.
 */
class DocumentThread {
  readonly #waiting = new Map<number, Waiting>()
  #worker: Worker | undefined
  #idle: NodeJS.Timeout | undefined
  #lastId = 0

  write(task: DocumentTask): Promise<Uint8Array> {
    clearTimeout(this.#idle)
    const worker = (this.#worker ??= this.#start())
    // while it writes, the process stays; an idle thread keeps none alive
    worker.ref()
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId
      this.#waiting.set(id, { resolve, reject })
      worker.postMessage({ id, task })
    })
  }

  #start(): Worker {
    const worker = new Worker(new URL('./document-worker.ts', import.meta.url))
    worker.on('message', (answer: Answer) => {
      const asked = this.#waiting.get(answer.id)
      this.#waiting.delete(answer.id)
      if ('error' in answer) asked?.reject(failed(answer.error))
      else asked?.resolve(answer.bytes)
      if (this.#waiting.size === 0) this.#rest(worker)
    })
    worker.on('error', (error) => this.#lost(worker, String(error)))
    worker.on('exit', () => this.#lost(worker, 'its thread ended'))
    return worker
  }

  #rest(worker: Worker): void {
    worker.unref()
    this.#idle = setTimeout(() => {
      this.#worker = undefined
      void worker.terminate()
    }, IDLE_MS).unref()
  }

  #lost(worker: Worker, reason: string): void {
    // one that was sent home after its rest has nothing to do with what its successor writes
    if (worker !== this.#worker) return
    this.#worker = undefined
    for (const { reject } of this.#waiting.values()) reject(failed(reason))
    this.#waiting.clear()
  }
}

const thread = new DocumentThread()

/** The bytes of the file, made on the thread. Throws `Problem('document_failed')`. */
export function writeAside(task: DocumentTask): Promise<Uint8Array> {
  return thread.write(task)
}

function failed(reason: string): Problem {
  return new Problem('document_failed', `a document could not be written: ${reason}`)
}
