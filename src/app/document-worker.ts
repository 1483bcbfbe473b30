// The other end of `document-writer.ts`, on a thread of its own.
import { writeDocument } from '../documents/write-document.ts'
import { answerAside } from '../lib/answer-aside.ts'

answerAside(writeDocument)
