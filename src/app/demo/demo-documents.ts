import type { OutboundMessage } from '../../messages/outbound.ts'
import { readAttachment } from '../../store/attachment-files.ts'
import { requireRound } from '../../store/rounds.ts'
import { writeAside } from '../document-writer.ts'
import { printMatrix } from '../print-matrix.ts'
import { printReport } from '../print-report.ts'
import type { Services } from '../services.ts'

export interface DemoDocument {
  readonly name: string
  readonly what: string
  readonly bytes: Uint8Array
}

/** What the round left on paper: the matrix of a kabupaten, a village's report, and the files of the Forum's last digest. */
export async function demoDocuments(
  services: Services,
  where: { readonly roundCode: string; readonly kabupaten: string; readonly village: string },
  now: number,
): Promise<readonly DemoDocument[]> {
  const { db, dataDir } = services
  const round = await requireRound(db, where.roundCode)
  const matrix = await printMatrix(services, db, { regionCode: where.kabupaten, round }, now)
  const report = await printReport(services, db, { regionCode: where.village, roundCode: where.roundCode })
  const digests = await db.all<{ body: string }>(
    `select body from outbox where key like 'digest:forum:%' and state = 'sent' order by id desc limit 4`,
  )
  const files = digests.flatMap(({ body }) => (JSON.parse(body) as OutboundMessage).attachment ?? [])
  const picture = files.find(({ kind }) => kind === 'photo')
  const page = files.find(({ kind }) => kind === 'document')
  return [
    {
      name: 'matriks.pdf',
      what: 'the matrix of recommendations of a kabupaten',
      bytes: await writeAside({ kind: 'pdf', paper: matrix, createdAt: now }),
    },
    {
      name: 'laporan-desa.pdf',
      what: 'that village’s report',
      bytes: await writeAside({ kind: 'pdf', paper: report, createdAt: now }),
    },
    ...(picture
      ? [
          {
            name: 'rangkuman-forum.png',
            what: 'the picture that goes with it',
            bytes: await readAttachment(dataDir, picture.hash),
          },
        ]
      : []),
    ...(page
      ? [
          {
            name: 'rangkuman-forum.pdf',
            what: 'the page that may be passed on',
            bytes: await readAttachment(dataDir, page.hash),
          },
        ]
      : []),
  ]
}
