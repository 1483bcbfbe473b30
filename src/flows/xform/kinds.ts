import type { NodeSource } from '../form-source.ts'

/** How a kind of question stands in an XForm: its data type, its control, and what the device fills in by itself. */
export interface XKind {
  readonly type: string
  /** The element in the body; undefined where nobody is asked. */
  readonly control?: 'input' | 'select1' | 'select' | 'odk:rank' | 'range' | 'upload' | 'trigger'
  readonly mediatype?: string
  readonly readonly?: true
  readonly preload?: readonly [how: string, what: string]
}

const kinds: Readonly<Record<string, XKind>> = {
  text: { type: 'string', control: 'input' },
  integer: { type: 'int', control: 'input' },
  decimal: { type: 'decimal', control: 'input' },
  select_one: { type: 'string', control: 'select1' },
  select_multiple: { type: 'string', control: 'select' },
  rank: { type: 'odk:rank', control: 'odk:rank' },
  range: { type: 'decimal', control: 'range' },
  date: { type: 'date', control: 'input' },
  time: { type: 'time', control: 'input' },
  dateTime: { type: 'dateTime', control: 'input' },
  geopoint: { type: 'geopoint', control: 'input' },
  geotrace: { type: 'geotrace', control: 'input' },
  geoshape: { type: 'geoshape', control: 'input' },
  image: { type: 'binary', control: 'upload', mediatype: 'image/*' },
  audio: { type: 'binary', control: 'upload', mediatype: 'audio/*' },
  video: { type: 'binary', control: 'upload', mediatype: 'video/*' },
  file: { type: 'binary', control: 'upload', mediatype: 'application/*' },
  osm: { type: 'binary', control: 'upload', mediatype: 'osm/*' },
  note: { type: 'string', control: 'input', readonly: true },
  acknowledge: { type: 'string', control: 'trigger' },
  barcode: { type: 'barcode', control: 'input' },
  calculate: { type: 'string' },
  hidden: { type: 'string' },
  start: { type: 'dateTime', preload: ['timestamp', 'start'] },
  end: { type: 'dateTime', preload: ['timestamp', 'end'] },
  today: { type: 'date', preload: ['date', 'today'] },
  deviceid: { type: 'string', preload: ['property', 'deviceid'] },
  username: { type: 'string', preload: ['property', 'username'] },
  phonenumber: { type: 'string', preload: ['property', 'phonenumber'] },
  email: { type: 'string', preload: ['property', 'email'] },
  simserial: { type: 'string', preload: ['property', 'simserial'] },
  subscriberid: { type: 'string', preload: ['property', 'subscriberid'] },
  audit: { type: 'binary' },
  'start-geopoint': { type: 'geopoint' },
  'background-geopoint': { type: 'geopoint' },
  'background-audio': { type: 'binary' },
}

/** The kind of a question; what no chat can ask by the type that it came with. */
export function xKindOf(node: NodeSource): XKind {
  const original = originalType(node)
  const kind = (Object.hasOwn(kinds, original) ? kinds[original] : kinds[node.type]) ?? kinds.text!
  if (node.type !== 'range') return kind
  const numbers = Array.from(
    (node.parameters ?? '').matchAll(/(?:start|end|step)\s*=\s*([^\s,;]+)/g),
    ([, number]) => number!,
  )
  return numbers.every((number) => /^-?\d+$/.test(number)) ? { ...kind, type: 'int' } : kind
}

/** `geotrace`, `start-geopoint` …: the type as written, in one spelling; '' for kinds of ours. */
export function originalType(node: NodeSource): string {
  return (node.extra?.type ?? '')
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-')
}

/** A list that stands beside the form in a file of its own. */
export function isExternalList(node: NodeSource): boolean {
  return /^(csv|xml)-external$/.test(originalType(node))
}
