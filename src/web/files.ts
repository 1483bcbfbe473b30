import type { Context, Hono } from 'hono'
import { openCasePhoto } from '../app/read-complaint.ts'
import { digestRound } from '../app/round-digest.ts'
import { villageMap } from '../app/village-map.ts'
import { readAttachment } from '../store/attachment-files.ts'
import { listDocuments } from '../store/documents.ts'
import { findFile } from '../store/report-answers.ts'
import { listReportsWithClosedPhotos } from '../store/stories.ts'
import { requireCase } from './cases.ts'
import { mayReadDocument } from './pages/documents.ts'
import { mapScope } from './pages/map.ts'
import { requireReadable } from './pages/report.ts'
import { notFound, type Visit } from './visit.ts'

/**
 * Files that people sent, for those who may read the report they belong to. They are handed over to be saved and never
 * shown within a page of ours: nothing that came from outside may run here.
 */
export function mountFiles(app: Hono, requireVisit: (c: Context) => Promise<Visit>): void {
  app.get('/berkas/:id{\\d{1,15}}', async (c) => {
    const visit = await requireVisit(c)
    const id = Number(c.req.param('id'))
    const file = await findFile(visit.db, id)
    if (!file || file.reportId === null) throw notFound()
    await requireReadable(visit, { params: { id: String(file.reportId) }, query: new URLSearchParams() })
    const isPhoto = file.mime.startsWith('image/')
    if (isPhoto && (await listReportsWithClosedPhotos(visit.db, visit.db, [file.reportId])).size > 0) throw notFound()
    await visit.note('read_file', `attachment:${id}`)
    const bytes = await readAttachment(visit.services.dataDir, file.hash)
    const isPicture = file.mime === 'image/jpeg'
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': isPicture ? file.mime : 'application/octet-stream',
      'content-disposition': `attachment; filename="berkas-${id}${isPicture ? '.jpg' : ''}"`,
      'cache-control': 'no-store',
    })
  })

  // a document of the register, for those who see the sums of its place
  app.get('/dokumen/:id{\\d{1,9}}/berkas', async (c) => {
    const visit = await requireVisit(c)
    const [document] = await listDocuments(visit.db, visit.db, { ids: [Number(c.req.param('id'))] })
    if (!document || document.hash === null || !mayReadDocument(visit, document)) throw notFound()
    const bytes = await readAttachment(visit.services.dataDir, document.hash)
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="dokumen-${document.id}.${document.ending}"`,
      'cache-control': 'no-store',
    })
  })

  // drawn as it stands now; a village that has not reported is told apart only for those who may know
  app.get('/peta/:code{[0-9.]{5}}/gambar', async (c) => {
    const visit = await requireVisit(c)
    const kabupatenCode = c.req.param('code')
    const within = mapScope(visit, kabupatenCode)
    const round = await digestRound(visit.db)
    if (within.length === 0 || !round) throw notFound()
    const constraint = c.req.query('kendala')
    const map = await villageMap(
      visit.services,
      visit.db,
      {
        kabupatenCode,
        round,
        within,
        openly: within.every((code) => visit.can('read_late_names', code)),
        ...(constraint !== undefined && /^[a-z_]{1,40}$/.test(constraint) && { constraint }),
      },
      visit.speech,
      visit.now,
    )
    const { drawMap } = await import('../documents/draw-map.ts')
    return c.body(drawMap(map), 200, { 'content-type': 'image/svg+xml', 'cache-control': 'no-store' })
  })

  // photos of complaints about money and goods: for their officers
  app.get('/antikorupsi/:id{\\d{1,15}}/foto/:file{\\d{1,15}}', async (c) => {
    const visit = await requireVisit(c)
    const id = await requireCase(visit, 'petugas_antikorupsi', c.req.param('id'))
    const file = Number(c.req.param('file'))
    const bytes = await openCasePhoto(visit.services, id, file)
    if (!bytes) throw notFound()
    await visit.note('read_complaint', `complaint:${id}`)
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': 'image/jpeg',
      'content-disposition': `attachment; filename="foto-${file}.jpg"`,
      'cache-control': 'no-store',
    })
  })
}
