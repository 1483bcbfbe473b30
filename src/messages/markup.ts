/**
 * WhatsApp reads *bold*, _italic_, ~struck~, `code` and lines that begin with "> " or "* " as markup in every plain text,
 * and knows no escape for it (faq.whatsapp.com, "How to format your messages"). Where a text would be read so, a sign that
 * looks the same stands in: "2*3*4 m" must not lose its stars. Each sign is one character, so no length changes.
 */
const lookAlikes: Readonly<Record<string, string>> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ', '>': '›' }

const typed: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(lookAlikes).map(([sign, other]) => [other, sign]),
)

/** The text with look-alikes for the signs that WhatsApp would take for markup. */
export function withoutMarkup(text: string): string {
  if (!/[*_~`]|^> /m.test(text)) return text
  // three of these open a block that ends in another line
  const whole = text.includes('```') ? text.replaceAll('`', lookAlikes['`']!) : text
  return whole
    .split('\n')
    .map((line) => ['*', '_', '~', '`'].reduce(withoutPair, line).replace(/^> /, '› ').replace(/^\* /, '∗ '))
    .join('\n')
}

/** One alone in its line ("5 * 3", "data_saya") opens nothing and stays as it is. */
function withoutPair(line: string, sign: string): string {
  return line.indexOf(sign) === line.lastIndexOf(sign) ? line : line.replaceAll(sign, lookAlikes[sign]!)
}

/** What was typed, of a text that `withoutMarkup` gave. */
export function asTyped(text: string): string {
  return text.replace(/[∗ˍ∼ˋ›]/g, (sign) => typed[sign] ?? sign)
}
