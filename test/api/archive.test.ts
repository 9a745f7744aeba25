import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { resources } from '../../src/site/open-data'
import { recordDecision } from '../environment/decisions'
import { holdHearing } from '../environment/hearings'
import { keepLocalPlan, keepVariant } from '../environment/levels'
import { holdMeeting } from '../environment/meetings'
import { type Opened, openRegion } from '../environment/region'

let opened: Opened
beforeAll(async () => {
  opened = await openRegion({ figures: true })
  const money = { 'geld-aan': 'UP2023', 'geld-bedrag': '12500', 'geld-jaar': '2026', 'geld-waarvoor': 'Toezicht' }
  await recordDecision(opened, money)
  await holdMeeting(opened)
  await holdHearing(opened)
  await keepVariant(opened)
  await keepLocalPlan(opened)
})
afterAll(() => opened.close())

test('one file has every open table as it is by itself, with its description', async () => {
  const answer = await opened.get('/api/v1/open-gegevens.zip')
  expect(answer.headers.get('content-disposition')).toContain('open-gegevens-mnl-2026-11-24.zip')
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
  expect(Object.keys(files).sort()).toEqual(
    ['LEESMIJ.txt', ...resources.flatMap(({ name }) => [`${name}.csv`, `${name}.csv-metadata.json`])].sort(),
  )
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  for (const { name } of resources) {
    // There are no yearly figures and no key figures until those of the source are loaded; the columns are there.
    expect(parse(text(`${name}.csv`)).length).toBeGreaterThan(
      ['misdrijfjaarcijfers', 'kerncijfers'].includes(name) ? 0 : 1,
    )
    expect(text(`${name}.csv`) === (await (await opened.get(`/api/v1/${name}.csv`)).text())).toBe(true)
    expect(JSON.parse(text(`${name}.csv-metadata.json`))).toEqual(
      await opened.json(`/api/v1/${name}.csv-metadata.json`),
    )
  }
  expect(text('LEESMIJ.txt')).toMatch(/Licentie: CC BY 4\.0/)
})
