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
import { type Browser, dayFields, openBrowser } from './means/browser'
import { openMailbox } from './means/mailbox'
import { prepareProduct } from './means/product'
import { replay } from './means/steps'

// Autumn 2016, as its source tells it: two proposals are talked about in the colleges of the five districts. One, on regular information, is
// agreed with in main lines on condition that there stays room for local work; the other, to publish figures of municipalities monthly from
// 2017 on, is adopted in all colleges. Who brought them, the days and the words of texts are invented.
const districts = [
  { area: 'FL', organisation: 'GM0995' },
  { area: 'GV', organisation: 'GM0402' },
  { area: 'OU', organisation: 'GM0307' },
  { area: 'SU', organisation: 'GM0344' },
  { area: 'WU', organisation: 'GM0321' },
] as const
const manager: Somebody = {
  name: 'Programma',
  title: 'Programmamanager',
  organisation: 'RVS',
  role: 'programmamanager',
}
const outsider: Somebody = { name: 'Analist', title: 'Analist', organisation: 'POL-DRIO', role: 'analist' }
const secretaryOf = ({ area, organisation }: (typeof districts)[number]): Somebody => ({
  name: `Secretaris ${area}`,
  title: 'Secretaris',
  organisation,
  role: 'adviseur',
})
const chairOf = ({ area, organisation }: (typeof districts)[number]): Somebody => ({
  name: `Voorzitter ${area}`,
  title: 'Burgemeester',
  organisation,
  role: 'bestuurder',
})
const condition = 'Er blijft ruimte voor lokaal maatwerk.'

