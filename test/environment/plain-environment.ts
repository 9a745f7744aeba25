import { settings } from '../../src/config'

const names = new Set(Object.keys(settings.shape))

/** Takes what a person set for a server of their own out of this process: a test never touches it. */
export function forgetSettings(): void {
  for (const name of names) delete process.env[name]
}

/**
 * The environment for a program that a test starts: this machine's, with only these settings. In a test process Vite has
 * put a BASE_URL of its own.
 */
export function plainEnvironment(set: Record<string, string>): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !names.has(name) && !/^(TEST_|VITEST|NODE_ENV$)/.test(name),
  )
  return { ...Object.fromEntries(kept), ...set }
}
