import { globSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

// What opens a region is tried on both databases; what opens none says the same on each, and is tried once.
const found = globSync(['src/**/*.test.{ts,tsx}', 'test/*.test.ts', 'test/{api,rights}/**/*.test.ts'])
const opensRegion = (file: string) => readFileSync(file, 'utf8').includes('environment/region')
const slices = found.filter(opensRegion)
const pure = found.filter((file) => !opensRegion(file))
const oxc = { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } } as const
const limits = {
  pool: 'forks',
  testTimeout: 180_000,
  hookTimeout: 240_000,
  expect: { poll: { timeout: 60_000 } },
} as const
// A region is opened on a database of its own, and the program keeps nothing between requests but by database: files share what was imported.
const shared = { ...limits, isolate: false } as const

export default defineConfig({
  test: {
    // The root project runs the global setup once, whatever is filtered.
    globalSetup: 'test/environment/global-setup.ts',
    // One more than the two cores this must be quick on: some wait for a browser, a server or a process that starts.
    maxWorkers: 3,
    projects: [
      { oxc, test: { ...shared, name: 'pure', include: pure } },
      { oxc, test: { ...shared, name: 'pglite', include: slices } },
      { oxc, test: { ...shared, name: 'postgresql', include: slices, env: { TEST_DATABASE: 'postgresql' } } },
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
