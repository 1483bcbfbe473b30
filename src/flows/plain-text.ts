/**
 * A text of a form as a chat says it. XLSForm texts may hold Markdown and a few HTML tags, which ODK's screens draw;
 * messages are plain: emphasis and headings lose their signs, a link becomes its words with the address behind them.
 * Holes such as `${nama_desa}` stay as they are.
 */
export function plainText(text: string): string {
  if (!/[*_#<[&\\]|^\s|\s$/.test(text)) return text
  return text
    .replace(/<br\s*\/?>|<\/(?:p|h[1-6]|li|div)>/gi, '\n')
    .replace(/<li\b[^<>]*>/gi, '• ')
    .replace(/<\/?(?:b|i|u|em|strong|span|font|p|div|small|big|sub|sup|center|h[1-6]|ul|ol|li|a)(?:\s[^<>]*)?>/gi, '')
    .replace(/\[([^[\]]*)\]\((https?:[^\s()]+)\)/g, (_, words: string, url: string) =>
      words.trim() === '' || words.trim() === url ? url : `${words.trim()} (${url})`,
    )
    .replace(/^#{1,6}[ \t]+/gm, '')
    .replace(/\*\*(?=\S)([^*]*?\S)\*\*/g, '$1')
    .replace(/(?<![\p{L}\p{N}{])__(?=\S)([^_]*?\S)__(?![\p{L}\p{N}])/gu, '$1')
    .replace(/(?<![\p{L}\p{N}*\\])\*(?=[^\s*])([^*\n]*?[^\s*])\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/(?<![\p{L}\p{N}_{\\])_(?=[^\s_])([^_\n]*?[^\s_])_(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/\\([*_#[\]<>\\])/g, '$1')
    .replace(/&(nbsp|amp|lt|gt|quot|#39|apos);/g, (_, name: string) => entities[name]!)
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

const entities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  apos: "'",
}
