import { createHash } from 'node:crypto'
import type { OutboundAttachment } from '../messages/outbound.ts'
import { putAttachment } from '../store/attachment-files.ts'
import type { Services } from './services.ts'

/** Keeps a PDF for the outbox. */
export async function keepPdf({ dataDir }: Services, bytes: Uint8Array, name: string): Promise<OutboundAttachment> {
  const hash = createHash('sha256').update(bytes).digest('hex')
  await putAttachment(dataDir, hash, bytes)
  return { kind: 'document', hash, name, mime: 'application/pdf' }
}
