export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]
type Facts = Readonly<Record<string, string | number | boolean | null | undefined>>

/** A structured log: one JSON object per line. Facts are ids, counts and durations; never a name, a mail address or a query text. */
export type Log = {
  debug(event: string, facts?: Facts): void
  info(event: string, facts?: Facts): void
  warn(event: string, facts?: Facts): void
  /** A fault: message and stack of the error go along, its data do not. */
  error(event: string, fault: unknown, facts?: Facts): void
}

/** A log that writes lines of `level` and above. `clock` gives the time of each line. */
export function createLog(level: LogLevel, write: (line: string) => void, clock: () => Date): Log {
  const lowest = logLevels.indexOf(level)
  const say = (at: LogLevel, event: string, facts: Facts) => {
    if (logLevels.indexOf(at) < lowest) return
    write(JSON.stringify({ time: clock().toISOString(), level: at, event, ...facts }))
  }
  return {
    debug: (event, facts = {}) => say('debug', event, facts),
    info: (event, facts = {}) => say('info', event, facts),
    warn: (event, facts = {}) => say('warn', event, facts),
    error: (event, fault, facts = {}) => {
      const error = fault instanceof Error ? fault : new Error(String(fault))
      const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []
      say('error', event, { ...facts, message: harmless(error), stack: frames.slice(0, 7).join('\n') || null })
    },
  }
}

// A database quotes values in its messages; its SQLSTATE, five characters with a figure, holds none. A mail server quotes
// addresses.
function harmless(error: Error): string {
  const { code } = error as { code?: unknown }
  if (typeof code === 'string' && /^(?=.*\d)[0-9A-Z]{5}$/.test(code)) return `database ${code}`
  return error.message.replace(/[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g, '(mailadres)').slice(0, 300)
}

export const silentLog: Log = createLog(
  'silent',
  () => {},
  () => new Date(0),
)
