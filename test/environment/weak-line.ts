import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'

/** A line to the product that can break around a form that is sent. */
export type Weak = {
  readonly address: string
  /** Before a form reaches the product, or after it did and before its answer comes back. */
  breaks: 'never' | 'before' | 'after'
  close(): Promise<void>
}

/** A line to a port of this machine, on a port of its own. What is no form always comes through. */
export async function weakLine(port: number): Promise<Weak> {
  const open = new Set<Socket>()
  const server = createServer((phone) => {
    const product = connect(port, '127.0.0.1')
    const cut = () => {
      phone.destroy()
      product.destroy()
    }
    let isCutAtAnswer = false
    phone.on('data', (sent) => {
      const isForm = sent.subarray(0, 5).toString('latin1') === 'POST '
      if (isForm && line.breaks === 'before') return cut()
      isCutAtAnswer ||= isForm && line.breaks === 'after'
      product.write(sent)
    })
    product.on('data', (answer) => (isCutAtAnswer ? cut() : phone.write(answer)))
    for (const socket of [phone, product]) {
      open.add(socket)
      socket.on('error', cut)
      socket.on('close', () => {
        open.delete(socket)
        cut()
      })
    }
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const line: Weak = {
    address: `http://localhost:${(server.address() as AddressInfo).port}`,
    breaks: 'never',
    async close() {
      for (const socket of open) socket.destroy()
      await new Promise((done) => server.close(done))
    },
  }
  return line
}
