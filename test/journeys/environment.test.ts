import { expect, test } from 'vitest'
import { browser } from '../environment/browser'

const chromium = browser()

test('Chromium draws a page, with a font, without JavaScript', async () => {
  const page = await chromium().newPage({ javaScriptEnabled: false })
  await page.setContent('<h1>Midden-Nederland</h1><script>document.body.remove()</script>')
  expect(await page.getByRole('heading').textContent()).toBe('Midden-Nederland')
  expect((await page.getByRole('heading').boundingBox())?.height).toBeGreaterThan(20)
})
