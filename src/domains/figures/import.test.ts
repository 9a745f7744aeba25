import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filledForm, mainText, readPage } from '../../../test/environment/html'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { owning } from '../../platform/db/database'
import { loadPack } from '../../platform/pack/load'
import { packFiles } from '../../region/pack'

const address = '/beheer/inlezen'
const apply = `${address}/toepassen`
let region: Opened
let beheer: { cookie: string }
beforeAll(async () => {
  region = await openRegion()
  beheer = await signInAs(region, 'functioneel-beheerder')
})
afterAll(() => region.close())

const source = { titel: 'Jaarverslag 2025', 'bekend-dag': '3', 'bekend-maand': '2', 'bekend-jaar': '2026' }
const upload = (bytes: Uint8Array | string, fields: Record<string, string> = source, name = 'cijfers.csv') => {
  const form = new FormData()
  form.set('bestand', new File([bytes as Uint8Array<ArrayBuffer>], name))
  for (const [field, value] of Object.entries(fields)) form.set(field, value)
  return region.fetch(
    new Request(`http://localhost:3000${address}`, {
      method: 'POST',
      body: form,
      headers: { 'sec-fetch-site': 'same-origin', ...beheer },
    }),
    { incoming: { socket: { remoteAddress: '127.0.0.1' } } },
  )
}
const head = 'indicator;gebied;periode;basisPeriode;soort;waarde;eenheid;grens;noot'
const csv = (...rows: string[]) => [head, ...rows].join('\r\n')
const send = (html: string, changes: Record<string, string> = {}) =>
  region.post(apply, filledForm(html, apply, changes), beheer)
let titles = 0
/** Uploads and applies; gives the code of the document. */
const readIn = async (bytes: Uint8Array | string) => {
  const titel = `Verslag ${++titles}`
  const applied = await send(await (await upload(bytes, { ...source, titel })).text())
  expect(applied.status).toBe(303)
  return (applied.headers.get('location') ?? '').replace(`${address}?ingelezen=`, '')
}
const undo = async (document: string) => {
  const html = await region.text(address, beheer)
  const row = html.split('<tr').find((one) => one.includes(`id="${document}"`)) ?? ''
  const action = readPage(row).forms[0]?.action
  return action ? region.post(action, {}, beheer) : null
}
type Item = {
  code: string
  waarde: number | null
  leidend: boolean
  leidendReden: string | null
  gedrukt: string
  bekendOp: string
}
const itemsOf = async (document: string) =>
  (await region.json<{ items: Item[] }>(`/api/v1/metingen?document=${document}`)).items ?? []
const counted = async () =>
  (await owning(region.db, (tx) => sql<{ n: number }>`select count(*) as n from figures.measurements`.execute(tx)))
    .rows[0]?.n

describe('what was taken out', () => {
  test.each([
    '/api/v1/metingen.csv',
    '/api/v1/metingen.xlsx',
    '/api/v1/metingen-excel.csv',
    `${address}/sjabloon.xlsx?indicator=crime_total`,
    `${address}/sjabloon.csv?indicator=burglary_clearance_pct`,
  ])('at %s and comes back changes nothing', async (path) => {
    const taken = await region.get(path, beheer)
    expect(taken.status).toBe(200)
    const preview = await upload(new Uint8Array(await taken.arrayBuffer()))
    const text = mainText(await preview.text())
    expect(text).toContain('Dit bestand verandert niets.')
    expect(text).toMatch(/\d+ getallen die er al zo staan/)
    expect(preview.status).toBe(200)
  })

  test('and was changed is refused: what a source printed does not change', async () => {
    const taken = await (await region.get(`${address}/sjabloon.csv?indicator=house_ban_violations`, beheer)).text()
    const answer = await upload(taken.replace(';27;', ';28;'))
    expect(answer.status).toBe(422)
    expect(mainText(await answer.text())).toMatch(
      /rij 3, kolom waarde: Bij M-008 staat hier "27" en in het bestand "28"/,
    )
  })
})

