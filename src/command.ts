import { type Config, readConfig } from './config'
import type { Database } from './platform/db/database'
import { asRefusal, openDatabase, StartRefusal } from './start'

/** What a command of the terminal gets: settings, a voice, and the database when it asks for it. */
export type Command = {
  readonly config: Config
  say(line: string): void
  /** Opens the database of the settings; closed at the end of the command. Throws a StartRefusal when it cannot. */
  open(): Promise<Database>
}

/** Something the person at the terminal can mend; `message` says how, in Dutch. */
export class CommandRefusal extends Error {}

/** Runs a command and ends the process: 0 done, 1 refused, with the reason on standard error. */
export async function runCommand(work: (command: Command) => Promise<void>): Promise<never> {
  const opened: Database[] = []
  const say = (line: string) => process.stdout.write(`${line}\n`)
  const complain = (line: string) => process.stderr.write(`${line}\n`)
  const config = readConfig(process.env)
  if ('faults' in config) {
    for (const fault of config.faults) complain(`Instelling klopt niet: ${fault}`)
    process.exit(1)
  }
  let exitCode = 0
  try {
    await work({
      config,
      say,
      async open() {
        const db = await openDatabase(config, () => new Date(), say)
        opened.push(db)
        return db
      },
    })
  } catch (fault) {
    exitCode = 1
    const told = asRefusal(fault, config)
    const isExpected = told instanceof CommandRefusal || told instanceof StartRefusal
    complain(isExpected ? told.message : `Er ging iets mis. ${(fault as Error).stack}`)
  }
  for (const db of opened) await db.close()
  process.exit(exitCode)
}
