import { parentPort, workerData } from 'node:worker_threads'
import { openPglite } from './pglite'
import type { WorkerAnswer, WorkerCall } from './worker-engine'

const port = parentPort
if (!port) throw new Error('pglite.worker runs as a worker thread only')

const opening = openPglite(workerData)

port.on('message', async (call: WorkerCall) => {
  try {
    const engine = await opening
    const value =
      call.verb === 'query'
        ? await engine.query(call.sql, call.parameters)
        : call.verb === 'script'
          ? await engine.script(call.sql)
          : call.verb === 'dump'
            ? await engine.dump()
            : call.verb === 'close'
              ? await engine.close()
              : undefined
    port.postMessage({ id: call.id, value } satisfies WorkerAnswer)
  } catch (fault) {
    const { message, code, detail, constraint } = fault as Error & Record<string, string>
    port.postMessage({ id: call.id, fault: { message, code, detail, constraint } } satisfies WorkerAnswer)
  }
})
