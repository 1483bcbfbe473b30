// Prints the SQL that leads from one schema to another, without a database: the first draft of a migration.
//   node prisma/diff.ts sqlite|postgresql [OLD_SCHEMA]
// Prisma's own `migrate diff` prints nothing when its engine cannot be downloaded and still exits 0; this runs the same
// engine from its WebAssembly package.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { postgresSchema } from './dialects.ts'

/** The part of the WebAssembly interface that is used here; Node has it, its types do not. */
declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: Record<string, unknown> } }>
}

const [dialect = 'sqlite', old] = process.argv.slice(2)
const folder = join(import.meta.dirname, '..', 'node_modules', '@prisma', 'schema-engine-wasm')
const bindings = await import(join(folder, 'schema_engine_bg.js'))
const wasm = await WebAssembly.instantiate(readFileSync(join(folder, 'schema_engine_bg.wasm')), {
  './schema_engine_bg.js': bindings,
})
bindings.__wbg_set_wasm(wasm.instance.exports)
;(wasm.instance.exports.__wbindgen_start as (() => void) | undefined)?.()

const schema = (file: string) => {
  const text = readFileSync(file, 'utf8')
  return { path: 'schema.prisma', content: dialect === 'postgresql' ? postgresSchema(text) : text }
}
const now = schema(join(import.meta.dirname, 'schema.prisma'))
// the engine wants a connection at start and asks it nothing that matters for two schema files
const result0 = { columnNames: ['version'], columnTypes: [7], rows: [['PostgreSQL 15']] }
const provider = dialect === 'postgresql' ? 'postgres' : 'sqlite'
const connection = {
  provider,
  adapterName: 'none',
  queryRaw: async () => ({ ok: true, value: result0 }),
  executeRaw: async () => ({ ok: true, value: 0 }),
  executeScript: async () => ({ ok: true, value: undefined }),
  dispose: async () => ({ ok: true, value: undefined }),
  getConnectionInfo: () => ({ ok: true, value: { supportsRelationJoins: false } }),
}
const connect = async () => ({ ok: true, value: connection })
const adapter = { provider, adapterName: 'none', connect, connectToShadowDb: connect }
const engine = await bindings.SchemaEngine.new({ datamodels: [[now.path, now.content]] }, () => {}, adapter)
const result = await engine.diff({
  from: old ? { tag: 'schemaDatamodel', files: [schema(old)] } : { tag: 'empty' },
  to: { tag: 'schemaDatamodel', files: [now] },
  script: true,
  shadowDatabaseUrl: null,
  exitCode: null,
  filters: { externalTables: [], externalEnums: [] },
})
process.stdout.write(result.stdout)
