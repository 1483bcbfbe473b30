import { withoutCounts } from '../counted-labels.ts'
import { isDeniedTrouble, withoutDenied, withoutFine } from '../denied.ts'
import { isElsewhere } from '../elsewhere.ts'
import { withoutCorrection } from '../hedges.ts'
import { isGenericBeside, orLikely, scan, scanNamed } from '../match.ts'
import { indexOptions, isContent, type OptionIndex } from '../match-index.ts'
import type { Hit } from '../match-numbers.ts'
import { likePart } from '../misspelt.ts'
import { ask } from '../questions.ts'
import { asksBack, isPolite, prepare, saysPending, saysUnknown } from '../reply.ts'
import { wordSet } from '../similar.ts'
import { otherSources, tellersOf, withoutExcuse, withoutStories } from '../stories.ts'
import { changed, isOneOf, type Token } from '../text.ts'
import type { ChoiceOption, ReadContext, Reading } from '../types.ts'
import { askWhich, exactOption, opensWithSalah } from './choice.ts'
import {
  endsPart,
  foreignBefore,
  isAside,
  isGround,
  isTakenBack,
  lacksSkill,
  people,
  restrictions,
  separators,
  unable,
  unreadPart,
  withoutSubjects,
} from './choices-beside.ts'
import { withoutFrames, withoutOrder, withoutQuarrellers } from './choices-frames.ts'
import { onePhrase, withoutPurpose, withoutVictims } from './choices-phrases.ts'
import { isTalk } from './choices-talk.ts'

