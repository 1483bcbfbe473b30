import { readOneChoice } from './kinds/choice-one.ts'
import { readChoices } from './kinds/choices.ts'
import { readCountBySex } from './kinds/count-by-sex.ts'
import { readDate } from './kinds/date.ts'
import { readDecimal } from './kinds/decimal.ts'
import { readInteger } from './kinds/integer.ts'
import { readMoneyIdr } from './kinds/money-idr.ts'
import { readMonth } from './kinds/month.ts'
import { readPercent } from './kinds/percent.ts'
import { readPerson } from './kinds/person.ts'
import { readPhone } from './kinds/phone.ts'
import { readQuantityUnit } from './kinds/quantity-unit.ts'
import { readRegion } from './kinds/region.ts'
import { readText } from './kinds/text.ts'
import { readTime } from './kinds/time.ts'
import { readYesno } from './kinds/yesno.ts'
import type { ChoiceOption, ReadContext, Reading, RegionOption } from './types.ts'

export const readKinds = [
  'yesno',
  'integer',
  'decimal',
  'money_idr',
  'percent',
  'date',
  'month',
  'time',
  'count_by_sex',
  'choice',
  'choices',
  'phone',
  'quantity_unit',
  'region',
  'person',
  'text',
] as const

export type ReadKind = (typeof readKinds)[number]

export interface ReadAnyContext extends ReadContext {
  readonly choices?: readonly ChoiceOption[]
  readonly regions?: readonly RegionOption[]
  readonly within?: string
}

/** Reads a reply as any kind; what `kentongan read KIND` prints. Never throws. */
export function read(kind: ReadKind, text: string, ctx: ReadAnyContext): Reading<unknown> {
  switch (kind) {
    case 'yesno':
      return readYesno(text, ctx)
    case 'integer':
      return readInteger(text, ctx)
    case 'decimal':
      return readDecimal(text, ctx)
    case 'money_idr':
      return readMoneyIdr(text, ctx)
    case 'percent':
      return readPercent(text, ctx)
    case 'date':
      return readDate(text, ctx)
    case 'month':
      return readMonth(text, ctx)
    case 'time':
      return readTime(text, ctx)
    case 'count_by_sex':
      return readCountBySex(text, ctx)
    case 'choice':
      return readOneChoice(text, ctx.choices ?? [], ctx)
    case 'choices':
      return readChoices(text, ctx.choices ?? [], ctx)
    case 'phone':
      return readPhone(text, ctx)
    case 'quantity_unit':
      return readQuantityUnit(text, ctx)
    case 'region':
      return readRegion(text, ctx.regions ?? [], ctx, ctx.within)
    case 'person':
      return readPerson(text, ctx)
    case 'text':
      return readText(text, ctx)
  }
}
