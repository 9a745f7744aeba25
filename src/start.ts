import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Config } from './config'
import { unknownOrganisations } from './domains/identity'
import { type Database, owning } from './platform/db/database'
import { type EmbeddedRefusal, openEmbedded } from './platform/db/embedded'
import { type Migration, MigrationMismatch, migrate } from './platform/db/migrate'
import { databaseOnPostgres } from './platform/db/open'
import { serverVersion, visitorRights } from './platform/db/rights'
import { type Trouble, troubleOf } from './platform/db/trouble'
import type { Providers } from './platform/oidc/providers'
import { examinePack, loadPack } from './platform/pack/load'
import type { PackFault } from './platform/pack/read'
import type { SealRefusal } from './platform/proof/seal'
import { packFiles } from './region/pack'
import { changeLines, faultLines } from './region/report'

type Say = (line: string) => void

/** The start cannot go on, and the person at the terminal can mend it: `message` says in Dutch what to do. */
export class StartRefusal extends Error {}

/** Opens the database the configuration names. Throws a StartRefusal when it cannot; then nothing is changed. */
export async function openDatabase(config: Config, clock: () => Date, say: Say): Promise<Database> {
  if (config.DATABASE_URL) {
    const { DATABASE_URL: visitors, DATABASE_OWNER_URL: owners = visitors } = config
    say(`Database: PostgreSQL op ${new URL(visitors).host}.`)
    const db = databaseOnPostgres({ visitors, owners }, clock)
    try {
      await requireServer(db.owners, config.DATABASE_OWNER_URL ? 'DATABASE_OWNER_URL' : 'DATABASE_URL', owners)
      await requireServer(db.visitors, 'DATABASE_URL', visitors)
    } catch (fault) {
      await db.close()
      throw fault
    }
    return db
  }
  say('Database: ingebouwd, om te proberen en voor klein gebruik. Voor echte gegevens: zet DATABASE_URL.')
  const opened = await openEmbedded(config.DATA_DIR, pathToFileURL(join(process.cwd(), 'dist/pglite.worker.js')), clock)
  if ('refused' in opened) throw new StartRefusal(embeddedText(opened, config.DATA_DIR))
  return opened
}

function embeddedText(refusal: EmbeddedRefusal, folder: string): string {
  switch (refusal.refused) {
    case 'folder-unusable':
      return `De map ${folder} kan niet worden gebruikt: ${refusal.because}. Kies een andere map met DATA_DIR.`
    case 'disk-too-full':
      return `De schijf is te vol: ${folder} heeft ten minste ${refusal.neededMegabytes} MB vrije ruimte nodig. Er is niets veranderd.`
    case 'in-use':
      return `De database in ${folder} is al open in een ander programma (proces ${refusal.heldBy}). Stop dat eerst, of kies een andere map met DATA_DIR.`
    case 'damaged':
      return `De database in ${folder} kan niet worden geopend: ${refusal.because}. Zet een reservekopie terug in een lege map: DATA_DIR=andere-map npm run restore -- BESTAND`
  }
}

async function requireServer(login: Database['visitors'], setting: string, url: string): Promise<void> {
  const version = await serverVersion(login).catch((fault: unknown) => {
    const trouble = troubleOf(fault)
    throw trouble ? new StartRefusal(troubleText(trouble, setting, new URL(url))) : fault
  })
  if (version < 15)
    throw new StartRefusal(`PostgreSQL ${version} is te oud. Slagvaardig heeft versie 15 of hoger nodig.`)
}

function troubleText(trouble: Trouble, setting: string, { host, pathname, username }: URL): string {
  const user = decodeURIComponent(username)
  const name = decodeURIComponent(pathname.slice(1))
  switch (trouble) {
    case 'unreachable':
      return `De database is niet bereikbaar op ${host}. Draait de server daar? Controleer ${setting}. Er is niets veranderd.`
    case 'wrong-login':
      return `De database op ${host} laat de gebruiker ${user} niet toe. Controleer naam en wachtwoord in ${setting}.`
    case 'no-such-database':
      return `De database ${name} bestaat niet op ${host}. Controleer ${setting}.`
    case 'too-many-connections':
      return `De database op ${host} heeft geen verbinding meer vrij. Verhoog max_connections of stop andere programma’s.`
    case 'no-rights':
      return `De gebruiker ${user} uit ${setting} mag te weinig in de database ${name}. Draai als beheerder van PostgreSQL één keer deploy/postgres-roles.sql. Er is niets veranderd.`
    case 'disk-full':
      return `De schijf van de database op ${host} is vol. Maak ruimte en start opnieuw. Wat bewaard was, is er nog.`
  }
}

/** Reads the region pack of the settings. Throws a StartRefusal that names every fault in it. */
export function requireRegion({ REGION_DIR }: Config): void {
  const { faults } = examinePack(REGION_DIR, packFiles)
  if (faults.length > 0) throw wrongRegion(REGION_DIR, faults)
}

