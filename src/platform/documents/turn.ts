/** So many without an account wait at most. */
const mostVisitors = 3
/** So many of one person wait at most: a reader who opens the papers of his meetings one after the other. */
const mostOfOne = 3

/** Too many wait already, or too many of the same person: whoever asks is to come back. */
export class TooBusy extends Error {}

type Waiting = { readonly who: string | null; readonly begin: () => void }

/**
 * Has heavy work done one at a time. Who is signed in goes before all who are not: visitors keep nobody from his papers. Of those who are,
 * whoever was served longest ago goes first: who asks again and again keeps nobody waiting but himself. `who` is null without an account.
 */
export class Turns {
  readonly #waiting: Waiting[] = []
  // Whoever was served, the last one at the end.
  readonly #served = new Set<string>()
  #isBusy = false

  /** Throws `TooBusy` when it would wait behind too many of its kind. */
  async take<Made>(who: string | null, work: () => Promise<Made>): Promise<Made> {
    const alike = this.#waiting.filter((one) => one.who === who).length
    if (this.#isBusy && alike >= (who === null ? mostVisitors : mostOfOne)) throw new TooBusy()
    return this.goOn(who, work)
  }

  /** A next piece of what was admitted already. */
  async goOn<Made>(who: string | null, work: () => Promise<Made>): Promise<Made> {
    if (this.#isBusy) await new Promise<void>((begin) => this.#waiting.push({ who, begin }))
    this.#isBusy = true
    if (who !== null) {
      this.#served.delete(who)
      this.#served.add(who)
    }
    try {
      return await work()
    } finally {
      const next = this.#next()
      this.#isBusy = next !== undefined
      if (next === undefined) this.#served.clear()
      next?.begin()
    }
  }

  #next(): Waiting | undefined {
    const order = [...this.#served]
    const rank = ({ who }: Waiting) => (who === null ? Number.POSITIVE_INFINITY : order.indexOf(who))
    const [first] = this.#waiting.toSorted((one, other) => (rank(one) === rank(other) ? 0 : rank(one) - rank(other)))
    if (first) this.#waiting.splice(this.#waiting.indexOf(first), 1)
    return first
  }
}
