import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { commands as chatCommands } from '../../src/app/commands/index.ts'
import { readCheck } from '../../src/app/complaint-code.ts'
import { readCommand, readHouseCommand, readYesno } from '../../src/bahasa/index.ts'
import { groupAdminCommands } from '../../src/channels/telegram/commands.ts'
import { commands } from '../../src/cli/commands.ts'
import { leafletWords, paperOfLeaflet } from '../../src/documents/leaflet-paper.ts'
import { paperToPdf } from '../../src/documents/paper-to-pdf.ts'
import { texts } from '../wording/support.ts'

const guides = globSync('docs/panduan/*.md', { cwd: join(import.meta.dirname, '../..') }).map((file) => ({
  file,
  text: readFileSync(join(import.meta.dirname, '../..', file), 'utf8'),
}))

/** What the bot does with these words outside any report: a command, or a plain yes. */
function understood(words: string): boolean {
  const [, slash] = /^\/([a-z_]+)$/.exec(words) ?? []
  if (slash !== undefined) return chatCommands.has(slash) || groupAdminCommands.some(({ command }) => command === slash)
  if (readHouseCommand(words) !== undefined || readCheck(words) !== undefined) return true
  if (readCommand(words)?.exact) return true
  return 'value' in readYesno(words, { referenceOn: '2024-08-14' })
}

it('every word that the guides and the leaflet tell people to type is understood', () => {
  expect(guides.length).toBeGreaterThan(7)
  const settings = /^(=core|--\w+|SEALED_KEY|staf|koordinator_kabupaten|npx kentongan)$/
  const said = guides.flatMap(({ file, text }) =>
    [...text.replace(/^ {4,}.*$/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, words]) => ({ file, words: words! })),
  )
  const typed = said.filter(
    ({ file, words }) => !settings.test(words) && !(file.endsWith('README.md') && words === 'seperti ini'),
  )
  expect(typed.length).toBeGreaterThan(40)
  expect(typed.filter(({ words }) => !understood(words))).toEqual([])
  expect(leafletWords.flatMap(([, words]) => words).filter((words) => !understood(words))).toEqual([])
})

it('every command of the guides is one, with options that it has', async () => {
  const lines = guides.flatMap(({ file, text }) =>
    [...text.matchAll(/^ {4,}npx kentongan (.+)$/gm)].map(([, line]) => ({ file, line: line! })),
  )
  expect(lines.length).toBeGreaterThan(15)
  for (const { file, line } of lines) {
    const words = line.split(' ')
    const name = [words.slice(0, 2).join(' '), words[0]!].find((n) => n in commands)
    expect(name, `${file}: ${line}`).toBeDefined()
    const { command } = await commands[name!]!.load()
    for (const [, option] of line.matchAll(/ --([a-z-]+)/g))
      expect(Object.keys(command.options ?? {}), `${file}: ${line}`).toContain(option)
  }
})

it('the leaflet is one page, with the addresses that are known and a line for those that are not', async () => {
  const speech = { texts, language: 'id', zone: 'Asia/Makassar' }
  const paper = paperOfLeaflet({ telegram: 't.me/contoh_bot' }, { name: 'BangKIT', funder: null }, speech)
  const facts = paper.blocks.find((b) => b.kind === 'facts')!
  expect(facts.rows[0]).toEqual(['Telegram', 't.me/contoh_bot'])
  expect(facts.rows[1]![1]).toMatch(/^\.+$/)
  const pdf = Buffer.from(await paperToPdf(paper, 0)).toString('latin1')
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1)
})
