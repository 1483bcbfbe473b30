import type { SheetTable } from '../documents/write-tables.ts'
import { isPosition, positionFacts } from '../domain/positions.ts'
import { localDate, localTime, zoneName } from '../lib/local-time.ts'
import { Problem } from '../lib/problem.ts'
import { listSeatsOfPerson } from '../store/people-pages.ts'
import {
  findCopiedPerson,
  listAllConsents,
  listCopiedAddresses,
  listCopiedAnswers,
  listCopiedFiles,
  listCopiedMessages,
} from '../store/person-copy.ts'
import { audit } from '../store/settings.ts'
import { officeZone } from './programme.ts'
import type { Services } from './services.ts'
import { showPath } from './shown-answers.ts'

/**
 * The copy that a person may ask for (UU 27/2022, articles 7 and 13): everything that is kept about them and what they
 * said, as tables in Indonesian. What was told in confidence is not in it: nothing ties it to a person. Throws
 * `Problem('unknown_person')`.
 */
export async function copyPerson(
  services: Services,
  personId: number,
  by: { readonly now: number; readonly actor: string; readonly openNumber: (sealed: string) => string },
): Promise<readonly SheetTable[]> {
  const { db, forms } = services
  const person = await findCopiedPerson(db, personId)
  if (!person) throw new Problem('unknown_person', `there is no person ${personId}, or they are erased already`)
  const answers: string[][] = []
  for (const { at, formVersionId, regionCode, path, value, raw } of await listCopiedAnswers(db, personId)) {
    const form = await forms.get(db, formVersionId)
    const { question, item, say } = showPath(form, path, 'id')
    const read = value === null ? '' : say(JSON.parse(value))
    answers.push([moment(at), form.id, regionCode ?? '', item ?? '', question, read, raw ?? ''])
  }
  const tables: readonly SheetTable[] = [
    {
      name: 'Diri',
      header: ['data', 'isi'],
      rows: [
        ['nama', person.name],
        ['jenis kelamin', person.sex === null ? '' : person.sex.toUpperCase()],
        ['sapaan', person.sapaan ?? ''],
        ['bahasa', person.language],
        ['nomor telepon', person.phoneSealed === null ? '' : by.openNumber(person.phoneSealed)],
        ['dicatat sejak', moment(person.createdAt)],
        ['berhenti sejak', person.stoppedAt === null ? '' : moment(person.stoppedAt)],
      ],
      widths: [20, 50],
    },
    {
      name: 'Jabatan',
      header: ['jabatan', 'tempat', 'sejak', 'sampai'],
      rows: (await listSeatsOfPerson(db, personId)).map((s) => [
        isPosition(s.position) ? positionFacts[s.position].label : s.position,
        s.bodyName ?? s.regionName ?? '',
        moment(s.fromAt),
        s.untilAt === null ? '' : moment(s.untilAt),
      ]),
    },
    {
      name: 'Alamat',
      header: ['saluran', 'akun', 'nama profil', 'sejak', 'dipakai bersama'],
      rows: (await listCopiedAddresses(db, personId)).map((a) => [
        a.channel,
        a.userId,
        a.profileName ?? '',
        moment(a.createdAt),
        a.shared === 1 ? 'ya' : 'tidak',
      ]),
    },
    {
      name: 'Persetujuan',
      header: ['tentang', 'jawaban', 'naskah', 'saluran', 'kapan'],
      rows: (await listAllConsents(db, personId)).map((c) => [
        c.kind,
        c.given === 1 ? 'ya' : 'tidak',
        c.textVersion,
        c.channel,
        moment(c.at),
      ]),
    },
    {
      name: 'Jawaban',
      header: ['kapan', 'formulir', 'kode wilayah', 'kegiatan', 'soal', 'jawaban', 'seperti diketik'],
      rows: answers,
      widths: [24, 24, 16, 24, 40, 40, 40],
    },
    {
      name: 'Pesan',
      header: ['kapan', 'dari', 'saluran', 'isi'],
      rows: (await listCopiedMessages(db, personId)).map((m) => [moment(m.at), m.from, m.channel, wordsOf(m.body)]),
      widths: [24, 10, 14, 80],
    },
    {
      name: 'Berkas',
      header: ['kapan', 'jenis', 'ukuran', 'keterangan', 'transkrip'],
      rows: (await listCopiedFiles(db, personId)).map((f) => [
        moment(f.at),
        f.kind,
        f.bytes,
        f.caption ?? '',
        f.transcript ?? '',
      ]),
    },
  ]
  await audit(db, { at: by.now, actor: by.actor, action: 'copy_person', object: `person:${personId}` })
  return tables
}

const moment = (at: number) => `${localDate(at, officeZone)} ${localTime(at, officeZone)} ${zoneName(officeZone)}`

/** The words of a message; what has none is named by its kind. Sealed and dropped ones have none. */
function wordsOf(body: string): string {
  const message = JSON.parse(body) as {
    readonly kind?: string
    readonly text?: string
    readonly caption?: string
    readonly label?: string
  }
  return message.text ?? message.caption ?? message.label ?? (message.kind === undefined ? '' : `(${message.kind})`)
}
