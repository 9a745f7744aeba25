import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { type AddressInfo, createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { postgresPrograms } from './postgres-programs'

export type PostgresServer = { readonly url: string; stop(): Promise<void> }

/**
 * Starts a PostgreSQL server that npm brought, empty, on a free port, for this run only. A separate process owns it: it
 * stops the server and removes the data also when the tests are killed.
 */
export async function startPostgres(): Promise<PostgresServer> {
  const port = await freePort()
  const password = randomBytes(16).toString('hex')
  const script = fileURLToPath(new URL('postgres-server.ts', import.meta.url))
  const keeper = spawn(process.execPath, [script, postgresPrograms(), `${port}`, password])
  const ended = new Promise<void>((done) => keeper.on('exit', () => done()))
  await readiness(keeper)
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    async stop() {
      keeper.stdin?.end()
      await ended
    },
  }
}

function readiness(keeper: ChildProcess): Promise<void> {
  let log = ''
  return new Promise((done, failed) => {
    keeper.stdout?.on('data', (text) => String(text).includes('ready') && done())
    keeper.stderr?.on('data', (text) => {
      log += text
    })
    keeper.on('exit', () => failed(new Error(`PostgreSQL for the tests does not start:\n${log}`)))
  })
}

/** A port that is free now; another program may take it before the server does, and then the server says so. */
export function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer()
    probe.on('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => done(port))
    })
  })
}
