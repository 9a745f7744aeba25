import { filledForm, mainText, readPage } from '../../test/environment/html'

/** Somebody with a browser: it keeps its cookie, follows redirects and sends forms as they stand on the page. */
export type Browser = {
  /** What the last page says, in one line. */
  says(): string
  /** The last page, as HTML. */
  html(): string
  /** The last answer. */
  status(): number
  open(path: string): Promise<void>
  /** Opens the link on this page whose address begins so. */
  follow(start: string): Promise<void>
  /** Sends the form of this page that goes to an address, with some fields filled in. */
  send(action: string, fields?: Record<string, string>): Promise<void>
  /** The same with boxes of which more than one may be ticked. */
  sendAll(action: string, fields: Record<string, string>, ticked: readonly (readonly [string, string])[]): Promise<void>
  /** The same with a file. */
  sendFile(action: string, field: string, file: File, fields?: Record<string, string>): Promise<void>
  /** A file, without opening it as a page. */
  fetch(path: string): Promise<{ readonly bytes: Uint8Array; readonly headers: Headers; readonly status: number }>
}

/** A browser at an installation; `from` is the network address of the office it stands in, when it is not this machine. */
export function openBrowser(baseUrl: string, from?: string): Browser {
  let cookie = ''
  let [html, status] = ['', 0]
  const own: Record<string, string> = from ? { 'x-forwarded-for': from } : {}

  async function ask(path: string, body?: URLSearchParams | FormData): Promise<Response> {
    const answer = await fetch(new URL(path, baseUrl), {
      redirect: 'manual',
      headers: { ...own, 'sec-fetch-site': 'same-origin', ...(cookie ? { cookie } : {}) },
      ...(body ? { method: 'POST', body } : {}),
    })
    const given = answer.headers.get('set-cookie')?.split(';')[0]
    if (given) cookie = given
    const to = answer.headers.get('location')
    return to ? ask(to) : answer
  }
  const show = async (answer: Response) => {
    status = answer.status
    html = await answer.text()
  }

  const open = async (path: string) => show(await ask(path))
  const send = async (action: string, fields: Record<string, string>, ticked: readonly (readonly [string, string])[]) =>
    show(
      await ask(
        action,
        new URLSearchParams([
          ...filledForm(html, action, fields),
          ...ticked.map(([name, value]): [string, string] => [name, value]),
        ]),
      ),
    )
  const sendFile = async (action: string, field: string, file: File, fields: Record<string, string>) => {
    const form = new FormData()
    for (const [name, value] of filledForm(html, action, fields)) if (name !== field) form.append(name, value)
    form.append(field, file)
    await show(await ask(action, form))
  }
  return {
    says: () => mainText(html),
    html: () => html,
    status: () => status,
    open,
    async follow(start) {
      const link = readPage(html).links.find((one) => one.startsWith(start))
      if (!link) throw new Error(`op de pagina staat geen link naar ${start}`)
      await open(link)
    },
    send: (action, fields = {}) => send(action, fields, []),
    sendAll: send,
    sendFile: (action, field, file, fields = {}) => sendFile(action, field, file, fields),
    async fetch(path) {
      const answer = await ask(path)
      return {
        bytes: new Uint8Array(await answer.arrayBuffer()),
        headers: answer.headers,
        status: answer.status,
      }
    },
  }
}

/** Signs in as an example person, by the words of his function on the page. */
export async function signInAsExample(browser: Browser, person: string): Promise<void> {
  await browser.open('/inloggen')
  const row = browser
    .html()
    .split('<tr')
    .find((one) => one.includes(`>${person}`))
  const id = /name="persoon" value="([^"]+)"/.exec(row ?? '')?.[1]
  if (!id) throw new Error(`er is geen voorbeeldpersoon ${person}`)
  await browser.send('/inloggen/voorbeeld', { persoon: id })
}

/** A day in the three fields of a form. */
export function dayFields(name: string, day: string): Record<string, string> {
  const [jaar = '', maand = '', dag = ''] = day.split('-')
  return { [`${name}-dag`]: dag, [`${name}-maand`]: maand, [`${name}-jaar`]: jaar }
}
