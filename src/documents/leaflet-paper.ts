import type { Speech } from '../wording/when.ts'
import type { Paper } from './paper.ts'
import { headOf, type ProgrammeHead } from './programme-head.ts'

/** Where the bot is reached; what is unknown is a line to write on. */
export interface LeafletAddresses {
  readonly telegram?: string
  readonly whatsapp?: string
}

/** What a village head needs to know, on one page: where, how to answer, what to type, what rights. */
export function paperOfLeaflet(addresses: LeafletAddresses, programme: ProgrammeHead, speech: Speech): Paper {
  const t = (key: string) => speech.texts.t(speech.language, key)
  const blank = t('doc-leaflet-blank')
  return {
    title: t('doc-leaflet'),
    subtitle: t('doc-leaflet-for'),
    head: headOf(programme, speech),
    foot: programme.name,
    blocks: [
      { kind: 'heading', text: t('doc-leaflet-start') },
      { kind: 'text', text: t('doc-leaflet-start-text') },
      {
        kind: 'facts',
        rows: [
          [t('doc-leaflet-telegram'), addresses.telegram ?? blank],
          [t('doc-leaflet-whatsapp'), addresses.whatsapp ?? blank],
          [t('doc-leaflet-helper'), blank],
        ],
      },
      { kind: 'heading', text: t('doc-leaflet-answer') },
      { kind: 'text', text: t('doc-leaflet-answer-text') },
      {
        kind: 'table',
        columns: [
          { title: t('doc-leaflet-want'), share: 5 },
          { title: t('doc-leaflet-type'), share: 3 },
        ],
        rows: leafletWords.map(([key, words]) => [t(key), words.join(', ')]),
      },
      { kind: 'heading', text: t('doc-leaflet-rights') },
      { kind: 'text', text: t('doc-leaflet-rights-text') },
      { kind: 'heading', text: t('doc-leaflet-harm') },
      { kind: 'text', text: t('doc-leaflet-harm-text') },
    ],
  }
}

/** What to type for what, in the order in which people come to need it. */
export const leafletWords: readonly (readonly [key: string, words: readonly string[]])[] = [
  ['doc-leaflet-go', ['mulai', 'lanjut']],
  ['doc-leaflet-later', ['nanti']],
  ['doc-leaflet-back', ['kembali']],
  ['doc-leaflet-change', ['ubah 7']],
  ['doc-leaflet-skip', ['lewati']],
  ['doc-leaflet-same', ['semua sama']],
  ['doc-leaflet-all', ['semua']],
  ['doc-leaflet-recap', ['ringkasan']],
  ['doc-leaflet-help', ['bantuan']],
  ['doc-leaflet-delegate', ['wakilkan']],
  ['doc-leaflet-number', ['nomor saya ganti']],
]
