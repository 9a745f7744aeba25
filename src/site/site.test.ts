import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Opened, openRegion } from '../../test/environment/region'

let region: Opened
beforeAll(async () => {
  region = await openRegion()
})
afterAll(() => region.close())

/** The words of a page, without its markup. */
const words = async (path: string) => (await region.text(path)).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('the home page', () => {
  test('says who works together and what runs now', async () => {
    const page = await words('/')
    expect(page).toContain('38 gemeenten, het Openbaar Ministerie en de politie')
    expect(page).toContain('Vastgesteld op 12 april 2023 door het Regionaal Veiligheidscollege')
    expect(page).toContain('Nog niets gepubliceerd')
    expect(page).toContain('Niet in onze bronnen: 2015, 2017, 2018, 2020, 2023, 2024, 2025, 2026')
  })
  test('counts the municipalities of the day', async () =>
    expect(await words('/?geldigOp=2022-03-23')).toContain('39 gemeenten'))
})

describe('the page of a municipality that no action names: Renswoude', () => {
  test('says so, and what binds it all the same', async () => {
    const page = await words('/gemeenten/GM0339')
    expect(page).toContain('Geen afspraak noemt Renswoude')
    expect(page).toContain('Als een van alle gemeenten 44 regels, 41 beloften')
    expect(page).toContain('Via het district Oost-Utrecht 10 regels, 6 beloften')
    expect(page).toContain('Elke gemeente zet stappen met de adviezen uit de scan')
  })
  test('says what no source says', async () => {
    const page = await words('/gemeenten/GM0339')
    expect(page).toContain('Over Renswoude alleen staat geen cijfer in onze bronnen')
    expect(page).toContain('Geen resultaat noemt Renswoude met naam')
  })
  test('shows a promise that two chapters print once', async () => {
    const page = await region.text('/gemeenten/GM0339')
    expect(page).toContain('/acties/A23-051')
    expect(page).not.toContain('/acties/A23-143')
  })
})

describe('the page of a municipality', () => {
  test('that is named shows what names it', async () =>
    expect(await words('/gemeenten/GM0344')).not.toContain('Geen afspraak noemt Utrecht'))
  test('that went elsewhere says when and where', async () => {
    const page = await words('/gemeenten/GM0457')
    expect(page).toContain('Weesp hoort sinds 24 maart 2022 bij een andere gemeente')
    expect(page).toContain('Amsterdam')
  })
  test('for which a change is announced says so', async () => {
    expect(await words('/gemeenten/GM1696')).toContain('Aangekondigd per 1 januari 2027')
  })
  test.each(['/gemeenten/FL', '/gemeenten/GM9999', '/districten/GM0344', '/districten/XX'])(
    '%s is not there',
    async (path) => {
      expect((await region.get(path)).status).toBe(404)
    },
  )
})

describe('the page of a district', () => {
  test('leads to the college of districts', async () => {
    expect(await region.text('/districten/OU')).toContain('href="/gremia/DVC"')
    expect((await region.get('/gremia/DVC')).status).toBe(200)
  })
  test('adds up nothing, and shows each outcome with its source', async () => {
    const page = await words('/districten/OU')
    expect(page).toContain('25.241')
    expect(page).toContain('26.447')
  })
})

describe('the chain', () => {
  test.each([
    ['indicatoren', 'crime_total'],
    ['prioriteiten', 'P23-GOC'],
    ['plannen', 'AA2022'],
    ['programmas', 'A22-DV'],
    ['acties', 'A17-042'],
    ['resultaten', 'R16-006'],
  ])('of %s/%s shows eight links', async (kind, code) => {
    const page = await words(`/keten/${kind}/${code}`)
    for (const name of ['Cijfer', 'Prioriteit', 'Plan', 'Actie', 'Besluit', 'Melding', 'Resultaat', 'Verantwoording'])
      expect(page).toContain(`8: ${name}`)
    expect(page).toContain('Geen besluit vastgelegd')
  })
  test('goes both ways: from figure to action, and from that action back to the figure', async () => {
    expect(await region.text('/keten/indicatoren/burglary_total')).toContain('/keten/acties/A17-042')
    expect(await region.text('/keten/acties/A17-042')).toContain('/keten/indicatoren/burglary_total')
  })
  test('calls what we derived the same subject', async () => {
    expect(await words('/keten/indicatoren/burglary_total')).toContain('zelfde onderwerp')
  })
  test('says how whole it is', async () =>
    expect(await words('/keten')).toContain('52 van de 608 acties noemen een indicator'))
  test.each(['/keten/gemeenten/GM0344', '/keten/acties/X'])('%s is not there', async (path) => {
    expect((await region.get(path)).status).toBe(404)
  })
})

describe('a day that is none', () => {
  test.each(['/', '/gemeenten', '/gemeenten/GM0344', '/gebieden', '/districten/OU'])(
    '%s says what to do',
    async (path) => {
      const answer = await region.get(`${path}?geldigOp=gisteren`)
      expect(answer.status).toBe(400)
      expect(await answer.text()).toContain('Schrijf jaar-maand-dag')
    },
  )
})
