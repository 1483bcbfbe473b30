import { messageOf } from '../lib/problem.ts'
import type { OutboundMessage } from '../messages/outbound.ts'
import { writePaper } from './document-writer.ts'
import { keepPdf } from './kept-files.ts'
import { matrixRound } from './matrix.ts'
import type { Services } from './services.ts'

/**
 * The message with the paper that it promises. It is made here, when it leaves: a turn holds the database, and drawing
 * takes a second. One that cannot be made is said in words; nobody waits for it.
 */
export async function withPaper(
  services: Services,
  { paper, ...message }: OutboundMessage,
  now: number,
): Promise<OutboundMessage> {
  if (paper === undefined) return message
  try {
    const { regionCode } = paper
    const round = await matrixRound(services.db, regionCode)
    if (!round) return { text: paper.otherwise }
    // loaded with the first one that is asked for
    const { printBriefing } = await import('./print-briefing.ts')
    const made = await printBriefing(services, services.db, { regionCode, round }, now)
    const bytes = await writePaper(made, '.pdf', now)
    return { ...message, attachment: await keepPdf(services, bytes, `lembar-ringkas-${regionCode}-${round.code}.pdf`) }
  } catch (error) {
    services.log.error({ error: messageOf(error) }, 'a paper that was asked for could not be made')
    return { text: paper.otherwise }
  }
}
