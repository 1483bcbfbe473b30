import { type ComplaintState, canBecome, contactWithin } from '../domain/complaints.ts'
import type { Json } from '../lib/json.ts'
import {
  type CaseFacts,
  findCase,
  findSealedFile,
  listSealedFiles,
  moveCase,
  type SealedFile,
} from '../store/sealed.ts'
import { audit } from '../store/settings.ts'
import type { Told } from './complaint.ts'
import type { Services } from './services.ts'
import { showPath } from './shown-answers.ts'

export interface OpenedCase extends CaseFacts {
  /** An officer makes contact before. */
  readonly contactBy: number
  /** What was told, a line each. `emptied`: kept no longer; `closed`: the key is missing or another one. */
  readonly told: readonly ToldLine[] | 'emptied' | 'closed'
  /** Photos, of cases about money and goods. */
  readonly files: readonly SealedFile[]
}

interface ToldLine {
  readonly question: string
  readonly answer: string
  /** It may lead to who told: not for whoever it is about. */
  readonly tellsWho: boolean
}

/** Its answer names photos, which are listed beside the answers. */
const photoQuestion = 'bukti'
/** Answers that lead to who told. */
const tellsWho: readonly string[] = ['boleh_dihubungi', 'nomor', 'jam_aman', 'aman']

/** A case with what was told. Who may is asked by the caller, who also writes down that it was read. */
export async function openCase(
  { db, safe, forms }: Services,
  id: number,
  language: string,
): Promise<OpenedCase | undefined> {
  const found = await findCase(db, id)
  if (!found) return undefined
  const { box, codeHash, ...facts } = found
  const opened = { ...facts, contactBy: facts.createdAt + contactWithin, files: await listSealedFiles(db, id) }
  if (box === null) return { ...opened, told: 'emptied' }
  const told = safe?.open<Told>(box)
  // a box that was put into another case's row is not believed
  if (!told || told.codeHash !== codeHash) return { ...opened, told: 'closed' }
  const form = await forms.get(db, told.formVersionId)
  return {
    ...opened,
    told: told.answers.flatMap(([name, value]) => {
      const shown = showPath(form, name, language)
      return shown.asked && form.byName.has(name) && value !== null && name !== photoQuestion
        ? [{ question: shown.question, answer: shown.say(value as Json), tellsWho: tellsWho.includes(name) }]
        : []
    }),
  }
}

/** The photo itself, as JPEG; undefined where it is not there or another key closed it. */
export async function openCasePhoto({ db, safe }: Services, caseId: number, id: number): Promise<Buffer | undefined> {
  const box = await findSealedFile(db, caseId, id)
  const picture = box === undefined ? undefined : safe?.open<string>(box)
  return picture === undefined ? undefined : Buffer.from(picture, 'base64')
}

/** Moves a case onwards. False when it is not where the officer saw it, or would go backwards. */
export async function advanceCase(
  { db }: Services,
  seen: Pick<CaseFacts, 'id' | 'state'>,
  to: ComplaintState,
  by: { readonly now: number; readonly actor: string },
): Promise<boolean> {
  if (!canBecome(seen.state, to)) return false
  return db.transaction(async (sql) => {
    if (!(await moveCase(sql, seen.id, seen.state, to, by.now))) return false
    await audit(sql, { at: by.now, actor: by.actor, action: 'move_complaint', object: `complaint:${seen.id}` })
    return true
  })
}
