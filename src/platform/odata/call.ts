import { setTimeout as pause } from 'node:timers/promises'
import { ODataFault, passes } from './fault'

/** How we ask a source: politely, and with patience. */
export type Manners = {
  /** At least so long between the beginnings of two calls. */
  readonly paceMs: number
  /** An answer that takes longer is given up. */
  readonly timeoutMs: number
  /** How often a call is tried before it is given up. */
  readonly attempts: number
  /** The wait before the second attempt; it doubles each time. */
  readonly backoffMs: number
  /** An answer larger than this is not taken in. */
  readonly maxBytes: number
}

export const goodManners: Manners = {
  paceMs: 600,
  timeoutMs: 60_000,
  attempts: 5,
  backoffMs: 2_000,
  maxBytes: 64 * 1024 * 1024,
}

/** Asks an address for JSON. Throws an ODataFault when there is none after all attempts. */
export type Call = (url: URL) => Promise<unknown>

/** One call at a time: what is asked meanwhile waits for its turn. */
export function politeCalls(manners: Manners, signal?: AbortSignal): Call {
  let turn: Promise<unknown> = Promise.resolve()
  let lastBegun = Number.NEGATIVE_INFINITY
  const wait = async (ms: number) => {
    if (ms <= 0) return
    await pause(ms, undefined, signal ? { signal } : {}).catch(() => {
      throw new ODataFault('stopped', 'stopped while waiting')
    })
  }
  async function persist(url: URL): Promise<unknown> {
    for (let attempt = 1; ; attempt++) {
      await wait(lastBegun + manners.paceMs - performance.now())
      lastBegun = performance.now()
      try {
        return await once(url, manners, signal)
      } catch (fault) {
        if (!(fault instanceof ODataFault) || !passes(fault.trouble) || attempt >= manners.attempts) throw fault
      }
      await wait(manners.backoffMs * 2 ** (attempt - 1))
    }
  }
  return (url) => {
    const asked = turn.then(() => persist(url))
    turn = asked.catch(() => {})
    return asked
  }
}

async function once(url: URL, manners: Manners, signal: AbortSignal | undefined): Promise<unknown> {
  const patience = AbortSignal.timeout(manners.timeoutMs)
  const where = `${url.host}${url.pathname}`
  let text: string
  try {
    const answer = await fetch(url, {
      // A redirect could lead to any host.
      redirect: 'manual',
      headers: { accept: 'application/json' },
      signal: signal ? AbortSignal.any([patience, signal]) : patience,
    })
    if (answer.status >= 300 && answer.status < 400)
      throw await given(answer, new ODataFault('elsewhere', `${where} points to another address`))
    if (answer.status >= 500 || answer.status === 429)
      throw await given(answer, new ODataFault('failing', `${where} answered ${answer.status}`))
    if (answer.status !== 200)
      throw await given(answer, new ODataFault('refused', `${where} answered ${answer.status}`))
    text = await body(answer, manners.maxBytes, where)
  } catch (fault) {
    if (fault instanceof ODataFault) throw fault
    if (signal?.aborted) throw new ODataFault('stopped', `${where}: stopped`)
    throw new ODataFault('unreachable', `${where}: ${reason(fault)}`)
  }
  try {
    return JSON.parse(text)
  } catch {
    throw new ODataFault('unreadable', `${where} answered with something that is not JSON`)
  }
}

/** What the source itself says is wrong goes along; the rest of its answer does not. */
async function given(answer: Response, fault: ODataFault): Promise<ODataFault> {
  const said = await answer.text().then(
    (text) => /"value"\s*:\s*"((?:[^"\\]|\\.){1,300})"/.exec(text.slice(0, 10_000))?.[1],
    () => undefined,
  )
  return said ? new ODataFault(fault.trouble, `${fault.message}: ${said}`) : fault
}

async function body(answer: Response, maxBytes: number, where: string): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of answer.body ?? []) {
    size += chunk.length
    if (size > maxBytes) throw new ODataFault('too-large', `${where} answered more than ${maxBytes} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function reason(fault: unknown): string {
  const { name, cause } = fault as { name?: string; cause?: { code?: string } }
  return cause?.code ?? (name === 'TimeoutError' ? 'no answer in time' : (name ?? 'unknown'))
}
