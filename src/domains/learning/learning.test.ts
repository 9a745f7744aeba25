import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { yearOf } from './event'
import { glossaryText } from './glossary'
import { byLetter, letterOf } from './term'

describe('a word stands under', () => {
  test.each([
    ['Driehoek', 'D'],
    ['csv', 'C'],
    ['112-driehoek', '0-9'],
    ['Élan', 'E'],
    ['’t Gooi', '0-9'],
  ])('%s: %s', (term, letter) => expect(letterOf({ term })).toBe(letter))
  test('its letter in the order of the alphabet, capitals or not', () => {
    const words = ['boa', 'Bibob', 'Amber', 'apv', '112'].map((term) => ({ term }))
    expect(byLetter(words).map(({ letter, terms }) => [letter, terms.map(({ term }) => term)])).toEqual([
      ['0-9', ['112']],
      ['A', ['Amber', 'apv']],
      ['B', ['Bibob', 'boa']],
    ])
  })
})

describe('the year of an event', () => {
  test.each([
    ['2016-09-22', 2016],
    ['2017-Q2', 2017],
    ['2021', 2021],
    [null, null],
    ['ooit', null],
  ])('of %s is %s', (heldOn, year) => expect(yearOf({ heldOn })).toBe(year))
})

describe('the glossary', () => {
  const term = {
    code: 'criminalNetwork',
    term: 'Csv',
    expansion: null,
    explanationEn: 'A | B',
    sources: ['002.txt:5', '003.txt:1'],
  }
  test('joins a word to its name in code, with its source, and keeps a table a table', () => {
    expect(glossaryText([term])).toContain('| Csv | `criminalNetwork` | A \\| B | 002.txt:5 |')
  })
  test('holds the words that only the code has', () => {
    for (const word of ['party', 'leading mention', 'membership', 'validity', 'region pack'])
      expect(glossaryText([])).toContain(word)
  })
})

describe('of Midden-Nederland', () => {
  let region: Opened
  beforeAll(async () => {
    region = await openRegion()
  })
  afterAll(() => region.close())
  const count = async (path: string) => (await region.json<{ aantal: number }>(path)).aantal
  const codesOn = (html: string, list: string) =>
    new Set([...html.matchAll(new RegExp(`href="/${list}/([^"#?]+)"`, 'g'))].map(([, code]) => code))

  describe('the words', () => {
    test('are all 253 on one page and in the API, each with a page', async () => {
      const codes = codesOn(await region.text('/begrippen'), 'begrippen')
      expect(codes.size).toBe(253)
      expect(await count('/api/v1/begrippen')).toBe(253)
      for (const code of [...codes].slice(0, 20)) expect((await region.get(`/begrippen/${code}`)).status).toBe(200)
    })
    test('are searched in their name, written out and explained, without minding accents', async () => {
      const codes = codesOn(await region.text('/begrippen?q=Samenwerkingsverbánd'), 'begrippen')
      expect(codes).toContain('criminalNetwork')
      expect(await region.text('/begrippen?q=zzzz')).toContain('/zoeken?q=zzzz')
    })
    test('are chosen by kind', async () => {
      const codes = codesOn(await region.text('/begrippen?soort=politie'), 'begrippen')
      expect(codes.size).toBe(await count('/api/v1/begrippen?soort=politie'))
    })
    test('have their name in code, and their English', async () => {
      const html = await region.text('/begrippen/criminalNetwork')
      for (const part of ['Crimineel samenwerkingsverband', 'criminalNetwork', 'lang="en"', 'regel 1216'])
        expect(html).toContain(part)
    })
  })

  describe('knowledge', () => {
    test('is all there, a page at a time', async () => {
      const pages = await Promise.all(
        ['/kennis', '/kennis?pagina=2', '/kennis?pagina=3'].map((path) => region.text(path)),
      )
      const codes = new Set(pages.flatMap((html) => [...codesOn(html, 'kennis')]))
      expect(codes.size).toBe(132)
      expect(await count('/api/v1/kennis')).toBe(132)
      expect((await region.get('/kennis?pagina=4')).status).toBe(404)
    })
    test('is chosen by who uses it', async () => {
      const codes = codesOn(await region.text('/kennis?gebruiktDoor=GM0344'), 'kennis')
      expect(codes).toContain('K-067')
      expect(codes.size).toBe(await count('/api/v1/kennis?gebruiktDoor=GM0344'))
    })
    test('says who uses it, and that nobody named is not nobody', async () => {
      expect(await region.text('/kennis/K-067')).toContain('href="/gemeenten/GM0344"')
      expect(await region.text('/kennis/K-002')).toContain('Geen bron noemt een gebruiker')
    })
  })

  describe('an event', () => {
    test('is in the list of its year', async () => {
      expect(codesOn(await region.text('/bijeenkomsten'), 'bijeenkomsten').size).toBe(69)
      const codes = codesOn(await region.text('/bijeenkomsten?jaar=2016'), 'bijeenkomsten')
      expect(codes.size).toBe(await count('/api/v1/bijeenkomsten?jaar=2016'))
      expect(codes).toContain('E-001')
    })
    test('shows its place to a professional only', async () => {
      // The place of E-005 is a district.
      const anybody = await region.text('/bijeenkomsten/E-005')
      expect(anybody).toContain('niet openbaar')
      expect(anybody).not.toContain('>Oost-Utrecht<')
      const professional = await region.text('/bijeenkomsten/E-005', await signInAs(region, 'oov-renswoude'))
      expect(professional).toContain('Oost-Utrecht')
      expect(professional).not.toContain('niet openbaar')
    })
    test('has no place in the API, for anybody', async () => {
      const event = await region.json('/api/v1/bijeenkomsten/E-005')
      expect(Object.keys(event)).not.toContain('plaats')
      expect(JSON.stringify(await region.json('/api/v1/bijeenkomsten?perPagina=500'))).not.toContain('"plaats"')
    })
  })

  test.each([
    ['/begrippen/xxx', 404],
    ['/begrippen?soort=xxx', 400],
    ['/kennis/K-999', 404],
    ['/kennis?stand=oud', 400],
    ['/kennis?pagina=0', 400],
    ['/bijeenkomsten/E-999', 404],
    ['/bijeenkomsten?jaar=16', 400],
    ['/api/v1/kennis?gebruiktDoor=XXX', 400],
    ['/api/v1/bijeenkomsten?organisator=XXX', 400],
  ])('%s is answered with %i', async (path, status) => expect((await region.get(path)).status).toBe(status))
})
