import fc from 'fast-check'

/**
 * Any expression of ODK's language over the answers of `referees.json`, by what it gives: small, odd, and mostly
 * meaningful, so that few are refused.
 */
type Kind = 'number' | 'text' | 'boolean' | 'nodes'

const texts = ["''", "'a'", "'Air'", "'apbd'", "'2'", "'abc abc'", "'2024-08-14'", "' x  y '", "'apbd add'", "'-2.5'"]
const numbers = ['0', '1', '2', '3', '0.5', '10', '-1', '2.5', '100', '42']
const paths = [
  '/data/umur',
  '/data/kosong',
  '/data/sumber',
  '/data/neg',
  '/data/teks',
  '/data/rep/persen',
  '/data/rep/nama',
  '/data/rep',
  '../umur',
  '../rep/persen',
  '/data/tidak_ada',
  '.',
  '..',
]

export const anyExpression = fc.letrec<Record<Kind | 'any', string>>((tie) => {
  const n = tie('number')
  const t = tie('text')
  const b = tie('boolean')
  const s = tie('nodes')
  const any = tie('any')
  const call = (name: string, ...parts: readonly fc.Arbitrary<string>[]) =>
    fc.tuple(...parts).map((written) => `${name}(${written.join(', ')})`)
  const joined = (sign: string, left: fc.Arbitrary<string>, right: fc.Arbitrary<string>) =>
    fc.tuple(left, right).map(([one, other]) => `${one} ${sign} ${other}`)
  const within = (inner: fc.Arbitrary<string>) => inner.map((one) => `(${one})`)
  const small = fc.constantFrom('0', '1', '2', '3', '-1')
  return {
    number: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom(...numbers),
      within(joined('+', n, n)),
      within(joined('-', n, n)),
      within(joined('*', n, n)),
      within(joined('div', n, n)),
      within(joined('mod', n, n)),
      call('number', any),
      call('int', any),
      call('round', n),
      call('round', n, fc.constantFrom('0', '1', '2')),
      call('floor', n),
      call('ceiling', n),
      call('abs', n),
      call('pow', n, fc.constantFrom('0', '1', '2', '-1')),
      call('sqrt', n),
      call('sum', s),
      call('count', s),
      call('count-non-empty', s),
      call('min', s),
      call('max', s),
      call('max', n, n),
      call('min', n, n, n),
      call('string-length', t),
      call('count-selected', t),
      call('if', b, n, n),
      call('position', fc.constant('..')),
      call('decimal-date-time', fc.constantFrom("'2024-08-14'", "'1970-01-01'", '/data/lahir')),
    ),
    text: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom(...texts),
      call('string', any),
      call('concat', any, any),
      call('concat', s),
      call('join', fc.constantFrom("', '", "''", "'-'"), s),
      call('join', fc.constantFrom("' '"), t, n),
      call('substr', t, small),
      call('substr', t, small, small),
      call('substring', t, fc.constantFrom('1', '2', '3'), small),
      call('substring-before', t, t),
      call('substring-after', t, t),
      call('translate', t, fc.constantFrom("'abc'", "'A'"), fc.constantFrom("'xyz'", "'123'")),
      call('normalize-space', t),
      call('selected-at', fc.constantFrom("'apbd add'", '/data/sumber', "'a'"), fc.constantFrom('0', '1', '2', '5')),
      call('if', b, t, t),
      call('coalesce', fc.oneof(s, t), fc.oneof(t, fc.constantFrom(...numbers))),
      call('format-date', fc.constantFrom("'2024-08-14'", '/data/lahir'), fc.constantFrom("'%Y-%m-%d'", "'%e/%n/%y'")),
    ),
    boolean: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom('true()', 'false()'),
      within(joined('=', any, any)),
      within(joined('!=', any, any)),
      within(joined('<', n, n)),
      within(joined('>=', any, n)),
      within(joined('and', b, b)),
      within(joined('or', b, b)),
      call('not', b),
      call('boolean', any),
      call('boolean-from-string', t),
      call('checklist', fc.constantFrom('1', '2', '-1'), fc.constantFrom('2', '3', '-1'), b, b),
      call('contains', t, t),
      call('starts-with', t, t),
      call('ends-with', t, t),
      call('selected', t, fc.constantFrom("'apbd'", "'a'", "'abc'", "'x'")),
      call('regex', t, fc.constantFrom("'^a'", "'[0-9]+'", "'^.{2,5}$'", "'b|c'")),
    ),
    nodes: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom(...paths),
      n.map((at) => `/data/rep[${at}]/persen`),
      b.map((is) => `/data/rep[${is}]/nama`),
      fc
        .tuple(fc.constantFrom('persen', 'nama', 'biaya'), fc.constantFrom('=', '!=', '<', '>'), fc.oneof(n, t))
        .map(([column, sign, value]) => `/data/rep[${column} ${sign} ${value}]/nama`),
    ),
    any: fc.oneof({ maxDepth: 4 }, n, t, b, s),
  }
}).any
