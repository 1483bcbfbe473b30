import { createRequire } from 'node:module'
import { JSDOM } from 'jsdom'

/**
 * openrosa-xpath-evaluator, the evaluator of Enketo and KoboToolbox, over an XML text: it wants a browser's document,
 * and changes `Date` for everybody, so only tests that ask it load it.
 */
export function openrosa(xml: string, at: string): (expression: string) => string | null {
  const { window } = new JSDOM('', { url: 'http://localhost/' })
  for (const name of ['DOMParser', 'XPathResult', 'XPathEvaluator', 'Node'] as const)
    Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true })
  withResultType(window.XPathEvaluator as Native)
  const make = createRequire(import.meta.url)('openrosa-xpath-evaluator') as () => Evaluator
  const Parser = window.DOMParser as new () => { parseFromString(text: string, type: string): unknown }
  const document = new Parser().parseFromString(xml, 'text/xml')
  const evaluator = make()
  const names = { lookupNamespaceURI: () => null }
  const [node] = nodesAt(document, at)
  return (expression) => {
    try {
      const { stringValue } = evaluator.evaluate(expression, node, names, 2)
      // of two paths with | it gives the nodes themselves
      return typeof stringValue === 'string' ? stringValue : null
    } catch {
      return null
    }
  }
}

type Native = new () => {
  createExpression(
    text: string,
    names: unknown,
  ): { evaluate: (node: unknown, type?: number, result?: unknown) => unknown }
}

/** A browser takes any type where none is asked for; jsdom throws. */
function withResultType(native: Native): void {
  const prototype = Object.getPrototypeOf(new native()) as InstanceType<Native>
  const create = prototype.createExpression
  prototype.createExpression = function (text, names) {
    const expression = create.call(this, text, names)
    const evaluate = expression.evaluate.bind(expression)
    expression.evaluate = (node, type = 0, result = null) => evaluate(node, type, result)
    return expression
  }
}

interface Evaluator {
  evaluate(expression: string, node: unknown, names: unknown, type: number): { readonly stringValue: unknown }
}

function nodesAt(document: unknown, path: string): unknown[] {
  return [...(document as { querySelectorAll(selector: string): Iterable<unknown> }).querySelectorAll(path)]
}
