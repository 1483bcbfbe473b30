// The stand-ins of Telegram and Meta in a process of their own, so that what they do is not counted as waiting for us.
import { TelegramServer } from '../tests/support/telegram-server/telegram-server.ts'
import { CloudServer } from '../tests/support/whatsapp-cloud-server/cloud-server.ts'

const meta = await new CloudServer().start()
const telegram = await new TelegramServer().start()
process.send!({ metaRoot: meta.apiRoot, telegramRoot: telegram.apiRoot, telegramToken: telegram.token })
process.once('disconnect', () => process.exit(0))
