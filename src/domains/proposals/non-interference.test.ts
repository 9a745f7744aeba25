import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayFields, sendForm } from '../../../test/environment/forms'
import { oriRoot } from '../../../test/environment/harvest'
import { seatCollege, seatFields } from '../../../test/environment/meetings'
import { signInAs } from '../../../test/environment/people'
import { keepView, releaseView, startProposal, viewAddress } from '../../../test/environment/proposals'
import { type Opened, openRegion } from '../../../test/environment/region'

// Two worlds that differ only in a view that is written and not released. Whoever does not write or release it gets the same bytes.
type World = { readonly region: Opened; readonly proposal: string; readonly question: string }
const worlds: World[] = []
const secretText = 'Kraanvogel'

async function make(hasDraft: boolean): Promise<World> {
  const region = await openRegion()
  const manager = await signInAs(region, 'programmamanager')
  const secretary = await signInAs(region, 'hoofd-bureau')
  for (const area of ['WU', 'FL']) await seatCollege(region, area)
  await sendForm(region, '/gremia/DVC/beginnen', { gebied: 'OU', openbaar: 'ja' }, manager)
  for (const [person, kind] of [
    ['oov-renswoude', 'secretaris'],
    ['analist-politie', 'voorzitter'],
  ] as const)
    await sendForm(region, '/gremia/DVC/OU/zetels', await seatFields(region, person, kind), manager)
  const proposal = await startProposal(region, { sleutel: 'voorstel-vast-1' }, manager)
  const question = await startProposal(
    region,
    { sleutel: 'voorstel-vast-2', route: 'raden', titel: 'Een vraag' },
    manager,
  )
  const term = dayFields('termijn', '2026-12-10')
  for (const seq of [1, 2]) {
    await sendForm(region, `${proposal}/stappen/${seq}/beginnen`, term, manager)
    await sendForm(region, `${proposal}/stappen/${seq}/afronden`, { uitkomst: 'Besproken.' }, manager)
  }
  await sendForm(region, `${proposal}/stappen/3/beginnen`, term, manager)
  await sendForm(region, `${question}/stappen/1/beginnen`, term, manager)
  // Released in both: a first version in West-Utrecht.
  await keepView(region, viewAddress(proposal, 'DVC-WU'), { zienswijze: 'instemmen' }, secretary)
  await releaseView(region, viewAddress(proposal, 'DVC-WU'), await signInAs(region, 'burgemeester-houten'))
  if (hasDraft) {
    const next = { zienswijze: 'niet', toelichting: secretText, reden: secretText }
    await keepView(region, viewAddress(proposal, 'DVC-WU'), next, secretary)
    await keepView(
      region,
      viewAddress(proposal, 'DVC-FL'),
      { zienswijze: 'voorwaarde', voorwaarde: secretText },
      secretary,
    )
    await keepView(
      region,
      `${question}/stappen/1/bij/GM0344`,
      { toelichting: secretText },
      await signInAs(region, 'oov-utrecht'),
    )
  }
  return { region, proposal, question }
}

beforeAll(async () => {
  worlds.push(await make(false), await make(true))
})
afterAll(async () => {
  for (const { region } of worlds) await region.close()
})

const addresses = ({ proposal, question }: World) => [
  '/',
  '/mijn',
  '/voorstellen',
  '/voorstellen/nieuw',
  '/gremia/DVC/WU',
  '/vergaderingen',
  `/zoeken?q=${secretText}`,
  `${oriRoot}/alles.json`,
  ...[proposal, question].flatMap((one) => [
    one,
    `${one}/tekst`,
    `${one}/afsluiten`,
    `${one}/stappen/1`,
    `${one}/stappen/3`,
  ]),
  ...['DVC-WU', 'DVC-FL', 'DVC-OU'].flatMap((who) => {
    const at = viewAddress(proposal, who)
    return [at, `${at}/schrijven`, `${at}/antwoord`]
  }),
  ...['GM0344', 'GM0321'].flatMap((who) => {
    const at = `${question}/stappen/1/bij/${who}`
    return [at, `${at}/schrijven`, `${at}/antwoord`]
  }),
]

/** Everything the receiver gets, but for the number of the request and random ids in his own forms. */
async function bytesOf(answer: Response): Promise<string> {
  const headers = [...answer.headers].filter(([name]) => name !== 'x-request-id')
  const text = await answer.text()
  return JSON.stringify([
    answer.status,
    headers,
    text
      .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id')
      .replace(/name="sleutel" value="[^"]*"/g, 'sleutel'),
  ])
}

describe.each([
  ['a visitor', null],
  ['the programme manager', 'programmamanager'],
  ['the secretary of another district', 'oov-renswoude'],
  ['the chair of another district', 'analist-politie'],
  ['an adviser of another municipality', 'oov-montfoort-ijsselstein'],
  ['a functional administrator', 'functioneel-beheerder'],
])('%s', (_, person) => {
  test('gets the same bytes whether a view is written or not, until it is released', async () => {
    const answers: string[][] = []
    for (const world of worlds) {
      const { region, proposal } = world
      const headers = person ? await signInAs(region, person) : {}
      const told: string[] = []
      for (const address of addresses(world))
        told.push(`${address} ${await bytesOf(await region.get(address, headers))}`)
      for (const who of ['DVC-WU', 'DVC-FL']) {
        const at = viewAddress(proposal, who)
        told.push(await bytesOf(await region.post(`${at}/vrijgeven`, { versie: '1-1' }, headers)))
        told.push(await bytesOf(await region.post(`${at}/schrijven`, { versie: '0-0', zienswijze: 'niet' }, headers)))
      }
      // While the last day is to come, a step is rounded off in neither.
      told.push(await bytesOf(await region.post(`${proposal}/stappen/3/afronden`, { uitkomst: 'Klaar.' }, headers)))
      answers.push(told)
    }
    const [without = [], within = []] = answers
    expect(without.length).toBeGreaterThan(30)
    without.forEach((answer, at) => {
      expect(within[at]).toBe(answer)
    })
    expect(within.filter((answer) => !answer.startsWith('/zoeken')).join('')).not.toContain(secretText)
  })
})

test('who writes it and who chairs there do see it', async () => {
  const [, world] = worlds
  if (!world) throw new Error('no world')
  for (const person of ['hoofd-bureau', 'burgemeester-houten'])
    expect(
      await world.region.text(viewAddress(world.proposal, 'DVC-FL'), await signInAs(world.region, person)),
    ).toContain(secretText)
})
