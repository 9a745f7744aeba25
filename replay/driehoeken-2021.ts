import {
  beginStep,
  endStep,
  loadPeople,
  mailOf,
  offices,
  proposalOn,
  type Somebody,
  sayOf,
  seatInstance,
} from './means/bodies'
import { type Browser, openBrowser } from './means/browser'
import { openMailbox } from './means/mailbox'
import { prepareProduct } from './means/product'
import { replay } from './means/steps'

// 2021, as its source tells it: the regional college asked the triangles of the basisteams to bring their ambitions in balance with the
// capacity there is. That there were eighteen is from another source. What each answered, on which days and who sat where is invented.
const teams = Array.from({ length: 18 }, (_, at) => `BT${String(at + 1).padStart(2, '0')}`)
const manager: Somebody = {
  name: 'Programma',
  title: 'Programmamanager',
  organisation: 'RVS',
  role: 'programmamanager',
}
const outsider: Somebody = { name: 'Analist', title: 'Analist', organisation: 'POL-DRIO', role: 'analist' }
const secretaryOf = (team: string): Somebody => ({
  name: `Secretaris ${team}`,
  title: 'Secretaris',
  organisation: 'POL-MN',
  role: 'adviseur',
})
const chairOf = (team: string): Somebody => ({
  name: `Voorzitter ${team}`,
  title: 'Voorzitter',
  organisation: 'POL-MN',
  role: 'bestuurder',
})
const answerOf = (team: string) => `Wij kiezen wat eerst komt en wat kan wachten (verzonnen antwoord van ${team}).`

