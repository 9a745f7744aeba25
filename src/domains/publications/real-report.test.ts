import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { partsOf, readPdf } from '../../../test/environment/pdf'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { addWholeRelease } from '../../../test/environment/releases'
import { makeDrafts, renswoude, reportPeriod, signReport } from '../../../test/environment/reports'
import type { Month } from '../../kernel/month'

const page = `/rapportages/${renswoude}`
const next = `/rapportages/GM0339-${reportPeriod}-2`
const formats = ['html', 'pdf', 'docx', 'xlsx', 'json'] as const
const wordsOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

let region: Opened
let adviser: { cookie: string }
/** A release of the police of two municipalities, in which every month of Renswoude counts so many crimes. */
const released = (modified: string, perMonth: number) =>
  addWholeRelease(region, {
    modified,
    last: '2026-09' as Month,
    months: 60,
    areas: [
      { code: 'GM0327', name: 'Leusden' },
      { code: 'GM0339', name: 'Renswoude' },
    ],
    counts: (code) => (code === 'GM0339' ? [perMonth, 2, null] : [30, 3, 1]),
  })
const kept = async () =>
  Object.fromEntries(
    await Promise.all(
      formats.map(async (format) => {
        const answer = await region.get(`${page}/rapport.${format}`)
        const bytes = new Uint8Array(await answer.arrayBuffer())
        return [format, `${answer.status} ${createHash('sha256').update(bytes).digest('hex')}`] as const
      }),
    ),
  )

beforeAll(async () => {
  region = await openRegion()
  adviser = await signInAs(region, 'oov-renswoude')
  await released('2026-10-15T08:00:00Z', 10)
  await makeDrafts(region)
  expect((await signReport(region, renswoude, 'oov-renswoude')).status).toBe(303)
})
afterAll(() => region.close())

describe('a report that was published on a release of the police', () => {
  test('is served unchanged, and recomputes equal, beside a revised release', async () => {
    const before = await kept()
    for (const said of Object.values(before)) expect(said).toMatch(/^200 /)
    await released('2026-11-15T08:00:00Z', 12)
    expect(await kept()).toEqual(before)
    expect(wordsOf(await region.text(page))).toContain('60')
    expect(wordsOf(await region.text(`${page}/narekenen`))).toMatch(/Alle \d+ getallen zijn gelijk/)
  })

  test('has a next version with the revised figures, and both recompute equal', async () => {
    await makeDrafts(region)
    const months = async (path: string, headers = {}) =>
      JSON.parse(await region.text(`${path}/rapport.json`, headers)) as unknown
    expect(JSON.stringify(await months(page))).toContain('"value":60')
    expect(JSON.stringify(await months(next, adviser))).toContain('"value":72')
    expect(wordsOf(await region.text(`${next}/narekenen`, adviser))).toMatch(/Alle \d+ getallen zijn gelijk/)
  })
})

describe('its PDF, to a reader of other makers', () => {
  let pdf: Awaited<ReturnType<typeof readPdf>>
  beforeAll(async () => {
    pdf = await readPdf(new Uint8Array(await (await region.get(`${page}/rapport.pdf`)).arrayBuffer()))
  })

  test('is tagged, in Dutch, and has a title', () =>
    expect(pdf).toMatchObject({ isMarked: true, language: 'nl-NL', title: expect.stringContaining('Renswoude') }))
  test('has no text that is in no part and no decoration', () => expect(pdf.outside).toEqual([]))
  test('has one first heading, and skips no level', () => {
    const levels = partsOf(pdf.parts, /^H\d$/).map(({ role }) => Number(role.slice(1)))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    expect(levels[0]).toBe(1)
    for (const [at, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1)
  })
  test('describes each drawing', () => {
    const drawings = partsOf(pdf.parts, /^Figure$/)
    expect(drawings.length).toBeGreaterThan(0)
    for (const { alt } of drawings) expect(alt?.length ?? 0).toBeGreaterThan(20)
  })
  test('has tables with a caption and a row of headers', () => {
    const tables = partsOf(pdf.parts, /^Table$/)
    expect(tables.length).toBeGreaterThan(1)
    for (const table of tables) {
      expect(partsOf(partsOf(table.parts, /^THead$/), /^TH$/).length).toBeGreaterThan(1)
      expect(partsOf(partsOf(table.parts, /^TBody$/), /^TR$/).length).toBeGreaterThan(0)
    }
    // A table that goes on over the next page is there once more, without its caption.
    expect(partsOf(tables, /^Caption$/).length).toBeGreaterThan(tables.length / 2)
  })
  test('has bookmarks of its headings', () => expect(pdf.outline?.length ?? 0).toBeGreaterThan(0))
})
