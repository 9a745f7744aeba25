import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Opened, openRegion } from '../../../test/environment/region'
import { anonymous, reading } from '../../platform/db/database'
import { type ChainKind, type ChainNode, type ChainStep, directionOf, stations, weakest } from './chain'
import { stepWords } from './chain.parts'
import { chainOf } from './chain.store'
import { countOverview } from './overview.store'

describe('two joints in a row', () => {
  test.each([
    [['kolom', 'kolom'], 'kolom'],
    [['kolom', 'bron'], 'bron'],
    [['bron', 'afgeleid'], 'afgeleid'],
    [['afgeleid', 'kolom'], 'afgeleid'],
  ] as const)('%j are as sure as %s', (grounds, ground) => expect(weakest(...grounds)).toBe(ground))
})

describe('the way to a neighbour', () => {
  test.each([
    ['actie', 'indicator', 'terug'],
    ['actie', 'resultaat', 'verder'],
    ['indicator', 'prioriteit', 'verder'],
    ['plan', 'plan', 'naast'],
  ] as const)('from %s to %s is %s', (from, to, way) => expect(directionOf(from, to)).toBe(way))
})

describe('what a joint says', () => {
  const node: ChainNode = { kind: 'programma', code: 'P', title: 'Digitaal', context: null }
  test.each([
    ['kolom', null, null, 'volgens het plan'],
    ['bron', 'De bron noemt het', null, 'volgens de bron · De bron noemt het'],
    ['afgeleid', 'Zelfde thema', node, 'zelfde onderwerp · via programma Digitaal · Zelfde thema'],
  ] as const)('by %s', (ground, reason, via, words) => expect(stepWords({ ground, reason, via })).toBe(words))
})

describe('the places of a chain', () => {
  const self: ChainNode = { kind: 'actie', code: 'A', title: 'Actie', context: null }
  const step = (kind: ChainKind): ChainStep => ({
    node: { kind, code: 'X', title: 'X', context: null },
    direction: 'terug',
    relation: 'bevat',
    ground: 'kolom',
    reason: null,
    sources: [],
    link: null,
    via: null,
  })
  test('are five, plan and programme share one, and a hole stays a hole', () => {
    const found = stations({ self, steps: [step('plan'), step('programma'), step('indicator')] })
    expect(found.map(({ name, isHere, steps }) => [name, isHere, steps.length])).toEqual([
      ['cijfer', false, 1],
      ['prioriteit', false, 0],
      ['plan', false, 2],
      ['actie', true, 0],
      ['resultaat', false, 0],
    ])
  })
})

test('a result an action builds on is not what came of it', () => {
  const node = (kind: ChainKind): ChainNode => ({ kind, code: 'X', title: 'X', context: null })
  const more = { ground: 'bron', reason: null, sources: [], link: 'L', via: null } as const
  const result = (steps: readonly ChainStep[]) =>
    stations({ self: node('actie'), steps }).find(({ name }) => name === 'resultaat')?.steps.length
  expect(result([{ ...more, node: node('resultaat'), direction: 'terug', relation: 'bouwt-voort' }])).toBe(0)
  expect(result([{ ...more, node: node('resultaat'), direction: 'verder', relation: 'kwam-ervan' }])).toBe(1)
})

