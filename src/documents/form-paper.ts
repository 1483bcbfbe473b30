import type { Speech } from '../wording/when.ts'
import type { Block, Paper } from './paper.ts'
import { headOf, type ProgrammeHead } from './programme-head.ts'

/** One question as it would be asked, with the number under which its answer is taken. */
export interface FormEntry {
  readonly label: string
  readonly text: string
  /** The activity that the question is about. */
  readonly item?: { readonly label: string; readonly name: string }
  readonly choices?: readonly { readonly label: string }[]
  readonly example?: string
  readonly previous?: string
}

export interface BlankForm {
  readonly title: string
  readonly village: string
  readonly kecamatan: string
  readonly entries: readonly FormEntry[]
}

/** The questions of a village with its own activities, and room to write: to be taken along to the meeting. */
export function paperOfBlankForm(form: BlankForm, programme: ProgrammeHead, speech: Speech): Paper {
  const { texts, language } = speech
  const t = (key: string, args?: Readonly<Record<string, string>>) => texts.t(language, key, args)
  const village = t('doc-form-village', { name: form.village, kecamatan: form.kecamatan })
  const blocks: Block[] = [{ kind: 'text', text: t('doc-form-note'), weak: true }]
  let item: string | undefined
  for (const entry of form.entries) {
    if (entry.item && entry.item.label !== item)
      blocks.push({ kind: 'heading', text: `${entry.item.label}. ${entry.item.name}` })
    item = entry.item?.label
    blocks.push({ kind: 'writing', label: question(entry, t), lines: 1 })
  }
  return {
    title: t('doc-form', { title: form.title }),
    subtitle: village,
    head: headOf(programme, speech),
    foot: `${form.title} · ${village}`,
    blocks,
  }
}

function question(entry: FormEntry, t: (key: string, args?: Readonly<Record<string, string>>) => string): string {
  const { label, text, choices, example, previous } = entry
  return [
    t('doc-form-number', { label, question: text }),
    ...(choices?.length ? [t('doc-form-choices', { choices: choices.map((c) => c.label).join(' / ') })] : []),
    ...(example ? [t('doc-form-example', { example })] : []),
    ...(previous ? [t('doc-form-previous', { value: previous })] : []),
  ].join('\n')
}
