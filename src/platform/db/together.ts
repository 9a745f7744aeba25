/**
 * Asks once for everybody who waits: whoever comes while a question is under way waits for the next one, so that the answer he gets
 * was never asked before he came. A question that fails fails for all of them.
 */
export function together<In, Out>(ask: (of: In) => Promise<Out>): (of: In) => Promise<Out> {
  let running: Promise<unknown> | null = null
  let next: Promise<Out> | null = null
  const start = (of: In): Promise<Out> => {
    const asked = ask(of)
    const done = asked
      .catch(() => {})
      .then(() => {
        if (running === done) running = null
      })
    running = done
    return asked
  }
  return (of) => {
    if (!running) return start(of)
    next ??= running.then(() => {
      next = null
      return start(of)
    })
    return next
  }
}
