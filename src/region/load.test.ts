import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Opened, openRegion } from '../../test/environment/region'
import { owning } from '../platform/db/database'
import { examinePack, loadPack } from '../platform/pack/load'
import { packFiles } from './pack'
import { changeLines, faultLines } from './report'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'regiopakket-'))
  cpSync('region/voorbeeld', folder, { recursive: true })
  return () => rmSync(folder, { recursive: true, force: true })
})

const edit = (file: string, change: (text: string) => string) => {
  const path = join(folder, file)
  const before = readFileSync(path, 'utf8')
  const after = change(before)
  expect(after).not.toBe(before)
  writeFileSync(path, after)
}
const faults = () => faultLines(examinePack(folder, packFiles).faults)

describe.each(['region/midden-nederland', 'region/voorbeeld'])('the pack in %s', (pack) => {
  test('has no faults', () => {
    expect(faultLines(examinePack(pack, packFiles).faults)).toEqual([])
  })
})

describe('a fault in a pack is named with file, row and column', () => {
  test('a day that is none', () => {
    edit('gebiedswijzigingen.csv', (text) => text.replace(/\d{4}-\d{2}-\d{2}/, '2026-02-30'))
    expect(faults()).toEqual([
      expect.stringMatching(/^gebiedswijzigingen\.csv, rij 2, kolom per: "2026-02-30" is geen datum/),
    ])
  })
  test('a code that does not exist', () => {
    edit('acties.csv', (text) =>
      text.replace(/^([^,\n]+),([^,\n]+),/m, '$1,$2,').replace(/(\n[^,]+),([^,]+),/, '$1,NERGENS,'),
    )
    expect(faults()[0]).toMatch(/^acties\.csv, rij 2, kolom plan: De code NERGENS bestaat niet in plannen\.csv/)
  })
  test('a code that stands twice', () => {
    const [, first = ''] = readFileSync(join(folder, 'begrippen.csv'), 'utf8').split('\n')
    appendFileSync(join(folder, 'begrippen.csv'), `${first}\n`)
    expect(faults()).toEqual([
      expect.stringMatching(/^begrippen\.csv, rij \d+, kolom code: De code .* staat ook al in rij 2/),
    ])
  })
  test('a column too many', () => {
    edit('trends.csv', (text) => text.replace('bron', 'bron,kleur'))
    expect(faults()[0]).toMatch(/^trends\.csv, rij 1, kolom kleur: Deze kolom kennen we niet/)
  })
  test('a row with a cell too few', () => {
    appendFileSync(join(folder, 'trends.csv'), 'T-X,leeg\n')
    expect(faults()[0]).toMatch(/^trends\.csv, rij \d+: Deze rij heeft 2 cellen/)
  })
  test('quotes that do not close', () => {
    appendFileSync(join(folder, 'trends.csv'), 'T-X,"open\n')
    expect(faults()[0]).toMatch(/^trends\.csv/)
  })
  test('a file that is missing', () => {
    rmSync(join(folder, 'plannen.csv'))
    expect(faults()).toContain(
      'plannen.csv: Dit bestand ontbreekt. Een leeg onderdeel is een bestand met alleen de kop.',
    )
  })
  test('letters in another encoding', () => {
    const text = readFileSync(join(folder, 'trends.csv'), 'utf8')
    writeFileSync(join(folder, 'trends.csv'), Buffer.from(`${text.trimEnd()}é\n`, 'latin1'))
    const lines = text.trimEnd().split('\n').length
    expect(faults()).toEqual([
      `trends.csv, rij ${lines}: Hier staan tekens die geen UTF-8 zijn. Bewaar het bestand als CSV UTF-8.`,
    ])
  })
  test('a character that no text can hold', () => {
    edit('trends.csv', (text) => text.replace('\n', '\n\0'))
    expect(faults()).toEqual(['trends.csv, rij 2: Hier staat een teken dat niet kan (NUL). Haal het weg.'])
  })
  test.each(['a/b', 'a b', '?x', 'é'])('a code that is no part of an address: %s', (code) => {
    edit('trends.csv', (text) => text.replace(/\n[^,]+,/, `\n${code},`))
    expect(faults()).toEqual([expect.stringMatching(/^trends\.csv, rij 2, kolom code: De code ".*" kan niet/)])
  })
  test('an area that is part of itself', () => {
    edit('gebiedsindeling.csv', (text) => text.replace(/\n([^,]+),([^,]+),[^,]+,/, '\n$1,$2,$2,'))
    expect(faults()).toContainEqual(
      'gebiedsindeling.csv, rij 2, kolom deel_van: Een gebied kan geen deel zijn van zichzelf.',
    )
  })
  test('an area that is part of two at once', () => {
    const [, first = ''] = readFileSync(join(folder, 'gebiedsindeling.csv'), 'utf8').split('\n')
    appendFileSync(join(folder, 'gebiedsindeling.csv'), `${first.replace(/^[^,]+/, 'NOGMAALS')}\n`)
    expect(faults()).toEqual([expect.stringMatching(/kolom deel_van: .* op dezelfde dag al deel van .* \(rij 2\)/)])
  })
  test('two municipalities on one tile', () => {
    edit('tegelkaart.csv', (text) => text.replace(/\n([^,]+),\d+,\d+,(.*)\n([^,]+),\d+,\d+,/, '\n$1,1,1,$2\n$3,1,1,'))
    expect(faults()).toEqual([expect.stringMatching(/^tegelkaart\.csv, rij 3, kolom kolom: Op deze plaats staat/)])
  })
  test('two mentions that both lead', () => {
    const rows = readFileSync(join(folder, 'metingen.csv'), 'utf8').trimEnd().split('\n')
    const at = rows.findIndex((row) => row.includes(',ja,'))
    appendFileSync(join(folder, 'metingen.csv'), `${rows[at]?.replace(/^[^,]+/, 'M-DUBBEL')}\n`)
    expect(faults()).toEqual([
      expect.stringMatching(/^metingen\.csv, rij \d+, kolom leidend: Over dit getal is .* al leidend/),
    ])
  })
  test('a strategy before itself', () => {
    edit('strategieen.csv', (text) => {
      const [head = '', ...rows] = text.split('\n')
      const at = head.split(',').indexOf('voorganger')
      const cells = rows[0]?.split(',') ?? []
      cells[at] = cells[0] ?? ''
      return [head, cells.join(','), ...rows.slice(1)].join('\n')
    })
    expect(faults()).toEqual(['strategieen.csv, rij 2, kolom voorganger: Een strategie is niet haar eigen voorganger.'])
  })
  test('and is one fault, also when every other file refers to the file that cannot be read', () => {
    edit('indicatoren.csv', (text) => text.replace('titel', 'title'))
    expect(faults()).toHaveLength(2)
    rmSync(join(folder, 'documenten.csv'))
    expect(faults()).toHaveLength(3)
  })
  test('a folder that is missing', () => {
    expect(examinePack(join(folder, 'nergens'), packFiles).pack).toBeNull()
  })
})

