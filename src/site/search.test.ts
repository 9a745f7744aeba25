import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Opened, openRegion } from '../../test/environment/region'
import { owning } from '../platform/db/database'

let region: Opened
beforeAll(async () => {
  region = await openRegion()
})
afterAll(() => region.close())

const search = (query: Record<string, string>) => region.text(`/zoeken?${new URLSearchParams(query)}`)

describe('the search page', () => {
  test('without a question shows where to begin', async () => {
    const html = await region.text('/zoeken')
    expect(html).toContain('name="q"')
    expect(html).toContain('href="/begrippen"')
  })
  test('groups what it finds, with counts and a way to all of a kind', async () => {
    const html = await search({ q: 'woninginbrak' })
    expect(html).toContain('href="/indicatoren/burglary_total"')
    expect(html).toContain('/zoeken?q=woninginbrak&amp;soort=meting')
    expect(html).toMatch(/Alle 56 antwoorden bij Cijfers/)
  })
  test('leads from the name of a municipality to its page, also without its end', async () => {
    expect(await search({ q: 'Renswoud' })).toContain('href="/gemeenten/GM0339"')
    expect(await search({ q: 'Oost-Utrecht' })).toContain('href="/districten/OU"')
  })
  test('shows one kind a page at a time, each answer once', async () => {
    const links = async (page: string) =>
      [...(await search({ q: 'gemeenten', soort: 'actie', pagina: page })).matchAll(/href="\/acties\/([^"?#]+)"/g)].map(
        ([, code]) => code,
      )
    const [first, second] = [await links('1'), await links('2')]
    expect(first.length).toBe(20)
    expect(new Set([...first, ...second]).size).toBe(first.length + second.length)
  })
  test('forgives a typing error and offers the word', async () => {
    const html = await search({ q: 'Rensvoude' })
    expect(html).toContain('href="/gemeenten/GM0339"')
    expect(html).toMatch(/Bedoelde u <a[^>]*href="\/zoeken\?q=Renswoude"/)
  })
  test('says that nothing is found, and what to do', async () => {
    const html = await search({ q: 'zzzqqqxx' })
    expect(html).toContain('Hier staat niets over')
  })
  test('never shows what was typed as markup', async () => {
    const html = await search({ q: '<b>politie</b><script>alert(1)</script>' })
    expect(html).not.toContain('<script>alert')
    expect(html).not.toContain('<b>politie')
  })
  test('never finds the place of an event', async () => {
    await owning(region.db, (tx) =>
      sql`update learning.event_places set place = 'Kasteel Zeldzaamburg' where event = 'E-001'`.execute(tx),
    )
    expect(await search({ q: 'Zeldzaamburg' })).toContain('Hier staat niets over')
  })
  test.each([
    ['q=politie&soort=geheim', 400],
    ['q=politie&pagina=0', 400],
    ['q=politie&pagina=twee', 400],
    ['q=politie&soort=actie&pagina=99', 404],
    ['q=politie&soort=formatie', 200],
  ])('answers ?%s with %i', async (query, status) => {
    expect((await region.get(`/zoeken?${query}`)).status).toBe(status)
  })
  test('cuts off a question that is too long', async () => {
    expect((await region.get(`/zoeken?q=${'ab+'.repeat(1000)}`)).status).toBe(200)
  })
  test('leads to a page that is there, for every kind it knows', async () => {
    const { rows } = await owning(region.db, (tx) =>
      sql<{
        kind: string
        href: string
      }>`select distinct on (kind) kind, href from search.entries order by kind, code`.execute(tx),
    )
    for (const { kind, href } of rows) {
      expect([kind, href, (await region.get(href.split('#')[0] ?? '')).status]).toEqual([kind, href, 200])
      expect((await region.get(`/zoeken?q=politie&soort=${kind}`)).status).toBe(200)
    }
  })
})
