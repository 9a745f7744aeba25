import { randomUUID } from 'node:crypto'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actionFields, beginFields } from '../../../test/environment/drafts'
import { sendForm } from '../../../test/environment/forms'
import { filledForm, mainText, readPage } from '../../../test/environment/html'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { owning } from '../../platform/db/database'
import { asWritten, xlsx } from '../../platform/sheets/table-file'
import { type CellIn, readTable } from '../../platform/sheets/table-in'
import { letterOf, mostFaults, type SheetColumn, sheetColumns } from './action-sheet'
import { nearestIn } from './nearest'

type Headers = { cookie: string }
type Row = Partial<Record<SheetColumn, CellIn>>

describe('the actions of a draft as a sheet', () => {
  let region: Opened
  const nobody: Headers = { cookie: '' }
  let [manager, adviser, riec] = [nobody, nobody, nobody]
  let draft = ''
  const page = () => `${draft}/acties-inlezen`
  beforeAll(async () => {
    region = await openRegion()
    manager = await signInAs(region, 'programmamanager')
    adviser = await signInAs(region, 'oov-renswoude')
    riec = await signInAs(region, 'hoofd-riec')
    draft = await sendForm(region, '/conceptplannen/nieuw', beginFields(), manager)
    const full = {
      deelnemers: 'OM-MN\nPOL-MN',
      gebieden: 'MNL\nGM0344',
      klaar: '2027-11',
      getal: '9,5',
      eenheid: 'procent',
    }
    await sendForm(
      region,
      `${draft}/A27-GOC/nieuwe-actie`,
      actionFields({ titel: '=Winkels bellen', ...full }),
      manager,
    )
    await sendForm(
      region,
      `${draft}/A27-GOC/nieuwe-actie`,
      actionFields({ titel: '112 oefenen', plaats: '20' }),
      manager,
    )
  })
  afterAll(() => region.close())

  const file = async (name = 'acties.xlsx') =>
    new Uint8Array(await (await region.get(`${draft}/${name}`, manager)).arrayBuffer())
  const rowsOf = async (bytes: Uint8Array): Promise<Row[]> => {
    const table = await readTable(bytes)
    if ('refused' in table) throw new Error(table.refused)
    return table.rows
      .slice(1)
      .map((row) => Object.fromEntries(sheetColumns.map((column, at) => [column, row[at] ?? null])))
  }
  /** The file as it goes out, with some rows changed or added. */
  const written = async (change: (rows: Row[]) => Row[]) =>
    sheet(change((await rowsOf(await file())).map((row) => ({ ...row }))))
  const sheet = (rows: readonly Row[]) =>
    xlsx({
      name: 'Acties',
      header: sheetColumns,
      rows: rows.map((row) => sheetColumns.map((column) => (row[column] ?? null) as string | number | null)),
    })
  const send = (
    bytes: Uint8Array | string,
    name = typeof bytes === 'string' ? 'acties.csv' : 'acties.xlsx',
    headers = manager,
  ) => {
    const form = new FormData()
    form.set('bestand', new File([bytes as Uint8Array<ArrayBuffer>], name))
    const request = new Request(`http://localhost:3000${page()}`, {
      method: 'POST',
      body: form,
      headers: { 'sec-fetch-site': 'same-origin', ...headers },
    })
    return region.fetch(request, { incoming: { socket: { remoteAddress: '127.0.0.1' } } })
  }
  const preview = async (bytes: Uint8Array | string, name?: string) => {
    const answer = await send(bytes, name)
    const html = await answer.text()
    if (answer.status !== 200) throw new Error(`${answer.status}: ${mainText(html)}`)
    return html
  }
  const faultsOf = async (bytes: Uint8Array | string, name?: string) => {
    const answer = await send(bytes, name)
    expect(answer.status).toBe(422)
    return mainText(await answer.text())
  }
  const apply = (html: string, changes: Record<string, string> = {}) =>
    region.post(`${page()}/toepassen`, filledForm(html, `${page()}/toepassen`, changes), manager)
  const versions = async (code: string) =>
    (
      await owning(region.db, (tx) =>
        sql<{ title: string; due: string | null; lead: string; is_removed: boolean }>`
          select title, due, lead, is_removed from drafting.action_versions where action = ${code} order by version`.execute(
          tx,
        ),
      )
    ).rows
  const fresh = { hoofdstuk: 'A27-GOC', spoor: 'actie', titel: 'Nieuw', trekker: 'Bureau RIEC Midden-Nederland' }

  test.each([
    ['acties.xlsx', 9.5],
    ['acties.csv', '9.5'],
    ['acties-excel.csv', '9,5'],
  ])('goes out as %s with names, and comes back without a change', async (name, value) => {
    const bytes = await file(name)
    const [first] = await rowsOf(bytes)
    expect(first).toMatchObject({
      versie: name.endsWith('xlsx') ? 1 : '1',
      hoofdstuk: 'A27-GOC',
      datum: '2027-11',
      waarde: value,
    })
    expect(first?.trekker).toMatch(/RIEC/)
    expect(String(first?.deelnemers)).toContain('; ')
    expect(asWritten(String(first?.titel))).toBe('=Winkels bellen')
    if (!name.endsWith('xlsx')) expect(strFromU8(bytes)).toContain("'=Winkels")
    expect(mainText(await preview(bytes, name))).toContain('Dit bestand verandert niets.')
  })

  test('changes cell by cell what was changed, adds and takes out, once, when that is said; and can be taken back', async () => {
    const bytes = await written(([first, second]) => [
      { ...first, titel: 'Winkels bezoeken', datum: '2027-12', trekker: 'POL-MN' },
      { ...second, vervalt: 'ja' },
      { ...fresh, titel: '007 opsporen', datum: 'planperiode' },
      {},
      {},
    ])
    const html = await preview(bytes)
    const text = mainText(html)
    expect(text).toContain('1 nieuwe actie, 1 gewijzigde actie en 1 actie die vervalt. Er is nog niets bewaard.')
    expect(text).toMatch(/datum november 2027 december 2027/)
    expect(await versions('A27-001')).toHaveLength(1)
    const both = await Promise.all([apply(html), apply(html)])
    expect(both.map((one) => one.headers.get('location'))).toEqual(Array(2).fill(`${page()}?ingelezen=3`))
    expect(await versions('A27-001')).toMatchObject([
      { due: '2027-11' },
      { title: 'Winkels bezoeken', due: '2027-12', lead: 'POL-MN' },
    ])
    expect((await versions('A27-002')).map((one) => one.is_removed)).toEqual([false, true])
    expect(await versions('A27-003')).toMatchObject([{ title: '007 opsporen', due: 'planperiode' }])

    const undo = readPage(await region.text(page(), manager)).forms.find(({ action }) =>
      action.endsWith('/terugdraaien'),
    )
    const undone = await region.post(undo?.action ?? '', {}, manager)
    expect(undone.headers.get('location')).toBe(`${page()}?teruggedraaid=3`)
    expect((await versions('A27-001')).map(({ title }) => title)).toEqual([
      '=Winkels bellen',
      'Winkels bezoeken',
      '=Winkels bellen',
    ])
    expect((await versions('A27-002')).map((one) => one.is_removed)).toEqual([false, true, false])
    expect((await versions('A27-003')).map((one) => one.is_removed)).toEqual([false, true])
    expect((await region.post(undo?.action ?? '', {}, manager)).status).toBe(404)
  })

  test('does not undo what a colleague did meanwhile, and asks about a cell that both changed', async () => {
    const change = (said: Record<string, string>) =>
      sendForm(
        region,
        `${draft}/A27-GOC/acties/A27-002/wijzigen`,
        actionFields({ versie: '3', plaats: '20', titel: '112 oefenen', ...said }),
        manager,
      )
    const bytes = await written((rows) =>
      rows.map((row) => (row.code === 'A27-002' ? { ...row, titel: 'Samen oefenen', datum: '2027' } : row)),
    )
    await change({ titel: '112 vaker oefenen' })
    const html = await preview(bytes)
    const text = mainText(html)
    expect(text).toContain('1 actie die botst')
    expect(text).toContain('Laat staan: 112 vaker oefenen')
    expect(text).toContain('Neem uit het bestand: Samen oefenen')
    const kept = await apply(html)
    expect(kept.status).toBe(303)
    expect((await versions('A27-002')).at(-1)).toMatchObject({ title: '112 vaker oefenen', due: '2027' })
    const next = await preview(bytes)
    expect((await apply(next, { 'botst-A27-002-title': 'bestand' })).status).toBe(303)
    expect((await versions('A27-002')).at(-1)).toMatchObject({ title: 'Samen oefenen', due: '2027' })
    // What was shown is no longer what stands: it is shown anew.
    const old = await preview(
      await written((rows) => rows.map((row) => (row.code === 'A27-002' ? { ...row, titel: 'Anders' } : row))),
    )
    await change({ versie: '6', titel: 'Nog anders', klaar: '2027' })
    expect((await apply(old)).status).toBe(409)
  })

  test.each<[string, Row, RegExp]>([
    [
      'an organisation nobody knows',
      { trekker: 'Politie Midden Nederlnd' },
      /Rij 2, kolom G \(trekker\): "Politie Midden Nederlnd" kennen wij niet\. Bedoelt u [^?]*[Pp]olitie/,
    ],
    ['an area nobody knows', { gebieden: 'Utrecht; Amersfort' }, /kolom J \(gebieden\).*Bedoelt u Amersfoort/],
    [
      'a date as a number',
      { datum: 46_000 },
      /Rij 2, kolom K \(datum\): 46000 is hoe een rekenprogramma een datum telt/,
    ],
    ['a word for a date', { datum: 'straks' }, /"straks" is geen datum of periode/],
    ['a word for a number', { waarde: 'veel' }, /kolom N \(waarde\): "veel" is geen getal/],
    ['a number that may be two', { waarde: '1.5' }, /"1\.5" is niet duidelijk/],
    ['no title', { titel: null }, /kolom F \(titel\): Deze cel mag niet leeg zijn/],
    ['another kind of goal', { 'doel of streven': 'ambitie' }, /Schrijf doel of streven/],
    ['a number and words', { waarde: 3, 'doel in woorden': 'genoeg' }, /Er staat ook een waarde/],
    ['a code of another draft', { code: 'A22-001' }, /kolom A \(code\): "A22-001" is geen actie van dit conceptplan/],
    ['a version that never was', { code: 'A27-001', versie: 99 }, /kolom B \(versie\): "99" kan niet/],
    [
      'another chapter',
      { code: 'A27-001', versie: 1, hoofdstuk: 'A27-DV' },
      /kolom C \(hoofdstuk\): A27-001 staat in A27-GOC/,
    ],
  ])('is refused whole with %s, with row and column', async (_, wrong, message) => {
    const before = (await versions('A27-001')).length
    expect(await faultsOf(await sheet([{ ...fresh, ...wrong }, fresh]))).toMatch(message)
    expect(await versions('A27-001')).toHaveLength(before)
  })

  test('is refused whole without a column, with merged cells, or when it is no table', async () => {
    expect(await faultsOf('code;titel\nA;b')).toContain('de kolom "versie" ontbreekt')
    const parts = unzipSync(await sheet([fresh, fresh]))
    const xml = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    const merged = xml.replace(
      '</sheetData>',
      '</sheetData><mergeCells count="1"><mergeCell ref="G2:G3"/></mergeCells>',
    )
    expect(await faultsOf(zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(merged) }))).toContain(
      'Cellen G2:G3 zijn samengevoegd',
    )
    const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1])
    expect(await faultsOf(picture, 'acties.csv')).toContain('geen XLSX- of CSV-bestand')
    const text = await faultsOf('Dit is een brief.\nMet drie\nregels.', 'Acties.XLSX')
    expect(text).toContain('Dit is geen Excel-bestand.')
    expect(text).not.toContain('ontbreekt')
    expect(await faultsOf('')).toContain('Kies een bestand')
  })

  test('reads what a spreadsheet makes of a month, and a day as people write it', async () => {
    const rows: Row[] = [
      { ...fresh, titel: 'a\u0007', datum: 'nov-27' },
      { ...fresh, titel: 'b', datum: '30-11-2027' },
      { ...fresh, titel: 'c', datum: 2027, waarde: '1.250,5', eenheid: 'euro' },
      { ...fresh, titel: 'd', datum: new Date('2027-11-30T00:00:00Z') },
    ]
    const text = rows.map((row) =>
      sheetColumns.map((column) => (row[column] instanceof Date ? '2027-11-30' : (row[column] ?? ''))).join(';'),
    )
    expect((await apply(await preview([sheetColumns.join(';'), ...text].join('\r\n'), 'acties.csv'))).status).toBe(303)
    const kept = await owning(region.db, (tx) =>
      sql<{
        due: string
        target_value: number | null
      }>`select due, target_value from drafting.action_versions where title in ('a', 'b', 'c', 'd') order by title`.execute(
        tx,
      ),
    )
    expect(kept.rows.map(({ due }) => due)).toEqual(['2027-11', '2027-11-30', '2027', '2027-11-30'])
    expect(Number(kept.rows[2]?.target_value)).toBe(1250.5)
  })

  test('is not read any further after fifty faults', async () => {
    const rows = Array.from({ length: 600 }, (_, at) => ({ ...fresh, trekker: `Politie Midden Nederlnd ${at}` }))
    const page = await faultsOf(await sheet(rows))
    expect(page).toContain(`Hier staan de eerste ${mostFaults} fouten.`)
    expect(page).toContain(`Nederlnd ${mostFaults - 1}`)
    expect(page).not.toContain(`Nederlnd ${mostFaults}"`)
  })

  test('comes back without a change, also when a chapter was taken out and a figure withdrawn', async () => {
    const said = { titel: 'Blijft weg', cijfers: 'csv_integral_target' }
    const own = actionFields({ ...said, titel: 'Blijft', plaats: '30' })
    await sendForm(region, `${draft}/A27-GOC/nieuwe-actie`, own, manager)
    await sendForm(region, `${draft}/A27-DV/nieuwe-actie`, actionFields(said), manager)
    const both = await file()
    const chapter = `${draft}/A27-DV/wijzigen`
    const fields = (versie: string) => ({
      sleutel: randomUUID(),
      versie,
      titel: 'Digitale veiligheid',
      soort: 'programma',
      plaats: '20',
    })
    await sendForm(region, chapter, { ...fields('1'), weg: 'ja' }, manager)
    const withdrawn = (on: string | null) =>
      owning(region.db, (tx) =>
        sql`update figures.indicators set withdrawn_on = ${on}::date where code = 'csv_integral_target'`.execute(tx),
      )
    await withdrawn('2026-01-01')
    const titles = (await rowsOf(await file())).map(({ titel }) => titel)
    expect(titles).toContain('Blijft')
    expect(titles).not.toContain('Blijft weg')
    for (const bytes of [await file(), both]) {
      const text = mainText(await preview(bytes))
      expect(text).toContain('Dit bestand verandert niets.')
      expect(text).not.toContain('niet in het bestand')
    }
    await withdrawn(null)
    await sendForm(region, chapter, fields('2'), manager)
  })

  test('takes six hundred rows in one go', async () => {
    const bytes = await sheet(Array.from({ length: 600 }, (_, at) => ({ ...fresh, titel: `Actie ${at}` })))
    const html = await preview(bytes)
    expect(mainText(html)).toContain('600 nieuwe acties')
    expect((await apply(html)).headers.get('location')).toBe(`${page()}?ingelezen=600`)
    expect(mainText(await preview(await file('acties-excel.csv'), 'acties.csv'))).toContain(
      'Dit bestand verandert niets.',
    )
  })

  test('is there for who writes the draft, and for nobody else', async () => {
    const sent = await send(await file(), 'acties.xlsx', riec)
    expect(sent.status).toBe(404)
    for (const path of ['acties-inlezen', 'acties.xlsx', 'acties.csv', 'acties-excel.csv'])
      for (const headers of [undefined, adviser, riec])
        expect((await region.get(`${draft}/${path}`, headers)).status).toBe(404)
    expect((await region.post(`${page()}/toepassen`, {}, adviser)).status).toBe(404)
    expect(await region.text(draft, adviser)).not.toContain('Acties als Excel of CSV')
    expect(await region.text(draft, manager)).toContain('Acties als Excel of CSV')
  })
})

describe('the columns and names of a sheet', () => {
  test.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [51, 'AZ'],
    [52, 'BA'],
    [702, 'AAA'],
  ])('column %i is %s', (at, letter) => {
    expect(letterOf(at)).toBe(letter)
  })
  test('the nearest name is the one that shares most letters', () => {
    expect(nearestIn(['Almere', 'Amersfoort', 'Utrecht'])('Amersfort')[0]).toBe('Amersfoort')
    expect(nearestIn(['Almere', 'Utrecht'])('xyz')).toEqual([])
  })
})
