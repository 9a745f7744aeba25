import { mailOf } from '../means/bodies'
import { type Browser, dayFields } from '../means/browser'
import { adviserOf, head, manager, type Story, strategy } from './people'

const hearing = `/zienswijzen/${strategy}-1`
const wishes = [
  'Noem ook het buitengebied (verzonnen).',
  'Meer aandacht voor jeugd (verzonnen).',
  'Vertel het ook de inwoners (verzonnen).',
  'Korter graag (verzonnen).',
  'De kosten voor kleine gemeenten zijn niet duidelijk (verzonnen).',
]

/** January: the bureau asks 38 councils. */
export async function asksTheCouncils(story: Story): Promise<void> {
  const { mailbox, municipalities, signIn, step, holds, check, planIsAsBefore } = story
  step('De programmamanager begint de ronde langs de raden (de dagen zijn verzonnen). 38 adviseurs krijgen een mail.')
  const bureau = await signIn(manager)
  await bureau.open(`/strategieen/${strategy}`)
  await bureau.follow('/zienswijzen/openen')
  await bureau.send('/zienswijzen/openen', {
    tekst: 'Ontwerp (verzonnen)',
    ...dayFields('tekst-van', '2023-01-09'),
    ...dayFields('termijn', '2023-02-20'),
    onderwerp: `strategie ${strategy}`,
  })
  holds('de ronde', bureau.says(), ['Van de 38 raden is er nog geen gehoord, voor zover wij weten.'])
  for (const code of municipalities) {
    const mail = await mailbox.next(mailOf(adviserOf(code)), 'Regionale Veiligheidsstrategie 2023-2026')
    check(`in de mail aan ${code} staat geen link`, mail.text.includes(`${encodeURIComponent(`${hearing}/${code}`)}`))
  }
  await planIsAsBefore('na het begin van de ronde')
}

/** February: 38 councils answer, and who did not write the answers releases the nota. */
export async function hearsTheCouncils(story: Story): Promise<void> {
  const { anyone, municipalities, signIn, signInAll, step, holds, check, planIsAsBefore } = story
  step('38 raden antwoorden: 33 zonder wensen, 4 met wensen, 1 met bedenkingen (wat zij zeggen, is verzonnen).')
  const advisers = await signInAll(municipalities.map(adviserOf))
  for (const [at, code] of municipalities.entries()) {
    const adviser = advisers[at] as Browser
    await adviser.open(`${hearing}/${code}/invullen`)
    await adviser.send(`${hearing}/${code}/invullen`, {
      ...dayFields('verzonden', '2023-01-30'),
      ...dayFields('agenda', '2023-02-16'),
      ...dayFields('gehoord', '2023-02-16'),
      zienswijze: at < 4 ? 'wensen' : at === 4 ? 'bedenkingen' : 'geen',
      ...(at < wishes.length ? { 'punt-1': wishes[at] ?? '' } : {}),
    })
    check(`wat ${code} invult, is niet bewaard`, adviser.says().includes('Bewaard.'))
    if (at === 0) {
      await adviser.open(`${hearing}/${municipalities[1]}/invullen`)
      check('een adviseur vult in voor een andere raad', adviser.status() === 404)
    }
  }
  await anyone.open(hearing)
  holds('wat iedereen leest', anyone.says(), [
    '38 van de 38 raden zijn gehoord: 33 zonder wensen of bedenkingen, 4 met wensen en 1 met bedenkingen.',
  ])
  check('een punt staat er voor iedereen', !anyone.says().includes('buitengebied'))

  step('Het bureau beantwoordt elk punt (verzonnen). Het hoofd geeft de nota vrij: dat doet een ander dan wie schreef.')
  const bureau = await signIn(manager)
  for (const code of municipalities.slice(0, wishes.length)) {
    await bureau.open(`${hearing}/${code}/punten/1`)
    await bureau.send(`${hearing}/${code}/punten/1`, {
      antwoord: `Wij lichten dit toe (verzonnen, ${code}).`,
      gevolg: 'geen wijziging',
    })
    check(`het antwoord aan ${code} is niet bewaard`, bureau.says().includes('Bewaard.'))
  }
  await anyone.open(`${hearing}/nota`)
  check('de nota is er voor zij is vrijgegeven', anyone.status() === 404)
  const releaser = await signIn(head)
  await releaser.open(`${hearing}/nota`)
  await releaser.follow(`${hearing}/nota/vrijgeven`)
  await releaser.send(`${hearing}/nota/vrijgeven`, { akkoord: 'ja' })
  await anyone.open(`${hearing}/nota`)
  holds('de nota', anyone.says(), ['38 van de 38 raden zijn gehoord', ...wishes])
  await bureau.open(hearing)
  await bureau.send(`${hearing}/sluiten`)
  holds('de ronde', bureau.says(), ['Gesloten.'])
  await planIsAsBefore('nu 38 raden zijn gehoord')
}
