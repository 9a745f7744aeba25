import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { plainEnvironment } from '../../test/environment/plain-environment'
import { freePort } from '../../test/environment/postgres'

/** The product as a process of its own, on a free port and an empty folder for its data: DATA_DIR, or one that goes afterwards. */
export type Product = {
  readonly baseUrl: string
  /** Starts it; `at` is the moment its clock then says, in UTC, for what happens in another year; `more` are settings from then on. */
  start(at?: string, more?: Record<string, string>): Promise<void>
  stop(): Promise<void>
  /** Runs a command of the terminal on its data, as an administrator does; gives what it said. */
  command(name: string, args: readonly string[]): Promise<{ readonly code: number | null; readonly said: string }>
  /** Writes a file beside its data; gives the path. */
  file(name: string, text: string | Uint8Array): string
  /** Stops it and removes what was made. */
  end(): Promise<void>
}

export async function prepareProduct(settings: Record<string, string>): Promise<Product> {
  const work = mkdtempSync(join(tmpdir(), 'slagvaardig-replay-'))
  const given = process.env.DATA_DIR
  const data = given ?? join(work, 'database')
  if (given && isInUse(given)) throw new Error(`de map ${given} is niet leeg. Kies een lege map met DATA_DIR.`)
  const baseUrl = `http://localhost:${await freePort()}`
  const environment = plainEnvironment({
    EXAMPLE: 'aan',
    EXAMPLE_FIGURES: 'uit',
    LOG_LEVEL: 'warn',
    PORT: new URL(baseUrl).port,
    BASE_URL: baseUrl,
    DATA_DIR: data,
    ...(given ? {} : { PROOF_DIR: join(work, 'bewijs') }),
    ...settings,
  })
  let shift = 0
  const run = (args: readonly string[]) =>
    spawn(process.execPath, ['--enable-source-maps', '--import', './replay/means/clock.mjs', ...args], {
      env: { ...environment, CLOCK_SHIFT: String(shift) },
    })
  let server: ReturnType<typeof run> | null = null
  const stop = async () => {
    if (!server || server.exitCode !== null) return
    const ended = once(server, 'close')
    server.kill('SIGTERM')
    await ended
    server = null
  }
  process.on('exit', () => server?.kill('SIGKILL'))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1))
  return {
    baseUrl,
    async start(at, more = {}) {
      Object.assign(environment, more)
      if (at) shift = Date.parse(at) - Date.now()
      const child = run(['dist/main.js'])
      server = child
      let said = ''
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text))
      for (;;) {
        if (child.exitCode !== null) throw new Error(`het product stopte:\n${said}`)
        const answer = await fetch(`${baseUrl}/klaar`).catch(() => null)
        await answer?.arrayBuffer()
        if (answer?.ok) return
        await pause(100)
      }
    },
    stop,
    async command(name, args) {
      const child = run([`dist/cli/${name}.js`, ...args])
      let said = ''
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text))
      const [code] = await once(child, 'close')
      return { code, said }
    },
    file(name, text) {
      const path = join(work, name)
      writeFileSync(path, text)
      return path
    },
    async end() {
      await stop()
      rmSync(work, { recursive: true, force: true })
    },
  }
}

function isInUse(folder: string): boolean {
  try {
    return readdirSync(folder).length > 0
  } catch {
    return false
  }
}
