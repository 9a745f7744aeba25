import { beginStep, endStep, mailOf, proposalOn, sayOf, seatInstance } from '../means/bodies'
import type { Browser } from '../means/browser'
import {
  chief,
  districts,
  manager,
  mayorOf,
  prosecutor,
  regionalMayor,
  type Story,
  secretary,
  secretaryOf,
} from './people'

const condition = 'Noem ook wat het district zelf al doet (verzonnen).'

/** March: the proposal goes along five districts, which prepare, to the regional college. Gives its address. */
export async function goesAlongTheDistricts(story: Story): Promise<string> {
  const { mailbox, municipalities, anyone, signIn, signInAll, step, holds, check, planIsAsBefore } = story
  step(
    'De programmamanager geeft de zetels. Dat alle burgemeesters in het regionale college zitten, zegt de bron; de rest is verzonnen.',
  )
  const bureau = await signIn(manager)
  for (const one of districts)
    await seatInstance(bureau, { body: 'DVC', area: one.area, from: '2023-01-01' }, [
      [secretaryOf(one), 'secretaris'],
      [mayorOf(one.organisation), 'voorzitter'],
    ])
  await seatInstance(bureau, { body: 'RVC', area: 'MNL', from: '2023-01-01' }, [
    [secretary, 'secretaris'],
    [regionalMayor, 'voorzitter'],
    ...municipalities
      .map(mayorOf)
      .filter(({ name }) => name !== regionalMayor.name)
      .map((mayor) => [mayor, 'lid'] as const),
    [prosecutor, 'lid'],
    [chief, 'lid'],
  ])
  await bureau.open('/gremia/RVC/MNL')
  check('niet alle burgemeesters zitten in het college', bureau.says().split('Burgemeester, ').length - 1 >= 38)

  step(
    'Het voorstel begint (hoe het luidt, is verzonnen), op de route van toen: vijf colleges bereiden voor, de regio besluit.',
  )
  await bureau.open('/voorstellen/nieuw')
  holds('het formulier', bureau.says(), [
    'De vijf districtelijke veiligheidscolleges (bereidt voor)',
    'Het regionale college (besluit)',
  ])
  await bureau.send('/voorstellen/nieuw', {
    titel: 'De Regionale Veiligheidsstrategie 2023-2026',
    tekst: 'Stel de strategie vast zoals zij voorligt (verzonnen woorden).',
    indiener: 'RVS',
    route: 'jaarplan',
  })
  const proposal = proposalOn(bureau)
  await beginStep(bureau, proposal, 1, '2023-03-06')
  await endStep(bureau, proposal, 1, 'Klaar voor de districten (verzonnen).')
  await beginStep(bureau, proposal, 2, '2023-03-24')
  for (const one of districts) {
    const mail = await mailbox.next(mailOf(secretaryOf(one)), 'Een voorstel voor uw overleg')
    check('in de mail staat waar het over gaat', !mail.text.includes('Veiligheidsstrategie'))
  }

  step(
    'Vijf colleges zeggen wat zij vinden; hun voorzitters geven het vrij (wat zij vinden, is verzonnen). Zij besluiten niets.',
  )
  const writers = await signInAll(districts.map(secretaryOf))
  const chairs = await signInAll(districts.map(({ organisation }) => mayorOf(organisation)))
  for (const [at, one] of districts.entries()) {
    const said: Record<string, string> =
      one.area === 'WU' ? { zienswijze: 'voorwaarde', voorwaarde: condition } : { zienswijze: 'instemmen' }
    await sayOf(writers[at] as Browser, chairs[at] as Browser, `${proposal}/stappen/2/bij/DVC-${one.area}`, said)
  }
  await bureau.open(proposal)
  holds('het voorstel', bureau.says(), ['5 van de 5 zienswijzen zijn vrijgegeven.', condition])
  await anyone.open(proposal)
  check('het voorstel is openbaar voor het af is', anyone.status() === 404)
  await planIsAsBefore('na vijf districten')

  step(
    'Aan West-Utrecht wordt teruggemeld wat met de voorwaarde is gedaan (verzonnen). Het regionale college is aan de beurt.',
  )
  await bureau.open(`${proposal}/stappen/2/bij/DVC-WU/antwoord`)
  await bureau.send(`${proposal}/stappen/2/bij/DVC-WU/antwoord`, {
    gevolg: 'overgenomen',
    waarom: 'Het staat in de uitvoeringsplannen van de districten.',
  })
  const told = writers[districts.findIndex(({ area }) => area === 'WU')] as Browser
  await told.open(`${proposal}/stappen/2/bij/DVC-WU`)
  holds('wat West-Utrecht leest', told.says(), ['overgenomen. Het staat in de uitvoeringsplannen'])
  await endStep(bureau, proposal, 2, 'De vijf districten hebben voorbereid.')
  await beginStep(bureau, proposal, 3, '2023-04-12')
  await mailbox.next(mailOf(secretary), 'Een voorstel voor uw overleg')
  return proposal
}
