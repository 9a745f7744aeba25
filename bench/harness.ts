import { readdirSync, readFileSync } from 'node:fs'
import { cpus, release, totalmem } from 'node:os'

/** What one round of one side took: seconds on the clock, and seconds of processor of every process it started. */
export type Round = { readonly seconds: number; readonly cpu: number | null }
export type Side = { readonly name: string; round(): Promise<Round> }

type Bar = {
  /** The first side may take so many times what the second takes. */
  readonly atMost: number
}

const middle = (numbers: readonly number[]) => {
  const sorted = [...numbers].sort((a, b) => a - b)
  const at = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[at] ?? 0) : ((sorted[at - 1] ?? 0) + (sorted[at] ?? 0)) / 2
}

/** Seconds, or milliseconds of what takes less than a tenth of one. */
function shown(numbers: readonly number[]): string {
  const [unit, times] = middle(numbers) < 0.1 ? ['ms', 1000] : ['s', 1]
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)]
  return `${(middle(numbers) * times).toFixed(2)} ${unit} (${(least * times).toFixed(2)} to ${(most * times).toFixed(2)})`
}

/** One line per side: the median and the range, on the clock and of the processor. */
export function summary(name: string, rounds: readonly Round[]): string {
  const cpu = rounds.flatMap((round) => round.cpu ?? [])
  return `${name}: ${shown(rounds.map(({ seconds }) => seconds))}; processor ${cpu.length > 0 ? shown(cpu) : 'unknown'}`
}

/** The day and the machine, for docs/performance.md. */
function machine(): string {
  const [first] = cpus()
  return `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${first?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${release()}, Node ${process.versions.node}`
}

/**
 * Measures two sides in turn, A-B-A-B, so that a slow minute of the machine hits both. Prints each round, then median and
 * range. Gives the ratio of the medians of the clock as the line to print last, and whether it is within the bar.
 */
export async function compare(
  ours: Side,
  theirs: Side,
  bar: Bar,
  rounds = 5,
): Promise<{ readonly verdict: string; readonly isWithin: boolean }> {
  console.log(machine())
  const taken = new Map<Side, Round[]>([
    [ours, []],
    [theirs, []],
  ])
  for (let round = 1; round <= rounds; round++) {
    for (const [side, list] of taken) {
      const one = await side.round()
      list.push(one)
      console.log(`${round}. ${summary(side.name, [one])}`)
    }
  }
  for (const [side, list] of taken) console.log(summary(side.name, list))
  const median = (side: Side) => middle((taken.get(side) ?? []).map(({ seconds }) => seconds))
  const ratio = median(ours) / median(theirs)
  const isWithin = ratio <= bar.atMost
  return { verdict: `ratio ${ratio.toFixed(2)} (at most ${bar.atMost}): ${isWithin ? 'kept' : 'MISSED'}`, isWithin }
}

/** Processor seconds so far of a process and everything below it, the ended children included. Null where /proc is not there. */
export function processorSeconds(pid: number): number | null {
  try {
    const stats = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap(statOf)
    const below = (parent: number): number[] => [
      parent,
      ...stats.filter((one) => one.parent === parent).flatMap((one) => below(one.pid)),
    ]
    const tree = new Set(below(pid))
    return stats.filter((one) => tree.has(one.pid)).reduce((sum, { ticks }) => sum + ticks, 0) / 100
  } catch {
    return null
  }
}

/** Processor seconds of the children of this process that have ended. Null where /proc is not there. */
export function processorSecondsOfEndedChildren(): number | null {
  const [own] = statOf('self')
  return own ? own.endedTicks / 100 : null
}

/** One line of /proc/PID/stat; the clock of the kernel ticks a hundred times a second. */
function statOf(name: string): { pid: number; parent: number; ticks: number; endedTicks: number }[] {
  try {
    const text = readFileSync(`/proc/${name}/stat`, 'utf8')
    // The name of the program, between brackets, may hold spaces.
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const [own, system, ended, endedSystem] = fields.slice(11, 15)
    const endedTicks = (ended ?? 0) + (endedSystem ?? 0)
    return [
      {
        pid: Number.parseInt(text, 10),
        parent: fields[1] ?? 0,
        ticks: (own ?? 0) + (system ?? 0) + endedTicks,
        endedTicks,
      },
    ]
  } catch {
    return [] // it has ended meanwhile
  }
}
