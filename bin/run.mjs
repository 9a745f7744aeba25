import { commands } from './bootstrap/commands.mjs'
import { prepare } from './bootstrap/prepare.mjs'
import { Refusal, runCommand } from './bootstrap/terminal.mjs'

const [name = '', ...args] = process.argv.slice(2)

await runCommand(async () => {
  const command = commands[name]
  if (!command) throw new Refusal(`Deze opdracht bestaat niet: ${name}. Kies uit: ${Object.keys(commands).join(', ')}.`)
  return command(await prepare(), args)
})
