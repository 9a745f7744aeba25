import { Worker } from 'node:worker_threads'
import type { Engine, EngineOptions, EngineResult } from './engine'

type Verb =
  | { verb: 'open' | 'dump' | 'close' }
  | { verb: 'script'; sql: string }
  | { verb: 'query'; sql: string; parameters: readonly unknown[] }
export type WorkerCall = { id: number } & Verb
export type WorkerAnswer = { id: number; value?: unknown; fault?: Record<string, string | undefined> }

/** Runs PGlite in a worker thread; `script` is the compiled `pglite.worker`. Rejects when the data folder cannot be opened. */
export async function openWorkerEngine(script: URL, options: EngineOptions): Promise<Engine> {
  const worker = new Worker(script, { workerData: options })
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (fault: Error) => void }>()
  let ended: Error | null = null
  const end = (fault: Error) => {
    ended ??= fault
    for (const { reject } of waiting.values()) reject(ended)
    waiting.clear()
  }
  worker.on('message', ({ id, value, fault }: WorkerAnswer) => {
    const asked = waiting.get(id)
    waiting.delete(id)
    if (fault) asked?.reject(Object.assign(new Error(fault.message), fault))
    else asked?.resolve(value as never)
  })
  worker.on('error', end)
  worker.on('exit', () => end(new Error('the database thread has ended')))

  let lastId = 0
  const ask = <T>(call: Verb): Promise<T> =>
    new Promise((resolve, reject) => {
      if (ended) return reject(ended)
      const id = ++lastId
      waiting.set(id, { resolve, reject })
      worker.postMessage({ id, ...call } satisfies WorkerCall)
    })

  await ask({ verb: 'open' })
  return {
    query: (sql, parameters) => ask<EngineResult>({ verb: 'query', sql, parameters }),
    script: (sql) => ask<void>({ verb: 'script', sql }),
    dump: () => ask<Uint8Array>({ verb: 'dump' }),
    async close() {
      await ask<void>({ verb: 'close' })
      await worker.terminate()
    },
  }
}
