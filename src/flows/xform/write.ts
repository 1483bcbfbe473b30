import { writeXml, type XmlElement, xml } from '../../lib/xml.ts'
import type { FormSource } from '../form-source.ts'
import { odkForm } from '../odk-form.ts'
import { bindMeta, writeAnswers } from './answers.ts'
import { bindNode } from './binds.ts'
import { writeControl } from './body.ts'
import { writeEntities } from './entities.ts'
import { writeLists } from './lists.ts'
import { Model } from './model.ts'
import { entitySpace, spacesOf } from './spaces.ts'
import { XTexts } from './texts.ts'
import { Tree } from './tree.ts'
import type { XForm } from './xform.ts'

interface XFormOptions {
  /** The name of the answers' top element; default: the setting `name`, else `data`. */
  readonly root?: string
}

/**
 * Writes a form as the XForm that ODK Collect, ODK Web Forms and Enketo run: what pyxform would make of the workbook
 * that we write, by https://getodk.github.io/xforms-spec/. One way: chat fields have no place there. The form must be
 * one that compiles.
 */
export function writeXForm(written: FormSource, { root }: XFormOptions = {}): string {
  const { source, aliases } = odkForm(written)
  const tree = new Tree(source, aliases, root)
  const form: XForm = {
    source,
    tree,
    spaces: spacesOf(source),
    texts: new XTexts(source, tree),
    model: new Model(tree),
  }
  return writeXml(writeDocument(form))
}

function writeDocument(form: XForm): XmlElement {
  const { source, tree, spaces, texts, model } = form
  // binds, actions and texts come up in all of these, and are written when they are complete
  for (const node of tree.everyNode()) bindNode(node, form)
  const entities = writeEntities(form)
  bindMeta(form)
  const lists = writeLists(form)
  const body = tree.top.flatMap((node) => writeControl(node, form))
  const { form_id, form_title, default_language, style } = source.settings
  const hasEntities = entities.size > 0
  const entitiesVersion = source.entities.some(({ repeat }) => repeat !== undefined) ? '2025.1.0' : '2024.1.0'
  const versions = {
    'odk:xforms-version': '1.0.0',
    ...(hasEntities && { 'entities:entities-version': entitiesVersion }),
  }
  return xml('h:html', { ...spaces, ...(hasEntities && { 'xmlns:entities': entitySpace }) }, [
    xml('h:head', {}, [
      xml('h:title', {}, [form_title[default_language] ?? form_id]),
      xml('model', versions, [
        ...texts.translations(),
        xml('instance', {}, [writeAnswers(form, entities)]),
        ...lists,
        ...model.binds,
        ...writeSubmission(source),
        ...model.actions,
      ]),
    ]),
    xml('h:body', typeof style === 'string' ? { class: style } : {}, body),
  ])
}

/** Where and how the answers are sent. */
function writeSubmission({ settings }: FormSource): XmlElement[] {
  const { submission_url: action, public_key: key, auto_send, auto_delete } = settings
  const attributes = {
    ...(typeof action === 'string' && { action, method: 'post' }),
    ...(typeof key === 'string' && { base64RsaPublicKey: key }),
    ...(typeof auto_send === 'string' && { 'orx:auto-send': auto_send }),
    ...(typeof auto_delete === 'string' && { 'orx:auto-delete': auto_delete }),
  }
  return Object.keys(attributes).length === 0 ? [] : [xml('submission', attributes)]
}
