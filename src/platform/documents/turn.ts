/** So many without an account wait at most. */
const mostVisitors = 3

/** Too many wait already: whoever asks is to come back. */
export class TooBusy extends Error {}

/** Has heavy work done one at a time. Who is signed in goes before all who are not: visitors keep nobody from his papers. */
export class Turns {
  readonly #waiting: { readonly isSignedIn: boolean; readonly begin: () => void }[] = []
  #isBusy = false

  async take<Made>(isSignedIn: boolean, work: () => Promise<Made>): Promise<Made> {
    if (this.#isBusy) await this.#wait(isSignedIn)
    this.#isBusy = true
    try {
      return await work()
    } finally {
      const first = this.#waiting.findIndex((one) => one.isSignedIn)
      const [next] = this.#waiting.splice(Math.max(first, 0), 1)
      this.#isBusy = next !== undefined
      next?.begin()
    }
  }

  #wait(isSignedIn: boolean): Promise<void> {
    if (!isSignedIn && this.#waiting.filter((one) => !one.isSignedIn).length >= mostVisitors) throw new TooBusy()
    return new Promise((begin) => this.#waiting.push({ isSignedIn, begin }))
  }
}
