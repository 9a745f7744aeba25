import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Opened, openRegion } from '../../../test/environment/region'
import { addWholeRelease } from '../../../test/environment/releases'
import { day } from '../../kernel/day'
import type { Month } from '../../kernel/month'
import { owning } from '../../platform/db/database'
import type { AreaChange } from '../territory'
import { mergersShown, type Surroundings } from './merger'

const change: AreaChange = {
  code: 'W',
  kind: 'samenvoeging',
  from: { code: 'A', name: 'Aadorp' },
  to: { code: 'B', name: 'Bestad' },
  effectiveOn: '2027-01-01',
  state: 'vastgesteld',
  note: null,
  sources: [],
}

describe('what a reader is told of a change', () => {
  const around: Surroundings = {
    on: day('2027-02-01'),
    since: day('2022-01-01'),
    hasFormer: () => true,
    holdsFormer: () => true,
    holdsLatter: () => true,
  }
  const isOf = (over: Partial<Surroundings>, changed: Partial<AreaChange>): string[] =>
    mergersShown([{ ...change, ...changed }], { ...around, ...over }).map(({ is }) => is)

  test.each<[string, Partial<Surroundings>, Partial<AreaChange>, string[]]>([
    ['after it, with both in the source: added up', {}, {}, ['now']],
    ['before it: still apart', { on: day('2026-12-31') }, {}, ['then']],
    ['only announced', {}, { state: 'aangekondigd' }, ['announced']],
    ['the source has one left', { hasFormer: () => false }, {}, ['recast']],
    ['it went elsewhere', { hasFormer: () => false, holdsLatter: () => false }, {}, ['left']],
    ['elsewhere altogether', { holdsFormer: () => false, holdsLatter: () => false }, {}, []],
    ['before the first figure', { since: day('2027-03-01') }, {}, []],
    ['before the first figure, seen from before it', { on: day('2026-12-31'), since: day('2027-03-01') }, {}, ['then']],
  ])('%s', (_, over, changed, is) => expect(isOf(over, changed)).toEqual(is))

  test('the way back is the day before', () => {
    expect(mergersShown([change], around)[0]?.lastDay).toBe('2026-12-31')
  })
})

// What the source will publish around 1 January 2027: first with Wijdemeren, then with all of it in Hilversum.
const last = '2026-12' as Month
const apart = [
  { code: 'GM0402', name: 'Hilversum' },
  { code: 'GM1696', name: 'Wijdemeren' },
  { code: 'WK169601', name: 'Loosdrecht', municipality: 'GM1696' },
  { code: 'GM0327', name: 'Leusden' },
]
const own: Readonly<Record<string, number>> = { GM0402: 100, GM1696: 30, WK169601: 18, GM0327: 20 }
// In the newest month Wijdemeren has so many burglaries that it stands out, and later Hilversum does.
const both = (code: string, month: Month) => [own[code] ?? 0, code === 'GM1696' && month === last ? 12 : 1, null]

let region: Opened
beforeAll(async () => {
  region = await openRegion({ clock: () => new Date('2027-03-20T09:00:00Z') })
  await owning(region.db, (tx) =>
    tx.updateTable('territory.changes').set({ state: 'vastgesteld' }).where('code', '=', 'W2027-01').execute(),
  )
  // As a load of the region pack does: see the test of mergers in territory.
  await owning(region.db, async (tx) => {
    await sql`update territory.areas set valid_to = '2027-01-01' where code = 'GM1696'`.execute(tx)
    await sql`update territory.memberships set valid_to = '2027-01-01'
      where part = 'GM1696' and valid_to is null`.execute(tx)
  })
  await addWholeRelease(region, { modified: '2027-01-15T08:00:00Z', last, months: 72, areas: apart, counts: both })
})
afterAll(() => region.close())

type List = { items: { waarde: number | null }[] }
const sum = async (gebied: string, query: string) => {
  const { items } = await region.json<List>(
    `/api/v1/misdrijfcijfers?gebied=${gebied}&misdrijfsoort=0.0.0&periode=${last}&${query}`,
  )
  return items[0]?.waarde
}
const then = 'geldigOp=2026-12-31'
const now = 'geldigOp=2027-01-01'

describe('Wijdemeren in Hilversum, while the source still has both', () => {
  test.each([
    ['MNL', 150, 150],
    ['GV', 130, 130],
    ['GM0402', 100, 130],
    ['GM1696', 30, undefined],
    ['WK169601', 18, 18],
    ['GM0327', 20, 20],
  ])('%s counts %s then and %s now', async (area, before, after) => {
    expect(await sum(area, then)).toBe(before)
    expect(await sum(area, now)).toBe(after)
  })

  test('the page of Hilversum adds up, says so, and leads to the division of then and back', async () => {
    const today = await region.text('/veiligheidsbeelden/GM0402')
    expect(today).toContain('Wijdemeren hoort sinds 1 januari 2027 bij Hilversum.')
    expect(today).toContain('/veiligheidsbeelden/GM0402?geldigOp=2026-12-31')
    expect(today).toContain('Loosdrecht')
    const before = await region.text('/veiligheidsbeelden/GM0402?geldigOp=2026-12-31')
    expect(before).toContain('U ziet de indeling van toen')
    expect(before).toContain('/veiligheidsbeelden/GM0402?geldigOp=2027-01-01')
    expect(before).not.toContain('Loosdrecht')
  })

  test('the page of Wijdemeren shows the division of then, and leads to Hilversum', async () => {
    const page = await region.text('/veiligheidsbeelden/GM1696')
    expect(page).toContain('U ziet de indeling van toen')
    expect(page).toContain('/veiligheidsbeelden/GM0402?geldigOp=2027-01-01')
    expect(page).toContain('Loosdrecht')
  })
})

