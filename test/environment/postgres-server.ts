import { spawn, spawnSync } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

// A process of its own: node postgres-server.ts PROGRAMS PORT PASSWORD. Says "ready", serves until its standard input is
// closed (which also happens when the tests are killed), stops the server and removes its data.
const [programs = '', port = '', password = ''] = process.argv.slice(2)

// PostgreSQL refuses to run as root. This number is "nobody" on every Linux.
const account = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}

const folder = mkdtempSync(join(tmpdir(), 'slagvaardig-postgres-data-'))
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

// Nothing here has to survive a power cut.
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
}
const server = spawn(
  join(programs, 'bin', 'postgres'),
  ['-D', data, '-p', port, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
  // The server's own log goes to our stderr, which is shown when it does not start.
  { ...account, cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] },
)
server.on('exit', (code) => {
  removeData()
  process.exit(code ?? 1)
})

// SIGINT is PostgreSQL's "fast shutdown": it ends the sessions that are open.
const stop = () => server.kill('SIGINT')
process.stdin.on('end', stop).resume()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)

while (!(await answers())) await pause(20)
console.log('ready')

function answers(): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(Number(port), '127.0.0.1')
    socket.on('connect', () => done(true)).on('error', () => done(false))
    socket.on('connect', () => socket.destroy())
  })
}
