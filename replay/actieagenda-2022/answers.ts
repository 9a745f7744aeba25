import { spawnSync } from 'node:child_process'
import { strFromU8, unzipSync } from 'fflate'
import { readPdf } from '../../test/environment/pdf'
import type { Browser } from '../means/browser'
import type { Story } from '../means/story'

const text = (bytes: Uint8Array) => strFromU8(bytes)

/** In February the results of the year are written, cleared by each, released by a second person and checked. */
export async function answersForTheYear(story: Story): Promise<void> {
  const { product, step, check, holds, openOffice, signIn } = story
  step('Februari 2023. Het bureau begint de jaarresultaten over 2022.')
  await product.start('2023-02-13T09:00:00Z', { EXAMPLE_FIGURES: 'aan' })
  const manager = await signIn('bureau')
  const [police, prosecutor] = [await signIn('POL-MN'), await signIn('OM-MN')]
  const [mayor, colleague] = [await signIn('burgemeester'), await signIn('collega')]
  await manager.open('/verantwoordingsstukken/nieuw')
  await manager.send('/verantwoordingsstukken/nieuw', {
    soort: 'jaarresultaten',
    jaar: '2022',
    titel: 'Jaarresultaten 2022, nagespeeld',
    bureau: 'RVS',
  })
  const address = /href="(\/verantwoordingsstukken\/[\w-]+)\/blok/.exec(manager.html())?.[1] ?? ''
  const write = async (browser: Browser, part: string, kind: string, said: Record<string, string>) => {
    await browser.open(`${address}/blok?soort=${kind}&deel=${part}`)
    await browser.send(`${address}/blok`, said)
    check(
      `het blok ‘${said.titel}’ is niet bewaard`,
      browser.status() === 200 && browser.html().includes(said.titel ?? '-'),
    )
  }

  step('Politie, OM, gemeenten en bureau schrijven elk hun deel. Geen cijfer wordt getypt.')
  await write(police, 'politie', 'tekst', {
    titel: 'Wat de politie deed',
    tekst: 'Voorbeeldtekst. Wij kregen signalen van mensenhandel: {meting:M-219}.',
  })
  await write(police, 'politie', 'cijfers', { titel: 'Doelen van de politie', tekst: 'doel:M-165\ndoel:M-208' })
  await write(prosecutor, 'om', 'tekst', {
    titel: 'Wat het OM deed',
    tekst: 'Voorbeeldtekst. Er kwamen verdachten voor de rechter: {meting:M-220}.',
  })
  await write(mayor, 'gemeenten', 'tekst', {
    titel: 'Wat de gemeenten deden',
    tekst: 'Voorbeeldtekst. Boa’s leerden herkennen: {meting:M-231}.',
  })
  const targets = ['M-196', 'M-197', 'M-198', 'M-199', 'M-200', 'M-201', 'M-202', 'M-203']
  await write(manager, 'bureau', 'cijfers', {
    titel: 'Doelen van Burgernet',
    tekst: targets.map((code) => `doel:${code}`).join('\n'),
  })
  await write(manager, 'bureau', 'cijfers', {
    titel: 'Samen met het RIEC',
    tekst: ['M-232', 'M-233', 'M-234', 'M-228', 'M-229'].map((code) => `meting:${code}`).join('\n'),
  })
  await write(manager, 'bureau', 'verhaal', {
    titel: 'De ondernemer die nee zei',
    tekst: 'Een voorbeeldverhaal.',
    herkomst: 'gefingeerd',
  })
  await write(manager, 'bureau', 'tekst', {
    titel: 'Misdrijven in dit gebied',
    tekst: 'Voorbeeldtekst. In 2022 waren er {misdrijf:gebied/0.0.0/2022-01..2022-12}.',
    waar: 'gebieden',
  })

  step('Een verwijzing naar een cijfer dat er nog niet is, wordt niet bewaard.')
  await manager.open(`${address}/blok?soort=tekst&deel=bureau`)
  await manager.send(`${address}/blok`, { titel: 'Te vroeg', tekst: 'Dit weten wij pas later: {meting:M-238}.' })
  check('een cijfer van later wordt bewaard', manager.status() === 422)

  step('Ieder geeft het eigen deel vrij. Een tweede persoon van het bureau brengt het uit.')
  const anyone = openOffice()
  await anyone.open(address)
  check('een concept is voor iedereen te lezen', anyone.status() === 404)
  for (const one of [police, prosecutor, mayor, colleague]) {
    await one.open(address)
    await one.send(`${address}/vrijgeven`)
    check('een deel is niet vrijgegeven', one.status() === 200 && one.says().includes('vrijgegeven door'))
  }
  await manager.open(address)
  holds('wie het laatst schreef', manager.says(), ['U schreef zelf het laatste.'])
  await colleague.open(address)
  await colleague.send(`${address}/uitbrengen`, { akkoord: 'ja' })

  step('Iedereen leest het: als pagina, als PDF, in Word, en één pagina per gemeente en district.')
  await anyone.open(address)
  holds('het stuk', anyone.says(), ['Jaarresultaten 2022, nagespeeld', 'niet te beoordelen', 'voorbeeldcijfers'])
  const fetched = async (path: string) => {
    const { bytes, status } = await anyone.fetch(`${address}/${path}`)
    check(`${path} is er niet`, status === 200)
    return bytes
  }
  const said = 'Wat de gemeenten deden'
  holds('de webpagina', text(await fetched('stuk.html')), [said])
  const word = unzipSync(await fetched('stuk.docx'))['word/document.xml'] ?? new Uint8Array()
  holds('Word', text(word).replace(/<[^>]+>/g, ''), [said])
  const pages = [...new Set(anyone.html().match(/gebieden\/\w+\.(?:html|pdf)/g))]
  check(`er zijn ${pages.length} pagina’s per gebied`, pages.length === 2 * (38 + 5))
  for (const path of ['stuk.pdf', ...pages.filter((page) => page.endsWith('.pdf')).slice(0, 3)]) {
    const pdf = await readPdf(await fetched(path))
    check(`${path} kan niet worden voorgelezen`, pdf.isMarked)
    if (path !== 'stuk.pdf') check(`${path} is meer dan één pagina`, pdf.pages === 1)
  }

  step('Elk cijfer wordt opnieuw gevraagd en is gelijk. Het logboek klopt, nagegaan door het losse programma.')
  await anyone.open(`${address}/narekenen`)
  check('een cijfer is nagerekend niet gelijk', /Alle \d+ getallen zijn gelijk\./.test(anyone.says()))
  holds('wat bij het narekenen hoort', anyone.says(), ['Zojuist opnieuw gevraagd', 'van het programma'])
  await anyone.open(address)
  const log = product.file('logboek.json', (await anyone.fetch('/publicaties/logboek/uitvoer.json')).bytes)
  const points = product.file('punten.jsonl', (await anyone.fetch('/publicaties/logboek/controlepunten.jsonl')).bytes)
  const verified = spawnSync(process.execPath, ['bin/verifier/verify.mjs', log, '--checkpoints', points], {
    encoding: 'utf8',
  })
  check(`het logboek klopt niet: ${verified.stdout}${verified.stderr}`, verified.status === 0)
}
