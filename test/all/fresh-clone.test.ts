import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plainEnvironment } from '../environment/plain-environment'
import { freePort } from '../environment/postgres'

// What somebody does who hears of the product for the first time, on a machine with only Node and npm.
const folder = mkdtempSync(join(tmpdir(), 'slagvaardig-clone-'))
const clone = join(folder, 'clone')
const home = join(folder, 'home')
const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' })
const started: ChildProcess[] = []

beforeAll(() => {
  git('clone', '--quiet', '--no-hardlinks', '.', clone)
  mkdirSync(home)
})
afterAll(() => {
  for (const npm of started) npm.kill('SIGTERM')
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 500 })
})

function npmStart(port: number) {
  const npm = spawn('npm', ['start'], { cwd: clone, env: plainEnvironment({ HOME: home, PORT: `${port}` }) })
  started.push(npm)
  const said = { text: '' }
  for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (text) => (said.text += text))
  const ended = new Promise<number | null>((done) => npm.on('exit', done))
  return { npm, said, ended, address: `http://localhost:${port}` }
}

const status = (address: string) =>
  fetch(address).then(
    (answer) => answer.status,
    () => null,
  )

async function ready({ address, said }: ReturnType<typeof npmStart>, milliseconds: number): Promise<void> {
  for (const deadline = Date.now() + milliseconds; (await status(`${address}/klaar`)) !== 200; await pause(250)) {
    if (Date.now() > deadline) throw new Error(`not ready after ${milliseconds} ms:\n${said.text}`)
  }
}

test('npm start installs, builds, loads the region and says what to open; a second one is refused', async () => {
  const first = npmStart(await freePort())
  await ready(first, 150_000)
  expect(first.said.text).toMatch(/Onderdelen installeren .* klaar in .*\nProgramma bouwen … klaar in /)
  expect(first.said.text).toContain(`Open ${first.address}`)

  const second = npmStart(await freePort())
  expect(await second.ended).toBe(1)
  expect(second.said.text).not.toContain('installeren')
  expect(second.said.text).toContain('al open in een ander programma')
  expect(await status(`${first.address}/klaar`)).toBe(200)

  first.npm.kill('SIGTERM')
  await first.ended
  await expect.poll(() => status(`${first.address}/gezond`), { timeout: 60_000 }).toBe(null)
}, 200_000)

test('npm start opens the same data again, without installing; nothing stays when npm is killed', async () => {
  const again = npmStart(await freePort())
  await ready(again, 60_000)
  expect(again.said.text).not.toContain('installeren')
  again.npm.kill('SIGKILL')
  await expect.poll(() => status(`${again.address}/gezond`), { timeout: 60_000 }).toBe(null)
  expect(existsSync(join(clone, '.data'))).toBe(true)
  expect(execFileSync('git', ['status', '--porcelain'], { cwd: clone, encoding: 'utf8' })).toBe('')
}, 200_000)
