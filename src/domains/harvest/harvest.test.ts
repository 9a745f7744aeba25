import { createHash } from 'node:crypto'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sendDecision } from '../../../test/environment/decisions'
import { dayFields, sendForm } from '../../../test/environment/forms'
import { oriAddresses, oriCollections, oriRoot } from '../../../test/environment/harvest'
import { attachTo, holdMeeting } from '../../../test/environment/meetings'
import { holdOutcomes } from '../../../test/environment/outcomes'
import { signInAs } from '../../../test/environment/people'
import { startProposal } from '../../../test/environment/proposals'
import { type Opened, openRegion } from '../../../test/environment/region'
import type { Day } from '../../kernel/day'
import { day } from '../../platform/ui/wording'
import type { DecisionFact, Facts, InstanceFact, MeetingFact } from './facts'
import { shapeOf } from './shape'

type Ref = { id: string; url: string }
type One = Ref & Record<string, unknown>
type Page = { next: string | null; previous: string | null; results: One[] }

let region: Opened
let [coming, finished]: string[] = []
const codeOf = (address: string | undefined) => address?.split('/').at(-1) ?? ''

/** A year of one college: a meeting to come with files, and one that ended with public and closed decisions and agreements. */
beforeAll(async () => {
  region = await openRegion()
  coming = await holdMeeting(region)
  const manager = await signInAs(region, 'programmamanager')
  const longTitle = `Toezicht ${'op de zomerfeesten '.repeat(7)}`.trim()
  await sendForm(region, `${coming}/punten/nieuw`, { ...item(longTitle), wijziging: 'Nieuw.' }, manager)
  await sendForm(region, `${coming}/openbaar`, {}, manager)
  finished = (await holdOutcomes(region)).finished
  const decide = async (label: string, titel: string, zichtbaar: string) => {
    const answer = await sendDecision(
      region,
      {
        vergadering: codeOf(finished),
        punt: label,
        gremium: 'DVC',
        gebied: 'WU',
        ...dayFields('genomen', '2026-11-10'),
        titel,
        tekst: `${titel}. ${'Met toelichting. '.repeat(20)}`,
        zichtbaar,
      },
      manager,
    )
    if (answer.status !== 303) throw new Error(`a decision answered ${answer.status}: ${await answer.text()}`)
  }
  await decide('1', 'Toezicht tot 2028', 'openbaar')
  await decide('1', 'Tweede besluit bij dit punt', 'openbaar')
  await decide('1', 'Kraanvogel voor professionals', 'vertrouwelijk')
  await decide('b1', 'Kraanvogel', '')
  await sendDecision(region, { titel: 'Zonder vergadering' }, manager)
  const proposal = await startProposal(region, { titel: 'Een vraag aan de raden', route: 'raden' }, manager)
  await sendForm(region, `${proposal}/afsluiten`, { uitkomst: 'ingetrokken' }, manager)
  await sendForm(region, `${proposal}/openbaar`, {}, manager)
  await startProposal(region, { titel: 'Kraanvogel onderweg' }, manager)
})
afterAll(() => region.close())

const item = (titel: string) => ({
  versie: '0',
  sleutel: `lange-titel-${titel.length}`,
  titel,
  soort: 'besluitvorming',
  asked: 'Besluit.',
  core: 'De kern.',
})

/** Every object of a collection, page by page as the answers lead on. */
async function all(name: string, pageSize = 2): Promise<One[]> {
  const found: One[] = []
  for (let next: string | null = `${oriRoot}/${name}?pageSize=${pageSize}`; next; ) {
    const page: Page = await region.json<Page>(next.replace('http://localhost:3000', ''))
    found.push(...page.results)
    next = page.next
  }
  return found
}
const idsIn = (value: unknown) => (value as readonly string[]).map((url) => codeOf(url))

