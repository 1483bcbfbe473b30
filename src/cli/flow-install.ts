import { basename, dirname } from 'node:path'
import { installOwnForm } from '../app/install-form.ts'
import { checkForm } from '../flows/check.ts'
import { UsageProblem } from '../lib/problem.ts'
import { withAttachedFiles } from './attached-files.ts'
import { defineCommand } from './command.ts'
import { readInput } from './input.ts'
import { withServices } from './with-services.ts'

export const command = defineCommand({
  usage: 'FILE [--files DIR] [--level desa|kecamatan]',
  help: `
  --files DIR    where the lists are that the form takes from files (.csv, .geojson, .xml); default: beside the form
  --level LEVEL  who fills it in: a village (default, unless the form says it) or a kecamatan

Installs a form for rounds: "kentongan round create … --form ID" asks it. A form of the same id becomes its next version;
conversations that have begun keep the one they began with ("kentongan flow move" moves them).`,
  words: { min: 1, max: 1 },
  options: { files: { type: 'string' }, level: { type: 'string' } },
  run: (context) => {
    const { files, level } = context.options
    if (level !== undefined && level !== 'desa' && level !== 'kecamatan')
      throw new UsageProblem(`--level takes desa or kecamatan, not "${level}".`)
    const file = context.words[0]!
    const { source, form, findings } = checkForm(readInput(file), basename(file).replace(/\.[^.]*$/, ''))
    const first = findings.find((finding) => finding.level === 'error')
    if (!source || !form)
      throw new UsageProblem(
        `"${file}"${first?.row === undefined ? '' : ` (row ${first.row})`} cannot be installed: ${first?.message ?? 'it is no form.'} "kentongan flow check" lists all.`,
      )
    const attached = withAttachedFiles(source, files ?? dirname(file))
    if (attached.missing.length > 0)
      throw new UsageProblem(
        `"${file}" takes choices from ${attached.missing.map((name) => `"${name}"`).join(', ')}, which ${attached.missing.length === 1 ? 'is' : 'are'} not in "${files ?? dirname(file)}".`,
      )
    const settings = { ...attached.source.settings, ...(level !== undefined && { level }) }
    return withServices(context, async (services) => {
      const installed = await installOwnForm(services, { ...attached.source, settings }, 'cli')
      const { name, number, isNew } = installed
      const lists = Object.keys(attached.source.files ?? {})
      const remarks = findings.length === 0 ? '' : ` "kentongan flow check" has ${findings.length} remarks about it.`
      context.print(
        { form: name, version: number, installed: isNew, lists },
        isNew ? `Installed ${name}, version ${number}.${remarks}` : `${name} is there already, as version ${number}.`,
      )
      return 0 as const
    })
  },
})
