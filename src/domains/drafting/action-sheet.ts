import type { Track } from '../strategy'
import type { ActionContent, Aim, DraftAction } from './draft-action'
import { nearestIn } from './nearest'
import { readNumber, readTyped, readWhen, type Typed } from './sheet-cell'

/** The columns of a file with the actions of a draft, out and in. */
export const sheetColumns = [
  'code',
  'versie',
  'hoofdstuk',
  'onderdeel',
  'spoor',
  'titel',
  'trekker',
  'functie bij de trekker',
  'deelnemers',
  'gebieden',
  'datum',
  'doel of streven',
  'cijfers',
  'waarde',
  'eenheid',
  'wanneer gehaald',
  'doel in woorden',
  'bewijs',
  'vervalt',
] as const
export type SheetColumn = (typeof sheetColumns)[number]

type Named = { readonly code: string; readonly name: string }

/** What a file is read against. */
export type Known = {
  readonly chapters: readonly Named[]
  readonly parties: readonly Named[]
  readonly areas: readonly Named[]
  readonly indicators: readonly Named[]
  readonly tracks: readonly Track[]
}

/** The actions as rows, in the order of the columns. A name that two have, or that a list cannot hold, goes as its code. */
export function sheetRows(actions: readonly DraftAction[], known: Known): (string | number | null)[][] {
  const parties = namesOf(known.parties)
  const areas = namesOf(known.areas)
  return actions.map((one) => [
    one.code,
    one.version,
    one.chapter,
    one.project,
    one.track,
    one.title,
    parties.nameOf(one.lead),
    one.leadPost,
    listed(one.participants.map(parties.nameOf)),
    listed(one.areas.map(areas.nameOf)),
    one.due,
    one.aim,
    listed(one.indicators),
    one.targetValue,
    one.targetUnit,
    one.targetBy,
    one.targetText,
    one.targetEvidence,
    null,
  ])
}

const listed = (items: readonly string[]) => (items.length === 0 ? null : items.join('; '))

/** A row that could be read. */
export type SheetRow = {
  /** In the file, the header being 1. */
  readonly row: number
  /** Null of a new action. */
  readonly code: string | null
  readonly version: number
  readonly chapter: string
  readonly content: SheetContent
}

/** What a file says of an action: its place among the others and what it promises again are not in it. */
export type SheetContent = Omit<ActionContent, 'seq' | 'promise'>

/** After so many faults a file is not read any further. */
export const mostFaults = 50

export type SheetIn = {
  readonly rows: readonly (readonly Typed[])[]
  /** The file writes decimals with a point. */
  readonly hasPoints: boolean
  readonly merged: readonly string[]
}

/**
 * Reads the rows of a file, its header included. One fault refuses the file whole: each says row, column and what to do, and after
 * many of them the rest is not read. An action that is not in the file stays as it is.
 */
