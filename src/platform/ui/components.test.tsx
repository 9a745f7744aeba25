import { describe, expect, test } from 'vitest'
import {
  AreaMap,
  DataTable,
  FilterForm,
  FunnelPlot,
  LineChart,
  Matrix,
  Page,
  Pagination,
  Quantity,
  SourceLine,
  StylePage,
  TextField,
  TileMap,
} from './index'
import { sampleTiles } from './style-page-tiles'

const region = { name: 'Voorbeeldregio', coalition: 'Veiligheidscoalitie Voorbeeldregio' }
const html = async (element: unknown) => String(await element)
const text = async (element: unknown) =>
  (await html(element))
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ')
    .trim()

describe('the page', () => {
  test('is a whole document that says where the reader is', async () => {
    const page = await html(
      <Page
        title="A & B"
        path="/plannen/x"
        region={region}
        breadcrumbs={[{ label: 'Plannen', href: '/plannen' }, { label: 'X' }]}
      >
        <h1>X</h1>
      </Page>,
    )
    expect(page).toMatch(/^<!doctype html><html lang="nl">/)
    expect(page).toContain('<title>A &amp; B - Voorbeeldregio - Slagvaardig</title>')
    expect(page).toContain('href="/plannen" aria-current="true"')
    expect(page).toContain('<span aria-current="page">X</span>')
    expect(page).toContain('href="/inloggen"')
    expect(page).not.toContain('voorbeeldregio</span>')
  })

  test('names the visitor, and says when the region is invented', async () => {
    const page = await html(
      <Page title="X" path="/" region={region} visitor={{ name: 'Programmamanager' }} example>
        <h1>X</h1>
      </Page>,
    )
    expect(page).toContain('>Programmamanager</a>')
    expect(page).not.toContain('href="/inloggen"')
    expect(page).toContain('Deze regio is verzonnen')
  })

  test('has no style or script of its own, whatever component is on it', async () => {
    const page = await html(<StylePage region={region} />)
    expect(page).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=/i)
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map((found) => found[1])
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })
})

describe('numbers', () => {
  test('the count first, the old value behind it', async () => {
    expect(await text(<Quantity value={38} was={29} />)).toBe('38 (was 29)')
    expect(await text(<Quantity value={7.8} unit="procent" provisional />)).toBe('7,8%* voorlopig')
    expect(await text(<Quantity value={7000} qualifier="more_than" wasPeriod="2015" was={6000} />)).toBe(
      'meer dan 7.000 (was 6.000 in 2015)',
    )
  })

  test('unknown is never zero', async () => {
    expect(await text(<Quantity value={null} />)).toBe('onbekend')
    expect(await text(<Quantity value={0} />)).toBe('0')
  })

  test('a source has its lines', async () => {
    expect(await text(<SourceLine sources={[{ document: 'Jaarplan', lines: '516-525' }]} />)).toBe(
      'Bron: Jaarplan, regels 516 tot en met 525.',
    )
    expect(await text(<SourceLine sources={[]} />)).toBe('Bron: niet vastgelegd.')
  })

  test('several places in one document are named once and in order', async () => {
    const places = ['520', '516-518', '520'].map((lines) => ({ document: 'Jaarplan', lines }))
    expect(await text(<SourceLine sources={[...places, { document: 'Agenda', lines: '7' }]} />)).toBe(
      'Bronnen: Jaarplan, regels 516 tot en met 518 en 520; Agenda, regel 7.',
    )
  })
})

describe('tables', () => {
  const years = [2011, 2012, 2013, 2014, 2015].map((year) => ({
    year,
    value: year > 2011 && year < 2015 ? null : year,
  }))
  const table = (rows: typeof years) => (
    <DataTable
      caption="Per jaar"
      rows={rows}
      rowId={(row) => `j${row.year}`}
      fold={{ when: (row) => row.value === null, label: (run) => `${run.length} onbekend` }}
      columns={[
        { head: 'Jaar', rowHead: true, cell: (row) => row.year },
        { head: 'Aantal', align: 'number', cell: (row) => row.value },
      ]}
    />
  )

  test('scroll within a named region and have row headers', async () => {
    const page = await html(table(years))
    expect(page).toContain('<section class="utrecht-table-container" aria-label="Tabel: Per jaar" tabindex="0">')
    expect(page).toContain('<th scope="row"')
    expect(page).toContain('data-kop="Aantal"')
  })

  test('fold a run of three unknown rows, and keep their addresses', async () => {
    const page = await html(table(years))
    expect(page).toContain('3 onbekend')
    for (const { year } of years) expect(page).toContain(`id="j${year}"`)
    expect(await html(table(years.slice(2)))).not.toContain('<details>')
  })

  test('without rows say so', async () => {
    expect(await text(<DataTable caption="x" rows={[]} columns={[]} empty="Geen acties gevonden." />)).toBe(
      'Geen acties gevonden.',
    )
  })

  test('pages of one are no pages', async () => {
    expect(await html(<Pagination page={1} pages={1} href={String} />)).toBe('')
    expect(await text(<Pagination page={4} pages={9} href={String} />)).toBe('Vorige1…345…9Volgende')
  })
})

