import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { examplePerson } from '../crash/sign-ins'
import { type RunningServer, startServer } from '../environment/program'

const minutes = 3 * 60_000
const settings = { REGION_DIR: 'region/voorbeeld', EXAMPLE: 'aan' }
let loaded: string
let dataFolder: string
let server: RunningServer
beforeAll(async () => {
  loaded = mkdtempSync(join(tmpdir(), 'slagvaardig-loaded-'))
  server = await startServer({ ...settings, DATA_DIR: loaded })
  await server.ready()
  await server.end('SIGTERM')
}, minutes)
afterAll(() => rmSync(loaded, { recursive: true, force: true }))
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'slagvaardig-stop-'))
})
afterEach(async () => {
  await server.end('SIGKILL')
  rmSync(dataFolder, { recursive: true, force: true })
})

async function start(): Promise<void> {
  server = await startServer({ ...settings, DATA_DIR: dataFolder })
}

async function startLoaded(): Promise<void> {
  cpSync(loaded, dataFolder, { recursive: true })
  await start()
  await server.ready()
}

/** A request that is under way: it is sent but for its last byte, which `finish` sends. Gives the whole answer. */
async function halfRequest(person: string) {
  const body = `persoon=${person}`
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
  const answer = new Promise<string>((done, failed) => {
    let text = ''
    socket.on('data', (chunk) => {
      text += chunk
    })
    socket.on('end', () => done(text)).on('error', failed)
  })
  const head = [
    'POST /inloggen/voorbeeld HTTP/1.1',
    `Host: 127.0.0.1:${new URL(server.url).port}`,
    'Sec-Fetch-Site: same-origin',
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${body.length}`,
  ]
  socket.write(`${head.join('\r\n')}\r\n\r\n${body.slice(0, -1)}`)
  await pause(300)
  return {
    finish() {
      socket.write(body.slice(-1))
      return answer
    },
  }
}

describe('stopping', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    'with %s finishes the request that is being answered, closes the database and ends with 0',
    async (signal) => {
      await startLoaded()
      const request = await halfRequest(await examplePerson(server))
      const ended = server.end(signal)
      await pause(300)
      await expect(server.get('/gezond')).rejects.toThrow()

      const answer = await request.finish()
      expect(answer).toContain('HTTP/1.1 303')
      expect(answer.toLowerCase()).toContain('set-cookie: sv_sessie=')
      const { code, seconds } = await ended
      expect(code).toBe(0)
      expect(seconds).toBeGreaterThan(0.6)
      expect(existsSync(join(dataFolder, 'in-gebruik'))).toBe(false)
      // A database that was closed in order has no note of a process that has it open.
      expect(existsSync(join(dataFolder, 'database', 'postmaster.pid'))).toBe(false)
    },
    minutes,
  )

  test(
    'does not wait for visitors who keep a connection open',
    async () => {
      await startLoaded()
      const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
      socket.write('GET /gezond HTTP/1.1\r\nHost: localhost\r\n\r\n')
      await pause(300)
      const since = performance.now()
      expect((await server.end('SIGTERM')).code).toBe(0)
      // After ten seconds it would be ended by force.
      expect(performance.now() - since).toBeLessThan(9500)
      socket.destroy()
    },
    minutes,
  )

  test(
    'during the start leaves a folder on which the next start succeeds',
    async () => {
      await start()
      await pause(2500)
      expect((await server.end('SIGTERM')).code).toBe(0)
      await start()
      await server.ready()
      expect((await server.get('/gemeenten')).status).toBe(200)
    },
    minutes,
  )
})
