import type { Question } from '../../flows/form.ts'
import type { QuestionType } from '../../flows/form-source.ts'
import type { Json } from '../../lib/json.ts'
import { acknowledge } from './acknowledge.ts'
import { audio } from './audio.ts'
import { audit } from './audit.ts'
import { barcode } from './barcode.ts'
import { calculate } from './calculate.ts'
import { countBySex } from './count-by-sex.ts'
import { date } from './date.ts'
import { dateTime } from './date-time.ts'
import { decimal } from './decimal.ts'
import { deviceid } from './deviceid.ts'
import { end } from './end.ts'
import { file } from './file.ts'
import { geopoint } from './geopoint.ts'
import { hidden } from './hidden.ts'
import { image } from './image.ts'
import { integer } from './integer.ts'
import type { Kind, Showing } from './kind.ts'
import { moneyIdr } from './money-idr.ts'
import { month } from './month.ts'
import { note } from './note.ts'
import { percent } from './percent.ts'
import { person } from './person.ts'
import { phone } from './phone.ts'
import { phonenumber } from './phonenumber.ts'
import { quantityUnit } from './quantity-unit.ts'
import { range } from './range.ts'
import { rank } from './rank.ts'
import { region } from './region.ts'
import { selectMultiple } from './select-multiple.ts'
import { selectOne } from './select-one.ts'
import { start } from './start.ts'
import { text } from './text.ts'
import { time } from './time.ts'
import { today } from './today.ts'
import { username } from './username.ts'
import { video } from './video.ts'
import { yesno } from './yesno.ts'

export { mostPhotos } from './image.ts'
export type { AnswerInput, Kind, Read, Showing } from './kind.ts'

/** Every kind of question, by its type: a type without a kind does not compile. */
export const kinds: Readonly<Record<QuestionType, Kind>> = {
  text,
  integer,
  decimal,
  select_one: selectOne,
  select_multiple: selectMultiple,
  rank,
  range,
  date,
  time,
  dateTime,
  geopoint,
  image,
  audio,
  video,
  file,
  note,
  acknowledge,
  calculate,
  hidden,
  barcode,
  start,
  end,
  today,
  deviceid,
  username,
  phonenumber,
  audit,
  yesno,
  money_idr: moneyIdr,
  count_by_sex: countBySex,
  percent,
  month,
  phone,
  quantity_unit: quantityUnit,
  region,
  person,
}

export function kindOf(type: QuestionType): Kind {
  return kinds[type]
}

interface Shows {
  showing(question: Question): Showing
}

/** A value in words, for recaps and "masih …?". */
export function showValue(shows: Shows, { node }: { readonly node: Question }, value: Json): string | undefined {
  // a voice note may stand for any text
  return kindOf(node.type).show(value, shows.showing(node)) || undefined
}

/** A value in words where saying it back helps to see a wrong reading. */
export function echoValue(shows: Shows, place: { readonly node: Question }, value: Json): string | undefined {
  return kindOf(place.node.type).echoed ? showValue(shows, place, value) : undefined
}
