import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { FormSource } from '../flows/form-source.ts'
import { endOfDay, instantOf } from '../lib/local-time.ts'
import { UsageProblem } from '../lib/problem.ts'
import { addBody } from '../store/bodies.ts'
import type { Database, Sql } from '../store/database.ts'
import { findLatestForm, installForm } from '../store/form-versions.ts'
import { type Migration, migrate } from '../store/migrate.ts'
import { beginOffices } from '../store/offices.ts'
import {
  findProgramme,
  insertCalendarRules,
  type KabupatenFacts,
  type Programme,
  saveCalendarDays,
  saveProgramme,
} from '../store/programme.ts'
import { addAliases, countRegionsFrom, findRegion, saveOfficialRegions } from '../store/regions.ts'
import { createRound, listRounds } from '../store/rounds.ts'
import { findSeedMark, setSeedMark } from '../store/seed-marks.ts'
import { formsEdition, shippedFormsFolder } from './forms-edition.ts'
import { registerSource } from './official-regions.ts'
import { readSeed, type SeedTables } from './seed-data.ts'

export interface SetUpCounts {
  readonly migrations: readonly string[]
  readonly kabupaten: readonly string[]
  /** Regions read from the official register now; 0 when they were there. */
  readonly regions: number
  /** Forms of which a new version was installed. */
  readonly newForms: readonly string[]
  readonly newRounds: readonly string[]
}

const bangkitKabupaten = ['81.05', '53.18']

/**
 * Brings a database to where work can begin: tables, places, programme, calendar, forms. It loads no person. Safe to
 * repeat: what people changed since stays, and what is there is not read again. Without `kabupaten`, those of before,
 * else the two of BangKIT. Throws `Problem` when the database is newer than we are or a form is broken.
 */
export async function setUp(
  db: Database,
  options: {
    readonly now: number
    readonly kabupaten?: readonly string[]
    /** Where a copy goes before a database that holds something is migrated. */
    readonly backupFolder: string
    readonly formsFolder?: string
    readonly migrations?: readonly Migration[]
  },
): Promise<SetUpCounts> {
  const { now } = options
  const formsFolder = options.formsFolder ?? shippedFormsFolder
  const edition = formsEdition(formsFolder)
  const migrations = await migrate(db, {
    now,
    ...(options.migrations && { migrations: options.migrations }),
    before: async () => {
      // PostgreSQL is backed up by its own tools
      if (db.dialect !== 'sqlite') return
      mkdirSync(options.backupFolder, { recursive: true })
      await db.copyTo(
        join(options.backupFolder, `before-update-${new Date(now).toISOString().replace(/[:.]/g, '')}.db`),
      )
    },
  })

  const known = await findProgramme(db)
  const kabupaten = options.kabupaten ?? (known ? Object.keys(known.kabupaten) : bangkitKabupaten)
  const wrong = kabupaten.find((code) => !/^\d\d\.\d\d$/.test(code))
  if (wrong !== undefined || kabupaten.length === 0)
    throw new UsageProblem(`"${wrong ?? ''}" is no code of a kabupaten: give codes such as 81.05,53.18.`)
  const missing: string[] = []
  for (const code of kabupaten) if ((await countRegionsFrom(db, code, registerSource)) === 0) missing.push(code)
  const { readOfficialRegions } = await import('./official-regions.ts')
  const regions = missing.length === 0 ? [] : await readOfficialRegions(missing, readSeed('zones').table)

  const forms = (await findSeedMark(db, 'forms')) === edition ? [] : await formsOf(formsFolder)

  return db.transaction(async (sql) => {
    if (regions.length > 0) await saveOfficialRegions(sql, db, regions)
    const programme = await saveProgrammeFacts(sql, known, kabupaten)
    await loadCalendarAndAliases(sql, db, kabupaten)
    const newForms: string[] = []
    for (const form of forms) {
      const installed = await installForm(sql, form, now)
      if (installed.isNew) newForms.push(installed.name)
    }
    await setSeedMark(sql, 'forms', edition)
    const newRounds = await addHistoricalRounds(sql, programme, kabupaten)
    return { migrations, kabupaten, regions: regions.length, newForms, newRounds }
  })
}

async function formsOf(folder: string): Promise<readonly FormSource[]> {
  const { readForms } = await import('./shipped-forms.ts')
  return readForms(folder)
}

