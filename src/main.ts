import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { createApp } from './app'
import { readConfig } from './config'
import { prepareExampleContacts } from './domains/governance'
import { prepareExamplePeople } from './domains/identity'
import { enterEarlier } from './domains/publications'
import type { Database } from './platform/db/database'
import { isUpToDate, readMigrations } from './platform/db/migrate'
import { createLog } from './platform/log/log'
import { readProviderFile } from './platform/oidc/provider-file'
import { connectProviders } from './platform/oidc/providers'
import { programVersion } from './platform/proof/program'
import { openSeal, type Seal } from './platform/proof/seal'
import type { Rounds } from './platform/rounds/rounds'
import { checkProviders, openDatabase, prepareRegion, requireRegion, StartRefusal, sealText } from './start'
import { startWorking } from './working'

const clock = () => new Date()
// The log goes to standard output, one JSON object per line; what a person at the terminal should read goes beside it.
const say = (line: string) => process.stderr.write(`${line}\n`)

function refuse(lines: readonly string[]): never {
  for (const line of lines) say(line)
  process.exit(1)
}

const config = readConfig(process.env)
if ('faults' in config) refuse(config.faults.map((fault) => `Instelling klopt niet: ${fault}`))
const providerFile = config.OIDC_FILE ? await readProviderFile(config.OIDC_FILE) : []
if ('faults' in providerFile) refuse(providerFile.faults.map((fault) => `Aanbieder klopt niet: ${fault}`))
const log = createLog(config.LOG_LEVEL, (line) => process.stdout.write(`${line}\n`), clock)
const providers = connectProviders(providerFile, log)
const migrations = readMigrations('db/migrations')
const program = programVersion('.')

let ready: Database | null = null
let seal: Seal | null = null
let working: Rounds | null = null
const app = createApp({
  config,
  log,
  db: () => ready,
  providers,
  seal: () => seal,
  program,
  async unready() {
    if (!ready) return 'De regio wordt nog geladen.'
    try {
      return (await isUpToDate(ready, migrations)) ? null : 'De database past niet bij dit programma.'
    } catch (fault) {
      log.error('not ready', fault)
      return 'De database antwoordt niet.'
    }
  },
})

const server = serve({ fetch: app.fetch, port: config.PORT, hostname: config.HOST })
await once(server, 'listening').catch((fault: NodeJS.ErrnoException) =>
  refuse([
    fault.code === 'EADDRINUSE'
      ? `Poort ${config.PORT} is al in gebruik. Stop het andere programma of kies een andere poort: PORT=3001 npm start`
      : `De server kan niet luisteren op ${config.HOST}, poort ${config.PORT}: ${fault.message}`,
  ]),
)

// A region that is not right is no reason to open a database, or to make one.
const opening = (async () => {
  requireRegion(config)
  return openDatabase(config, clock, say)
})()
let stopping = false
// A visitor who keeps asking on one connection would otherwise keep the server from ever closing it.
server.prependListener('request', (_request, response) => {
  if (stopping) response.setHeader('connection', 'close')
})

// Requests that are being answered are finished, then the database is closed. After ten seconds we stop waiting: what was
// acknowledged stands on the disk either way.
async function stop(exitCode: number) {
  if (stopping) return
  stopping = true
  setTimeout(() => process.exit(exitCode), 10_000).unref()
  const closed = new Promise((done) => server.close(done))
  const idle = setInterval(() => 'closeIdleConnections' in server && server.closeIdleConnections(), 50)
  await closed
  clearInterval(idle)
  await working?.stop()
  await opening.then((db) => db.close()).catch(() => {})
  process.exit(exitCode)
}
process.on('SIGTERM', () => stop(0))
process.on('SIGINT', () => stop(0))
process.on('uncaughtException', (fault) => {
  log.error('uncaught', fault)
  stop(1)
})

try {
  const db = await opening
  db.lost.then((fault) => {
    log.error('database lost', fault)
    say(
      'De database is gestopt. Wat bevestigd was, is bewaard. Is de schijf vol, maak dan ruimte. Start daarna opnieuw.',
    )
    stop(1)
  })
  await prepareRegion(db, migrations, config, say)
  await prepareExamplePeople(db, config.example)
  await prepareExampleContacts(db, config.example)
  await checkProviders(db, providers)
  const opened = openSeal(config.PROOF_DIR)
  if ('refused' in opened) {
    log.error('no seal', new Error(opened.refused))
    say(sealText(opened, config.PROOF_DIR))
  } else seal = opened
  await enterEarlier(db, program)
  ready = db
  const { port } = server.address() as AddressInfo
  const host = config.HOST === '127.0.0.1' || config.HOST === '0.0.0.0' ? 'localhost' : config.HOST
  const baseUrl = config.BASE_URL ?? `http://${host}:${port}`
  working = await startWorking(db, { config, log, baseUrl, seal })
  say(`Klaar. Open ${baseUrl} in uw browser. Stoppen: Ctrl+C.`)
} catch (fault) {
  // Whoever is stopped during the start needs no reason why it did not finish.
  if (!stopping) {
    if (fault instanceof StartRefusal) say(fault.message)
    else {
      log.error('start failed', fault)
      say('De start is mislukt. Waardoor, staat in het logboek.')
    }
    await stop(1)
  }
}
