import { indexOptions } from '../match-index.ts'
import { prepare } from '../reply.ts'
import { otherSources } from '../stories.ts'
import { type ChoiceOption, isAsk, type ReadContext, type Reading } from '../types.ts'
import { askWhich, readChoice } from './choice.ts'
import { readChoices } from './choices.ts'

/**
 * The one option a reply names, where it names no second thing beside it: "dana dan jembatan putus" in a list of problems or
 * needs, "dana desa sama pinjaman bank" in one of sources.
 */
export function readOneChoice(text: string, options: readonly ChoiceOption[], ctx: ReadContext): Reading<string> {
  const reading = readChoice(text, options, ctx)
  if (isAsk(reading)) return reading
  const index = indexOptions(options, ctx.lexicon)
  const at = options.findIndex((option) => option.code === reading.value)
  const second =
    (index.none >= 0 && leavesPart(text, options, ctx)) ||
    (index.isSources && !/^lain/i.test(options[at]!.label) && namesOther(text, ctx))
  return second ? askWhich(ctx, options, [at], 'restricted') : reading
}

function leavesPart(text: string, options: readonly ChoiceOption[], ctx: ReadContext): boolean {
  const several = readChoices(text, options, ctx)
  return isAsk(several) && several.ask === 'partly_read'
}

/** A source no list names, and not denied: "tidak pernah pinjam bank". */
function namesOther(text: string, ctx: ReadContext): boolean {
  const reply = prepare(text, ctx)
  if (typeof reply === 'string') return false
  return reply.all.some(
    (token, i) =>
      otherSources.has(token.low) && !reply.all.slice(Math.max(0, i - 4), i).some((before) => denials.has(before.text)),
  )
}
const denials = new Set(['tidak', 'belum', 'bukan', 'tanpa'])
