import { type Browser, chromium as playwright } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { chromium } from './chromium'

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts Chromium without a window. The caller closes it. */
async function launchBrowser(): Promise<Browser> {
  const { path, env } = await chromium()
  return playwright.launch({
    executablePath: path,
    args: quiet,
    env: { ...process.env, ...env } as Record<string, string>,
  })
}

/**
 * A browser for all tests of this file; call it at the top of the file. A journey takes a context of its own from it, with
 * `javaScriptEnabled: false`, because every page must work without.
 */
export function browser(): () => Browser {
  let opened: Browser | undefined
  beforeAll(async () => {
    opened = await launchBrowser()
  })
  afterAll(() => opened?.close())
  return () => {
    if (!opened) throw new Error('the browser is there only inside a test')
    return opened
  }
}
