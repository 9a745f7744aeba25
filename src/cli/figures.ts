import { CommandRefusal, runCommand } from '../command'
import { releaseLines, releaseText } from '../domains/crime'
import { parseMonth } from '../kernel/month'
import { loadersOf } from '../loaders'
import { overseeing } from '../platform/db/database'
import { isUpToDate, readMigrations } from '../platform/db/migrate'
import { loadText, progressLine } from '../platform/load/load-text'
import { isDone, type Loader, loadersFor, outcomeText } from '../platform/load/loader'
import { loadLines } from '../platform/load/parted-load.store'
import { StartRefusal } from '../start'

const usage = `Gebruik:
  npm run figures -- load [WAT …] [--from JJJJ-MM] [--again]   laadt cijfers, inwoners, kerncijfers en grenzen
  npm run figures -- status                                    laat zien welke leveringen er zijn

WAT is politie, inwoners, kerncijfers, grenzen, of het nummer van een tabel: 47022NED. Zonder WAT wordt alles geladen.

--from    vraag van de politie alleen de perioden vanaf deze maand; wat ervoor ligt, komt uit de levering ervoor.
          Van de grenzen elk jaar vanaf dat van deze maand; zonder --from alleen de nieuwste
--again   lees alles opnieuw, ook als de bron niet is veranderd`

function misunderstood(reason = ''): never {
  process.stderr.write(`${reason && `${reason}\n\n`}${usage}\n`)
  process.exit(2)
}

const [verb, ...words] = process.argv.slice(2)
const fromAt = words.indexOf('--from')
const from = fromAt < 0 ? null : parseMonth(words[fromAt + 1] ?? '')
const rest = words.filter((word, at) => word !== '--again' && (fromAt < 0 || (at !== fromAt && at !== fromAt + 1)))
if ((verb !== 'load' && verb !== 'status') || (fromAt >= 0 && from === null)) misunderstood()
if (verb === 'status' && words.length > 0) misunderstood()

/** What the words ask for, in the order in which it is loaded. */
function wantedOf(loaders: readonly Loader[]): readonly Loader[] {
  const unknown = rest.filter((word) => loadersFor(word, loaders).length === 0)
  if (unknown.length > 0) {
    const known = loaders.map(({ id, holds }) => `  ${id.padEnd(9)} ${holds}`).join('\n')
    misunderstood(`Onbekend: ${unknown.join(', ')}. Wel te laden:\n${known}`)
  }
  return loaders.filter((loader) => rest.length === 0 || rest.some((word) => loadersFor(word, [loader]).length > 0))
}

await runCommand(async ({ config, say, open }) => {
  const db = await open().catch((fault: unknown) => {
    const isTaken = fault instanceof StartRefusal && fault.message.includes('al open in een ander programma')
    throw isTaken
      ? new CommandRefusal(
          `${fault.message}\nLaden kan ook in het programma dat draait: als functioneel beheerder op /beheer/leveringen.`,
        )
      : fault
  })
  const stop = new AbortController()
  const wanted = verb === 'load' ? wantedOf(loadersOf(db, config, stop.signal)) : []
  if (!(await isUpToDate(db, readMigrations('db/migrations')))) {
    throw new CommandRefusal(
      'De database is er nog niet, of is van een andere versie. Start eerst het product: npm start',
    )
  }
  if (verb === 'status') {
    const [police, other] = await overseeing(db, async (tx) => [await releaseLines(tx), await loadLines(tx)] as const)
    for (const line of police) say(releaseText(line))
    for (const line of other) say(loadText(line))
    if (police.length + other.length === 0) say('Er zijn nog geen leveringen.')
    return
  }

  let isOver = false
  process.once('SIGINT', () => {
    isOver = true
    stop.abort()
    say('Stoppen …')
  })
  let isWhole = true
  for (const loader of wanted) {
    if (isOver) break
    say(`${loader.id}: ${loader.holds}. Bron: ${loader.source}`)
    const show = progressLine(process.stdout.isTTY ? (text) => void process.stdout.write(text) : null, say)
    const wish = { from: from ?? undefined, again: words.includes('--again') }
    const outcome = await loader.load(wish, { told: show.told, isOver: () => isOver })
    show.end()
    say(`${loader.id}: ${outcomeText(outcome)}`)
    isWhole &&= isDone(outcome)
  }
  if (!isWhole) throw new CommandRefusal('Niet alles is geladen.')
})