describe('a file', () => {
  test('with a target says beforehand whether it can be judged', async () => {
    const shown = mainText(await (await upload(csv('house_ban_violations;MNL;2027;;doel;20;aantal;max;'))).text())
    expect(shown).toContain('Kan dit doel worden beoordeeld?')
    expect(shown).toMatch(/Na één jaar is pas [\d,]+% minder van toeval te onderscheiden; dit vraagt 26% minder\./)
  })

  test('is shown before it is kept, becomes a source with a line per number, and can be taken back', async () => {
    const before = await counted()
    const html = await (
      await upload(
        csv(
          'crime_total;MNL;2025;;realisatie;60.001;aantal;;voorlopig',
          'Klassieke criminaliteit;Utrecht (gemeente);2025;2024;verandering;-4,5;procent;;',
          'house_ban_violations;MNL;2016;;uitkomst;27;aantal;;',
          'house_ban_violations;MNL;2015;;realisatie;12;aantal;;',
          'crime_total;MNL;2024;;realisatie;;aantal;;',
        ).replace('Utrecht (gemeente)', 'GM0344'),
      )
    ).text()
    const text = mainText(html)
    expect(text).toContain(
      'Er komen 5 getallen bij: 2 nieuwe getallen, 1 getal dat afwijkt, 1 herhaling en 1 onbekend getal. Er is nog niets bewaard.',
    )
    expect(text).toMatch(/uitkomst, 2015, Midden-Nederland 12 11 M-007/)
    expect(text).not.toContain('Kan dit doel worden beoordeeld?')
    expect(await counted()).toBe(before)

    const applied = await send(html)
    expect(applied.status).toBe(303)
    const location = applied.headers.get('location') ?? ''
    const document = location.replace(`${address}?ingelezen=`, '')
    expect(mainText(await region.text(location, beheer))).toContain('5 getallen ingelezen.')

    const items = await itemsOf(document)
    expect(items.map(({ waarde, leidend, leidendReden }) => [waarde, leidend, leidendReden])).toEqual([
      [60001, true, null],
      [-4.5, true, null],
      [27, false, 'Zelfde getal als M-008; telt een keer mee'],
      [12, false, 'Wijkt af van M-007, en dat telt al mee'],
      [null, false, 'Onbekend telt niet mee'],
    ])
    expect(items.map(({ gedrukt, bekendOp }) => [gedrukt, bekendOp])[0]).toEqual(['60.001', '2026-02-03'])
    const [first] = items
    const page = await region.text(`/metingen/${first?.code}`)
    expect(mainText(page)).toContain('Jaarverslag 2025, regel 2')
    expect(mainText(await region.text(`/documenten/${document}`))).toContain('Uit dit document komen 5 getallen.')
    expect(mainText(await region.text('/beheer/logboek', beheer))).toContain(`${document}: 5 getallen`)

    const again = await upload(
      csv(
        'crime_total;MNL;2025;;realisatie;60.001;aantal;;voorlopig',
        'Klassieke criminaliteit;GM0344;2025;2024;verandering;-4,5;procent;;',
        'house_ban_violations;MNL;2016;;uitkomst;27;aantal;;',
        'house_ban_violations;MNL;2015;;realisatie;12;aantal;;',
        'crime_total;MNL;2024;;realisatie;;aantal;;',
      ),
    )
    expect(again.status).toBe(422)
    expect(mainText(await again.text())).toContain('Dit bestand is al ingelezen')

    const undone = await undo(document)
    expect(undone?.headers.get('location')).toBe(`${address}?teruggedraaid=${document}`)
    expect(await itemsOf(document)).toEqual([])
    expect(mainText(await region.text(`/metingen/${first?.code}`))).toContain('Vervallen op')
    expect(mainText(await region.text(`/documenten/${document}`))).toContain('Vervallen op')
    expect(await undo(document)).toBe(null)
  })

  test('that was taken back may be read in again, and gets addresses of its own', async () => {
    const file = csv('crime_total;MNL;2023;;realisatie;61.234,0;aantal;;')
    const first = await readIn(file)
    await undo(first)
    const second = await readIn(file)
    expect(second).toBe(`${first}-2`)
    expect(await itemsOf(second)).toHaveLength(1)
    await undo(second)
  })

  test('counts two ends of a range together, and once', async () => {
    const document = await readIn(
      csv('crime_total;MNL;2027;;doel;60000;aantal;min;', 'crime_total;MNL;2027;;doel;65000;aantal;max;'),
    )
    expect((await itemsOf(document)).map(({ leidend }) => leidend)).toEqual([true, true])
    await undo(document)
  })

  test('is not taken back while a later file repeats it', async () => {
    const first = await readIn(csv('robbery;MNL;2025;;realisatie;70;aantal;;'))
    const second = await readIn(csv('robbery;MNL;2025;;realisatie;70;aantal;;nog eens'))
    expect(await undo(first)).toBe(null)
    const text = mainText(await region.text(address, beheer))
    expect(text).toContain('Kan niet. Hierop rust nog: 1 getal uit een later bestand over hetzelfde.')
    // Somebody who posts the form of an older page is told the same.
    const id = await idOf(first)
    const refused = await region.post(`${address}/${id}/terugdraaien`, {}, beheer)
    expect(refused.status).toBe(409)
    expect(mainText(await refused.text())).toContain('is niet teruggedraaid. Hierop rust nog')
    expect((await undo(second))?.status).toBe(303)
    expect((await undo(first))?.status).toBe(303)
  })

  test('is not taken back while a contradiction, a data call or a plan stands on it', async () => {
    const document = await readIn(csv('robbery;MNL;2024;;realisatie;71;aantal;;'))
    const [item] = await itemsOf(document)
    await owning(region.db, async (tx) => {
      await sql`insert into figures.contradiction_measurements (contradiction, measurement, seq)
        select min(code), ${item?.code}, 9 from figures.contradictions`.execute(tx)
      await sql`update datacalls.lines set measurement = ${item?.code} where code = 'RIEC-2022-1'`.execute(tx)
      await sql`update strategy.plans set document = ${document} where code = (select min(code) from strategy.plans)`.execute(
        tx,
      )
    })
    expect(await undo(document)).toBe(null)
    expect(mainText(await region.text(address, beheer))).toMatch(
      /Hierop rust nog: 1 tegenspraak, 1 regel van een uitvraag en 1 plan\./,
    )
  })

  test('that would do something else by now is shown anew', async () => {
    const html = await (await upload(csv('robbery;MNL;2023;;realisatie;72;aantal;;'))).text()
    const other = await readIn(csv('robbery;MNL;2023;;realisatie;73;aantal;;'))
    const answer = await send(html)
    expect(answer.status).toBe(409)
    expect(mainText(await answer.text())).toMatch(
      /^Wat er verandert Er komt 1 getal bij: 1 getal dat afwijkt\. .* Er is niets ingelezen\./,
    )
    await undo(other)
  })

  const idOf = async (document: string) =>
    (
      await owning(region.db, (tx) =>
        sql<{ id: string }>`select id from figures.imports where document = ${document}`.execute(tx),
      )
    ).rows[0]?.id
})

