import { afterAll, describe } from 'vitest'
import { channelContract } from './contract.ts'
import { canRun, contractStages } from './whatsapp-web-stage.ts'

describe.runIf(canRun)('in a browser', () => {
  const stages = contractStages()
  afterAll(stages.close)

  channelContract('WhatsApp Web', stages.open, {
    press: 'WhatsApp no longer delivers buttons that come from a WhatsApp Web',
    block: 'WhatsApp tells nobody that they were blocked',
    unblock: 'WhatsApp tells nobody that they were blocked',
    flood: 'WhatsApp names no time: the pace is our own',
    blocked: 'a blocked message is taken and never arrives',
    moved: 'the bot is in no group',
    refusal: 'WhatsApp refuses no text within its limits',
  })
})
