import type { Browser } from 'playwright-core'

/** What one update from a mail costs somebody with a phone, from the tap on the link to what was kept. */
export type UpdateCost = {
  readonly taps: number
  /** Pages that were asked for: opening and sending. Where a form sends the browser next is part of sending. */
  readonly pageRequests: number
  /** Everything that came over the line, headers included: pages, stylesheet, fonts. */
  readonly bytes: number
  readonly seconds: number
  /** What `main` says at the end. */
  readonly says: string
}

// Slow 4G as Chromium's own tools have it.
const slow4G = { offline: false, latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 }

/**
 * Opens the link of a mail on a phone of 360 px without scripts and with an empty cache, chooses, writes one sentence and sends.
 * Opening the link is the first tap; the field of the sentence is reached with the key "next" of the keyboard. `whenLost` is what is
 * done when the form gets no answer; it can be sent again.
 */
export async function updateByPhone(
  browser: Browser,
  link: string,
  {
    choice,
    sentence,
    slow = false,
    whenLost,
  }: { choice: string; sentence: string; slow?: boolean; whenLost?: (sendAgain: () => Promise<void>) => Promise<void> },
): Promise<UpdateCost> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    isMobile: true,
    hasTouch: true,
    deviceScaleFactor: 2,
    javaScriptEnabled: false,
  })
  try {
    const page = await context.newPage()
    const wire = await context.newCDPSession(page)
    await wire.send('Network.enable')
    await wire.send('Page.enable')
    // When no answer came the browser shows a page of its own, and that is a navigation too.
    const nextPage = () => new Promise<unknown>((shown) => wire.once('Page.frameNavigated', shown))
    if (slow) await wire.send('Network.emulateNetworkConditions', slow4G)
    let [bytes, pageRequests, taps] = [0, 0, 0]
    wire.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength
    })
    wire.on('Network.requestWillBeSent', ({ type, redirectResponse }) => {
      if (redirectResponse) bytes += redirectResponse.encodedDataLength
      else if (type === 'Document') pageRequests += 1
    })
    const since = performance.now()
    taps += 1
    await page.goto(link, { waitUntil: 'networkidle' })
    taps += 1
    await page.getByRole('radio', { name: choice }).first().tap()
    await page.keyboard.press('Tab')
    await page.keyboard.insertText(sentence)
    taps += 1
    const lost = whenLost && nextPage()
    await page.getByRole('button', { name: 'Verstuur' }).tap()
    await lost
    await whenLost?.(async () => {
      const answeredOrLost = nextPage()
      await wire.send('Page.reload')
      await answeredOrLost
    })
    await page.getByRole('status').waitFor()
    await page.waitForLoadState('networkidle')
    const seconds = (performance.now() - since) / 1000
    const says = (await page.locator('main').innerText()).replace(/[\s\u00ad]+/g, ' ')
    return { taps, pageRequests, bytes, seconds, says }
  } finally {
    await context.close()
  }
}