test('everything that refers to a measurement or a document is looked at before a file is taken back', async () => {
  const { rows } = await owning(region.db, (tx) =>
    sql<{ refers: string }>`
      select distinct n.nspname || '.' || c.relname as refers
        from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
       where k.contype = 'f' and k.confrelid in ('figures.measurements'::regclass, 'figures.documents'::regclass)
       order by 1`.execute(tx),
  )
  const { rows: body } = await owning(region.db, (tx) =>
    sql<{ text: string }>`select prosrc as text from pg_proc where proname = 'resting_on_import'`.execute(tx),
  )
  // The import itself is not something that stands on it.
  const others = rows.map(({ refers }) => refers).filter((refers) => refers !== 'figures.imports')
  expect(others).toHaveLength(3)
  expect(others.filter((refers) => !body[0]?.text.includes(refers))).toEqual([])
})

describe('columns with other names', () => {
  const file = 'Gemeente;Jaar;Aantal overvallen;Opmerking\r\nMontfoort;2025;3;\r\nOudewater;2025;;niet geteld'
  const chosen = {
    'kolom-gebied': '0',
    'kolom-periode': '1',
    'kolom-waarde': '2',
    'kolom-noot': '3',
    'vast-indicator': 'robbery',
    'kolom-soort': '=realisatie',
    'vast-eenheid': 'aantal',
  }

  test('are asked for, with what was typed kept, and what is the same for each row is typed once', async () => {
    const asked = await upload(file)
    expect(asked.status).toBe(200)
    const html = await asked.text()
    expect(mainText(html)).toContain('Welke kolom is wat?')
    expect(mainText(html)).toContain('Montfoort 2025 3 Oudewater 2025 niet geteld')
    expect(
      readPage(html)
        .forms.find(({ action }) => action === address)
        ?.fields.find(({ name }) => name === 'kolom-gebied')?.value,
    ).toBe('0')
    const incomplete = await region.post(address, filledForm(html, address, { ...chosen, 'kolom-soort': '' }), beheer)
    expect(incomplete.status).toBe(422)
    const again = await incomplete.text()
    expect(mainText(again)).toContain('Kies de kolom waar het soort getal staat, of vul in wat voor alle regels geldt.')
    expect(filledForm(again, address).find(([name]) => name === 'vast-indicator')?.[1]).toBe('robbery')

    const preview = await region.post(address, filledForm(again, address, { 'kolom-soort': '=realisatie' }), beheer)
    const shown = await preview.text()
    expect(mainText(shown)).toContain('1 nieuw getal en 1 onbekend getal')
    // Back to the columns and on again: nothing is lost.
    const back = await region.post(apply, [...filledForm(shown, apply), ['stap', 'kolommen']], beheer)
    const backHtml = await back.text()
    const onward = await (await region.post(address, filledForm(backHtml, address), beheer)).text()
    const applied = await send(onward)
    expect(applied.status).toBe(303)
    const document = (applied.headers.get('location') ?? '').replace(`${address}?ingelezen=`, '')
    expect((await itemsOf(document)).map(({ waarde }) => waarde)).toEqual([3, null])
    await undo(document)
  })

  test('chosen twice are refused', async () => {
    const html = await (await upload(file)).text()
    const answer = await region.post(address, filledForm(html, address, { ...chosen, 'kolom-noot': '2' }), beheer)
    expect(answer.status).toBe(422)
    expect(mainText(await answer.text())).toContain('De kolom "Aantal overvallen" koos u ook al voor waarde.')
  })

  test('and wrong rows are named as the file calls them', async () => {
    const html = await (await upload(file.replace('Oudewater', 'Atlantis'))).text()
    const answer = await region.post(address, filledForm(html, address, { ...chosen, 'vast-eenheid': 'euro' }), beheer)
    const text = mainText(await answer.text())
    expect(answer.status).toBe(422)
    expect(text).toContain('rij 3, kolom Gemeente: "Atlantis" kennen wij niet.')
    expect(text).toContain('alle rijen, eenheid: "euro" hoort niet bij robbery.')
  })
})

