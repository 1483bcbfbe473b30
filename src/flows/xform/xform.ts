import type { FormSource } from '../form-source.ts'
import type { Model } from './model.ts'
import type { Attributes } from './spaces.ts'
import type { XTexts } from './texts.ts'
import type { Tree } from './tree.ts'

/** What is known of an XForm while its parts are written. */
export interface XForm {
  /** The form in ODK's kinds only. */
  readonly source: FormSource
  readonly tree: Tree
  readonly spaces: Attributes
  readonly texts: XTexts
  readonly model: Model
}
