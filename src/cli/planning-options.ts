import { type PlanningStep, planningStepWords, readPlanningStep } from '../domain/planning.ts'
import { UsageProblem } from '../lib/problem.ts'

/** `musrenbangcam:2026`: a step of the planning cycle and its budget year. Throws `UsageProblem`. */
export function planningStepFrom(text: string): { readonly step: PlanningStep; readonly budgetYear: number } {
  const read = readPlanningStep(text)
  if (!read)
    throw new UsageProblem(
      `"${text}" is no step of the planning cycle with its budget year, such as musrenbangcam:2026; steps are ${planningStepWords.map(({ code }) => code).join(', ')}.`,
    )
  return read
}
