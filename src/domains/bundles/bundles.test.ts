import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayFields, hiddenIn, sendForm } from '../../../test/environment/forms'
import { attachTo, itemFields, planMeeting, seatCollege } from '../../../test/environment/meetings'
import { readPdf } from '../../../test/environment/pdf'
import { filePdf } from '../../../test/environment/pdf-file'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion, testMoment } from '../../../test/environment/region'

// Two worlds that differ only in what is closed.
const closing = { besloten: 'ja', grond: 'woo-5.1-2-c', ...dayFields('besloten-tot', '2027-12-01') }
type Headers = { cookie: string }
type World = { readonly region: Opened; readonly meeting: string; readonly secretary: Headers }

async function make(hasSecrets: boolean, clock = () => testMoment): Promise<World> {
  const region = await openRegion({ clock })
  await seatCollege(region)
  const secretary = await signInAs(region, 'hoofd-bureau')
  const meeting = await planMeeting(region)
  const add = (title: string, more: Record<string, string> = {}) =>
    sendForm(region, `${meeting}/punten/nieuw`, itemFields(title, more), secretary)
  await add('Flexteams in de zomer: “één” / aanpak', { caveat: 'Te weinig mensen.' })
  if (hasSecrets) await add('Onderzoek Kraanvogel', closing)
  await add('Stand van de uitvoering', { soort: 'informatie' })
  const attach = (label: string, name: string, content: string | Uint8Array<ArrayBuffer>, more = {}) =>
    attachTo(region, `${meeting}/punten/${label}`, { name, content }, secretary, more)
  await attach('1', 'Rooster (zomer).PDF', await filePdf('Rooster', 3))
  await attach('1', 'begroting.xlsx', 'geen pdf')
  if (hasSecrets) await attach('1', 'kraanvogel.pdf', await filePdf('Kraanvogel', 2), closing)
  await attach('2', '=kaart.pdf', await filePdf('Kaart', 1))
  if (hasSecrets) await attach('b1', 'zaak.pdf', await filePdf('Zaak', 1))
  await sendForm(region, `${meeting}/verzenden`, {}, secretary)
  await sendForm(region, `${meeting}/openbaar`, {}, secretary)
  return { region, meeting, secretary }
}

let open: World
let closed: World
beforeAll(async () => {
  open = await make(false)
  closed = await make(true)
})
afterAll(async () => {
  await open?.region.close()
  await closed?.region.close()
})

const bytes = async (answer: Response) => new Uint8Array(await answer.arrayBuffer())
async function pdfAt({ region, meeting }: World, name: string, headers: Record<string, string> = {}) {
  const answer = await region.get(`${meeting}/bundel/${name}`, headers)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  return readPdf(await bytes(answer))
}
/** What the log says was read of what is closed. */
const readingsIn = async ({ region }: World) =>
  (
    await region.rows(
      sql<{
        object: string
      }>`select object from identity.audit_log where event = 'besloten stuk gelezen' order by object`,
    )
  ).map(({ object }) => object)
const newSince = async (world: World, before: readonly string[]) => (await readingsIn(world)).length - before.length

