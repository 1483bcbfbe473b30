import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

// Rooms without state of their own: their files may share one loaded copy of the code, which a third of their time is
// spent on otherwise. Not where ODK's engine is asked: it keeps one page a process.
const stateless = ['bahasa', 'documents', 'domain', 'engine', 'flows', 'lib', 'messages', 'wording']
const others = readdirSync(join(import.meta.dirname, 'tests')).filter((room) => !stateless.includes(room))
const odk = ['submission/*', 'xform/*', 'expressions/referees'].map((name) => `tests/flows/${name}.test.ts`)
const testsOf = (room: string) => `tests/${room}/**/*.test.ts`

export default defineConfig({
  test: {
    globalSetup: ['tests/support/global-setup.ts'],
    // Real databases, real HTTP servers and child processes: forks, so that a killed or wedged one harms no neighbour.
    pool: 'forks',
    // by default one core is left idle, which doubles the time on a machine of two
    maxWorkers: '100%',
    testTimeout: 20_000,
    hookTimeout: 20_000,
    projects: [
      { extends: true, test: { name: 'rooms', include: stateless.map(testsOf), exclude: odk, isolate: false } },
      { extends: true, test: { name: 'house', include: [...others.map(testsOf), ...odk] } },
    ],
  },
})
