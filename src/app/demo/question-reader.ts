import { compileForm } from '../../flows/compile.ts'
import type { Form, LocalTemplate, Question } from '../../flows/form.ts'
import { Problem } from '../../lib/problem.ts'
import { shippedFormsFolder } from '../forms-edition.ts'
import { readForms } from '../shipped-forms.ts'

/**
 * How a simulated person understands what they read: by the words of the question, as people do, and not by anything
 * the machine knows about itself.
 */
export interface UnderstoodQuestion {
  readonly form: Form
  readonly question: Question
  /** `confirm`: a value was read and is asked about once more. */
  readonly asks: 'answer' | 'confirm'
}

interface Phrase extends UnderstoodQuestion {
  /** The text's fixed pieces in their order. */
  readonly pieces: readonly string[]
  readonly length: number
}

export class QuestionReader {
  readonly #phrases: readonly Phrase[]

  constructor(forms: readonly Form[], language = 'id') {
    const phrases = forms.flatMap((form) =>
      form.questions.filter(isAnswered).flatMap((question) => [
        ...phraseOf(question.label, language).map((p) => ({ ...p, form, question, asks: 'answer' as const })),
        ...phraseOf(question.confirmMessage, language).map((p) => ({
          ...p,
          form,
          question,
          asks: 'confirm' as const,
        })),
      ]),
    )
    // the longest fits best: "Berapa yang belum mulai?" before "Berapa?"
    this.#phrases = phrases.sort((a, b) => b.length - a.length)
  }

  /** The question that the text puts; undefined where it puts none of these forms. */
  read(text: string): UnderstoodQuestion | undefined {
    return this.#phrases.find(({ pieces }) => holds(text, pieces))
  }
}

/** Notes and calculations are read past. */
function isAnswered({ type }: Question): boolean {
  return type !== 'note' && type !== 'calculate' && type !== 'hidden'
}

/** The forms that are shipped, ready to be asked about. */
export function shippedFormsCompiled(): readonly Form[] {
  return readForms(shippedFormsFolder).map((source) => {
    const compiled = compileForm(source)
    if (!('form' in compiled))
      throw new Problem('broken_form', `the form ${source.settings.form_id} cannot be compiled`)
    return compiled.form
  })
}

function phraseOf(
  label: LocalTemplate | undefined,
  language: string,
): readonly { readonly pieces: readonly string[]; readonly length: number }[] {
  if (!label) return []
  const pieces = label
    .in(language)
    .source.split(/\$\{[^}]*\}/)
    .map((piece) => piece.trim())
    .filter((piece) => /[\p{L}?]{2}/u.test(piece))
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0)
  return length >= 8 ? [{ pieces, length }] : []
}

function holds(text: string, pieces: readonly string[]): boolean {
  let at = 0
  for (const piece of pieces) {
    const found = text.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return true
}
