import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const testsOf = (room: string) => `tests/${room}/**/*.test.ts`
// a process of its own for each file: where services are killed and settings of the process change, and where ODK's engine
// is asked, which keeps one page a process
const odk = ['submission/*', 'xform/*', 'expressions/referees'].map((name) => `tests/flows/${name}.test.ts`)
const apart = ['cli', 'torture']
// all others share one loaded copy of the code a worker: loading it is a third of their time
const shared = readdirSync(join(import.meta.dirname, 'tests')).filter((room) => !apart.includes(room))

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
      { extends: true, test: { name: 'apart', include: [testsOf('cli'), ...odk] } },
      // what is killed and cut off in the middle writes to a real disk; the others to memory, where there is some
      { extends: true, test: { name: 'disk', include: [testsOf('torture')], env: { TMPDIR: tmpdir() } } },
      { extends: true, test: { name: 'shared', include: shared.map(testsOf), exclude: odk, isolate: false } },
    ],
  },
})
