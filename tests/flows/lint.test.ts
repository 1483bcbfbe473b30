import { describe, expect, test } from 'vitest'
import { lintForm } from '../../src/flows/lint.ts'
import { settings, shippedForms, shippedSource, sourceOf } from './form-cast.ts'

const lint = (survey: string) => lintForm(sourceOf(settings + survey))
const choices = (count: number) => Array.from({ length: count }, (_, i) => `{ name: k${i}, label: K${i} }`).join(', ')

describe('warnings for the chat', () => {
  test.each([
    ['no_example', 'a date without an example answer', 'survey:\n  - { type: date, name: a, label: Kapan? }'],
    ['no_example', 'free text without an example answer', 'survey:\n  - { type: text, name: a, label: Siapa? }'],
    ['no_example', 'money without an example answer', 'survey:\n  - { type: money_idr, name: a, label: Berapa? }'],
    ['no_label', 'a question without a text', 'survey:\n  - { type: barcode, name: a }'],
    [
      'long_question',
      'a long question',
      `survey:\n  - { type: barcode, name: a, label: ${'kata kata kata. '.repeat(22)} }`,
    ],
    [
      'too_long_for_channel',
      'a text that no message holds',
      `survey:\n  - { type: note, name: a, label: ${'kata kata kata. '.repeat(300)} }`,
    ],
    [
      'required_text_in_core',
      'free text that a core round insists on',
      'survey:\n  - { type: text, name: a, label: Kenapa?, example: hujan, required: true, depth: core }',
    ],
    [
      'many_choices',
      'more choices than buttons',
      `survey:\n  - { type: select_one k, name: a, label: Apa? }\nchoices:\n  k: [${choices(11)}]`,
    ],
    [
      'many_choices',
      'more choices than anybody reads',
      `survey:\n  - { type: select_multiple k, name: a, label: Apa? }\nchoices:\n  k: [${choices(31)}]`,
    ],
    [
      'long_choice',
      'a choice that a button cuts off',
      'survey:\n  - { type: select_one k, name: a, label: Apa? }\nchoices:\n  k: [{ name: x, label: Perikanan dan hasil laut }]',
    ],
    [
      'command_word',
      'a choice that is a command',
      'survey:\n  - { type: select_one k, name: a, label: Apa? }\nchoices:\n  k: [{ name: x, label: Batal }]',
    ],
    [
      'command_word',
      'another word for a choice that is a command',
      'survey:\n  - { type: select_one k, name: a, label: Apa? }\nchoices:\n  k: [{ name: x, label: Tidak jadi, synonyms: "urung, Batal" }]',
    ],
    [
      'long_sentence',
      'a sentence of more than two lines',
      `survey:\n  - { type: note, name: a, label: ${'kata '.repeat(20)} }`,
    ],
    [
      'long_sentence',
      'a refusal of more than two lines',
      `survey:\n  - { type: barcode, name: a, label: Apa?, constraint: ". != ''", constraint_message: ${'kata '.repeat(20)} }`,
    ],
    [
      'no_label',
      'a choice without a text',
      'survey:\n  - { type: select_one k, name: a, label: Apa? }\nchoices:\n  k: [{ name: x }]',
    ],
    ['not_for_chat', 'a picture', 'survey:\n  - { type: note, name: a, label: Lihat, media: { image: peta.png } }'],
    ['substitute', 'a signature', 'survey:\n  - { type: image, name: a, label: Tanda tangan, appearance: signature }'],
    [
      'substitute',
      'another app',
      'survey:\n  - { type: barcode, name: a, label: Apa?, appearance: "ex:org.app(x=1)" }',
    ],
    [
      'calculated',
      'a question that is calculated',
      'survey:\n  - { type: text, name: a, label: Apa?, calculation: 1 + 1 }',
    ],
    ['not_for_chat', 'what a chat cannot ask', 'survey:\n  - { type: geotrace, name: a, label: Batas kebun }'],
    [
      'no_translation',
      'a text that lacks a language',
      'survey:\n  - { type: barcode, name: a, label: { id: Apa?, en: What? } }\n  - { type: barcode, name: b, label: Siapa? }',
    ],
  ])('%s: %s', (code, _, survey) => {
    const [finding, ...others] = lint(survey)
    expect(others).toEqual([])
    expect(finding).toMatchObject({ level: 'warning', code })
    expect(finding?.row).toBeGreaterThan(0)
  })

  test.each([
    ['an example in the question itself', 'survey:\n  - { type: date, name: a, label: "Kapan? Contoh: 12 Juli 2024" }'],
    [
      'free text that may be skipped',
      'survey:\n  - { type: text, name: a, label: Kenapa?, example: hujan, depth: core }',
    ],
    [
      'a long list behind a filter',
      `survey:\n  - { type: select_one k, name: a, label: Apa?, choice_filter: "b = 1" }\nchoices:\n  k: [${choices(40)}]`,
    ],
    ['calculations', 'survey:\n  - { type: calculate, name: a, calculation: 1 + 1 }'],
    [
      'commands as choices of the opening',
      'survey:\n  - { type: select_one k, name: a, label: Mulai?, appearance: opening }\nchoices:\n  k: [{ name: mulai, label: Mulai }, { name: nanti, label: Nanti }]',
    ],
  ])('quiet about %s', (_, survey) => {
    expect(lint(survey)).toEqual([])
  })

  test.each(shippedForms)('the shipped form %s is quiet', (name) => {
    expect(lintForm(shippedSource(name))).toEqual([])
  })
})
