import { createHash } from 'node:crypto'
import { strFromU8 } from 'fflate'
import { endStep, mailOf, sayOf } from '../means/bodies'
import { type Browser, dayFields } from '../means/browser'
import { adviserOf, manager, mayorOf, plan, regionalMayor, type Story, secretary, strategy } from './people'

const annotated = ['GM0307', 'GM0344', 'GM0995'] as const
const ownWords = (code: string) => `Voor ons telt vooral de uitvoering (verzonnen annotatie van ${code}).`

/** Papers go out ten days ahead or more: the agenda with the plan and the proposal. Gives the address of the meeting. */
export async function sendsThePapers(story: Story, proposal: string): Promise<string> {
  const { mailbox, municipalities, signIn, signInAll, step, holds, check, planIsAsBefore } = story
  step('De secretaris plant de vergadering van 12 april 2023 en zet het plan met het voorstel op de agenda.')
  const writer = await signIn(secretary)
  await writer.open('/vergaderingen/plannen?overleg=RVC-MNL')
  await writer.send('/vergaderingen/plannen', {
    ...dayFields('op', '2023-04-12'),
    begin: '9.30',
    einde: '12.00',
    stand: 'gepland',
  })
  const meeting = /href="(\/vergaderingen\/RVC-MNL-2023-1)/.exec(writer.html())?.[1] ?? ''
  check('de vergadering is niet gepland', meeting !== '')
  const items: readonly Record<string, string>[] = [
    {
      titel: 'Regionale Veiligheidsstrategie 2023-2026',
      soort: 'besluitvorming',
      asked: 'Stel de strategie vast.',
      'gaat-over': plan,
    },
    { titel: 'Mededelingen (verzonnen)', soort: 'informatie', asked: 'Neem kennis.' },
  ]
  for (const item of items) {
    await writer.open(`${meeting}/punten/nieuw`)
    await writer.send(`${meeting}/punten/nieuw`, item)
  }
  await writer.open(`${meeting}/punten/1`)
  await writer.send(`${meeting}/punten/1/voorstel`, { voorstel: proposal.split('/').at(-1) ?? '' })
  holds('het agendapunt', writer.says(), ['Het voorstel en zijn route', 'De vijf districten hebben voorbereid.'])
  check('het plan staat niet bij het punt', writer.html().includes(`href="/plannen/${plan}"`))

  step('De agenda gaat uit. Alle burgemeesters krijgen een mail.')
  await writer.open(meeting)
  await writer.send(`${meeting}/verzenden`)
  for (const code of municipalities) await mailbox.next(mailOf(mayorOf(code)), 'Agenda: Regionaal Veiligheidscollege')

  step('Drie adviseurs schrijven een annotatie voor de eigen burgemeester (verzonnen). Een ander weet er niet van.')
  const advisers = await signInAll(annotated.map(adviserOf))
  for (const [at, code] of annotated.entries()) {
    const adviser = advisers[at] as Browser
    await adviser.open(`${meeting}/punten/1/annotatie`)
    holds(`het formulier van ${code}`, adviser.says(), ['Wat dit punt voor ons betekent'])
    await adviser.send(`${meeting}/punten/1/annotatie`, { tekst: ownWords(code), stand: 'klaar' })
    holds(`de annotaties van ${code}`, adviser.says(), ['Bewaard.', ownWords(code)])
  }
  step('Drie burgemeesters lezen de eigen annotatie en laten weten dat zij komen (verzonnen).')
  const mayors = await signInAll(annotated.map(mayorOf))
  for (const [at, code] of annotated.entries()) {
    const mayor = mayors[at] as Browser
    await mayor.open(`${meeting}/annotaties`)
    holds(`wat de burgemeester van ${code} leest`, mayor.says(), [ownWords(code)])
    for (const other of annotated.filter((one) => one !== code))
      check('een burgemeester leest de annotatie van een ander', !mayor.html().includes(ownWords(other)))
    await comes(mayor, meeting)
    check('de burgemeester kan niet zeggen dat hij komt', mayor.status() === 200)
  }
  await planIsAsBefore('nu de agenda uit is')
  return meeting
}

