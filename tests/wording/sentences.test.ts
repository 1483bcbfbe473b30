import { describe, expect, it } from 'vitest'
import { consentKinds } from '../../src/domain/consents.ts'
import type { OutboundMessage } from '../../src/messages/outbound.ts'
import { readToken } from '../../src/messages/tokens.ts'
import type { Audience } from '../../src/wording/context.ts'
import { breachTold } from '../../src/wording/system/breach.ts'
import { noRoundFor, nudge, nudged, siapaBelum } from '../../src/wording/system/camat.ts'
import {
  complaintAlarm,
  complaintHelp,
  complaintLeft,
  complaintNoFiles,
  complaintReferral,
  complaintState,
  complaintTaken,
} from '../../src/wording/system/complaint.ts'
import { consentAgain, consentKept, consentRefused } from '../../src/wording/system/consents.ts'
import { accessClosed, fileLost, fileTooBig, parked, unsupported } from '../../src/wording/system/content.ts'
import { helpNoted, staffMessage, wrongContactNoted } from '../../src/wording/system/help.ts'
import { chooseReport, menu, nothingOwed, reportOrComplaint } from '../../src/wording/system/menu.ts'
import {
  askDeletion,
  askLanguage,
  deletionCancelled,
  deletionNoted,
  languageSet,
  ownData,
} from '../../src/wording/system/own-data.ts'
import {
  consentDeclined,
  consentReminder,
  startedAgain,
  stopped,
  stoppedReminder,
} from '../../src/wording/system/permission.ts'
import { policyLater, policyMessage, policyThanks } from '../../src/wording/system/policy.ts'
import { type Debt, escalation, invitation, reminder, roundOpenedForCamat } from '../../src/wording/system/reminders.ts'
import {
  roundNotOpened,
  roundOpened,
  roundOpenRefused,
  roundPreview,
  roundStatus,
  rounds,
} from '../../src/wording/system/rounds.ts'
import { codeReply, welcomeStranger, whoIsWriting } from '../../src/wording/system/strangers.ts'
import { raja, shown, wednesday } from './support.ts'

const programme = 'BangKIT'
const desa = { obligationId: 41, title: 'Pemantauan desa', place: 'Negeri Tanah Rata' }
const kecamatan = { obligationId: 42, title: 'Koordinasi kecamatan', place: 'Kecamatan Teluk Ujung' }
const dueOn = '2024-08-21'
const debt = (state: Debt['state'], changes: Partial<Debt> = {}): Debt => ({ ...desa, dueOn, state, ...changes })
/** The camat of the kecamatan, a woman. */
const camat = (to: Audience): Audience => ({ ...to, sapaan: 'Ibu' })
const half = { kind: 'half_done', answered: 12, of: 31 } as const

