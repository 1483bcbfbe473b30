import { type ReadAnyContext, type ReadKind, read } from '../../src/bahasa/index.ts'

// The labelled replies of tests/bahasa, as its README describes them.

export interface CorpusLine {
  readonly kind: ReadKind
  readonly reply: string
  readonly expected: { readonly value?: unknown; readonly approximate?: true; readonly ask?: true }
  readonly context: ReadAnyContext
  readonly file: string
}

export type Verdict = 'right' | 'needless ask' | 'silently wrong'

interface CorpusContext {
  readonly ref?: string
  readonly want?: 'past' | 'future' | 'month'
  readonly choices?: string | ReadAnyContext['choices']
  readonly regions?: string | ReadAnyContext['regions']
  readonly within?: string
}

/** The lines of the named files, with their choice and region lists filled in. */
export function readCorpus(folder: URL, files: readonly string[], readFile: (url: URL) => string): CorpusLine[] {
  const choices = JSON.parse(readFile(new URL('choices.json', folder))) as Record<string, ReadAnyContext['choices']>
  const regions = JSON.parse(readFile(new URL('regions.json', folder))) as Record<string, ReadAnyContext['regions']>
  return files.flatMap((file) =>
    readFile(new URL(file, folder))
      .split('\n')
      .slice(1)
      .filter((line) => line.trim())
      .map((line) => {
        const [kind, reply, expected, context] = line.split('\t')
        const given = (context ? JSON.parse(context) : {}) as CorpusContext
        const list = typeof given.choices === 'string' ? choices[given.choices] : given.choices
        const places = typeof given.regions === 'string' ? regions[given.regions] : given.regions
        return {
          kind: kind as ReadKind,
          reply: reply!.replaceAll('\\n', '\n'),
          expected: JSON.parse(expected!) as CorpusLine['expected'],
          context: {
            referenceOn: given.ref ?? '2024-08-14',
            ...(given.want && { want: given.want }),
            ...(list && { choices: list }),
            ...(places && { regions: places }),
            ...(given.within && { within: given.within }),
          },
          file,
        }
      }),
  )
}

/** A wrong value is a defect, a needless question an inconvenience; so is a hedge that was not marked. */
export function judge({ kind, reply, expected, context }: CorpusLine): Verdict {
  const reading = read(kind, reply, context)
  if ('ask' in reading) return expected.ask ? 'right' : 'needless ask'
  if (expected.ask) return 'silently wrong'
  const same = JSON.stringify(reading.value) === JSON.stringify(expected.value)
  return same && (reading.approximate ?? false) === (expected.approximate ?? false) ? 'right' : 'silently wrong'
}
