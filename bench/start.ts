import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { compare, processorSeconds, processorSecondsOfEndedChildren, type Round, summary } from './harness'

// Promise 9: `npm start` in an empty clone with an empty home, until the first page, against `npm ci` alone in the same; and
// the same clone started again. npm runs as somebody's first command: nothing is kept between rounds but what is measured.
const folder = mkdtempSync(join(tmpdir(), 'slagvaardig-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const secondStarts: Round[] = []
const secondStartBar = 3

function emptyClone(): { clone: string; home: string; drop(): void } {
  const place = mkdtempSync(join(folder, 'round-'))
  const [clone, home] = [join(place, 'clone'), join(place, 'home')]
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', '.', clone])
  mkdirSync(home)
  return { clone, home, drop: () => rmSync(place, { recursive: true, force: true, maxRetries: 10, retryDelay: 500 }) }
}

/** npm as a person at a terminal has it: no settings of this run. */
function npm(args: string[], { clone, home }: { clone: string; home: string }, set: Record<string, string> = {}) {
  const kept = Object.entries(process.env).filter(([name]) =>
    /^(PATH|LANG|https?_proxy|HTTPS?_PROXY|no_proxy|NO_PROXY|NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|npm_config_registry)$/.test(
      name,
    ),
  )
  return spawn('npm', args, { cwd: clone, env: { ...Object.fromEntries(kept), HOME: home, ...set }, stdio: 'ignore' })
}

const ended = (child: ChildProcess) => new Promise<number | null>((done) => child.on('exit', done))

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => done(port))
    })
  })
}

/** Starts, waits for the first page, and stops. */
async function start(place: { clone: string; home: string }): Promise<Round> {
  const port = await freePort()
  const since = performance.now()
  const child = npm(['start'], place, { PORT: `${port}` })
  const over = ended(child)
  let isOver = false
  over.then(() => {
    isOver = true
  })
  for (;;) {
    const status = await fetch(`http://localhost:${port}/`).then(
      async (answer) => (await answer.text()) && answer.status,
      () => null,
    )
    if (status === 200) break
    if (isOver) throw new Error('npm start ended before its first page')
    await pause(25)
  }
  const round = { seconds: (performance.now() - since) / 1000, cpu: processorSeconds(child.pid ?? 0) }
  child.kill('SIGTERM')
  await over
  return round
}

const starting = {
  name: 'npm start, to the first page',
  async round() {
    const place = emptyClone()
    const first = await start(place)
    const second = await start(place)
    secondStarts.push(second)
    console.log(`   ${summary('started again', [second])}`)
    place.drop()
    return first
  },
}

const installing = {
  name: 'npm ci',
  async round() {
    const place = emptyClone()
    const before = processorSecondsOfEndedChildren()
    const since = performance.now()
    const code = await ended(npm(['ci'], place))
    if (code !== 0) throw new Error(`npm ci ended with ${code}`)
    const seconds = (performance.now() - since) / 1000
    const after = processorSecondsOfEndedChildren()
    place.drop()
    return { seconds, cpu: before === null || after === null ? null : after - before }
  },
}

const { verdict, isWithin } = await compare(starting, installing, { atMost: 3 })
const cpu = secondStarts.flatMap((round) => round.cpu ?? []).sort((a, b) => a - b)
const median = cpu[Math.floor(cpu.length / 2)] ?? 0
const isQuick = median <= secondStartBar
console.log(summary('started again', secondStarts))
console.log(
  `second start ${median.toFixed(2)} s of processor (at most ${secondStartBar}): ${isQuick ? 'kept' : 'MISSED'}`,
)
console.log(verdict)
process.exitCode = isWithin && isQuick ? 0 : 1
