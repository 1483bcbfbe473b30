import { withoutCorrection, withoutHedges } from './amount.ts'
import { findMentions, type Mentions } from './mentions.ts'
import { monthOf } from './months.ts'
import { ask, type QuestionKind } from './questions.ts'
import { asksBack, isPolite, prepare, saysPending, saysUnknown, withoutPoliteness } from './reply.ts'
import { wordSet } from './similar.ts'
import type { Token } from './text.ts'
import type { Ask, ReadContext } from './types.ts'

/** What dates and months share: tokens, the days and months named in them, and the replies that name none. */
export function readMentions(
  text: string,
  ctx: ReadContext,
  kind: QuestionKind,
): Ask | (Mentions & { readonly tokens: readonly Token[]; readonly approximate: boolean }) {
  const reply = prepare(text, ctx)
  if (typeof reply === 'string') return ask(ctx, kind, reply)
  if (reply.tokens.length === 0) return ask(ctx, kind, 'empty')
  if (asksBack(reply.tokens)) return ask(ctx, kind, 'asked_back')
  const named = withoutPoliteness(withoutNames(reply.all), ctx.lexicon)
  const { tokens, approximate } = withoutHedges(withoutCorrection(named))
  const found = findMentions(tokens, ctx.referenceOn)
  if (found.mentions.length === 0 && found.strayNumbers.length === 0 && (saysUnknown(tokens) || saysPending(tokens)))
    return ask(ctx, kind, 'not_known')
  if (hasRestriction(tokens))
    return ask(ctx, kind, found.mentions.length + found.strayNumbers.length > 0 ? 'restricted' : 'unclear')
  return { ...found, tokens, approximate }
}

const restrictions = wordSet(
  'tapi atau kecuali bukan belum tidak antara asal kalau kalo klo jika apabila beberapa belasan puluhan lupa mar paling selambat selambatnya',
)
const hasRestriction = (tokens: readonly Token[]) =>
  tokens.some(
    (t, i) =>
      restrictions.has(t.text) &&
      !(t.text === 'mar' && (tokens[i - 1]?.kind === 'number' || tokens[i + 1]?.kind === 'number')),
  )

/** "di rumah pak Agus": a name, not August. */
function withoutNames(all: readonly Token[]): Token[] {
  return all.filter((token, i) => {
    if (token.kind !== 'word' || !monthOf(token.low) || i < 2) return true
    return !(all[i - 1]!.kind === 'word' && isPolite(all[i - 1]!) && beforeNames.has(all[i - 2]!.text))
  })
}
const beforeNames = wordSet('rumah dengan sama oleh dari di ke kepada bersama')