describe('the chain of the region', () => {
  let region: Opened
  beforeAll(async () => {
    region = await openRegion()
  })
  afterAll(() => region.close())
  const chain = async (kind: ChainKind, code: string) => {
    const view = await reading(region.db, anonymous, (tx) => chainOf(tx, kind, code))
    if (!view) throw new Error(`no chain of ${code}`)
    return view
  }
  const found = (view: { steps: readonly ChainStep[] }, kind: ChainKind) =>
    view.steps.filter(({ node }) => node.kind === kind).map(({ node }) => node.code)

  test('is counted per joint', async () => {
    expect(await reading(region.db, anonymous, (tx) => countOverview(tx))).toMatchObject({
      actions: 608,
      promises: 583,
      actionsWithIndicator: 52,
      actionsWithNumber: 85,
      actionsWithResult: 0,
      results: 289,
      resultsWithIndicator: 107,
      plans: 22,
      plansWithActions: 5,
      programmes: 51,
      indicators: 131,
    })
  })

  test('goes from an action back to figure, priority and plan', async () => {
    const view = await chain('actie', 'A22-041')
    expect(found(view, 'indicator')).toEqual(['cybercrime_investigations'])
    expect(found(view, 'prioriteit')).toEqual(['P19-DV'])
    expect(found(view, 'plan')).toEqual(['AA2022'])
    expect(view.steps.filter(({ direction }) => direction === 'verder')).toEqual([])
  })

  test('goes from a figure on to priority, plan, action and result', async () => {
    const view = await chain('indicator', 'burglary_total')
    expect(found(view, 'prioriteit')).toEqual(['P15-MMGI'])
    expect(found(view, 'plan')).toEqual(['JP2017'])
    expect(found(view, 'actie')).toEqual(['A17-042', 'A17-043'])
    expect(found(view, 'resultaat')).toEqual(['R16-006', 'R16-015'])
    expect(view.steps.every(({ direction }) => direction === 'verder')).toBe(true)
  })

  test('can be walked both ways: who is a neighbour has you as neighbour', async () => {
    const starts = [
      ['actie', 'A22-041'],
      ['indicator', 'burglary_total'],
      ['resultaat', 'R22-022'],
      ['prioriteit', 'P19-VZ'],
      ['programma', 'U23-MH'],
    ] as const
    for (const [kind, code] of starts) {
      for (const step of (await chain(kind, code)).steps.filter(({ via }) => via === null).slice(0, 12)) {
        const back = (await chain(step.node.kind, step.node.code)).steps.filter(
          ({ node, via }) => via === null && node.kind === kind && node.code === code,
        )
        expect(back.map(({ link, ground }) => [link, ground])).toContainEqual([step.link, step.ground])
      }
    }
  })

  test('says of everything it derived that it is the same subject, with why', async () => {
    const { steps } = await chain('resultaat', 'R22-022')
    const derived = steps.filter(({ ground, via }) => ground === 'afgeleid' && via === null)
    expect(derived.map(({ node }) => node.code)).toContain('A22-009')
    for (const { reason } of derived) expect(reason).toBeTruthy()
  })

  test('lets an action build on an earlier result', async () => {
    const built = (await chain('actie', 'A22-051')).steps.find(({ relation }) => relation === 'bouwt-voort')
    expect(built).toMatchObject({ node: { code: 'R21-015' }, direction: 'terug', ground: 'bron' })
    const onward = (await chain('resultaat', 'R21-015')).steps.find(({ relation }) => relation === 'bouwt-voort')
    expect(onward).toMatchObject({ node: { code: 'A22-051' }, direction: 'verder' })
  })

  test('never shows what is derived as the result of an action', async () => {
    const page = await region.text('/acties/A22-009')
    expect(page).toContain('Geen bron zegt wat er van deze actie kwam.')
    expect(page).toContain('Dat is geen bewijs dat het door deze actie kwam.')
  })

  test('is not there for what nobody gave', async () => {
    expect(await reading(region.db, anonymous, (tx) => chainOf(tx, 'actie', 'A99-999'))).toBeNull()
  })
})

describe('the chain of another region', () => {
  let region: Opened
  beforeAll(async () => {
    region = await openRegion({ region: 'voorbeeld' })
  })
  afterAll(() => region.close())

  test('gives an action its result when a source line says so', async () => {
    const page = await region.text('/acties/VBA25-001')
    expect(page).toContain('/resultaten/VBR25-001')
    expect(page).not.toContain('Geen bron zegt wat er van deze actie kwam.')
  })
  test('calls what its municipalities lead together a collective agreement', async () => {
    expect(await region.text('/acties/VBA25-002')).toContain('Collectieve afspraak')
  })
})
