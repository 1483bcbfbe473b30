import { GrammyError } from 'grammy'

/** What is wrong, in one sentence with the remedy, without anything of the request. */
export function describe(error: unknown): string {
  if (!(error instanceof GrammyError)) return 'Telegram cannot be reached: check the network and TELEGRAM_API_ROOT'
  const code: number | undefined = error.error_code
  if (code === 401 || code === 404) return 'Telegram does not accept the token: check TELEGRAM_BOT_TOKEN'
  if (code === 409) return 'Another program receives with the same Telegram token: stop it, or make a token of its own'
  if (code === 429) return 'Telegram asks us to slow down'
  return `Telegram answers with error ${code ?? '(without code)'}`
}
