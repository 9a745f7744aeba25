import { type Browser, dayFields, openBrowser } from './browser'
import type { Mailbox } from './mailbox'
import type { Product } from './product'
import type { Steps } from './steps'
import { linkIn } from './story'

/** Somebody of a story: his name, function, organisation and role. */
export type Somebody = {
  readonly name: string
  readonly title: string
  readonly organisation: string
  readonly role: string
}

export const mailOf = ({ name }: Somebody): string => `${name.toLowerCase().replaceAll(' ', '-')}@partners.example`

/** Loads a list of people as the functional administrator does; the product is off meanwhile. */
export async function loadPeople(product: Product, people: readonly Somebody[], from: string, { check }: Steps) {
  const administrator = {
    name: 'Beheer',
    title: 'Functioneel beheerder',
    organisation: 'RVS',
    role: 'functioneel-beheerder',
  }
  const rows = [...people, administrator].map(
    (one) => `${mailOf(one)},${one.name},${one.title},${one.organisation},${one.role},,${from},`,
  )
  const list = ['mail,naam,functie,organisatie,rol,gebieden,van,tot', ...rows, ''].join('\n')
  const loaded = await product.command('people', ['load', product.file('personen.csv', list)])
  check(`de personenlijst is niet geladen: ${loaded.said}`, loaded.code === 0)
}

/** Signs people in with the link of a mail, each at an office of his own. */
export function offices(product: Product, mailbox: Mailbox, { check }: Steps) {
  let office = 0
  return async (who: Somebody): Promise<Browser> => {
    office += 1
    const browser = openBrowser(product.baseUrl, `192.0.2.${office}`)
    const seen = mailbox.all().length
    await browser.open('/inloggen')
    await browser.send('/inloggen', { mail: mailOf(who) })
    const { text } = await mailbox.next(mailOf(who), 'nloggen', seen)
    const link = new URL(linkIn(text, '/inloggen'))
    await browser.open(link.pathname + link.search)
    await browser.send('/inloggen/link')
    check(`${who.name} is niet ingelogd`, browser.status() === 200)
    return browser
  }
}

/** Begins an instance of a body and gives seats in it; gives its address. */
export async function seatInstance(
  manager: Browser,
  { body, area, from }: { readonly body: string; readonly area: string; readonly from: string },
  seats: readonly (readonly [Somebody, string])[],
): Promise<string> {
  await manager.open(`/gremia/${body}`)
  await manager.send(`/gremia/${body}/beginnen`, { gebied: area, openbaar: 'ja' })
  const address = `/gremia/${body}/${area}`
  for (const [who, kind] of seats) {
    await manager.open(`${address}/zetels`)
    const option = new RegExp(`value="([0-9a-f-]{36})"[^>]*>[^<]*\\(${who.name}\\)`).exec(manager.html())
    await manager.send(`${address}/zetels`, { soort: kind, functie: option?.[1] ?? '', ...dayFields('vanaf', from) })
  }
  return address
}

/** Writes what an instance says, and has its chair release it. */
export async function sayOf(writer: Browser, chair: Browser, at: string, said: Record<string, string>): Promise<void> {
  await writer.open(`${at}/schrijven`)
  await writer.send(`${at}/schrijven`, said)
  await chair.open(at)
  await chair.send(`${at}/vrijgeven`)
}

/** Begins a step of a proposal until a day. */
export async function beginStep(manager: Browser, proposal: string, seq: number, until: string): Promise<void> {
  await manager.open(`${proposal}/stappen/${seq}`)
  await manager.send(`${proposal}/stappen/${seq}/beginnen`, dayFields('termijn', until))
}

/** Rounds a step off with what came out of it. */
export async function endStep(manager: Browser, proposal: string, seq: number, outcome: string): Promise<void> {
  await manager.open(`${proposal}/stappen/${seq}`)
  await manager.send(`${proposal}/stappen/${seq}/afronden`, { uitkomst: outcome })
}

/** The address of the proposal on the page after it was begun. */
export const proposalOn = (browser: Browser): string =>
  /href="(\/voorstellen\/V[0-9A-F]+)/.exec(browser.html())?.[1] ?? ''
