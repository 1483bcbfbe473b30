import type { z } from 'zod'
import type { Action } from '../domain/rights.ts'
import type { Html } from './html.ts'
import { forbidden, notFound, type Visit } from './visit.ts'

/**
 * What a console page is, in the order in which its file reads: what is loaded, what a form may hold, what a submitted
 * form does, what is shown. A page names the right that opens it; there is none without. `read` and `run` then ask
 * again for the very region they are about.
 */
export interface PageParts<Data> {
  readonly path: string
  readonly right: Action
  read(visit: Visit, request: PageRequest): Promise<Data>
  readonly actions?: Readonly<Record<string, PageAction>>
  title(data: Data, visit: Visit): string
  view(data: Data, visit: Visit): Html
  /** The browser asks again after so many seconds: for what changes while one looks at it. */
  refreshSeconds?(data: Data): number | undefined
}

export interface PageRequest {
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
}

/** After an action the browser is sent on, so that reloading a page repeats nothing. */
export type Done =
  | { readonly to: string; readonly notice: Notice }
  /** What can be shown only now, such as a code of which a hash is kept: above the page itself. */
  | { readonly show: Html }

/** What may be said on top of the page after an action: `?n=` names one of these and can say nothing else. */
export const notices = {
  saved: 'console-notice-saved',
  opened: 'console-notice-opened',
  closed: 'console-notice-closed',
  extended: 'console-notice-extended',
  excused: 'console-notice-excused',
  unexcused: 'console-notice-unexcused',
  paused: 'console-notice-paused',
  resumed: 'console-notice-resumed',
  returned: 'console-notice-returned',
  verified: 'console-notice-verified',
  answered: 'console-notice-answered',
  handled: 'console-notice-handled',
  again: 'console-notice-again',
  nobody: 'console-notice-nobody',
  created: 'console-notice-created',
  reconnecting: 'console-notice-reconnecting',
} as const
export type Notice = keyof typeof notices

export interface PageAction {
  readonly right: Action
  /** Throws ZodError for a form that is not right. */
  handle(visit: Visit, fields: unknown, request: PageRequest): Promise<Done>
}

/** The hidden field `aksi` of a form names its action; other fields must be those of the schema, all of them. */
export function action<Form>(parts: {
  readonly right: Action
  readonly form: z.ZodType<Form>
  run(visit: Visit, form: Form, request: PageRequest): Promise<Done>
}): PageAction {
  return {
    right: parts.right,
    handle: (visit, fields, request) => parts.run(visit, parts.form.parse(fields), request),
  }
}

export interface Page {
  readonly path: string
  readonly right: Action
  readonly actions: Readonly<Record<string, PageAction>>
  show(
    visit: Visit,
    request: PageRequest,
  ): Promise<{ readonly title: string; readonly body: Html; readonly refreshSeconds: number | undefined }>
  act(visit: Visit, name: string, fields: unknown, request: PageRequest): Promise<Done>
}

export function definePage<Data>(parts: PageParts<Data>): Page {
  const actions = parts.actions ?? {}
  return {
    path: parts.path,
    right: parts.right,
    actions,
    async show(visit, request) {
      if (visit.scope(parts.right).length === 0) throw forbidden()
      const data = await parts.read(visit, request)
      return {
        title: parts.title(data, visit),
        body: parts.view(data, visit),
        refreshSeconds: parts.refreshSeconds?.(data),
      }
    },
    async act(visit, name, fields, request) {
      if (visit.scope(parts.right).length === 0) throw forbidden()
      const wanted = Object.hasOwn(actions, name) ? actions[name] : undefined
      if (!wanted) throw notFound()
      if (visit.scope(wanted.right).length === 0) throw forbidden()
      return wanted.handle(visit, fields, request)
    },
  }
}
