import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { afterAll, beforeAll } from 'vitest'
import { type Opened, openRegion, type RegionOptions } from './region'

/** A region on a port of its own, as a browser meets it. */
export type Served = Opened & { readonly address: string }

/** The product with a region loaded, listening on a free port of this machine. Close it at the end. */
async function serveRegion(options: RegionOptions = {}): Promise<Served> {
  const opened = await openRegion(options)
  const { server, port } = await new Promise<{ server: ReturnType<typeof serve>; port: number }>((ready) => {
    const server = serve({ fetch: opened.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }: AddressInfo) =>
      ready({ server, port }),
    )
  })
  return {
    ...opened,
    address: `http://localhost:${port}`,
    async close() {
      await new Promise((done) => {
        server.close(done)
        if ('closeAllConnections' in server) server.closeAllConnections()
      })
      await opened.close()
    },
  }
}

/** The product for all tests of this file; call it at the top of the file. */
export function served(options: RegionOptions = {}): () => Served {
  let running: Served | undefined
  beforeAll(async () => {
    running = await serveRegion(options)
  })
  afterAll(() => running?.close())
  return () => {
    if (!running) throw new Error('the product is there only inside a test')
    return running
  }
}
