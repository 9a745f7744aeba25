import { generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { decodeJwt, SignJWT } from 'jose'
import Provider from 'oidc-provider'

/** Who signs in at the provider of a test, and what the provider says about him. */
export type Account = { sub: string; email?: string; email_verified?: boolean; acr?: string }

/** A real OpenID Connect provider on loopback. `account` may be changed between visits; null breaks off. */
export type TestProvider = {
  readonly issuer: string
  account: Account | null
  /** Makes the provider say something else than it would; `isForged`: signed with a key that is not the provider's. */
  tamper: { readonly claims?: Record<string, unknown>; readonly isForged?: boolean } | null
  /** Goes through the pages of the provider as a browser does, up to the address it sends the browser back to. */
  visit(address: string): Promise<URL>
  stop(): Promise<void>
}

/** A key pair for `private_key_jwt`: the private half as a file holds it, the public half as a provider knows it. */
export function clientKey(): { pem: string; jwk: Record<string, unknown> } {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return {
    pem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    jwk: { ...publicKey.export({ format: 'jwk' }), use: 'sig', alg: 'PS256', kid: 'test' },
  }
}

export async function startProvider(clients: readonly Record<string, unknown>[]): Promise<TestProvider> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })

  const running: TestProvider = {
    issuer,
    account: null,
    tamper: null,
    visit: (address) => visit(issuer, address),
    stop: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
  const provider = new Provider(issuer, {
    clients,
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'provider' }] },
    cookies: { keys: ['only for a test'] },
    // As OIDC NL GOV has it, except for the client that has no key either.
    pkce: {
      required: (_: unknown, client: { clientAuthMethod: string }) => client.clientAuthMethod === 'private_key_jwt',
    },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], acr: null },
    acrValues: ['laag', 'substantieel'],
    ttl: { IdToken: 300, Interaction: 60, Session: 60, Grant: 60, AccessToken: 60, AuthorizationCode: 60 },
    features: { devInteractions: { enabled: false } },
    interactions: { url: () => '/who' },
    findAccount: (_: unknown, sub: string) => ({ accountId: sub, claims: () => ({ ...running.account, sub }) }),
    async loadExistingGrant({ oidc }: { oidc: { client: { clientId: string }; session: { accountId: string } } }) {
      const grant = new provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId })
      grant.addOIDCScope('openid email')
      await grant.save()
      return grant
    },
  })
  provider.use(async (context, next) => {
    if (context.path === '/token') {
      await next()
      if (!running.tamper || !context.body.id_token) return
      const claims = { ...decodeJwt(context.body.id_token), ...running.tamper.claims }
      const key = running.tamper.isForged ? generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey : privateKey
      context.body.id_token = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'provider' }).sign(key)
      return
    }
    if (context.path !== '/who') return next()
    const { account } = running
    const result = account
      ? { login: { accountId: account.sub, ...(account.acr ? { acr: account.acr } : {}) } }
      : { error: 'access_denied', error_description: 'broken off' }
    await provider.interactionFinished(context.req, context.res, result)
  })
  server.on('request', provider.callback())
  return running
}

// A browser of ten lines: follows redirects and keeps cookies, as long as it stays with the provider.
async function visit(issuer: string, address: string): Promise<URL> {
  const cookies = new Map<string, string>()
  let at = new URL(address)
  for (let steps = 0; at.href.startsWith(issuer); steps += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie } })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value) cookies.set(name, value)
      else cookies.delete(name)
    }
    const location = answer.headers.get('location')
    if (!location || steps > 10)
      throw new Error(`the provider answered ${answer.status}: ${(await answer.text()).slice(0, 400)}`)
    at = new URL(location, at)
  }
  return at
}
