import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { clientKey, startProvider, type TestProvider } from '../../../test/environment/oidc'
import { addPerson, cookieOf } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { owning } from '../../platform/db/database'
import { createLog } from '../../platform/log/log'
import { readProviderFile } from '../../platform/oidc/provider-file'
import { connectProviders } from '../../platform/oidc/providers'

const folder = mkdtempSync(join(tmpdir(), 'slagvaardig-oidc-'))
const key = clientKey()
const logged: string[] = []
const log = createLog(
  'debug',
  (line) => logged.push(line),
  () => new Date(),
)
const redirectTo = (code: string) => ({
  redirect_uris: [`http://localhost:3000/inloggen/terug/${code}`],
  response_types: ['code'],
})

let ahead = 0
let provider: TestProvider
let region: Opened

beforeAll(async () => {
  const withKey = {
    token_endpoint_auth_method: 'private_key_jwt',
    token_endpoint_auth_signing_alg: 'PS256',
    jwks: { keys: [key.jwk] },
  }
  provider = await startProvider([
    { client_id: 'sterk', ...redirectTo('sterk'), ...withKey },
    { client_id: 'ander', ...redirectTo('ander'), ...withKey },
    { client_id: 'zwak', ...redirectTo('zwak'), client_secret: 'geheim-van-de-test' },
  ])
  writeFileSync(join(folder, 'sleutel.pem'), key.pem)
  const strong = { issuer: provider.issuer, sleutel: 'sleutel.pem', sleutelId: 'test', acr: ['substantieel'] }
  writeFileSync(
    join(folder, 'oidc.json'),
    JSON.stringify({
      aanbieders: [
        {
          code: 'sterk',
          naam: 'Gemeente Leusden',
          clientId: 'sterk',
          organisaties: ['GM0327'],
          ...strong,
          afwijkingen: { httpOpLoopback: true },
        },
        {
          code: 'ander',
          naam: 'Politie',
          clientId: 'ander',
          organisaties: ['POL-MN'],
          ...strong,
          afwijkingen: { httpOpLoopback: true },
        },
        {
          code: 'zwak',
          naam: 'Gemeente Baarn',
          issuer: provider.issuer,
          clientId: 'zwak',
          organisaties: ['GM0308'],
          afwijkingen: {
            clientSecret: 'geheim-van-de-test',
            zonderPkce: true,
            httpOpLoopback: true,
            mailNietBevestigd: true,
            zonderAcr: true,
          },
        },
        {
          code: 'weg',
          naam: 'Niemand thuis',
          issuer: 'http://127.0.0.1:1',
          clientId: 'x',
          organisaties: ['GM0308'],
          sleutel: 'sleutel.pem',
          afwijkingen: { httpOpLoopback: true, zonderAcr: true },
        },
      ],
    }),
  )
  const providers = await readProviderFile(join(folder, 'oidc.json'))
  if ('faults' in providers) throw new Error(providers.faults.join('\n'))
  // The library that checks tokens reads the clock of the machine, so this test does too.
  region = await openRegion({
    clock: () => new Date(Date.now() + ahead),
    log,
    providers: connectProviders(providers, log),
  })
  await addPerson(region, { email: 'oov@leusden.example', organisation: 'GM0327' })
  await addPerson(region, { email: 'oov@baarn.example', organisation: 'GM0308' })
  await addPerson(region, { email: 'weg@leusden.example', organisation: 'GM0327', until: '2024-01-01' })
  await addPerson(region, { email: 'beheer@rvs.example', organisation: 'RVS', role: 'functioneel-beheerder' })
})
afterAll(async () => {
  await region.close()
  await provider.stop()
  rmSync(folder, { recursive: true })
})
beforeEach(async () => {
  ahead = 0
  provider.tamper = null
  provider.account = { sub: 'u-1', email: 'OOV@leusden.example', email_verified: true, acr: 'substantieel' }
  await owning(region.db, (tx) => sql`delete from identity.person_logins`.execute(tx))
})

async function leave(code = 'sterk', to = '/acties') {
  const answer = await region.get(`/inloggen/via/${code}?naar=${encodeURIComponent(to)}`)
  expect(answer.status).toBe(303)
  return { address: new URL(answer.headers.get('location') ?? ''), headers: cookieOf(answer) }
}
const comeBack = (address: URL, headers: { cookie: string }) =>
  region.get(`${address.pathname}${address.search}`, headers)
async function signIn(code = 'sterk'): Promise<Response> {
  const { address, headers } = await leave(code)
  return comeBack(await provider.visit(address.href), headers)
}
const text = async (answer: Response) => `${answer.status} ${await answer.text()}`

