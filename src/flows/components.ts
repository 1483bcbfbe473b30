import type { Component, ComponentPart, Question } from './form.ts'
import type { QuestionType } from './form-source.ts'

/**
 * Compound answers are one question in a chat and several values in an expression or a table:
 * `count_by_sex hadir` has `hadir_total hadir_l hadir_p`, `quantity_unit hasil` has `hasil_jumlah hasil_satuan`.
 * The question's own name stands for the first of them.
 */
export const componentParts: Readonly<Partial<Record<QuestionType, readonly ComponentPart[]>>> = {
  count_by_sex: ['total', 'l', 'p'],
  quantity_unit: ['jumlah', 'satuan'],
}

/** The parts of a compound question in order, the one that the bare name means first; none for every other kind. */
export function componentsOf(question: Question): readonly Component[] {
  return (componentParts[question.type] ?? []).map((part) => ({ name: `${question.name}_${part}`, question, part }))
}
