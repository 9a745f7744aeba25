import { expect, test } from 'vitest'
import { browser } from '../environment/browser'
import { served } from '../environment/served'
import { journey } from '../environment/visitors'

// The yearly call for figures, from an empty form to a table that says itself what is missing.
const product = served()
const opened = browser()

test('given the head of the RIEC, when he fills in, signs and reads in a file, then partners see what he signed and what is missing', async () => {
  await journey(opened(), product(), 'phone', '/inloggen', async ({ page, says, where }) => {
    await page.getByRole('button', { name: /Log in als Hoofd, Bureau RIEC/ }).click()
    await page.goto('/mijn')
    expect(await says()).toContain('Wat op u wacht')
    await page.getByRole('link', { name: 'Resultaten van de integrale aanpak in RIEC-verband' }).first().click()
    expect(where()).toBe('/uitvragen/RIEC-2022/RIEC-MN')

    // A slip of the keyboard: nothing is kept, nothing typed is lost, and the first fault is one tap away.
    await page.getByLabel('Opgeleverde ondermijningsbeelden (aantal)').fill('1.2')
    await page.getByLabel('Vastgoed (aantal)').fill('14')
    await page.getByRole('button', { name: 'Bewaar' }).click()
    expect(await says()).toContain('"1.2" is niet duidelijk')
    expect(await page.getByLabel('Vastgoed (aantal)').inputValue()).toBe('14')
    await page.getByLabel('Opgeleverde ondermijningsbeelden (aantal)').fill('12')
    await page.getByText('Toelichting, of waarom het niet kan: Fiscaal').click()
    await page
      .getByRole('group', { name: /Fiscaal: lukt het niet/ })
      .getByRole('checkbox')
      .check()
    await page.getByLabel(/Toelichting bij Fiscaal/).fill('Niet apart geteld')
    await page.getByRole('button', { name: 'Bewaar' }).click()
    expect(await says()).toContain('3 cijfers wachten op een handtekening')

    await page.getByRole('link', { name: 'Onderteken 3 cijfers' }).click()
    expect(await says()).toContain('kan niet geleverd worden: Niet apart geteld')
    await page.getByLabel(/Ik teken namens Bureau RIEC Midden-Nederland/).check()
    await page.getByRole('button', { name: 'Onderteken' }).click()
    expect(await says()).toContain('Ondertekend.')

    // With a file: what would change is shown first.
    await page.goto('/uitvragen/RIEC-2022/RIEC-MN/inlezen')
    const file = await page.request.get('/uitvragen/RIEC-2022/RIEC-MN/uitvraag.csv')
    const text = (await file.text()).replace(/^(RIEC-2022-34;.*);14;/m, '$1;15;')
    await page
      .getByLabel('Bestand')
      .setInputFiles({ name: 'cijfers.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
    await page.getByRole('button', { name: 'Bekijk wat er verandert' }).click()
    expect(await says()).toContain('1 cijfer verandert. Er is nog niets bewaard.')
    await page.getByRole('button', { name: 'Lees 1 cijfer in' }).click()
    expect(await says()).toContain('1 cijfer wacht op een handtekening')
    await page.goto('/uitvragen/RIEC-2022/RIEC-MN/inlezen')
    await page.getByRole('button', { name: /Draai 1 cijfer terug/ }).click()
    expect(await says()).toContain('Teruggedraaid.')
  })

  await journey(opened(), product(), 'desk', '/inloggen', async ({ page, says }) => {
    await page.getByRole('button', { name: /Log in als Programmamanager/ }).click()
    await page.goto('/mijn')
    await page.getByRole('link', { name: /Welke cijfers zijn gevraagd/ }).click()
    await page.getByRole('link', { name: 'Resultaten van de integrale aanpak in RIEC-verband' }).click()
    expect(await says()).toContain('Nog niet compleet: 20 van de 25 cijfers')
    expect(await says()).toContain('Behandelde casussen: 103 = 54 + 49. Dat klopt.')
    expect(await says()).toContain('Hoofd, Bureau RIEC Midden-Nederland')
    // On paper the hole list comes first, and no button or form is left.
    await page.emulateMedia({ media: 'print' })
    const tops = await page
      .locator('#gaten, #cijfers')
      .evaluateAll((found) => found.map((one) => one.getBoundingClientRect().top))
    expect(tops[0]).toBeLessThan(tops[1] ?? 0)
    expect(await page.getByRole('button').count()).toBe(0)
  })

  await journey(opened(), product(), 'phone', '/', async ({ page }) => {
    expect((await page.goto('/uitvragen'))?.status()).toBe(404)
    expect((await page.goto('/uitvragen/RIEC-2022'))?.status()).toBe(404)
    expect((await page.goto('/uitvragen/RIEC-2022/RIEC-MN'))?.status()).toBe(404)
  })
})
