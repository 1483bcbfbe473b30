import { z } from 'zod'
import { registerDocument } from '../../app/register-document.ts'
import { documentKinds, documentStates, documentStateWords } from '../../domain/documents.ts'
import { covers, WHOLE_PROGRAMME } from '../../domain/regions.ts'
import { listDocuments, type RegisteredDocument } from '../../store/documents.ts'
import { dateWords } from '../../wording/when.ts'
import { type Html, html } from '../html.ts'
import { action, definePage } from '../page.ts'
import { filters, form, pageOf, pager, perPage, table } from '../parts.ts'
import type { Visit } from '../visit.ts'

/** The register of documents: decrees, plans, minutes, extracts; a new entry with a link, files come by command. */

interface Data {
  readonly documents: readonly RegisteredDocument[]
  readonly kind: string
  readonly find: string
  readonly page: { readonly number: number; readonly offset: number }
  readonly mayEnter: boolean
}

const entry = {
  jenis: z.string().max(20),
  wilayah: z.string().trim().max(13),
  judul: z.string().trim().max(200),
  nomor: z.string().trim().max(80),
  tanggal: z.string().max(10),
  keadaan: z.enum(documentStates),
  penandatangan: z.string().trim().max(200),
  tautan: z.string().trim().max(500),
}

export const documentsPage = definePage<Data>({
  path: '/dokumen',
  right: 'read_aggregates',

  async read(visit, { query }) {
    const kind = documentKinds.find(({ code }) => code === query.get('jenis'))?.code ?? ''
    const find = (query.get('cari') ?? '').trim().slice(0, 80)
    return {
      documents: await listDocuments(visit.db, visit.db, {
        within: visit.scope('read_aggregates'),
        ...(kind !== '' && { kind }),
        ...(find !== '' && { find }),
      }),
      kind,
      find,
      page: pageOf(query),
      mayEnter: visit.scope('import_rows').length > 0,
    }
  },

  actions: {
    tambah: action({
      right: 'import_rows',
      form: z.strictObject(entry),
      async run(visit, { jenis, wilayah, judul, nomor, tanggal, keadaan, penandatangan, tautan }) {
        visit.must('import_rows', wilayah)
        await registerDocument(
          visit.services,
          {
            kind: jenis,
            regionCode: wilayah,
            title: judul,
            number: nomor,
            datedOn: tanggal,
            ofBody: false,
            state: keadaan,
            signers: penandatangan
              .split(';')
              .map((name) => name.trim())
              .filter((name) => name !== ''),
            ...(tautan !== '' && { link: tautan }),
          },
          { now: visit.now, actor: visit.actorName },
        )
        return { to: '/dokumen', notice: 'saved' }
      },
    }),
  },

  title: (_, visit) => visit.t('console-menu-documents'),

  view({ documents, kind, find, page, mayEnter }, visit) {
    const { t } = visit
    return html`
<form method="get" class="row"><label>${t('console-document-find')}<input name="cari" value="${find}" maxlength="80"></label><button>${t('console-document-search')}</button></form>
${filters(visit, 'jenis', kind, [
  { value: '', label: t('console-document-all') },
  ...documentKinds.map(({ code, label }) => ({ value: code, label })),
])}
${
  documents.length === 0
    ? html`<p class="empty">${t('console-document-none')}</p>`
    : table(
        [
          t('console-document-date'),
          t('console-document-title'),
          t('console-place'),
          t('console-document-state'),
          t('console-document-file'),
        ],
        documents
          .slice(page.offset, page.offset + perPage)
          .map((d) => [
            dateWords(d.datedOn, visit.speech),
            html`${d.title}<div class="muted">${[kindWord(d.kind), d.number].filter((part) => part !== '').join(' · ')}</div>`,
            d.regionCode === WHOLE_PROGRAMME ? t('console-everywhere') : d.regionCode,
            html`${documentStateWords[d.state]}<div class="muted">${t('console-document-version', { n: d.version })}</div>`,
            fileOf(d, visit),
          ]),
      )
}
${pager(visit, page.number, documents.length)}
${mayEnter ? entryForm(visit) : ''}`
  },
})

/** Whether somebody may read an entry: those who see the sums of its place. */
export function mayReadDocument(visit: Visit, { regionCode }: Pick<RegisteredDocument, 'regionCode'>): boolean {
  return visit.scope('read_aggregates').some((code) => code === WHOLE_PROGRAMME || covers(code, regionCode))
}

const kindWord = (code: string) => documentKinds.find((kind) => kind.code === code)?.label ?? code

function fileOf(d: RegisteredDocument, visit: Visit): Html | string {
  const link =
    d.link === null ? '' : html`<a href="${d.link}" rel="noreferrer noopener">${visit.t('console-document-link')}</a>`
  if (d.hash === null) return link
  const size = visit.t('console-document-size', {
    ending: (d.ending ?? '').toUpperCase(),
    n: Math.ceil((d.bytes ?? 0) / 1024),
  })
  return html`<a href="/dokumen/${d.id}/berkas">${size}</a> ${link}`
}

function entryForm(visit: Visit): Html {
  const { t } = visit
  return html`<details class="act card"><summary>${t('console-document-add')}</summary>${form(
    visit,
    'tambah',
    html`<p>${t('console-document-add-hint')}</p>
<div class="row"><label>${t('console-document-kind')}<select name="jenis">${documentKinds.map(({ code, label }) => html`<option value="${code}">${label}</option>`)}</select></label>
<label>${t('console-document-region')} <span class="hint">81.05, 81.05.15, *</span><input name="wilayah" required maxlength="13"></label>
<label>${t('console-document-date')}<input type="date" name="tanggal" required></label></div>
<label>${t('console-document-title')}<input name="judul" required maxlength="200"></label>
<div class="row"><label>${t('console-document-number')} <span class="hint">289/KEP/HK/2023</span><input name="nomor" maxlength="80"></label>
<label>${t('console-document-state')}<select name="keadaan">${documentStates.map((state) => html`<option value="${state}">${documentStateWords[state]}</option>`)}</select></label></div>
<label>${t('console-document-signers')} <span class="hint">;</span><input name="penandatangan" maxlength="200"></label>
<label>${t('console-document-link')} <span class="hint">https://…</span><input name="tautan" maxlength="500"></label>
<button class="primary">${t('console-document-add')}</button>`,
  )}</details>`
}
