import { defineCommand } from './command.ts'
import { enter } from './indicator-enter.ts'

export const command = defineCommand({
  usage: 'INDICATOR KABUPATEN|* PERIOD NUMBER [--because REASON]',
  help: `
  PERIOD            2024, 2024-S2 (half), 2024-Q3 or 2024-07
  --because REASON  why the target changes; wanted when there was one

Earlier targets and their reasons stay: "kentongan indicator history".`,
  words: { min: 4, max: 4 },
  options: { because: { type: 'string' } },
  run: (context) => enter(context, 'target', context.options.because ?? ''),
})
