import type { VillageMap } from '../domain/village-map.ts'
import type { Paper } from './paper.ts'
import type { DigestPicture } from './picture-of-bars.ts'

/** What can be written: plain data in, the bytes of one file out. */
export type DocumentTask =
  | { readonly kind: 'picture'; readonly picture: DigestPicture }
  | { readonly kind: 'map'; readonly map: VillageMap }
  | { readonly kind: 'pdf'; readonly paper: Paper; readonly createdAt: number }
  | { readonly kind: 'docx' | 'xlsx'; readonly paper: Paper }

/** Loads what the kind needs, and no more: each of these libraries is larger than the service. */
export async function writeDocument(task: DocumentTask): Promise<Uint8Array> {
  switch (task.kind) {
    case 'picture': {
      const [{ drawDigestPicture }, { toPng }] = await Promise.all([import('./digest-picture.ts'), import('./png.ts')])
      return toPng(drawDigestPicture(task.picture))
    }
    case 'map': {
      const [{ drawMap }, { toPng }] = await Promise.all([import('./draw-map.ts'), import('./png.ts')])
      return toPng(drawMap(task.map))
    }
    case 'pdf':
      return (await import('./paper-to-pdf.ts')).paperToPdf(task.paper, task.createdAt)
    case 'docx':
      return (await import('./paper-to-docx.ts')).paperToDocx(task.paper)
    case 'xlsx': {
      const [{ writeTables }, { tablesOf }] = await Promise.all([
        import('./write-tables.ts'),
        import('./paper-tables.ts'),
      ])
      return writeTables(tablesOf(task.paper), { printed: task.paper.foot ?? task.paper.title })
    }
  }
}
