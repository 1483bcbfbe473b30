import { paperOfDigest, pictureOfDigest } from '../documents/digest-documents.ts'
import type { Digest } from '../domain/digests.ts'
import { messageOf } from '../lib/problem.ts'
import type { OutboundAttachment, OutboundMessage } from '../messages/outbound.ts'
import { type Audience, say } from '../wording/context.ts'
import type { DigestSurroundings } from '../wording/word-digest.ts'
import { writeAside } from './document-writer.ts'
import { keepPdf } from './kept-files.ts'
import { keepPicture } from './pictures.ts'
import type { Services } from './services.ts'

export interface WordedDigest {
  readonly digest: Digest
  readonly around: DigestSurroundings
  readonly to: Audience
  readonly messages: readonly OutboundMessage[]
}

interface DigestFiles {
  readonly picture?: OutboundAttachment
  readonly pdf?: OutboundAttachment
}

/**
 * The messages of each digest with its picture on the first, and after the last the page that may be passed on. Files
 * that read the same are made once, however many members a Forum has. Where one cannot be made, the words go alone.
 */
export async function withDigestFiles(
  services: Services,
  digests: readonly WordedDigest[],
  now: number,
): Promise<readonly (readonly OutboundMessage[])[]> {
  const keys = digests.map(({ digest, around, to }) =>
    JSON.stringify([pictureOfDigest(digest, around, to), paperOfDigest(digest, around, to, undefined)]),
  )
  const different = new Map(digests.map((worded, i) => [keys[i]!, worded]))
  const made = new Map<string, DigestFiles>()
  const left = different.entries()
  const makeThem = async () => {
    for (const [key, worded] of left) made.set(key, await filesOf(services, worded, now))
  }
  // two hands on one pile: while the thread writes for the one, the picture of the other is drawn
  await Promise.all([makeThem(), makeThem()])
  return digests.map(({ messages, to }, i) => withFiles(messages, made.get(keys[i]!) ?? {}, to))
}

async function filesOf(services: Services, { digest, around, to }: WordedDigest, now: number): Promise<DigestFiles> {
  try {
    const drawn = pictureOfDigest(digest, around, to)
    const png = drawn && (await writeAside({ kind: 'picture', picture: drawn }))
    const name = (word: string) => `${say(to, word)}-${digest.roundCode}-${digest.periodOn}`
    const picture = png && (await keepPicture(services, png, { name: name('digest-picture-name'), ours: true }))
    const pdf = await writeAside({ kind: 'pdf', paper: paperOfDigest(digest, around, to, png), createdAt: now })
    return {
      ...(picture && { picture }),
      pdf: await keepPdf(services, pdf, `${name('digest-pdf-name')}.pdf`),
    }
  } catch (error) {
    services.log.error({ error: messageOf(error) }, 'the files of a digest could not be made: its words go alone')
    return {}
  }
}

function withFiles(
  messages: readonly OutboundMessage[],
  { picture, pdf }: DigestFiles,
  to: Audience,
): readonly OutboundMessage[] {
  const [first, ...others] = messages
  if (first === undefined) return messages
  return [
    picture === undefined ? first : { ...first, attachment: picture },
    ...others,
    ...(pdf === undefined ? [] : [{ text: say(to, 'digest-pdf'), attachment: pdf }]),
  ]
}