describe('every answer', () => {
  type Text = { paths: Record<string, { get: { responses: Record<string, unknown> } }>; components: unknown }
  let text: Text
  const validators = new Map<string, (body: unknown) => string[]>()
  beforeAll(async () => {
    text = await region.json<Text>(`${oriRoot}/openapi.json`)
  })

  /** What a body lacks beside what the description says of this answer. */
  function faults(path: string, body: unknown, status = 200): string[] {
    const known = validators.get(`${path} ${status}`)
    if (known) return known(body)
    type Described = { content: Record<string, { schema: object }> }
    const described = text.paths[path]?.get.responses[status] as Described | undefined
    const ajv = new Ajv2020({ strict: false, allErrors: true })
    addFormats.default(ajv)
    const [content] = Object.values(described?.content ?? {})
    if (!content) return [`${path} ${status} is not described`]
    const validate = ajv.compile({ ...content.schema, components: text.components })
    const made = (one: unknown) =>
      validate(one)
        ? []
        : (validate.errors ?? []).slice(0, 5).map((error) => `${path} ${error.instancePath} ${error.message}`)
    validators.set(`${path} ${status}`, made)
    return made(body)
  }

  test.each(oriCollections)('of %s has the shape that is described, as list and as object', async (name) => {
    const objects = await all(name)
    expect(objects.length).toBeGreaterThan(0)
    expect(new Set(objects.map(({ id }) => id)).size).toBe(objects.length)
    expect(faults(`/${name}`, await region.json(`${oriRoot}/${name}?page=1`))).toEqual([])
    for (const object of objects) expect(faults(`/${name}/{id}`, object)).toEqual([])
    for (const object of objects.filter((_, at) => at % Math.ceil(objects.length / 12) === 0)) {
      expect(await region.json(object.url.replace('http://localhost:3000', ''))).toEqual(object)
    }
    for (const wrong of ['?onbekend=1', '?page=0', '?page=1&page=2', '?pageSize=501'])
      expect((await region.get(`${oriRoot}/${name}${wrong}`)).status).toBe(400)
    const absent = await region.get(`${oriRoot}/${name}/bestaat-niet`)
    expect([absent.status, faults(`/${name}/{id}`, await absent.json(), 404)]).toEqual([404, []])
  })

  test('has no field that the description does not name', async () => {
    const { schemas } = text.components as { schemas: Record<string, { properties: object }> }
    const names: Record<string, string> = {
      gremia: 'Gremium',
      vergaderingen: 'Vergadering',
      agendapunten: 'Agendapunt',
      informatieobjecten: 'InformatieObject',
      besluiten: 'Besluit',
      toezeggingen: 'Toezegging',
    }
    for (const name of oriCollections) {
      const described = Object.keys(schemas[names[name] ?? '']?.properties ?? {})
      const given = new Set((await all(name, 500)).flatMap((one) => Object.keys(one)))
      expect([...given].filter((field) => !described.includes(field))).toEqual([])
    }
  })

  test('leads on, and the whole file has the same as the lists', async () => {
    expect(faults('/', await region.json(oriRoot))).toEqual([])
    const whole = await region.json<Record<string, One[]>>(`${oriRoot}/alles.json`)
    expect(faults('/alles.json', whole)).toEqual([])
    for (const name of oriCollections) expect(whole[name]).toEqual(await all(name, 500))
  })

  test('gives addresses that answer, and files with the hash it says', async () => {
    const whole = JSON.stringify(await region.json(`${oriRoot}/alles.json`))
    const own = new Set(whole.match(/http:\/\/localhost:3000[^"]*/g))
    expect(own.size).toBeGreaterThan(30)
    for (const address of own)
      expect([address, (await region.get(address.replace('http://localhost:3000', ''))).status]).toEqual([address, 200])
    const hashed = (await all('informatieobjecten', 500)).filter(({ sha256 }) => sha256 !== undefined)
    expect(hashed.length).toBeGreaterThan(2)
    for (const { link, sha256, bestandsomvang } of hashed) {
      const answer = await region.get(String(link).replace('http://localhost:3000', ''))
      const content = new Uint8Array(await answer.arrayBuffer())
      expect([content.length, createHash('sha256').update(content).digest('hex')]).toEqual([bestandsomvang, sha256])
    }
  })
})

describe('the registers', () => {
  test('hold every public decision, bound both ways to its meeting and item', async () => {
    type Listed = { items: { code: string; titel: string; tekst: string }[] }
    const { items } = await region.json<Listed>('/api/v1/besluiten?perPagina=500')
    const decisions = await all('besluiten')
    expect(items.map(({ code }) => code).sort()).toEqual(decisions.map(({ id }) => id).sort())
    expect(decisions).toHaveLength(3)
    const objects = await all('informatieobjecten', 500)
    const points = await all('agendapunten', 500)
    for (const { code, titel, tekst } of items) {
      const one = decisions.find(({ id }) => id === code)
      expect(one).toMatchObject({ besluitresultaat: titel, tekst, informatieobject: { id: code } })
      // What was taken at a meeting of an example is one.
      const isVoorbeeld = titel !== 'Zonder vergadering'
      expect(one).toMatchObject({ isVoorbeeld })
      expect(objects.find(({ id }) => id === code)).toMatchObject({
        register: 'besluiten',
        inhoud: tekst,
        isVoorbeeld,
        link: `http://localhost:3000/besluiten/${code}/besluit.html`,
        mimetype: 'text/html',
      })
      const under = points.filter(({ besluiten }) => idsIn(besluiten).includes(code)).map(({ id }) => id)
      expect(under).toEqual(titel === 'Zonder vergadering' ? [] : [(one as { agendapunt?: Ref }).agendapunt?.id])
    }
    const bound = await region.json<Page>(`${oriRoot}/besluiten?agendapuntIdentificatie=${codeOf(finished)}.1`)
    expect(bound.results).toHaveLength(2)
    expect(await region.json(`${oriRoot}/besluiten?vergaderingsIdentificatie=${codeOf(finished)}`)).toEqual(bound)
    for (const { besluittoelichting } of bound.results) expect(String(besluittoelichting)).toMatch(/^.{150,199}…$/)
  })

  test('hold every agreement of a public list, bound both ways, without how it stands', async () => {
    const list = await region.text(`${finished}/besluitenlijst`)
    const agreements = await all('toezeggingen')
    expect(agreements).toHaveLength(1)
    for (const one of agreements) {
      expect(list).toContain(String(one.omschrijving))
      expect(one).toMatchObject({
        vergadering: { id: codeOf(finished) },
        agendapunt: { id: `${codeOf(finished)}.1` },
        verantwoordelijke: { functie: 'Hoofd', organisatie: { code: 'RVS' } },
      })
      expect(JSON.stringify(one)).not.toContain('2026-12-01')
      const point = await region.json(`${oriRoot}/agendapunten/${codeOf(finished)}.1`)
      expect(idsIn(point.toezeggingen)).toEqual([one.id])
      const document = await region.json(`${oriRoot}/informatieobjecten/${one.id}`)
      expect(document).toMatchObject({
        informatieobjecttype: 'toezegging',
        agendapunten: [{ id: `${codeOf(finished)}.1` }],
      })
    }
  })

  test('hold lists, minutes and proposals that are public, of all the years', async () => {
    const registers = Object.groupBy(await all('informatieobjecten', 500), ({ register }) => String(register))
    expect(registers.besluitenlijsten?.map(({ id }) => id)).toEqual([`${codeOf(finished)}.besluitenlijst`])
    expect(registers.verslagen).toMatchObject([
      { titel: 'Verslag van 10 november 2026', inhoud: expect.stringContaining('Het toezicht is besproken.') },
    ])
    expect(registers.besluitenlijsten).toMatchObject([{ titel: 'Besluitenlijst van 10 november 2026' }])
    expect(registers.voorstellen).toMatchObject([{ titel: 'Een vraag aan de raden', informatieobjecttype: 'voorstel' }])
  })
})

test('a decision for the whole region is of the instance that met, with every remark and by whom', () => {
  const instance: InstanceFact = {
    code: 'RVC-MN',
    short: 'RVC-MN',
    body: 'RVC',
    area: 'MN',
    areaName: 'Midden-Nederland',
    isExample: false,
  }
  const meeting: MeetingFact = {
    code: 'RVC-MN-2026-1',
    instance: 'RVC-MN',
    heldOn: '2026-11-10' as Day,
    endsOn: null,
    state: 'gepland',
    reason: null,
    saidAt: '2026-11-01T10:00:00Z',
    agendaAt: null,
    fixedAt: null,
    listAt: null,
    minutesAt: null,
    approvedIn: null,
    takenOffAt: null,
  }
  const decision: DecisionFact = {
    code: 'B-2026-001',
    body: 'RVC',
    area: null,
    takenOn: meeting.heldOn,
    title: 'T',
    text: 'T',
    ground: 'G',
    adoptedBy: [],
    attended: [],
    notes: [{ party: 'gemeente Houten', words: 'Niet zonder geld.' }],
    remarks: 'Na een schorsing.',
    conditions: null,
    reverses: null,
    reversedBy: null,
    recordedAt: '2026-11-10T10:00:00Z',
    takenAt: { meeting: meeting.code, item: null },
    isExample: false,
    file: { name: 'besluit.json', hash: 'h', size: 1 },
  }
  const none = { bodies: [], items: [], files: [], agreements: [], proposals: [], categories: new Map() }
  const facts: Facts = { ...none, instances: [instance], meetings: [meeting], decisions: [decision] }
  const shape = shapeOf(facts, { site: 's', root: 'r', today: meeting.heldOn, dayWords: day })
  expect(shape.besluiten).toMatchObject([
    {
      gremium: { id: 'RVC-MN' },
      aantekening: 'Aantekening van gemeente Houten: Niet zonder geld.\n\nNa een schorsing.',
    },
  ])
  expect(shape.informatieobjecten).toMatchObject([
    { link: 's/besluiten/B-2026-001/besluit.json', mimetype: 'application/json' },
  ])
})

test('a meeting in one file is what the lists say of it', async () => {
  const file = await region.json<Record<string, One[]>>(`${finished}/ori.json`)
  const code = codeOf(finished)
  expect(file.vergaderingen).toEqual([await region.json(`${oriRoot}/vergaderingen/${code}`)])
  expect(file.vergaderingen?.[0]).toMatchObject({ status: 'gehouden', vergaderdatum: '2026-11-10' })
  expect(file.gremia?.map(({ id }) => id)).toEqual(['DVC', 'DVC-WU'])
  for (const name of ['agendapunten', 'informatieobjecten', 'besluiten', 'toezeggingen']) {
    const { results } = await region.json<Page>(`${oriRoot}/${name}?vergaderingsIdentificatie=${code}`)
    expect(file[name]).toEqual(results)
    expect(results.length).toBeGreaterThan(0)
  }
  expect((await region.get('/vergaderingen/bestaat-niet/ori.json')).status).toBe(404)
})

test('a title that does not fit is cut, and stands whole beside it', async () => {
  const { results } = await region.json<Page>(`${oriRoot}/agendapunten?vergaderingsIdentificatie=${codeOf(coming)}`)
  const long = results.find(({ agendapuntTitel }) => String(agendapuntTitel).endsWith('…'))
  expect(String(long?.agendapuntTitel).length).toBeLessThanOrEqual(100)
  expect(long?.agendapuntOmschrijving).toContain('op de zomerfeesten\n\nBesluit.')
})

test('who asks what changed since a moment gets that, and a file that is replaced is another object', async () => {
  const since = (moment: string) => `${oriRoot}/informatieobjecten?gewijzigdSinds=${moment}&pageSize=500`
  const { results } = await region.json<Page>(since('2026-11-01T00:00:00Z'))
  expect(results).toEqual(await all('informatieobjecten', 500))
  expect((await region.json<Page>(since('2026-11-24T10:30:00%2B01:00'))).results).toEqual([])
  const manager = await signInAs(region, 'programmamanager')
  await attachTo(region, `${coming}/punten/1`, { name: 'rooster.pdf', content: 'y' }, manager, { wijziging: 'Nieuw.' })
  const added = (await all('informatieobjecten', 500)).filter(({ id }) => results.every((one) => one.id !== id))
  expect(added).toMatchObject([{ bestandsnaam: 'rooster.pdf', mimetype: 'application/pdf' }])
})

test('everybody gets the same bytes, also who may read more, and nothing closed is in them', async () => {
  const addresses = [...oriAddresses(finished ?? ''), `${coming}/ori.json`]
  const people = ['burgemeester-houten', 'oov-renswoude']
  const headers = await Promise.all(people.map((person) => signInAs(region, person)))
  for (const address of addresses) {
    const answer = await region.get(address)
    const body = (await answer.text()).replaceAll(answer.headers.get('x-request-id') ?? '-', 'nummer')
    expect(body).not.toContain('raanvogel')
    for (const closed of ['Een onderzoek', 'zaak']) expect(body).not.toContain(closed)
    for (const header of headers) {
      const other = await region.get(address, header)
      expect([address, (await other.text()).replaceAll(other.headers.get('x-request-id') ?? '-', 'nummer')]).toEqual([
        address,
        body,
      ])
    }
  }
})

test('a harvester finds it from the open data, a reader from the papers of the meeting', async () => {
  expect(await region.text('/open-gegevens')).toContain('href="/open-gegevens/raadsinformatie"')
  const page = await region.text('/open-gegevens/raadsinformatie')
  for (const name of [...oriCollections, 'alles.json', 'openapi.json'])
    expect(page).toContain(`href="${oriRoot}/${name}"`)
  expect(await region.text(`${finished}/bundel`)).toContain(`href="${finished}/ori.json"`)
})