describe('loading', () => {
  let region: Opened
  beforeAll(async () => {
    region = await openRegion({ region: 'voorbeeld' })
  })
  afterAll(() => region.close())

  const load = (take: string[] = []) => loadPack(region.db, folder, packFiles, new Set(take))
  const title = async (code: string) =>
    owning(
      region.db,
      async (tx) =>
        (await sql<{ title: string }>`select title from strategy.actions where code = ${code}`.execute(tx)).rows[0]
          ?.title,
    )
  const firstAction = () => readFileSync(join(folder, 'acties.csv'), 'utf8').split('\n')[1]?.split(',')[0] ?? ''

  test('the same pack again changes nothing', async () => {
    expect(changeLines((await load()).changes)).toEqual([])
  })

  test('rows that do not fit beside what was edited in the product are refused, with the file', async () => {
    await owning(region.db, (tx) =>
      sql`insert into territory.memberships (code, part, whole, division, sources)
        values ('HIER', 'VBT1', 'VBN', 'bestuurlijk', '{}')`.execute(tx),
    )
    const [head = ''] = readFileSync(join(folder, 'gebiedsindeling.csv'), 'utf8').split('\n')
    const cells: Record<string, string> = {
      code: 'PAKKET',
      gebied: 'VBT1',
      deel_van: 'VBZ',
      indeling: 'bestuurlijk',
    }
    const row = head
      .trim()
      .split(',')
      .map((name) => cells[name] ?? '')
    appendFileSync(join(folder, 'gebiedsindeling.csv'), `${row.join(',')}\n`)
    const report = await load()
    expect(report.loaded).toBe(false)
    expect(faultLines(report.faults)).toEqual([
      'gebiedsindeling.csv: De database neemt een rij van dit bestand niet aan (regel one_whole_at_a_time). Er is niets veranderd.',
    ])
    await owning(region.db, (tx) => sql`delete from territory.memberships where code = 'HIER'`.execute(tx))
  })

  test('a pack with one fault is refused whole', async () => {
    edit('begrippen.csv', (text) => `${text}nieuw,Nieuw begrip,woord,,Uitleg,,,\n`)
    edit('trends.csv', (text) => text.replace('bron', 'bron,kleur'))
    const report = await load()
    expect(report.loaded).toBe(false)
    expect((await region.get('/api/v1/gebieden')).status).toBe(200)
    const found = await owning(region.db, (tx) => sql`select from learning.terms where code = 'nieuw'`.execute(tx))
    expect(found.rows).toEqual([])
  })

  test('an edit made in the product stays, is listed, and yields only when its code is taken', async () => {
    const code = firstAction()
    await owning(region.db, (tx) =>
      sql`update strategy.actions set title = 'Hier bewerkt' where code = ${code}`.execute(tx),
    )
    edit('acties.csv', (text) =>
      text.replace(/(\n[^,]+,[^,]+,[^,]+,[^,]*,[^,]+,)("[^"]*"|[^,]*)/, '$1Door het pakket gewijzigd'),
    )

    const kept = await load()
    expect(await title(code)).toBe('Hier bewerkt')
    expect(kept.conflicts).toEqual([
      { file: 'acties.csv', code, column: 'titel', here: 'Hier bewerkt', inPack: 'Door het pakket gewijzigd' },
    ])
    expect(changeLines(kept.changes)[0]).toContain(`--take ${code}`)
  })

  test('the choice for the pack is made with its code', async () => {
    const code = firstAction()
    edit('acties.csv', (text) =>
      text.replace(/(\n[^,]+,[^,]+,[^,]+,[^,]*,[^,]+,)("[^"]*"|[^,]*)/, '$1Door het pakket opnieuw gewijzigd'),
    )
    await load([code])
    expect(await title(code)).toBe('Door het pakket opnieuw gewijzigd')
  })

  test('a code that leaves the pack ends, and comes back with it', async () => {
    const terms = readFileSync(join(folder, 'begrippen.csv'), 'utf8').trimEnd().split('\n')
    const last = terms.at(-1) ?? ''
    const code = last.split(',')[0] ?? ''
    writeFileSync(join(folder, 'begrippen.csv'), `${terms.slice(0, -1).join('\n')}\n`)
    await load()
    const ended = () =>
      owning(
        region.db,
        async (tx) =>
          (
            await sql<{
              on: string | null
            }>`select withdrawn_on as on from learning.terms where code = ${code}`.execute(tx)
          ).rows,
      )
    expect(await ended()).toEqual([{ on: '2026-11-24' }])

    writeFileSync(join(folder, 'begrippen.csv'), `${terms.join('\n')}\n`)
    await load()
    expect(await ended()).toEqual([{ on: null }])
  })
})

const facts = '../shared/facts'
describe.skipIf(!existsSync(facts))('every fact of the source documents is in the pack, each code once', () => {
  const codes = (path: string) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .slice(1)
      .filter((line) => /^[A-Z]/.test(line))
      .map((line) => line.split(',')[0])
      .sort()
  test.each([
    ['actions', 'acties', 608],
    ['results', 'resultaten', 289],
    ['measurements', 'metingen', 452],
    ['budget', 'begrotingsregels', 113],
  ])('%s', (fact, file, count) => {
    const inPack = codes(`region/midden-nederland/${file}.csv`)
    expect(inPack).toHaveLength(count)
    expect(inPack).toEqual(codes(`${facts}/${fact}.csv`))
  })
})
if (!existsSync(facts))
  console.warn('the facts of the source documents are not here: the pack is not compared with them')
