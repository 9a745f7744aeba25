import { parentPort, workerData } from 'node:worker_threads'
import { openPglite } from './pglite'
import type { WorkerAnswer, WorkerCall } from './worker-engine'

const port = parentPort
if (!port) throw new Error('pglite.worker runs as a worker thread only')

const opening = openPglite(workerData)
let lost = false

port.on('message', async (call: WorkerCall) => {
  if (lost) return
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
    const { message, code, detail, constraint, severity } = fault as Error & Record<string, string>
    // After a panic, as on a full disk, the engine runs in circles at its next statement.
    lost = severity === 'PANIC' || severity === 'FATAL' || (fault as Error).name === 'RuntimeError'
    port.postMessage({ id: call.id, fault: { message, code, detail, constraint }, lost } satisfies WorkerAnswer)
  }
})