async function comes(mayor: Browser, meeting: string) {
  await mayor.open(meeting)
  const seat = /name="antwoord-([0-9a-f-]{36})"/.exec(mayor.html())?.[1] ?? ''
  await mayor.send(`${meeting}/aanwezig`, { zetel: seat, [`antwoord-${seat}`]: 'aanwezig' })
}

/** The day itself: the decision is recorded from its item, and that alone adopts the plan. */
export async function decides(story: Story, meeting: string, proposal: string): Promise<void> {
  const { anyone, signIn, step, holds, check, planIsAsBefore } = story
  step('Op de dag zelf, voor het besluit, staat het plan er nog zoals in januari.')
  await planIsAsBefore('vlak voor het besluit')
  const before = await planOf(anyone)

  step('De secretaris legt het besluit vast vanaf het agendapunt. Een formulier met een gat verandert niets.')
  const writer = await signIn(secretary)
  await writer.open(`${meeting}/punten/1`)
  await writer.follow('/besluiten/nieuw')
  holds('het formulier', writer.html(), ['Regionale Veiligheidsstrategie 2023-2026', 'Stel de strategie vast.'])
  const decision = {
    tekst: 'Het college stelt de Regionale Veiligheidsstrategie 2023-2026 vast.',
    grond: 'Politiewet 2012 art. 39',
    vaststellers: 'burgemeesters\nhoofdofficier van justitie',
    aanwezigen: 'politiechef',
    zichtbaar: 'openbaar',
    plan,
  }
  await writer.send('/besluiten/nieuw', { ...decision, grond: '' })
  check('een besluit zonder grond is vastgelegd', writer.status() === 422)
  await planIsAsBefore('na een formulier met een gat')
  await writer.send('/besluiten/nieuw', decision)
  holds('het besluit', writer.says(), [
    'Vastgelegd.',
    'Stelt een plan vast Regionale Veiligheidsstrategie 2023-2026 nog niet vastgesteld vastgesteld op 12 april 2023',
    'Secretaris, Bureau Regionale Veiligheidsstrategie',
  ])
  const code = /\/besluiten\/(B-2023-\d{3})\/besluit\.json/.exec(writer.html())?.[1] ?? ''
  check('het besluit heeft geen nummer', code === 'B-2023-001')

  step('Iedereen ziet het: het plan is vastgesteld, met een adres en een kenmerk die blijven.')
  await anyone.open(`/plannen/${plan}`)
  holds('het plan', anyone.says(), ['Vastgesteld op 12 april 2023', `besluit ${code}`])
  const hash = new RegExp(`/plannen/${plan}/vastgesteld/([0-9a-f]{64})`).exec(anyone.html())?.[1] ?? ''
  await anyone.open(`/plannen/${plan}/vastgesteld/${hash}`)
  holds('het adres met het kenmerk', anyone.says(), [
    'Regionaal Veiligheidscollege stelde dit plan vast op 12 april 2023',
  ])
  const frozen = await anyone.fetch(`/plannen/${plan}/vastgesteld/${hash}/plan.json`)
  check('het plan is niet wat het kenmerk zegt', createHash('sha256').update(frozen.bytes).digest('hex') === hash)
  await anyone.open(`/strategieen/${strategy}`)
  holds('de strategie', anyone.says(), ['Vastgesteld op 12 april 2023'])
  const { items } = await jsonOf(anyone, '/api/v1/besluiten')
  const [first, ...more] = (items ?? []) as { code: string; gevolgen: unknown[] }[]
  check('de API kent niet precies dit ene besluit', first?.code === code && more.length === 0)
  check(
    'de API noemt het gevolg niet',
    JSON.stringify(first?.gevolgen) ===
      JSON.stringify([
        {
          soort: 'stelt-plan-vast',
          onderwerp: plan,
          was: 'nog niet vastgesteld',
          werd: 'vastgesteld op 12 april 2023',
          kenmerk: hash,
        },
      ]),
  )

  step('Aan het plan is verder niets veranderd dan dat het is vastgesteld, en door wie.')
  const after = await planOf(anyone)
  check('het plan heeft geen vaststelling', after.vastgesteldOp === '2023-04-12' && after.vastgesteldDoor === 'RVC')
  check('er veranderde meer aan het plan', same({ ...after, vastgesteldOp: null, vastgesteldDoor: null }, before))
  await anyone.open(`/plannen/${plan}`)
  check('er staan wijzigingen bij het plan', !anyone.says().includes('Wijzigingen sinds het besluit'))

  step('De besluitenlijst is klaar aan het einde van de vergadering, wordt vastgesteld en openbaar.')
  await writer.open(`${meeting}/besluitenlijst`)
  check('de lijst laat zich vaststellen met gaten', !writer.html().includes('besluitenlijst/vaststellen'))
  await writer.open(`${meeting}/verloop`)
  await writer.send(`${meeting}/verloop/1`, { uitkomst: 'besloten', 'zin-1': 'De strategie is vastgesteld.' })
  await writer.open(`${meeting}/verloop`)
  await writer.send(`${meeting}/verloop/2`, { uitkomst: 'kennisgenomen' })
  await writer.open(`${meeting}/besluitenlijst`)
  await writer.send(`${meeting}/besluitenlijst/vaststellen`)
  await anyone.open(`${meeting}/punten/1`)
  check('het agendapunt is al openbaar', anyone.status() === 404)
  await writer.open(meeting)
  await writer.send(`${meeting}/openbaar`)
  await writer.open(`${meeting}/besluitenlijst`)
  await writer.send(`${meeting}/besluitenlijst/openbaar`)
  await anyone.open(`${meeting}/besluitenlijst`)
  holds('de besluitenlijst', anyone.says(), ['De strategie is vastgesteld.', code, 'Mededelingen (verzonnen)'])
  await anyone.open(`${meeting}/punten/1`)
  holds('het agendapunt', anyone.says(), ['Wat er is besloten', code])
  check('een annotatie staat bij het punt', !anyone.html().includes('verzonnen annotatie'))

  step('De route eindigt: het college stemde in (verzonnen woorden), en het voorstel wordt openbaar.')
  await sayOf(writer, await signIn(regionalMayor), `${proposal}/stappen/3/bij/RVC-MNL`, { zienswijze: 'instemmen' })
  const bureau = await signIn(manager)
  await endStep(bureau, proposal, 3, `Vastgesteld met besluit ${code}.`)
  await bureau.open(`${proposal}/afsluiten`)
  await bureau.send(`${proposal}/afsluiten`, { uitkomst: 'aangenomen' })
  await bureau.open(proposal)
  await bureau.send(`${proposal}/openbaar`)
  await anyone.open(proposal)
  holds('het voorstel', anyone.says(), ['Afgesloten: aangenomen.', `Vastgesteld met besluit ${code}.`])
}

