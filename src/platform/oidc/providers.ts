import * as client from 'openid-client'
import type { Log } from '../log/log'
import type { Provider } from './provider-file'

/** What must be the same when somebody returns from a provider. Kept on the server; the browser holds only a cookie. */
export type Visit = { readonly state: string; readonly nonce: string; readonly verifier: string }

/** What a provider says about the person: its own lasting name for him, and a mail address when that may be believed. */
export type Vouched = { readonly subject: string; readonly email: string | null }

/** Why nobody was signed in: the person broke off, the answer is not right, or the provider cannot be reached. */
export type ProviderRefusal = 'afgebroken' | 'klopt-niet' | 'onbereikbaar'

/** The providers people can sign in with. */
export type Providers = {
  readonly list: readonly Provider[]
  /** The address at the provider to send the browser to. Null when it cannot be reached. */
  begin(provider: Provider, returnTo: string, visit: Visit): Promise<URL | null>
  /** Trades the answer of the provider for what it says about the person. `answer` is our own address with its query. */
  complete(provider: Provider, answer: URL, visit: Visit): Promise<Vouched | ProviderRefusal>
}

export const noProviders: Providers = {
  list: [],
  begin: async () => null,
  complete: async () => 'onbereikbaar',
}

export function newVisit(): Visit {
  return { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() }
}

// What a provider publishes about itself changes when it changes its keys or addresses.
const discoveryLastsMs = 60 * 60 * 1000

/** The providers of an installation. Each is asked about itself on first use, so one that is down does not stop the start. */
export function connectProviders(list: readonly Provider[], log: Log): Providers {
  for (const { code, weakenings } of list) {
    for (const weakening of weakenings) log.warn('provider weaker than OIDC NL GOV', { provider: code, weakening })
  }
  const known = new Map<string, { configuration: client.Configuration; at: number }>()

  async function configurationOf(provider: Provider): Promise<client.Configuration> {
    const found = known.get(provider.code)
    if (found && performance.now() - found.at < discoveryLastsMs) return found.configuration
    const configuration = await discover(provider)
    known.set(provider.code, { configuration, at: performance.now() })
    return configuration
  }

  return {
    list,
    async begin(provider, returnTo, visit) {
      try {
        const configuration = await configurationOf(provider)
        return client.buildAuthorizationUrl(configuration, {
          redirect_uri: returnTo,
          scope: 'openid email',
          state: visit.state,
          nonce: visit.nonce,
          ...(provider.acr.length > 0 ? { acr_values: provider.acr.join(' ') } : {}),
          ...(provider.usesPkce
            ? { code_challenge: await client.calculatePKCECodeChallenge(visit.verifier), code_challenge_method: 'S256' }
            : {}),
        })
      } catch (fault) {
        log.warn('provider unreachable', { provider: provider.code, reason: reasonOf(fault) })
        return null
      }
    },
    async complete(provider, answer, visit) {
      try {
        return await vouched(provider, await configurationOf(provider), answer, visit)
      } catch (fault) {
        const reason = reasonOf(fault)
        log.warn('provider refused', { provider: provider.code, reason })
        if (reason === 'access_denied') return 'afgebroken'
        return reason === 'TypeError' || reason.includes('TIMEOUT') ? 'onbereikbaar' : 'klopt-niet'
      }
    },
  }
}

async function discover(provider: Provider): Promise<client.Configuration> {
  const { authentication } = provider
  const proof =
    authentication.kind === 'client_secret'
      ? client.ClientSecretBasic(authentication.secret)
      : client.PrivateKeyJwt(
          authentication.keyId ? { key: authentication.key, kid: authentication.keyId } : authentication.key,
        )
  const configuration = await client.discovery(provider.issuer, provider.clientId, undefined, proof, {
    execute: [
      // Also checks the signature of the ID token, not only that it came over TLS.
      client.enableNonRepudiationChecks,
      ...(provider.allowsHttp ? [client.allowInsecureRequests] : []),
    ],
    timeout: 10,
  })
  return configuration
}

async function vouched(
  provider: Provider,
  configuration: client.Configuration,
  answer: URL,
  visit: Visit,
): Promise<Vouched | ProviderRefusal> {
  const tokens = await client.authorizationCodeGrant(configuration, answer, {
    expectedState: visit.state,
    expectedNonce: visit.nonce,
    idTokenExpected: true,
    ...(provider.usesPkce ? { pkceCodeVerifier: visit.verifier } : {}),
  })
  const claims = tokens.claims()
  if (!claims) return 'klopt-niet'
  if (provider.acr.length > 0 && !provider.acr.includes(String(claims.acr))) return 'klopt-niet'
  const hasEndpoint = configuration.serverMetadata().userinfo_endpoint !== undefined
  const said =
    claims.email === undefined && hasEndpoint
      ? await client.fetchUserInfo(configuration, tokens.access_token, claims.sub)
      : claims
  const isBelieved = said.email_verified === true || provider.trustsUnverifiedMail
  return { subject: claims.sub, email: isBelieved && typeof said.email === 'string' ? said.email : null }
}

/** The code of what went wrong, never the message: that may quote what a provider says about a person. */
function reasonOf(fault: unknown): string {
  const { error, code, name } = fault as { error?: unknown; code?: unknown; name?: unknown }
  return [error, code, name].find((one) => typeof one === 'string') as string
}