/** The codes of all options a reply names, in the order of the list: "1,3 dan 5", "dana sama cuaca". */
export function readChoices(
  said: string,
  offered: readonly ChoiceOption[],
  ctx: ReadContext,
): Reading<readonly string[]> {
  const { text, options } = withoutCounts(said, offered)
  const index = indexOptions(options, ctx.lexicon)
  const reply = prepare(text, ctx, index.offersLater ? 'told' : undefined)
  if (typeof reply === 'string') return ask(ctx, 'choices', reply)
  const exact = exactOption(reply.text, options, index)
  if (exact) return { value: [exact.code] }
  if (asksBack(reply.all)) return ask(ctx, 'choices', 'asked_back')
  const excused = withoutExcuse(joinDoubled(reply.all), options, index)
  const corrected = opensWithSalah(excused, index) ? excused : withoutCorrection(excused)
  const { tokens: framed, announced } = withoutFrames(withoutQuarrellers(corrected, options, index))
  const settle = (part: readonly Token[], hits: readonly Hit[]) => {
    const { rest } = withoutFine(part, options, index)
    const own = withoutPurpose(part, withoutVictims(part, withoutSubjects(part, hits), options))
    return rest.length === part.length ? own : own.filter((hit) => rest.includes(part[hit.start]!))
  }
  const told = withoutStories(withoutDenied(framed, options, index, true), options, index, settle)
  const { rest: all, only: onlyFine, found: seen } = withoutFine(told, options, index)
  if (onlyFine && scanNamed(all, options, index, true).hits.length === 0)
    return askWhich(ctx, options, [], 'restricted', 'choices')
  if (meansAll(all))
    return index.none >= 0 || options.length === 0 || index.others >= 0
      ? askWhich(ctx, options, [], 'unclear', 'choices')
      : { value: options.map((o) => o.code) }
  const found = orLikely(seen ?? scanNamed(all, options, index, true), all, index)
  const { badNumber, strayNumber, used, rivals } = found
  const listed = withLikeParts(
    all,
    withoutEnumeration(
      all,
      withoutOrder(all, withoutPurpose(all, withoutVictims(all, withoutSubjects(all, found.hits), options))),
    ),
    index,
  )
  const hits = withoutSum(all, listed)
  if (hits === undefined) return askWhich(ctx, options, [], 'unclear', 'choices')
  if (badNumber) return askWhich(ctx, options, [], 'out_of_range', 'choices')
  const chosen = new Set(chosenOf(all, hits, index))
  if (chosen.size === 0) {
    if (rivals.length > 1) return askWhich(ctx, options, rivals, 'several_match', 'choices')
    return askWhich(
      ctx,
      options,
      [],
      saysUnknown(all) || saysPending(all) ? 'not_known' : reply.tokens.length === 0 ? 'empty' : 'no_match',
      'choices',
    )
  }
  if (
    isDeniedTrouble(all, hits, options, index) ||
    isTakenBack(all, hits) ||
    isTalk(excused, all === excused ? found.hits : scan(excused, options, index, true).hits, index)
  )
    return askWhich(ctx, options, [...chosen], 'restricted', 'choices')
  if (wasOnce(all) || isElsewhere(reply.tokens, true))
    return askWhich(ctx, options, [...chosen], 'restricted', 'choices')
  if (endsWithAll(all)) return askWhich(ctx, options, [], 'restricted', 'choices')
  if (index.none >= 0 && chosen.has(index.none) && chosen.size > 1)
    return askWhich(ctx, options, [...chosen], 'restricted', 'choices')
  if (
    all.some(
      (token, i) => !used.has(i) && ((restrictions.has(token.text) && !isWarning(all, i, hits)) || isOthers(all, i)),
    )
  )
    return askWhich(ctx, options, [], 'restricted', 'choices')
  const settled = hits.filter((hit) => chosen.has(hit.option))
  if (settled.some((hit) => isGenericBeside(all, hit, used, index)))
    return askWhich(ctx, options, [], 'restricted', 'choices')
  // "Dana kami ambil dari ADD"
  const isDoubtful = (hit: Hit) => hit.doubtful || isGround(all, hit, used)
  const isSure = (option: number) => settled.some((hit) => hit.option === option && !isDoubtful(hit))
  const doubtful = settled.find((hit) => isDoubtful(hit) && !isSure(hit.option))
  if (doubtful) return askWhich(ctx, options, [doubtful.option], 'unclear', 'choices')
  const phrase = onePhrase(all, settled, options, index.none < 0 && !index.isSources)
  if (phrase) return askWhich(ctx, options, phrase, 'several_match', 'choices')
  if (specifies(all, settled)) return askWhich(ctx, options, [...chosen], 'unclear', 'choices')
  if (strayNumber) return askWhich(ctx, options, [], 'unclear', 'choices')
  if (mislabelled(all, hits)) return askWhich(ctx, options, [], 'several_match', 'choices')
  if (isRange(all)) return askWhich(ctx, options, [], 'range', 'choices')
  if (negates(all, hits, used, index)) return askWhich(ctx, options, [], 'restricted', 'choices')
  if (ambiguousPoliteness(all, hits, chosen)) return askWhich(ctx, options, [...chosen], 'unclear', 'choices')
  const named = settled.filter((hit) => hit.option !== index.none)
  const kept = new Set(reply.tokens)
  if (index.isProblems && lacksSkill(all, named)) return askWhich(ctx, options, [...chosen], 'unclear', 'choices')
  if (
    index.isProblems &&
    foreignBefore(all, named, kept, (token, option) => tellersOf(token, options).includes(option))
  )
    return askWhich(ctx, options, [...chosen], 'unclear', 'choices')
  const lain = index.others
  // "bukan dana, yang lain": which other?
  if (chosen.size === 1 && chosen.has(lain) && corrected.some((token) => token.text === 'bukan'))
    return askWhich(ctx, options, [], 'unclear', 'choices')
  if (index.isProblems && !chosen.has(lain) && otherTrouble(all, used))
    return askWhich(ctx, options, [...chosen], 'partly_read', 'choices')
  if (index.isSources && !chosen.has(lain) && all.some((token, i) => !used.has(i) && otherSources.has(token.low)))
    return askWhich(ctx, options, [...chosen], 'partly_read', 'choices')
  const unread = unreadPart(all, hits, kept, index.isProblems)
  // "lainnya, sinyal susah"
  if (unread !== undefined && !chosen.has(lain))
    return ask(
      ctx,
      'choices',
      'partly_read',
      `"${unread}" masuk yang mana, {sapaan}? Mohon ditulis semua pilihannya dengan nomor, contoh: 1, 3.`,
    )
  if (announced !== undefined && announced !== chosen.size && announced !== settled.length)
    return askWhich(ctx, options, [...chosen], 'unclear', 'choices')
  const sorted = [...chosen].sort((a, b) => a - b)
  return { value: sorted.map((i) => options[i]!.code) }
}

