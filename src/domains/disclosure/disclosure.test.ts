import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { releaseOne } from '../../../test/environment/accounts'
import { recordDecision } from '../../../test/environment/decisions'
import { holdMeeting } from '../../../test/environment/meetings'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { makeDrafts, renswoude, signReport } from '../../../test/environment/reports'
import { childrenOf, departuresIn } from '../../../test/environment/xml-rules'
import { parseXml } from '../../platform/office/xml'

const wordsOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:])/g, '$1')

/** What MDTO 1.0.1 lets stand in an element. */
const mdto: Readonly<Record<string, string>> = {
  informatieobject:
    'identificatie!* naam! aggregatieniveau classificatie* trefwoord* omschrijving* raadpleeglocatie* dekkingInTijd* dekkingInRuimte* taal* event* waardering! bewaartermijn informatiecategorie isOnderdeelVan* bevatOnderdeel* heeftRepresentatie* aanvullendeMetagegevens* gerelateerdInformatieobject* archiefvormer!* betrokkene* activiteit beperkingGebruik!*',
  bestand: 'identificatie!* naam! omvang! bestandsformaat! checksum!* URLBestand isRepresentatieVan!',
  identificatie: 'identificatieKenmerk! identificatieBron!',
  verwijzingIdentificatie: 'identificatieKenmerk! identificatieBron!',
  checksum: 'checksumAlgoritme! checksumWaarde! checksumDatum!',
  event: 'eventType! eventTijd eventVerantwoordelijkeActor eventResultaat',
  dekkingInTijd: 'dekkingInTijdType! dekkingInTijdBegindatum! dekkingInTijdEinddatum',
  raadpleeglocatie: 'raadpleeglocatieFysiek* raadpleeglocatieOnline*',
  beperkingGebruik:
    'beperkingGebruikType! beperkingGebruikNadereBeschrijving beperkingGebruikDocumentatie* beperkingGebruikTermijn',
}
for (const term of [
  'aggregatieniveau',
  'classificatie',
  'waardering',
  'informatiecategorie',
  'bestandsformaat',
  'checksumAlgoritme',
  'eventType',
  'dekkingInTijdType',
  'beperkingGebruikType',
])
  Object.assign(mdto, { [term]: 'begripLabel! begripCode begripBegrippenlijst!' })
for (const reference of ['begripBegrippenlijst', 'heeftRepresentatie', 'archiefvormer', 'isRepresentatieVan'])
  Object.assign(mdto, { [reference]: 'verwijzingNaam! verwijzingIdentificatie' })

/** Where a document departs from MDTO 1.0.1. */
function departures(xml: string): string[] {
  const root = parseXml(xml, { 'https://www.nationaalarchief.nl/mdto': 'm' })
  if (root?.name !== 'm:MDTO') return ['no MDTO']
  const top = childrenOf(root).map(({ name }) => name.replace(/^m:/, ''))
  return [
    ...(top.length === 1 && ['informatieobject', 'bestand'].includes(top[0] ?? '') ? [] : [`MDTO holds ${top}`]),
    ...childrenOf(root).flatMap((one) => departuresIn(one, mdto)),
  ]
}

