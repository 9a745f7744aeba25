import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { browser } from '../environment/browser'
import { served } from '../environment/served'
import { journey } from '../environment/visitors'

// What somebody who works at a partner comes for.
const product = served()
const opened = browser()

test('given an adviser with a phone, when she asks for a link and uses it, then she is at her own page, and the link works once', () =>
  journey(opened(), product(), 'phone', '/', async ({ page, says, where }) => {
    await page.getByRole('link', { name: 'Inloggen' }).first().click()
    await page.getByLabel('Uw mailadres op het werk').fill('geen adres')
    await page.getByRole('button', { name: 'Stuur mij een link' }).click()
    expect(await says()).toContain('Vul uw mailadres in, bijvoorbeeld naam@gemeente.nl.')
    expect(await page.getByLabel('Uw mailadres op het werk').inputValue()).toBe('geen adres')
    await page.getByLabel('Uw mailadres op het werk').fill('oov-renswoude@voorbeeld.invalid')
    await page.getByRole('button', { name: 'Stuur mij een link' }).click()
    expect(where()).toBe('/inloggen/verstuurd')

    await page.getByRole('link', { name: 'postvak' }).click()
    const link = await page.locator('a[href*="/inloggen/link?"]').first().getAttribute('href')
    const { pathname, search } = new URL(link ?? '', product().address)
    // A program that looks at mail for danger opens the link first.
    expect((await product().get(pathname + search)).status).toBe(200)
    await page.goto(pathname + search)
    await page.getByRole('button', { name: 'Inloggen' }).click()
    await page.getByRole('banner').getByRole('link', { name: /Mijn/ }).click()
    expect(where()).toBe('/mijn')
    expect(await says()).toContain('Adviseur openbare orde en veiligheid')
    expect(await says()).toContain('Renswoude')

    await page.goto(pathname + search)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Deze link werkt niet meer')
  }))

const enter = async (page: Page, name: RegExp) => {
  await page.goto('/inloggen')
  await page.getByRole('button', { name }).click()
}

test('given an analyst who is signed in, when he signs out, then nothing of his is left in the browser', () =>
  journey(opened(), product(), 'desk', '/', async ({ page, says }) => {
    await enter(page, /Log in als Analist/)
    await page.goto('/mijn')
    expect(await says()).toContain('Analist')
    const session = await page.context().cookies()
    expect(session.length).toBe(1)
    expect(session[0]).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
    await page
      .getByRole('banner')
      .getByRole('button', { name: /Log uit|Uitloggen/ })
      .click()
    expect(await page.context().cookies()).toEqual([])
    expect((await page.goto('/mijn'))?.status()).toBe(404)
    // Not only the cookie is gone: the session is.
    await page.context().addCookies(session)
    expect((await page.goto('/mijn'))?.status()).toBe(404)
  }))

test('given the functional administrator, when he fills in a basisteam, then every reader sees it, and no other may', async () => {
  await journey(opened(), product(), 'desk', '/', async ({ page, says }) => {
    await enter(page, /Log in als Functioneel beheerder/)
    await page.goto('/beheer/basisteams')
    expect(await says()).toContain('18 van de 18 basisteams zijn nog niet ingevuld')
    await page.getByRole('link', { name: /Vul in\s*BT01/ }).click()
    await page.getByLabel('Naam').fill('')
    await page.getByLabel('Jaar').fill('20266')
    await page.getByRole('button', { name: /Bewaar|Opslaan|Vul in/ }).click()
    expect(await page.locator('[aria-invalid="true"]').count()).toBeGreaterThan(0)

    await page.goto('/beheer/basisteams/BT01')
    await page.getByLabel('Naam').fill('Basisteam Proef')
    await page.getByLabel('Soest').check()
    await page.getByLabel('Baarn').check()
    await page.getByRole('button', { name: /Bewaar|Opslaan|Vul in/ }).click()
    await page.goto('/beheer/basisteams')
    expect(await says()).toContain('17 van de 18 basisteams zijn nog niet ingevuld')
    await page.goto('/beheer/logboek')
    expect(await says()).toContain('basisteam')
  })
  await journey(opened(), product(), 'phone', '/gebieden/BT01', async ({ page, says }) => {
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Basisteam Proef')
    expect(await says()).toContain('Soest')
    expect((await page.goto('/beheer/basisteams/BT01'))?.status()).toBe(404)
  })
})
