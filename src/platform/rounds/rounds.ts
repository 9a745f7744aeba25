import type { Log } from '../log/log'

/** Work that is done again and again, beside the answering of requests. */
export type Rounds = {
  /** Lets the round that runs come to its end, and begins no other. */
  stop(): Promise<void>
}

type When = { readonly pauseMs: number; readonly firstAfterMs?: number }

/**
 * Does work, waits, and does it again until stopped. The work hears by its signal that it should end; a fault is logged under the
 * name of the work and does not end the rounds.
 */
export function rounds(
  name: string,
  log: Log,
  { pauseMs, firstAfterMs = 0 }: When,
  work: (signal: AbortSignal) => Promise<unknown>,
): Rounds {
  const stopping = new AbortController()
  const { signal } = stopping
  let running: Promise<unknown> = Promise.resolve()
  const round = () => {
    running = work(signal)
      // What is broken off at the end of the program is no fault.
      .catch((fault) => signal.aborted || log.error(name, fault))
      .finally(() => {
        if (!signal.aborted) timer = setTimeout(round, pauseMs).unref()
      })
  }
  let timer = setTimeout(round, firstAfterMs).unref()
  return {
    async stop() {
      stopping.abort()
      clearTimeout(timer)
      await running
    },
  }
}
