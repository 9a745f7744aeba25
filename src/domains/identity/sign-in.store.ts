import { sql } from 'kysely'
import type { Reader, Writer } from '../../platform/db/database'
import type { Visit, Vouched } from '../../platform/oidc/providers'

// Secrets come in here as hashes only; the functions are in db/migrations/0009_sign_in.sql.

export type LinkRequest = {
  readonly address: string
  readonly senderHash: string | null
  readonly linkHash: string
  readonly subject: string
  readonly body: string
  readonly requestId: string
}

/** Has a link mailed to whoever has this address. False when asked too often; true otherwise, known or not. */
export async function requestLink(tx: Writer, asked: LinkRequest): Promise<boolean> {
  const { address, senderHash, linkHash, subject, body, requestId } = asked
  const { rows } = await sql<{ taken: boolean }>`
    select identity.request_link(${address}, ${senderHash}, ${linkHash}, ${subject}, ${body}, ${requestId}) as taken`.execute(
    tx,
  )
  return rows[0]?.taken ?? false
}

/** The address a link was mailed to; null when the link is used, too old or never was. */
export async function addressOfLink(tx: Reader, linkHash: string): Promise<string | null> {
  const { rows } = await sql<{ address: string | null }>`select identity.link_address(${linkHash}) as address`.execute(
    tx,
  )
  return rows[0]?.address ?? null
}

/** Signs in by a link and voids it. False when it is used, too old or never was. */
export async function startByLink(
  tx: Writer,
  linkHash: string,
  sessionHash: string,
  requestId: string,
): Promise<boolean> {
  const { rows } = await sql<{ started: boolean }>`
    select identity.start_session_by_link(${linkHash}, ${sessionHash}, ${requestId}) as started`.execute(tx)
  return rows[0]?.started ?? false
}

/** Remembers for ten minutes that this browser went to a provider. False when its sender asks too often. */
export async function beginVisit(
  tx: Writer,
  visit: Visit & { browserHash: string; senderHash: string | null; provider: string; returnsTo: string },
): Promise<boolean> {
  const { browserHash, senderHash, provider, state, nonce, verifier, returnsTo } = visit
  const { rows } = await sql<{ begun: boolean }>`
    select identity.begin_provider_visit(${browserHash}, ${senderHash}, ${provider}, ${state}, ${nonce}, ${verifier},
      ${returnsTo}) as begun`.execute(tx)
  return rows[0]?.begun ?? false
}

/** What was remembered of the visit, and forgets it: an answer counts once. */
export async function takeVisit(
  tx: Writer,
  browserHash: string,
  provider: string,
): Promise<(Visit & { returnsTo: string }) | null> {
  const { rows } = await sql<Visit & { returnsTo: string }>`
    select state, nonce, verifier, returns_to as "returnsTo"
      from identity.take_provider_visit(${browserHash}, ${provider})`.execute(tx)
  return rows[0] ?? null
}

export type ProviderAnswer = 'ingelogd' | 'onbekend' | 'geen-functie' | 'ander-account'

/** Signs in whom a provider vouches for, when he is known here and has a post at one of its organisations today. */
export async function startByProvider(
  tx: Writer,
  provider: { code: string; organisations: readonly string[] },
  { subject, email }: Vouched,
  sessionHash: string,
  requestId: string,
): Promise<ProviderAnswer> {
  const { rows } = await sql<{ answer: ProviderAnswer }>`
    select identity.start_session_by_provider(${provider.code}, ${subject}, ${email},
      ${[...provider.organisations]}::text[], ${sessionHash}, ${requestId}) as answer`.execute(tx)
  return rows[0]?.answer ?? 'onbekend'
}

/** Which of these codes are no organisation. */
export async function unknownOrganisations(tx: Reader, codes: readonly string[]): Promise<string[]> {
  if (codes.length === 0) return []
  const rows = await tx
    .selectFrom('identity.organisations')
    .select('code')
    .where('code', 'in', [...codes])
    .execute()
  return codes.filter((code) => !rows.some((row) => row.code === code))
}
