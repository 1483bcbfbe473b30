import { writeXml, type XmlElement, xml } from '../../lib/xml.ts'
import { attachedLists } from '../attachments.ts'
import { expressionOfWord, isDynamic, no, yes } from '../cells.ts'
import type { ChoiceSource, EntitySource, FormSource, NodeSource, Texts } from '../form-source.ts'
import { odkForm } from '../odk-form.ts'
import { isFile, isSelect } from '../type-names.ts'
import { languagesOf } from '../walk-source.ts'
import { languageName } from '../xlsform/columns.ts'
import { isExternalList, originalType, xKindOf } from './kinds.ts'
import { type Names, pathFrom, withPaths, type XNode } from './references.ts'

/**
 * Writes a form as the XForm that ODK Collect, ODK Web Forms and Enketo run: what pyxform would make of the workbook
 * that we write, by https://getodk.github.io/xforms-spec/. One way: chat fields have no place there. The form must be
 * one that compiles.
 */
export function writeXForm(source: FormSource, options: XFormOptions = {}): string {
  return writeXml(new Writer(source, options).document())
}

interface XFormOptions {
  /** The name of the answers' top element; default: the setting `name`, else `data`. */
  readonly root?: string
}

const spaces = {
  xmlns: 'http://www.w3.org/2002/xforms',
  'xmlns:h': 'http://www.w3.org/1999/xhtml',
  'xmlns:ev': 'http://www.w3.org/2001/xml-events',
  'xmlns:xsd': 'http://www.w3.org/2001/XMLSchema',
  'xmlns:jr': 'http://openrosa.org/javarosa',
  'xmlns:orx': 'http://openrosa.org/xforms',
  'xmlns:odk': 'http://www.opendatakit.org/xforms',
} as const
const entitySpace = 'http://www.opendatakit.org/xforms/entities'
const firstLoad = 'odk-instance-first-load'
const newItem = 'odk-instance-first-load odk-new-repeat'

type Children = (XmlElement | string)[]
type Attributes = Record<string, string | undefined>

class Writer {
  readonly #source: FormSource
  readonly #names: Names
  readonly #root: string
  readonly #languages: readonly string[]
  readonly #top: readonly XNode[]
  readonly #below = new Map<XNode, readonly XNode[]>()
  readonly #byName = new Map<string, XNode>()
  readonly #binds: XmlElement[] = []
  /** Actions of the model, and those that belong inside a repeat or a question's control. */
  readonly #actions: XmlElement[] = []
  readonly #inside = new Map<XNode, XmlElement[]>()
  /** Language → id → forms of the text. */
  readonly #itext = new Map<string, Map<string, XmlElement[]>>()
  readonly #entities = new Map<XNode | undefined, XmlElement>()
  readonly #spaces: Attributes

  constructor(written: FormSource, { root }: XFormOptions) {
    const { source, aliases } = odkForm(written)
    this.#source = source
    const { name } = source.settings
    this.#root = root ?? (typeof name === 'string' && elementName.test(name) ? name : 'data')
    this.#names = { find: (one) => this.#byName.get(aliases.get(one) ?? one), root: this.#root }
    this.#languages = languagesOf(source)
    this.#spaces = { ...spaces, ...this.#ownSpaces() }
    this.#top = this.#nodes(source.survey, [], `/${this.#root}`)
  }

