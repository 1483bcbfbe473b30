import { type Ability, channelContract } from './contract.ts'
import { cloudStage } from './whatsapp-cloud-stage.ts'

const lacks: Partial<Record<Ability, string>> = {
  sendVoice: 'Meta does not tell how long a voice message is',
  edit: 'Meta does not tell of edits',
  block: 'Meta does not tell who blocked the number',
  unblock: 'Meta does not tell who blocked the number',
  flood: 'Meta names no time when it asks to slow down',
  moved: 'a person keeps their id',
}

channelContract('WhatsApp Cloud API', cloudStage, lacks)
channelContract('WhatsApp Cloud API with a person who shows no number', () => cloudStage({ waId: null }), {
  ...lacks,
  shareContact: 'there is no number to share',
})
channelContract(
  'WhatsApp Cloud API with a person from before business-scoped ids',
  () => cloudStage({ userId: null }),
  lacks,
)
