// The other end of `document-writer.ts`, on a thread of its own.
import { parentPort } from 'node:worker_threads'
import { type DocumentTask, writeDocument } from '../documents/write-document.ts'
import { messageOf } from '../lib/problem.ts'

parentPort!.on('message', ({ id, task }: { readonly id: number; readonly task: DocumentTask }) => {
  writeDocument(task).then(
    (bytes) => parentPort!.postMessage({ id, bytes }),
    (error: unknown) => parentPort!.postMessage({ id, error: messageOf(error) }),
  )
})