await replay('Twee voorstellen langs de vijf colleges, najaar 2016', async (steps) => {
  const { step, check, holds } = steps
  const mailbox = await openMailbox()
  const product = await prepareProduct({ MAIL_URL: mailbox.url, PROXIES: '1' })
  const signIn = offices(product, mailbox, steps)
  try {
    step('3 oktober 2016. Het product start op een lege map, en de functioneel beheerder laadt de personenlijst.')
    await product.start('2016-10-03T07:00:00Z')
    await product.stop()
    const everybody = [manager, outsider, ...districts.flatMap((one) => [secretaryOf(one), chairOf(one)])]
    await loadPeople(product, everybody, '2016-01-01', steps)
    await product.start()

    step(
      'De programmamanager begint de vijf colleges en geeft de zetels: een secretaris en een voorzitter (verzonnen).',
    )
    const bureau = await signIn(manager)
    for (const one of districts)
      await seatInstance(bureau, { body: 'DVC', area: one.area, from: '2016-01-01' }, [
        [secretaryOf(one), 'secretaris'],
        [chairOf(one), 'voorzitter'],
      ])
    await bureau.open('/gremia/DVC/WU')
    holds('het college van West-Utrecht', bureau.says(), ['Burgemeester, Houten', 'Secretaris, Houten'])

    step('De route van 2016 staat klaar: de vijf colleges besluiten naast elkaar. Een adviescollege is er nog niet.')
    await bureau.open('/voorstellen/nieuw')
    holds('het formulier', bureau.says(), ['De vijf districtelijke veiligheidscolleges (besluit)'])
    check('het adviescollege staat al op de route', !bureau.says().includes('Het adviescollege'))

    step('Twee voorstellen beginnen (wie ze inbrengt en hoe ze luiden, is verzonnen).')
    const begin = async (titel: string, tekst: string) => {
      await bureau.open('/voorstellen/nieuw')
      await bureau.send('/voorstellen/nieuw', { titel, tekst, indiener: 'RVS', route: 'omhoog' })
      holds('het voorstel', bureau.says(), [titel, 'Bewaard.'])
      return proposalOn(bureau)
    }
    const advice = await begin(
      'Reguliere informatieverstrekking',
      'Advies over wat de politie de gemeenten regelmatig aan informatie geeft.',
    )
    const memo = await begin(
      'Veiligheidscijfers van gemeenten open beschikbaar',
      'Vanaf 2017 komen de veiligheidscijfers van gemeenten elke maand open beschikbaar.',
    )

    step(
      'De bestuurlijke werkgroep en de ambtenaren bereiden beide voor (verzonnen). Dan liggen ze bij vijf colleges tegelijk.',
    )
    for (const proposal of [advice, memo]) {
      for (const seq of [1, 2]) {
        await beginStep(bureau, proposal, seq, '2016-10-07')
        await endStep(bureau, proposal, seq, 'Klaar voor de colleges.')
      }
      await beginStep(bureau, proposal, 3, '2016-11-30')
      holds('het voorstel', bureau.says(), ['0 van de 5 zienswijzen zijn vrijgegeven.', 'nog niet vrijgegeven'])
    }
    for (const one of districts) {
      const mail = await mailbox.next(mailOf(secretaryOf(one)), 'Een voorstel voor uw overleg')
      check('in de mail staat de titel van een voorstel', !mail.text.includes('nformatieverstrekking'))
    }

    step('De secretarissen en voorzitters loggen in. Wie niet op de route zit, ziet geen voorstel.')
    const people: { readonly area: string; readonly writer: Browser; readonly chair: Browser }[] = []
    for (const one of districts)
      people.push({ area: one.area, writer: await signIn(secretaryOf(one)), chair: await signIn(chairOf(one)) })
    const anyone = openBrowser(product.baseUrl)
    const analyst = await signIn(outsider)
    for (const browser of [anyone, analyst]) {
      await browser.open(advice)
      check('een voorstel bestaat voor wie niet op de route zit', browser.status() === 404)
      await browser.open('/voorstellen')
      check('een titel staat in de lijst', !browser.says().includes('nformatieverstrekking'))
    }

    step('Het college van West-Utrecht zet het advies op zijn agenda (de dag is verzonnen).')
    const [first] = people.filter(({ area }) => area === 'WU')
    if (!first) throw new Error('geen college van West-Utrecht')
    await first.writer.open('/vergaderingen/plannen?overleg=DVC-WU')
    await first.writer.send('/vergaderingen/plannen', {
      ...dayFields('op', '2016-11-10'),
      begin: '9.30',
      einde: '11.00',
      stand: 'gepland',
    })
    const meeting = /href="(\/vergaderingen\/DVC-WU-2016-1)/.exec(first.writer.html())?.[1] ?? ''
    check('de vergadering is niet gepland', meeting !== '')
    await first.writer.open(`${meeting}/punten/nieuw`)
    await first.writer.send(`${meeting}/punten/nieuw`, {
      titel: 'Reguliere informatieverstrekking',
      soort: 'besluitvorming',
      asked: 'Stem in met het advies.',
    })
    await first.writer.send(`${meeting}/punten/1/voorstel`, { voorstel: advice.split('/').at(-1) ?? '' })
    holds('het agendapunt', first.writer.says(), [
      'Het voorstel en zijn route',
      'De vijf districtelijke',
      'Klaar voor de colleges.',
    ])

    step('West-Utrecht schrijft een concept. Niemand anders kan weten dat het er is, ook het bureau niet.')
    const at = `${advice}/stappen/3/bij/DVC-WU`
    await bureau.open(advice)
    const before = bureau.says()
    await first.writer.open(`${at}/schrijven`)
    await first.writer.send(`${at}/schrijven`, { zienswijze: 'voorwaarde', voorwaarde: '' })
    check('een voorwaarde zonder woorden wordt bewaard', first.writer.status() === 422)
    await first.writer.send(`${at}/schrijven`, { zienswijze: 'voorwaarde', voorwaarde: condition })
    await bureau.open(advice)
    check('het bureau merkt iets van een concept', bureau.says() === before)
    const [other] = people
    await other?.writer.open(at)
    check('een ander college leest het concept', other?.writer.says().includes('maatwerk') === false)

    step('De voorzitter geeft het vrij. Een secretaris kan dat niet.')
    await first.writer.open(at)
    check('een secretaris kan vrijgeven', !first.writer.html().includes(`${at}/vrijgeven`))
    await first.chair.open(at)
    await first.chair.send(`${at}/vrijgeven`)
    await bureau.open(advice)
    holds('het voorstel', bureau.says(), ['1 van de 5 zienswijzen is vrijgegeven.', condition])

    step(
      'De andere vier stemmen in onder dezelfde voorwaarde. Welk college haar stelde, zegt de bron niet: dat is verzonnen.',
    )
    for (const { area, writer, chair } of people.filter(({ area }) => area !== 'WU'))
      await sayOf(writer, chair, `${advice}/stappen/3/bij/DVC-${area}`, {
        zienswijze: 'voorwaarde',
        voorwaarde: condition,
        toelichting: 'Op hoofdlijnen akkoord.',
      })
    step('Het andere voorstel nemen alle vijf de colleges aan.')
    for (const { area, writer, chair } of people)
      await sayOf(writer, chair, `${memo}/stappen/3/bij/DVC-${area}`, { zienswijze: 'instemmen' })
    for (const proposal of [advice, memo]) {
      await bureau.open(proposal)
      holds('het voorstel', bureau.says(), ['5 van de 5 zienswijzen zijn vrijgegeven.'])
    }

    step('Wat is vrijgegeven, verandert niet meer: alleen een nieuwe versie met een reden kan.')
    await first.writer.open(`${at}/schrijven`)
    await first.writer.send(`${at}/schrijven`, { zienswijze: 'instemmen', voorwaarde: '', reden: '' })
    check('een nieuwe versie zonder reden wordt bewaard', first.writer.status() === 422)

    step('De voorwaarde komt in de tekst van het advies, met wat er anders werd (de woorden zijn verzonnen).')
    await endStep(
      bureau,
      advice,
      3,
      'Op hoofdlijnen geaccordeerd, onder de voorwaarde dat er ruimte voor lokaal maatwerk blijft.',
    )
    await endStep(bureau, memo, 3, 'Aangenomen in alle vijf de colleges.')
    await bureau.open(`${advice}/tekst`)
    await bureau.send(`${advice}/tekst`, {
      tekst:
        'Advies over wat de politie de gemeenten regelmatig aan informatie geeft. Er blijft ruimte voor lokaal maatwerk.',
      wijziging: 'De ruimte voor lokaal maatwerk staat erin.',
    })
    await bureau.open(`${advice}/afsluiten`)
    await bureau.send(`${advice}/afsluiten`, { uitkomst: 'gewijzigd aangenomen' })
    check('een voorstel sluit terwijl er nog iets terug te melden is', bureau.status() === 422)
    await bureau.open('/voorstellen')
    holds('de lijst', bureau.says(), ['5 zienswijzen'])

    step('Aan elk college wordt teruggemeld wat met de voorwaarde is gedaan.')
    for (const { area } of people) {
      await bureau.open(`${advice}/stappen/3/bij/DVC-${area}/antwoord`)
      await bureau.send(`${advice}/stappen/3/bij/DVC-${area}/antwoord`, {
        gevolg: 'overgenomen',
        waarom: 'De voorwaarde staat in de tekst van het advies.',
      })
    }
    for (const { area, writer } of people) {
      await writer.open(`${advice}/stappen/3/bij/DVC-${area}`)
      holds(`wat ${area} leest`, writer.says(), ['overgenomen. De voorwaarde staat in de tekst van het advies.'])
    }
    await bureau.open(advice)
    holds('het voorstel', bureau.says(), ['Er staat niets open.'])

    step(
      'Tot West-Utrecht zegt dat aan zijn voorwaarde is voldaan, komt zij terug in zijn vergadering. Alleen zijn secretaris legt dat vast (de woorden zijn verzonnen).',
    )
    await first.chair.open(meeting)
    holds('de vergadering', first.chair.says(), ['Nog open van eerder', condition])
    await first.writer.open('/mijn')
    holds('wat op de secretaris wacht', first.writer.says(), [condition, 'leg vast of eraan is voldaan'])
    for (const browser of [bureau, first.chair, ...(other ? [other.writer] : [])]) {
      await browser.open(at)
      holds('wat een ander leest', browser.says(), [condition, 'Of hieraan is voldaan, is nog niet vastgelegd.'])
      check('een ander kan het vastleggen', !browser.html().includes(`${at}/voorwaarden/1`))
    }
    await first.writer.open(at)
    await first.writer.send(`${at}/voorwaarden/1`, { 'stand-1': 'voldaan', 'zin-1': '' })
    check('een stand zonder zin wordt bewaard', first.writer.status() === 422)
    await first.writer.send(`${at}/voorwaarden/1`, {
      'stand-1': 'voldaan',
      'zin-1': 'De ruimte voor lokaal maatwerk staat in de tekst.',
      'bewijs-1': advice,
    })
    await bureau.open(at)
    holds('wat het bureau leest', bureau.says(), [
      'Voldaan sinds 3 oktober 2016. De ruimte voor lokaal maatwerk staat in de tekst.',
      'Vastgelegd op',
    ])
    await first.chair.open(meeting)
    check('wat is voldaan, komt terug', !first.chair.says().includes(condition))
    await first.chair.open('/gremia/DVC/WU/stand')
    holds('de stand van zaken van West-Utrecht', first.chair.says(), [
      'Voorwaarden die het stelde',
      'voldaan sinds 3 oktober 2016',
    ])
    await anyone.open('/gremia/DVC/WU/stand')
    check('de voorwaarde is openbaar', !anyone.says().includes('maatwerk'))

    step(
      'Beide voorstellen worden afgesloten. Het voorstel over de cijfers wordt openbaar; het advies niet (verzonnen).',
    )
    await bureau.open(`${advice}/afsluiten`)
    await bureau.send(`${advice}/afsluiten`, { uitkomst: 'gewijzigd aangenomen' })
    holds('het advies', bureau.says(), ['Afgesloten: gewijzigd aangenomen.'])
    await bureau.open(`${memo}/afsluiten`)
    await bureau.send(`${memo}/afsluiten`, { uitkomst: 'aangenomen' })
    await anyone.open(memo)
    check('het voorstel is al openbaar', anyone.status() === 404)
    await bureau.send(`${memo}/openbaar`)
    await anyone.open(memo)
    holds('wat iedereen leest', anyone.says(), [
      'Afgesloten: aangenomen.',
      'Aangenomen in alle vijf de colleges.',
      '5 van de 5 zienswijzen zijn vrijgegeven.',
    ])
    await anyone.open(advice)
    check('het advies is openbaar', anyone.status() === 404)
  } finally {
    await product.end()
    mailbox.close()
  }
})
