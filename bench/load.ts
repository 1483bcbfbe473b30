// How long a large form takes from the bytes of its workbook to a form that runs: `node bench/load.ts ROWS`. Prints one
// line of JSON.
import { compileForm } from '../src/flows/compile.ts'
import type { NodeSource } from '../src/flows/form-source.ts'
import { readForm } from '../src/flows/read-form.ts'
import { writeXlsForm } from '../src/flows/xlsform/write.ts'

const rows = Number(process.argv[2] ?? 592)
const workbook = writeXlsForm({
  settings: { form_id: 'besar', form_title: { id: 'Besar' }, version: '1', default_language: 'id' },
  survey: Array.from({ length: rows }, (_, i): NodeSource => {
    const label = { id: `Pertanyaan ${i + 1}: berapa jumlah keluarga penerima bantuan di desa ini bulan lalu?` }
    const name = `q${i + 1}`
    if (i % 12 === 11) return { type: 'calculate', name, calculation: `\${q${i}} + \${q${i - 1}} * 2` }
    return {
      type: 'integer',
      name,
      label,
      ...(i % 3 === 2 && { relevant: `\${q${i}} > 5 and \${q${i - 1}} < 100` }),
      ...(i % 4 === 1 && { constraint: '. >= 0 and . < 1000', constraint_message: { id: 'Antara 0 dan 1000.' } }),
    }
  }),
  choices: {},
  entities: [],
})
const took: number[] = []
const cpu: number[] = []
for (let i = 0; i < 5; i++) {
  const from = performance.now()
  const used = process.cpuUsage()
  const read = readForm(workbook)
  if (!('source' in read)) throw new Error(read.findings.map((f) => f.message).join('; '))
  const compiled = compileForm(read.source)
  if (!('form' in compiled)) throw new Error(compiled.findings.map((f) => f.message).join('; '))
  const { user, system } = process.cpuUsage(used)
  took.push(performance.now() - from)
  cpu.push((user + system) / 1_000)
}
// the first is what `flow install` waits for; a service loads when it is warm
console.log(
  JSON.stringify({
    rows,
    firstMs: Math.round(took[0]!),
    cpuFirstMs: Math.round(cpu[0]!),
    warmMs: Math.round(Math.min(...took)),
  }),
)
