import type { Finding } from './form.ts'
import type { ChoiceSource, NodeSource } from './form-source.ts'

/** Where somebody repairs it: sheet, row, column and the name of what stands there. */
export type FindingPlace = Partial<Pick<Finding, 'sheet' | 'row' | 'column' | 'name'>>

/** What was found while a form is read or compiled, in the order in which it was found. */
export class Findings {
  readonly #all: Finding[] = []

  error(code: string, message: string, place: FindingPlace): void {
    this.#all.push({ level: 'error', code, message, ...place })
  }

  warn(code: string, message: string, place: FindingPlace): void {
    this.#all.push({ level: 'warning', code, message, ...place })
  }

  errors(): Finding[] {
    return this.#all.filter(({ level }) => level === 'error')
  }

  warnings(): Finding[] {
    return this.#all.filter(({ level }) => level === 'warning')
  }

  /** All of them by sheet and row, as somebody repairs them. */
  inOrder(): Finding[] {
    const sheets = ['settings', 'survey', 'choices', 'entities']
    const sheetOf = (finding: Finding) => sheets.indexOf(finding.sheet ?? '')
    return this.#all.toSorted((a, b) => sheetOf(a) - sheetOf(b) || (a.row ?? 0) - (b.row ?? 0))
  }
}

/** A cell, as far as it is known, and the name of what stands in its row. */
export function cellAt(sheet: string, row?: number, column?: string, name?: string): FindingPlace {
  return {
    sheet,
    ...(row !== undefined && { row }),
    ...(column !== undefined && { column }),
    ...(name !== undefined && { name }),
  }
}

/** A column of a node's row. */
export function placeOf(node: NodeSource, column: string): FindingPlace {
  return cellAt(node.sheet ?? 'survey', node.row, column, node.name)
}

/** A column of a choice's row. */
export function choicePlace(choice: ChoiceSource, column: string): FindingPlace {
  return cellAt(choice.sheet ?? 'choices', choice.row, column, choice.name)
}
