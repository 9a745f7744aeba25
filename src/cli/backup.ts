import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { CommandRefusal, runCommand } from '../command'
import { makeBackup } from '../platform/backup/backup'
import { archiveLine, fileTroubleText, wholeNumber } from '../platform/backup/wording'
import { embeddedExists } from '../platform/db/embedded'

const usage = `Gebruik:
  npm run backup -- BESTAND   bewaart alles in één bestand, dat op beide soorten databases kan worden teruggezet`

const [file, ...rest] = process.argv.slice(2)
if (!file || file.startsWith('-') || rest.length > 0) {
  process.stderr.write(`${usage}\n`)
  process.exit(2)
}
const path = resolve(file)

await runCommand(async ({ config, say, open }) => {
  const nothing = 'Er is geen database om te bewaren. Controleer DATABASE_URL of DATA_DIR.'
  if (!config.DATABASE_URL && !embeddedExists(config.DATA_DIR)) throw new CommandRefusal(nothing)
  const made = await makeBackup(await open(), path).catch((fault: unknown) => {
    const text = fileTroubleText(fault, path)
    throw text ? new CommandRefusal(text) : fault
  })
  if ('refused' in made) {
    throw new CommandRefusal(
      made.refused === 'nothing-to-keep' ? nothing : `Het bestand ${path} bestaat al. Kies een andere naam.`,
    )
  }
  say(`Bewaard in ${path} (${wholeNumber(Math.ceil(statSync(path).size / 1024))} kB): ${archiveLine(made)}`)
  say('Het bestand is teruggelezen en klopt. Er staan persoonsgegevens in: bewaar het op een veilige plek.')
})
