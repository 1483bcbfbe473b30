import { type XmlElement, xml } from '../../lib/xml.ts'
import type { FormSource, NodeSource, Texts } from '../form-source.ts'
import { languagesOf } from '../walk-source.ts'
import { languageName } from '../xlsform/columns.ts'
import { pathFrom, type XNode } from './references.ts'
import type { Tree } from './tree.ts'

/** The texts of an XForm: in place where the form speaks one language, else by their ids in a table of translations. */
export class XTexts {
  readonly #settings: FormSource['settings']
  readonly #languages: readonly string[]
  readonly #tree: Tree
  /** Language → id → forms of the text. */
  readonly #table = new Map<string, Map<string, XmlElement[]>>()

  constructor(source: FormSource, tree: Tree) {
    this.#settings = source.settings
    this.#languages = languagesOf(source)
    this.#tree = tree
  }

  /** `<label>` or `<hint>`. */
  said(node: XNode, element: 'label' | 'hint', texts: Texts | undefined, media?: NodeSource['media']): XmlElement[] {
    if (!texts && !media) return []
    if (this.#languages.length === 1 && !media)
      return [xml(element, {}, this.#mixed(this.inDefault(texts ?? {}), node))]
    const id = `${node.path}:${element}`
    this.add(id, texts ?? {}, node, media)
    return [xml(element, { ref: `jr:itext('${id}')` })]
  }

  /** `<hint>`, with the guidance that a form keeps beside it. */
  hint(node: XNode): XmlElement[] {
    const guidance = this.#guidance(node.source)
    if (!guidance) return this.said(node, 'hint', node.source.hint)
    const id = `${node.path}:hint`
    this.add(id, node.source.hint ?? {}, node)
    for (const language of this.#languages)
      this.#put(language, id, [xml('value', { form: 'guidance' }, this.#mixed(this.#in(guidance, language), node))])
    return [xml('hint', { ref: `jr:itext('${id}')` })]
  }

  #guidance({ extra }: NodeSource): Texts | undefined {
    const found: Record<string, string> = {}
    for (const [header, text] of Object.entries(extra ?? {})) {
      const [, language] = /^guidance[_ ]hint(?:\s*::\s*(.+))?$/i.exec(header) ?? []
      if (!/^guidance[_ ]hint\b/i.test(header)) continue
      const code = /\(([\w-]+)\)\s*$/.exec(language ?? '')?.[1] ?? language ?? this.#settings.default_language
      found[code] = text
    }
    return Object.keys(found).length > 0 ? found : undefined
  }

  /** A sentence as the value of a bind's attribute. */
  message(node: XNode, kind: 'jr:requiredMsg' | 'jr:constraintMsg', texts: Texts | undefined): string | undefined {
    if (!texts) return undefined
    const text = this.inDefault(texts)
    if ((this.#languages.length === 1 || Object.keys(texts).length === 1) && !text.includes('${')) return text
    const id = `${node.path}:${kind}`
    this.add(id, texts, node)
    return `jr:itext('${id}')`
  }

  /** Enters a text, with its pictures and sounds, into the table. */
  add(id: string, texts: Texts, node: XNode | undefined, media: NodeSource['media'] = {}): void {
    for (const language of this.#languages) {
      const text = this.#in(texts, language)
      const files = Object.entries(media).map(([medium, byLanguage]) => {
        const file = this.#in(byLanguage, language)
        const folder = medium === 'big-image' || medium === 'image' ? 'images' : medium
        return xml('value', { form: medium }, [/^jr:/.test(file) ? file : `jr://${folder}/${file}`])
      })
      this.#put(language, id, [
        ...(text === '' && files.length > 0 ? [] : [xml('value', {}, this.#mixed(text, node))]),
        ...files,
      ])
    }
  }

  #put(language: string, id: string, values: readonly XmlElement[]): void {
    const texts = this.#table.get(language) ?? new Map<string, XmlElement[]>()
    texts.set(id, [...(texts.get(id) ?? []), ...values])
    this.#table.set(language, texts)
  }

  /** `<itext>`: the table with all that was entered until now. */
  translations(): XmlElement[] {
    if (this.#table.size === 0) return []
    const { default_language, language_names } = this.#settings
    const translations = Array.from(this.#table, ([language, texts]) =>
      xml(
        'translation',
        {
          lang: languageName(language, language_names as Record<string, string> | undefined),
          default: language === default_language ? 'true()' : undefined,
        },
        Array.from(texts, ([id, values]) => xml('text', { id }, values)),
      ),
    )
    return [xml('itext', {}, translations)]
  }

  /** A text with its holes as `<output>`. */
  #mixed(text: string, node: XNode | undefined): (XmlElement | string)[] {
    return text.split(/(\$\{[^}]*\})/).flatMap((piece): (XmlElement | string)[] => {
      const name = /^\$\{\s*([^}]*?)\s*\}$/.exec(piece)?.[1]
      const found = name === undefined ? undefined : this.#tree.find(name)
      if (found) return [xml('output', { value: pathFrom(found, node) })]
      return piece === '' ? [] : [piece]
    })
  }

  #in(texts: Texts, language: string): string {
    return texts[language] ?? this.inDefault(texts)
  }

  inDefault(texts: Texts): string {
    return texts[this.#settings.default_language] ?? Object.values(texts)[0] ?? ''
  }
}
