import { beforeAll, expect, test } from 'vitest'
import type { Month } from '../../src/kernel/month'
import { browser } from '../environment/browser'
import { addWholeRelease } from '../environment/releases'
import { served } from '../environment/served'
import { journey } from '../environment/visitors'

// Three taps on a phone, without a script: how many, is that more than normal, and where does the number come from.
const product = served()
const opened = browser()
beforeAll(() =>
  addWholeRelease(product(), {
    modified: '2026-11-15T08:00:00Z',
    last: '2026-10' as Month,
    months: 60,
    areas: [
      { code: 'GM0327', name: 'Leusden' },
      { code: 'GM0344', name: 'Utrecht' },
    ],
    counts: (code, month) => (code === 'GM0344' ? [900, month > '2025-10' ? 120 : 100, 70] : [60, 4, 5]),
  }),
)

test('given a journalist with a phone, when she asks for the burglaries of a municipality, then three taps answer', () =>
  journey(opened(), product(), 'phone', '/', async ({ page, says, where }) => {
    await page
      .getByRole('link', { name: /Veiligheidsbeelden/ })
      .first()
      .click()
    expect(where()).toBe('/veiligheidsbeelden')
    await page.locator('main').getByRole('link', { name: 'Utrecht', exact: true }).first().click()
    expect(where()).toBe('/veiligheidsbeelden/GM0344')
    await page
      .locator('main')
      .getByRole('link', { name: /inbraak/i })
      .first()
      .click()
    expect(where()).toBe('/veiligheidsbeelden/GM0344?soort=1.1.1')
    const text = await says()
    expect(text).toMatch(/Van november 2025 tot en met oktober 2026 registreerde de politie 1\.440 /)
    expect(text).toContain('De 12 maanden ervoor waren het er 1.200. Dat is aantoonbaar meer.')
    expect(text).toContain('Politie, via data.politie.nl, tabel 47022NED')
    expect(text).toContain('2025')
  }))
