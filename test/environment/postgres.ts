import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { postgresPrograms } from './postgres-programs'

export type PostgresServer = {
  readonly url: string
  /** Kills every process of the server with force, and starts it again on what they left. */
  kill(): Promise<void>
  stop(): Promise<void>
}

type Options = {
  /** Where the data stand; the temporary folder when not given. The account that PostgreSQL runs as must reach it. */
  readonly folder?: string
  /** Writes to the disk before it says that something is stored, as a server does that nobody has tuned. */
  readonly durable?: boolean
}

/**
 * Starts a PostgreSQL server that npm brought, empty, on a free port, for this run only. A separate process owns it: it
 * stops the server and removes the data also when the tests are killed.
 */
export async function startPostgres({ folder = tmpdir(), durable = false }: Options = {}): Promise<PostgresServer> {
  const port = await freePort()
  const password = randomBytes(16).toString('hex')
  const script = fileURLToPath(new URL('postgres-server.ts', import.meta.url))
  const kind = durable ? 'durable' : 'quick'
  const keeper = spawn(process.execPath, [script, postgresPrograms(), `${port}`, password, folder, kind])
  const ended = new Promise<void>((done) => keeper.on('exit', () => done()))
  await readiness(keeper)
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    async kill() {
      const again = readiness(keeper)
      keeper.stdin?.write('kill\n')
      await again
    },
    async stop() {
      keeper.stdin?.end()
      await ended
    },
  }
}

function readiness(keeper: ChildProcess): Promise<void> {
  let log = ''
  const keep = (text: unknown) => {
    log += text
  }
  return new Promise<void>((done, failed) => {
    const look = (text: unknown) => String(text).includes('ready') && done()
    keeper.stdout?.on('data', look)
    keeper.stderr?.on('data', keep)
    keeper.once('exit', () => failed(new Error(`PostgreSQL for the tests does not start:\n${log}`)))
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
