import { longestPattern } from './limits.ts'
import { isFound } from './pattern-matcher.ts'
import { Assembler } from './pattern-program.ts'
import { PatternReader } from './pattern-reader.ts'
import { ExpressionProblem } from './problem.ts'

/**
 * The patterns of `regex()`. They come from spreadsheets and meet texts that anybody can send, and JavaScript's own
 * matcher takes exponential time for patterns such as `(a+)+$`. So a pattern becomes a list of states here, and a text
 * is read once, with all possible states at the same time (Thompson 1968): time is at most text × states, whatever
 * the pattern. What cannot be matched that way, looking around and back-references, is refused by name.
 */
export interface Pattern {
  /** Whether the pattern fits anywhere in the text. `spend` is told how many states were looked at, and may throw. */
  test(text: string, spend: (steps: number) => void): boolean
}

/**
 * Reads a pattern: JavaScript's syntax without looking around and back-references, with `(?i)` at the beginning for
 * "upper and lower case alike". `at` is where it stands in the expression. Throws `ExpressionProblem('bad_pattern')`.
 */
export function compilePattern(source: string, at: number): Pattern {
  if (source.length > longestPattern)
    throw new ExpressionProblem(
      'bad_pattern',
      at,
      source.slice(0, 20),
      `The pattern is longer than ${longestPattern} characters`,
    )
  const states = new Assembler(at, source).assemble(new PatternReader(source, at).whole())
  return { test: (text, spend) => isFound(states, text, spend) }
}

/** Whether a pattern says where the text begins and ends; if not, it fits any text that contains it. */
export function isAnchored(source: string): boolean {
  const body = source.replace(/^\(\?i\)/, '')
  return body.startsWith('^') && /(?:^|[^\\])(?:\\\\)*\$$/.test(body)
}
