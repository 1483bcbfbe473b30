import { type Digest, type DigestSection, forwardable } from '../domain/digests.ts'
import { type Audience, say } from '../wording/context.ts'
import { type DigestSurroundings, digestStatusWord, digestWords, progressWords } from '../wording/word-digest.ts'
import type { Paper } from './paper.ts'
import { type BarBlock, type DigestPicture, longestBlock } from './picture-of-bars.ts'

/** The picture that goes with a digest; undefined where there is nothing yet to draw. */
export function pictureOfDigest(digest: Digest, around: DigestSurroundings, to: Audience): DigestPicture | undefined {
  const blocks = [progressBlock(digest, to), constraintsBlock(digest, around, to)].filter((b) => b !== undefined)
  const [title, subtitle] = digestWords(digest, around, to).title
  return blocks.length === 0 ? undefined : { title, subtitle, blocks }
}

/** The digest as a page that may be passed on: the sums alone, whoever it was made for. */
export function paperOfDigest(
  digest: Digest,
  around: DigestSurroundings,
  to: Audience,
  picture: Uint8Array | undefined,
): Paper {
  const { title, paragraphs } = digestWords(forwardable(digest), around, to)
  return {
    title: title[0],
    subtitle: title[1],
    foot: title.join(' · '),
    blocks: [
      ...paragraphs.map((text) => ({ kind: 'text' as const, text })),
      ...(picture === undefined ? [] : [{ kind: 'picture' as const, png: picture }]),
    ],
  }
}

function progressBlock(digest: Digest, to: Audience): BarBlock | undefined {
  const byKecamatan = find(digest, 'by_kecamatan')?.rows ?? []
  const progress = find(digest, 'progress')
  if (progress && byKecamatan.length > 0 && byKecamatan.length <= longestBlock)
    return {
      title: progressWords(progress, to),
      bars: byKecamatan.map(({ name, reported, expected }) => ({
        name,
        value: reported,
        of: expected,
        says: say(to, 'digest-picture-part', { n: reported, of: expected }),
      })),
    }
  const activities = find(digest, 'activities')
  if (!activities) return undefined
  const { total, byStatus } = activities
  const order = ['selesai', 'berjalan', 'belum', 'batal', 'tidak_diisi'] as const
  return {
    title: say(to, 'digest-picture-by-status', { total }),
    bars: order
      .filter((status) => byStatus[status] > 0)
      .map((status) => ({
        name: digestStatusWord(status, to),
        value: byStatus[status],
        of: total,
        says: say(to, 'digest-picture-part', { n: byStatus[status], of: total }),
      })),
  }
}

function constraintsBlock(digest: Digest, around: DigestSurroundings, to: Audience): BarBlock | undefined {
  const rows = find(digest, 'constraints')?.rows ?? []
  if (rows.length === 0) return undefined
  return {
    title: say(to, 'digest-picture-constraints'),
    bars: rows.map(({ code, activities }) => ({
      name: around.label('kendala', code),
      value: activities,
      says: say(to, 'digest-picture-activities', { n: activities }),
    })),
  }
}

function find<Kind extends DigestSection['kind']>(digest: Digest, kind: Kind) {
  return digest.sections.find((section): section is Extract<DigestSection, { kind: Kind }> => section.kind === kind)
}
