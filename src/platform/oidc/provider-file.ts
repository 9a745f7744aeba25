import { createPrivateKey } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { importPKCS8 } from 'jose'
import type { CryptoKey } from 'openid-client'
import { z } from 'zod'

/** A party that signs people in for us, over OpenID Connect, as the installation declares it. */
export type Provider = {
  /** Stands in addresses. */
  readonly code: string
  readonly name: string
  readonly issuer: URL
  readonly clientId: string
  /** Codes of the organisations whose people it may vouch for. */
  readonly organisations: readonly string[]
  readonly authentication:
    | { readonly kind: 'private_key_jwt'; readonly key: CryptoKey; readonly keyId: string | null }
    | { readonly kind: 'client_secret'; readonly secret: string }
  /** The levels of assurance that are asked for, and of which one must be given; empty: the provider decides. */
  readonly acr: readonly string[]
  readonly usesPkce: boolean
  readonly allowsHttp: boolean
  readonly trustsUnverifiedMail: boolean
  /** The settings that make it weaker than the profile OIDC NL GOV, by their name in the file. */
  readonly weakenings: readonly string[]
}

const text = (error: string) => z.string({ error }).min(1, { error })
const algorithms = ['PS256', 'RS256', 'ES256'] as const
const notTrue = 'alleen true; laat het weg als het niet zo is'
const on = z.literal(true, { error: notTrue }).optional()

const deviations = z.strictObject(
  {
    clientSecret: text('schrijf het geheim als tekst').optional(),
    zonderPkce: on,
    httpOpLoopback: on,
    mailNietBevestigd: on,
    zonderAcr: on,
  },
  { error: 'kan alleen bevatten: clientSecret, zonderPkce, httpOpLoopback, mailNietBevestigd, zonderAcr' },
)

const providerSchema = z.strictObject(
  {
    code: z
      .string({ error: 'ontbreekt; schrijf een korte naam voor in het adres, bijvoorbeeld utrecht' })
      .regex(/^[a-z0-9-]{2,40}$/, { error: 'alleen kleine letters, cijfers en streepjes, 2 tot 40 tekens' }),
    naam: text('ontbreekt; schrijf de naam zoals mensen hem kennen'),
    issuer: z.url({
      error: 'ontbreekt of is geen adres; schrijf het adres van de aanbieder, bijvoorbeeld https://login.example.nl',
    }),
    clientId: text('ontbreekt; de aanbieder geeft deze bij het aanmelden'),
    organisaties: z
      .array(text('schrijf codes van organisaties uit het regiopakket'), {
        error: 'ontbreekt; schrijf een lijst van codes, bijvoorbeeld ["GM0000"]',
      })
      .min(1, { error: 'noem ten minste één organisatie' }),
    sleutel: text('schrijf de naam van het bestand met de privésleutel').optional(),
    sleutelId: text('schrijf het kenmerk (kid) waarmee de aanbieder de sleutel kent').optional(),
    algoritme: z.enum(algorithms, { error: `kies uit ${algorithms.join(', ')}` }).default('PS256'),
    acr: z.array(text('schrijf niveaus als tekst'), { error: 'schrijf een lijst van niveaus' }).default([]),
    afwijkingen: deviations.default({}),
  },
  { error: 'hier staat een veld dat we niet kennen; zie docs/inloggen.md' },
)

type Declared = z.infer<typeof providerSchema>

/** The providers of a file, or one Dutch line per fault that names the provider and the field. */
export async function readProviderFile(path: string): Promise<Provider[] | { readonly faults: string[] }> {
  const parsed = readJson(path)
  if ('fault' in parsed) return { faults: [`${path}: ${parsed.fault}`] }
  const list = z.strictObject({ aanbieders: z.array(z.unknown()).min(1) }).safeParse(parsed.json)
  if (!list.success)
    return { faults: [`${path}: het bestand moet één lijst "aanbieders" bevatten, met ten minste één aanbieder.`] }

  const faults: string[] = []
  const providers: Provider[] = []
  for (const [at, entry] of list.data.aanbieders.entries()) {
    const place = (field: string) => `${path}, aanbieder ${at + 1}${nameOf(entry)}, ${field}`
    const read = providerSchema.safeParse(entry)
    if (!read.success) {
      for (const issue of read.error.issues)
        faults.push(`${place(issue.path.join('.') || 'velden')}: ${unknownFields(issue) ?? issue.message}.`)
      continue
    }
    const found = await asProvider(read.data, dirname(path))
    if ('faults' in found) faults.push(...found.faults.map(([field, message]) => `${place(field)}: ${message}.`))
    else if (providers.some(({ code }) => code === found.code)) faults.push(`${place('code')}: staat er twee keer.`)
    else providers.push(found)
  }
  return faults.length > 0 ? { faults } : providers
}

