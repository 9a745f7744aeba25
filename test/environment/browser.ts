import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { launchBrowser } from './chromium'

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