export function readSheetRows(
  { rows, hasPoints, merged }: SheetIn,
  actions: readonly DraftAction[],
  known: Known,
): { readonly rows: readonly SheetRow[] } | { readonly faults: readonly string[] } {
  const [head = [], ...body] = rows
  const names = head.map((cell) => readTyped(cell).toLowerCase())
  const place = (column: SheetColumn) => names.indexOf(column)
  const columnName = (column: SheetColumn) => `kolom ${letterOf(place(column))} (${column})`
  const missing = sheetColumns.filter((column) => place(column) < 0)
  if (missing.length > 0)
    return {
      faults: missing.map(
        (column) =>
          `Rij 1: de kolom "${column}" ontbreekt. Begin met het bestand dat u hier ophaalt, en laat de kop staan.`,
      ),
    }
  const doubled = sheetColumns.filter((column) => place(column) !== names.lastIndexOf(column))
  if (doubled.length > 0)
    return { faults: doubled.map((column) => `Rij 1: de kolom "${column}" staat er twee keer. Haal er een weg.`) }
  if (merged.length > 0)
    return {
      faults: merged.map(
        (range) =>
          `Cellen ${range} zijn samengevoegd, en dan is niet te zien wat bij welke actie hoort. Hef dat op en vul elke cel.`,
      ),
    }

  const byCode = new Map(actions.map((one) => [one.code, one]))
  const look = {
    chapters: namesOf(known.chapters),
    parties: namesOf(known.parties),
    areas: namesOf(known.areas),
    indicators: namesOf(known.indicators),
  }
  const rowOf = new Map<string, number>()
  const faults: string[] = []
  const read: SheetRow[] = []
  for (const [at, cells] of body.entries()) {
    if (cells.every((cell) => readTyped(cell) === '')) continue
    const row = at + 2
    const say: Say = (column, message) => void faults.push(`Rij ${row}, ${columnName(column)}: ${message}`)
    const before = faults.length
    const one = readRow({
      row,
      cell: (column) => cells[place(column)] ?? null,
      say,
      byCode,
      look,
      hasPoints,
      tracks: known.tracks,
    })
    if (one.code !== null) {
      const earlier = rowOf.get(one.code)
      if (earlier !== undefined) say('code', `${one.code} staat ook al in rij ${earlier}. Haal een van beide weg.`)
      else rowOf.set(one.code, row)
    }
    if (faults.length === before) read.push(one)
    if (faults.length >= mostFaults) return { faults: faults.slice(0, mostFaults) }
  }
  if (faults.length === 0 && read.length === 0) faults.push('Rij 2: onder de kop staat geen enkele actie.')
  return faults.length > 0 ? { faults } : { rows: read }
}

/** A column as a spreadsheet calls it: A, B … Z, AA. */
export function letterOf(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : letterOf(Math.floor(at / 26) - 1) + letterOf(at % 26)
}

type Say = (column: SheetColumn, message: string) => void
type Look = ReturnType<typeof namesOf>

/** Things by code or by the name that only one has. */
function namesOf(all: readonly Named[]) {
  const byName = Map.groupBy(all, ({ name }) => name.toLowerCase())
  const byCode = new Map(all.map((one) => [one.code, one]))
  const nearest = nearestIn(all.flatMap(({ code, name }) => [name, code]))
  return {
    nameOf(code: string): string {
      const name = byCode.get(code)?.name ?? code
      return byName.get(name.toLowerCase())?.length === 1 && !name.includes(';') ? name : code
    },
    find(text: string): string | { readonly fault: string } {
      const named = byName.get(text.toLowerCase()) ?? []
      const one = byCode.get(text) ?? (named.length === 1 ? named[0] : undefined)
      if (one) return one.code
      if (named.length > 1)
        return {
          fault: `"${text}" kan meer dan één ding zijn. Schrijf de code: ${named.map(({ code }) => code).join(', ')}.`,
        }
      const near = nearest(text)
      return {
        fault: `"${text}" kennen wij niet. ${near.length > 0 ? `Bedoelt u ${near.join(', ')}?` : 'Schrijf de naam of de code zoals die in het product staat.'}`,
      }
    },
  }
}

type RowIn = {
  readonly row: number
  readonly cell: (column: SheetColumn) => Typed
  readonly say: Say
  readonly byCode: ReadonlyMap<string, DraftAction>
  readonly look: Readonly<Record<'chapters' | 'parties' | 'areas' | 'indicators', Look>>
  readonly hasPoints: boolean
  readonly tracks: readonly Track[]
}

