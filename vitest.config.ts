import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Real databases, real HTTP servers and child processes: forks, so that a killed or wedged one harms no neighbour.
    pool: 'forks',
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
})
