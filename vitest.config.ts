import { defineConfig } from 'vitest/config'

// Rooms without state of their own: their files may share one loaded copy of the code, which a third of their time is
// spent on otherwise.
const pure = ['bahasa', 'documents', 'domain', 'engine', 'flows', 'lib', 'messages', 'wording'].map(
  (room) => `tests/${room}/**/*.test.ts`,
)

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
      { extends: true, test: { name: 'rooms', include: pure, isolate: false } },
      { extends: true, test: { name: 'house', include: ['tests/**/*.test.ts'], exclude: pure } },
    ],
  },
})
