import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { beginAccount, clearPart, releaseAccount, writeBlock } from '../../test/environment/accounts'
import { recordDecision } from '../../test/environment/decisions'
import { actionFields, makePlan, putInForce } from '../../test/environment/drafts'
import { sendForm } from '../../test/environment/forms'
import { signInAs } from '../../test/environment/people'
import { type Opened, openRegion } from '../../test/environment/region'

const figure = 'om_inflow_cases'
const sentence = 'Twee zaken lopen, de derde begint in mei.'
let region: Opened
let plan: string
let action: string
let account: string
let secretAccount: string
let decision: string
let confidential: string
beforeAll(async () => {
  // The plan that is made here runs then.
  region = await openRegion({ clock: () => new Date('2027-03-02T09:00:00Z') })
  const manager = await signInAs(region, 'programmamanager')
  const made = await makePlan(region)
  const drawn = await sendForm(
    region,
    `${made.chapter}/nieuwe-actie`,
    actionFields({ titel: 'Meer zaken naar de rechter', trekker: 'RVS', plaats: '20', cijfers: figure }),
    manager,
  )
  await putInForce(region, made.chapter, manager)
  await sendForm(
    region,
    `${made.chapter}/nieuwe-actie`,
    actionFields({ titel: 'Nog niemand weet dit', cijfers: figure, plaats: '30' }),
    manager,
  )
  plan = made.draft.split('/').at(-1) ?? ''
  action = drawn.split('/').at(-1) ?? ''
  await sendForm(
    region,
    `/mijn/voortgang?actie=${action}`,
    { sleutel: randomUUID(), [`stand-${action}`]: 'op-koers', [`zin-${action}`]: sentence },
    manager,
  )
  decision = await recordDecision(region, { titel: 'De agenda geldt', plan, 'gaat-niet-mee': 'ja' }, manager)
  confidential = await recordDecision(region, { titel: 'Achter gesloten deuren', zichtbaar: 'vertrouwelijk' }, manager)
  account = await beginAccount(region, { titel: 'Wat wij beloofden' })
  await writeBlock(region, account, 'analist-politie', {
    titel: 'Zaken',
    tekst: 'Het doel: {doel:M-005}.',
    deel: 'politie',
  })
  await clearPart(region, account, 'analist-politie', 'politie')
  await releaseAccount(region, account, 'programmamanager')
  secretAccount = await beginAccount(region, { titel: 'Nog geheim stuk' })
  await writeBlock(region, secretAccount, 'programmamanager', { titel: 'x', tekst: '{doel:M-005}', deel: 'bureau' })
})
afterAll(() => region.close())

const words = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
const main = (html: string) => html.slice(html.indexOf('<main'), html.indexOf('</main>'))
const linksTo = async (page: string, to: string, headers?: { cookie: string }) =>
  expect(main(await region.text(page, headers)), `${page} leads to ${to}`).toContain(`href="${to}`)

describe('a plan that was made here', () => {
  test('is walked from figure to account, and back', async () => {
    const way = [
      `/keten/indicatoren/${figure}`,
      `/keten/acties/${action}`,
      `/acties/${action}`,
      account,
      `/keten/indicatoren/${figure}`,
    ]
    for (const [index, to] of way.slice(1).entries()) await linksTo(way[index] ?? '', to)
    await linksTo('/keten/prioriteiten/P23-GOC', `/keten/plannen/${plan}`)
    await linksTo(`/keten/plannen/${plan}`, '/keten/prioriteiten/P23-GOC')
    await linksTo(`/keten/plannen/${plan}`, `/keten/acties/${action}`)
    await linksTo(`/keten/acties/${action}`, `/keten/plannen/${plan}`)
    await linksTo(account, `/acties/${action}`)
    await linksTo(`/acties/${action}`, `/keten/acties/${action}`)
  })

  test('has the decision that adopted it, which leads back to it', async () => {
    for (const page of [`/keten/plannen/${plan}`, `/keten/acties/${action}`, `/plannen/${plan}`])
      await linksTo(page, `/besluiten/${decision}`)
    await linksTo(`/besluiten/${decision}`, `/plannen/${plan}`)
    const chain = words(await region.text(`/keten/acties/${action}`))
    expect(chain).toContain('Stelt een plan vast: Actieagenda 2027 · volgens het plan')
  })

  test('has the day of an update, which leads to the action; what was said is for professionals', async () => {
    const chain = `/keten/acties/${action}`
    expect(words(await region.text(chain))).toContain('Laatst bijgewerkt op 2 maart 2027')
    for (const page of [chain, `/keten/plannen/${plan}`]) await linksTo(page, `/acties/${action}#stand`)
    expect(await region.text(`/acties/${action}`, await signInAs(region, 'oov-utrecht'))).toContain(sentence)
  })

  test('has the accounts that carry a figure of it, on its own page and on those of plan and priority', async () => {
    for (const page of [`/acties/${action}`, `/plannen/${plan}`, `/keten/acties/${action}`, `/keten/plannen/${plan}`]) {
      await linksTo(page, account)
      expect(words(await region.text(page))).toMatch(/gebruikt het cijfer .* · volgens het plan/)
    }
  })
})

describe('a line of the sources', () => {
  test('is walked from its figure to the account that carries it, and back', async () => {
    const back = main(await region.text(account))
    const [priority] = /\/prioriteiten\/[\w-]+/.exec(back) ?? []
    const [old] = /\/acties\/A[012]\d-\d+/.exec(back) ?? []
    const results = [...back.matchAll(/\/resultaten\/[\w-]+/g)].map(([one]) => one)
    for (const page of [old, priority, ...results.slice(0, 1)].filter((one) => one !== undefined)) {
      await linksTo(page, account)
      await linksTo(`/keten${page}`, account)
      await linksTo(page, `/keten${page}`)
    }
    expect(old ?? priority ?? results[0]).toBeDefined()
    await linksTo(`/keten/indicatoren/${figure}`, account)
  })

  test('without a decision or an update says that they are missing', async () => {
    const page = words(await region.text('/keten/acties/A17-042'))
    for (const hole of ['Geen besluit vastgelegd', 'Nog niet bijgewerkt']) expect(page).toContain(hole)
  })
})

test('a visitor is told of no draft, no confidential decision and nothing of an update but its day', async () => {
  const pages = [
    ...[`/acties/${action}`, `/plannen/${plan}`, '/prioriteiten/P23-GOC', `/indicatoren/${figure}`, account],
    ...[
      `/keten/acties/${action}`,
      `/keten/plannen/${plan}`,
      `/keten/indicatoren/${figure}`,
      '/keten/prioriteiten/P23-GOC',
    ],
  ]
  for (const page of pages) {
    const bytes = await region.text(page)
    for (const kept of [
      'Nog niemand weet dit',
      'Nog geheim stuk',
      secretAccount,
      confidential,
      'gesloten deuren',
      sentence,
      'op koers',
      '/conceptplannen',
    ])
      expect(bytes, page).not.toContain(kept)
  }
})