function readJson(path: string): { json: unknown } | { fault: string } {
  if (!existsSync(path)) return { fault: 'dit bestand is er niet. Controleer OIDC_FILE.' }
  try {
    return { json: JSON.parse(readFileSync(path, 'utf8')) }
  } catch (fault) {
    return { fault: `niet te lezen als JSON: ${(fault as Error).message}` }
  }
}

function nameOf(entry: unknown): string {
  const code = (entry as { code?: unknown } | null)?.code
  return typeof code === 'string' ? ` (${code})` : ''
}

function unknownFields(issue: z.core.$ZodIssue): string | null {
  return issue.code === 'unrecognized_keys' ? `deze velden kennen we niet: ${issue.keys.join(', ')}` : null
}

type FieldFaults = { readonly faults: readonly (readonly [field: string, message: string])[] }

async function asProvider(declared: Declared, folder: string): Promise<Provider | FieldFaults> {
  const { afwijkingen } = declared
  const faults: [string, string][] = []
  const issuer = new URL(declared.issuer)
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(issuer.hostname)
  if (issuer.protocol !== 'https:' && !(afwijkingen.httpOpLoopback && isLoopback)) {
    faults.push([
      'issuer',
      'moet met https:// beginnen; zonder https kan alleen op deze machine, met afwijkingen.httpOpLoopback',
    ])
  }
  if (declared.acr.length === 0 && !afwijkingen.zonderAcr) {
    faults.push(['acr', 'noem de niveaus die de aanbieder moet garanderen, of zet afwijkingen.zonderAcr'])
  }
  const authentication = await authenticationOf(declared, folder)
  if ('faults' in authentication)
    faults.push(...authentication.faults.map(([field, message]): [string, string] => [field, message]))
  if (faults.length > 0 || 'faults' in authentication) return { faults }
  return {
    code: declared.code,
    name: declared.naam,
    issuer,
    clientId: declared.clientId,
    organisations: declared.organisaties,
    authentication,
    acr: declared.acr,
    usesPkce: !afwijkingen.zonderPkce,
    allowsHttp: issuer.protocol === 'http:',
    trustsUnverifiedMail: afwijkingen.mailNietBevestigd ?? false,
    weakenings: Object.keys(afwijkingen),
  }
}

async function authenticationOf(declared: Declared, folder: string): Promise<Provider['authentication'] | FieldFaults> {
  const { sleutel, sleutelId = null, algoritme, afwijkingen } = declared
  const fault = (field: string, message: string): FieldFaults => ({ faults: [[field, message]] })
  if (sleutel && afwijkingen.clientSecret)
    return fault('sleutel', 'kies de sleutel of afwijkingen.clientSecret, niet allebei')
  if (afwijkingen.clientSecret) return { kind: 'client_secret', secret: afwijkingen.clientSecret }
  if (!sleutel) return fault('sleutel', 'noem het bestand met de privésleutel, of zet afwijkingen.clientSecret')
  const file = resolve(folder, sleutel)
  if (!existsSync(file)) return fault('sleutel', `het bestand ${file} is er niet`)
  try {
    const pem = createPrivateKey(readFileSync(file)).export({ type: 'pkcs8', format: 'pem' }).toString()
    return { kind: 'private_key_jwt', key: await importPKCS8(pem, algoritme), keyId: sleutelId }
  } catch {
    return fault('sleutel', `het bestand ${file} is geen privésleutel in PEM-vorm die past bij ${algoritme}`)
  }
}