describe('the whole meeting as one PDF', () => {
  test('has a cover, the agenda with pages, each note and then its attachments, numbered through', async () => {
    const pdf = await pdfAt(closed, 'alles.pdf')
    // Cover, agenda, note 1, three pages, a page for the workbook, note 2, one page.
    expect(pdf.pages).toBe(9)
    for (let page = 1; page <= 9; page++) expect(pdf.text).toContain(`${page} van 9`)
    expect(pdf.text).toMatch(/1 Flexteams in de zomer: “één” \/ aanpak \(ter advisering\) 3/)
    expect(pdf.text).toMatch(/Bijlage: Rooster \(zomer\)\.PDF 4/)
    expect(pdf.text).toMatch(/Bijlage: begroting\.xlsx 7/)
    expect(pdf.text).toMatch(/2 Stand van de uitvoering \(ter informatie\) 8/)
    expect(pdf.text).toContain('Te weinig mensen.')
    expect(pdf.outside.join(' ')).toBe('Rooster 1 Rooster 2 Rooster 3 Kaart 1')
    expect(pdf.outline.map((one) => [one.title, one.items.map(({ title }) => title)])).toEqual([
      [expect.stringContaining('West-Utrecht'), []],
      ['Agenda', []],
      ['1. Flexteams in de zomer: “één” / aanpak', ['Bijlage bij 1: Rooster (zomer).PDF', 'begroting.xlsx']],
      ['2. Stand van de uitvoering', ['Bijlage bij 2: =kaart.pdf']],
    ])
  })

  test('says which attachments are not accessible, and where one is that could not come along', async () => {
    const { text } = await pdfAt(closed, 'alles.pdf')
    expect(text).toMatch(/2 bijlagen zijn niet gemaakt om te laten voorlezen/)
    expect(text).toMatch(/Punt 1: Rooster \(zomer\)\.PDF/)
    expect(text).toMatch(/1 bijlage staat niet in dit bestand, wel in de ZIP/)
    expect(text.replaceAll('- ', '-')).toContain('01-flexteams-in-de-zomer-een-aanpak/02-begroting.xlsx')
  })

  test('shows the place to who sits there and to nobody else', async () => {
    expect((await pdfAt(closed, 'alles.pdf')).text).not.toContain('Stadhuis')
    const member = await pdfAt(closed, 'alles.pdf', await signInAs(closed.region, 'burgemeester-houten'))
    expect(member.text).toContain('Stadhuis van Houten')
  })

  test('has what is closed after everything open, whose pages keep their numbers', async () => {
    const before = await readingsIn(closed)
    const member = await pdfAt(closed, 'alles.pdf', await signInAs(closed.region, 'burgemeester-houten'))
    // The nine of everybody, a page that begins what is closed, two of a file, a note and its file.
    expect(member.pages).toBe(14)
    expect(member.text).toMatch(/aanpak \(ter advisering\) 3 Bijlage: Rooster \(zomer\)\.PDF 4/)
    expect(member.text).toMatch(/b1 Onderzoek Kraanvogel \(ter advisering\) 13/)
    expect(member.text).toMatch(/Bijlage: kraanvogel\.pdf 11/)
    expect(member.outside.join(' ')).toBe('Rooster 1 Rooster 2 Rooster 3 Kaart 1 Kraanvogel 1 Kraanvogel 2 Zaak 1')
    expect(await newSince(closed, before)).toBe(3)
    expect(await readingsIn(closed)).toContain(`${closed.meeting.split('/').at(-1)}, punt b1`)
    expect((await readingsIn(closed)).join()).not.toMatch(/Kraanvogel|Onderzoek/)
  })

  test('is noted for nobody who got nothing closed', async () => {
    const before = await readingsIn(closed)
    await pdfAt(closed, 'alles.pdf', await signInAs(closed.region, 'oov-renswoude'))
    expect(await newSince(closed, before)).toBe(0)
  })
})

describe.each([
  ['a visitor', null],
  ['a professional without a seat', 'oov-renswoude'],
  ['the programme manager without a seat', 'programmamanager'],
])('%s', (_, person) => {
  test('gets the same bytes whether or not there are closed items', async () => {
    for (const name of [
      '/bundel',
      '/bundel/alles.pdf',
      '/bundel/nagezonden.pdf',
      '/bundel/stukken.zip',
      '/punten/b1/oplegnotitie.docx',
      '',
    ]) {
      const [one, other] = await Promise.all(
        [open, closed].map(async ({ region, meeting }) => {
          const answer = await region.get(`${meeting}${name}`, person ? await signInAs(region, person) : {})
          const headers = [...answer.headers].filter(([header]) => header !== 'x-request-id')
          const hash = createHash('sha256')
            .update(await bytes(answer))
            .digest('hex')
          return JSON.stringify([answer.status, headers, hash])
        }),
      )
      expect(other, name).toBe(one)
    }
  })
})

test('visitors who all ask at once keep nobody from his papers, and some are asked to come back', async () => {
  const { region, meeting, secretary } = open
  const asked = Array.from({ length: 12 }, () => region.get(`${meeting}/bundel/alles.pdf`))
  expect((await region.get(`${meeting}/bundel/alles.pdf`, secretary)).status).toBe(200)
  const answers = await Promise.all(asked)
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 429]))
  const refused = answers.find(({ status }) => status === 429)
  expect(await refused?.text()).toContain('Probeer het over een paar minuten opnieuw.')
})

