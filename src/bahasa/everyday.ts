import { addressWords } from './lexicon/names.ts'
import { wordSet } from './similar.ts'
import { isCommon } from './told-name.ts'

const addresses = wordSet(addressWords)

/** Nothing but words of every day, which a code of letters alone may look like: "boleh pak", "sekarang", "baik-baik". */
export function isEverydayTalk(text: string): boolean {
  if (/\d/.test(text)) return false
  const words = text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 2)
  return words.length > 0 && words.every((word) => isCommon(word) || addresses.has(word))
}
