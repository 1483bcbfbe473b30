import { channelContract } from './contract.ts'
import { pollingStage, webhookStage } from './telegram-stage.ts'

channelContract('Telegram by polling', pollingStage)
channelContract('Telegram by webhook', webhookStage, {
  outage: 'Telegram calls us; its outage is silence',
})
