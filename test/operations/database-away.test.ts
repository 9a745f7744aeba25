import { connect, createServer, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LeastRights, makeLeastRights } from '../environment/least-rights'
import { freePort } from '../environment/postgres'
import { type RunningServer, startServer } from '../environment/program'

/** A cable between the product and its database, that can be pulled out. */
async function cableTo(url: string) {
  const port = await freePort()
  const { hostname, port: target } = new URL(url)
  const sockets = new Set<Socket>()
  const open = () => {
    const made = createServer((near) => {
      const far = connect(Number(target || 5432), hostname)
      for (const socket of [near, far]) {
        sockets.add(socket)
        socket.on('error', () => {}).on('close', () => sockets.delete(socket))
      }
      near.pipe(far).pipe(near)
    })
    return new Promise<typeof made>((done) => made.listen(port, '127.0.0.1', () => done(made)))
  }
  let server = await open()
  return {
    through(address: string) {
      const changed = new URL(address)
      changed.host = `127.0.0.1:${port}`
      return changed.href
    },
    async pullOut() {
      const closed = new Promise((done) => server.close(done))
      for (const socket of sockets) socket.destroy()
      await closed
    },
    async plugIn() {
      server = await open()
    },
  }
}

let rights: LeastRights
let cable: Awaited<ReturnType<typeof cableTo>>
let server: RunningServer
beforeAll(async () => {
  const admin = process.env.TEST_POSTGRES_ADMIN ?? ''
  rights = await makeLeastRights(admin)
  cable = await cableTo(admin)
  server = await startServer({
    REGION_DIR: 'region/voorbeeld',
    DATABASE_URL: cable.through(rights.settings.DATABASE_URL),
    DATABASE_OWNER_URL: cable.through(rights.settings.DATABASE_OWNER_URL),
  })
  await server.ready()
})
afterAll(async () => {
  await server.end('SIGTERM')
  await cable.pullOut()
  await rights.drop()
})

test('while the database is away every page says so, the process lives, and afterwards all is as before', async () => {
  expect((await server.get('/gemeenten')).status).toBe(200)
  await cable.pullOut()

  const page = await server.get('/gemeenten')
  expect(page.status).toBe(503)
  expect(page.headers.get('retry-after')).toBe('5')
  const text = await page.text()
  expect(text).toContain('De database antwoordt niet.')
  expect(text).toContain(page.headers.get('x-request-id'))
  const api = await server.get('/api/v1/gebieden')
  expect(api.status).toBe(503)
  expect(api.headers.get('content-type')).toContain('application/problem+json')
  const readiness = await server.get('/klaar')
  expect(readiness.status).toBe(503)
  expect(await readiness.text()).toBe('De database antwoordt niet.')
  expect((await server.get('/gezond')).status).toBe(200)

  await cable.plugIn()
  await server.ready()
  expect((await server.get('/gemeenten')).status).toBe(200)
  expect((await server.get('/api/v1/gebieden')).status).toBe(200)
})