test('one person who asks again and again keeps nobody from his papers, also for the ZIP', async () => {
  const { region, meeting, secretary } = open
  const zip = () => region.get(`${meeting}/bundel/stukken.zip`, secretary)
  const asked = Array.from({ length: 8 }, (_, at) =>
    at % 2 ? zip() : region.get(`${meeting}/bundel/alles.pdf`, secretary),
  )
  const other = await signInAs(region, 'burgemeester-houten')
  expect((await region.get(`${meeting}/bundel/alles.pdf`, other)).status).toBe(200)
  const answers = await Promise.all(asked)
  const statuses = answers.map(({ status }) => status)
  expect(new Set(statuses)).toEqual(new Set([200, 429]))
  expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(5)
  for (const answer of answers) await answer.arrayBuffer()
  expect((await zip()).status).toBe(200)
})

describe('the ZIP', () => {
  const zipOf = async ({ region, meeting }: World, headers: Record<string, string> = {}) =>
    unzipSync(await bytes(await region.get(`${meeting}/bundel/stukken.zip`, headers)))

  test('has a folder per item with its note and files as received, and a list of them', async () => {
    const files = await zipOf(closed)
    const first = '01-flexteams-in-de-zomer-een-aanpak'
    expect(Object.keys(files)).toEqual([
      `${first}/00-oplegnotitie.pdf`,
      `${first}/01-rooster-zomer.pdf`,
      `${first}/02-begroting.xlsx`,
      '02-stand-van-de-uitvoering/00-oplegnotitie.pdf',
      '02-stand-van-de-uitvoering/01-kaart.pdf',
      'lijst.json',
      'lijst.csv',
    ])
    expect(files[`${first}/01-rooster-zomer.pdf`]).toEqual(await filePdf('Rooster', 3))
    const list = JSON.parse(strFromU8(files['lijst.json'] ?? new Uint8Array()))
    expect(list).toMatchObject({ datum: '2026-12-08', gebied: expect.stringContaining('West-Utrecht') })
    for (const { pad, sha256 } of list.bestanden)
      expect(
        createHash('sha256')
          .update(files[pad] ?? '')
          .digest('hex'),
      ).toBe(sha256)
    expect(list.bestanden[1]).toMatchObject({
      punt: '1',
      titel: 'Flexteams in de zomer: “één” / aanpak',
      soort: 'ter advisering',
      bestand: 'Rooster (zomer).PDF',
      vertrouwelijkheid: 'openbaar',
    })
    const csv = strFromU8(files['lijst.csv'] ?? new Uint8Array())
    expect(csv.split('\n')[0]).toContain('punt,titel,soort,bestand,pad,sha256,vertrouwelijkheid,beslotenTot,datum')
    expect(csv.trim().split('\n')).toHaveLength(6)
    // What a spreadsheet would run as a formula is a text there, and in the list for programs what it is.
    expect(csv).toContain(",'=kaart.pdf,02-stand-van-de-uitvoering/01-kaart.pdf,")
    expect(list.bestanden[4].bestand).toBe('=kaart.pdf')
  })

  test('has what is closed for who sits there only, under names of its own, and that is noted', async () => {
    const before = await readingsIn(closed)
    const files = Object.keys(await zipOf(closed, await signInAs(closed.region, 'burgemeester-houten')))
    expect(files).toContain('01-flexteams-in-de-zomer-een-aanpak/b01-kraanvogel.pdf')
    expect(files).toContain('b01-onderzoek-kraanvogel/00-oplegnotitie.pdf')
    expect(files).toContain('b01-onderzoek-kraanvogel/01-zaak.pdf')
    expect(files).toContain('01-flexteams-in-de-zomer-een-aanpak/02-begroting.xlsx')
    expect(await newSince(closed, before)).toBe(3)
  })
})

describe('a note for Word', () => {
  test('has its parts under headings and its files in a table', async () => {
    const { region, meeting } = closed
    const answer = await region.get(`${meeting}/punten/1/oplegnotitie.docx`)
    expect(answer.headers.get('content-disposition')).toContain('flexteams')
    const document = strFromU8(unzipSync(await bytes(answer))['word/document.xml'] ?? new Uint8Array())
    expect(document).toMatch(/Heading1[\s\S]*Kanttekening[\s\S]*Te weinig mensen\./)
    expect(document).toMatch(/<w:tblHeader\/>[\s\S]*Rooster \(zomer\)\.PDF/)
    expect(document).not.toContain('kraanvogel')
  })

  test('of a closed item exists for who sits there, and is noted', async () => {
    const { region, meeting } = closed
    expect((await region.get(`${meeting}/punten/b1/oplegnotitie.docx`)).status).toBe(404)
    const before = await readingsIn(closed)
    const member = await signInAs(region, 'burgemeester-houten')
    expect((await region.get(`${meeting}/punten/b1/oplegnotitie.docx`, member)).status).toBe(200)
    expect(await newSince(closed, before)).toBe(1)
  })
})

