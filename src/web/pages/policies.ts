import { z } from 'zod'
import { endPolicy, sendPolicy } from '../../app/policy-messages.ts'
import {
  isPolicyTopic,
  type PolicySums,
  type PolicyTopic,
  policySums,
  policyTopics,
} from '../../domain/policy-messages.ts'
import { isPosition, positionFacts, positions } from '../../domain/positions.ts'
import { isRegionCode, WHOLE_PROGRAMME } from '../../domain/regions.ts'
import { localDate } from '../../lib/local-time.ts'
import {
  listPolicyMessages,
  listPolicyReceipts,
  type PolicyMessage,
  type PolicyReceipt,
} from '../../store/policy-messages.ts'
import { dateWords } from '../../wording/when.ts'
import { type Html, html } from '../html.ts'
import { action, definePage } from '../page.ts'
import { form, positionLabel, table } from '../parts.ts'
import { notFound, type Visit } from '../visit.ts'

/** Refreshers on PSEAH, child protection and fraud: who has read them, and a new one. */

interface Data {
  readonly messages: readonly (PolicyMessage & PolicySums)[]
  readonly open: { readonly message: PolicyMessage; readonly receipts: readonly PolicyReceipt[] } | undefined
}

const draft = {
  topik: z.string().max(20),
  jabatan: z.string().max(30),
  wilayah: z.string().trim().max(13),
  isi: z.string().trim().max(1_500),
}

export const policiesPage = definePage<Data>({
  path: '/penyegaran',
  right: 'send_policy',

  async read(visit, { query }) {
    const messages = []
    for (const message of await listPolicyMessages(visit.db))
      messages.push({ ...message, ...policySums(await listPolicyReceipts(visit.db, message.id)) })
    const message = messages.find(({ id }) => String(id) === query.get('pesan'))
    if (!message) return { messages, open: undefined }
    // names of those who have not read it
    visit.must('see_persons', message.regionCode)
    await visit.note('read_policy_log', `policy:${message.id}`)
    return { messages, open: { message, receipts: await listPolicyReceipts(visit.db, message.id) } }
  },

  actions: {
    kirim: action({
      right: 'send_policy',
      form: z.strictObject(draft),
      async run(visit, { topik, jabatan, wilayah, isi }) {
        const regionCode = wilayah === '' ? WHOLE_PROGRAMME : wilayah
        if (!isPolicyTopic(topik) || !isPosition(jabatan)) throw notFound()
        if (regionCode !== WHOLE_PROGRAMME && !isRegionCode(regionCode)) throw notFound()
        if (topik === 'lain' && isi === '') throw notFound()
        visit.must('send_policy', regionCode)
        await sendPolicy(
          visit.services,
          { topic: topik, regionCode, positions: [jabatan], ...(isi !== '' && { text: isi }) },
          { now: visit.now, actor: visit.actorName },
        )
        return { to: '/penyegaran', notice: 'saved' }
      },
    }),
    akhiri: action({
      right: 'send_policy',
      form: z.strictObject({ pesan: z.coerce.number().int().positive() }),
      async run(visit, { pesan }) {
        const message = (await listPolicyMessages(visit.db)).find(({ id }) => id === pesan)
        if (!message) throw notFound()
        visit.must('send_policy', message.regionCode)
        await endPolicy(visit.services, pesan, { now: visit.now, actor: visit.actorName })
        return { to: '/penyegaran', notice: 'saved' }
      },
    }),
  },

  title: (_, visit) => visit.t('console-menu-policies'),

  view({ messages, open }, visit) {
    const { t } = visit
    return html`
${
  messages.length === 0
    ? html`<p class="empty">${t('console-policy-none')}</p>`
    : table(
        [
          t('console-policy-topic'),
          t('console-policy-for'),
          t('console-policy-read'),
          'L / P',
          t('console-policy-date'),
        ],
        messages.map((m) => [
          html`<a href="?pesan=${m.id}">${topicWord(m.topic, visit)}</a>`,
          html`${m.positions.split(' ').map(positionLabel).join(', ')}<div class="muted">${placeOf(m, visit)}</div>`,
          t('console-of', { n: m.read, of: m.people }),
          `${m.l} / ${m.p}${m.unknown > 0 ? ` / ? ${m.unknown}` : ''}`,
          dateWords(localDate(m.createdAt, visit.speech.zone), visit.speech),
        ]),
      )
}
${open ? readers(open, visit) : ''}
${newForm(visit)}`
  },
})

const topicTexts: Readonly<Record<PolicyTopic, string>> = {
  pseah: 'console-policy-topic-pseah',
  perlindungan_anak: 'console-policy-topic-perlindungan-anak',
  antikorupsi: 'console-policy-topic-antikorupsi',
  lain: 'console-policy-topic-lain',
}

const topicWord = (topic: PolicyTopic, visit: Visit) => visit.t(topicTexts[topic])
const placeOf = ({ regionCode }: PolicyMessage, visit: Visit) =>
  regionCode === WHOLE_PROGRAMME ? visit.t('console-everywhere') : regionCode

function readers({ message, receipts }: NonNullable<Data['open']>, visit: Visit): Html {
  const { t } = visit
  const on = (at: number) => dateWords(localDate(at, visit.speech.zone), visit.speech)
  return html`<h2>${topicWord(message.topic, visit)}</h2>
${message.endedAt === null ? form(visit, 'akhiri', html`<input type="hidden" name="pesan" value="${message.id}"><button>${t('console-policy-end')}</button>`) : html`<p class="muted">${t('console-policy-ended', { date: on(message.endedAt) })}</p>`}
${table(
  [t('console-name'), t('console-place'), t('console-policy-read')],
  receipts.map((r) => [
    html`${r.name}<div class="muted">${positionFacts[r.position].label}</div>`,
    r.regionCode === WHOLE_PROGRAMME ? t('console-everywhere') : r.regionCode,
    r.acknowledgedAt !== null
      ? html`<span class="chip good">${on(r.acknowledgedAt)}</span>`
      : r.sentAt === null
        ? t('console-policy-not-sent')
        : html`<span class="chip wait">${t('console-policy-not-read', { n: r.timesSent, date: on(r.sentAt) })}</span>`,
  ]),
)}`
}

function newForm(visit: Visit): Html {
  const { t } = visit
  return html`<details class="act card"><summary>${t('console-policy-send')}</summary>${form(
    visit,
    'kirim',
    html`<p>${t('console-policy-send-hint')}</p>
<div class="row"><label>${t('console-policy-topic')}<select name="topik">${policyTopics.map((topic) => html`<option value="${topic}">${topicWord(topic, visit)}</option>`)}</select></label>
<label>${t('console-policy-for')}<select name="jabatan">${positions.map((p) => html`<option value="${p}">${positionFacts[p].label}</option>`)}</select></label>
<label>${t('console-document-region')} <span class="hint">81.05, *</span><input name="wilayah" maxlength="13"></label></div>
<label>${t('console-policy-text')}<textarea name="isi" rows="4" maxlength="1500"></textarea></label>
<button class="primary">${t('console-policy-send')}</button>`,
  )}</details>`
}