function wrongRegion(folder: string, faults: readonly PackFault[]): StartRefusal {
  const first = `Het regiopakket in ${folder} klopt niet. Er is niets veranderd.`
  return new StartRefusal([first, ...faultLines(faults)].join('\n'))
}

/** Migrates and loads the region. Throws a StartRefusal when the database does not take it. */
export async function prepareRegion(
  db: Database,
  migrations: readonly Migration[],
  config: Config,
  say: Say,
): Promise<void> {
  await migrateOrRefuse(db, migrations, config, say)
  const report = await loadPack(db, config.REGION_DIR, packFiles).catch((fault: unknown) => {
    throw asRefusal(fault, config)
  })
  if (!report.loaded) throw wrongRegion(config.REGION_DIR, report.faults)
  for (const line of changeLines(report.changes)) say(line)
}

/** Migrates, and looks whether the login for requests may do what it must. Throws a StartRefusal when it cannot. */
export async function migrateOrRefuse(
  db: Database,
  migrations: readonly Migration[],
  config: Config,
  say: Say,
): Promise<void> {
  try {
    const applied = await migrate(db, migrations)
    if (applied.length > 0) say(`Database bijgewerkt: ${applied.length} stappen.`)
    if (db.kind === 'postgresql') await requireRights(db, say)
  } catch (fault) {
    throw asRefusal(fault, config)
  }
}

async function requireRights(db: Database, say: Say): Promise<void> {
  switch (await visitorRights(db)) {
    case 'exactly':
      return
    case 'too-many':
      return say(
        'Let op: de gebruiker van DATABASE_URL mag meer dan nodig is. Maak een eigen gebruiker voor bezoekers; zie docs/operations.md.',
      )
    case 'too-few':
      throw new StartRefusal(
        'De gebruiker van DATABASE_URL is geen lid van de rol sv_visitor. Draai als beheerder van PostgreSQL: grant sv_visitor to GEBRUIKER',
      )
    case 'other-database':
      throw new StartRefusal('DATABASE_URL en DATABASE_OWNER_URL horen bij dezelfde database, en dat is nu niet zo.')
  }
}

/** A fault as something the person at the terminal can mend; any other fault as it is. */
export function asRefusal(fault: unknown, { DATABASE_URL, DATABASE_OWNER_URL, DATA_DIR }: Config): unknown {
  if (fault instanceof MigrationMismatch) {
    const { changed, unknown } = fault
    return new StartRefusal(
      unknown.length > 0
        ? `De database is nieuwer dan dit programma (${unknown.join(', ')}). Gebruik de versie waarmee de database is gemaakt, of een nieuwere.`
        : `Deze stappen zijn veranderd nadat ze op de database waren uitgevoerd: ${changed.join(', ')}. Zet het programma terug zoals het was.`,
    )
  }
  const trouble = troubleOf(fault)
  if (!trouble) return fault
  const url = DATABASE_OWNER_URL ?? DATABASE_URL
  if (!url)
    return new StartRefusal(
      `De schijf van ${DATA_DIR} is te vol. Maak ruimte en start opnieuw. Wat bewaard was, is er nog.`,
    )
  return new StartRefusal(
    troubleText(trouble, DATABASE_OWNER_URL ? 'DATABASE_OWNER_URL' : 'DATABASE_URL', new URL(url)),
  )
}

/** Why nothing signs the log of publications, and what to do; the product works without, and says so on the page of the log. */
export function sealText(refusal: SealRefusal, folder: string): string {
  switch (refusal.refused) {
    case 'folder-unusable':
      return `Let op: in de map ${folder} kunnen geen controlepunten van het logboek van publicaties staan: ${refusal.because}. Kies een andere map met PROOF_DIR.`
    case 'key-gone':
      return `Let op: de sleutel ${refusal.file} is weg, en er zijn al controlepunten. Zet de sleutel terug uit uw reservekopie van die map.`
  }
}

/** Every organisation a provider vouches for must be in the region. Throws a StartRefusal that names those that are not. */
export async function checkProviders(db: Database, { list }: Providers): Promise<void> {
  const unknown = await owning(db, (tx) =>
    unknownOrganisations(
      tx,
      list.flatMap(({ organisations }) => organisations),
    ),
  )
  if (unknown.length === 0) return
  const lines = list.flatMap(({ code, organisations }) =>
    organisations
      .filter((organisation) => unknown.includes(organisation))
      .map(
        (organisation) =>
          `aanbieder ${code}, organisaties: de organisatie ${organisation} staat niet in het regiopakket.`,
      ),
  )
  throw new StartRefusal(['Het bestand van OIDC_FILE past niet bij de regio.', ...lines].join('\n'))
}
