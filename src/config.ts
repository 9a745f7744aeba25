import { resolve } from 'node:path'
import { z } from 'zod'

const setting = <T extends z.ZodType>(schema: T, example: string, means: string) =>
  schema.meta({ example, description: means })
/** A setting that may hold a password: its value is never shown. */
const secret = <T extends z.ZodType>(schema: T, example: string, means: string) =>
  schema.meta({ example, description: means, isSecret: true })

const onOff = z.enum(['aan', 'uit'])

/** Every setting there is, with what it means in Dutch; docs/settings.md is made from this table. */
export const settings = z.object({
  PORT: setting(z.coerce.number().int().min(0).max(65535).default(3000), '3000', 'De poort waarop de server luistert.'),
  HOST: setting(
    z.string().min(1).optional(),
    '0.0.0.0',
    'Het adres waarop de server luistert. Leeg: alleen deze machine (127.0.0.1).',
  ),
  BASE_URL: setting(
    z.url({ protocol: /^https?$/ }).optional(),
    'https://veiligheid.example.nl',
    'Het adres waarop bezoekers het product openen; staat in mails en API-links.',
  ),
  DATA_DIR: setting(
    z.string().min(1).default('.data'),
    '.data',
    'De map voor de ingebouwde database. Wordt gemaakt als hij er niet is.',
  ),
  PROOF_DIR: setting(
    z.string().min(1).optional(),
    '/var/lib/slagvaardig',
    'De map voor de sleutel en de controlepunten van het logboek van publicaties, buiten de database. Leeg: DATA_DIR.',
  ),
  DATABASE_URL: secret(
    z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    'postgres://sv_login:geheim@db:5432/slagvaardig',
    'Een PostgreSQL-server (versie 15 of hoger). Leeg: de ingebouwde database in DATA_DIR.',
  ),
  DATABASE_OWNER_URL: secret(
    z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    'postgres://sv_beheer:geheim@db:5432/slagvaardig',
    'Dezelfde database met een gebruiker die tabellen mag maken. Leeg: DATABASE_URL.',
  ),
  REGION_DIR: setting(
    z.string().min(1).default('region/midden-nederland'),
    'region/midden-nederland',
    'De map met het regiopakket dat bij de start wordt geladen.',
  ),
  EXAMPLE: setting(
    onOff.optional(),
    'uit',
    'Voorbeeldpersonen en postvak. Leeg: aan als DATABASE_URL, HOST en BASE_URL alle drie leeg zijn. Alleen bereikbaar vanaf deze machine.',
  ),
  EXAMPLE_FIGURES: setting(
    onOff.optional(),
    'uit',
    'Verzonnen maandcijfers, zolang er geen cijfers van de politie zijn geladen. Ze dragen overal hun merk. Leeg: aan als DATABASE_URL leeg is.',
  ),
  FIGURES_URL: setting(
    z.url({ protocol: /^https?$/ }).default('https://dataderden.cbs.nl'),
    'https://dataderden.cbs.nl',
    'De bron van de maandcijfers: een server met OData versie 3. Een ander adres wordt nooit gevraagd.',
  ),
  INHABITANTS_URL: setting(
    z.url({ protocol: /^https?$/ }).default('https://opendata.cbs.nl'),
    'https://opendata.cbs.nl',
    'De bron van de aantallen inwoners en de kerncijfers: een server van het CBS met OData versie 3. Een ander adres wordt nooit gevraagd.',
  ),
  BOUNDARIES_URL: setting(
    z.url({ protocol: /^https?$/ }).default('https://api.pdok.nl/cbs/gebiedsindelingen/ogc/v1'),
    'https://api.pdok.nl/cbs/gebiedsindelingen/ogc/v1',
    'De bron van de grenzen op de kaart: een dienst van PDOK met OGC API Features. Een ander adres wordt nooit gevraagd.',
  ),
  FIGURES_PACE: setting(
    z.coerce.number().int().min(0).max(60_000).default(600),
    '600',
    'Zoveel milliseconden zit er ten minste tussen twee vragen aan dezelfde bron van cijfers, inwoners, kerncijfers of grenzen.',
  ),
  FIGURES_LOAD: setting(
    onOff.default('uit'),
    'aan',
    'Kijk vanaf de 15e van elke maand één keer per dag of de bronnen nieuwe cijfers, inwoners, kerncijfers of grenzen hebben, en laad die.',
  ),
  MAIL_URL: secret(
    z.url({ protocol: /^smtps?$/ }).optional(),
    'smtp://mail:25',
    'De mailserver. Leeg: mails staan alleen in het postvak van het voorbeeld.',
  ),
  MAIL_FROM: setting(
    z.email().default('slagvaardig@localhost.invalid'),
    'veiligheid@example.nl',
    'De afzender van mails.',
  ),
  MAIL_IN: setting(
    z
      .string()
      .regex(/^(?:([\w.-]+|\[[\da-f:]+\]):)?\d{1,5}$/i, { abort: true })
      .refine((text) => Number(text.split(':').at(-1)) <= 65535)
      .optional(),
    '127.0.0.1:2525',
    'Adres en poort waarop dit programma antwoorden op zijn mails ontvangt; zonder adres alleen deze machine. Leeg: het ontvangt geen mail.',
  ),
  PROXIES: setting(
    z.coerce.number().int().min(0).max(10).default(0),
    '1',
    'Het aantal eigen proxyservers vóór dit programma. Nodig om te tellen hoe vaak één afzender om een inloglink vraagt.',
  ),
  OIDC_FILE: setting(
    z.string().min(1).optional(),
    'oidc.json',
    'Bestand met de aanbieders om mee in te loggen (OpenID Connect).',
  ),
  LOG_LEVEL: setting(
    z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    'info',
    'Hoeveel er in het logboek komt.',
  ),
})

