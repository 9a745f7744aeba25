import { CommandRefusal, runCommand } from '../command'
import {
  type LoadOutcome,
  loadTable,
  outcomeText,
  progressLine,
  releaseLines,
  releaseText,
  sourceTables,
} from '../domains/crime'
import { parseMonth } from '../kernel/month'
import { overseeing } from '../platform/db/database'
import { isUpToDate, readMigrations } from '../platform/db/migrate'
import { openOData } from '../platform/odata/client'
import { DatabaseRefusal } from '../start'

const usage = `Gebruik:
  npm run figures -- load [TABEL …] [--from JJJJ-MM] [--again]   laadt cijfers van de politie
  npm run figures -- status                                      laat zien welke leveringen er zijn

Zonder tabel worden alle tabellen geladen:
${sourceTables.map(({ id, holds }) => `  ${id}   ${holds}`).join('\n')}

--from    vraag alleen de perioden vanaf deze maand; wat ervoor ligt, komt uit de levering ervoor
--again   lees alles opnieuw, ook als de bron niet is veranderd`

function misunderstood(): never {
  process.stderr.write(`${usage}\n`)
  process.exit(2)
}

const [verb, ...words] = process.argv.slice(2)
const fromAt = words.indexOf('--from')
const from = fromAt < 0 ? null : parseMonth(words[fromAt + 1] ?? '')
const rest = words.filter((word, at) => word !== '--again' && (fromAt < 0 || (at !== fromAt && at !== fromAt + 1)))
const unknown = rest.filter((word) => !sourceTables.some(({ id }) => id === word.toUpperCase()))
if ((verb !== 'load' && verb !== 'status') || unknown.length > 0 || (fromAt >= 0 && from === null)) misunderstood()
if (verb === 'status' && words.length > 0) misunderstood()
const wanted = sourceTables.filter(({ id }) => rest.length === 0 || rest.some((word) => word.toUpperCase() === id))

await runCommand(async ({ config, say, open }) => {
  const db = await open().catch((fault: unknown) => {
    const isTaken = fault instanceof DatabaseRefusal && fault.message.includes('al open in een ander programma')
    throw isTaken
      ? new CommandRefusal(
          `${fault.message}\nLaden kan ook in het programma dat draait: als functioneel beheerder op /beheer/leveringen.`,
        )
      : fault
  })
  if (!(await isUpToDate(db, readMigrations('db/migrations')))) {
    throw new CommandRefusal(
      'De database is er nog niet, of is van een andere versie. Start eerst het product: npm start',
    )
  }
  if (verb === 'status') {
    const lines = await overseeing(db, (tx) => releaseLines(tx))
    for (const line of lines) say(releaseText(line))
    if (lines.length === 0) say('Er zijn nog geen leveringen.')
    return
  }

  const stop = new AbortController()
  let isOver = false
  process.once('SIGINT', () => {
    isOver = true
    stop.abort()
    say('Stoppen …')
  })
  const client = openOData(config.FIGURES_URL, { paceMs: config.FIGURES_PACE }, stop.signal)
  const failed: LoadOutcome[] = []
  for (const table of wanted) {
    if (isOver) break
    say(`${table.id}: ${table.holds}. Bron: ${config.FIGURES_URL}`)
    const show = progressLine(process.stdout.isTTY ? (text) => void process.stdout.write(text) : null, say)
    const wish = { from: from ?? undefined, again: words.includes('--again') }
    const outcome = await loadTable(db, client, table, wish, { told: show.told, isOver: () => isOver })
    show.end()
    say(`${table.id}: ${outcomeText(outcome)}`)
    if (!['whole', 'same', 'unchanged'].includes(outcome.outcome)) failed.push(outcome)
  }
  if (failed.length > 0) throw new CommandRefusal('Niet alles is geladen.')
})