/** "dua duanya", "sama sama", typed in two. */
function joinDoubled(tokens: readonly Token[]): readonly Token[] {
  const whole = (i: number) =>
    tokens[i + 1]?.low === 'duanya' && tokens[i]?.text === 'dua'
      ? 'keduanya'
      : tokens[i]?.low === 'sama' && tokens[i + 1]?.low === 'sama'
        ? 'bersama'
        : undefined
  return changed(tokens, (token, i) => {
    const word = whole(i)
    if (word) return { ...token, text: word, low: word }
    return i > 0 && whole(i - 1) ? undefined : token
  })
}

/** Options meant, after "tidak ada alat" in a list of problems has been understood as: alat. */
function chosenOf(tokens: readonly Token[], hits: readonly Hit[], index: OptionIndex): number[] {
  // "pembeli kurang, modal juga tidak ada"; where it is said twice, each may be of the other
  const also = hits.filter((hit) => hit.option === index.none).length === 1
  const isNone = (hit: Hit) => hit.option === index.none && hit.by === 'phrase' && tokens[hit.start]!.kind === 'word'
  return hits
    .filter((hit) => {
      // "penyuluh, sudah lama tidak ada yang datang"
      if (isNone(hit) && tokens[hit.end]?.text === 'yang' && hits.some((other) => other.end <= hit.start)) return false
      if (!isNone(hit) || !index.isProblems || tokens[hit.end - 1]?.text !== 'ada') return true
      return !hits.some((other) => {
        if (isNone(other)) return false
        // "alat pertanian tidak ada", "belum ada kesepakatan lahan": a lack of what is named in the same breath
        const between = other.start >= hit.end ? tokens.slice(hit.end, other.start) : tokens.slice(other.end, hit.start)
        return (
          between.length <= 2 &&
          between.every(
            (token) =>
              (also && token.text === 'juga') ||
              (token.kind === 'word' && !separators.has(token.text) && isContent(token)),
          )
        )
      })
    })
    .map((hit) => hit.option)
}

/** "uang dan pendampingan, jangan cuma disuruh buat laporan": how it is wished for. */
const isWarning = (tokens: readonly Token[], i: number, hits: readonly Hit[]): boolean =>
  (tokens[i]!.text === 'janji' && tokens.some((token, k) => token.text === 'jangan' && isWarning(tokens, k, hits))) ||
  (tokens[i]!.text === 'jangan' &&
    (tokens[i + 1]?.text === 'cuma' || tokens[i + 1]?.text === 'sampai') &&
    (tokens[i - 1]?.text === ',' || tokens[i - 1]?.text === '.') &&
    hits.length > 0 &&
    hits.every((hit) => hit.end < i) &&
    !tokens.slice(i).some((token) => token.text === 'tapi' || token.text === 'atau'))

/** "1, 2 dan lain2" where no option is called so. */
const isOthers = (tokens: readonly Token[], i: number) =>
  tokens[i]!.text === 'lain' && separators.has(tokens[i - 1]?.text ?? '')

const allWords = wordSet('semua keduanya')
const meansAll = (tokens: readonly Token[]) => {
  const content = tokens.filter((token) => token.kind !== 'mark' && !isPolite(token) && token.text !== 'saja')
  return content.length === 1 && allWords.has(content[0]!.text)
}

/** "dulu dana, sekarang cuaca" */
const wasOnce = (tokens: readonly Token[]) =>
  once.has(tokens[0]?.text ?? '') ||
  (isSeason(tokens, 'lalu') && isSeason(tokens, 'ini')) ||
  (onceWords.has(tokens[0]?.text ?? '') && tokens.some((token) => token.text === 'sekarang'))
const isSeason = (tokens: readonly Token[], when: string) =>
  tokens.some((token, i) => token.text === 'musim' && tokens[i + 1]?.text === when)
const once = wordSet('dulu dulunya tadinya awalnya mulanya')
const onceWords = wordSet('kemarin sebelumnya tadi')

