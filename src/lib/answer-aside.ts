import { parentPort } from 'node:worker_threads'
import { messageOf } from './problem.ts'

/** The other end of `Aside`, on its thread: each task is answered with what `work` returns, or the sentence it throws. */
export function answerAside<Task, Result>(work: (task: Task) => Promise<Result>): void {
  parentPort!.on('message', ({ id, task }: { readonly id: number; readonly task: Task }) => {
    work(task).then(
      (result) => parentPort!.postMessage({ id, result }),
      (error: unknown) => parentPort!.postMessage({ id, error: messageOf(error) }),
    )
  })
}