describe('signing in with the organisation', () => {
  test('goes to the provider with PKCE and what it asks for, and comes back signed in', async () => {
    const { address, headers } = await leave()
    const asked = Object.fromEntries(address.searchParams)
    expect(asked).toMatchObject({
      response_type: 'code',
      scope: 'openid email',
      code_challenge_method: 'S256',
      acr_values: 'substantieel',
    })
    expect(asked.code_challenge).toHaveLength(43)
    expect(asked.redirect_uri).toBe('http://localhost:3000/inloggen/terug/sterk')

    const answer = await comeBack(await provider.visit(address.href), headers)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/acties'])
    expect(answer.headers.get('set-cookie')).toMatch(
      /^sv_sessie=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/,
    )
    expect(await region.text('/inloggen', cookieOf(answer))).toContain('Adviseur, Leusden')
  })

  test('is remembered by account, so that another mail address changes nothing', async () => {
    expect((await signIn()).status).toBe(303)
    provider.account = { sub: 'u-1', email: 'nieuwe-naam@leusden.example', email_verified: true, acr: 'substantieel' }
    expect((await signIn()).status).toBe(303)
  })

  test('works with a client secret and without PKCE where the file says so, and the log says it does', async () => {
    provider.account = { sub: 'u-2', email: 'oov@baarn.example' }
    const { address, headers } = await leave('zwak')
    expect(address.searchParams.has('code_challenge')).toBe(false)
    expect((await comeBack(await provider.visit(address.href), headers)).status).toBe(303)
    const weak = logged
      .map((line) => JSON.parse(line))
      .filter(({ event }) => event === 'provider weaker than OIDC NL GOV')
    expect(weak.map((line) => `${line.provider} ${line.weakening}`)).toEqual([
      'sterk httpOpLoopback',
      'ander httpOpLoopback',
      'zwak clientSecret',
      'zwak zonderPkce',
      'zwak httpOpLoopback',
      'zwak mailNietBevestigd',
      'zwak zonderAcr',
      'weg httpOpLoopback',
      'weg zonderAcr',
    ])
  })

  test('leaves nothing about a person in the log', () => {
    expect(logged.join('\n')).not.toMatch(/leusden\.example|baarn\.example|u-1/)
  })
})

describe('who is not let in, and is told why and whom to ask', () => {
  test('somebody we do not know: no account is made', async () => {
    provider.account = { sub: 'u-9', email: 'niemand@leusden.example', email_verified: true, acr: 'substantieel' }
    const page = await text(await signIn())
    expect(page).toMatch(/^403 /)
    expect(page).toContain('U bent bij ons niet bekend')
    expect(page).toContain('Bureau Regionale Veiligheidsstrategie Midden-Nederland')
    const { rows } = await owning(region.db, (tx) =>
      sql`select from identity.people where email like 'niemand%'`.execute(tx),
    )
    expect(rows).toEqual([])
  })

  test('somebody whose address the provider did not verify', async () => {
    provider.account = { sub: 'u-1', email: 'oov@leusden.example', email_verified: false, acr: 'substantieel' }
    expect(await text(await signIn())).toContain('U bent bij ons niet bekend')
  })

  test('somebody of another organisation than the provider speaks for', async () => {
    expect(await text(await signIn('ander'))).toContain('U heeft hier nu geen functie')
  })

  test('somebody whose post has ended', async () => {
    provider.account = { sub: 'u-3', email: 'weg@leusden.example', email_verified: true, acr: 'substantieel' }
    expect(await text(await signIn())).toContain('U heeft hier nu geen functie')
  })

  test('a new colleague who was given the address of an old one', async () => {
    expect((await signIn()).status).toBe(303)
    provider.account = { sub: 'u-7', email: 'oov@leusden.example', email_verified: true, acr: 'substantieel' }
    expect(await text(await signIn())).toContain('U logde eerder in met een ander account')
  })

  test('somebody who proved himself less than was asked', async () => {
    provider.account = { sub: 'u-1', email: 'oov@leusden.example', email_verified: true, acr: 'laag' }
    expect((await signIn()).status).toBe(422)
  })

  test('somebody who broke off', async () => {
    provider.account = null
    expect(await text(await signIn())).toContain('U brak het inloggen af')
  })
})

