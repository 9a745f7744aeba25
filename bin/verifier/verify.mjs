// Checks an export of the log of publications. It stands alone: these two files and Node, without packages, database or network,
// and without a line of the program that wrote the log. Whoever trusts neither us nor our server runs it on a machine of his own.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { canonical, examine, sha256 } from './examine.mjs'

/**
 * @typedef {import('./examine.mjs').Point} Point
 * @typedef {import('./examine.mjs').Row} Row
 * @typedef {import('./examine.mjs').Outcome} Outcome
 */

/**
 * Checks the files that were published, as they stand in `folder`/CODE/rapport.pdf and so on.
 * @param {Row[]} rows @param {(path: string) => Uint8Array | null} read
 * @returns {Outcome}
 */
function examineFiles(rows, read) {
  /** @type {Outcome} */
  const outcome = { faults: [], remarks: [] }
  for (const { regel, onderwerp, bestanden, getallen } of rows) {
    for (const [name, hash] of Object.entries(bestanden ?? {})) {
      // Nothing but a file of that folder, whatever the export says.
      if (![onderwerp, name].every((part) => /^[\w-][\w.-]*$/.test(String(part)))) {
        outcome.remarks.push(`regel ${regel}: de naam van een bestand klopt niet; het is niet nagegaan`)
        continue
      }
      const bytes = read(join(String(onderwerp), name))
      const say = (/** @type {string} */ what) =>
        outcome.faults.push({ place: regel, text: `regel ${regel}: het bestand ${onderwerp}/${name} ${what}` })
      if (!bytes)
        outcome.remarks.push(`regel ${regel}: het bestand ${onderwerp}/${name} is er niet en is niet nagegaan`)
      else if (sha256(bytes) !== hash) say('is gewijzigd')
      else if (name === 'rapport.json' && figuresHash(Buffer.from(bytes).toString('utf8')) !== getallen)
        say('heeft andere getallen dan het logboek')
    }
  }
  return outcome
}

/** The hash of the figures of a report, each with its question, in the order of the report. @param {string} text */
function figuresHash(text) {
  try {
    const { total, groups, months } = JSON.parse(text)
    const lines = [total, ...groups.flatMap((/** @type {any} */ group) => group.lines)]
    const pairs = lines.flatMap((/** @type {any} */ { now, before }) => [now, before])
    return sha256(canonical([...pairs, ...months.map((/** @type {any} */ { figure }) => figure)]))
  } catch {
    return null
  }
}

class Unreadable extends Error {}

/** @param {string} path */
function readText(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new Unreadable(`Het bestand ${path} kan niet worden gelezen. Klopt de naam?`)
  }
}

/** An export of the log. Throws an Unreadable that says what is wrong. @param {string} text @param {string} path */
function readExport(text, path) {
  let log
  try {
    log = JSON.parse(text)
  } catch {
    throw new Unreadable(`Het bestand ${path} is geen JSON. Haal de uitvoer opnieuw op van /publicaties/logboek.`)
  }
  const isLog =
    Array.isArray(log?.regels) &&
    log.regels.every((/** @type {any} */ row) => row && typeof row === 'object' && !Array.isArray(row)) &&
    Array.isArray(log.controlepunten) &&
    log.controlepunten.every(isPoint) &&
    typeof log.sleutel === 'string'
  if (!isLog) throw new Unreadable(`Het bestand ${path} is geen uitvoer van het logboek van publicaties.`)
  return log
}

/** @param {any} point @returns {point is Point} */
const isPoint = (point) =>
  Number.isInteger(point?.regel) && point.regel > 0 && point.regel < 1e7 && typeof point.kenmerk === 'string'

/** Kept checkpoints, one a line. Throws an Unreadable. @param {string} text @param {string} path @returns {Point[]} */
function readPoints(text, path) {
  const points = text.split('\n').flatMap((line) => {
    try {
      const point = JSON.parse(line)
      return isPoint(point) ? [point] : []
    } catch {
      // A line that was cut off when the machine fell over; the next one says the same again.
      return []
    }
  })
  if (points.length === 0) throw new Unreadable(`In het bestand ${path} staat geen enkel controlepunt.`)
  return points
}

const usage = `Gebruik: npm run -s verify -- BESTAND [--checkpoints BESTAND] [--files MAP]

  BESTAND         de uitvoer van /publicaties/logboek
  --checkpoints   controlepunten die u eerder zelf bewaarde, één per regel
  --files         map met de gepubliceerde stukken: MAP/CODE/rapport.pdf, en zo de andere`

/** What was given, or null when it is not one of the ways to ask. @param {string[]} args */
function askedIn(args) {
  /** @type {{ [name: string]: string }} */
  const given = {}
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? ''
    const isOption = arg === '--checkpoints' || arg === '--files'
    const name = isOption ? arg : 'file'
    const value = isOption ? args[++at] : arg
    if (value === undefined || name in given || (!isOption && arg.startsWith('-'))) return null
    given[name] = value
  }
  const { file, '--checkpoints': checkpoints, '--files': folder } = given
  return file ? { file, checkpoints, folder } : null
}

/** @param {string[]} args @param {(line: string) => void} say @returns {number} exit code */
function run(args, say) {
  try {
    const asked = askedIn(args)
    if (!asked) throw new Unreadable(usage)
    const { file, checkpoints, folder } = asked
    const log = readExport(readText(file), file)
    const kept = checkpoints ? readPoints(readText(checkpoints), checkpoints) : null
    if (folder && !existsSync(folder)) throw new Unreadable(`De map ${folder} is er niet.`)
    const outcomes = [
      examine(log, kept),
      ...(folder ? [examineFiles(log.regels, (path) => bytesOf(join(folder, path)))] : []),
    ]
    const faults = outcomes.flatMap((one) => one.faults)
    for (const { text } of faults) say(text)
    for (const remark of outcomes.flatMap((one) => one.remarks)) say(remark)
    say(`${log.regels.length} regels en ${log.controlepunten.length} controlepunten gelezen. Sleutel: ${log.sleutel}`)
    if (!kept)
      say(
        'Zonder controlepunten die u zelf bewaarde, is niet te zien of het hele logboek opnieuw is gemaakt en ondertekend.',
      )
    say(
      faults.length === 0
        ? 'in orde'
        : `niet in orde: ${faults.length} ${faults.length === 1 ? 'bevinding' : 'bevindingen'}`,
    )
    return faults.length === 0 ? 0 : 1
  } catch (fault) {
    if (!(fault instanceof Unreadable)) throw fault
    say(fault.message)
    return 2
  }
}

/** @param {string} path */
function bytesOf(path) {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  process.exitCode = run(process.argv.slice(2), (line) => void process.stdout.write(`${line}\n`))
