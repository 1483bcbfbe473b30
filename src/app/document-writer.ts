import type { Paper } from '../documents/paper.ts'
import type { DocumentTask } from '../documents/write-document.ts'
import { Aside } from '../lib/aside.ts'

/** Pictures, PDFs and Word files are made aside: the libraries that write them are several times the size of the service. */
const thread = new Aside<DocumentTask, Uint8Array>(new URL('./document-worker.ts', import.meta.url), {
  failed: 'a document could not be written',
})

/** The bytes of the file. Throws `Problem('aside_failed')`. */
export function writeAside(task: DocumentTask): Promise<Uint8Array> {
  return thread.do(task)
}

/** The paper as a file of that ending. */
export function writePaper(paper: Paper, ending: '.pdf' | '.docx' | '.xlsx', createdAt: number): Promise<Uint8Array> {
  switch (ending) {
    case '.pdf':
      return writeAside({ kind: 'pdf', paper, createdAt })
    case '.docx':
      return writeAside({ kind: 'docx', paper })
    case '.xlsx':
      return writeAside({ kind: 'xlsx', paper })
  }
}