describe('the views of the region, while the source still has both', () => {
  const base = '/veiligheidsbeelden'
  test.each([
    ['', null],
    ['/vergelijken?soort=1.1.1', 'misdrijfvergelijkingen'],
    ['/kaart?soort=1.1.1', 'misdrijfvergelijkingen'],
    ['/soorten/1.1.1', 'misdrijfvergelijkingen'],
    ['/attenderingen?niveau=district', 'attenderingen'],
    ['/GM0402/vergelijking?soort=1.1.1', undefined],
  ])(
    '%s says so, leads to the division of then and back, and keeps it in form, links and files',
    async (path, file) => {
      const withDay = `${base}${path}${path.includes('?') ? '&' : '?'}`
      const leadsTo = (geldigOp: string) => `href="${withDay.replace('&', '&amp;')}geldigOp=${geldigOp}"`
      const today = await region.text(`${base}${path}`)
      expect(today).toContain('Wijdemeren hoort sinds 1 januari 2027 bij Hilversum.')
      expect(today).toContain(leadsTo('2026-12-31'))
      expect(today).not.toContain('U kijkt terug')
      const before = await region.text(`${withDay}${then}&bekendOp=2027-02-01`)
      expect(before).toContain('U ziet de indeling van toen')
      expect(before).toContain('U kijkt terug')
      expect(before).toMatch(/veiligheidsbeelden\/[A-Z]+\d*[^"]*bekendOp=2027-02-01&amp;geldigOp=2026-12-31/)
      if (file === null) return
      expect(before).toMatch(/name="geldigOp" value="2026-12-31"/)
      if (file) expect(before).toMatch(new RegExp(`/api/v1/${file}.csv[^"]*geldigOp=2026-12-31`))
      expect(await region.text(`${withDay}${then}`)).toContain(leadsTo('2027-01-01'))
    },
  )

  test.each(['misdrijfvergelijkingen', 'attenderingen'])(
    'the list %s has Wijdemeren then, and not now',
    async (name) => {
      const areasOn = async (query: string) => {
        const { items } = await region.json<{ items: { gebied: string }[] }>(
          `/api/v1/${name}?misdrijfsoort=1.1.1&${query}`,
        )
        return items.map(({ gebied }) => gebied)
      }
      expect(await areasOn(then)).toContain('GM1696')
      expect(await areasOn(now)).toContain('GM0402')
      expect(await areasOn(now)).not.toContain('GM1696')
    },
  )

  test('Wijdemeren beside others is shown in its last division, and leads to Hilversum', async () => {
    const page = await region.text(`${base}/GM1696/vergelijking`)
    expect(page).toContain('U ziet de indeling van toen')
    expect(page).toContain(`${base}/GM0402/vergelijking?geldigOp=2027-01-01`)
  })
})

describe('and when the source has Hilversum alone', () => {
  beforeAll(() =>
    addWholeRelease(region, {
      modified: '2027-02-15T08:00:00Z',
      last,
      months: 24,
      areas: [{ code: 'GM0402', name: 'Hilversum' }, apart[3] ?? { code: '', name: '' }],
      counts: (code) => (code === 'GM0402' ? [130, 2, null] : undefined),
    }),
  )

  test.each(['MNL', 'GV'])('%s counts the same then and now', async (area) => {
    const total = area === 'MNL' ? 150 : 130
    expect(await sum(area, then)).toBe(total)
    expect(await sum(area, now)).toBe(total)
  })

  test('the page of Hilversum says how the source counts, and leads to the last figures apart', async () => {
    const page = await region.text('/veiligheidsbeelden/GM0402')
    expect(page).toContain('De bron telt Wijdemeren in alle jaren bij Hilversum.')
    expect(page).toContain('geldigOp=2026-12-31&amp;bekendOp=2027-01-15')
  })

  test('Wijdemeren keeps its address, with both ways on', async () => {
    const page = await region.text('/veiligheidsbeelden/GM1696')
    expect(page).toContain('Wijdemeren hoort sinds 1 januari 2027 bij Hilversum.')
    expect(page).toContain('/veiligheidsbeelden/GM1696?bekendOp=2027-01-15')
    const before = await region.text('/veiligheidsbeelden/GM1696?bekendOp=2027-01-15')
    expect(before).toContain('U kijkt terug')
    expect(before).toContain('Loosdrecht')
  })

  test('what Hilversum counted before is not lost: the history of a month holds both releases', async () => {
    const page = await region.text('/veiligheidsbeelden/GM0402/herzieningen?maand=2026-12')
    expect(page).toContain('Dit cijfer was in alle 2 leveringen hetzelfde.')
  })
})
