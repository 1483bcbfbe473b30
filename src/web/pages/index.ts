import type { Page } from '../page.ts'
import { dashboard } from './dashboard.ts'
import { openingPage } from './opening.ts'
import { roundPage } from './round.ts'
import { roundsPage } from './rounds.ts'

/** Every page of the console. A new one is a file beside this one and a line here; the table test then asks for its rights. */
export const pages: readonly Page[] = [dashboard, roundsPage, roundPage, openingPage]
