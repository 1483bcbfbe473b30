import type { NodeSource, QuestionType } from './form-source.ts'
import { questionTypes } from './form-source.ts'

/**
 * The type column as people fill it. Spreadsheets carry twenty years of spellings, so one table reads them all, for
 * YAML and XLSForm alike. What a chat cannot ask (a line on a map, a camera's exposure log) is kept as a hidden
 * question with its own type in `extra.type`, so that the form goes back out as it came.
 */
export type ReadType =
  | {
      readonly kind: 'question'
      readonly type: QuestionType
      readonly list?: string
      readonly orOther?: true
      /** The spelling to write back, where ours says less. */
      readonly original?: string
    }
  | {
      readonly kind: 'begin' | 'end'
      readonly type: 'group' | 'repeat'
      /** `begin loop over LIST`: the group once for every choice. */
      readonly loop?: string
      readonly original?: string
    }

/** Undefined when no spelling fits. Letter case, `_` and repeated blanks do not count. */
export function readType(spelling: string): ReadType | undefined {
  const text = spelling.trim().replace(/\s+/g, ' ')
  const key = plain(text)
  return readLoop(text) ?? readBracket(key) ?? readSelect(text) ?? readPlain(key, text)
}

/** The type as it is written into YAML and XLSForm. */
export function writeType(node: NodeSource): string {
  const original = node.extra?.type
  if (original !== undefined) return original
  if (node.loop !== undefined) return `loop over ${node.loop}`
  if (node.list === undefined) return node.type
  const fromFile = isFile(node.list) ? '_from_file' : ''
  return `${node.type}${node.type === 'rank' ? '' : fromFile} ${node.list}${node.or_other ? ' or_other' : ''}`
}

/** `desa.csv`: the choices come from an attached file, not from the form's own lists. */
export function isFile(list: string): boolean {
  return /\.(csv|xml|geojson)$/i.test(list)
}

export function isSelect(type: string): boolean {
  return type === 'select_one' || type === 'select_multiple' || type === 'rank'
}

/** Kinds that nobody is asked. */
export const silentTypes: ReadonlySet<string> = new Set([
  'calculate',
  'hidden',
  'start',
  'end',
  'today',
  'deviceid',
  'username',
  'phonenumber',
  'audit',
])

const ours = new Set<string>(questionTypes)
const byPlain = new Map(questionTypes.map((type) => [plain(type), type]))

const aliases: ReadonlyMap<string, QuestionType> = new Map<string, QuestionType>([
  ...(['string', 'q string', 'add text prompt'] as const).map((name) => [name, 'text'] as const),
  ...(['int', 'q int', 'add integer prompt'] as const).map((name) => [name, 'integer'] as const),
  ...(['q decimal', 'add decimal prompt'] as const).map((name) => [name, 'decimal'] as const),
  ...(['q date', 'add date prompt'] as const).map((name) => [name, 'date'] as const),
  ...(['q time', 'add time prompt'] as const).map((name) => [name, 'time'] as const),
  ...(['date time', 'q date time', 'q datetime', 'add date time prompt', 'add datetime prompt'] as const).map(
    (name) => [name, 'dateTime'] as const,
  ),
  ...(['gps', 'location', 'q geopoint', 'q location', 'add location prompt', 'add geopoint prompt'] as const).map(
    (name) => [name, 'geopoint'] as const,
  ),
  ...(['photo', 'picture', 'q image', 'q picture', 'add image prompt', 'add photo prompt'] as const).map(
    (name) => [name, 'image'] as const,
  ),
  ...(['q audio', 'add audio prompt'] as const).map((name) => [name, 'audio'] as const),
  ...(['q video', 'add video prompt'] as const).map((name) => [name, 'video'] as const),
  ...(['add file prompt', 'q file'] as const).map((name) => [name, 'file'] as const),
  ...(['q note', 'add note prompt'] as const).map((name) => [name, 'note'] as const),
  ...(['trigger', 'q acknowledge', 'add acknowledge prompt'] as const).map((name) => [name, 'acknowledge'] as const),
  ...(['q barcode', 'add barcode prompt'] as const).map((name) => [name, 'barcode'] as const),
  ...(['q calculate', 'add calculate prompt', 'calculation'] as const).map((name) => [name, 'calculate'] as const),
  ...(['start time', 'get start time'] as const).map((name) => [name, 'start'] as const),
  ...(['end time', 'get end time'] as const).map((name) => [name, 'end'] as const),
  ...(['get today'] as const).map((name) => [name, 'today'] as const),
  ...(['device id', 'get device id', 'imei'] as const).map((name) => [name, 'deviceid'] as const),
  ...(['get phone number'] as const).map((name) => [name, 'phonenumber'] as const),
])

