import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { browser } from '../environment/browser'
import { served } from '../environment/served'
import { journey } from '../environment/visitors'

// What somebody who reads comes for, on a phone or at a desk, without a script.
const product = served()
const opened = browser()

// What has the focus, and whether one can see that it has.
const focus = `(() => {
  const element = document.activeElement
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
  const seen = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
  return { tag: element.tagName, type: element.getAttribute('type'), href: element.getAttribute('href'), seen }
})()`

test('given a resident of Renswoude with a phone, when she looks up her municipality, then she reads what it promised and whom to ask', () =>
  journey(opened(), product(), 'phone', '/', async ({ page, says, where }) => {
    await page.getByRole('searchbox').first().fill('renswoude')
    await page.getByRole('searchbox').first().press('Enter')
    await page.locator('main').getByRole('link', { name: 'Renswoude', exact: true }).first().click()
    expect(where()).toBe('/gemeenten/GM0339')
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Renswoude')
    const text = await says()
    expect(text).toContain('Geen afspraak noemt Renswoude met naam')
    expect(text).toMatch(/Als een van alle gemeenten 44 regels, 41 beloften/)
    expect(text).toContain('Oost-Utrecht')
    expect(text).toContain('Wie u iets kunt vragen')

    await page.getByRole('link', { name: 'Zes onderdelen van een weerbare overheid op orde' }).first().click()
    expect(where()).toBe('/acties/A23-179')
    expect(await says()).toMatch(/Afgesproken getal 6 onderdelen/)
    expect(await says()).toMatch(/Bron: Uitvoeringsplan ondermijning 2023-2024 met terugblik 2022, regel/)
  }))

test('given the same resident, when she asks what came of it, then she reads the results and what no source tells', () =>
  journey(opened(), product(), 'phone', '/gemeenten/GM0339', async ({ page, says, where }) => {
    await page.getByRole('link', { name: 'Wat is gedaan' }).first().click()
    expect(where()).toBe('/gemeenten/GM0339#gedaan')
    expect(await says()).toContain('Geen resultaat noemt Renswoude met naam')
    await page.locator('#gedaan').getByText('resultaten van het district Oost-Utrecht').click()
    await page
      .locator('#gedaan')
      .getByRole('link', { name: 'Training bestuurlijke weerbaarheid in Oost-Utrecht' })
      .click()
    expect(where()).toBe('/resultaten/R16-047')
    expect(await says()).toContain('Over 2016')
    expect(await says()).toMatch(/Bron: Jaarplan 2017\/2018 met resultaten 2016, regel/)
    expect(await says()).toContain('De bron noemt geen actie')
  }))

