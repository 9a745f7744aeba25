import { freePort } from '../test/environment/postgres'
import { answersForTheYear } from './actieagenda-2022/answers'
import { mailOf, people } from './actieagenda-2022/people'
import { makesThePlan } from './actieagenda-2022/plan'
import { saysHowItStands } from './actieagenda-2022/updates'
import { type Browser, openBrowser } from './means/browser'
import { openMailbox } from './means/mailbox'
import { prepareProduct } from './means/product'
import { regionBefore } from './means/region-before'
import { replay } from './means/steps'
import { linkIn, type Story } from './means/story'

// A year plan from its first words to what the coalition answers for. Its actions are those of the source; what people say of them
// here is invented, and says so. The program is told which day it is, so that each thing happens on a day that fits it.
await replay('De Actieagenda 2022, van het eerste woord tot de jaarresultaten', async (steps) => {
  const mailbox = await openMailbox()
  const mailPort = await freePort()
  const before = regionBefore('AA2022', ['2022-2,2022-05-30,2022-06-24,'])
  const product = await prepareProduct({
    MAIL_URL: mailbox.url,
    MAIL_IN: String(mailPort),
    MAIL_FROM: 'slagvaardig@coalitie.example',
    PROXIES: '1',
  })
  let office = 0
  const openOffice = () => {
    office += 1
    return openBrowser(product.baseUrl, `192.0.2.${office}`)
  }
  const signIn = async (who: string): Promise<Browser> => {
    const browser = openOffice()
    const seen = mailbox.all().length
    await browser.open('/inloggen')
    await browser.send('/inloggen', { mail: mailOf(who) })
    const { text } = await mailbox.next(mailOf(who), 'nloggen', seen)
    const link = new URL(linkIn(text, '/inloggen'))
    await browser.open(link.pathname + link.search)
    await browser.send('/inloggen/link')
    steps.check(`${who} is niet ingelogd`, browser.status() === 200)
    return browser
  }
  const story: Story = { ...steps, product, mailbox, mailPort, promised: before.promised, openOffice, signIn }
  try {
    steps.step(
      'November 2021. Het product start op een lege map, met de regio zoals zij was voor er een actieagenda 2022 was.',
    )
    // Loaded whole first, so that the codes of that plan stay its own when the region is whole again.
    await product.start('2021-11-15T08:00:00Z')
    await product.stop()
    const rows = people.map(
      ([who, title, organisation, role]) =>
        `${mailOf(who)},${title} ${organisation},${title},${organisation},${role},,2021-01-01,`,
    )
    const list = ['mail,naam,functie,organisatie,rol,gebieden,van,tot', ...rows, ''].join('\n')
    const loaded = await product.command('people', ['load', product.file('personen.csv', list)])
    steps.check(`de personenlijst is niet geladen: ${loaded.said}`, loaded.code === 0)
    await makesThePlan(story, before.folder)
    await saysHowItStands(story)
    await answersForTheYear(story)
  } finally {
    await product.end()
    mailbox.close()
    before.remove()
  }
})
