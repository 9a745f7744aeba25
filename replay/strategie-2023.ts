import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { addDays, dayInAmsterdam } from '../src/kernel/day'
import { readPdf } from '../test/environment/pdf'
import { type Browser, dayFields, openBrowser, signInAsExample } from './means/browser'
import { openMailbox } from './means/mailbox'
import { prepareProduct } from './means/product'
import { replay } from './means/steps'

// The hearing of the strategy 2023-2026, as it would have gone with this program: 38 councils and three partners. What they say
// here is invented, and marked so.
const strategy = 'S2023'
const hearing = `/zienswijzen/${strategy}-1`
const region = 'MNL'
const partners = [
  { code: 'OM-MN', role: 'adviseur', said: 'Noem ook de afspraken over aangifte.' },
  { code: 'POL-MN', role: 'bestuurder', said: 'Leg de keuze in capaciteit uit.' },
  { code: 'BD', role: 'adviseur', said: null },
] as const
const wishes = [
  'Noem ook het buitengebied.',
  'Meer aandacht voor jeugd.',
  'Vertel het ook de inwoners.',
  'Korter graag.',
]
const objection = 'De kosten voor kleine gemeenten zijn niet duidelijk.'

type Somebody = { readonly code: string; readonly name: string; readonly mail: string; readonly browser: Browser }

// What is sent in a smaller form has a weak tag of the same content.
const isHashOf = (headers: Headers, hash: string) => headers.get('etag')?.replace('W/', '') === `"${hash}"`

