import { stringify } from 'csv-stringify/sync'
import type { Browser } from '../means/browser'
import { dayFields } from '../means/browser'
import type { Story } from '../means/story'

const columns = [
  'code',
  'versie',
  'hoofdstuk',
  'onderdeel',
  'spoor',
  'titel',
  'trekker',
  'functie bij de trekker',
  'deelnemers',
  'gebieden',
  'datum',
  'doel of streven',
  'cijfers',
  'waarde',
  'eenheid',
  'wanneer gehaald',
  'doel in woorden',
  'bewijs',
  'vervalt',
]

/** The plan is written in the autumn, in a region from that folder, put in force chapter by chapter, and adopted in January. */
export async function makesThePlan(story: Story, region: string): Promise<void> {
  const { product, step, check, holds, openOffice, signIn } = story
  await product.start('2021-11-15T09:00:00Z', { REGION_DIR: region })
  const writer = await signIn('bureau')
  const anyone = openOffice()

  step('Het bureau begint een conceptplan, hoofdstuk na hoofdstuk.')
  await writer.open('/plannen')
  await writer.follow('/conceptplannen')
  await writer.follow('/conceptplannen/nieuw')
  await writer.send('/conceptplannen/nieuw', {
    soort: 'actieagenda',
    titel: 'Actieagenda 2022, nagespeeld',
    van: '2022',
    tot: '2022',
    strategie: 'S2019',
    begin: 'leeg',
  })
  const draft = /href="(\/conceptplannen\/[\w-]+)\/nieuw-hoofdstuk/.exec(writer.html())?.[1] ?? ''
  check('er is geen conceptplan', draft !== '')
  const chapters = await writeChapters(story, writer, draft)
  await readActionsIn(story, writer, draft, chapters)

  step('Twee schrijvers wijzigen dezelfde alinea: niets gaat verloren.')
  const colleague = await signIn('collega')
  await writer.open(`${draft}/${chapters.get('A22-GOC')}/nieuwe-alinea?soort=meerjarendoel`)
  const paragraph = /action="([^"]*\/alineas\/[0-9a-f-]+\/wijzigen)"/.exec(writer.html())?.[1] ?? ''
  await writer.send(paragraph, { tekst: 'Voorbeeldtekst: de regio is weerbaar.' })
  for (const one of [writer, colleague]) await one.open(paragraph)
  await writer.send(paragraph, { tekst: 'Voorbeeldtekst: de regio is weerbaar en alert.' })
  await colleague.send(paragraph, { tekst: 'Voorbeeldtekst: de hele regio is weerbaar.' })
  check('de tweede overschrijft de eerste', colleague.status() === 409)
  holds('de tweede ziet', colleague.html(), ['de regio is weerbaar en alert', 'de hele regio'])
  await colleague.send(paragraph, { tekst: 'Voorbeeldtekst: de hele regio is weerbaar en alert.' })
  check('wat werd samengevoegd, is niet bewaard', colleague.status() === 200)
  await anyone.open(draft)
  check('een concept is voor iedereen te lezen', anyone.status() === 404)

  step('De hoofdstukken gaan in werking. Iedereen ziet het plan, als concept.')
  for (const chapter of chapters.values()) {
    await writer.open(`${draft}/${chapter}`)
    await writer.send(`${draft}/${chapter}/in-werking`)
    check(`${chapter} is niet in werking`, writer.status() === 200)
  }
  await anyone.open('/plannen')
  holds('de lijst van plannen', anyone.says(), ['Actieagenda 2022, nagespeeld concept, nog niet vastgesteld'])
  const plan = /href="\/plannen\/([\w-]+)"[^>]*>[^<]*nagespeeld/.exec(anyone.html())?.[1] ?? ''
  await product.stop()

  step('Januari 2022. Het college stelt de actieagenda vast met een besluit.')
  await product.start('2022-01-20T09:00:00Z')
  const secretary = await signIn('bureau')
  await secretary.open(`/plannen/${plan}`)
  await secretary.follow(`/besluiten/nieuw?plan=${plan}`)
  await secretary.send('/besluiten/nieuw', {
    gremium: 'RVC',
    ...dayFields('genomen', '2022-01-19'),
    titel: 'De Actieagenda 2022 is vastgesteld (voorbeeld)',
    tekst: 'Het college stelt de actieagenda vast.',
    grond: 'Politiewet 2012 art. 39',
    vaststellers: 'burgemeesters\nhoofdofficier van justitie',
    aanwezigen: 'politiechef',
    zichtbaar: 'openbaar',
  })
  await anyone.open(`/plannen/${plan}`)
  holds('het plan', anyone.says(), ['Vastgesteld op 19 januari 2022'])
  await anyone.follow(`/plannen/${plan}/vastgesteld/`)
  check('het vastgestelde plan heeft geen eigen adres', anyone.status() === 200)

  step('Het conceptplan is daarna gesloten: een besluit of een mandaat wijzigt het plan.')
  await secretary.open(`${draft}/${chapters.get('A22-GOC')}/nieuwe-actie`)
  check('een vastgesteld plan laat zich nog schrijven', secretary.status() === 404)
  await product.stop()
}