function readRow(given: RowIn): SheetRow {
  const { row, cell, say, byCode, look, tracks } = given
  const text = (column: SheetColumn) => readTyped(cell(column))
  const short = (column: SheetColumn, most: number): string | null => {
    if (text(column).length > most)
      say(column, `Gebruik ten hoogste ${most} tekens. Nu zijn het er ${text(column).length}.`)
    return text(column) || null
  }
  const code = text('code') || null
  const stands = code === null ? undefined : byCode.get(code)
  // What it has already may stay, also when nobody can choose it any more.
  const one = (column: SheetColumn, from: Look, had: string | undefined): string => {
    if (had !== undefined && text(column) === had) return had
    const found = text(column) === '' ? { fault: 'Deze cel mag niet leeg zijn.' } : from.find(text(column))
    if (typeof found === 'string') return found
    say(column, found.fault)
    return ''
  }
  const many = (column: SheetColumn, from: Look, had: readonly string[] = []): string[] => {
    const items = text(column)
      .split(/[;\n]/)
      .map((item) => item.trim())
      .filter((item) => item !== '')
    const found = items.map((item) => (had.includes(item) ? item : from.find(item)))
    for (const fault of found) if (typeof fault !== 'string') say(column, fault.fault)
    return [...new Set(found.filter((code) => typeof code === 'string'))]
  }
  if (code !== null && !stands)
    say('code', `"${code}" is geen actie van dit conceptplan. Laat de code van een nieuwe actie leeg.`)
  const version = readVersion(text('versie'), stands, say)
  const chapter = one('hoofdstuk', look.chapters, stands?.chapter)
  if (stands && chapter !== '' && chapter !== stands.chapter)
    say('hoofdstuk', `${stands.code} staat in ${stands.chapter}. Een actie verhuist niet met een bestand.`)
  const track = tracks.find((name) => name.toLowerCase() === text('spoor').toLowerCase())
  if (!track) say('spoor', `"${text('spoor')}" kan niet. Kies uit: ${tracks.join(', ')}.`)
  const aim = aimOf(text('doel of streven'))
  if (aim === 'fault')
    say('doel of streven', `"${text('doel of streven')}" kan niet. Schrijf doel of streven, of laat leeg.`)
  const gone = text('vervalt').toLowerCase()
  if (!['', 'ja', 'nee'].includes(gone)) say('vervalt', `"${gone}" kan niet. Schrijf ja, of laat leeg.`)
  const title = short('titel', 500)
  if (title === null) say('titel', 'Deze cel mag niet leeg zijn.')
  const targetValue = readNumber(cell('waarde'), given.hasPoints, (message) => say('waarde', message))
  const targetText = short('doel in woorden', 500)
  if (targetValue !== null && targetText !== null)
    say('doel in woorden', 'Er staat ook een waarde. Kies een van beide, en maak de andere cel leeg.')
  return {
    row,
    code,
    version,
    chapter,
    content: {
      project: short('onderdeel', 200),
      track: track ?? 'actie',
      title: title ?? '',
      lead: one('trekker', look.parties, stands?.lead),
      leadPost: short('functie bij de trekker', 200),
      participants: many('deelnemers', look.parties, stands?.participants),
      areas: many('gebieden', look.areas, stands?.areas),
      due: readWhen(cell('datum'), true, (message) => say('datum', message)),
      aim: aim === 'fault' ? null : aim,
      indicators: many('cijfers', look.indicators, stands?.indicators),
      targetValue,
      targetUnit: short('eenheid', 60),
      targetBy: readWhen(cell('wanneer gehaald'), false, (message) => say('wanneer gehaald', message)),
      targetText,
      targetEvidence: short('bewijs', 500),
      isRemoved: gone === 'ja',
    },
  }
}

function aimOf(text: string): Aim | null | 'fault' {
  const word = text.toLowerCase()
  return word === '' ? null : word === 'doel' || word === 'streven' ? word : 'fault'
}

function readVersion(text: string, stands: DraftAction | undefined, say: Say): number {
  if (!stands) {
    if (text !== '' && text !== '0') say('versie', 'Een nieuwe actie heeft nog geen versie. Maak deze cel leeg.')
    return 0
  }
  const version = /^\d{1,6}$/.test(text) ? Number(text) : 0
  if (version < 1 || version > stands.version)
    say('versie', `"${text}" kan niet. Laat deze kolom staan zoals u het bestand ophaalde.`)
  return version
}
