import { type DataNode, evaluateBoolean } from '../flows/expressions/index.ts'
import type { Choice, Question } from '../flows/form.ts'
import { itemLabel } from './item-labels.ts'
import { ownList } from './own-lists.ts'
import { type Place, sharedItems } from './places.ts'
import { childText, type Turn } from './turn.ts'

/** A choice as it stands in this conversation: label in its language, holes filled. */
export interface OfferedChoice {
  readonly code: string
  readonly label: string
  readonly synonyms: readonly string[]
}

/** The choices of a question now: of its list, of a list handed in (`kegiatan.csv`), or of the items of a repeat. */
export function choicesFor(turn: Turn, place: Place<Question>): readonly OfferedChoice[] {
  const { list } = place.node
  if (list === undefined) return []
  const own = turn.form.choices.get(list)
  if (own && turn.placeList(list)) return fromInstance(turn, place, list)
  if (own) return fromList(turn, place, list, own)
  if (list.startsWith('${')) return fromRepeat(turn, place, list.slice(2, -1).trim())
  return fromInstance(turn, place, list)
}

function fromList(
  turn: Turn,
  place: Place<Question>,
  list: string,
  choices: readonly Choice[],
): readonly OfferedChoice[] {
  const all = listInWords(turn, place, choices)
  if (!place.node.choiceFilter) return all
  const rows = ownList(list, choices, turn.session.language).children()[0]!.children()
  return all.filter((_, index) => passes(turn, place, rows[index]!))
}

/** A whole list in the language of the conversation: the same array each time, so that readers index it only once. */
function listInWords(turn: Turn, place: Place<Question>, choices: readonly Choice[]): readonly OfferedChoice[] {
  const { language } = turn.session
  const known = listsInWords.get(choices)?.get(language)
  if (known) return known
  const scope = turn.scope(place)
  const labels = choices.map((choice) => choice.label.in(language))
  const list = choices.map(({ code, synonyms }, index) => ({ code, label: labels[index]!.render(scope), synonyms }))
  // labels with holes differ from one conversation to the next
  if (labels.every((label) => label.references.length === 0)) {
    const byLanguage = listsInWords.get(choices) ?? new Map<string, readonly OfferedChoice[]>()
    listsInWords.set(choices, byLanguage.set(language, list))
  }
  return list
}
const listsInWords = new WeakMap<readonly Choice[], Map<string, readonly OfferedChoice[]>>()

function fromInstance(turn: Turn, place: Place<Question>, file: string): OfferedChoice[] {
  const items =
    turn
      .instance(file.replace(/\.\w+$/, ''))
      ?.children()[0]
      ?.children() ?? []
  const isGeo = file.endsWith('.geojson')
  const { value = isGeo ? 'id' : 'name', label = isGeo ? 'title' : 'label' } = place.node.parameters
  return items.flatMap((item) => {
    const code = childText(item, value)
    if (code === '' || !passes(turn, place, item)) return []
    const synonyms = childText(item, 'sinonim')
    return [{ code, label: childText(item, label) || code, synonyms: synonyms === '' ? [] : synonyms.split('; ') }]
  })
}

/** The answers given to a question of a repeat, as ODK offers them; of the repeat itself its items by their names. */
function fromRepeat(turn: Turn, place: Place<Question>, name: string): OfferedChoice[] {
  const node = turn.form.byName.get(name)
  const offered: OfferedChoice[] = []
  if (node?.kind === 'question')
    turn.eachPlace(node, sharedItems(turn.layout, place.node, place.items, node), (at) => {
      const text = turn.node(at).text()
      if (text !== '' && !offered.some((other) => other.code === text))
        offered.push({ code: text, label: text, synonyms: [] })
    })
  if (node?.kind === 'repeat')
    turn.eachPlace(node, sharedItems(turn.layout, place.node, place.items, node), (at) => {
      for (const item of turn.items(node, at.items))
        offered.push({
          code: item,
          label: itemLabel(turn, turn.place(node, [...at.items, item])) || item,
          synonyms: [],
        })
    })
  return offered
}

function passes(turn: Turn, place: Place<Question>, item: DataNode): boolean {
  const { choiceFilter } = place.node
  if (!choiceFilter) return true
  const scope = turn.scope(place)
  return evaluateBoolean(choiceFilter, {
    node: item,
    current: scope.node,
    now: scope.now,
    zone: scope.zone,
    resolve: (name, from) => scope.resolve(name, from),
    instance: (id) => scope.instance(id),
    ...(scope.fields && { fields: scope.fields }),
  })
}
