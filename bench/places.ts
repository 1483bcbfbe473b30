// Reading over many places: digests, the console's queries, matrices and the export, with every village reported.
// `node bench/places.ts VILLAGES` prints one line of JSON.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { exportRows } from '../src/app/export-round.ts'
import { matrixNow } from '../src/app/matrix.ts'
import { programmeDigests } from '../src/app/programme-digests.ts'
import { readLarge } from '../src/app/read-aside.ts'
import { makeDigests } from '../src/app/round-digest.ts'
import { setUp } from '../src/app/set-up.ts'
import { openServices } from '../src/cli/open-services.ts'
import { WHOLE_PROGRAMME } from '../src/domain/regions.ts'
import { ManualClock } from '../src/lib/clock.ts'
import { instantOf } from '../src/lib/local-time.ts'
import { silentLogger } from '../src/lib/logger.ts'
import { openDatabase } from '../src/store/database.ts'
import { findLatestForm } from '../src/store/form-versions.ts'
import { findProgramme } from '../src/store/programme.ts'
import { listPlaces } from '../src/store/progress.ts'
import { createRound, listRounds } from '../src/store/rounds.ts'

const villages = Number(process.argv[2] ?? 8_254)
const now = instantOf('2025-05-19', '10:00', 'Asia/Makassar')
const folder = mkdtempSync(join(tmpdir(), 'kentongan-bench-'))
const db = await openDatabase(`file:${join(folder, 'bench.db')}`)
await setUp(db, { now, backupFolder: join(folder, 'backups') })
const programme = (await findProgramme(db))!
const form = (await findLatestForm(db, 'pemantauan_desa'))!
await createRound(db, {
  programmeId: programme.id,
  code: '2025-05',
  number: 9,
  state: 'open',
  kabupaten: '',
  demo: true,
  forms: [
    {
      formName: form.name,
      formVersionId: form.id,
      level: 'desa',
      depth: 'core',
      opensOn: '2025-05-06',
      dueOn: '2025-05-20',
    },
  ],
})
const round = (await listRounds(db)).at(-1)!

// invented kabupaten of 160 villages, eleven to a kecamatan, as the country has them: each village with a head, a report
// and six answered activities
await db.transaction(async (sql) => {
  const numbers = (count: number) =>
    `(with recursive n(i) as (select 0 union all select i + 1 from n where i < ${count - 1}) select i from n)`
  const code = `printf('%02d.%02d.%02d.%04d', 11 + i / 3200, 1 + i / 160 % 20, 1 + i % 160 / 11, 2001 + i % 160 % 11)`
  await sql.run(
    `insert into region (code, parent_code, level, name, official_name, kind, village_type, zone, reporting, source, demo)
     select ${code}, substr(${code}, 1, 8), 'desa', 'Desa ' || i, 'Desa ' || i, 'desa', 'dampingan', 'Asia/Makassar', 'one', 'bench', 1 from ${numbers(villages)}`,
  )
  await sql.run(
    `insert into region (code, parent_code, level, name, official_name, kind, village_type, zone, reporting, source, demo)
     select distinct parent_code, substr(parent_code, 1, 5), 'kecamatan', 'Kecamatan ' || parent_code, 'K', '', '', 'Asia/Makassar', 'one', 'bench', 1 from region where source = 'bench'`,
  )
  await sql.run(
    `insert into obligation (round_form_id, region_code, opens_at, due_at)
     select f.id, r.code, $1, $2 from region r join round_form f on f.round_id = $3 where r.source = 'bench' and r.level = 'desa'`,
    now - 13 * 86_400_000,
    now + 86_400_000,
    round.id,
  )
  await sql.run(
    `insert into person (name, sex, language, demo, created_at) select name, 'l', 'id', 1, 0 from region where source = 'bench' and level = 'desa'`,
  )
  await sql.run(
    `insert into seat (region_code, position, official, demo) select code, 'kepala_desa', 1, 1 from region where source = 'bench' and level = 'desa'`,
  )
  await sql.run(
    `insert into holding (seat_id, person_id, from_at) select s.id, p.id, 0 from seat s join region r on r.code = s.region_code join person p on p.name = r.name`,
  )
  await sql.run(
    `insert into report (obligation_id, seat_id, form_version_id, state, started_at, submitted_at)
     select o.id, s.id, $1, 'submitted', $2, $2 from obligation o join seat s on s.region_code = o.region_code
     where o.round_form_id in (select id from round_form where round_id = $3)`,
    form.id,
    now - 86_400_000,
    round.id,
  )
  const answers = [
    [
      'status',
      `'"' || case (r.id + i) % 4 when 0 then 'selesai' when 1 then 'berjalan' when 2 then 'belum' else 'berjalan' end || '"'`,
    ],
    ['persen', `cast((r.id * 7 + i) % 99 + 1 as text)`],
    ['kendala', `'["cuaca"]'`],
    ['dukungan', `'["pelatihan"]'`],
    ['dukungan_dari', `'["opd"]'`],
  ] as const
  for (const [name, value] of answers)
    await sql.run(
      `insert into answer (report_id, path, seq, value, how, at) select r.id, 'kegiatan[' || r.id || '-' || i || ']/${name}', 1, ${value}, 'given', $1
       from report r join ${numbers(6)} where r.obligation_id is not null and r.started_at = $1`,
      now - 86_400_000,
    )
  await sql.run(
    `insert into answer (report_id, path, seq, value, how, at) select id, 'hadir', 1, '{"total":20,"l":11,"p":9}', 'given', $1 from report where started_at = $1`,
    now - 86_400_000,
  )
})
// six rows of a matrix in each kecamatan, each for three villages
await db.transaction(async (sql) => {
  for (let row = 0; row < 6; row++)
    await sql.run(
      `insert into recommendation (round_id, kabupaten_code, region_code, key, kendala, problem, text, level, responsible,
         target_month, funding, priority, reason, created_at, changed_at)
       select $1, parent_code, code, $2, 'dana', 'Dana belum cukup', 'Dana untuk kegiatan pertanian', 'kabupaten', 'pertanian',
         '2025-09', 'apbd', 'sedang', '', $3, $3 from region where source = 'bench' and level = 'kecamatan'`,
      round.id,
      `b${row}`,
      now,
    )
  await sql.run(
    `insert into recommendation_village (recommendation_id, region_code, name, activities)
     select c.id, r.code, r.name, '[]' from recommendation c join region r on r.parent_code = c.region_code and r.level = 'desa'
     where cast(substr(r.code, 10) as integer) <= 2003`,
  )
})
await db.run('analyze')