/** "hujan terus jalan putus": a second trouble that is no option, in one breath. */
const otherTrouble = (tokens: readonly Token[], used: ReadonlySet<number>) =>
  tokens.some(
    (token, i) =>
      !used.has(i) &&
      (troubles.has(token.text) || (token.text === 'jalan' && brokenRoad.has(tokens[i + 1]?.text ?? ''))),
  )
const troubles = wordSet('jembatan listrik sinyal')
const brokenRoad = wordSet('putus rusak jelek hancur longsor')

/** "dana, bibit, semua" names more than it says. */
const endsWithAll = (tokens: readonly Token[]) => {
  const last = tokens.findLast((token) => token.kind !== 'mark' && !isPolite(token))
  const at = last ? tokens.indexOf(last) : -1
  const before = tokens[at - 1]
  return last?.text === 'semua' && before !== undefined && separators.has(before.text)
}

/** "1. Dana, 2. Pasar": numbers in a row, each before a name of its own, count the answers; they choose nothing. */
function withoutEnumeration(tokens: readonly Token[], hits: readonly Hit[]): readonly Hit[] {
  const numbers = hits.filter((hit) => hit.by === 'number').sort((a, b) => a.start - b.start)
  const each = numbers.every((hit) => {
    let next = hit.end
    while (tokens[next]?.text === '.' || tokens[next]?.text === ')') next++
    return hits.some((other) => other.by === 'phrase' && other.start === next)
  })
  return each && numbers.length > 1 && numbers.every((hit, i) => hit.option === i)
    ? hits.filter((hit) => hit.by !== 'number')
    : hits
}

/** "air bersih dan wisata, dua itu": how many were named, and no option; undefined where as many were not. */
function withoutSum(tokens: readonly Token[], hits: readonly Hit[]): readonly Hit[] | undefined {
  const sum = hits.find(
    (hit) => hit.by === 'number' && tokens[hit.start]?.kind === 'word' && tokens[hit.end]?.text === 'itu',
  )
  if (!sum) return hits
  const named = new Set(hits.flatMap((hit) => (hit.by === 'number' ? [] : [hit.option])))
  if (named.size === 0) return hits
  return named.size === sum.option + 1 ? hits.filter((hit) => hit !== sum) : undefined
}

/** "dna, cuca, hma": a part of the list in which nothing was named, but one word is a likely misspelling. */
function withLikeParts(tokens: readonly Token[], hits: readonly Hit[], index: OptionIndex): readonly Hit[] {
  const added: Hit[] = []
  let start = 0
  for (let i = 0; i <= tokens.length; i++) {
    const token = tokens[i]
    if (token && !endsPart(tokens, i) && token.text !== 'sama' && token.text !== 'dengan') continue
    if (i > start && !hits.some((hit) => hit.start < i && hit.end > start)) {
      const option = likePart(tokens.slice(start, i), index)
      if (option !== undefined) added.push({ option, start, end: i, by: 'likeness' })
    }
    start = i + 1
  }
  return added.length > 0 ? [...hits, ...added] : hits
}

/** "1 cuaca" where 1 is dana: the number or the word? */
const mislabelled = (tokens: readonly Token[], hits: readonly Hit[]) => {
  if (!hits.some((hit) => hit.by === 'number')) return false
  // "1 dan 2. dana belum cair dan hujan": the same ones twice
  const by = (way: Hit['by']) => new Set(hits.flatMap((hit) => (hit.by === way ? [hit.option] : [])))
  const [numbered, named] = [by('number'), by('phrase')]
  if (numbered.size > 1 && numbered.size === named.size && [...numbered].every((option) => named.has(option)))
    return false
  return hits.some((hit) => {
    if (hit.by !== 'number') return false
    let next = hit.end
    while (tokens[next]?.text === '.' || tokens[next]?.text === ')') next++
    const named = hits.filter((other) => other.by === 'phrase' && other.start === next)
    return named.length > 0 && named.every((other) => other.option !== hit.option)
  })
}

/** "1 - 2 - 5" is a list. */
const isDashed = (tokens: readonly Token[]) =>
  tokens.filter(
    (token, i) => token.text === '-' && tokens[i - 1]?.kind === 'number' && tokens[i + 1]?.kind === 'number',
  ).length > 1