await replay('De raden worden gehoord over de strategie 2023-2026', async ({ step, check, holds }) => {
  const mailbox = await openMailbox()
  const product = await prepareProduct({ MAIL_URL: mailbox.url, PROXIES: '1' })
  const today = dayInAmsterdam(new Date())
  const heard = (view: string, points: Record<string, string> = {}) => ({
    ...dayFields('verzonden', addDays(today, -21)),
    ...dayFields('agenda', addDays(today, -1)),
    ...dayFields('gehoord', addDays(today, -1)),
    zienswijze: view,
    ...points,
  })
  try {
    step('Het product start op een lege map.')
    await product.start()
    const anyone = openBrowser(product.baseUrl)
    const areas = await anyone.fetch(`/api/v1/gebieden?soort=gemeente&binnen=${region}&perPagina=500`)
    const { items } = JSON.parse(strFromU8(areas.bytes)) as { items: { code: string; naam: string }[] }
    check('de regio heeft geen 38 gemeenten', items.length === 38)

    step('De functioneel beheerder laadt de personenlijst: een adviseur per gemeente en drie partners.')
    const mailOf = (code: string) => `${code.toLowerCase()}@partners.example`
    const rows = [
      ...items.map(({ code }) => [
        mailOf(code),
        `Adviseur ${code}`,
        'Adviseur openbare orde en veiligheid',
        code,
        'adviseur',
      ]),
      ...partners.map(({ code, role }) => [mailOf(code), `Partner ${code}`, 'Beleidsmedewerker', code, role]),
      ['beheer@partners.example', 'Beheerder', 'Functioneel beheerder', 'RVS', 'functioneel-beheerder'],
    ]
    const list = [
      'mail,naam,functie,organisatie,rol,gebieden,van,tot',
      ...rows.map((cells) => `${cells.join(',')},,2023-01-01,`),
    ].join('\n')
    await product.stop()
    const loaded = await product.command('people', ['load', product.file('personen.csv', `${list}\n`)])
    check(`de lijst is niet geladen: ${loaded.said}`, loaded.code === 0)
    await product.start()

    step('De programmamanager van het bureau begint de ronde.')
    const manager = openBrowser(product.baseUrl)
    await signInAsExample(manager, 'Programmamanager')
    await manager.open(`/strategieen/${strategy}`)
    await manager.follow('/zienswijzen/openen')
    // One box per partner: a form as a browser sends it holds a name more than once.
    const fields = {
      tekst: 'Ontwerp, versie 2',
      ...dayFields('tekst-van', today),
      ...dayFields('termijn', addDays(today, 42)),
    }
    await manager.send('/zienswijzen/openen', { ...fields, onderwerp: '' })
    check('zonder onderwerp begint er toch iets', manager.status() === 422)
    await manager.sendAll(
      '/zienswijzen/openen',
      { ...fields, onderwerp: `strategie ${strategy}` },
      partners.map(({ code }) => ['partner', code]),
    )
    holds('de ronde', manager.says(), ['Van de 38 raden is er nog geen gehoord, voor zover wij weten.'])

    step('38 adviseurs en drie partners krijgen een mail.')
    for (const { code } of [...items, ...partners]) {
      const mail = await mailbox.next(mailOf(code), 'Regionale Veiligheidsstrategie 2023-2026')
      check(
        `in de mail aan ${code} staat geen link`,
        mail.text.includes(`${encodeURIComponent(`${hearing}/${code}/invullen`)}`),
      )
    }

    step('Zij loggen in met een link in hun mail, elk van het eigen kantoor.')
    const everybody = [
      ...items.map(({ code, naam }) => ({ code, name: naam })),
      ...partners.map(({ code }) => ({ code, name: code })),
    ]
    const people: Somebody[] = everybody.map(({ code, name }, at) => ({
      code,
      name,
      mail: mailOf(code),
      browser: openBrowser(product.baseUrl, `192.0.2.${at + 1}`),
    }))
    for (const { code, mail, browser } of people) {
      await browser.open(`/inloggen?naar=${encodeURIComponent(`${hearing}/${code}/invullen`)}`)
      await browser.send('/inloggen', { mail })
    }
    for (const { name, mail, browser } of people) {
      const { text } = await mailbox.next(mail, 'nloggen')
      const link = new URL(/https?:\/\/\S+/.exec(text)?.[0] ?? '', product.baseUrl)
      await browser.open(link.pathname + link.search)
      await browser.send('/inloggen/link')
      check(`${name} komt niet bij het eigen formulier`, browser.says().startsWith('Invullen voor'))
    }

    const councils = people.filter(({ code }) => items.some((one) => one.code === code))
    const fill = async ({ code, name, browser }: Somebody, said: Record<string, string>) => {
      await browser.open(`${hearing}/${code}/invullen`)
      await browser.send(`${hearing}/${code}/invullen`, said)
      check(`wat ${name} invult, is niet bewaard`, browser.says().includes('Bewaard.'))
    }

    step('31 raden zijn gehoord: 4 met wensen, 1 met bedenkingen. Van de andere is iets of niets bekend.')
    for (const [at, council] of councils.entries()) {
      if (at < 4) await fill(council, heard('wensen', { 'punt-1': wishes[at] ?? '' }))
      else if (at === 4) await fill(council, heard('bedenkingen', { 'punt-1': objection }))
      else if (at < 31) await fill(council, heard('geen'))
      else if (at < 34) await fill(council, dayFields('verzonden', addDays(today, -20)))
    }
    await anyone.open(hearing)
    holds('de pagina voor iedereen', anyone.says(), [
      '31 van de 38 raden zijn gehoord: 26 zonder wensen of bedenkingen, 4 met wensen en 1 met bedenkingen. Van 7 weten wij het nog niet.',
      'Dit is een voorbeeld.',
    ])
    check('wie nog niet is gehoord, staat er bij naam', !anyone.says().includes(councils[36]?.name ?? '-'))
    check('een punt staat er voor iedereen', !anyone.says().includes(wishes[0] ?? '-'))

    step('Een adviseur ziet het eigen formulier, en niet dat van een ander.')
    const [first, second] = councils as [Somebody, Somebody]
    await first.browser.open(`${hearing}/${second.code}/invullen`)
    check('een adviseur vult in voor een andere raad', first.browser.status() === 404)

    step('De andere raden worden ook gehoord: 38 van de 38.')
    for (const council of councils.slice(31)) await fill(council, heard('geen'))
    await anyone.open(hearing)
    holds('de pagina voor iedereen', anyone.says(), [
      '38 van de 38 raden zijn gehoord: 33 zonder wensen of bedenkingen, 4 met wensen en 1 met bedenkingen.',
    ])

    step('De partners reageren.')
    for (const { code, said } of partners) {
      const person = people.find((one) => one.code === code) as Somebody
      await fill(person, {
        ...dayFields('gehoord', today),
        zienswijze: said ? 'wensen' : 'geen',
        ...(said ? { 'punt-1': said } : {}),
      })
    }

    step('Twee mensen wijzigen dezelfde regel: de tweede ziet beide teksten.')
    const path = `${hearing}/${first.code}/invullen`
    await manager.open(path)
    await first.browser.open(path)
    await first.browser.send(path, heard('wensen', { 'punt-1': `${wishes[0]} En de dijken.` }))
    await manager.send(path, heard('wensen', { 'punt-1': `${wishes[0]} En de havens.` }))
    check('de tweede overschrijft de eerste', manager.status() === 409)
    holds('het formulier', manager.html(), ['En de dijken.', 'En de havens.'])

    step('Het bureau beantwoordt elk punt; bij één verandert de tekst.')
    const withPoints = [...councils.slice(0, 5), ...partners.filter(({ said }) => said)]
    for (const [at, { code }] of withPoints.entries()) {
      const point = `${hearing}/${code}/punten/1`
      await manager.open(point)
      const changed = { plaats: 'paragraaf 2.1', stond: 'de stad', staat: 'de stad en het buitengebied' }
      await manager.send(point, {
        antwoord: at === 0 ? 'Dat nemen wij over.' : `Wij lichten dit toe (${code}).`,
        gevolg: at === 0 ? 'aangepast' : 'geen wijziging',
        ...(at === 0 ? changed : {}),
      })
      check(`het antwoord aan ${code} is niet bewaard`, manager.says().includes('Bewaard.'))
    }
    await first.browser.open(`${hearing}/${first.code}`)
    check('een concept is buiten het bureau te lezen', !first.browser.says().includes('Dat nemen wij over.'))
    await anyone.open(`${hearing}/nota`)
    check('de nota is er voor zij is vrijgegeven', anyone.status() === 404)

    step('Wie het laatst schreef, geeft de nota niet vrij. Het hoofd doet dat.')
    await manager.open(`${hearing}/nota`)
    holds('de nota', manager.says(), ['U schreef zelf het laatst.'])
    const head = openBrowser(product.baseUrl)
    await signInAsExample(head, 'Hoofd, Bureau Regionale')
    await head.open(`${hearing}/nota`)
    await head.follow(`${hearing}/nota/vrijgeven`)
    await head.send(`${hearing}/nota/vrijgeven`, { akkoord: 'ja' })
    holds('de nota', head.says(), ['Vrijgegeven.'])

    step('Iedereen leest de nota: als pagina, als PDF en in Word.')
    const inNota = [
      '38 van de 38 raden zijn gehoord',
      'Er zijn 7 punten ingebracht. Bij 1 daarvan is de tekst aangepast.',
      `${wishes[0]} En de dijken.`,
      objection,
      'Dat nemen wij over.',
      'de stad en het buitengebied',
    ]
    await anyone.open(`${hearing}/nota`)
    holds('de pagina', anyone.says(), inNota)
    const files = new Map<string, Uint8Array>()
    for (const format of ['html', 'pdf', 'docx']) {
      const { bytes, headers, status } = await anyone.fetch(`${hearing}/nota/1/nota.${format}`)
      const hash = createHash('sha256').update(bytes).digest('hex')
      check(`nota.${format} is niet wat is vrijgegeven`, status === 200 && isHashOf(headers, hash))
      files.set(format, bytes)
    }
    const pdf = await readPdf(files.get('pdf') ?? new Uint8Array())
    const word = strFromU8(unzipSync(files.get('docx') ?? new Uint8Array())['word/document.xml'] ?? new Uint8Array())
    holds('de PDF', pdf.text.replace(/\s+/g, ' '), ['Dat nemen wij over.', 'voorbeeld'])
    check('de PDF kan niet worden voorgelezen', pdf.isMarked)
    holds('Word', word.replace(/<[^>]+>/g, ''), ['Dat nemen wij over.', objection])
    holds('de webpagina', strFromU8(files.get('html') ?? new Uint8Array()), ['Dat nemen wij over.', objection])

    step('Wat later komt, verandert de nota niet.')
    await fill(second, heard('geen'))
    const again = await anyone.fetch(`${hearing}/nota/1/nota.html`)
    check('de nota veranderde', strFromU8(again.bytes) === strFromU8(files.get('html') ?? new Uint8Array()))

    step('Het logboek van publicaties klopt, nagegaan door het losse programma.')
    const log = product.file('logboek.json', (await anyone.fetch('/publicaties/logboek/uitvoer.json')).bytes)
    const points = product.file('punten.jsonl', (await anyone.fetch('/publicaties/logboek/controlepunten.jsonl')).bytes)
    const verified = spawnSync(process.execPath, ['bin/verifier/verify.mjs', log, '--checkpoints', points], {
      encoding: 'utf8',
    })
    check(`het logboek klopt niet: ${verified.stdout}${verified.stderr}`, verified.status === 0)

    step('Het bureau sluit de ronde. Daarna vult niemand meer iets in.')
    await manager.open(hearing)
    await manager.send(`${hearing}/sluiten`)
    holds('de ronde', manager.says(), ['Gesloten.'])
    await second.browser.open(`${hearing}/${second.code}/invullen`)
    check('na het sluiten kan er nog iets bij', second.browser.status() === 404)
  } finally {
    await product.end()
    mailbox.close()
  }
})