describe('what is made public', () => {
  let region: Opened
  let adviser: { cookie: string }
  let code: string
  beforeAll(async () => {
    region = await openRegion({ figures: true })
    adviser = await signInAs(region, 'oov-renswoude')
    code = await recordDecision(region, { titel: 'Strategie <vast> & zeker', plan: 'RVS2023' })
    await makeDrafts(region)
    await signReport(region, renswoude, 'oov-renswoude')
    await holdMeeting(region)
    await releaseOne(region)
  })
  afterAll(() => region.close())
  const words = async (path: string, headers?: { cookie: string }) => wordsOf(await region.text(path, headers))

  test('stands in one list with the day and the category of the Woo, and what that is worth', async () => {
    const page = await words('/openbaar')
    for (const said of [
      'besluit 24 november 2026 Agenda’s en besluitenlijsten bestuurscolleges (Woo artikel 3.3, tweede lid, onder d)',
      'agenda met openbare punten 24 november 2026 Agenda’s',
      'rapportage 24 november 2026 Inspanningsverplichting art 3.1 Woo',
      'verantwoordingsstuk 24 november 2026 Jaarplannen en jaarverslagen (Woo artikel 3.3, tweede lid, onder g)',
      'Aan de landelijke zoekindex van de Woo is deze website niet aangesloten.',
      'Of een e-depot ze aanneemt, is niet beproefd.',
    ])
      expect(page).toContain(said)
    expect((await region.get('/openbaar?pagina=99')).status).toBe(400)
  })

  test('has the category where it stands: with the decision, in the API, and with the agenda', async () => {
    expect(await words(`/besluiten/${code}`)).toContain(
      'Openbaar sinds 24 november 2026. Informatiecategorie volgens de Woo: Agenda’s en besluitenlijsten bestuurscolleges',
    )
    const tooi = 'https://identifier.overheid.nl/tooi/def/thes/kern/c_3a248e3a'
    const { items } = await region.json<{ items: Record<string, unknown>[] }>('/api/v1/besluiten')
    expect(items[0]).toMatchObject({ openbaarSinds: '2026-11-24', informatiecategorieTooi: tooi })
    expect(await words('/vergaderingen/DVC-WU-2026-1')).toContain('Openbaarheid Van de open punten. Openbaar sinds')
    const all = await region.json<{ aantal: number; items: Record<string, unknown>[] }>('/api/v1/openbaarmakingen')
    expect(all.items.map(({ soort }) => soort).sort()).toEqual(['agenda', 'besluit', 'rapportage', 'verantwoording'])
    const only = await region.json<{ items: Record<string, unknown>[] }>('/api/v1/openbaarmakingen?soort=besluit')
    expect(only.items).toMatchObject([
      { code: `besluit:${code}`, adres: `/besluiten/${code}`, informatiecategorieTooi: tooi },
    ])
  })

  test('has the category on the pages of a report and an account, with the way to the metadata', async () => {
    for (const [path, kind] of [
      ['/rapportages', 'rapportage'],
      ['/verantwoordingsstukken', 'verantwoording'],
    ] as const) {
      const { items } = await region.json<{ items: { adres: string }[] }>(`/api/v1/openbaarmakingen?soort=${kind}`)
      const address = items[0]?.adres ?? ''
      expect(address.startsWith(path)).toBe(true)
      const page = await region.text(address)
      expect(wordsOf(page)).toContain('Openbaar sinds 24 november 2026. Informatiecategorie volgens de Woo: ')
      const metadata = new RegExp(`/openbaar/${kind}/[^"/]+/mdto\\.xml`).exec(page)?.[0] ?? ''
      expect(departures(await region.text(metadata))).toEqual([])
    }
  })

  test('never has anything confidential: to everybody else the list is the same with and without', async () => {
    const paths = ['/openbaar', '/api/v1/openbaarmakingen', '/api/v1/openbaarmakingen.csv']
    const before = await Promise.all(paths.map((path) => region.text(path)))
    const silent = await recordDecision(region, { titel: 'Stil besluit', zichtbaar: 'vertrouwelijk' })
    expect(await Promise.all(paths.map((path) => region.text(path)))).toEqual(before)
    expect(await words('/openbaar', adviser)).not.toContain('Stil besluit')
    for (const headers of [undefined, adviser])
      expect((await region.get(`/openbaar/besluit/${silent}/mdto.xml`, headers)).status).toBe(404)
  })

  describe('for the archive', () => {
    test('a decision has metadata of itself and of each file, in the order of MDTO, with the hash of its bytes', async () => {
      const xml = await region.text(`/openbaar/besluit/${code}/mdto.xml`)
      expect(departures(xml)).toEqual([])
      for (const said of [
        `<identificatieKenmerk>${code}</identificatieKenmerk>`,
        '<naam>Strategie &lt;vast&gt; &amp; zeker</naam>',
        '<begripCode>c_3a248e3a</begripCode>',
        '<dekkingInTijdBegindatum>2026-11-20</dekkingInTijdBegindatum>',
        '<begripLabel>Nog niet gewaardeerd</begripLabel>',
        '<verwijzingNaam>Veiligheidscoalitie Midden-Nederland</verwijzingNaam>',
      ])
        expect(xml).toContain(said)
      const file = await region.text(`/openbaar/besluit/${code}/mdto/besluit.json.mdto.xml`)
      expect(departures(file)).toEqual([])
      const bytes = await region.text(`/besluiten/${code}/besluit.json`)
      expect(file).toContain(`<omvang>${Buffer.byteLength(bytes)}</omvang>`)
      expect(file).toContain(`<checksumWaarde>${createHash('sha256').update(bytes).digest('hex')}</checksumWaarde>`)
      const plan = await region.text(`/openbaar/besluit/${code}/mdto/plan-RVS2023.json.mdto.xml`)
      const url = /<URLBestand>http:\/\/localhost:3000([^<]+)<\/URLBestand>/.exec(plan)?.[1] ?? ''
      expect(
        createHash('sha256')
          .update(await region.text(url))
          .digest('hex'),
      ).toBe(/<checksumWaarde>(.*)</.exec(plan)?.[1])
    })

    test('what has no files that were kept has none, and so has what is not there', async () => {
      for (const path of [
        '/openbaar/agenda/DVC-WU-2026-1/mdto.xml',
        '/openbaar/besluit/B-1999-001/mdto.xml',
        '/openbaar/weg/weg/mdto.xml',
        `/openbaar/besluit/${code}/mdto/weg.json.mdto.xml`,
      ])
        expect((await region.get(path)).status).toBe(404)
    })

    test('everything together is one file for professionals, each file byte for byte as it was published', async () => {
      expect((await region.get('/openbaar/archief.zip')).status).toBe(404)
      const answer = await region.get('/openbaar/archief.zip', adviser)
      expect(answer.headers.get('content-type')).toBe('application/zip')
      const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
      const names = Object.keys(files)
      for (const kind of ['besluit', 'rapportage', 'verantwoording'])
        expect(names.filter((name) => name.startsWith(`${kind}/`)).length).toBeGreaterThan(2)
      const metadata = names.filter((name) => name.endsWith('.mdto.xml'))
      expect(metadata.flatMap((name) => departures(strFromU8(files[name] as Uint8Array)))).toEqual([])
      // Each file that is in it has its own metadata, which names its hash and size.
      const kept = names.filter((name) => name.includes('/') && !/\.mdto\.xml$|^[a-z]+\/opmaak\.css$/.test(name))
      expect(kept.length).toBeGreaterThan(5)
      for (const name of kept) {
        const bytes = files[name] as Uint8Array
        const told = strFromU8(files[`${name}.mdto.xml`] as Uint8Array)
        expect(told).toContain(`<checksumWaarde>${createHash('sha256').update(bytes).digest('hex')}</checksumWaarde>`)
        expect(told).toContain(`<omvang>${bytes.length}</omvang>`)
      }
      // A web page finds its stylesheet beside it.
      const pages = kept.filter((name) => name.endsWith('.html'))
      expect(pages).toContain(`besluit/${code}/besluit.html`)
      for (const name of pages) {
        const link = /href="([^"]*opmaak\.css)"/.exec(strFromU8(files[name] as Uint8Array))?.[1] ?? ''
        expect(names).toContain(new URL(link, `http://x/${name}`).pathname.slice(1))
      }
      expect(strFromU8(files['LEESMIJ.txt'] as Uint8Array)).toContain('Zij zijn niet met een e-depot beproefd.')
    })

    test('what is not MDTO would be noticed', () => {
      const put = (inner: string) => departures(`<MDTO xmlns="https://www.nationaalarchief.nl/mdto">${inner}</MDTO>`)
      expect(put('<bestand><naam>x</naam></bestand>')).toContain('bestand has 0 identificatie')
      expect(put('<x/>')).toContain('MDTO holds x')
      expect(put('<bestand><omvang>1</omvang><naam>x</naam></bestand>')).toContain('naam too late in bestand')
    })
  })
})
