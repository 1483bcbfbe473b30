import { Worker } from 'node:worker_threads'
import { Problem } from './problem.ts'

type Answer<R> = { readonly id: number; readonly result: R } | { readonly id: number; readonly error: string }

interface Waiting<R> {
  resolve(result: R): void
  reject(error: Error): void
}

/** How long the thread waits for more work before it ends, and its libraries with it. */
const IDLE_MS = 20_000

/**
 * One thread for work that would hold up everybody's answers. It begins with the first task and ends when there was
 * nothing to do for a while, so that what it loads takes no memory for good. Its other end is `answerAside`.
 */
export class Aside<Task, Result> {
  readonly #file: URL
  readonly #data: unknown
  /** What its errors begin with: "a document could not be written". */
  readonly #failed: string
  readonly #waiting = new Map<number, Waiting<Result>>()
  #worker: Worker | undefined
  #idle: NodeJS.Timeout | undefined
  #lastId = 0

  constructor(file: URL, options: { readonly failed: string; readonly data?: unknown }) {
    this.#file = file
    this.#failed = options.failed
    this.#data = options.data
  }

  /** Throws `Problem('aside_failed')` where the task throws, or the thread ends before it is done. */
  do(task: Task): Promise<Result> {
    clearTimeout(this.#idle)
    const worker = (this.#worker ??= this.#start())
    // while it works, the process stays; an idle thread keeps none alive
    worker.ref()
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId
      this.#waiting.set(id, { resolve, reject })
      worker.postMessage({ id, task })
    })
  }

  #start(): Worker {
    const worker = new Worker(this.#file, { workerData: this.#data })
    worker.on('message', (answer: Answer<Result>) => {
      const asked = this.#waiting.get(answer.id)
      this.#waiting.delete(answer.id)
      if ('error' in answer) asked?.reject(this.#problem(answer.error))
      else asked?.resolve(answer.result)
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
    // one that was sent home after its rest has nothing to do with what its successor does
    if (worker !== this.#worker) return
    this.#worker = undefined
    for (const { reject } of this.#waiting.values()) reject(this.#problem(reason))
    this.#waiting.clear()
  }

  #problem(reason: string): Problem {
    return new Problem('aside_failed', `${this.#failed}: ${reason}`)
  }
}