describe('an answer that is not right signs nobody in', () => {
  const lastReason = () => JSON.parse(logged.findLast((line) => line.includes('"provider refused"')) ?? '{}').reason
  const refused = async (answer: Response, words: string, reason?: string) => {
    const page = await text(answer)
    if (reason) expect(lastReason()).toBe(reason)
    expect(page).toMatch(/^422 /)
    expect(page).toContain(words)
    expect(answer.headers.get('set-cookie')).toBeNull()
  }
  const back = async () => {
    const { address, headers } = await leave()
    return { address: await provider.visit(address.href), headers }
  }

  test('the same answer a second time', async () => {
    const { address, headers } = await back()
    expect((await comeBack(address, headers)).status).toBe(303)
    await refused(await comeBack(address, headers), 'Inloggen duurde te lang')
  })

  test('the code of an answer that was used, in a new visit', async () => {
    const first = await back()
    expect((await comeBack(first.address, first.headers)).status).toBe(303)
    const second = await leave()
    const state = second.address.searchParams.get('state') ?? ''
    first.address.searchParams.set('state', state)
    await refused(await comeBack(first.address, second.headers), 'Inloggen is niet gelukt', 'invalid_grant')
  })

  test('another state', async () => {
    const { address, headers } = await back()
    address.searchParams.set('state', 'x'.repeat(43))
    await refused(await comeBack(address, headers), 'Inloggen is niet gelukt', 'OAUTH_INVALID_RESPONSE')
  })

  test('no state', async () => {
    const { address, headers } = await back()
    address.searchParams.delete('state')
    await refused(await comeBack(address, headers), 'Inloggen is niet gelukt', 'OAUTH_INVALID_RESPONSE')
  })

  test.each([
    ['nonce', 'OAUTH_JWT_CLAIM_COMPARISON_FAILED'],
    ['verifier', 'invalid_grant'],
  ])('another %s than we gave along', async (column, reason) => {
    const { address, headers } = await back()
    await owning(region.db, (tx) =>
      sql`update identity.provider_visits set ${sql.ref(column)} = ${'y'.repeat(43)}`.execute(tx),
    )
    await refused(await comeBack(address, headers), 'Inloggen is niet gelukt', reason)
  })

  test('in another browser than the one that left', async () => {
    const { address } = await back()
    await refused(await comeBack(address, { cookie: '' }), 'Inloggen duurde te lang')
    const other = await leave()
    await refused(await comeBack(address, other.headers), 'Inloggen is niet gelukt')
  })

  test('of one provider, brought to another', async () => {
    const { address, headers } = await back()
    address.pathname = '/inloggen/terug/ander'
    await refused(await comeBack(address, headers), 'Inloggen duurde te lang')
  })

  test('of another issuer', async () => {
    const { address, headers } = await back()
    address.searchParams.set('iss', 'https://evil.example')
    await refused(await comeBack(address, headers), 'Inloggen is niet gelukt', 'OAUTH_INVALID_RESPONSE')
  })

  test('after more than ten minutes', async () => {
    const { address, headers } = await back()
    ahead = 10 * 60_000
    await refused(await comeBack(address, headers), 'Inloggen duurde te lang')
  })

  test.each([
    ['has expired', { claims: { exp: Math.floor(Date.now() / 1000) - 120 } }, 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED'],
    ['is for somebody else', { claims: { aud: 'ander' } }, 'OAUTH_JWT_CLAIM_COMPARISON_FAILED'],
    ['comes from another issuer', { claims: { iss: 'https://evil.example' } }, 'OAUTH_JWT_CLAIM_COMPARISON_FAILED'],
    ['has another nonce', { claims: { nonce: 'x'.repeat(43) } }, 'OAUTH_JWT_CLAIM_COMPARISON_FAILED'],
    ['is signed by somebody else', { isForged: true }, 'OAUTH_INVALID_RESPONSE'],
  ])('with an ID token that %s', async (_, tamper, reason) => {
    provider.tamper = tamper
    const { address, headers } = await back()
    await refused(await comeBack(address, headers), 'Inloggen is niet gelukt', reason)
  })
})

test('a provider that is down gives a page that says so', async () => {
  expect(await text(await region.get('/inloggen/via/weg'))).toMatch(/^502 [\s\S]*De inlogpagina is niet bereikbaar/)
})

test('a provider nobody declared is not there', async () => {
  expect((await region.get('/inloggen/via/evil')).status).toBe(404)
  expect((await region.get('/inloggen/terug/evil?code=x&state=y')).status).toBe(404)
})

test('the sign-in page names the organisations', async () => {
  expect(await region.text('/inloggen?naar=/acties')).toContain('href="/inloggen/via/sterk?naar=%2Facties"')
})

test('too many visits of one sender are refused', async () => {
  await owning(region.db, (tx) => sql`delete from identity.sign_in_requests`.execute(tx))
  const answers = await Promise.all(Array.from({ length: 121 }, () => region.get('/inloggen/via/sterk')))
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(1)
})
