import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

// A process of its own: node postgres-server.ts PROGRAMS PORT PASSWORD FOLDER KIND. Says "ready", serves until its standard
// input is closed (which also happens when the tests are killed), stops the server and removes its data. The line "kill"
// kills all of the server with force and starts it again on what it left, and "ready" is said again.
const [programs = '', port = '', password = '', parent = tmpdir(), kind = 'quick'] = process.argv.slice(2)

// PostgreSQL refuses to run as root. This number is "nobody" on every Linux.
const account = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}

const folder = mkdtempSync(join(parent, 'slagvaardig-postgres-data-'))
const passwordFile = join(folder, 'password')
writeFileSync(passwordFile, password, { mode: 0o600 })
if (account.uid !== undefined) for (const path of [folder, passwordFile]) chownSync(path, account.uid, account.gid)
const data = join(folder, 'data')
const removeData = () => rmSync(folder, { recursive: true, force: true })

// The built-in locale sorts and lowers case the same on every machine.
const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
const made = spawnSync(
  join(programs, 'bin', 'initdb'),
  ['-D', data, '--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--no-sync', ...locale],
  { ...account, cwd: folder, encoding: 'utf8' },
)
if (made.status !== 0) {
  removeData()
  console.error(made.error ?? `${made.stdout}${made.stderr}`)
  process.exit(1)
}

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  // Nothing here has to survive a power cut, unless that is what is tested; then all is as a server has it by itself.
  ...(kind === 'durable' ? {} : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
}
let server: ChildProcess
let isStopping = false
let isKilled = false
start()
await sayWhenReady()

// SIGINT is PostgreSQL's "fast shutdown": it ends the sessions that are open.
function stop(): void {
  isStopping = true
  if (server.exitCode === null && server.signalCode === null) server.kill('SIGINT')
  else end(0)
}
process.stdin.on('end', stop).on('data', (text) => {
  if (!String(text).includes('kill')) return
  killAll()
  sayWhenReady()
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)

function start(): void {
  server = spawn(
    join(programs, 'bin', 'postgres'),
    ['-D', data, '-p', port, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    // The server's own log goes to our stderr, which is shown when it does not start.
    { ...account, cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] },
  )
  server.on('exit', (code) => {
    // As the supervisor of a real server does. Until the system has cleaned up after killed processes, or the disk has
    // room again, a new one ends too.
    if ((isKilled || kind === 'durable') && !isStopping) setTimeout(start, 200)
    else end(code ?? 1)
  })
}

async function sayWhenReady(): Promise<void> {
  while (!(await answers())) await pause(20)
  isKilled = false
  console.log('ready')
}

function end(code: number): void {
  removeData()
  process.exit(code)
}

function killAll(): void {
  isKilled = true
  const children = childrenOf(server.pid ?? 0)
  server.kill('SIGKILL')
  for (const child of children) {
    try {
      process.kill(child, 'SIGKILL')
    } catch {} // ended by itself
  }
}

// Where /proc is not there, the children end by themselves when they see that the server is gone.
function childrenOf(parent: number): number[] {
  if (!existsSync('/proc/self/stat')) return []
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return processes.map(Number).filter((pid) => parentOf(pid) === parent)
}

function parentOf(pid: number): number | null {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1])
  } catch {
    return null
  }
}

// A server that is still recovering accepts a connection and then refuses the login.
async function answers(): Promise<boolean> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port: Number(port),
    user: 'postgres',
    password,
    database: 'postgres',
  })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end()
  }
}