/** The programme and its bodies; only what is missing is added. */
async function saveProgrammeFacts(
  sql: Sql,
  known: Programme | undefined,
  kabupaten: readonly string[],
): Promise<Programme> {
  const { table } = readSeed('programme')
  const ours = table.kabupaten.filter((k) => kabupaten.includes(k.code))
  const facts: Record<string, KabupatenFacts> = { ...known?.kabupaten }
  for (const code of kabupaten) facts[code] ??= await kabupatenFacts(sql, table, code)

  const { code, name, longName, funder, implementer } = table.programme
  // another kabupaten, another programme: a neutral name until an administrator gives it its own
  const identity =
    ours.length > 0
      ? { code, name, longName, funder, implementer }
      : { code: 'program', name: 'Program Desa', longName: 'Pemantauan Program Desa', funder: null, implementer: '' }
  const programme = { ...identity, ...known, kabupaten: facts }
  const { id: _, ...saved } = { id: 0, ...programme }
  const id = await saveProgramme(sql, saved)
  for (const code of kabupaten) await beginOffices(sql, code, table.offices[code])
  for (const { code: kabupatenCode, body } of ours)
    await addBody(sql, id, {
      kabupatenCode,
      kind: body.kind,
      name: body.name,
      decree: `SK ${body.decree.by} Nomor ${body.decree.number}${body.decree.number.endsWith(`/${body.decree.year}`) ? '' : ` Tahun ${body.decree.year}`}`,
      memberCount: body.members,
    })
  return { ...programme, id }
}

async function kabupatenFacts(sql: Sql, table: SeedTables['programme'], code: string): Promise<KabupatenFacts> {
  const region = await findRegion(sql, code)
  const shipped = table.kabupaten.find((k) => k.code === code)
  return {
    short: shipped?.short ?? initials(region!.name),
    name: region!.name,
    zone: region!.zone,
  }
}

/** Up to three letters: "Sumba Barat Daya" → SBD, "Ende" → END. */
function initials(name: string): string {
  const words = name.split(/\s+/)
  return (words.length > 1 ? words.map((w) => w[0]).join('') : name).slice(0, 3).toUpperCase()
}

async function loadCalendarAndAliases(sql: Sql, db: Database, kabupaten: readonly string[]): Promise<void> {
  const holidays = readSeed('holidays')
  const ramadan = readSeed('ramadan')
  const calendarEdition = `${holidays.edition} ${ramadan.edition}`
  if ((await findSeedMark(sql, 'calendar')) !== calendarEdition) {
    await saveCalendarDays(sql, [
      ...holidays.table.holidays.map(({ on, kind, name, feast, source }) => ({
        fromOn: on,
        untilOn: on,
        kind,
        name,
        feast: feast ?? null,
        scope: '',
        source,
      })),
      ...ramadan.table.ramadan.map(({ year, fromOn, untilOn }) => ({
        fromOn,
        untilOn,
        kind: 'ramadan' as const,
        name: `Ramadan ${year}`,
        feast: null,
        scope: '',
        source: 'ramadan',
      })),
    ])
    await setSeedMark(sql, 'calendar', calendarEdition)
  }
  for (const { code, rules } of readSeed('programme').table.kabupaten)
    if (kabupaten.includes(code)) await insertCalendarRules(sql, code, rules)

  const aliases = readSeed('aliases')
  const aliasEdition = `${aliases.edition} ${[...kabupaten].sort().join(',')}`
  if ((await findSeedMark(sql, 'aliases')) !== aliasEdition) {
    await addAliases(
      sql,
      db,
      aliases.table.aliases.map(({ code, name }) => ({ regionCode: code, alias: name })),
    )
    await setSeedMark(sql, 'aliases', aliasEdition)
  }
}

/** The rounds that were held before this software: closed, so that the next one is the fourth. */
async function addHistoricalRounds(
  sql: Sql,
  programme: Programme,
  kabupaten: readonly string[],
): Promise<readonly string[]> {
  const { table } = readSeed('programme')
  if (!table.kabupaten.some((k) => kabupaten.includes(k.code))) return []
  const known = new Set((await listRounds(sql)).map((r) => r.code))
  const added: string[] = []
  for (const round of table.rounds) {
    if (known.has(round.code)) continue
    const forms = []
    for (const { form, ...dates } of round.forms) {
      // the file is named with dashes, the form with underscores
      const version = await findLatestForm(sql, form.replaceAll('-', '_'))
      if (version) forms.push({ ...dates, formName: version.name, formVersionId: version.id })
    }
    if (forms.length < round.forms.length) continue
    const { code, number } = round
    const id = await createRound(sql, {
      programmeId: programme.id,
      code,
      number,
      state: 'closed',
      kabupaten: '',
      demo: false,
      forms,
    })
    const opensOn = forms.map((f) => f.opensOn).sort()[0]!
    const dueOn = forms
      .map((f) => f.dueOn)
      .sort()
      .at(-1)!
    const zone = Object.values(programme.kabupaten)[0]!.zone
    await sql.run(
      'update round set opened_at = $2, closed_at = $3 where id = $1',
      id,
      instantOf(opensOn, '00:00', zone),
      endOfDay(dueOn, zone),
    )
    added.push(code)
  }
  return added
}