  document(): XmlElement {
    for (const node of this.#everyNode(this.#top)) this.#bind(node)
    for (const entity of this.#source.entities) this.#entity(entity)
    const instances = this.#instances()
    const body = this.#top.flatMap((node) => this.#control(node))
    const { form_title, default_language, style } = this.#source.settings
    const title = form_title[default_language] ?? this.#source.settings.form_id
    const version = this.#source.entities.some(({ repeat }) => repeat !== undefined) ? '2025.1.0' : '2024.1.0'
    const hasEntities = this.#entities.size > 0
    return xml('h:html', { ...this.#spaces, ...(hasEntities && { 'xmlns:entities': entitySpace }) }, [
      xml('h:head', {}, [
        xml('h:title', {}, [title]),
        xml('model', { 'odk:xforms-version': '1.0.0', ...(hasEntities && { 'entities:entities-version': version }) }, [
          ...this.#translations(),
          xml('instance', {}, [this.#answers()]),
          ...instances,
          ...this.#binds,
          ...this.#metaBinds(),
          ...this.#submission(),
          ...this.#actions,
        ]),
      ]),
      xml('h:body', typeof style === 'string' ? { class: style } : {}, body),
    ])
  }

  // the tree of answers

  #nodes(sources: readonly NodeSource[], parents: readonly XNode[], above: string): XNode[] {
    const nodes: XNode[] = []
    const add = (source: NodeSource) => {
      const node: XNode = { source, path: `${above}/${source.name}`, parents }
      nodes.push(node)
      const known = this.#byName.get(source.name)
      // a group may carry the name of a question inside it; the name then means the question
      if (!known || (known.source.questions && !source.questions)) this.#byName.set(source.name, node)
      if (source.questions) this.#below.set(node, this.#nodes(source.questions, [...parents, node], node.path))
    }
    for (const source of sources) {
      if (isExternalList(source) || source.type === 'audit') continue
      if (source.type !== 'repeat' || source.repeat_count === undefined || isReference(source.repeat_count)) {
        add(source)
        continue
      }
      // clients count by a node, not by an expression
      const taken = new Set([...sources.map(({ name }) => name), ...this.#byName.keys()])
      let name = `${source.name}_count`
      while (taken.has(name)) name += '_'
      add({ type: 'calculate', name, calculation: source.repeat_count, read_only: 'true' })
      add({ ...source, repeat_count: `\${${name}}` })
    }
    return nodes
  }

  #everyNode(nodes: readonly XNode[]): XNode[] {
    return nodes.flatMap((node) => [node, ...this.#everyNode(this.#below.get(node) ?? [])])
  }

  #paths(expression: string, context: XNode | undefined): string {
    return withPaths(expression, context, this.#names)
  }

  #answers(): XmlElement {
    const { form_id, version, instance_xmlns } = this.#source.settings
    const attributes = {
      ...(typeof instance_xmlns === 'string' && { xmlns: instance_xmlns }),
      id: form_id,
      version,
    }
    const nodes = this.#top.flatMap((node) => this.#answer(node, true))
    return xml(this.#root, attributes, [...nodes, this.#meta()])
  }

  /** `withTemplate`: what a new item of a repeat looks like stands once, in front of the first one. */
  #answer(node: XNode, withTemplate: boolean): XmlElement[] {
    const { source } = node
    const below = this.#below.get(node)
    const attributes = this.#extra(source, /^instance::/)
    if (!below) return [xml(source.name, attributes, this.#plainDefault(source))]
    const entity = this.#entities.get(node)
    const meta = entity ? [xml('meta', {}, [entity])] : []
    const inside = (template: boolean) => [...below.flatMap((child) => this.#answer(child, template)), ...meta]
    if (source.type === 'group') return [xml(source.name, attributes, inside(withTemplate))]
    const item = xml(source.name, attributes, inside(false))
    return withTemplate ? [xml(source.name, { ...attributes, 'jr:template': '' }, inside(true)), item] : [item]
  }

  #plainDefault({ default: value, type }: NodeSource): Children {
    if (value === undefined || value === '' || isDynamic(value, type)) return []
    return [type === 'image' && !/^jr:/.test(value) ? `jr://images/${value}` : value]
  }

  #meta(): XmlElement {
    const entity = this.#entities.get(undefined)
    return xml('meta', {}, [
      ...(this.#audit() ? [xml('audit')] : []),
      ...(entity ? [entity] : []),
      xml('instanceID'),
      ...(this.#instanceName() === undefined ? [] : [xml('instanceName')]),
    ])
  }

  #metaBinds(): XmlElement[] {
    const meta = `/${this.#root}/meta`
    const name = this.#instanceName()
    return [
      ...(this.#audit() ? [xml('bind', { nodeset: `${meta}/audit`, type: 'binary' })] : []),
      xml('bind', { nodeset: `${meta}/instanceID`, type: 'string', readonly: 'true()', 'jr:preload': 'uid' }),
      ...(name === undefined
        ? []
        : [xml('bind', { nodeset: `${meta}/instanceName`, type: 'string', calculate: this.#paths(name, undefined) })]),
    ]
  }

  #audit(): boolean {
    return this.#source.survey.some(({ type }) => type === 'audit')
  }

  #instanceName(): string | undefined {
    const { instance_name: name } = this.#source.settings
    return typeof name === 'string' && name.trim() !== '' ? name : undefined
  }

  // binds and actions

  #bind(node: XNode): void {
    const { source, path } = node
    const isGroup = this.#below.has(node)
    const kind = isGroup ? undefined : xKindOf(source)
    const { trigger, calculation } = source
    const triggers = Array.from((trigger ?? '').matchAll(/\$\{\s*([^}]*?)\s*\}/g), ([, name]) =>
      this.#names.find(name!),
    )
    const setBy =
      calculation === undefined ? [] : triggers.flatMap((one) => (one && this.#hasControl(one) ? [one] : []))
    for (const one of setBy) this.#setValue(one, 'xforms-value-changed', node, calculation!)
    if (source.default !== undefined && source.default !== '' && isDynamic(source.default, source.type)) {
      const repeat = node.parents.findLast(({ source: { type } }) => type === 'repeat')
      this.#setValue(repeat, repeat ? newItem : firstLoad, node, source.default)
    }
    if (originalType(source) === 'start-geopoint')
      this.#actions.push(xml('odk:setgeopoint', { event: firstLoad, ref: path }))
    if (originalType(source) === 'background-audio')
      this.#actions.push(xml('odk:recordaudio', { event: 'odk-instance-load', ref: path }))
    const constraint = expressionOf(source.constraint)
    const attributes: Attributes = {
      type: kind?.type,
      readonly: kind?.readonly ? 'true()' : this.#condition(node, source.read_only),
      required: isGroup ? undefined : this.#condition(node, source.required),
      'jr:requiredMsg': this.#message(node, 'jr:requiredMsg', source.required_message),
      relevant: this.#expression(node, source.relevant),
      constraint: this.#expression(node, constraint),
      'jr:constraintMsg':
        constraint === undefined ? undefined : this.#message(node, 'jr:constraintMsg', source.constraint_message),
      calculate: setBy.length > 0 ? undefined : this.#expression(node, calculation),
      'jr:preload': kind?.preload?.[0],
      'jr:preloadParams': kind?.preload?.[1],
      ...(source.save_to !== undefined && { 'entities:saveto': source.save_to.replace(/^.*#/, '') }),
      'orx:max-pixels': parameter(source, 'max-pixels'),
      ...this.#extra(source, /^bind::/, node),
    }
    if (isGroup && Object.values(attributes).every((value) => value === undefined)) return
    this.#binds.push(xml('bind', { nodeset: path, ...attributes }))
  }

  #hasControl({ source }: XNode): boolean {
    return source.questions === undefined && xKindOf(source).control !== undefined
  }

  /** `where`: the control or the repeat that the action stands in; undefined for the model. */
  #setValue(where: XNode | undefined, event: string, node: XNode, expression: string): void {
    const action = xml('setvalue', { event, ref: node.path, value: this.#paths(expression, node) })
    if (where) this.#inside.set(where, [...(this.#inside.get(where) ?? []), action])
    else this.#actions.push(action)
  }

  #expression(node: XNode, expression: string | undefined): string | undefined {
    const written = expressionOf(expression)
    return written === undefined ? undefined : this.#paths(written, node)
  }

  #condition(node: XNode, written: string | undefined): string | undefined {
    const word = written?.trim().toLowerCase()
    if (word === undefined || no.has(word)) return undefined
    return yes.has(word) ? 'true()' : this.#paths(written!, node)
  }

  /** Columns that other tools know, such as `bind::odk:length`; one whose prefix nobody declared would break the file. */
  #extra({ extra }: NodeSource, prefix: RegExp, node?: XNode): Attributes {
    const found: Attributes = {}
    for (const [header, value] of Object.entries(extra ?? {})) {
      const name = prefix.test(header) ? header.replace(prefix, '') : undefined
      if (name === undefined || !attributeName.test(name) || /^(nodeset|ref|type)$/.test(name)) continue
      const space = name.includes(':') ? name.split(':')[0]! : undefined
      if (space !== undefined && !Object.hasOwn(this.#spaces, `xmlns:${space}`)) continue
      found[name] = /\$\{/.test(value) ? this.#paths(value, node) : value
    }
    return found
  }

  #ownSpaces(): Attributes {
    const { namespaces } = this.#source.settings
    const pairs = Array.from(String(namespaces ?? '').matchAll(/([A-Za-z_][\w.-]*)\s*=\s*["']([^"']+)["']/g))
    return Object.fromEntries(pairs.map(([, prefix, uri]) => [`xmlns:${prefix}`, uri!]))
  }

  #submission(): XmlElement[] {
    const { submission_url: action, public_key: key, auto_send, auto_delete } = this.#source.settings
    const attributes = {
      ...(typeof action === 'string' && { action, method: 'post' }),
      ...(typeof key === 'string' && { base64RsaPublicKey: key }),
      ...(typeof auto_send === 'string' && { 'orx:auto-send': auto_send }),
      ...(typeof auto_delete === 'string' && { 'orx:auto-delete': auto_delete }),
    }
    return Object.keys(attributes).length === 0 ? [] : [xml('submission', attributes)]
  }

  // entities: what a report changes in a list, by https://getodk.github.io/xforms-spec/entities

  #entity(entity: EntitySource): void {
    const found =
      entity.repeat === undefined ? undefined : this.#byName.get(entity.repeat.replace(/^\$\{\s*|\s*\}$/g, ''))
    const repeat = found?.source.type === 'repeat' ? found : undefined
    // one entity of a place is all that the specification has
    if (this.#entities.has(repeat)) return
    const { list_name: list, entity_id, create_if, update_if, label } = entity
    const around = repeat ? [...repeat.parents, repeat] : []
    const meta = hidden('meta', `${repeat?.path ?? `/${this.#root}`}/meta`, around)
    const node = hidden('entity', `${meta.path}/entity`, [...around, meta])
    const part = (name: string) => hidden(name, `${node.path}/${name}`, [...around, meta, node])
    const calculated = (name: string, expression: string, type = 'string') => {
      const one = part(name)
      const calculate = this.#paths(expression, one)
      this.#binds.push(xml('bind', { nodeset: one.path, type, readonly: 'true()', calculate }))
    }
    const creates = create_if !== undefined || entity_id === undefined
    const updates = update_if !== undefined || (entity_id !== undefined && create_if === undefined)
    if (create_if !== undefined) calculated('@create', create_if)
    if (update_if !== undefined) calculated('@update', update_if)
    if (entity_id === undefined) this.#setValue(repeat, repeat ? newItem : firstLoad, part('@id'), 'uuid()')
    else calculated('@id', creates ? `coalesce(${entity_id}, once(uuid()))` : entity_id)
    if (entity_id !== undefined && updates)
      for (const [attribute, property] of [
        ['@baseVersion', '__version'],
        ['@trunkVersion', '__trunkVersion'],
        ['@branchId', '__branchId'],
      ] as const)
        calculated(attribute, `instance('${list}')/root/item[name = ${entity_id}]/${property}`)
    if (label !== undefined) calculated('label', label)
    const attributes = {
      dataset: list,
      id: '',
      ...(creates && { create: create_if === undefined ? '1' : '' }),
      ...(updates && {
        update: update_if === undefined ? '1' : '',
        baseVersion: '',
        trunkVersion: '',
        branchId: '',
      }),
    }
    this.#entities.set(repeat, xml('entity', attributes, label === undefined ? [] : [xml('label')]))
  }

  // lists

  #instances(): XmlElement[] {
    const files = new Map(attachedLists(this.#source))
    for (const { list_name, entity_id } of this.#source.entities)
      if (entity_id !== undefined && !Object.hasOwn(this.#source.choices, list_name) && !files.has(list_name))
        files.set(list_name, `${list_name}.csv`)
    return [
      ...Array.from(files, ([id, file]) =>
        xml('instance', { id, src: `jr://${file.endsWith('.csv') ? 'file-csv' : 'file'}/${file}` }),
      ),
      ...Object.entries(this.#source.choices).map(([list, choices]) => this.#list(list, choices)),
    ]
  }

  #list(list: string, choices: readonly ChoiceSource[]): XmlElement {
    const translated = this.#isTranslated(list)
    const items = choices.map((choice, i) => {
      const id = `${list}-${i}`
      const label = choice.label ?? { [this.#source.settings.default_language]: choice.name }
      if (translated) this.#addText(id, label, undefined, choice.media)
      return xml('item', {}, [
        ...(translated ? [xml('itextId', {}, [id])] : []),
        xml('name', {}, [choice.name]),
        ...(translated ? [] : [xml('label', {}, [this.#inDefault(label)])]),
        ...Object.entries(choice.columns ?? {}).flatMap(([column, value]) =>
          elementName.test(column) && !/^(itextId|name|label)$/.test(column) ? [xml(column, {}, [value])] : [],
        ),
      ])
    })
    return xml('instance', { id: list }, [xml('root', {}, items)])
  }

  #isTranslated(list: string): boolean {
    const choices = this.#source.choices[list] ?? []
    return choices.some(
      ({ label = {}, media }) =>
        media !== undefined ||
        Object.keys(label).length > 1 ||
        Object.values(label).some((text) => text.includes('${')),
    )
  }

  #itemset(node: XNode): XmlElement {
    const { list = '', choice_filter } = node.source
    const filter = expressionOf(choice_filter)
    const value = parameter(node.source, 'value')
    const label = parameter(node.source, 'label')
    const filtered = filter === undefined ? undefined : withPaths(filter, node, this.#names, true)
    if (list.startsWith('${')) return this.#itemsOfRepeat(node, list.slice(2, -1).trim(), filtered)
    const isGeo = list.endsWith('.geojson')
    const ownList = !isFile(list)
    const nodeset = `instance('${ownList ? list : list.replace(/\.\w+$/, '')}')/root/item${filtered === undefined ? '' : `[${filtered}]`}`
    return xml('itemset', { nodeset: this.#shuffled(node, nodeset) }, [
      xml('value', { ref: ownList ? 'name' : (value ?? (isGeo ? 'id' : 'name')) }),
      xml('label', {
        ref: ownList
          ? this.#isTranslated(list)
            ? 'jr:itext(itextId)'
            : 'label'
          : (label ?? (isGeo ? 'title' : 'label')),
      }),
    ])
  }

  /** The answers given in a repeat as choices. */
  #itemsOfRepeat(node: XNode, name: string, filter: string | undefined): XmlElement {
    const target = this.#names.find(name)
    const repeat =
      target?.source.type === 'repeat' ? target : target?.parents.findLast(({ source }) => source.type === 'repeat')
    if (!target || !repeat) return xml('itemset', { nodeset: `/${this.#root}/${name}` })
    const shown = target === repeat ? (this.#below.get(repeat) ?? []).find((one) => !one.source.questions) : target
    const ref = (shown ?? target).path.slice(repeat.path.length + 1)
    const nodeset = `${pathFrom(repeat, node)}[./${ref} != ''${filter === undefined ? '' : ` and (${filter})`}]`
    return xml('itemset', { nodeset: this.#shuffled(node, nodeset) }, [xml('value', { ref }), xml('label', { ref })])
  }

  #shuffled(node: XNode, nodeset: string): string {
    if (!yes.has(parameter(node.source, 'randomize')?.toLowerCase() ?? '')) return nodeset
    const seed = parameter(node.source, 'seed')
    return `randomize(${nodeset}${seed === undefined ? '' : `, ${this.#paths(seed, node)}`})`
  }

  // the body

  #control(node: XNode): XmlElement[] {
    const { source, path } = node
    const below = this.#below.get(node)
    const actions = this.#inside.get(node) ?? []
    const appearance = source.appearance
    const own = this.#extra(source, /^(?:body|control)::/, node)
    if (below) {
      const controls = below.flatMap((child) => this.#control(child))
      const label = this.#said(node, 'label', source.label)
      if (source.type === 'group')
        return controls.length === 0 ? [] : [xml('group', { ref: path, appearance, ...own }, [...label, ...controls])]
      const count = source.repeat_count && this.#paths(source.repeat_count, node)
      const repeat = xml('repeat', { nodeset: path, 'jr:count': count, appearance, ...own }, [...actions, ...controls])
      return [xml('group', { ref: path }, [...label, repeat])]
    }
    const kind = xKindOf(source)
    if (kind.control === undefined) return []
    const attributes: Attributes = {
      ref: path,
      mediatype: kind.mediatype,
      appearance,
      rows: kind.control === 'input' ? parameter(source, 'rows') : undefined,
      accuracyThreshold: parameter(source, 'capture-accuracy'),
      ...(kind.control === 'range' && rangeOf(source)),
      ...own,
    }
    return [
      xml(kind.control, attributes, [
        ...this.#said(node, 'label', source.label, source.media),
        ...this.#hint(node),
        ...(isSelect(source.type) ? [this.#itemset(node)] : []),
        ...actions,
      ]),
    ]
  }

  #hint(node: XNode): XmlElement[] {
    const guidance = this.#guidance(node.source)
    if (!guidance) return this.#said(node, 'hint', node.source.hint)
    const id = `${node.path}:hint`
    this.#addText(id, node.source.hint ?? {}, node)
    for (const language of this.#languages)
      this.#put(language, id, [xml('value', { form: 'guidance' }, this.#mixed(this.#in(guidance, language), node))])
    return [xml('hint', { ref: `jr:itext('${id}')` })]
  }

  #guidance({ extra }: NodeSource): Texts | undefined {
    const found: Record<string, string> = {}
    for (const [header, text] of Object.entries(extra ?? {})) {
      const [, language] = /^guidance[_ ]hint(?:\s*::\s*(.+))?$/i.exec(header) ?? []
      if (!/^guidance[_ ]hint\b/i.test(header)) continue
      const code = /\(([\w-]+)\)\s*$/.exec(language ?? '')?.[1] ?? language ?? this.#source.settings.default_language
      found[code] = text
    }
    return Object.keys(found).length > 0 ? found : undefined
  }

  // texts

  /** `<label>` or `<hint>`: the text itself where the form speaks one language, else by its id. */
  #said(node: XNode, element: 'label' | 'hint', texts: Texts | undefined, media?: NodeSource['media']): XmlElement[] {
    if (!texts && !media) return []
    if (this.#languages.length === 1 && !media)
      return [xml(element, {}, this.#mixed(this.#inDefault(texts ?? {}), node))]
    const id = `${node.path}:${element}`
    this.#addText(id, texts ?? {}, node, media)
    return [xml(element, { ref: `jr:itext('${id}')` })]
  }

  #message(node: XNode, kind: string, texts: Texts | undefined): string | undefined {
    if (!texts) return undefined
    const text = this.#inDefault(texts)
    if ((this.#languages.length === 1 || Object.keys(texts).length === 1) && !text.includes('${')) return text
    const id = `${node.path}:${kind}`
    this.#addText(id, texts, node)
    return `jr:itext('${id}')`
  }

  #addText(id: string, texts: Texts, node: XNode | undefined, media: NodeSource['media'] = {}): void {
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
    const texts = this.#itext.get(language) ?? new Map<string, XmlElement[]>()
    texts.set(id, [...(texts.get(id) ?? []), ...values])
    this.#itext.set(language, texts)
  }

  #translations(): XmlElement[] {
    if (this.#itext.size === 0) return []
    const { default_language, language_names } = this.#source.settings
    const translations = Array.from(this.#itext, ([language, texts]) =>
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
  #mixed(text: string, node: XNode | undefined): Children {
    return text.split(/(\$\{[^}]*\})/).flatMap((piece): Children => {
      const name = /^\$\{\s*([^}]*?)\s*\}$/.exec(piece)?.[1]
      const found = name === undefined ? undefined : this.#names.find(name)
      if (found) return [xml('output', { value: pathFrom(found, node) })]
      return piece === '' ? [] : [piece]
    })
  }

  #in(texts: Texts, language: string): string {
    return texts[language] ?? this.#inDefault(texts)
  }

  #inDefault(texts: Texts): string {
    return texts[this.#source.settings.default_language] ?? Object.values(texts)[0] ?? ''
  }
}

const elementName = /^[\p{L}_][\p{L}\p{N}_.-]*$/u
const attributeName = /^[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?$/

function isReference(expression: string): boolean {
  return /^\s*\$\{[^}]+\}\s*$/.test(expression)
}

function expressionOf(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : expressionOfWord(text)
}

function hidden(name: string, path: string, parents: readonly XNode[]): XNode {
  return { source: { type: 'hidden', name }, path, parents }
}

/** One of `name=value` pairs that blanks, commas or semicolons part. */
function parameter({ parameters }: NodeSource, name: string): string | undefined {
  for (const pair of (parameters ?? '').split(/[;,]|\s+(?=[\w-]+\s*=)/)) {
    const cut = pair.indexOf('=')
    if (cut > 0 && pair.slice(0, cut).trim().toLowerCase() === name) return pair.slice(cut + 1).trim()
  }
  return undefined
}

function rangeOf(source: NodeSource): Attributes {
  return {
    start: parameter(source, 'start') ?? '1',
    end: parameter(source, 'end') ?? '10',
    step: parameter(source, 'step') ?? '1',
  }
}