/** Kinds that mean more in ODK than the nearest of ours: the spelling is kept. */
const keptAliases: ReadonlyMap<string, QuestionType> = new Map<string, QuestionType>([
  ['phone number', 'phone'],
  ['percentage', 'percent'],
  ['number of days in last month', 'integer'],
  ['number of days in last six months', 'integer'],
  ['number of days in last year', 'integer'],
])

/** What no chat can ask or know. */
const notForChat = new Set([
  'geotrace',
  'geoshape',
  'start geopoint',
  'background geopoint',
  'background audio',
  'csv external',
  'xml external',
  'osm',
  'simserial',
  'sim id',
  'get sim id',
  'subscriberid',
  'subscriber id',
  'get subscriber id',
  'email',
  'uri:subscriberid',
  'uri:phonenumber',
  'uri:simserial',
  'uri:deviceid',
  'uri:username',
  'uri:email',
])

function readLoop(text: string): ReadType | undefined {
  const list = /^(?:begin[ _])?loop over (\S+)$/i.exec(text)?.[1]
  if (list !== undefined) return { kind: 'begin', type: 'group', loop: list }
  return /^end[ _]loop\b/i.test(text) ? { kind: 'end', type: 'group' } : undefined
}

function readBracket(key: string): ReadType | undefined {
  const match = /^(?:(begin|end) )?(group|repeat|lgroup|looped group)$/.exec(key)
  if (!match) return undefined
  const kind = match[1] === 'end' ? 'end' : 'begin'
  return { kind, type: match[2] === 'group' ? 'group' : 'repeat' }
}

const selectPatterns: readonly (readonly [RegExp, 'select_one' | 'select_multiple' | 'rank'])[] = [
  [/^(?:select[ _]one[ _](?:external|from[ _]file)|select[ _]one(?: from| using)?|select1|q select1)$/i, 'select_one'],
  [/^(?:add select one prompt using|add select1 prompt using)$/i, 'select_one'],
  [/^(?:select[ _]multiple[ _]from[ _]file|select[ _]multiple(?: from| using)?|q select)$/i, 'select_multiple'],
  [/^(?:select all that apply(?: from)?|add select multiple prompt using)$/i, 'select_multiple'],
  [/^rank$/i, 'rank'],
]

function readSelect(text: string): ReadType | undefined {
  const or = /^(.*?)[ _]or[ _](?:specify[ _])?other$/i.exec(text)
  const rest = or ? or[1]!.trim() : text
  const isBareFile = /^select[ _](?:one|multiple)[ _]from[ _]file$/i.test(rest)
  const cut = isBareFile ? -1 : rest.lastIndexOf(' ')
  // the words before the list's name; a bare `select_one` has its list in a column of its own
  const candidates =
    cut < 0
      ? [[rest, '']]
      : [
          [rest.slice(0, cut), rest.slice(cut + 1)],
          [rest, ''],
        ]
  for (const [words = '', list = ''] of candidates)
    for (const [pattern, type] of selectPatterns)
      if (pattern.test(words))
        return { kind: 'question', type, ...(list !== '' && { list }), ...(or && { orOther: true as const }) }
  return undefined
}

function readPlain(key: string, text: string): ReadType | undefined {
  if (ours.has(text)) return { kind: 'question', type: text as QuestionType }
  const type = byPlain.get(key) ?? aliases.get(key)
  if (type !== undefined) return { kind: 'question', type }
  const kept = keptAliases.get(key)
  if (kept !== undefined) return { kind: 'question', type: kept, original: text }
  if (notForChat.has(key) || /^osm \S/.test(key)) return { kind: 'question', type: 'hidden', original: text }
  return undefined
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[_\-\s]+/g, ' ')
    .trim()
}
