import { PassThrough } from 'node:stream'
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
  ail: 'writing to a screen does not fail',
})