type Settings = z.infer<typeof settings>

/** The configuration the program runs on: checked, and with what follows from it. */
export type Config = Omit<
  Settings,
  'EXAMPLE' | 'EXAMPLE_FIGURES' | 'FIGURES_LOAD' | 'HOST' | 'MAIL_IN' | 'PROOF_DIR'
> & {
  readonly HOST: string
  readonly PROOF_DIR: string
  /** Example persons and the mailbox page exist. */
  readonly example: boolean
  /** Invented monthly figures are made as long as there are no real ones. */
  readonly exampleFigures: boolean
  /** Where answers to mails are received; null when they are not. */
  readonly mailIn: { readonly host: string; readonly port: number } | null
  /** What stands behind the @ of the addresses that mails are answered to: that of the sender. Null when no mail is received. */
  readonly answersAt: string | null
  /** The monthly look for new figures is on. */
  readonly loadsFigures: boolean
}

/** What a setting means, in Dutch; `standard` is what holds when it is not set, null when nothing does. */
export function describeSetting(name: keyof Settings): {
  description: string
  example: string
  isSecret: boolean
  standard: string | null
} {
  const schema = settings.shape[name]
  const { description, example, isSecret } = schema.meta() as {
    description: string
    example: string
    isSecret?: boolean
  }
  const standard = schema.safeParse(undefined).data
  return {
    description,
    example,
    isSecret: isSecret ?? false,
    standard: standard === undefined ? null : String(standard),
  }
}

/** One line per wrong setting, in Dutch, or the configuration. An empty text counts as not set. */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
): Config | { readonly faults: string[] } {
  const given = Object.fromEntries(Object.keys(settings.shape).map((name) => [name, environment[name] || undefined]))
  const read = settings.safeParse(given)
  if (!read.success) {
    const faults = read.error.issues.map(({ path }) => {
      const name = String(path[0]) as keyof Settings
      const { description, example, isSecret } = describeSetting(name)
      return `${name}=${isSecret ? '…' : `"${given[name]}"`} kan niet. ${description} Voorbeeld: ${name}=${example}`
    })
    return { faults }
  }
  const { EXAMPLE, EXAMPLE_FIGURES, FIGURES_LOAD, HOST, MAIL_IN, PROOF_DIR, ...rest } = read.data
  if (rest.DATABASE_OWNER_URL && !rest.DATABASE_URL) {
    return {
      faults: [
        `DATABASE_URL ontbreekt, en is nodig bij DATABASE_OWNER_URL. ${describeSetting('DATABASE_URL').description}`,
      ],
    }
  }
  // A link in a mail, or an answer of a provider, must lead here whatever host a request claims to be for.
  const needsAddress = (['MAIL_URL', 'OIDC_FILE'] as const).find((name) => rest[name])
  if (needsAddress && !rest.BASE_URL) {
    return {
      faults: [`BASE_URL ontbreekt, en is nodig bij ${needsAddress}. ${settings.shape.BASE_URL.meta()?.description}`],
    }
  }
  return {
    ...rest,
    DATA_DIR: resolve(rest.DATA_DIR),
    PROOF_DIR: resolve(PROOF_DIR ?? rest.DATA_DIR),
    HOST: HOST ?? '127.0.0.1',
    mailIn: MAIL_IN ? hostAndPort(MAIL_IN) : null,
    answersAt: MAIL_IN ? rest.MAIL_FROM.slice(rest.MAIL_FROM.lastIndexOf('@') + 1) : null,
    loadsFigures: FIGURES_LOAD === 'aan',
    exampleFigures: EXAMPLE_FIGURES ? EXAMPLE_FIGURES === 'aan' : !rest.DATABASE_URL,
    example: EXAMPLE ? EXAMPLE === 'aan' : !rest.DATABASE_URL && !HOST && !rest.BASE_URL,
  }
}

function hostAndPort(text: string): { host: string; port: number } {
  const at = text.lastIndexOf(':')
  const host = text.slice(0, Math.max(at, 0)).replace(/^\[|\]$/g, '')
  return { host: host || '127.0.0.1', port: Number(text.slice(at + 1)) }
}