/** "1 sampai 4", "1-4": which of them is not said. */
const isRange = (tokens: readonly Token[]) =>
  tokens.some(
    (token, i) =>
      (token.text === 'sampai' || (token.text === '-' && !isDashed(tokens))) &&
      tokens[i - 1]?.kind === 'number' &&
      (tokens[i + 1]?.kind === 'number' || (tokens[i + 1]?.text === 'nomor' && tokens[i + 2]?.kind === 'number')),
  )

/**
 * "tidak perlu dana". In a list of problems a lack is the answer ("dana belum cair", "tidak ada alat"); elsewhere a
 * negation outside a match takes it back.
 */
function negates(
  tokens: readonly Token[],
  hits: readonly Hit[],
  used: ReadonlySet<number>,
  index: OptionIndex,
): boolean {
  if (index.isProblems) return false
  return tokens.some((token, i) => {
    // "pelatihan, alat nanti saja"
    if ((token.text === 'nanti' || (token.text === 'kemarin' && index.none >= 0)) && !used.has(i)) return true
    if (used.has(i) || (token.text !== 'tidak' && token.text !== 'belum')) return false
    // "gotong royong saja, tidak ada uang"
    if (
      index.isSources &&
      tokens[i + 1]?.text === 'ada' &&
      moneys.has(tokens[i + 2]?.text ?? '') &&
      i + 3 >= tokens.length
    )
      return false
    return (hits.some((hit) => hit.start > i) || i > 0) && !isReason(tokens, hits, i)
  })
}

const moneys = wordSet('uang dana')

/** "pelatihan + alat, anak muda di sini belum mengerti": of whom it is said, in a part of its own behind what was named. */
function isReason(tokens: readonly Token[], hits: readonly Hit[], at: number): boolean {
  const pause = tokens.findLastIndex((token, i) => i < at && (token.text === ',' || token.text === '.'))
  if (pause < 1 || hits.length === 0 || !hits.every((hit) => hit.end <= pause)) return false
  const own = tokens.slice(pause + 1, at)
  return (
    own.some((token) => isOneOf(people, token)) &&
    unable.has((tokens[at + 1]?.text === 'pada' ? tokens[at + 2] : tokens[at + 1])?.text ?? '') &&
    !tokens.slice(pause).some((token) => takesBack.has(token.text))
  )
}
const takesBack = wordSet('perlu butuh mau minta pakai setuju lain itu semua tapi atau kecuali')

/**
 * "pelatihan, khususnya mesin jahit", "alat, kami masih pinjam uang": another option in a part that only explains. Part of
 * what was named before, or a second thing?
 */
const specifies = (tokens: readonly Token[], settled: readonly Hit[]) =>
  tokens.some((token, i) => {
    const explains = token.text === 'khususnya' || token.text === 'terutama'
    if (!explains && !opensAside.has(token.text)) return false
    const behind = separators.has(tokens[i - 1]?.text ?? '') || tokens[i - 1]?.text === '.'
    if (!explains && !behind) return false
    const stop = tokens.findIndex((other, k) => k > i && separators.has(other.text))
    const end = stop < 0 ? tokens.length : stop
    if (!explains && !isAside(tokens.slice(i, end))) return false
    const before = new Set(settled.flatMap((hit) => (hit.end <= i ? [hit.option] : [])))
    return before.size > 0 && settled.some((hit) => hit.start > i && hit.start < end && !before.has(hit.option))
  })
const opensAside = wordSet('sekarang kami kita katong kitong saya beta')

/** "izin pak, dana": a permission asked out of politeness, or the option Izin? */
const ambiguousPoliteness = (tokens: readonly Token[], hits: readonly Hit[], chosen: ReadonlySet<number>) =>
  chosen.size > 1 &&
  hits.some((hit) => {
    const next = tokens[hit.end]
    return (
      hit.start === 0 &&
      hit.end === 1 &&
      isPolite(tokens[0]!) &&
      next !== undefined &&
      (isPolite(next) || next.text === ',')
    )
  })
