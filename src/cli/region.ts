import { CommandRefusal, runCommand } from '../command'
import { embeddedExists } from '../platform/db/embedded'
import { isUpToDate, readMigrations } from '../platform/db/migrate'
import { examinePack, loadPack, previewPack } from '../platform/pack/load'
import { packFiles } from '../region/pack'
import { changeLines, detailLines, faultLines } from '../region/report'
import { migrateOrRefuse } from '../start'

const usage = `Gebruik:
  npm run region -- check MAP [--take CODE …]   controleert een regiopakket en laat zien wat laden zou veranderen
  npm run region -- load MAP [--take CODE …]    laat zien wat er verandert en laadt het pakket: alles of niets`

const [verb, folder, ...rest] = process.argv.slice(2)
const take = new Set(rest.filter((_, at) => rest[at - 1] === '--take'))
const understood = rest.every((word, at) => (at % 2 === 0 ? word === '--take' : true)) && rest.length % 2 === 0

if ((verb !== 'check' && verb !== 'load') || !folder || !understood) {
  process.stderr.write(`${usage}\n`)
  process.exit(2)
}

await runCommand(async ({ config, say, open }) => {
  const { pack, faults } = examinePack(folder, packFiles)
  if (!pack || faults.length > 0) {
    const count = `${faults.length} ${faults.length === 1 ? 'fout' : 'fouten'}. Er is niets veranderd.`
    throw new CommandRefusal([...faultLines(faults), count].join('\n'))
  }
  const rows = packFiles.reduce((sum, { file }) => sum + (pack.rows.get(file)?.length ?? 0), 0)
  say(`Het pakket van ${pack.region.naam} klopt: ${rows} rijen.`)
  if (verb === 'check' && !config.DATABASE_URL && !embeddedExists(config.DATA_DIR)) {
    return say('Er is nog geen database: alles zou nieuw zijn.')
  }

  const db = await open()
  const migrations = readMigrations('db/migrations')
  if (verb === 'load') await migrateOrRefuse(db, migrations, config, say)
  else if (!(await isUpToDate(db, migrations))) {
    return say('De database is van een andere versie. Wat laden verandert, is te zien na: npm start')
  }
  const changes = await previewPack(db, pack, packFiles, take)
  for (const line of [...detailLines(changes), ...changeLines(changes)]) say(line)
  if (verb === 'load') await loadPack(db, folder, packFiles, take)
  say(verb === 'load' ? 'Geladen.' : 'Er is niets veranderd. Laden: npm run region -- load …')
})
