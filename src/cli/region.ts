import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig } from '../config'
import { migrate, readMigrations } from '../platform/db/migrate'
import { examinePack, loadPack, previewPack } from '../platform/pack/load'
import { packFiles } from '../region/pack'
import { changeLines, detailLines, faultLines } from '../region/report'
import { DatabaseRefusal, openDatabase } from '../start'

const usage = `Gebruik:
  npm run region -- check MAP [--take CODE …]   controleert een regiopakket en laat zien wat laden zou veranderen
  npm run region -- load MAP [--take CODE …]    laat zien wat er verandert en laadt het pakket: alles of niets`

const say = (line: string) => process.stdout.write(`${line}\n`)
const [verb, folder, ...rest] = process.argv.slice(2)
const take = new Set(rest.filter((_, at) => rest[at - 1] === '--take'))
const understood = rest.every((word, at) => (at % 2 === 0 ? word === '--take' : true)) && rest.length % 2 === 0

if ((verb !== 'check' && verb !== 'load') || !folder || !understood) {
  say(usage)
  process.exit(2)
}
const { pack, faults } = examinePack(folder, packFiles)
if (!pack || faults.length > 0) {
  for (const line of faultLines(faults)) say(line)
  say(`${faults.length} ${faults.length === 1 ? 'fout' : 'fouten'}. Er is niets veranderd.`)
  process.exit(1)
}
say(
  `Het pakket van ${pack.region.naam} klopt: ${packFiles.reduce((sum, { file }) => sum + (pack.rows.get(file)?.length ?? 0), 0)} rijen.`,
)

const config = readConfig(process.env)
if ('faults' in config) {
  for (const fault of config.faults) say(`Instelling klopt niet: ${fault}`)
  process.exit(1)
}
if (verb === 'check' && !config.DATABASE_URL && !existsSync(join(config.DATA_DIR, 'database'))) {
  say('Er is nog geen database: alles zou nieuw zijn.')
  process.exit(0)
}
try {
  const db = await openDatabase(config, () => new Date(), say)
  await migrate(db, readMigrations('db/migrations'))
  const changes = await previewPack(db, pack, packFiles, take)
  for (const line of [...detailLines(changes), ...changeLines(changes)]) say(line)
  if (verb === 'load') await loadPack(db, folder, packFiles, take)
  say(verb === 'load' ? 'Geladen.' : 'Er is niets veranderd. Laden: npm run region -- load …')
  await db.close()
} catch (fault) {
  if (!(fault instanceof DatabaseRefusal)) throw fault
  say(fault.message)
  process.exit(1)
}
