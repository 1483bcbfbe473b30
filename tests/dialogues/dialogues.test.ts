import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { playDialogue } from './play.ts'

/** Every `.txt` file here is a story of several phones: read it, correct it, add one (README.md). */
const folder = fileURLToPath(new URL('./', import.meta.url))
const files = readdirSync(folder)
  .filter((file) => file.endsWith('.txt'))
  .sort()

describe('dialogues', () => {
  it.each(files)('%s', async (file) => {
    const played = await playDialogue(readFileSync(`${folder}${file}`, 'utf8'))
    await expect(played).toMatchFileSnapshot(`./${file}`)
  })
})
