import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { playFile } from '../support/play.ts'
import { readTranscript } from '../support/transcript.ts'

/**
 * Every `.txt` file here is a conversation: read it, correct it, add one. `npm run goldens` writes the bot's lines anew;
 * then look at what changed before committing it.
 */
const folder = fileURLToPath(new URL('./', import.meta.url))

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.txt'))
  .sort()

describe('conversations', () => {
  it.each(files)('%s', async (file) => {
    const written = readFileSync(`${folder}${file}`, 'utf8')
    const played = playFile(written)
    await expect(played.text).toMatchFileSnapshot(`./${file}`)
    expect(played.text).not.toContain('(there is no button')

    const { budget } = readTranscript(written).header
    if (budget) {
      expect(played.messages, 'messages from the person').toBeLessThanOrEqual(budget.messages)
      expect(played.letters, 'letters typed').toBeLessThanOrEqual(budget.letters)
    }
  })
})