/** Every sentence that is no reply inside a form, with what it is for. Read as one page in `sentences.id.txt`. */
const sentences: readonly [what: string, say: (to: Audience) => OutboundMessage][] = [
  ['somebody unknown writes', (to) => welcomeStranger({ programme }, to)],
  ['an invitation code fits', (to) => codeReply({ kind: 'accepted', position: 'Raja Negeri', place: desa.place }, to)],
  ['a code that is too old', (to) => codeReply({ kind: 'expired' }, to)],
  ['a code used before', (to) => codeReply({ kind: 'used' }, to)],
  ['a code that does not exist', (to) => codeReply({ kind: 'unknown' }, to)],
  ['too many codes tried', (to) => codeReply({ kind: 'too_many', minutes: 15 }, to)],
  [
    'a phone shared by two',
    (to) =>
      whoIsWriting(
        [
          { personId: 1, name: 'Abdul' },
          { personId: 2, name: 'Salma' },
        ],
        to,
      ),
  ],

  ['consent is still missing', consentReminder],
  ['consent was declined', consentDeclined],
  ['berhenti', stopped],
  ['somebody who stopped writes', stoppedReminder],
  ['mulai after berhenti', startedAgain],

  [
    'no open question, one report begun',
    (to) => menu({ open: [{ ...desa, progress: { answered: 12, of: 31 } }], owed: [] }, to),
  ],
  ['no open question, one report owed', (to) => menu({ open: [], owed: [desa] }, to)],
  ['no open question, nothing owed', (to) => menu({ open: [], owed: [] }, to)],
  ['nothing owed, next round known', (to) => nothingOwed({ nextOn: '2024-10-07' }, to)],
  ['several reports', (to) => chooseReport([{ ...desa, progress: { answered: 12, of: 31 } }, kecamatan], to)],
  ['lapor', reportOrComplaint],
  ['pengaduan, where nothing can be taken in', complaintReferral],
  ['pengaduan, help while telling', complaintHelp],
  ['pengaduan, a photo', (to) => complaintNoFiles(false, to)],
  ['pengaduan, a voice note where photos are taken', (to) => complaintNoFiles(true, to)],
  ['pengaduan, left', complaintLeft],
  [
    'a refresher to be read',
    (to) => policyMessage({ question: 7, topic: 'antikorupsi', text: '', again: false, name: 'Abdul' }, to),
  ],
  [
    'a refresher, again',
    (to) => policyMessage({ question: 7, topic: 'perlindungan_anak', text: '', again: true, name: 'Abdul' }, to),
  ],
  ['a refresher was read', policyThanks],
  ['a refresher, not yet', policyLater],
  ['pengaduan, its code', (to) => complaintTaken('K7QM-2XPA', to)],
  ['cek, a new one', (to) => complaintState('baru', to)],
  ['cek, taken up', (to) => complaintState('ditangani', to)],
  ['cek, done', (to) => complaintState('selesai', to)],
  ['cek, no such code', (to) => complaintState(undefined, to)],
  ['an officer is told', (to) => complaintAlarm(false, to)],
  ['an officer is told, urgent', (to) => complaintAlarm(true, to)],

  [
    'data saya',
    (to) =>
      ownData(
        {
          name: 'Abdul',
          seats: ['Raja Negeri, Negeri Tanah Rata'],
          channels: ['Telegram', 'WhatsApp'],
          consents: [
            { kind: 'reporting', given: true, at: wednesday, textVersion: 'pendaftaran 1' },
            { kind: 'photo', given: false, at: wednesday, textVersion: 'photo 2' },
          ],
          reports: 2,
          answers: 61,
          photos: 3,
        },
        to,
      ),
  ],
  [
    'data saya before consent',
    (to) => ownData({ name: 'Abdul', seats: [], channels: [], consents: [], reports: 0, answers: 0, photos: 0 }, to),
  ],
  [
    'a new text of a consent',
    (to) => consentAgain({ question: 7, kind: 'photo', text: 'Foto dipakai dalam laporan dan di situs program.' }, to),
  ],
  ['a new text, agreed to', consentKept],
  ...consentKinds.map((kind): [string, (to: Audience) => OutboundMessage] => [
    `a new text of ${kind}, not agreed to`,
    (to) => consentRefused(kind, to),
  ]),
  [
    'personal data may have got out',
    (to) =>
      breachTold(
        {
          name: 'Abdul',
          kinds: ['identitas', 'percakapan'],
          what: 'Pada 12 Agustus 2024 sebuah laptop tim hilang.',
          handling: 'kuncinya diganti.',
          contact: 'Yayasan Contoh',
        },
        to,
      ),
  ],
  ['hapus data saya', askDeletion],
  ['hapus data saya, confirmed', (to) => deletionNoted(wednesday + 3 * 86_400_000, to)],
  ['hapus data saya, not after all', deletionCancelled],
  ['bahasa', askLanguage],
  ['a language chosen', languageSet],

  ['a sticker', (to) => unsupported('sticker', to)],
  ['a call', (to) => unsupported('call', to)],
  ['a poll', (to) => unsupported('poll', to)],
  ['a file that is too big', (to) => fileTooBig(20 * 1024 * 1024, to)],
  ['a file that could not be opened', fileLost],
  ['somebody whom staff shut out', (to) => accessClosed({ programme }, to)],
  ['a message that failed three times', parked],
  ['help asked for', (to) => helpNoted({ byOn: '2024-08-15' }, to)],
  ['help by the fasilitator', (to) => helpNoted({ who: 'Ibu Salma', byOn: '2024-08-19' }, to)],
  ['help asked for again', (to) => helpNoted({ byOn: '2024-08-15', again: true }, to)],
  ['bukan saya, and who instead', wrongContactNoted],
  ['a note from staff', (to) => staffMessage({ text: 'Rapat dipindah ke hari Kamis.' }, to)],

  ['invitation', (to) => invitation({ ...desa, name: 'Abdul', roundNumber: 2, dueOn }, to)],
  [
    'invitation of a kecamatan',
    (to) => invitation({ ...kecamatan, name: 'Rahman', roundNumber: 2, dueOn, villages: { in: 9, of: 11 } }, camat(to)),
  ],
  ['reminder, not started', (to) => reminder([debt({ kind: 'not_started' })], to)],
  ['reminder, not started, last day', (to) => reminder([debt({ kind: 'not_started' }, { dueOn: '2024-08-14' })], to)],
  ['reminder, half done', (to) => reminder([debt(half)], to)],
  [
    'reminder, half done at an activity',
    (to) => reminder([debt({ ...half, at: { index: 3, name: 'Kebun pala' } })], to),
  ],
  ['reminder, only the photo', (to) => reminder([debt({ kind: 'waiting_photo' }, { dueOn: '2024-08-15' })], to)],
  ['reminder, only to be sent', (to) => reminder([debt({ kind: 'waiting_recap' })], to)],
  ['reminder, returned by the camat', (to) => reminder([debt({ kind: 'returned', count: 2, by: 'camat' })], to)],
  ['reminder, returned by the team', (to) => reminder([debt({ kind: 'returned', count: 1, by: 'team' })], to)],
  [
    'several debts of one person',
    (to) =>
      reminder(
        [
          debt({ kind: 'returned', count: 2, by: 'camat' }),
          debt(half, { obligationId: 43, place: 'Desa Air Besar' }),
          debt({ kind: 'waiting_photo' }, { obligationId: 44, place: 'Desa Batu Licin' }),
          debt({ kind: 'waiting_recap' }, { obligationId: 45, place: 'Desa Tanjung' }),
          debt({ kind: 'not_started' }, { ...kecamatan, dueOn: '2024-08-12' }),
        ],
        to,
      ),
  ],
  [
    'escalation to the camat',
    (to) =>
      escalation(
        {
          for: 'camat',
          title: desa.title,
          dueOn: '2024-08-13',
          in: 9,
          of: 11,
          late: [
            { place: 'Desa Air Besar', state: { answered: 12, of: 31 } },
            { place: 'Desa Batu Licin', state: 'not_started' },
          ],
        },
        camat(to),
      ),
  ],
  [
    'escalation to the fasilitator',
    (to) =>
      escalation(
        {
          for: 'fasilitator',
          title: desa.title,
          dueOn: '2024-08-11',
          in: 2,
          of: 3,
          late: [{ place: 'Desa Batu Licin', state: 'nobody' }],
        },
        camat(to),
      ),
  ],
  [
    'escalation to staff',
    (to) =>
      escalation(
        {
          for: 'staff',
          kabupaten: 'Seram Bagian Timur',
          title: desa.title,
          dueOn: '2024-08-07',
          in: 10,
          of: 30,
          late: Array.from({ length: 20 }, (_, i) => ({ place: `Desa ${i + 1}`, state: 'not_started' as const })),
        },
        camat(to),
      ),
  ],
  [
    'the camat learns that a round began',
    (to) =>
      roundOpenedForCamat(
        { title: desa.title, roundNumber: 2, villages: 11, place: kecamatan.place, dueOn },
        camat(to),
      ),
  ],

  [
    'siapa belum',
    (to) =>
      siapaBelum(
        {
          place: kecamatan.place,
          in: 9,
          of: 11,
          late: [
            { regionCode: '81.05.15.2003', place: 'Desa Air Besar', started: true },
            { regionCode: '81.05.15.2007', place: 'Desa Batu Licin', started: false },
          ],
        },
        camat(to),
      ),
  ],
  ['siapa belum, all in', (to) => siapaBelum({ place: kecamatan.place, in: 11, of: 11, late: [] }, camat(to))],
  ['siapa belum, no round', (to) => noRoundFor(kecamatan.place, camat(to))],
  ['a nudge by the camat', (to) => nudge({ ...desa, dueOn, kecamatan: 'Teluk Ujung' }, to)],
  ['a nudge by the team', (to) => nudge({ ...desa, dueOn }, to)],
  ['nudged', (to) => nudged('Desa Air Besar', { kind: 'sent' }, camat(to))],
  [
    'nudged in a quiet time',
    (to) => nudged('Desa Air Besar', { kind: 'later', at: wednesday + 86_400_000 }, camat(to)),
  ],
  ['nudged twice', (to) => nudged('Desa Air Besar', { kind: 'already_today' }, camat(to))],
  ['nobody to nudge', (to) => nudged('Desa Air Besar', { kind: 'nobody' }, camat(to))],

  [
    '/putaran',
    (to) =>
      rounds(
        [
          { code: '2024-10', state: 'draft', dueOn: '2024-10-31' },
          { code: '2024-07', state: 'open', dueOn },
          { code: '2024-02', state: 'closed', dueOn: '2024-02-29' },
        ],
        to,
      ),
  ],
  ['/putaran without rounds', (to) => rounds([], to)],
  ['an open round', (to) => roundStatus({ code: '2024-07', dueOn, in: 52, of: 70, half: 6, late: 0 }, to)],
  [
    'who would be contacted',
    (to) =>
      roundPreview(
        {
          code: '2024-10',
          dueOn: '2024-10-31',
          invited: 66,
          firstAt: wednesday + 86_400_000,
          channels: [
            { channel: 'Telegram', count: 50 },
            { channel: 'WhatsApp', count: 16 },
          ],
          waiting: 14,
          unreachable: ['Desa A', 'Desa B', 'Desa C', 'Desa D', 'Desa E', 'Desa F'],
        },
        to,
      ),
  ],
  ['a round opened', (to) => roundOpened({ code: '2024-10', invited: 66, firstAt: wednesday + 86_400_000 }, to)],
  ['a round not opened', (to) => roundNotOpened('2024-10', to)],
  ['a round that cannot be opened', (to) => roundOpenRefused('2024-10', 'belum ada formulir yang dipilih.', to)],
]