describe('a number that can be read in two ways', () => {
  const file = csv('robbery;MNL;2022;;realisatie;1.234;aantal;;')
  test('is asked about, and read as was answered', async () => {
    const asked = await upload(file)
    expect(asked.status).toBe(422)
    const html = await asked.text()
    expect(mainText(html)).toContain('Hoe moeten wij 1.234 lezen?')
    for (const [decimals, shown] of [
      ['komma', '1.234'],
      ['punt', '1,234'],
    ] as const) {
      const fields = [
        ...filledForm(html, address).filter(([name]) => name !== 'decimalen'),
        ['decimalen', decimals] as [string, string],
      ]
      const preview = await region.post(address, fields, beheer)
      expect(mainText(await preview.text())).toContain(`Midden-Nederland ${shown} geen`)
    }
  })
})

test('a file of more than a megabyte is shown, read in and taken back', async () => {
  const note = 'Een toelichting die vaak herhaald wordt. '.repeat(6)
  const rows = Array.from({ length: 4_200 }, (_, at) => `robbery;MNL;2021;;realisatie;74;aantal;;${note}${at}`)
  const file = csv(...rows)
  expect(file.length).toBeGreaterThan(1024 * 1024)
  const document = await readIn(file)
  const [counted] = (
    await owning(region.db, (tx) =>
      sql<{
        amount: number
      }>`select count(*)::int as amount from figures.measurements where sources[1] like ${`${document}:%`}`.execute(tx),
    )
  ).rows
  expect(counted?.amount).toBe(4_200)
  expect((await undo(document))?.status).toBe(303)
})

