import { resolve } from 'node:path'
import { CommandRefusal, runCommand } from '../command'
import { examineBackup, restoreBackup } from '../platform/backup/restore'
import { archiveLine, fileTroubleText, refusalText } from '../platform/backup/wording'
import { readMigrations } from '../platform/db/migrate'

const usage = `Gebruik:
  npm run restore -- BESTAND           zet een reservekopie terug in een lege database: alles of niets
  npm run restore -- BESTAND --check   leest een reservekopie en zegt of hij klopt, zonder database`

const [file, option, ...rest] = process.argv.slice(2)
if (!file || file.startsWith('-') || (option !== undefined && option !== '--check') || rest.length > 0) {
  process.stderr.write(`${usage}\n`)
  process.exit(2)
}
const path = resolve(file)

await runCommand(async ({ say, open }) => {
  const report = <T>(work: Promise<T>) =>
    work.catch((fault: unknown) => {
      const text = fileTroubleText(fault, path)
      throw text ? new CommandRefusal(text) : fault
    })
  // A file that is not right needs no database.
  const examined = await report(examineBackup(path))
  if ('refused' in examined) throw new CommandRefusal(refusalText(examined, path))
  say(`${path} klopt: ${archiveLine(examined)}`)
  if (option === '--check') return

  const restored = await report(restoreBackup(await open(), path, readMigrations('db/migrations')))
  if ('refused' in restored) throw new CommandRefusal(refusalText(restored, path))
  say('Teruggezet. Per onderdeel zijn het aantal rijen en het controlegetal gelijk aan die in het bestand.')
})