describe('only what followed', () => {
  test('is not there while nothing followed, and a moment that is none is refused', async () => {
    const { region, meeting } = open
    expect((await region.get(`${meeting}/bundel/nagezonden.pdf`)).status).toBe(404)
    expect((await region.get(`${meeting}/bundel/nagezonden.pdf?sinds=gisteren`)).status).toBe(400)
    expect(await region.text(meeting)).not.toContain('nagezonden.pdf')
  })

  test('has what is new or different, says what changed, and has pages that are not those of the whole', async () => {
    let now = testMoment
    const world = await make(true, () => now)
    const { region, meeting, secretary } = world
    const page = await region.text(`${meeting}/punten/1/wijzigen`, secretary)
    const fields = itemFields('Flexteams in de zomer: “één” / aanpak', { caveat: 'Er zijn genoeg mensen.' })
    await sendForm(
      region,
      `${meeting}/punten/1/wijzigen`,
      { ...fields, versie: '1', regel: hiddenIn(page, 'regel'), wijziging: 'De kanttekening is anders.' },
      secretary,
    )
    const add = { name: 'nieuw.pdf', content: await filePdf('Nieuw', 2) }
    await attachTo(region, `${meeting}/punten/2`, add, secretary, { wijziging: 'De cijfers van november.' })
    await attachTo(region, `${meeting}/punten/b1`, { ...add, name: 'geheim.pdf' }, secretary, { wijziging: 'Extra.' })
    const member = await signInAs(region, 'burgemeester-houten')
    const pdf = await pdfAt(world, 'nagezonden.pdf', member)
    expect(pdf.text).toMatch(/Oplegnotitie gewijzigd \(kanttekening\).*: De kanttekening is anders\./)
    expect(pdf.text).toMatch(/Nieuwe bijlage nieuw\.pdf.*: De cijfers van november\./)
    expect(pdf.text).toContain('Er zijn genoeg mensen.')
    expect(pdf.text).toContain('De oplegnotitie is niet gewijzigd.')
    expect(pdf.text).toContain('N1 van N')
    expect(pdf.outside.join(' ')).toBe('Nieuw 1 Nieuw 2 Nieuw 1 Nieuw 2')
    expect(await region.text(meeting, member)).toContain('nagezonden.pdf')
    // Everybody else: what is open, without how it was before.
    const visitor = await pdfAt(world, 'nagezonden.pdf')
    expect(visitor.text).toContain('Nieuwe bijlage nieuw.pdf')
    expect(visitor.text).not.toMatch(/geheim|Extra|Kraanvogel|Nieuw punt/)

    // Who has the papers of the first moment gets what came after it.
    now = new Date('2026-11-25T10:00:00Z')
    const later = await signInAs(region, 'hoofd-bureau')
    await attachTo(region, `${meeting}/punten/1`, { ...add, name: 'laatste.pdf' }, later, {
      wijziging: 'Op verzoek.',
    })
    const first = '/nagezonden.pdf?sinds=2026-11-24T09%3A00%3A00Z'
    expect(await region.text(`${meeting}/bundel`)).toContain(`${meeting}/bundel${first}`)
    const last = await pdfAt(world, first.slice(1))
    expect(last.text).toContain('Nieuwe bijlage laatste.pdf')
    expect(last.text).not.toContain('Nieuwe bijlage nieuw.pdf')

    // A seat ends at midnight in Amsterdam.
    const [seat] = await region.rows(sql<{ id: string }>`select id from meetings.seats where kind = 'voorzitter'`)
    const end = dayFields(`einde-${seat?.id}`, '2026-11-26')
    await sendForm(region, `/gremia/DVC/WU/zetels/${seat?.id}`, end, await signInAs(region, 'programmamanager'))
    now = new Date('2026-11-25T22:59:00Z')
    const chair = await signInAs(region, 'burgemeester-houten')
    expect((await pdfAt(world, 'alles.pdf', chair)).text).toContain('Kraanvogel')
    now = new Date('2026-11-25T23:00:00Z')
    expect((await pdfAt(world, 'alles.pdf', chair)).text).not.toMatch(/Kraanvogel|Stadhuis/)
    expect((await region.get(`${meeting}/punten/b1/oplegnotitie.docx`, chair)).status).toBe(404)
    await region.close()
  })
})
