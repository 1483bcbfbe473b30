import { channelContract } from './contract.ts'
import { pollingStage, webhookStage } from './telegram-stage.ts'

const tells = { tell: 'Telegram does not tell what was delivered or read' }
channelContract('Telegram by polling', pollingStage, tells)
channelContract('Telegram by webhook', webhookStage, {
  ...tells,
  outage: 'Telegram calls us; its outage is silence',
})
