import { spawnSync } from 'node:child_process'
import type { Round } from './harness'

/** What R's own farringtonFlexible says of the last month of each series, and how long the judging alone took. */
type InR = { readonly answers: readonly { readonly upperbound: number | null; readonly alarm: boolean }[] } & {
  readonly round: Round
}

/** Whether R with its package surveillance is on this machine: the version, or null. */
export function versionInR(): string | null {
  const { status, stdout } = spawnSync('Rscript', ['-e', 'cat(format(packageVersion("surveillance")))'], {
    encoding: 'utf8',
  })
  return status === 0 ? stdout : null
}

/** Starting R and loading the package are not counted. */
export function judgedInR(series: readonly (readonly number[])[]): InR {
  const { status, stdout, stderr } = spawnSync('Rscript', ['bench/farrington.R'], {
    input: `${series.map((counts) => counts.join(',')).join('\n')}\n`,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  if (status !== 0) throw new Error(`R ended with ${status}:\n${stderr}`)
  const lines = stdout.trim().split('\n')
  const [seconds, cpu] = (lines.pop() ?? '').trim().split(' ').map(Number)
  const answers = lines.map((line) => {
    const [bound, alarm] = line.split(',')
    return { upperbound: bound === 'NA' ? null : Number(bound), alarm: alarm === '1' }
  })
  return { answers, round: { seconds: seconds ?? Number.NaN, cpu: cpu ?? null } }
}
