import { z } from 'zod'

/**
 * What a form in YAML may hold: everything is text, a map or a list. Every scalar is read as text (YAML's failsafe
 * schema), so `version: 1.10`, `default: 0` and a choice named `no` stay what was typed.
 */

const text = z.string()
const texts = z.union([z.string(), z.record(z.string(), z.string())])
const flag = z.enum(['true', 'false', 'yes', 'no', 'ya', 'tidak'])
const media = z.record(z.string(), texts)

const chatKeys = {
  ref: text,
  short: texts,
  example: texts,
  depth: z.enum(['core', 'full']),
  core_when: text,
  confirm: text,
  confirm_message: texts,
  reason: flag,
  previous: text,
  over: text,
  unit_family: text,
  excludes: text,
  voice: flag,
  source: text,
}

const flatNode = z.strictObject({
  type: text,
  name: text,
  label: texts.optional(),
  hint: texts.optional(),
  relevant: text.optional(),
  constraint: text.optional(),
  constraint_message: texts.optional(),
  required: text.optional(),
  required_message: texts.optional(),
  calculation: text.optional(),
  default: text.optional(),
  read_only: text.optional(),
  appearance: text.optional(),
  parameters: text.optional(),
  trigger: text.optional(),
  choice_filter: text.optional(),
  repeat_count: text.optional(),
  save_to: text.optional(),
  list: text.optional(),
  or_other: flag.optional(),
  media: media.optional(),
  extra: z.record(z.string(), z.string()).optional(),
  ...z.object(chatKeys).partial().shape,
})
export type YamlNode = z.infer<typeof flatNode> & { readonly questions?: readonly YamlNode[] | undefined }
const nodeSchema: z.ZodType<YamlNode> = z.lazy(() => flatNode.extend({ questions: z.array(nodeSchema).optional() }))

const choiceSchema = z.strictObject({
  name: text,
  label: texts.optional(),
  media: media.optional(),
  synonyms: text.optional(),
  columns: z.record(z.string(), z.string()).optional(),
})

const entitySchema = z.strictObject({
  list_name: text,
  label: text.optional(),
  entity_id: text.optional(),
  create_if: text.optional(),
  update_if: text.optional(),
  repeat: text.optional(),
})

/** The whole file. Which types and lists there are, and how deep groups go, is checked behind it. */
export const formSchema = z.strictObject({
  settings: z.looseObject({
    form_id: text,
    form_title: texts.optional(),
    version: text.optional(),
    default_language: text.optional(),
  }),
  survey: z.array(nodeSchema),
  choices: z.record(z.string(), z.array(choiceSchema)).optional(),
  entities: z.array(entitySchema).optional(),
})
export type YamlChoice = z.infer<typeof choiceSchema>
export type YamlForm = z.infer<typeof formSchema>

/** The keys of each kind of row, in the order in which they are written. */
export const nodeKeys = [
  'type',
  'name',
  'ref',
  'label',
  'hint',
  'short',
  'example',
  'depth',
  'core_when',
  'source',
  'over',
  'repeat_count',
  'relevant',
  'required',
  'required_message',
  'constraint',
  'constraint_message',
  'confirm',
  'confirm_message',
  'reason',
  'previous',
  'unit_family',
  'excludes',
  'voice',
  'calculation',
  'default',
  'read_only',
  'trigger',
  'choice_filter',
  'appearance',
  'parameters',
  'save_to',
  'media',
  'extra',
  'questions',
] as const
export const choiceKeys = ['name', 'label', 'synonyms', 'columns', 'media'] as const
export const entityKeys = ['list_name', 'label', 'entity_id', 'create_if', 'update_if', 'repeat'] as const
/** Those of a node whose values are texts in the form's languages. */
export const textKeys = [
  'label',
  'hint',
  'short',
  'example',
  'required_message',
  'constraint_message',
  'confirm_message',
] as const
