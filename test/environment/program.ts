import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { compile, program, server } from '../../bin/bootstrap/compile.mjs'
import { root } from '../../bin/bootstrap/folders.mjs'
import { plainEnvironment } from './plain-environment'
import { freePort } from './postgres'

export type Ended = {
  readonly code: number | null
  readonly out: string
  readonly said: string
  readonly seconds: number
}

/** The real server as a process of its own. */
export type RunningServer = {
  readonly pid: number
  readonly url: string
  /** What it wrote so far for the person at the terminal. */
  said(): string
  /** What it wrote so far to its log, one object per line. */
  logged(): Record<string, unknown>[]
  /** Waits until it is ready to serve. Throws with what it said when it ends first. */
  ready(): Promise<void>
  /** A request that follows no redirect. */
  get(path: string, headers?: Record<string, string>): Promise<Response>
  post(path: string, form: Record<string, string>, headers?: Record<string, string>): Promise<Response>
  /** Sends the signal and waits until the process is gone. */
  end(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<Ended>
  readonly ended: Promise<Ended>
}

const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

function start(args: string[], settings: Record<string, string>, largestFile?: number) {
  const since = performance.now()
  const command = [process.execPath, '--enable-source-maps', ...args]
  // The shell counts in blocks of 512 bytes.
  const limit = ['sh', '-c', `ulimit -f ${Math.floor((largestFile ?? 0) / 512)} && exec "$@"`, 'sh']
  const [program = '', ...rest] = largestFile === undefined ? command : [...limit, ...command]
  const child = spawn(program, rest, { cwd: root, env: plainEnvironment(settings) })
  running.add(child)
  let out = ''
  let said = ''
  child.stdout.on('data', (text) => {
    out += text
  })
  child.stderr.on('data', (text) => {
    said += text
  })
  const ended: Promise<Ended> = once(child, 'close').then(([code]) => {
    running.delete(child)
    return { code, out, said, seconds: (performance.now() - since) / 1000 }
  })
  return { child, ended, out: () => out, said: () => said }
}

/**
 * Starts `dist/main.js` with these settings, on a free port when none is named. It cannot write a file beyond `largestFile`
 * bytes, when given.
 */
export async function startServer(settings: Record<string, string>, largestFile?: number): Promise<RunningServer> {
  await compile(root, server)
  const port = settings.PORT ?? String(await freePort())
  const { child, ended, out, said } = start(['dist/main.js'], { PORT: port, ...settings }, largestFile)
  const url = `http://127.0.0.1:${port}`
  let isOver = false
  ended.then(() => {
    isOver = true
  })
  return {
    pid: child.pid ?? 0,
    url,
    said,
    logged: () =>
      out()
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line)),
    async ready() {
      while (!(await answers200(`${url}/klaar`))) {
        if (isOver) throw new Error(`the server ended:\n${said()}${out()}`)
        await pause(50)
      }
    },
    get: (path, headers = {}) => fetch(`${url}${path}`, { headers, redirect: 'manual' }),
    post: (path, form, headers = {}) =>
      fetch(`${url}${path}`, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'sec-fetch-site': 'same-origin', ...headers },
        body: new URLSearchParams(form),
      }),
    async end(signal) {
      child.kill(signal)
      return ended
    },
    ended,
  }
}

/** A command line program of src/cli as a process of its own. */
export async function startCommandLine(
  name: string,
  args: string[],
  settings: Record<string, string>,
): Promise<Pick<RunningServer, 'end' | 'ended'>> {
  await compile(root, program(name))
  const { child, ended } = start([`dist/cli/${name}.js`, ...args], settings)
  return {
    ended,
    async end(signal) {
      child.kill(signal)
      return ended
    },
  }
}

/** Runs a command line program of src/cli to its end. */
export async function runCommandLine(name: string, args: string[], settings: Record<string, string>): Promise<Ended> {
  return (await startCommandLine(name, args, settings)).ended
}

async function answers200(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).status === 200
  } catch {
    return false
  }
}
