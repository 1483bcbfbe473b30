import { renderUnicodeCompact } from 'uqr'

/** The code as a terminal draws it: light on dark, as most terminals are, with the quiet zone that phones need. */
export const drawPairing = (code: string): string => renderUnicodeCompact(code, { border: 2 })

/** Shows each new code to whoever started the service at a terminal; into a log it goes once, and as a pointer only. */
export function showPairing(note: (text: string) => void): (code: string) => void {
  let hasPointed = false
  return (code) => {
    if (process.stderr.isTTY) {
      note(`${drawPairing(code)}\nWhatsApp: scan this with the bot's phone (Linked devices). It renews itself.`)
    } else if (!hasPointed) {
      hasPointed = true
      note('WhatsApp waits for a phone: scan the QR code in the console (/whatsapp) or in "kentongan doctor".')
    }
  }
}
