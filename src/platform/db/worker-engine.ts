import { Worker } from 'node:worker_threads'
import type { Engine, EngineOptions, EngineResult } from './engine'

type Verb =
  | { verb: 'open' | 'dump' | 'close' }
  | { verb: 'script'; sql: string }
  | { verb: 'query'; sql: string; parameters: readonly unknown[] }
export type WorkerCall = { id: number } & Verb
export type WorkerAnswer = { id: number; value?: unknown; fault?: Record<string, string | undefined>; lost?: boolean }

// A commit takes a millisecond. When the log cannot be written at that moment the engine says nothing and runs in circles.
const patienceMs = 10_000
const diskFull = '53100'
const crashShutdown = '57P02'

/** Runs PGlite in a worker thread; `script` is the compiled `pglite.worker`. Rejects when the data folder cannot be opened. */
export async function openWorkerEngine(script: URL, options: EngineOptions): Promise<Engine> {
  const worker = new Worker(script, { workerData: options })
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (fault: Error) => void }>()
  const loss = Promise.withResolvers<Error>()
  let ended: Error | null = null
  const end = (fault: Error) => {
    ended ??= fault
    for (const { reject } of waiting.values()) reject(ended)
    waiting.clear()
  }
  const lose = (fault: Error) => {
    if (ended) return
    // For whoever asks from now on this is a server that went down, unless it is a disk that is full.
    const code = (fault as { code?: unknown }).code === diskFull ? diskFull : crashShutdown
    end(Object.assign(new Error(`the embedded database stopped: ${fault.message}`), { code }))
    loss.resolve(fault)
    worker.terminate()
  }
  worker.on('message', ({ id, value, fault, lost }: WorkerAnswer) => {
    const asked = waiting.get(id)
    waiting.delete(id)
    if (!fault) return asked?.resolve(value as never)
    const error = Object.assign(new Error(fault.message), fault)
    asked?.reject(error)
    if (lost) lose(error)
  })
  worker.on('error', lose)
  worker.on('exit', () => lose(new Error('the database thread has ended')))

  let lastId = 0
  const ask = <T>(call: Verb): Promise<T> =>
    new Promise((resolve, reject) => {
      if (ended) return reject(ended)
      const id = ++lastId
      waiting.set(id, { resolve, reject })
      worker.postMessage({ id, ...call } satisfies WorkerCall)
    })

  try {
    await ask({ verb: 'open' })
  } catch (fault) {
    await worker.terminate()
    throw fault
  }
  return {
    async query(sql, parameters) {
      const answer = ask<EngineResult>({ verb: 'query', sql, parameters })
      if (sql !== 'commit') return answer
      const timer = setTimeout(() => lose(new Error('a commit got no answer')), patienceMs)
      return answer.finally(() => clearTimeout(timer))
    },
    script: (sql) => ask<void>({ verb: 'script', sql }),
    dump: () => ask<Uint8Array>({ verb: 'dump' }),
    async close() {
      if (!ended) await ask<void>({ verb: 'close' })
      end(new Error('the database is closed'))
      await worker.terminate()
    },
    lost: loss.promise,
  }
}
