import { html as template } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

/**
 * Pages are templates whose holes are escaped. `raw` is not exported on purpose: nothing in this room may put text into
 * a page unescaped.
 */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

export const html: (strings: TemplateStringsArray, ...values: readonly HtmlValue[]) => Html = template

export type HtmlValue = Html | string | number | false | null | undefined | readonly HtmlValue[]
