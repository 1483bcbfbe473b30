import { basename } from 'node:path'
import { referDocument, registerDocument } from '../app/register-document.ts'
import { documentKinds, documentStates } from '../domain/documents.ts'
import type { Json } from '../lib/json.ts'
import { UsageProblem } from '../lib/problem.ts'
import type { DocumentObject } from '../store/documents.ts'
import { defineCommand } from './command.ts'
import { readInput } from './input.ts'
import { numberFrom } from './meeting-options.ts'
import { withServices } from './with-services.ts'

export const command = defineCommand({
  usage: 'KIND REGION --title TEXT --on DATE [--file FILE | --link URL]',
  help: `
KIND is one of ${documentKinds.map(({ code }) => code).join(', ')}; REGION a code, or * for all.

  --title TEXT        what it is; --on DATE its date
  --number TEXT       as written on it: 289/KEP/HK/2023
  --file FILE         PDF, .docx, .xlsx, JPEG or PNG up to 20 MB, kept with the data; --link URL where it lies elsewhere
  --body              it belongs to the Pokja or Forum of the kabupaten
  --state STATE       ${documentStates.join(', ')}; default: konsep
  --signed-by TEXT    "Name, position"; may be repeated; it is signed then
  --replaces ID       it is the next version of that entry
  --meeting ID, --recommendation ID   what it belongs to`,
  words: { min: 2, max: 2 },
  options: {
    title: { type: 'string' },
    on: { type: 'string' },
    number: { type: 'string' },
    file: { type: 'string' },
    link: { type: 'string' },
    body: { type: 'boolean' },
    state: { type: 'string' },
    'signed-by': { type: 'string', multiple: true },
    replaces: { type: 'string' },
    meeting: { type: 'string' },
    recommendation: { type: 'string' },
  },
  run: (context) => {
    const { options } = context
    const [kind, regionCode] = context.words as [string, string]
    if (options.title === undefined || options.on === undefined)
      throw new UsageProblem('"kentongan document add" needs --title TEXT and --on DATE.')
    const signers = options['signed-by'] ?? []
    const wanted = options.state ?? (signers.length > 0 ? 'ditandatangani' : 'konsep')
    const state = documentStates.find((s) => s === wanted)
    if (!state) throw new UsageProblem(`"${wanted}" is no state: choose ${documentStates.join(', ')}.`)
    const replacesId = numberFrom(options.replaces, '--replaces')
    const about = referencesFrom(options)
    const file =
      options.file === undefined ? undefined : { bytes: readInput(options.file), name: basename(options.file) }
    return withServices(context, async (services) => {
      const by = { now: context.clock.now(), actor: 'cli' }
      const document = await registerDocument(
        services,
        {
          kind,
          regionCode,
          title: options.title!,
          datedOn: options.on!,
          number: options.number ?? '',
          ofBody: options.body === true,
          state,
          signers,
          ...(options.link !== undefined && { link: options.link }),
          ...(file && { file }),
          ...(replacesId !== undefined && { replacesId }),
        },
        by,
      )
      for (const one of about) await referDocument(services, document.id, one, by)
      context.print(
        document as unknown as Json,
        `Document ${document.id}: ${document.title}, version ${document.version}.`,
      )
      return 0 as const
    })
  },
})

export function referencesFrom(options: {
  readonly meeting?: string | undefined
  readonly recommendation?: string | undefined
}): readonly { readonly object: DocumentObject; readonly id: number }[] {
  return (['meeting', 'recommendation'] as const).flatMap((object) => {
    const id = numberFrom(options[object], `--${object}`)
    return id === undefined ? [] : [{ object, id }]
  })
}
