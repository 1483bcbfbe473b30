// The other end of `read-aside.ts`: a thread with a connection that only reads.
import { workerData } from 'node:worker_threads'
import { answerAside } from '../lib/answer-aside.ts'
import { openToRead } from '../store/sqlite.ts'
import { largeReads, type ReadTask } from './read-aside.ts'

const db = openToRead((workerData as { readonly file: string }).file)
answerAside(({ kind, query }: ReadTask) => largeReads[kind](db, query as never) as Promise<unknown>)
