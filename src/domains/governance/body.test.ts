import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Opened, openRegion } from '../../../test/environment/region'
import { type Day, day } from '../../kernel/day'
import { anonymous, reading } from '../../platform/db/database'
import { type Body, type BodyPower, ladderOn, type Power, powersOn, type Topic, turningPoints } from './body'
import { listBodies, listTopics } from './body.store'

const power = (body: string, name: BodyPower, from: string, until: string | null): Power => ({
  code: `${body}-${name}-${from}`,
  body,
  power: name,
  validity: { from: day(from), until: until === null ? null : day(until) },
  explanation: null,
  sources: [],
})
const body = (code: string, from: string | null, until: string | null, powers: Power[] = []): Body => ({
  code,
  name: code,
  level: 'district',
  kind: 'college',
  legalBase: null,
  members: [],
  purpose: null,
  timesAYear: { min: null, max: null },
  frequency: null,
  instances: null,
  chair: null,
  validity: { from: from === null ? null : day(from), until: until === null ? null : day(until) },
  note: null,
  sources: [],
  withdrawnOn: null,
  powers,
})
const topic = (code: string, until: string | null): Topic => ({
  code,
  level: 'district',
  stream: 'onveiligheidsaanpak',
  seq: 1,
  topic: code,
  validity: { from: day('2017-01-01'), until: until === null ? null : day(until) },
  sources: [],
})

const college = body('DVC', '2013-01-01', null, [
  power('DVC', 'besluiten', '2013-01-01', '2023-04-12'),
  power('DVC', 'sturen', '2013-01-01', '2023-04-12'),
  power('DVC', 'sturen', '2023-04-12', null),
  power('DVC', 'afstemmen', '2023-04-12', null),
])

describe('what a body may do', () => {
  test.each([
    ['2012-12-31', []],
    ['2013-01-01', ['besluiten', 'sturen']],
    ['2023-04-11', ['besluiten', 'sturen']],
    ['2023-04-12', ['sturen', 'afstemmen']],
  ])('on %s is %j', (on, powers) => {
    expect(powersOn(college, day(on)).map((one) => one.power)).toEqual(powers)
  })
})

describe('a day on which the order changed', () => {
  const ending = body('DB', '2016-01-01', '2023-11-16', [power('DB', 'sturen', '2016-01-01', '2023-11-16')])
  const beginning = body('STRVS', '2023-11-16', null)
  const points = turningPoints([college, ending, beginning], [topic('BT-1', '2023-04-12'), topic('BT-2', null)])

  test('is a day on which something ended, newest first; a beginning alone is none', () => {
    expect(points.map(({ on }) => on)).toEqual(['2023-11-16', '2023-04-12'])
  })
  test('names what a body lost and got, and not what it kept', () => {
    expect(points[1]?.changedPowers).toMatchObject([
      { body: { code: 'DVC' }, lost: ['besluiten'], gained: ['afstemmen'] },
    ])
    expect(points[1]?.endedTopics.map(({ code }) => code)).toEqual(['BT-1'])
  })
  test('says of a body that ended only that, and names what began', () => {
    expect(points[0]).toMatchObject({
      endedBodies: [{ code: 'DB' }],
      begunBodies: [{ code: 'STRVS' }],
      changedPowers: [],
    })
  })
  test('counts no power as new of a body whose powers nobody described before', () => {
    const described = body('RDH', '2013-01-01', null, [power('RDH', 'afstemmen', '2023-04-12', null)])
    expect(turningPoints([college, described], [])[0]?.changedPowers.map((one) => one.body.code)).toEqual(['DVC'])
  })
})