describe('a file with', () => {
  test.each<[string, string | Uint8Array, Record<string, string>, RegExp]>([
    ['nothing', '', source, /Kies een bestand/],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1]), source, /geen XLSX- of CSV-bestand/],
    ['too many bytes', `${head}\n${'x'.repeat(5 * 1024 * 1024)}`, source, /te groot/],
    ['no rows', head, source, /rij 2: Onder de kop staat geen enkele regel/],
    [
      'a day to come',
      csv('robbery;MNL;2022;;realisatie;1;aantal;;'),
      { ...source, 'bekend-jaar': '2027' },
      /moet nog komen/,
    ],
    [
      'no day',
      csv('robbery;MNL;2022;;realisatie;1;aantal;;'),
      { ...source, 'bekend-dag': '31' },
      /datum in die bestaat/,
    ],
    [
      'words for a number',
      csv('robbery;MNL;2022;;realisatie;veel;aantal;;'),
      source,
      /rij 2, kolom waarde: "veel" is geen getal/,
    ],
    [
      'an unknown figure',
      csv('ufo;MNL;2022;;realisatie;1;aantal;;'),
      source,
      /rij 2, kolom indicator: "ufo" kennen wij niet/,
    ],
    [
      'an unknown area',
      csv('robbery;Mars;2022;;realisatie;1;aantal;;'),
      source,
      /rij 2, kolom gebied: "Mars" kennen wij niet/,
    ],
    [
      'another unit',
      csv('robbery;MNL;2022;;realisatie;1;euro;;'),
      source,
      /rij 2, kolom eenheid: "euro" hoort niet bij robbery/,
    ],
    [
      'no period',
      csv('robbery;MNL;nov-22;;realisatie;1;aantal;;'),
      source,
      /rij 2, kolom periode: "nov-22" is geen periode/,
    ],
    [
      'an outcome of what has to begin',
      csv('robbery;MNL;2027;;realisatie;1;aantal;;'),
      source,
      /kolom periode: 2027 begint na de dag/,
    ],
    [
      'a change from nothing',
      csv('robbery;MNL;2022;;verandering;1;procent;;'),
      source,
      /kolom basisPeriode: Een verandering heeft/,
    ],
    ['another kind', csv('robbery;MNL;2022;;gok;1;aantal;;'), source, /kolom soort: "gok" kan niet/],
    ['another side', csv('robbery;MNL;2022;;doel;1;aantal;groter;'), source, /kolom grens: "groter" kan niet/],
    [
      'two numbers for one',
      csv('robbery;MNL;2020;;realisatie;1;aantal;;', 'robbery;MNL;2020;;realisatie;2;aantal;;'),
      source,
      /rij 3, kolom waarde: Rij 2 zegt over hetzelfde iets anders/,
    ],
  ])('%s is refused whole, in Dutch', async (_, file, fields, message) => {
    const before = await counted()
    const answer = await upload(file, fields)
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(mainText(html)).toMatch(message)
    // What was typed is still there.
    expect(filledForm(html, address).find(([name]) => name === 'titel')?.[1]).toBe(source.titel)
    expect(await counted()).toBe(before)
  })

  test('the title of another source asks for another title, and keeps the table', async () => {
    const file = csv('robbery;MNL;2019;;realisatie;9999;aantal;;')
    const html = await (await upload(file, { ...source, titel: 'regionale veiligheidsstrategie 2023-2026' })).text()
    expect(mainText(html)).toContain('Er is al een bron die "regionale veiligheidsstrategie 2023-2026" heet.')
    const preview = await region.post(address, filledForm(html, address, { titel: 'Verslag' }), beheer)
    expect(mainText(await preview.text())).toContain('1 nieuw getal')
  })

  test('a good table and no title asks for the title only, and keeps the table', async () => {
    const answer = await upload(csv('robbery;MNL;2019;;realisatie;9999;aantal;;'), { ...source, titel: '' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(mainText(html)).toContain('cijfers.csv hebben wij al.')
    const preview = await region.post(address, filledForm(html, address, { titel: 'Verslag' }), beheer)
    expect(mainText(await preview.text())).toContain('1 nieuw getal')
  })

  test('a guard against formulas is read without it, and written with it', async () => {
    const document = await readIn(csv("robbery;MNL;2018-11;;realisatie;5;aantal;;'=1+1"))
    const taken = await (await region.get(`/api/v1/metingen-excel.csv?document=${document}`)).text()
    expect(taken).toContain("'=1+1")
    expect(
      (await region.json<{ items: { noot: string }[] }>(`/api/v1/metingen?document=${document}`)).items[0]?.noot,
    ).toBe('=1+1')
    await undo(document)
  })
})

