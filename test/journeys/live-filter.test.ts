import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { liveFilter } from '../../src/platform/ui/assets'
import { browser } from '../environment/browser'
import { served } from '../environment/served'
import { journey } from '../environment/visitors'

// The one script of the product: lists that follow each choice. Every other journey does without.
const product = served()
const opened = browser()

const focused = '(() => document.activeElement?.id)()'

describe('given a browser that runs scripts', () => {
  test('when a word is typed, then the list follows, the address is that of the form, and the field keeps the focus', () =>
    journey(opened(), product(), 'deskWithScripts', '/acties', async ({ page, where }) => {
      const words = page.getByLabel('Woorden')
      await words.pressSequentially('woning')
      await page.getByRole('heading', { name: 'Gevonden' }).waitFor()
      expect(where()).toBe('/acties?tekst=woning&plan=&programma=&trekker=&gebied=&spoor=')
      expect(await page.evaluate(focused)).toBe('filter-tekst')
      expect(await words.inputValue()).toBe('woning')
      expect(await page.locator('live-filter [role=status]').innerText()).toMatch(/^\d+ acties\.$/)
      const followed = await page.locator('#lijst').innerText()
      await page.reload()
      expect(await page.locator('#lijst').innerText()).toBe(followed)
    }))

  test('when a choice is made, then what else can be chosen follows, and back leads to the page before', () =>
    journey(opened(), product(), 'deskWithScripts', '/cijfers', async ({ page, says, where }) => {
      await page.goto('/indicatoren')
      const before = await says()
      await page.getByLabel('Onderwerp').selectOption({ index: 1 })
      await page.getByRole('link', { name: 'Toon alles' }).waitFor()
      expect(where()).toMatch(/^\/indicatoren\?thema=\w+&/)
      expect(await says()).not.toBe(before)
      expect(await page.locator('live-filter [role=status]').innerText()).toMatch(/^\d+ cijfers? onder dit filter/)
      await page.goBack()
      await page.waitForURL('**/cijfers')
      expect(where()).toBe('/cijfers')
    }))

  test('when the product does not answer, then the page stays, says so, and the button still works', () =>
    journey(opened(), product(), 'deskWithScripts', '/begrippen', async ({ page, says, where }) => {
      const before = await says()
      await page.route('**/begrippen?*', (route) => route.abort(), { times: 1 })
      await page.getByLabel('Soort').selectOption({ index: 1 })
      await page.getByText('Bijwerken lukt nu niet. Gebruik de knop.').waitFor()
      expect((await says()).replace(' Bijwerken lukt nu niet. Gebruik de knop.', '')).toBe(before)
      expect(where()).toBe('/begrippen')
      await page.locator('main').getByRole('button', { name: 'Zoek' }).click()
      await page.waitForURL(/\/begrippen\?q=&soort=\w+/)
    }))
})

test('it is small, and only pages with such a form ask for it', async () => {
  expect(gzipSync(liveFilter().body).length).toBeLessThan(2_000)
  expect(await product().text('/acties')).toContain(liveFilter().path)
  expect(await product().text('/')).not.toContain('<script')
})
