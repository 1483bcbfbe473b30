import { pairsOf } from '../cells.ts'
import { type Findings, placeOf } from '../findings.ts'
import type { NodeSource } from '../form-source.ts'
import { didYouMean } from '../suggest.ts'

/** What XLSForm knows as parameters of each kind, and our own. */
const parametersOf: Readonly<Partial<Record<string, readonly string[]>>> = {
  range: ['start', 'end', 'step', 'tick_interval', 'placeholder', 'tick_labelset'],
  select_one: ['randomize', 'seed', 'value', 'label'],
  select_multiple: ['randomize', 'seed', 'value', 'label'],
  rank: ['randomize', 'seed', 'value', 'label'],
  image: ['max-pixels', 'app'],
  audio: ['quality'],
  text: ['rows'],
  date: ['want'],
  month: ['want'],
  dateTime: ['want'],
  geopoint: ['allow-mock-accuracy', 'capture-accuracy', 'warning-accuracy', 'incremental'],
  hidden: ['allow-mock-accuracy', 'capture-accuracy', 'warning-accuracy', 'incremental', 'quality'],
  audit: [
    'location-priority',
    'location-min-interval',
    'location-max-age',
    'track-changes',
    'track-changes-reasons',
    'identify-user',
  ],
}

/** The parameters of a question by name, each one checked. */
export function readParameters(written: NodeSource, findings: Findings): Record<string, string> {
  return Object.fromEntries(
    pairsOf(written.parameters).flatMap(({ name, value }) => {
      if (name !== undefined) {
        checkParameter(written, name, value, findings)
        return [[name, value]]
      }
      findings.error(
        'bad_parameter',
        `The parameter "${value}" of "${written.name}" is not written name=value.`,
        placeOf(written, 'parameters'),
      )
      return []
    }),
  )
}

/** A parameter that nobody knows would be left out silently, and a scale without numbers has no end. */
function checkParameter(written: NodeSource, name: string, value: string, findings: Findings): void {
  const known = parametersOf[written.type] ?? []
  if (!known.includes(name.toLowerCase()))
    findings.warn(
      'unknown_parameter',
      `The parameter "${name}" of "${written.name}" is not used.${didYouMean(name, known)}`,
      placeOf(written, 'parameters'),
    )
  if (written.type === 'range' && ['start', 'end', 'step'].includes(name) && !Number.isFinite(Number(value || 'x')))
    findings.error(
      'bad_parameter',
      `The parameter "${name}" of "${written.name}" must be a number, not "${value}".`,
      placeOf(written, 'parameters'),
    )
}
