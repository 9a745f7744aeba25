import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { releaseOne } from '../../../test/environment/accounts'
import { recordDecision } from '../../../test/environment/decisions'
import { dayFields } from '../../../test/environment/forms'
import { holdHearing } from '../../../test/environment/hearings'
import { holdMeeting, planMeeting } from '../../../test/environment/meetings'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { makeDrafts, renswoude, signReport } from '../../../test/environment/reports'
import { childrenOf, departuresIn, type XmlRules } from '../../../test/environment/xml-rules'
import { parseXml, type XmlElement } from '../../platform/office/xml'
import { readPack } from '../../platform/pack/read'
import { wooCategoryFile } from '../publications'
import { perSitemap, readable, sitemapOf } from './diwoo'
import { publishingOf } from './sitemap.verbs'

/** What DiWoo 0.9.8 and the protocol of sitemaps let stand in an element. */
const rules: XmlRules = {
  sitemapindex: 'sitemap!*',
  sitemap: 'loc! lastmod',
  urlset: 'url!*',
  url: 'loc! lastmod changefreq priority Document',
  Document: 'DiWoo extraMetadata*',
  DiWoo:
    '& identifiers publisher! verantwoordelijke medeverantwoordelijken opsteller naamOpsteller titelcollectie! omschrijvingen classificatiecollectie! creatiedatum geldigheid language format aggregatiekenmerk isPartOf hasParts documenthandelingen! documentrelaties redenVerwijderingVervanging',
  identifiers: 'identifier!*',
  titelcollectie: '& officieleTitel! verkorteTitels alternatieveTitels',
  classificatiecollectie: '& informatiecategorieen! documentsoorten themas trefwoorden',
  informatiecategorieen: 'informatiecategorie!*',
  documenthandelingen: 'documenthandeling!*',
  documenthandeling: '& soortHandeling! atTime! wasAssociatedWith',
}
const [tooi, europe] = ['https://identifier.overheid.nl/tooi', 'http://publications.europa.eu/resource/authority']
/** Of which list the address in an element is. */
const lists: Readonly<Record<string, RegExp>> = {
  publisher: new RegExp(`^${tooi}/id/gemeente/gm\\d{4}$`),
  informatiecategorie: new RegExp(`^${tooi}/def/thes/kern/c_(3a248e3a|816e508d|c6cd1213)$`),
  soortHandeling: new RegExp(`^${tooi}/def/thes/kern/c_(e1ec050e|dfcee535|641ecd76)$`),
  language: new RegExp(`^${europe}/language/NLD$`),
  format: new RegExp(`^${europe}/file-type/(PDF|HTML|DOCX|XLSX)$`),
}
const texts: Readonly<Record<string, RegExp>> = {
  lastmod: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  creatiedatum: /^\d{4}-\d\d-\d\d$/,
  atTime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3}Z)?$/,
}
const namespaces = {
  'http://www.sitemaps.org/schemas/sitemap/0.9': 's',
  'https://standaarden.overheid.nl/diwoo/metadata/': 'd',
}
const textOf = ({ children }: XmlElement) => children.filter((one) => typeof one === 'string').join('')
const everyIn = (element: XmlElement): XmlElement[] => [element, ...childrenOf(element).flatMap(everyIn)]

function read(xml: string): { root: XmlElement; all: (name: string) => XmlElement[]; faults: string[] } {
  const root = parseXml(xml, namespaces)
  if (!root) throw new Error('no XML')
  const each = everyIn(root)
  const bare = ({ name }: XmlElement) => name.replace(/^.:/, '')
  return {
    root,
    all: (name) => each.filter((one) => bare(one) === name),
    faults: [
      ...departuresIn(root, rules),
      ...each.flatMap((one) => {
        const [list, text] = [lists[bare(one)], texts[bare(one)]]
        const resource = one.attributes.resource ?? ''
        return [
          ...(list && !list.test(resource) ? [`${bare(one)} ${resource}`] : []),
          ...(text && !text.test(textOf(one)) ? [`${bare(one)} ${textOf(one)}`] : []),
        ]
      }),
    ],
  }
}

const wordsOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
const sitemap = (number: string) => `/sitemaps/sitemap-diwoo-infocat${number}-1.xml`
const index = (number: string) => `/sitemaps/sitemapindex-diwoo-infocat${number}.xml`

