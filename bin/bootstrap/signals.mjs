const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/**
 * As long as the child runs, it decides what a signal means; this process ends after it.
 * @param {import('node:child_process').ChildProcess} child
 */
export function passSignalsTo(child) {
  const passOn = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal)
  for (const signal of signals) process.on(signal, passOn)
  child.on('exit', () => {
    for (const signal of signals) process.off(signal, passOn)
  })
}
