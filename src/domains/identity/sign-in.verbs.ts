import type { Reader, Writer } from '../../platform/db/database'
import type { Visit, Vouched } from '../../platform/oidc/providers'
import { moment } from '../../platform/ui/wording'
import { hashOf, newSecret } from '../../platform/web/secret'
import { startAsExample } from './example-person.store'
import { linkMail, linkMinutes, maskedAddress, senderKey } from './sign-in'
import * as store from './sign-in.store'

/** A new session: the secret for the cookie of the browser. It is nowhere else. */
export type NewSession = { readonly secret: string }

const hashOfSender = (sender: string | null) => (sender === null ? null : hashOf(senderKey(sender)))

export type LinkAsked = {
  readonly address: string
  readonly goTo: string
  readonly sender: string | null
  readonly coalition: string
  readonly baseUrl: string
  readonly now: Date
  readonly requestId: string
}

/** Mails a link to sign in with, to whoever has this address. False when asked too often; true otherwise, known or not. */
export function mailLink(tx: Writer, asked: LinkAsked): Promise<boolean> {
  const secret = newSecret()
  const query = new URLSearchParams({ sleutel: secret, naar: asked.goTo })
  const { subject, body } = linkMail({
    coalition: asked.coalition,
    link: `${asked.baseUrl}/inloggen/link?${query}`,
    until: moment(new Date(asked.now.getTime() + linkMinutes * 60_000).toISOString()),
  })
  return store.requestLink(tx, {
    address: asked.address,
    senderHash: hashOfSender(asked.sender),
    linkHash: hashOf(secret),
    subject,
    body,
    requestId: asked.requestId,
  })
}

/** For whom a link is, recognisable to himself only; null when it no longer works. Looking changes nothing. */
export async function holderOfLink(tx: Reader, secret: string): Promise<string | null> {
  const address = await store.addressOfLink(tx, hashOf(secret))
  return address && maskedAddress(address)
}

/** Signs in by a link, which then works no more. Null when it did not work any more. */
export async function signInByLink(tx: Writer, secret: string, requestId: string): Promise<NewSession | null> {
  const session = newSecret()
  return (await store.startByLink(tx, hashOf(secret), hashOf(session), requestId)) ? { secret: session } : null
}

/** Signs in as an example person. Null when there is none with this id. */
export async function signInAsExample(tx: Writer, person: string, requestId: string): Promise<NewSession | null> {
  const session = newSecret()
  return (await startAsExample(tx, person, hashOf(session), requestId)) ? { secret: session } : null
}

/** Remembers that this browser goes to a provider. Gives the secret for its cookie, or null when it asks too often. */
export async function leaveForProvider(
  tx: Writer,
  visit: Visit & { provider: string; returnsTo: string; sender: string | null },
): Promise<string | null> {
  const browser = newSecret()
  const { sender, ...rest } = visit
  const begun = await store.beginVisit(tx, { ...rest, browserHash: hashOf(browser), senderHash: hashOfSender(sender) })
  return begun ? browser : null
}

/** What this browser took along to the provider, once; null when it never left, or came back before, or too late. */
export function returnFromProvider(tx: Writer, browser: string, provider: string) {
  return store.takeVisit(tx, hashOf(browser), provider)
}

/** Signs in whom a provider vouches for, or says why not. */
export async function signInByProvider(
  tx: Writer,
  provider: { code: string; organisations: readonly string[] },
  vouched: Vouched,
  requestId: string,
): Promise<NewSession | { readonly refused: Exclude<store.ProviderAnswer, 'ingelogd'> }> {
  const session = newSecret()
  const answer = await store.startByProvider(tx, provider, vouched, hashOf(session), requestId)
  return answer === 'ingelogd' ? { secret: session } : { refused: answer }
}
