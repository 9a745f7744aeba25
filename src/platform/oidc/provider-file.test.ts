import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readProviderFile } from './provider-file'

const folder = mkdtempSync(join(tmpdir(), 'slagvaardig-aanbieders-'))
beforeAll(() => {
  const write = (name: string, key: { export(options: { type: 'pkcs8'; format: 'pem' }): string | Buffer }) =>
    writeFileSync(join(folder, name), key.export({ type: 'pkcs8', format: 'pem' }))
  write('rsa.pem', generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey)
  write('ec.pem', generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey)
  writeFileSync(join(folder, 'kapot.pem'), 'geen sleutel')
})
afterAll(() => rmSync(folder, { recursive: true }))

const good = {
  code: 'utrecht',
  naam: 'Gemeente Utrecht',
  issuer: 'https://login.utrecht.example/oidc',
  clientId: 'slagvaardig',
  organisaties: ['GM0344'],
  sleutel: 'rsa.pem',
  acr: ['http://eidas.europa.eu/LoA/substantial'],
}
const path = join(folder, 'oidc.json')
async function read(...aanbieders: unknown[]) {
  writeFileSync(path, JSON.stringify({ aanbieders }))
  return readProviderFile(path)
}
async function faults(change: object) {
  const found = await read({ ...good, ...change })
  return 'faults' in found ? found.faults.map((line) => line.replace(`${path}, aanbieder 1`, '')) : []
}

describe('a file with providers', () => {
  test('gives PKCE and a key by default, and no weakening', async () => {
    const found = await read(good)
    expect(found).toEqual([
      expect.objectContaining({
        code: 'utrecht',
        usesPkce: true,
        allowsHttp: false,
        trustsUnverifiedMail: false,
        weakenings: [],
        authentication: expect.objectContaining({ kind: 'private_key_jwt', keyId: null }),
      }),
    ])
  })

  test('may hold a key of another kind', async () => {
    expect(await faults({ sleutel: 'ec.pem', algoritme: 'ES256' })).toEqual([])
  })

  test('counts each weakening that is set', async () => {
    const afwijkingen = { clientSecret: 'x', zonderPkce: true, mailNietBevestigd: true, zonderAcr: true }
    const { sleutel: _, acr: __, ...rest } = good
    const found = await read({ ...rest, afwijkingen })
    expect(found).toEqual([
      expect.objectContaining({
        usesPkce: false,
        trustsUnverifiedMail: true,
        authentication: { kind: 'client_secret', secret: 'x' },
        weakenings: ['clientSecret', 'zonderPkce', 'mailNietBevestigd', 'zonderAcr'],
      }),
    ])
  })
})

describe('a fault is named with provider, field and what to do', () => {
  test.each<[string, object, RegExp]>([
    ['no code', { code: undefined }, /^, code: ontbreekt; schrijf een korte naam/],
    ['a code with a space', { code: 'Gemeente Utrecht' }, / code: alleen kleine letters/],
    ['no name', { naam: '' }, /^ \(utrecht\), naam: ontbreekt/],
    ['an issuer that is no address', { issuer: 'utrecht' }, / issuer: ontbreekt of is geen adres/],
    ['an issuer without https', { issuer: 'http://login.utrecht.example' }, / issuer: moet met https:\/\/ beginnen/],
    [
      'http elsewhere than on this machine',
      { issuer: 'http://login.utrecht.example', afwijkingen: { httpOpLoopback: true } },
      / issuer: moet met https:\/\/ beginnen/,
    ],
    ['http on this machine without saying so', { issuer: 'http://127.0.0.1:9' }, / issuer: moet met https/],
    ['no client id', { clientId: undefined }, / clientId: ontbreekt; de aanbieder geeft/],
    ['no organisations', { organisaties: [] }, / organisaties: noem ten minste één/],
    [
      'no key',
      { sleutel: undefined },
      / sleutel: noem het bestand met de privésleutel, of zet afwijkingen\.clientSecret/,
    ],
    ['a key file that is not there', { sleutel: 'weg.pem' }, / sleutel: het bestand \S+weg\.pem is er niet/],
    [
      'a key file that holds no key',
      { sleutel: 'kapot.pem' },
      / sleutel: .* geen privésleutel in PEM-vorm die past bij PS256/,
    ],
    ['a key of another kind', { sleutel: 'ec.pem' }, / sleutel: .* die past bij PS256/],
    ['a key and a secret', { afwijkingen: { clientSecret: 'x' } }, / sleutel: kies de sleutel of/],
    ['an unknown algorithm', { algoritme: 'HS256' }, / algoritme: kies uit PS256, RS256, ES256/],
    ['no level of assurance', { acr: [] }, / acr: noem de niveaus .* of zet afwijkingen\.zonderAcr/],
    ['a field nobody knows', { kleur: 'rood' }, / velden: deze velden kennen we niet: kleur/],
    [
      'a weakening nobody knows',
      { afwijkingen: { allesMag: true } },
      / afwijkingen: deze velden kennen we niet: allesMag/,
    ],
    ['a weakening that is off', { afwijkingen: { zonderPkce: false } }, / afwijkingen\.zonderPkce: alleen true/],
  ])('%s', async (_, change, expected) => {
    expect(await faults(change)).toEqual([expect.stringMatching(expected)])
  })

  test('several faults at once', async () => {
    expect(await faults({ issuer: 'http://x.nl', acr: [], sleutel: 'weg.pem' })).toHaveLength(3)
  })
  test('the same code twice', async () => {
    const found = await read(good, good)
    expect(found).toEqual({ faults: [`${path}, aanbieder 2 (utrecht), code: staat er twee keer.`] })
  })
  test('a file that is not there', async () => {
    expect(await readProviderFile(join(folder, 'weg.json'))).toEqual({
      faults: [`${join(folder, 'weg.json')}: dit bestand is er niet. Controleer OIDC_FILE.`],
    })
  })
  test.each([['{'], ['[]'], ['{"aanbieders": []}'], ['{"aanbieders": [], "x": 1}'], ['{"aanbieders": ["utrecht"]}']])(
    'a file with %s',
    async (text) => {
      writeFileSync(path, text)
      const found = await readProviderFile(path)
      expect('faults' in found && found.faults).toEqual([expect.stringContaining(path)])
    },
  )
})
