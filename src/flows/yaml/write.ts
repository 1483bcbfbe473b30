import { Document } from 'yaml'
import type { FormSource, NodeSource, Texts } from '../form-source.ts'
import { writeType } from '../type-names.ts'
import { choiceKeys, entityKeys, nodeKeys, textKeys } from './shape.ts'

/** Writes a form with its keys in a fixed order; `readYaml` gives the same form back. */
export function writeYaml(source: FormSource): string {
  const language = source.settings.default_language
  const plain = {
    settings: writeSettings(source.settings, language),
    survey: source.survey.map((node) => writeNode(node, language)),
    choices: Object.fromEntries(
      Object.entries(source.choices).map(([list, choices]) => [
        list,
        choices.map((choice) => inOrder(choiceKeys, { ...choice, ...writeTexts(choice, ['label'], language) })),
      ]),
    ),
    entities: source.entities.map((entity) => inOrder(entityKeys, { ...entity })),
  }
  if (Object.keys(plain.choices).length === 0) Reflect.deleteProperty(plain, 'choices')
  if (plain.entities.length === 0) Reflect.deleteProperty(plain, 'entities')
  return new Document(plain, { schema: 'failsafe', aliasDuplicateObjects: false }).toString({
    lineWidth: 118,
    defaultStringType: 'PLAIN',
    defaultKeyType: 'PLAIN',
  })
}

function writeSettings(settings: FormSource['settings'], language: string): Record<string, unknown> {
  const { form_id, form_title, version, default_language, ...rest } = settings
  return { form_id, form_title: writeText(form_title, language), version, default_language, ...rest }
}

function writeNode(node: NodeSource, language: string): Record<string, unknown> {
  const { type: _kept, ...extra } = node.extra ?? {}
  return inOrder(nodeKeys, {
    ...node,
    ...writeTexts(node, textKeys, language),
    type: writeType(node),
    extra: Object.keys(extra).length > 0 ? extra : undefined,
    reason: node.reason ? 'true' : undefined,
    voice: node.voice ? 'true' : undefined,
    questions: node.questions?.map((child) => writeNode(child, language)),
  })
}

function writeTexts<T>(node: T, keys: readonly (keyof T)[], language: string): Partial<Record<keyof T, unknown>> {
  const written: Partial<Record<keyof T, unknown>> = {}
  for (const key of keys) if (node[key] !== undefined) written[key] = writeText(node[key] as Texts, language)
  return written
}

function writeText(value: Texts, language: string): string | Texts {
  const only = Object.keys(value)
  return only.length === 1 && only[0] === language ? value[language]! : value
}

function inOrder(keys: readonly string[], values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(keys.flatMap((key) => (values[key] === undefined ? [] : [[key, values[key]]])))
}