await replay('De vraag aan de 18 driehoeken over de capaciteit, 2021', async (steps) => {
  const { step, check, holds } = steps
  const mailbox = await openMailbox()
  const product = await prepareProduct({ MAIL_URL: mailbox.url, PROXIES: '1' })
  const signIn = offices(product, mailbox, steps)
  try {
    step('1 maart 2021 (de dag is verzonnen). Het product start op een lege map, met de personenlijst.')
    await product.start('2021-03-01T08:00:00Z')
    await product.stop()
    await loadPeople(
      product,
      [manager, outsider, ...teams.flatMap((team) => [secretaryOf(team), chairOf(team)])],
      '2021-01-01',
      steps,
    )
    await product.start()

    step('De programmamanager begint de 18 driehoeken en het regionale college (wie er zit, is verzonnen).')
    const bureau = await signIn(manager)
    for (const area of teams)
      await seatInstance(bureau, { body: 'GDB', area, from: '2021-01-01' }, [
        [secretaryOf(area), 'secretaris'],
        [chairOf(area), 'voorzitter'],
      ])
    await seatInstance(bureau, { body: 'RVC', area: 'MNL', from: '2021-01-01' }, [[manager, 'secretaris']])

    step('Het regionale college vraagt de driehoeken de ambities in balans te brengen met de beschikbare capaciteit.')
    await bureau.open('/voorstellen/nieuw')
    await bureau.send('/voorstellen/nieuw', {
      titel: 'Ambities en capaciteit in balans',
      tekst:
        'Het Regionaal veiligheidscollege vraagt u de ambities in balans te brengen met de beschikbare capaciteit.',
      indiener: 'RVC',
      route: 'driehoeken',
    })
    const question = proposalOn(bureau)
    await beginStep(bureau, question, 1, '2021-05-31')
    holds('de vraag', bureau.says(), [
      '0 van de 18 zienswijzen zijn vrijgegeven.',
      '18 nog niet vrijgegeven',
      'Basisteam 1',
      'Basisteam 18',
    ])

    step('18 secretarissen krijgen een mail. Waar het over gaat, staat er niet in.')
    for (const team of teams) {
      const mail = await mailbox.next(mailOf(secretaryOf(team)), 'Een voorstel voor uw overleg')
      check(`in de mail aan ${team} staat de vraag`, !mail.text.includes('capaciteit'))
    }

    step(
      'De eerste driehoek schrijft een antwoord. Tot de voorzitter het vrijgeeft, weet niemand anders dat het er is.',
    )
    const people: { readonly team: string; readonly writer: Browser; readonly chair: Browser }[] = []
    for (const team of teams.slice(0, 17))
      people.push({ team, writer: await signIn(secretaryOf(team)), chair: await signIn(chairOf(team)) })
    const [first, second] = people
    if (!first || !second) throw new Error('geen driehoeken')
    const at = (team: string) => `${question}/stappen/1/bij/GDB-${team}`
    await bureau.open(question)
    const before = bureau.says()
    await first.writer.open('/mijn')
    holds('wat op de secretaris wacht', first.writer.says(), ['schrijf de zienswijze'])
    await first.writer.open(`${at(first.team)}/schrijven`)
    await first.writer.send(`${at(first.team)}/schrijven`, { toelichting: '' })
    check('een leeg antwoord wordt bewaard', first.writer.status() === 422)
    await first.writer.send(`${at(first.team)}/schrijven`, { toelichting: answerOf(first.team) })
    await bureau.open(question)
    check('het bureau merkt iets van een concept', bureau.says() === before)
    await second.writer.open(at(first.team))
    check('een andere driehoek leest het concept', !second.writer.says().includes('verzonnen antwoord'))
    await second.writer.open(`${at(first.team)}/schrijven`)
    check('een driehoek schrijft voor een andere', second.writer.status() === 404)
    await first.chair.open('/mijn')
    holds('wat op de voorzitter wacht', first.chair.says(), ['geef de zienswijze vrij'])
    await first.chair.open(at(first.team))
    await first.chair.send(`${at(first.team)}/vrijgeven`)

    step(
      'Zestien andere driehoeken antwoorden; één antwoordt niet (de antwoorden, en dat er één zwijgt, zijn verzonnen).',
    )
    for (const { team, writer, chair } of people.slice(1))
      await sayOf(writer, chair, at(team), { toelichting: answerOf(team) })
    await bureau.open(question)
    holds('de vraag', bureau.says(), ['17 van de 18 zienswijzen zijn vrijgegeven.', answerOf('BT01'), answerOf('BT17')])
    check('de achttiende zwijgt al', bureau.says().split('nog niet vrijgegeven').length - 1 === 1)
    await endStep(bureau, question, 1, 'Te vroeg.')
    check('een stap is af terwijl iemand nog kan antwoorden', bureau.status() === 422)
    const anyone = openBrowser(product.baseUrl)
    const analyst = await signIn(outsider)
    for (const browser of [anyone, analyst]) {
      await browser.open(question)
      check('de vraag bestaat voor wie niet op de route zit', browser.status() === 404)
    }

    step('1 juni 2021. De termijn is voorbij: geen antwoord is onbekend, en geen instemming.')
    await product.stop()
    await product.start('2021-06-01T07:00:00Z')
    const later = await signIn(manager)
    await later.open(question)
    holds('de vraag', later.says(), ['geen antwoord: onbekend'])
    await endStep(later, question, 1, '17 van de 18 driehoeken antwoordden. Van één weten wij het niet.')
    holds('de vraag', later.says(), ['17 van de 18 driehoeken antwoordden.'])

    step(
      'De antwoorden gaan naar het regionale college, dat zijn advies geeft; wat ermee is gedaan, wordt teruggemeld (verzonnen).',
    )
    await later.open(`${question}/afsluiten`)
    await later.send(`${question}/afsluiten`, { uitkomst: 'beantwoord' })
    check('de vraag sluit terwijl stappen open staan', later.status() === 422)
    await beginStep(later, question, 2, '2021-06-01')
    await later.open(`${question}/stappen/1`)
    await later.send(`${question}/stappen/1/terugmelden`, {
      gevolg: 'deels',
      waarom: 'Het college bespreekt de antwoorden bij de inzet van de politie (verzonnen).',
    })
    await later.open(question)
    holds('de vraag', later.says(), ['Deels overgenomen. Het college bespreekt de antwoorden', 'Er staat niets open.'])
    const told = await signIn(secretaryOf('BT09'))
    await told.open(at('BT09'))
    holds('wat een driehoek leest', told.says(), ['deels overgenomen. Het college bespreekt de antwoorden'])

    step('2 juni 2021. De stap van het college is voorbij, en de vraag is beantwoord.')
    await product.stop()
    await product.start('2021-06-02T07:00:00Z')
    const last = await signIn(manager)
    await endStep(last, question, 2, 'Het college nam kennis van de antwoorden (verzonnen).')
    await last.open(`${question}/afsluiten`)
    await last.send(`${question}/afsluiten`, { uitkomst: 'beantwoord' })
    holds('de vraag', last.says(), ['Afgesloten: beantwoord.', 'geen antwoord: onbekend'])
    await anyone.open(question)
    check('de vraag is openbaar zonder dat iemand dat zei', anyone.status() === 404)
  } finally {
    await product.end()
    mailbox.close()
  }
})