test('given a journalist, when he reads 103.579, then he comes to the line of the document it stands on', () =>
  journey(opened(), product(), 'desk', '/indicatoren/crime_total', async ({ page, says, where }) => {
    expect(await says()).toContain(
      'In 2016 was de uitkomst 103.579, tegen 107.000 in 2015. Afgesproken was ten hoogste 106.920.',
    )
    await page.getByRole('link', { name: '103.579' }).first().click()
    expect(where()).toMatch(/^\/metingen\/M-\d+$/)
    expect(await says()).toContain('In de bron staat')
    await page.getByRole('link', { name: 'Jaarplan 2017/2018 met resultaten 2016, regel 518' }).click()
    expect(where()).toMatch(/^\/documenten\/002_e295dfe805d16fbd\.txt#regel-\d+$/)
    await page.locator(':target').waitFor({ state: 'attached' })
    const row = page.getByRole('row').filter({ hasText: /^518/ })
    expect(await row.getByRole('link', { name: '103.579' }).count()).toBe(1)
  }))

test('given a policy officer at an action, when she walks the chain, then she comes to the figure and back to the same action', () =>
  journey(opened(), product(), 'desk', '/acties/A22-041', async ({ page, says, where }) => {
    await page.getByRole('link', { name: 'Loop door de hele keten, beide kanten op' }).click()
    expect(where()).toBe('/keten/acties/A22-041')
    expect(await says()).toMatch(/Er ontbreken er 4: besluit, melding, resultaat, verantwoording/)
    await page.getByRole('link', { name: 'keten van cybercrime_investigations' }).click()
    expect(where()).toBe('/keten/indicatoren/cybercrime_investigations')
    expect(await says()).toMatch(/volgens (het plan|de bron)/)
    await page.getByRole('link', { name: 'keten van A22-041', exact: true }).first().click()
    expect(where()).toBe('/keten/acties/A22-041')
  }))

test('given somebody with a phone who mistypes, when he searches, then the right word is offered and found', () =>
  journey(opened(), product(), 'phone', '/zoeken', async ({ page, says, where }) => {
    await page.getByRole('searchbox').fill('burgernt')
    await page.getByRole('button', { name: 'Zoek' }).click()
    expect(await says()).toContain('Bedoelde u Burgernet?')
    await page.locator('main').getByRole('link', { name: 'Burgernet', exact: true }).first().click()
    expect(where()).toBe('/zoeken?q=Burgernet')
    await page.getByRole('link', { name: 'Succespercentage Burgernet' }).first().click()
    expect(where()).toBe('/indicatoren/burgernet_success_pct')
    for (const figure of ['11,6%', '14%', 'meer dan 15%']) expect(await says()).toContain(figure)
  }))

test('given an analyst, when she asks what was known on a day, then what became known later is not there', () =>
  journey(opened(), product(), 'desk', '/indicatoren/crime_total', async ({ page, says, where }) => {
    expect(await says()).toContain('+3% in 2019')
    await page.getByLabel('Zoals bekend op').fill('2017-06-01')
    await page.getByRole('button', { name: 'Toon', exact: true }).click()
    expect(where()).toBe('/indicatoren/crime_total?bekendOp=2017-06-01')
    expect(await says()).toContain('Zoals bekend op 1 juni 2017.')
    expect(await says()).not.toContain('+3% in 2019,')
    await page.getByRole('link', { name: 'Toon wat nu bekend is' }).click()
    expect(await says()).toContain('+3% in 2019')
  }))

test('given somebody with a phone, when he sets the day to 23 March 2022 and then to the next, then Weesp leaves and 39 become 38', () =>
  journey(opened(), product(), 'phone', '/gebieden', async ({ page, says }) => {
    const on = async (day: string) => {
      await page.getByLabel('Indeling op').fill(day)
      await page.getByRole('button', { name: 'Toon', exact: true }).click()
    }
    await on('2022-03-23')
    expect(await says()).toContain('39 op 23 maart 2022')
    expect(await page.locator('#soort-gemeente').getByRole('link', { name: 'Weesp' }).count()).toBe(1)
    await on('2022-03-24')
    expect(await says()).toContain('38 op 24 maart 2022')
    expect(await page.locator('#soort-gemeente').getByRole('link', { name: 'Weesp' }).count()).toBe(0)
  }))

test('given somebody with a phone, when he filters the actions, then the count and the list follow and the choice stays', () =>
  journey(opened(), product(), 'phone', '/acties', async ({ page, says, where }) => {
    expect(await says()).toContain('608 regels uit de plannen, samen 583 beloften')
    await page.getByLabel('Plan', { exact: true }).selectOption('AA2022')
    await page.getByLabel('Woorden').fill('cyber')
    await page
      .getByRole('button', { name: /Toon|Zoek|Filter/ })
      .first()
      .click()
    expect(where()).toContain('plan=AA2022')
    expect(await page.getByLabel('Plan', { exact: true }).inputValue()).toBe('AA2022')
    expect(await page.getByLabel('Woorden').inputValue()).toBe('cyber')
    expect(await page.getByRole('link', { name: 'Ten minste 33 cyberzaken afronden' }).isVisible()).toBe(true)
    const codes = (await says()).match(/\b[A-Z]\d\d-\d\d\d\b/g) ?? []
    expect(codes.length).toBeGreaterThan(2)
    expect(codes.filter((code) => !code.startsWith('A22-'))).toEqual([])
  }))

test('given an analyst, when she downloads the table under a chart, then it holds the figures of the page', () =>
  journey(opened(), product(), 'desk', '/indicatoren/crime_total', async ({ page }) => {
    const wait = page.waitForEvent('download')
    await page.getByRole('link', { name: 'CSV-bestand' }).first().click()
    const download = await wait
    expect(download.suggestedFilename()).toBe('metingen.csv')
    const [header = '', ...rows] = readFileSync(await download.path(), 'utf8')
      .trim()
      .split('\r\n')
    expect(header).toMatch(/^code,indicator,gebied,periode,/)
    expect(rows.find((row) => row.includes(',2016,') && row.includes('103579'))).toContain(
      '002_e295dfe805d16fbd.txt,518',
    )
  }))

test('given somebody without a mouse, when he uses only the keyboard, then he skips to the content, searches and reads', () =>
  journey(opened(), product(), 'desk', '/', async ({ page, where }) => {
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: /naar (de )?inhoud/i })
    expect((await page.evaluate<{ href: string }>(focus)).href).toBe('#inhoud')
    expect((await skip.boundingBox())?.height).toBeGreaterThan(10)
    await page.keyboard.press('Enter')
    expect(where()).toBe('/#inhoud')
    const focused = () => page.evaluate<{ tag: string; type: string | null; href: string | null; seen: boolean }>(focus)
    for (let tabs = 0; tabs < 20 && (await focused()).type !== 'search'; tabs++) await page.keyboard.press('Tab')
    expect(await focused()).toMatchObject({ tag: 'INPUT', type: 'search', seen: true })
    await page.keyboard.type('leusden')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/zoeken\?/)
    for (let tabs = 0; tabs < 60; tabs++) {
      await page.keyboard.press('Tab')
      const { href, seen } = await focused()
      expect(seen).toBe(true)
      if (href === '/gemeenten/GM0327') break
    }
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/gemeenten\/GM0327$/)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Leusden')
  }))

test('given a clerk who prints a page, then menus stay off the paper, and the figures and their sources are on it', () =>
  journey(opened(), product(), 'desk', '/indicatoren/crime_total', async ({ page, says }) => {
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('navigation', { name: /kruimel/i }).isVisible()).toBe(false)
    expect(await page.getByRole('link', { name: 'Inloggen' }).isVisible()).toBe(false)
    expect(await page.getByRole('button').first().isVisible()).toBe(false)
    expect(await says()).toContain('107.000')
    expect(await says()).toMatch(/Bron: Jaarplan 2017\/2018 met resultaten 2016, regel 518/)
    const paper = await page.evaluate<string>('getComputedStyle(document.body).backgroundColor')
    expect(paper).toMatch(/rgba\(0, 0, 0, 0\)|rgb\(255, 255, 255\)/)
    const pdf = await page.pdf({ format: 'A4' })
    expect(pdf.byteLength).toBeGreaterThan(10_000)
  }))
