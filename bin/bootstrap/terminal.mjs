/** Something the reader can mend: shown as it is, without a stack. */
export class Refusal extends Error {}

/** @param {number} since milliseconds, of `performance.now()` */
export const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1).replace('.', ',')} s`

/**
 * Does one step of work, with one line in the terminal. It goes to stderr: stdout belongs to the command itself.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const started = performance.now()
  process.stderr.write(`${name} … `)
  try {
    const result = await work()
    process.stderr.write(`klaar in ${seconds(started)}\n`)
    return result
  } catch (fault) {
    process.stderr.write(`mislukt na ${seconds(started)}\n`)
    throw fault
  }
}

/**
 * Runs a command and ends this process with the exit code it gives.
 * @param {() => Promise<number>} command
 */
export async function runCommand(command) {
  try {
    process.exitCode = await command()
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    console.error(`\n${fault.message}\n`)
    process.exitCode = 1
  }
}
