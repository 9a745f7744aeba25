import { expect, test } from 'vitest'
import { browser } from '../environment/browser'
import { served } from '../environment/served'
import { journey } from '../environment/visitors'

// A partner's spreadsheet, from upload to a number that everybody can follow to its row.
const product = served()
const opened = browser()
const file = 'Gemeente;Jaar;Aantal overvallen;Opmerking\r\nMontfoort;2025;3;\r\nOudewater;2025;;niet geteld\r\n'

test('given the functional administrator, when he reads in a partner’s file, then everybody sees each number with its row, until he takes it back', async () => {
  let number = ''
  await journey(opened(), product(), 'phone', '/inloggen', async ({ page, says }) => {
    await page.getByRole('button', { name: /Log in als Functioneel beheerder/ }).click()
    await page.goto('/cijfers')
    await page.getByRole('link', { name: 'Lees ze in' }).click()
    // Without a title nothing is read in, and the file need not be chosen again.
    await page
      .getByLabel('Bestand')
      .setInputFiles({ name: 'overvallen.csv', mimeType: 'text/csv', buffer: Buffer.from(file) })
    await page.getByLabel('Dag').fill('3')
    await page.getByLabel('Maand').fill('2')
    await page.getByLabel('Jaar').fill('2026')
    await page.getByRole('button', { name: 'Bekijk wat er verandert' }).click()
    expect(await says()).toContain('overvallen.csv hebben wij al.')
    await page.getByLabel('Titel van de bron').fill('Overvallen per gemeente 2025')
    await page.getByRole('button', { name: 'Bekijk wat er verandert' }).click()

    // Its columns are called otherwise: most are guessed, the rest is asked.
    expect(await says()).toContain('Welke kolom is wat?')
    await page.locator('[name=vast-indicator]').fill('Overvallen')
    await page.getByLabel('Kolom met het soort getal').selectOption('voor alle regels: realisatie')
    await page.locator('[name=vast-eenheid]').fill('aantal')
    await page.getByRole('button', { name: 'Bekijk wat er verandert' }).click()
    expect(await says()).toContain('Er komen 2 getallen bij: 1 nieuw getal en 1 onbekend getal.')
    await page.getByRole('button', { name: 'Lees 2 getallen in' }).click()
    expect(await says()).toContain('2 getallen ingelezen.')
    await page.getByRole('link', { name: 'Overvallen per gemeente 2025' }).first().click()
    await page.getByRole('link', { name: '3', exact: true }).click()
    number = new URL(page.url()).pathname
  })

  await journey(opened(), product(), 'desk', number, async ({ page, says }) => {
    expect(await says()).toContain('in Montfoort')
    await page.getByRole('link', { name: 'Overvallen per gemeente 2025, regel 2' }).click()
    expect(await says()).toContain('Uit dit document komen 2 getallen.')
    expect((await page.goto('/beheer/inlezen'))?.status()).toBe(404)
  })

  await journey(opened(), product(), 'desk', '/inloggen', async ({ page, says }) => {
    await page.getByRole('button', { name: /Log in als Functioneel beheerder/ }).click()
    await page.goto('/beheer/inlezen')
    await page.getByRole('button', { name: /Draai terug/ }).click()
    expect(await says()).toContain('Teruggedraaid.')
    await page.goto(number)
    expect(await says()).toContain('Vervallen op')
  })
})
