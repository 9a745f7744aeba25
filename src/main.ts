import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { createApp } from './app'
import { readConfig } from './config'
import { prepareExamplePeople } from './domains/identity'
import type { Database } from './platform/db/database'
import { migrationState, readMigrations } from './platform/db/migrate'
import { createLog } from './platform/log/log'
import { type MailSender, smtpPost, startMailSender } from './platform/mail/sender'
import { readProviderFile } from './platform/oidc/provider-file'
import { connectProviders } from './platform/oidc/providers'
import { checkProviders, DatabaseRefusal, openDatabase, prepareRegion } from './start'

const clock = () => new Date()
const say = (line: string) => process.stdout.write(`${line}\n`)

const config = readConfig(process.env)
if ('faults' in config) {
  for (const fault of config.faults) process.stderr.write(`Instelling klopt niet: ${fault}\n`)
  process.exit(1)
}
const providerFile = config.OIDC_FILE ? await readProviderFile(config.OIDC_FILE) : []
if ('faults' in providerFile) {
  for (const fault of providerFile.faults) process.stderr.write(`Aanbieder klopt niet: ${fault}\n`)
  process.exit(1)
}
const log = createLog(config.LOG_LEVEL, say, clock)
const providers = connectProviders(providerFile, log)
const migrations = readMigrations('db/migrations')

let open: Database | null = null
let ready: Database | null = null
let mailSender: MailSender | null = null
const app = createApp({
  config,
  log,
  db: () => ready,
  providers,
  async unready() {
    if (!ready) return 'De regio wordt nog geladen.'
    try {
      const { missing, changed, unknown } = await migrationState(ready, migrations)
      return missing.length + changed.length + unknown.length > 0 ? 'De database past niet bij dit programma.' : null
    } catch (fault) {
      log.error('not ready', fault)
      return 'De database antwoordt niet.'
    }
  },
})

const server = serve({ fetch: app.fetch, port: config.PORT, hostname: config.HOST })
server.on('error', (fault: NodeJS.ErrnoException) => {
  const inUse = `Poort ${config.PORT} is al in gebruik. Stop het andere programma of kies een andere poort: PORT=3001 npm start`
  process.stderr.write(`${fault.code === 'EADDRINUSE' ? inUse : `De server kan niet luisteren: ${fault.message}`}\n`)
  process.exit(1)
})

// A request that is being answered is finished; after ten seconds we stop waiting.
let stopping = false
async function stop(exitCode: number) {
  if (stopping) return
  stopping = true
  setTimeout(() => process.exit(exitCode), 10_000).unref()
  await new Promise((done) => {
    server.close(done)
    if ('closeIdleConnections' in server) server.closeIdleConnections()
  })
  await mailSender?.stop()
  await open?.close()
  process.exit(exitCode)
}
process.on('SIGTERM', () => stop(0))
process.on('SIGINT', () => stop(0))

try {
  open = await openDatabase(config, clock, say)
  await prepareRegion(open, migrations, config.REGION_DIR, say)
  await prepareExamplePeople(open, config.example)
  await checkProviders(open, providers)
  ready = open
  if (config.MAIL_URL) mailSender = startMailSender(open, smtpPost(config.MAIL_URL, config.MAIL_FROM), log)
  const { port } = server.address() as AddressInfo
  const host = config.HOST === '127.0.0.1' || config.HOST === '0.0.0.0' ? 'localhost' : config.HOST
  say(`Klaar. Open ${config.BASE_URL ?? `http://${host}:${port}`} in uw browser. Stoppen: Ctrl+C.`)
} catch (fault) {
  if (fault instanceof DatabaseRefusal) process.stderr.write(`${fault.message}\n`)
  else log.error('start failed', fault)
  await stop(1)
}
