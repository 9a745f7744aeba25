import type { Child } from 'hono/jsx'
import { type Day, dayInAmsterdam, parseDay } from '../../kernel/day'
import { anonymous, type Database, type Reader, reading, type Visitor, type Writer, writing } from '../db/database'
import type { Providers } from '../oidc/providers'
import type { PublicationOfPack } from '../opendata/publication'
import type { Seal } from '../proof/seal'

/** The signed-in person behind a request, as identity knows him. */
export type SignedIn = {
  /** Tells him from others, within the program only. */
  readonly key: string
  readonly name: string
  /** What the header calls him: the function and organisation of his first post, else his name. */
  readonly label: string
  /** Invented, to try the product as. */
  readonly isExample: boolean
  /** Functions of the posts that run today. */
  readonly titles: readonly string[]
  readonly roles: readonly string[]
  readonly organisations: readonly string[]
  /** Works at a bureau, which keeps the product up. */
  readonly isOfBureau: boolean
}

/** The region this installation runs for, from its pack. */
export type RegionName = {
  readonly code: string
  readonly name: string
  readonly coalition: string
  readonly isExample: boolean
  /** What the pack says of who publishes its open data. */
  readonly publication: PublicationOfPack
}

/** What a handler may know of the running program. */
export type Installation = {
  /** Where visitors open the product, without a slash at the end. Never taken from a request, which can lie about its host. */
  readonly baseUrl: string
  /** Visitors come over https: cookies may demand it. */
  readonly isSecure: boolean
  /** Mail leaves this installation. */
  readonly sendsMail: boolean
  /** What stands behind the @ of the addresses that mails are answered to; null where no answer is taken. */
  readonly answersAt: string | null
  readonly providers: Providers
  /** Vouches for what was published from outside the database; null when that is not possible now. */
  readonly seal: Seal | null
  /** The version of the program. */
  readonly program: string
}

/** What a page says about itself to the frame around it. */
export type PageHead = {
  readonly title: string
  readonly description?: string
  readonly breadcrumbs?: readonly { readonly label: string; readonly href: string }[]
  /** In the letters of the device: for a page that somebody opens from a mail on a slow connection. */
  readonly isLight?: boolean
}

/** One request, as a handler sees it: what was asked, by whom, on which day, and the only ways to the database and the answer. */
export type Ask = {
  readonly request: Request
  readonly url: URL
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly requestId: string
  readonly visitor: Visitor
  readonly person: SignedIn | null
  readonly region: RegionName
  readonly installation: Installation
  /** Example persons and their mailbox exist for this request: example mode, asked from this machine itself. */
  readonly hasExamples: boolean
  /** The network address that asks, when known: to count requests, never to show or log. */
  readonly sender: string | null
  readonly now: Date
  readonly today: Day
  /** `?geldigOp=`: the day on which areas and bodies are looked at; today when not asked. Null when what was asked is no day. */
  readonly validOn: Day | null
  /** `?bekendOp=`: figures as they were known on that day; today when not asked. Null when what was asked is no day. */
  readonly knownOn: Day | null
  form(): Promise<FormData>
  read<T>(work: (tx: Reader) => Promise<T>): Promise<T>
  /** As a visitor without a session reads, whoever asks: for what must be the same for everybody. */
  readAsEverybody<T>(work: (tx: Reader) => Promise<T>): Promise<T>
  write<T>(work: (tx: Writer) => Promise<T>): Promise<T>
  /** A whole page with this content. */
  page(head: PageHead, content: Child, status?: 200 | 400 | 403 | 404 | 409 | 422 | 429 | 502): Promise<Response>
  json(body: unknown, headers?: Record<string, string>): Response
  file(body: Uint8Array | string, contentType: string, headers?: Record<string, string>): Response
  /** After a form: go and get this address. */
  redirect(path: string, headers?: Record<string, string>): Response
  /** The page for "this does not exist, or not for you". */
  notFound(): Promise<Response>
  /** The page for an address that cannot be understood, with what to do. */
  badRequest(message: string): Promise<Response>
}

/** Whether somebody with a function asks: what is for professionals exists for him. Who signed in and has none left is a visitor. */
export const isProfessional = ({ person }: Pick<Ask, 'person'>): boolean => (person?.roles.length ?? 0) > 0

/** What was sent cannot be read as a form: another kind of content, or cut off half way. */
export class NotAForm extends Error {}

/** What an `Ask` is made of; the frame draws the page around content. */
export type AskParts = {
  readonly request: Request
  readonly params: Readonly<Record<string, string>>
  readonly requestId: string
  readonly visitor: Visitor
  readonly person: SignedIn | null
  readonly region: RegionName
  readonly installation: Installation
  readonly hasExamples: boolean
  readonly sender: string | null
  readonly db: Database
  readonly frame: (ask: Ask, head: PageHead, content: Child) => Promise<string>
  readonly problems: { notFound: (ask: Ask) => Child; badRequest: (ask: Ask, message: string) => Child }
}

export function createAsk(parts: AskParts): Ask {
  const { request, db, visitor } = parts
  const url = new URL(request.url)
  const now = db.clock()
  const today = dayInAmsterdam(now)
  // A date field left empty is sent as an empty text: nothing was asked.
  const dayOr = (name: string) => {
    const asked = url.searchParams.get(name)
    return asked ? parseDay(asked) : today
  }
  const respond = (body: string | Uint8Array<ArrayBuffer> | null, status: number, headers: Record<string, string>) =>
    new Response(body, { status, headers })

  const ask: Ask = {
    request,
    url,
    path: url.pathname,
    params: parts.params,
    query: url.searchParams,
    requestId: parts.requestId,
    visitor,
    person: parts.person,
    region: parts.region,
    installation: parts.installation,
    hasExamples: parts.hasExamples,
    sender: parts.sender,
    now,
    today,
    validOn: dayOr('geldigOp'),
    knownOn: dayOr('bekendOp'),
    form: () =>
      request.formData().catch((fault: unknown) => {
        throw new NotAForm('the body is not a form', { cause: fault })
      }),
    read: (work) => reading(db, visitor, work),
    readAsEverybody: (work) => reading(db, anonymous, work),
    write: (work) => writing(db, visitor, work),
    async page(head, content, status = 200) {
      const html = await parts.frame(ask, head, content)
      return respond(html, status, { 'content-type': 'text/html; charset=utf-8' })
    },
    json: (body, headers = {}) =>
      respond(JSON.stringify(body), 200, { 'content-type': 'application/json; charset=utf-8', ...headers }),
    file: (body, contentType, headers = {}) =>
      respond(body as string | Uint8Array<ArrayBuffer>, 200, { 'content-type': contentType, ...headers }),
    redirect: (path, headers = {}) => respond(null, 303, { location: path, ...headers }),
    notFound: () => ask.page({ title: 'Pagina niet gevonden' }, parts.problems.notFound(ask), 404),
    badRequest: (message) => ask.page({ title: 'Dit adres klopt niet' }, parts.problems.badRequest(ask, message), 400),
  }
  return ask
}