describe('charts and maps', () => {
  test('every point is a link to a row that is there', async () => {
    const page = await html(
      <LineChart
        id="x"
        title="Minder inbraken"
        points={[
          { period: '2015', value: 8510 },
          { period: '2016', value: 7813 },
        ]}
        targets={[{ period: '2018', max: 10_000 }]}
      />,
    )
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map((found) => found[1])
    expect(links).toHaveLength(4)
    for (const id of links) expect(page).toContain(`<tr class="utrecht-table__row" id="${id}">`)
    expect(page).toContain('ten hoogste 10.000')
    expect(page).toContain('aria-label="2016: 7.813"')
  })

  test('a chart of nothing is a sentence', async () => {
    expect(await text(<LineChart id="x" title="x" points={[]} />)).toContain('nog geen getallen')
  })

  test('tiles are links in reading order with their place as a class', async () => {
    const page = await html(<TileMap label="Kaart" tiles={sampleTiles} />)
    expect(page).toContain('class="sv-tegel sv-tegel--hoger k3 j4 n z w o"')
    expect(page.indexOf('Noordpolder')).toBeLessThan(page.indexOf('Rivieren'))
  })

  test('a matrix folds what nobody knows', async () => {
    const words = await text(
      <Matrix
        caption="Thema’s"
        themes={[{ name: 'Horeca' }, { name: 'Vastgoed' }]}
        partners={[{ name: 'Almere' }, { name: 'Urk' }]}
        cell={(theme, partner) => ({ answer: theme === 0 && partner === 0 ? 'yes' : 'unknown' })}
      />,
    )
    expect(words).toContain('1 thema waarvan')
    expect(words).toContain('1 partner waarvan')
  })
})

describe('forms', () => {
  test('an error is tied to its field', async () => {
    const field = await html(
      <TextField name="doel" label="Doel" value={'"veel"'} error="Vul een getal in" description="Een getal." />,
    )
    expect(field).toContain('aria-describedby="veld-doel-uitleg veld-doel-fout"')
    expect(field).toContain('aria-invalid="true"')
    expect(field).toContain('value="&quot;veel&quot;"')
  })

  test('a filter says its date in words', async () => {
    const fields = [{ kind: 'date', name: 'bekendOp', label: 'Stand per', value: '2023-04-12' }] as const
    expect(await text(<FilterForm action="/cijfers" label="Kies" fields={fields} />)).toContain(
      'Stand per 12 april 2023',
    )
  })
})

describe('a funnel', () => {
  const step = (size: number) => ({
    size,
    middle: 10,
    innerLow: 8,
    innerHigh: 12,
    outerLow: 6,
    outerHigh: 14,
  })
  const point = (name: string, value: number, standing: 'higher' | 'usual', more = {}) => ({
    name,
    size: 20_000,
    value,
    standing,
    expected: step(20_000),
    ...more,
  })
  const plot = (points: ReturnType<typeof point>[]) => (
    <FunnelPlot
      id="t"
      title="Een ligt hoger."
      measure="misdrijven per 1.000 inwoners"
      sizeWord="inwoners"
      steps={[step(5000), step(100_000)]}
      points={points}
    />
  )

  test('names who lies outside and where the reader is, and says each standing in words', async () => {
    const drawn = await html(
      plot([point('Zeedam', 15, 'higher'), point('Dorp', 9, 'usual', { here: true }), point('Rest', 11, 'usual')]),
    )
    const labels = [...drawn.matchAll(/g-halo[^>]*>([^<]+)</g)].map((found) => found[1])
    expect([...new Set(labels)].toSorted()).toEqual(['Dorp', 'Zeedam'])
    expect(drawn).toContain('aria-label="Zeedam: 15,0, hoger dan verwacht"')
    expect(drawn).toContain('aria-label="Rest: 11,0, vergelijkbaar"')
  })

  test('without a place is nothing', async () => expect(await html(plot([]))).toBe(''))
})

test('a map of outlines says in words what each area shows, and draws a sign for it', async () => {
  const area = (name: string, sign: 'higher' | 'usual', at: number) => ({
    name,
    sign,
    href: `/${name}`,
    path: `M${at} 0l10 0 0 10z`,
    box: [at, 0, at + 10, 10] as const,
    mark: [at + 5, 5] as const,
    text: 'zo veel',
  })
  const drawn = await html(
    <AreaMap id="k" label="Kaart" areas={[area('Zuid', 'usual', 0), area('Noord', 'higher', 10)]} />,
  )
  expect([...drawn.matchAll(/aria-label="(Noord|Zuid): zo veel"/g)].map((found) => found[1])).toEqual(['Noord', 'Zuid'])
  expect(drawn).toContain('href="#i-up"')
  expect(drawn).toContain('href="#i-equal"')
  expect(drawn).toContain('fill="url(#k-hoger)"')
})