describe('sentences outside the forms', () => {
  it.each(['id', 'en'])('read like this in %s', async (language) => {
    const page = sentences.map(([what, say]) => `# ${what}\n${shown(say(raja({ language })))}\n`).join('\n')
    await expect(page).toMatchFileSnapshot(`./sentences.${language}.txt`)
  })

  it('fit a small screen: at most 480 characters, lists aside', () => {
    const lists = /several debts|escalation|siapa belum|putaran|contacted|data saya|welcome|unknown|pengaduan/
    const long = sentences.filter(([what, say]) => !lists.test(what) && say(raja()).text.length > 480)
    expect(long.map(([what]) => what)).toEqual([])
  })

  it('carry buttons that the reader of buttons understands, within the limits of the channels', () => {
    for (const [what, say] of sentences)
      for (const { data } of say(raja()).choices ?? []) {
        expect(readToken(data), `${what}: ${data}`).toBeDefined()
        expect(Buffer.byteLength(data), what).toBeLessThanOrEqual(64)
      }
  })

  it('list the choices where a channel has no buttons, and keep them for a typed number', () => {
    const message = reportOrComplaint(raja({ channel: 'whatsapp-web' }))
    expect(message.text).toBe('Mau melapor apa, Bapak Raja?\n1. Isi laporan pemantauan\n2. Pengaduan rahasia')
    expect(message.choices?.map(({ data }) => readToken(data))).toEqual([
      { kind: 'command', word: 'mulai' },
      { kind: 'command', word: 'pengaduan' },
    ])
  })

  it('refuse a reminder about nothing', () => {
    expect(() => reminder([], raja())).toThrow('something that is owed')
  })

  it('take what staff write as text and nothing else', () => {
    expect(staffMessage({ who: 'Ibu Salma', text: '{ $sapaan } *tebal*' }, raja()).text).toBe(
      'Pesan dari Ibu Salma:\n{ $sapaan } *tebal*',
    )
  })
})
