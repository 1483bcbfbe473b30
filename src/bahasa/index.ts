// Reads what people type in Bahasa Indonesia and writes numbers, dates and forms of address. Pure functions without
// dependencies. The one principle: a value or a question, never a silent guess.

export { answerLikeCommands, type Command, type CommandWord, readCommand } from './commands.ts'
export { isEverydayTalk } from './everyday.ts'
export { type HarmCategory, noticeHarm } from './harm.ts'
export { type HouseCommand, readHouseCommand } from './house-commands.ts'
export { readOneChoice as readChoice } from './kinds/choice-one.ts'
export { readChoices } from './kinds/choices.ts'
export { readCountBySex } from './kinds/count-by-sex.ts'
export { readDate } from './kinds/date.ts'
export { readDecimal } from './kinds/decimal.ts'
export { readInteger } from './kinds/integer.ts'
export { readMoneyIdr } from './kinds/money-idr.ts'
export { readMonth } from './kinds/month.ts'
export { readPercent } from './kinds/percent.ts'
export { readPerson } from './kinds/person.ts'
export { readPhone } from './kinds/phone.ts'
export { readQuantityUnit } from './kinds/quantity-unit.ts'
export { readRegion } from './kinds/region.ts'
export { readText } from './kinds/text.ts'
export { readTime } from './kinds/time.ts'
export { readYesno } from './kinds/yesno.ts'
export { checkLocalWord, type LocalWord, type LocalWordKind, lexiconOf, localWordKinds } from './local-words.ts'
export { type NumberedAnswer, type NumberedSplit, splitNumbered } from './numbered.ts'
export { type ReadAnyContext, type ReadKind, read, readKinds } from './read.ts'
export type {
  Ask,
  AskOption,
  AskReason,
  ChoiceOption,
  CountBySex,
  Lexicon,
  Quantity,
  ReadContext,
  Reading,
  RegionOption,
} from './types.ts'
export { isAsk } from './types.ts'
export { unitFamily } from './units.ts'
export { formatDateLong, formatDateShort, formatDuration, formatMonth, formatRelative } from './write/dates.ts'
export { formatNumber, formatOrdinal, formatPercent, formatRupiah, spellNumber } from './write/numbers.ts'
export { type Addressee, addressOf, formatCountBySex, formatList } from './write/people.ts'