/** The day after, started again with the region as it was: what was decided stays, and the body is told what came of it. */
export async function staysDecided(story: Story, meeting: string): Promise<void> {
  const { anyone, step, holds, check } = story
  step('De dag erna, na een herstart: het plan blijft vastgesteld, en niets anders veranderde het.')
  const now = await planOf(anyone)
  check('het plan is niet meer vastgesteld', now.vastgesteldOp === '2023-04-12' && now.vastgesteldDoor === 'RVC')
  const { items } = await jsonOf(anyone, '/api/v1/besluiten')
  check('er is meer dan één besluit', items?.length === 1)
  step('De stand van zaken van het college noemt het plan, voor een bezoeker.')
  for (const path of ['/gremia/RVC/stand', '/gremia/RVC/MNL/stand', `${meeting}/stand`]) {
    await anyone.open(path)
    holds(`de bladzijde ${path}`, anyone.says(), [
      'Regionale Veiligheidsstrategie 2023-2026',
      '12 april 2023, B-2023-001',
    ])
  }
  const sheet = await anyone.fetch('/gremia/RVC/stand.pdf')
  check('de stand van zaken is er niet op papier', strFromU8(sheet.bytes.slice(0, 5)) === '%PDF-')
}

type Told = { readonly [name: string]: unknown; readonly items?: readonly unknown[] }
const jsonOf = async (browser: Browser, path: string): Promise<Told> =>
  JSON.parse(strFromU8((await browser.fetch(path)).bytes))

/** The plan and all it promises, as the API gives it to everybody. */
export async function planOf(browser: Browser): Promise<Told> {
  const told = await jsonOf(browser, `/api/v1/plannen/${plan}`)
  const promised = await jsonOf(browser, `/api/v1/acties?plan=${plan}&perPagina=500`)
  return { ...told, beloften: promised.items }
}
export const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
