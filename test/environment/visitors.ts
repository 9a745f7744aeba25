import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { Served } from './served'

const devices = {
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
  desk: { viewport: { width: 1280, height: 900 } },
  deskWithScripts: { viewport: { width: 1280, height: 900 }, javaScriptEnabled: true },
} satisfies Record<string, BrowserContextOptions>

/** Somebody at a desk or with a phone, in a browser of his own; no script runs but where it is asked for. */
export type Journey = {
  readonly page: Page
  /** What `main` says, in one line of text. */
  says(): Promise<string>
  /** The address of the page, without the host. */
  where(): string
}

/**
 * Takes somebody through the product and closes the browser behind him. Fails when the browser asked another host or the page
 * tried to run something.
 */
export async function journey(
  browser: Browser,
  product: Served,
  device: keyof typeof devices,
  start: string,
  steps: (journey: Journey) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ javaScriptEnabled: false, ...devices[device], baseURL: product.address })
  const elsewhere: string[] = []
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    page.on('request', (request) => {
      if (!request.url().startsWith(product.address)) elsewhere.push(request.url())
    })
    await page.goto(start)
    await steps({
      page,
      says: async () => (await page.locator('main').innerText()).replace(/[\s\u00ad]+/g, ' '),
      where: () => page.url().slice(product.address.length),
    })
    if (elsewhere.length > 0) throw new Error(`the browser asked another host: ${elsewhere.join(', ')}`)
  } finally {
    await context.close()
  }
}
