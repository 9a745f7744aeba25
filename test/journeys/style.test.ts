import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asset, StylePage } from '../../src/platform/ui'
import { browser } from '../environment/browser'

const policy =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'"
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const opened = browser()
let html = ''
let server: Server
let address = ''

beforeAll(async () => {
  html = String(
    await StylePage({ region: { name: 'Voorbeeldregio', coalition: 'Veiligheidscoalitie Voorbeeldregio' } }),
  )
  server = createServer((request, response) => {
    const file = asset(request.url ?? '')
    const headers = { 'content-type': file?.type ?? 'text/html; charset=utf-8', 'content-security-policy': policy }
    response.writeHead(200, headers).end(file?.body ?? html)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/stijl`
})
afterAll(() => server.close())

test('every component is valid HTML', async () => {
  const validator = new HtmlValidate({ extends: ['html-validate:standard'], rules: { 'void-style': 'off' } })
  const report = await validator.validateString(html)
  expect(report.results.flatMap((result) => result.messages.map((message) => message.message))).toEqual([])
})

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  test.each([1280, 768, 360, 320])('every component is accessible and fits at %i px', async (width) => {
    const context = await opened().newContext({ viewport: { width, height: 900 }, colorScheme })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    await page.goto(address)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
    await page.evaluate(axe)
    const violations = await page.evaluate(`
      axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
        .then((found) => found.violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.html).join(' ')))`)
    expect(violations).toEqual([])
    expect(complaints).toEqual([])
    await context.close()
  })
})

test('a point of a chart leads to its row, which opens and is marked', async () => {
  const context = await opened().newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  await page.goto(address)
  const row = page.locator('#inbraak-rij-5')
  expect(await row.isVisible()).toBe(false)
  await page.locator('#inbraak .sv-grafiek--breed').getByRole('link', { name: '2015: 8.510' }).press('Enter')
  await page.waitForURL(/#inbraak-rij-5$/)
  expect(await row.isVisible()).toBe(true)
  expect(await row.innerText()).toContain('8.510')
  await context.close()
})
