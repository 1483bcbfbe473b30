import { childHints } from './harm-child.ts'
import { coercionHints } from './harm-coercion.ts'
import { moneyHints } from './harm-money.ts'
import { sexualHints } from './harm-sexual.ts'
import { shyChildHints, shyCoercionHints, shyMoneyHints, shySexualHints, shyViolenceHints } from './harm-told-shyly.ts'
import { threatHints, violenceHints } from './harm-violence.ts'

// What hints at harm. A row is one hint. In a hint, words in capitals are groups of harm.ts; "di:" is the passive, "me:" the
// active, "pe:" the noun of a verb; "a|b" is either; ".." lets up to four words stand between, and without it the next word
// follows at once (little words apart); "&" joins what may stand anywhere in the same sentence; what follows "!" takes the
// alarm away where it stands near. A denial ("tidak ada …") and talk about harm ("sosialisasi …") do so by themselves.

export const harmHints = {
  anak: [...childHints, ...shyChildHints],
  seksual: [...sexualHints, ...shySexualHints],
  kekerasan: [...violenceHints, ...shyViolenceHints],
  uang: [...moneyHints, ...shyMoneyHints],
  paksaan: [...coercionHints, ...shyCoercionHints],
  ancaman: threatHints,
} as const

/** With these a threat is coercion. */
export const coercing =
  'setuju tanda ttd teken ikut pilih coblos lapor bicara jual lepas diam usir diusir dicoret dipecat diberhentikan bantuan blt pkh nama supaya cerita protes tanahnya omong melapor bersaksi keluar dikeluarkan'