const query = { roundId: round.id, now, within: ['*'] }
const measured: Record<string, number> = { rssBeforeMb: Math.round(process.memoryUsage().rss / 1e6) }
const digest = (regionCode: string) => {
  const query = { round, now, zone: 'Asia/Makassar', readers: [{ audience: 'staff' as const, regionCode }] }
  return regionCode === WHOLE_PROGRAMME
    ? programmeDigests(db, query)
    : makeDigests(db, { ...query, kabupaten: regionCode })
}
/** The slowest of several, in ms of wall time. */
async function slowest(name: string, times: number, work: (i: number) => Promise<unknown>): Promise<void> {
  const took: number[] = []
  for (let i = 0; i < times; i++) {
    const from = performance.now()
    await work(i)
    took.push(performance.now() - from)
  }
  measured[`${name}Ms`] = Math.round(Math.max(...took))
}
const kabupaten = (i: number) => `11.${String((i % 20) + 1).padStart(2, '0')}`
// nothing is kept yet of these: the first digest of a kabupaten makes the sums of its villages
await slowest('newDigest', 10, (i) => digest(kabupaten(i)))
await slowest('keptDigest', 10, (i) => digest(kabupaten(i)))
await slowest('newProgrammeDigest', 1, () => digest(WHOLE_PROGRAMME))
const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()
await slowest('programmeDigest', 3, () => digest(WHOLE_PROGRAMME))
await slowest('dashboard', 7, () => readLarge(db, 'progress', { ...query, level: 'desa' }))
await slowest('page', 7, () => listPlaces(db, { ...query, limit: 50, offset: 0 }))
await slowest('late', 7, () => readLarge(db, 'places', { ...query, filter: 'late' }))
delay.disable()
measured.holdsUpMs = Math.round(delay.max / 1e6)

// what commands do in a process of their own
const services = openServices(
  { dataDir: folder, dataKey: Buffer.alloc(32, 7) },
  { db, clock: new ManualClock(now), log: silentLogger },
)
const codes = await db.all<{ code: string }>(
  `select distinct parent_code as code from region where source = 'bench' and level = 'kecamatan'`,
)
// the register of the country's kabupaten is not loaded here
await db.run(
  `insert into region (code, parent_code, level, name, official_name, kind, village_type, zone, reporting, source, demo)
   select distinct parent_code, null, 'kabupaten', 'Kabupaten ' || parent_code, 'K', '', '', 'Asia/Makassar', 'one', 'bench', 1
   from region where source = 'bench' and level = 'kecamatan'`,
)
const rows = async ({ code }: { readonly code: string }) =>
  (await matrixNow(services, db, { round, regionCode: code }, now)).rows.length
await slowest('matrix', 10, (i) => rows(codes[i]!))
await slowest('matrices', 1, async () => {
  measured.matrixRows = 0
  for (const one of codes) measured.matrixRows += await rows(one)
})
await slowest('export', 1, async () => {
  measured.exportRows = 0
  for await (const batch of exportRows(services, round)) measured.exportRows += batch.length
})
console.log(JSON.stringify({ villages, ...measured, rssMb: Math.round(process.memoryUsage().rss / 1e6) }))
await db.close()
rmSync(folder, { recursive: true, force: true })