describe('of Midden-Nederland', () => {
  let region: Opened
  let bodies: readonly Body[]
  let topics: readonly Topic[]
  beforeAll(async () => {
    region = await openRegion()
    ;[bodies, topics] = await reading(region.db, anonymous, async (tx) => [
      (await listBodies(tx)).items,
      (await listTopics(tx)).items,
    ])
  })
  afterAll(() => region.close())

  const on = (text: string) => ladderOn(bodies, topics, day(text))
  const has = (text: string, code: string) => on(text).some((rung) => rung.bodies.some((one) => one.code === code))

  test.each([
    ['2017-06-01', 'DB', true],
    ['2017-06-01', 'ADV', false],
    ['2023-06-01', 'ADV', true],
    ['2023-11-15', 'DB', true],
    ['2023-11-15', 'STRVS', false],
    ['2023-11-16', 'DB', false],
    ['2023-11-16', 'STRVS', true],
  ])('the ladder of %s holds %s: %s', (text, code, is) => expect(has(text, code)).toBe(is))

  test.each([
    ['2017-06-01', 54],
    ['2023-04-11', 54],
    ['2023-04-12', 47],
    ['2026-11-24', 47],
  ])('on %s the guide counts %i topics', (text, count) => {
    expect(on(text).reduce((sum, rung) => sum + rung.topics.length, 0)).toBe(count)
  })

  test.each<[string, BodyPower[], BodyPower[]]>([
    ['2017-06-01', ['besluiten'], ['afstemmen']],
    ['2023-04-12', ['afstemmen'], ['besluiten']],
  ])('on %s the district colleges may %j and not %j', (text, may, mayNot) => {
    const colleges = on(text)
      .flatMap((rung) => rung.bodies)
      .find(({ code }) => code === 'DVC')
    const powers = colleges?.powers.map((one) => one.power) ?? []
    expect(powers).toEqual(expect.arrayContaining(may))
    for (const one of mayNot) expect(powers).not.toContain(one)
  })

  test('the order changed on two days', () => {
    expect(turningPoints(bodies, topics).map((point): Day => point.on)).toEqual(['2023-11-16', '2023-04-12'])
  })

  test('the page of a day shows the ladder of that day, and the way to other days', async () => {
    const then = await region.text('/gremia?geldigOp=2017-06-01')
    expect(then).toContain('54 onderwerpen op de leidraad')
    expect(then).toContain('id="BT-07"')
    expect(then).toContain('href="/gremia?geldigOp=2023-04-11"')
    const now = await region.text('/gremia')
    expect(now).toContain('47 onderwerpen op de leidraad')
    expect(now).not.toContain('id="BT-07"')
    expect(now).toContain('7 onderwerpen staan niet meer op de leidraad')
  })

  test('every body has a page and is reached from the list of every day', async () => {
    const html = await region.text('/gremia')
    for (const { code } of bodies) {
      expect(html).toContain(`href="/gremia/${code}"`)
      expect((await region.get(`/gremia/${code}`)).status).toBe(200)
    }
  })

  test('a body that ended says so, and one without a task says that nobody filled it in', async () => {
    expect(await region.text('/gremia/DB')).toContain('Het bestond tot 16 november 2023')
    const html = await region.text('/gremia/STRVS')
    expect(html).toContain('nog niet ingevuld')
    expect(html).toContain('Onze bronnen zeggen niet wat dit gremium mag')
  })

  test.each([
    ['/gremia/XXX', 404],
    ['/gremia?geldigOp=31-12-2017', 400],
    ['/gremia/RVC?geldigOp=toen', 400],
    ['/api/v1/gremia/XXX', 404],
    ['/api/v1/gremia?niveau=wijk', 400],
    ['/api/v1/gremium-onderwerpen?geldigOp=2023-02-30', 400],
  ])('%s is answered with %i', async (path, status) => expect((await region.get(path)).status).toBe(status))

  test('the API gives the topics of a day, and the powers of a body with their time', async () => {
    const count = async (query: string) =>
      (await region.json<{ aantal: number }>(`/api/v1/gremium-onderwerpen${query}`)).aantal
    expect([await count('?geldigOp=2017-06-01'), await count('')]).toEqual([54, 47])
    const { bevoegdheden } = await region.json<{ bevoegdheden: unknown[] }>('/api/v1/gremia/DVC')
    expect(bevoegdheden).toContainEqual(
      expect.objectContaining({ bevoegdheid: 'besluiten', van: '2013-01-01', tot: '2023-04-12' }),
    )
  })
})