describe('a later load of the region', () => {
  test('leaves what was read in as it is, and loads nothing new', async () => {
    const document = await readIn(csv('robbery;MNL;2021-11;;realisatie;6;aantal;;blijft'))
    const before = await itemsOf(document)
    const report = await loadPack(region.db, 'region/midden-nederland', packFiles)
    expect(report.faults).toEqual([])
    expect(report.loaded).toBe(true)
    expect(await itemsOf(document)).toEqual(before)
  })

  test('that brings a leading number about the same lets that one lead, and keeps the other as a mention', async () => {
    const document = await readIn(
      csv('robbery;MNL;2021-10;;realisatie;6;aantal;;', 'robbery;MNL;2021-09;;doel;6;aantal;min;'),
    )
    const folder = mkdtempSync(join(tmpdir(), 'sv-pack-'))
    try {
      cpSync('region/midden-nederland', folder, { recursive: true })
      const of = '002_e295dfe805d16fbd.txt:5'
      appendFileSync(
        join(folder, 'metingen.csv'),
        `M-901,robbery,MNL,2021-10,,7,aantal,realisatie,exact,7,ja,,,${of}\n`,
      )
      appendFileSync(join(folder, 'metingen.csv'), `M-902,robbery,MNL,2021-09,,9,aantal,doel,max,9,ja,,,${of}\n`)
      expect((await loadPack(region.db, folder, packFiles)).faults).toEqual([])
      expect(
        (await itemsOf(document)).map(({ waarde, leidend, leidendReden }) => [waarde, leidend, leidendReden]),
      ).toEqual([
        [6, false, 'Over hetzelfde kwam M-901 uit een brondocument, en dat telt mee'],
        [6, true, null],
      ])
      expect((await loadPack(region.db, folder, packFiles)).changes.flatMap(({ changed }) => changed)).toEqual([])
      await undo(document)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
