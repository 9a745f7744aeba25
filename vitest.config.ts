import { defineConfig } from 'vitest/config'

// The root project runs the global setup once, whatever is filtered.
const slices = ['src/**/*.test.{ts,tsx}', 'test/*.test.ts', 'test/{api,rights}/**/*.test.ts']
// Knows no database.
const exclude = ['test/bootstrap.test.ts']
const oxc = { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } } as const
const limits = { pool: 'forks', testTimeout: 30_000, hookTimeout: 60_000 } as const

export default defineConfig({
  test: {
    globalSetup: 'test/environment/global-setup.ts',
    maxWorkers: 2,
    projects: [
      // The same tests on both databases.
      { oxc, test: { ...limits, name: 'pglite', include: slices } },
      {
        oxc,
        test: { ...limits, name: 'postgresql', include: slices, exclude, env: { TEST_DATABASE: 'postgresql' } },
      },
      { oxc, test: { ...limits, name: 'house', include: ['test/house/**/*.test.ts'] } },
      { oxc, test: { ...limits, name: 'journeys', include: ['test/journeys/**/*.test.ts'] } },
      // Real processes, killed and crowded out; a few rounds of each.
      { oxc, test: { ...limits, name: 'operations', include: ['test/{crash,operations}/**/*.test.ts'] } },
      // For `npm run check:all` only.
      {
        oxc,
        test: {
          ...limits,
          name: 'all',
          include: ['test/all/**/*.test.ts', 'test/crash/**/*.test.ts'],
          env: { CRASH_ROUNDS: '20' },
        },
      },
    ],
  },
})
