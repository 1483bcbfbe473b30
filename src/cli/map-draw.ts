import { extname } from 'node:path'
import { writeAside } from '../app/document-writer.ts'
import { lighten } from '../app/pictures.ts'
import { zoneOf } from '../app/programme.ts'
import { digestRound } from '../app/round-digest.ts'
import { villageMap } from '../app/village-map.ts'
import { hasShapes } from '../domain/village-map.ts'
import { UsageProblem } from '../lib/problem.ts'
import { findProgramme } from '../store/programme.ts'
import { requireRound } from '../store/rounds.ts'
import { defineCommand } from './command.ts'
import { withServices } from './with-services.ts'
import { writeOutput } from './write-output.ts'

export const command = defineCommand({
  usage: 'KABUPATEN [--round ROUND] [--constraint CODE] [--shares] -o FILE.svg|.png [--force]',
  help: `
  --round ROUND       default: the newest open round, else the last
  --constraint CODE   which villages named this constraint, such as hama; without it: who has reported
  --shares            how much of each kecamatan has reported, with no village told apart: for the Pokja and for passing on
  -o FILE             .svg or .png, less than 100 KB; --force replaces a file that is there

Drawn from the outlines of "kentongan map import"; without them a square for each village, by kecamatan.`,
  words: { min: 1, max: 1 },
  options: {
    round: { type: 'string' },
    constraint: { type: 'string' },
    shares: { type: 'boolean' },
    output: { type: 'string', short: 'o' },
    force: { type: 'boolean' },
  },
  run: (context) => {
    const { output, constraint, shares, round: code, force = false } = context.options
    const type = extname(output ?? '').toLowerCase()
    if (output === undefined || (type !== '.svg' && type !== '.png'))
      throw new UsageProblem('"kentongan map draw" needs -o FILE.svg or FILE.png.')
    const [kabupatenCode = ''] = context.words
    return withServices(context, async (services) => {
      const { db } = services
      const kabupaten = (await findProgramme(db))?.kabupaten ?? {}
      if (kabupaten[kabupatenCode] === undefined)
        throw new UsageProblem(`"${kabupatenCode}" is no kabupaten here: ${Object.keys(kabupaten).join(', ')}.`)
      const round = code === undefined ? await digestRound(db) : await requireRound(db, code)
      if (!round) throw new UsageProblem('There is no round yet: make one with "kentongan round create".')
      const zone = await zoneOf(services, db, kabupatenCode)
      const map = await villageMap(
        services,
        db,
        { kabupatenCode, round, openly: shares !== true, ...(constraint !== undefined && { constraint }) },
        { texts: services.texts, language: 'id', zone },
        services.clock.now(),
      )
      const bytes =
        type === '.svg'
          ? Buffer.from((await import('../documents/draw-map.ts')).drawMap(map))
          : await lighten(await writeAside({ kind: 'map', map }))
      writeOutput(output, bytes, { force })
      context.print(
        { file: output, round: round.code, bytes: bytes.length, outlines: hasShapes(map) },
        `Wrote ${output}, ${Math.ceil(bytes.length / 1024)} KB${hasShapes(map) ? '' : ': squares, since there are no outlines ("kentongan map import")'}.`,
      )
      return 0 as const
    })
  },
})