describe('of a region that names a publisher', () => {
  let region: Opened
  let adviser: { cookie: string }
  let code: string
  beforeAll(async () => {
    region = await openRegion({ figures: true })
    await region.rows(sql`update platform.packs set publication = publication ||
      '{"uitgever":{"naam":"gemeente Utrecht","tooi":"https://identifier.overheid.nl/tooi/id/gemeente/gm0344"}}'::jsonb`)
    adviser = await signInAs(region, 'oov-renswoude')
    code = await recordDecision(region, { titel: 'Strategie <vast> & "zeker"', plan: 'RVS2023' })
    await recordDecision(region, { titel: 'Stil besluit', zichtbaar: 'vertrouwelijk' })
    await makeDrafts(region)
    await signReport(region, renswoude, 'oov-renswoude')
    await holdHearing(region)
    await holdMeeting(region)
    await releaseOne(region)
    const past = await planMeeting(region, '2026-11-10')
    await recordDecision(region, {
      titel: 'Bedacht besluit',
      vergadering: past.replace(/^.*\//, ''),
      gremium: 'DVC',
      gebied: 'WU',
      ...dayFields('genomen', '2026-11-10'),
    })
  })
  afterAll(() => region.close())

  test('robots read where the sitemaps are: those of categories that have documents', async () => {
    const robots = await region.text('/robots.txt')
    expect(robots).toBe(
      `User-agent: *\nDisallow:\n${['009', '012'].map((number) => `Sitemap: http://localhost:3000${index(number)}\n`).join('')}`,
    )
    for (const number of ['009', '012']) {
      const { faults, all } = read(await region.text(index(number)))
      expect(faults).toEqual([])
      expect(all('loc').map(textOf)).toEqual([`http://localhost:3000${sitemap(number)}`])
    }
    for (const path of [index('018'), index('001'), sitemap('018'), sitemap('009').replace('-1', '-2'), '/sitemaps/x'])
      expect((await region.get(path)).status).toBe(404)
  })

  test('each document stands in them once, opens for everybody in its format, and has the hash of the log', async () => {
    const { regels } = await region.json<{ regels: { onderwerp: string; bestanden: Record<string, string> }[] }>(
      '/publicaties/logboek/uitvoer.json',
    )
    const logged = new Set(regels.flatMap(({ bestanden }) => Object.values(bestanden)))
    const found: string[] = []
    for (const number of ['009', '012']) {
      const { faults, all } = read(await region.text(sitemap(number)))
      expect(faults).toEqual([])
      for (const [at, loc] of all('loc').map(textOf).entries()) {
        const answer = await region.get(loc.replace('http://localhost:3000', ''))
        expect(answer.status).toBe(200)
        const media = { PDF: 'application/pdf', HTML: 'text/html; charset=utf-8' }[
          textOf(all('format')[at] as XmlElement)
        ]
        expect(answer.headers.get('content-type')).toBe(media)
        const bytes = new Uint8Array(await answer.arrayBuffer())
        expect(logged.has(createHash('sha256').update(bytes).digest('hex'))).toBe(true)
        found.push(loc.replace(/^.*\//, ''))
      }
    }
    expect(found).toEqual(['besluit.html', 'stuk.pdf'])
  })

  test('a decision says who decided and when, and who publishes; nothing that is confidential or invented is there', async () => {
    const xml = await region.text(sitemap('009'))
    const { all } = read(xml)
    const said = (name: string) => all(name).map(textOf)
    expect(said('identifier')).toEqual([`${code}/besluit.html`])
    expect(said('officieleTitel')).toEqual(['Strategie <vast> & "zeker"'])
    expect(said('creatiedatum')).toEqual(['2026-11-20'])
    expect(said('soortHandeling')).toEqual(['vaststelling'])
    expect(said('atTime')).toEqual(['2026-11-20T00:00:00'])
    expect(said('wasAssociatedWith')).toEqual(['Regionaal Veiligheidscollege'])
    expect(said('publisher')).toEqual(['gemeente Utrecht'])
    const everything = (
      await Promise.all([index('009'), sitemap('009'), index('012'), sitemap('012')].map((path) => region.text(path)))
    ).join('')
    for (const never of ['Stil besluit', 'Bedacht besluit', 'V-2026', renswoude, 'nota.'])
      expect(everything).not.toContain(`>${never}`)
  })

  test('who is signed in gets the same bytes', async () => {
    for (const path of ['/robots.txt', index('009'), sitemap('009'), sitemap('012')])
      expect(await region.text(path, adviser)).toBe(await region.text(path))
  })

  test('the list says to everybody that it stands ready, and to professionals what does not and why', async () => {
    const page = wordsOf(await region.text('/openbaar'))
    expect(page).toContain(
      'staat klaar wat gemeente Utrecht openbaar maakt, per informatiecategorie: categorie 9 , categorie 12',
    )
    expect(page).not.toContain('Klaar voor de Woo-index')
    const own = wordsOf(await region.text('/openbaar', adviser))
    for (const said of [
      '2 bestanden staan klaar, met gemeente Utrecht als uitgever. Wat nog ontbreekt: het adres van deze website begint niet met https.',
      'Niet in de index: 4 stukken',
      'en die zijn verzonnen. 4 stukken Bedacht besluit Agenda Districtelijk Veiligheidscollege West-Utrecht, 8 december 2026 Rapportage',
    ])
      expect(own).toContain(said)
    expect(own).not.toContain('Stil besluit')
  })

  test('what is no longer public, or no longer what the log says, or has no category, is gone', async () => {
    const stuk = async () => (await region.get(sitemap('012'))).status
    expect(await stuk()).toBe(200)
    await region.rows(
      sql`update publications.woo_categories set withdrawn_on = '2026-11-01' where code = 'verantwoording'`,
    )
    expect(await stuk()).toBe(404)
    expect(await region.text('/robots.txt')).not.toContain('infocat012')
    expect(wordsOf(await region.text('/openbaar', adviser))).toContain(
      'nog geen informatiecategorie van de waardelijst. 1 stuk',
    )
    await region.rows(sql`update publications.woo_categories set withdrawn_on = null where code = 'verantwoording'`)
    expect(await stuk()).toBe(200)
    // As if the whole region were invented.
    await region.rows(sql`update platform.packs set is_example = true`)
    expect((await region.get(sitemap('009'))).status).toBe(404)
    await region.rows(sql`update platform.packs set is_example = false`)
    expect((await region.get(sitemap('009'))).status).toBe(200)
    // As if other bytes were kept than were published.
    await region.rows(sql`alter table accounts.files disable trigger user`)
    await region.rows(sql`update accounts.files set content = 'x', hash = encode(sha256('x'), 'hex')`)
    await region.rows(sql`alter table accounts.files enable trigger user`)
    expect(await stuk()).toBe(404)
    expect(wordsOf(await region.text('/openbaar', adviser))).toContain('Word of Excel. 1 stuk Jaarverslag 2025')
  })
})

test('without a publisher nothing stands ready, and professionals read why', async () => {
  const region = await openRegion()
  await recordDecision(region, {})
  expect(await region.text('/robots.txt')).toBe('User-agent: *\nDisallow:\n')
  for (const path of [index('009'), sitemap('009')]) expect((await region.get(path)).status).toBe(404)
  expect(wordsOf(await region.text('/openbaar'))).toContain('is deze website niet aangesloten')
  expect(wordsOf(await region.text('/openbaar', await signInAs(region, 'oov-renswoude')))).toContain(
    '1 bestand kan in de index, maar er staat niets klaar. Wat nog ontbreekt: de regio noemt in regio.json nog geen uitgever',
  )
  await region.close()
})

test('a publisher has the shape of TOOI, a category is one of the list; the invented region has both', () => {
  const { pack } = readPack('region/voorbeeld', [])
  const { region } = pack ?? {}
  const named = (uitgever: unknown) =>
    publishingOf({ coalition: 'C', publication: { uitgever } } as unknown as Parameters<typeof publishingOf>[0])
  expect(named(region?.uitgever)).toMatchObject({ publisher: { name: 'gemeente Oeverstad' }, maker: 'C' })
  for (const tooi of ['https://oeverstad.example/', `${'https://identifier.overheid.nl/tooi/id/'}gemeente/0344`])
    expect(named({ naam: 'x', tooi })).toBeNull()
  const faults = (tooi: string) =>
    wooCategoryFile.rowRule?.({ tooi, waardering: '', selectielijst: '' }, () => new Set()).map(({ column }) => column)
  expect(faults(`${tooi}/def/thes/kern/c_816e508d`)).toEqual([])
  expect(faults(`${tooi}/def/thes/kern/c_00000000`)).toEqual(['tooi'])
})

test('of one text in several formats one stands in the index, JSON never; a full sitemap stays under 50 MB', () => {
  const names = (...files: string[]) => readable(files.map((name) => ({ name }))).map(({ name }) => name)
  expect(names('stuk.html', 'stuk.json', 'stuk.pdf', 'stuk.docx', 'gebieden/GM1.html')).toEqual([
    'stuk.pdf',
    'gebieden/GM1.html',
  ])
  expect(names('besluit.json', 'plan-X.json')).toEqual([])
  const [{ format }] = readable([{ name: 'besluit.html' }]) as [ReturnType<typeof readable>[number]]
  const category = { kind: 'besluit', label: 'x'.repeat(60), uri: `${tooi}/def/thes/kern/c_816e508d` }
  const one = sitemapOf(
    [
      {
        identifier: 'B-2026-001/besluit.html',
        url: `https://veilig.example/besluiten/B-2026-001/besluit.html`,
        at: '2026-11-24T09:00:00.000Z',
        title: '"'.repeat(200),
        createdOn: '2026-11-20' as Parameters<typeof sitemapOf>[0][number]['createdOn'],
        format,
        category: { ...category, article: '', valuation: null, selectionList: null },
        handling: { kind: 'vaststelling', at: '2026-11-20T00:00:00', by: 'x'.repeat(200) },
      },
    ],
    { publisher: { name: 'gemeente Utrecht', uri: `${tooi}/id/gemeente/gm0344` }, maker: 'Coalitie' },
  )
  expect(perSitemap).toBeLessThanOrEqual(50_000)
  expect(one.length * perSitemap).toBeLessThan(50 * 1024 * 1024)
})

test('what is not DiWoo would be noticed', () => {
  const put = (inner: string) =>
    read(
      `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:d="https://standaarden.overheid.nl/diwoo/metadata/">${inner}</urlset>`,
    ).faults
  expect(put('')).toContain('urlset has 0 url')
  expect(put('<url><lastmod>2026</lastmod><loc>x</loc></url>')).toEqual(['loc too late in url', 'lastmod 2026'])
  expect(put('<url><loc>x</loc><d:Document><d:DiWoo><d:publisher resource="x"/></d:DiWoo></d:Document></url>')).toEqual(
    expect.arrayContaining(['DiWoo has 0 titelcollectie', 'publisher x']),
  )
})
