import { encode } from 'uqr'
import { type Html, html } from './html.ts'

/** Light around the code, in its own units: readers need four. */
const quiet = 4

/** A QR code as a drawing in the page; `title` is what a screen reader says. */
export function qrCode(text: string, title: string): Html {
  const { data, size } = encode(text, { border: quiet })
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return html`<svg class="qr" role="img" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">
<title>${title}</title><rect width="${size}" height="${size}" fill="#fff"/><path d="${dark.join('')}" fill="#000"/></svg>`
}
