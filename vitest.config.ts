import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/global-setup.ts'],
    // Real databases, real HTTP servers and child processes: forks, so that a killed or wedged one harms no neighbour.
    pool: 'forks',
    // by default one core is left idle, which doubles the time on a machine of two
    maxWorkers: '100%',
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
})
