import type { Command } from './command.ts'

/**
 * Every command: its name, one line about it, and the file with the rest, loaded only when it is called so that reading
 * a reply does not wait for a database driver. A new command is a file beside this one, a line here and the right it takes in `command-rights.ts`.
 */
export interface CommandEntry {
  readonly summary: string
  load(): Promise<{ readonly command: Command }>
}

const table = {
  start: {
    summary: 'the service: channels, conversations, reminders, console (what `npm start` runs)',
    load: () => import('./start.ts'),
  },
  chat: {
    summary: 'a conversation at the keyboard, as an invented person',
    load: () => import('./chat.ts'),
  },
  setup: {
    summary: 'create and migrate the database, load regions and the shipped forms',
    load: () => import('./setup.ts'),
  },
  'demo load': { summary: 'add invented people and places', load: () => import('./demo-load.ts') },
  simulate: {
    summary: 'let many simulated villages answer a round, with faults',
    load: () => import('./simulate.ts'),
  },
  'demo run': {
    summary: 'play a whole round with invented people in a minute',
    load: () => import('./demo-run.ts'),
  },
  'usage list': {
    summary: 'whether goods are still in use and trainings practised, as villages answered later',
    load: () => import('./usage-list.ts'),
  },
  'demo clear': { summary: 'remove them again', load: () => import('./demo-clear.ts') },
  'people template': {
    summary: 'write an empty workbook for contacts and seats',
    load: () => import('./people-template.ts'),
  },
  'people import': { summary: 'take in contacts and seats from a workbook', load: () => import('./people-import.ts') },
  'people list': {
    summary: 'list people, their seats and how they are reached',
    load: () => import('./people-list.ts'),
  },
  'people invite': { summary: 'make invitation codes and links', load: () => import('./people-invite.ts') },
  'people end': { summary: 'end somebody’s time in a seat and hand it over', load: () => import('./people-end.ts') },
  'people copy': {
    summary: 'write what is kept about a person, for that person',
    load: () => import('./people-copy.ts'),
  },
  'people erase': {
    summary: 'erase a person, as UU 27/2022 gives them the right to',
    load: () => import('./people-erase.ts'),
  },
  'people merge': { summary: 'make two rows of one person one', load: () => import('./people-merge.ts') },
  'complaint count': {
    summary: 'how many confidential complaints there are, without what they say',
    load: () => import('./complaint-count.ts'),
  },
  'story list': { summary: 'stories of change and how far each is', load: () => import('./story-list.ts') },
  'story show': { summary: 'a story as told and as edited', load: () => import('./story-show.ts') },
  'story edit': { summary: 'write down a story as it should go out', load: () => import('./story-edit.ts') },
  'story ask': { summary: 'show it to whoever told it, for approval', load: () => import('./story-ask.ts') },
  'story publish': { summary: 'note that an approved story is out', load: () => import('./story-publish.ts') },
  'story withdraw': { summary: 'take a story back', load: () => import('./story-withdraw.ts') },
  'policy send': {
    summary: 'send a refresher on PSEAH, child protection or anti-fraud, to be acknowledged',
    load: () => import('./policy-send.ts'),
  },
  'policy status': { summary: 'who has read a refresher and who has not', load: () => import('./policy-status.ts') },
  'policy end': { summary: 'remind nobody of a refresher any more', load: () => import('./policy-end.ts') },
  'plan versions': {
    summary: 'the versions of a village’s livelihood plan, one a year',
    load: () => import('./plan-versions.ts'),
  },
  'plan diff': { summary: 'what changed in a village’s plan since last year', load: () => import('./plan-diff.ts') },
  'plan template': { summary: 'write an empty workbook for plan activities', load: () => import('./plan-template.ts') },
  'plan import': {
    summary: 'take in the villages’ plan activities from a workbook',
    load: () => import('./plan-import.ts'),
  },
  'words template': { summary: 'write an empty workbook for local words', load: () => import('./words-template.ts') },
  'words import': {
    summary: 'teach the readers words of a kabupaten from a workbook',
    load: () => import('./words-import.ts'),
  },
  'words list': { summary: 'list the words that were taught', load: () => import('./words-list.ts') },
  read: { summary: 'read replies in Bahasa Indonesia from standard input', load: () => import('./read.ts') },
  'flow check': { summary: 'check forms and say what is wrong with them', load: () => import('./flow-check.ts') },
  'flow install': { summary: 'make a form one that rounds can ask', load: () => import('./flow-install.ts') },
  'flow convert': { summary: 'write a form as YAML, XLSForm or XForm', load: () => import('./flow-convert.ts') },
  'flow move': {
    summary: 'let running reports go on with a newer version of their form',
    load: () => import('./flow-move.ts'),
  },
  'round create': { summary: 'make a draft round', load: () => import('./round-create.ts') },
  'round open': { summary: 'open a round, or say what that would do', load: () => import('./round-open.ts') },
  'round status': { summary: 'how far a round is', load: () => import('./round-status.ts') },
  'round steps': { summary: 'what each reminder of a round brought in', load: () => import('./round-steps.ts') },
  'round list': { summary: 'list rounds', load: () => import('./round-list.ts') },
  'round extend': { summary: 'give places more time', load: () => import('./round-extend.ts') },
  'round excuse': { summary: 'let places owe nothing in a round', load: () => import('./round-excuse.ts') },
  'round reopen': {
    summary: 'open a closed round, or ask excused places again',
    load: () => import('./round-reopen.ts'),
  },
  'round cancel': { summary: 'take back an opening that nobody heard of', load: () => import('./round-cancel.ts') },
  'round close': { summary: 'end a round', load: () => import('./round-close.ts') },
  'round pause': { summary: 'hold back everything that the bot starts', load: () => import('./round-pause.ts') },
  'round resume': { summary: 'let it go on', load: () => import('./round-resume.ts') },
  'whatsapp template': {
    summary: 'name the approved template for a purpose',
    load: () => import('./whatsapp-template.ts'),
  },
  'whatsapp templates': { summary: 'list them', load: () => import('./whatsapp-templates.ts') },
  'matrix show': {
    summary: 'the matrix of recommendations of a kecamatan or kabupaten',
    load: () => import('./matrix-show.ts'),
  },
  'matrix freeze': { summary: 'keep the matrix as it was signed', load: () => import('./matrix-freeze.ts') },
  'matrix stage': { summary: 'move a recommendation in the planning cycle', load: () => import('./matrix-stage.ts') },
  'meeting add': { summary: 'put a meeting into the register', load: () => import('./meeting-add.ts') },
  'meeting note': { summary: 'note decisions, promises and who came', load: () => import('./meeting-note.ts') },
  'meeting deliver': { summary: 'bring results of kecamatan to a rakor', load: () => import('./meeting-deliver.ts') },
  'meeting settle': { summary: 'say what became of a promise', load: () => import('./meeting-settle.ts') },
  'meeting list': { summary: 'list meetings and who came', load: () => import('./meeting-list.ts') },
  'document add': {
    summary: 'put a decree, plan, minutes … into the register, or a new version',
    load: () => import('./document-add.ts'),
  },
  'document list': { summary: 'find documents in the register', load: () => import('./document-list.ts') },
  'document show': { summary: 'one document, or its file', load: () => import('./document-show.ts') },
  'document settle': { summary: 'say that it was agreed or signed', load: () => import('./document-settle.ts') },
  'document refer': {
    summary: 'say which meeting or recommendation it belongs to',
    load: () => import('./document-refer.ts'),
  },
  'meeting show': { summary: 'one meeting, or all that lies on its table', load: () => import('./meeting-show.ts') },
  'interest add': {
    summary: 'note that a village, kecamatan or kabupaten wants to take part',
    load: () => import('./interest-add.ts'),
  },
  'interest list': { summary: 'who wants to take part, by level', load: () => import('./interest-list.ts') },
  'interest settle': { summary: 'say what became of it', load: () => import('./interest-settle.ts') },
  'field-work': {
    summary: 'what reports show of each fasilitator’s work, for fee claims',
    load: () => import('./field-work.ts'),
  },
  'indicator list': {
    summary: 'targets and achievement by indicator, kabupaten and period',
    load: () => import('./indicator-list.ts'),
  },
  'indicator target': { summary: 'set a target', load: () => import('./indicator-target.ts') },
  'indicator achieved': { summary: 'enter a number with its source', load: () => import('./indicator-achieved.ts') },
  'indicator add': { summary: 'add an indicator of your own', load: () => import('./indicator-add.ts') },
  'indicator history': { summary: 'what was entered for one, and why', load: () => import('./indicator-history.ts') },
  'work template': { summary: 'write an empty workbook for the work plan', load: () => import('./work-template.ts') },
  'work import': { summary: 'take in the work plan of the team', load: () => import('./work-import.ts') },
  'work add': { summary: 'add one activity, such as what answers an audit', load: () => import('./work-add.ts') },
  'work list': { summary: 'the work plan with planned and actual dates', load: () => import('./work-list.ts') },
  'work note': { summary: 'say what was begun, done or moved', load: () => import('./work-note.ts') },
  'work history': { summary: 'what was changed of an activity, and why', load: () => import('./work-history.ts') },
  'breach open': { summary: 'write down that personal data may have got out', load: () => import('./breach-open.ts') },
  'breach list': {
    summary: 'breaches, the hours that are left, who is touched',
    load: () => import('./breach-list.ts'),
  },
  'breach letter': { summary: 'draft the letter to people or authority', load: () => import('./breach-letter.ts') },
  'breach tell': {
    summary: 'write to those who are touched, or note who was told',
    load: () => import('./breach-tell.ts'),
  },
  'breach close': { summary: 'end a breach when everybody was told', load: () => import('./breach-close.ts') },
  'consent list': { summary: 'texts that people agree to, and who agreed', load: () => import('./consent-list.ts') },
  'consent publish': { summary: 'put a new such text in force', load: () => import('./consent-publish.ts') },
  'retention list': { summary: 'how long each kind of data is kept', load: () => import('./retention-list.ts') },
  'retention set': { summary: 'change how long a kind is kept', load: () => import('./retention-set.ts') },
  'retention run': { summary: 'drop what is over its time, or count it', load: () => import('./retention-run.ts') },
  quality: {
    summary: 'how good the data of a round is, and whose village is late',
    load: () => import('./quality.ts'),
  },
  'map import': { summary: 'take in outlines of villages from GeoJSON', load: () => import('./map-import.ts') },
  'map draw': {
    summary: 'a map of who has reported, or who named a constraint',
    load: () => import('./map-draw.ts'),
  },
  'planning list': {
    summary: 'dates of the planning cycle, from Musdes to APBD',
    load: () => import('./planning-list.ts'),
  },
  'planning set': { summary: 'set such a date for a kabupaten', load: () => import('./planning-set.ts') },
  'opd list': { summary: 'the offices of a kabupaten', load: () => import('./opd-list.ts') },
  'opd template': { summary: 'write an empty workbook for offices', load: () => import('./opd-template.ts') },
  'opd import': { summary: 'take in offices from a workbook', load: () => import('./opd-import.ts') },
  'sync list': {
    summary: 'village activities and recommendations against programmes of offices',
    load: () => import('./sync-list.ts'),
  },
  'sync match': { summary: 'put an activity into a programme of an office', load: () => import('./sync-match.ts') },
  'sync unmatch': { summary: 'take it out again', load: () => import('./sync-unmatch.ts') },
  'programme-opd import': {
    summary: 'take in programmes of offices with their places',
    load: () => import('./programme-opd-import.ts'),
  },
  'programme-opd list': {
    summary: 'places left per programme and year',
    load: () => import('./programme-opd-list.ts'),
  },
  remind: { summary: 'queue what the ladder wants sent at an instant', load: () => import('./remind.ts') },
  digest: { summary: 'print and queue the weekly digests', load: () => import('./digest.ts') },
  'flow play': { summary: 'play a form as a chat in the terminal', load: () => import('./flow-play.ts') },
  print: {
    summary: 'write a matrix, a report or a blank form as PDF or Word file',
    load: () => import('./print.ts'),
  },
  export: { summary: 'write the answers of a round to a file', load: () => import('./export.ts') },
  expr: { summary: 'evaluate one form expression', load: () => import('./expr.ts') },
  backup: { summary: 'back up database and attachments while the service runs', load: () => import('./backup.ts') },
  restore: { summary: 'put a backup in place', load: () => import('./restore.ts') },
  doctor: { summary: 'look whether all is well', load: () => import('./doctor.ts') },
  'console link': { summary: 'make a one-use sign-in link', load: () => import('./console-link.ts') },
} satisfies Readonly<Record<string, CommandEntry>>

export const commands: Readonly<Record<string, CommandEntry>> = table
export type CommandName = keyof typeof table