async function writeChapters({ promised, check }: Story, writer: Browser, draft: string) {
  const chapters = new Map<string, string>()
  for (const { code, title, lead, kind, priority } of promised.chapters) {
    await writer.open(`${draft}/nieuw-hoofdstuk`)
    await writer.send(`${draft}/nieuw-hoofdstuk`, {
      titel: title,
      soort: kind,
      afkorting: code.split('-')[1] ?? '',
      prioriteit: priority,
      trekker: lead,
    })
    const own = new RegExp(`href="${draft}/([\\w-]+)/wijzigen`).exec(writer.html())?.[1] ?? ''
    check(`het hoofdstuk ${title} is er niet`, own !== '')
    chapters.set(code, own)
  }
  return chapters
}

async function readActionsIn(
  { promised, step, check, holds }: Story,
  writer: Browser,
  draft: string,
  chapters: ReadonlyMap<string, string>,
) {
  const amount = promised.actions.length
  step(`De ${amount} acties komen uit een bestand. Eén verkeerde cel houdt het hele bestand tegen.`)
  const fileWith = (lead: (code: string) => string) => {
    const rows = promised.actions.map((one) => ({
      hoofdstuk: chapters.get(one.programma ?? ''),
      onderdeel: one.project,
      spoor: one.spoor,
      titel: one.titel,
      trekker: lead(one.trekker ?? ''),
      deelnemers: one.deelnemers,
      gebieden: one.gebieden,
      datum: one.klaar,
      'doel of streven': one.doel_waarde ? 'doel' : '',
      cijfers: one.indicatoren,
      waarde: one.doel_waarde,
      eenheid: one.doel_eenheid,
      'wanneer gehaald': one.doel_waarde ? '2022' : '',
    }))
    return new File([stringify(rows, { header: true, columns })], 'acties.csv', { type: 'text/csv' })
  }
  const reading = `${draft}/acties-inlezen`
  await writer.open(reading)
  await writer.sendFile(
    reading,
    'bestand',
    fileWith((code) => (code === 'HU' ? 'Hogeschool Utrect' : code)),
  )
  check('een verkeerd bestand wordt ingelezen', writer.status() === 422)
  holds('de pagina', writer.says(), ['kolom G (trekker)', 'Bedoelt u Hogeschool Utrecht'])
  await writer.open(reading)
  await writer.sendFile(
    reading,
    'bestand',
    fileWith((code) => code),
  )
  holds('wat er verandert', writer.says(), [`${amount} nieuwe acties`])
  await writer.send(/action="([^"]*acties-inlezen\/[^"]*)"/.exec(writer.html())?.[1] ?? reading)
  holds('na het inlezen', writer.says(), ['Ingelezen.', `${amount} acties hebben een nieuwe versie`])
}
