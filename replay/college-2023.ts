import { strFromU8 } from 'fflate'
import { decides, planOf, same, sendsThePapers, staysDecided } from './college-2023/college'
import { asksTheCouncils, hearsTheCouncils } from './college-2023/hearing'
import {
  adviserOf,
  chief,
  districts,
  head,
  manager,
  mayorOf,
  plan,
  prosecutor,
  type Story,
  secretary,
  secretaryOf,
  strategy,
} from './college-2023/people'
import { goesAlongTheDistricts } from './college-2023/route'
import { loadPeople, offices } from './means/bodies'
import { openBrowser } from './means/browser'
import { openMailbox } from './means/mailbox'
import { prepareProduct } from './means/product'
import { regionBeforeAdoption } from './means/region-before'
import { replay } from './means/steps'

// The strategy 2023-2026: its sources say that 38 municipalities were asked, that the five district colleges prepare a strategy, and that the
// regional college adopted it on 12 April 2023. That and what councils said, the other days, views, words and who held which secretariat are
// invented, and marked so. The program is told which day it is.
await replay('De strategie 2023-2026, van 38 raden tot het besluit van 12 april 2023', async (steps) => {
  const { step, check } = steps
  const mailbox = await openMailbox()
  const before = regionBeforeAdoption([plan, strategy])
  const product = await prepareProduct({ MAIL_URL: mailbox.url, PROXIES: '1', REGION_DIR: before.folder })
  const signIn = offices(product, mailbox, steps)
  try {
    step(
      '9 januari 2023. Het product start op een lege map, met de regio zoals zij was voor de strategie was vastgesteld.',
    )
    await product.start('2023-01-09T08:00:00Z')
    const anyone = openBrowser(product.baseUrl)
    const areas = await anyone.fetch('/api/v1/gebieden?soort=gemeente&binnen=MNL&perPagina=500')
    const municipalities = (JSON.parse(strFromU8(areas.bytes)) as { items: { code: string }[] }).items.map(
      ({ code }) => code,
    )
    check('de regio heeft geen 38 gemeenten', municipalities.length === 38)
    await product.stop()
    const everybody = [
      manager,
      head,
      secretary,
      prosecutor,
      chief,
      ...municipalities.flatMap((code) => [adviserOf(code), mayorOf(code)]),
      ...districts.map(secretaryOf),
    ]
    await loadPeople(product, everybody, '2022-01-01', steps)
    await product.start()

    step('Het plan en de strategie staan er, en zijn niet vastgesteld.')
    const first = await planOf(anyone)
    check('het plan is al vastgesteld', first.vastgesteldOp === null && first.vastgesteldDoor === null)
    check('het plan belooft niets', (first.beloften as unknown[]).length > 0)
    const story: Story = {
      ...steps,
      product,
      mailbox,
      anyone,
      municipalities,
      signIn,
      signInAll: (who) => Promise.all(who.map(signIn)),
      async planIsAsBefore(when) {
        check(`het plan is veranderd ${when}`, same(await planOf(anyone), first))
        for (const path of [`/plannen/${plan}`, `/strategieen/${strategy}`]) {
          await anyone.open(path)
          check(`${path} zegt vastgesteld ${when}`, !anyone.says().includes('Vastgesteld op'))
        }
        const decided = await anyone.fetch('/api/v1/besluiten')
        check(`er is al een besluit ${when}`, strFromU8(decided.bytes).includes('"items":[]'))
      },
    }
    const on = async (day: string) => {
      await product.stop()
      await product.start(`${day}T08:00:00Z`)
    }
    await story.planIsAsBefore('op de eerste dag')
    await asksTheCouncils(story)
    await on('2023-02-20')
    await hearsTheCouncils(story)
    await on('2023-03-06')
    const proposal = await goesAlongTheDistricts(story)
    await on('2023-03-27')
    const meeting = await sendsThePapers(story, proposal)
    await on('2023-04-12')
    await decides(story, meeting, proposal)
    await on('2023-04-13')
    await staysDecided(story, meeting)
  } finally {
    await product.end()
    mailbox.close()
    before.remove()
  }
})
