import { basename } from 'node:path'
import { checkForm } from '../flows/check.ts'
import type { FormSource } from '../flows/form-source.ts'
import { writeXForm } from '../flows/xform/write.ts'
import { writeXlsForm } from '../flows/xlsform/write.ts'
import { writeYaml } from '../flows/yaml/write.ts'
import { UsageProblem } from '../lib/problem.ts'
import { defineCommand } from './command.ts'
import { readInput } from './input.ts'
import { writeOutput } from './write-output.ts'

const writers: Readonly<Record<string, (source: FormSource) => Uint8Array>> = {
  yaml: (source) => Buffer.from(writeYaml(source)),
  xlsform: writeXlsForm,
  xform: (source) => Buffer.from(writeXForm(source)),
}

export const command = defineCommand({
  usage: 'FILE --to yaml|xlsform|xform -o OUT [--force]',
  help: `
  --to KIND     yaml or xlsform: the same form, nothing lost; xform: what ODK's apps run, one way, our own kinds as the
                nearest of theirs
  -o OUT        the file to write
  --force       replace it when it is there

Reads forms of any kind, told by their content. A form with errors is not converted: "kentongan flow check" lists them.`,
  words: { min: 1, max: 1 },
  options: {
    to: { type: 'string' },
    output: { type: 'string', short: 'o' },
    force: { type: 'boolean' },
  },
  async run({ options, words, print, note }) {
    const { to, output: out } = options
    const write = to !== undefined && Object.hasOwn(writers, to) ? writers[to]! : undefined
    if (!write || to === undefined)
      throw new UsageProblem(`--to takes yaml, xlsform or xform${to === undefined ? '' : `, not "${to}"`}.`)
    if (out === undefined) throw new UsageProblem('-o says which file to write, such as "-o form.xlsx".')
    const file = words[0]!
    const { source, form, findings } = checkForm(readInput(file), basename(file).replace(/\.[^.]*$/, ''))
    const first = findings.find(({ level }) => level === 'error')
    if (!source || !form)
      throw new UsageProblem(
        `"${file}"${first?.row === undefined ? '' : ` (row ${first.row})`} cannot be converted: ${first?.message ?? 'it is no form.'}`,
      )
    const warnings = findings.length
    if (warnings > 0)
      note(`"kentongan flow check" has ${warnings} ${warnings === 1 ? 'remark' : 'remarks'} about this form.`)
    const bytes = write(source)
    writeOutput(out, bytes, { force: options.force === true })
    print({ file: out, to, form: form.id, version: form.version, bytes: bytes.length }, `Wrote ${out}.`)
    return 0 as const
  },
})
