import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import type { Accept } from '../../src/channels/channel.ts'
import { TerminalChannel } from '../../src/channels/terminal/terminal-channel.ts'
import { channelContract, type Stage } from './contract.ts'

async function terminalStage(): Promise<Stage> {
  let input = new PassThrough()
  let output = new PassThrough()
  let sitting = 0
  let printed = ''
  const open = () => {
    input = new PassThrough()
    output = new PassThrough()
    sitting += 1
    return new TerminalChannel({ input, output, userId: 'maya', sitting: `s${sitting}` })
  }
  return {
    channel: open(),
    to: { userId: 'maya', chatId: 'maya' },
    say: async (text) => void input.write(`${text}\n`),
    takesFiles: true,
    refusesEdits: true,
    shown: async () => {
      printed += String(output.read() ?? '')
      return printed
        .split(/^\n|\n\n\n|\n\n$/)
        .filter((text) => text !== '')
        .map((text) => ({ text, buttons: [] }))
    },
    reopen: async () => open(),
    close: async () => undefined,
  }
}

const keyboard = 'a keyboard types text only'
const screen = 'writing to a screen does not fail'
channelContract('the terminal', terminalStage, {
  press: 'choices are typed by number',
  sendPhoto: keyboard,
  sendDocument: keyboard,
  sendVoice: keyboard,
  sendLocation: keyboard,
  shareContact: keyboard,
  edit: 'what is typed stays',
  sayTwice: 'each line is read once',
  swap: 'lines come as they are typed',
  block: 'whoever is fed up closes the window',
  unblock: 'nobody is blocked',
  outage: 'there is no network that could fail',
  redelivers: 'nobody keeps the line for us: the person is asked to type it again',
  flood: screen,
  blocked: screen,
  moved: screen,
  refusal: screen,
  'server error': screen,
  silence: screen,
  'lost answer': screen,
  sendOddity: keyboard,
  login: 'there is no login',
  keepsWhileDown: 'nobody keeps what is typed beside the window',
  tell: 'a screen tells nothing',
})

describe('the terminal', () => {
  const open = async (accept: Accept) => {
    const input = new PassThrough()
    const output = new PassThrough()
    const channel = new TerminalChannel({ input, output, sitting: 's1' })
    await channel.start(accept)
    return { channel, input, printed: () => String(output.read() ?? '') }
  }

  it('is not steered by what somebody wrote', async () => {
    const { channel, printed } = await open(async () => undefined)
    await channel.send({ userId: 'x', chatId: 'x' }, { text: 'nama: \u001b]0;judul\u0007\u009b2J Maya' })
    expect(printed()).toBe('\nnama: ]0;judul2J Maya\n\n')
    await channel.stop()
  })

  it('asks for the line again when it was not kept', async () => {
    const { channel, input, printed } = await open(() => Promise.reject(new Error('database is locked')))
    input.write('halo\n')
    await expect.poll(printed, { timeout: 8000 }).toContain('ketik sekali lagi')
    await channel.stop()
  })

  it('ends with its input, and leaves empty lines out', async () => {
    const taken: string[] = []
    const { channel, input } = await open(async (messages) => void taken.push(...messages.map((m) => m.externalId)))
    input.end('satu\n\n   \ndua\n')
    await expect.poll(() => channel.state().state, { timeout: 8000 }).toBe('stopped')
    expect(taken).toEqual(['s1-1', 's1-2'])
    await channel.stop()
  })
})
