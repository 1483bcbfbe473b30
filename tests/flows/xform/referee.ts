import { JSDOM } from 'jsdom'

/**
 * ODK's own form engine (ODK Web Forms) as a referee: it wants a browser's XML parser, and files that it is handed.
 */
export async function loadReferee() {
  const { window } = new JSDOM('', { url: 'http://localhost/' })
  for (const name of [
    'document',
    'DOMParser',
    'XMLSerializer',
    'Node',
    'Element',
    'Document',
    'XPathResult',
    'XPathEvaluator',
    'XMLDocument',
    'localStorage',
  ] as const)
    Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true })
  // its WebAssembly loader names it, and then reads nothing from there
  Object.defineProperty(globalThis, '__dirname', { value: '', configurable: true })
  return import('@getodk/xforms-engine')
}
