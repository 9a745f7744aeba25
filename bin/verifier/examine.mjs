// What of an export of the log of publications does not hold, and where. Its own reading of RFC 8785, on purpose: a mistake of
// the program that wrote the log must not be made here too.
import { createHash, createPublicKey, verify as verifySignature } from 'node:crypto'

/**
 * @typedef {null | boolean | number | string | any[] | { [name: string]: any }} Json
 * @typedef {{ [name: string]: any }} Row
 * @typedef {{ regel: number, kenmerk: string, inhoud: string, moment: string, sleutel: string, handtekening: string }} Point
 * @typedef {{ place: number, text: string }} Finding `place` is the number of a row; 0 when it is about none.
 * @typedef {{ faults: Finding[], remarks: string[] }} Outcome
 */

/** A value as RFC 8785 writes it. Throws on what JSON cannot hold. @param {Json} value @returns {string} */
export function canonical(value) {
  if (typeof value === 'string' && !value.isWellFormed()) throw new Error('half a character')
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('no number')
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const members = Object.keys(value)
      .sort((a, b) => (a < b ? -1 : 1))
      .map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`)
    return `{${members.join(',')}}`
  }
  return JSON.stringify(value)
}

/** @param {string | Uint8Array} bytes */
export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex')

/** The hash of a row, or null when it cannot be one. @param {Row} row */
export function hashOf({ kenmerk: _, ...row }) {
  try {
    return sha256(canonical(row))
  } catch {
    return null
  }
}

/** The hash of a row apart from its place: the same wherever it stands. @param {Row} row */
export function contentHashOf({ regel: _, vorige: __, ...row }) {
  return hashOf(row)
}

/** Whether a checkpoint was signed with the key it names. @param {Point} point */
export function isSigned({ handtekening, ...point }) {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: point.sleutel }, format: 'jwk' })
    return verifySignature(null, Buffer.from(canonical(point)), key, Buffer.from(handtekening, 'base64url'))
  } catch {
    return false
  }
}

/**
 * Checks rows against checkpoints. `kept` are checkpoints that somebody put away earlier, elsewhere; without them those of
 * the export count, and then a log that was rewritten together with its checkpoints cannot be seen.
 * @param {{ regels: Row[], controlepunten: Point[], sleutel: string }} log
 * @param {Point[] | null} kept
 * @returns {Outcome}
 */
export function examine(log, kept) {
  /** @type {Finding[]} */
  const faults = []
  /** @type {string[]} */
  const remarks = []
  const points = signedPoints(log, kept, faults)
  const rows = log.regels.map((row) => ({ row, hash: hashOf(row), content: contentHashOf(row) }))
  const last = Math.max(0, ...points.keys())

  const { matched, found, named, fresh } = compared(rows, points, last)
  faults.push(...found)
  const first = Math.min(...named)
  for (const [seq, at] of matched) {
    const one = rows[at]
    if (!one || named.has(seq)) continue
    const next = rows[matched.get(seq + 1) ?? rows.length]
    // A row without a checkpoint of its own is held by the one after it.
    const sealed = points.get(seq)?.kenmerk ?? next?.row.vorige ?? one.hash
    if (one.hash === sealed && one.row.kenmerk === sealed) continue
    // What was made to fit again after another row was changed, is no change of its own.
    const follows = one.hash !== sealed && first < seq
    faults.push({ place: seq, text: `regel ${seq}: ${follows ? `herschreven na regel ${first}` : 'gewijzigd'}` })
  }
  faults.push(...unsealed(rows, fresh, last, remarks))
  return { faults: faults.sort((a, b) => a.place - b.place), remarks }
}

/**
 * Per row the checkpoint that counts. Of the export those count that were signed with the trusted key, after the kept ones.
 * @param {{ controlepunten: Point[], sleutel: string }} log
 * @param {Point[] | null} kept
 * @param {Finding[]} faults
 */
function signedPoints(log, kept, faults) {
  /** @type {Map<number, Point>} */
  const points = new Map()
  const trusted = kept?.at(-1)?.sleutel ?? log.sleutel
  let isDoubted = false
  if (log.sleutel !== trusted)
    faults.push({
      place: 0,
      text: `sleutel: die van de uitvoer is ${log.sleutel}, die van uw controlepunten ${trusted}`,
    })
  for (const [list, whose] of /** @type {const} */ ([
    [kept ?? [], 'uw controlepunt'],
    [log.controlepunten, 'controlepunt'],
  ])) {
    for (const point of list) {
      const say = (/** @type {string} */ what) =>
        faults.push({ place: point.regel, text: `${whose} bij regel ${point.regel}: ${what}` })
      if (!isSigned(point)) say('de handtekening klopt niet')
      else if (point.sleutel !== trusted) say('met een andere sleutel ondertekend')
      else {
        const earlier = points.get(point.regel)
        if (earlier && earlier.kenmerk !== point.kenmerk) {
          say('zegt iets anders dan een eerder controlepunt')
          isDoubted = true
        }
        if (!earlier) points.set(point.regel, point)
      }
    }
  }
  // Who signs something else than before signed the rest too.
  const own = new Set(kept?.map(({ regel }) => regel))
  if (kept && isDoubted) for (const seq of [...points.keys()].filter((one) => !own.has(one))) points.delete(seq)
  const inExport = new Set(log.controlepunten.map(({ regel }) => regel))
  for (const { regel } of kept ?? [])
    if (!inExport.has(regel))
      faults.push({ place: regel, text: `controlepunt bij regel ${regel}: ontbreekt in de uitvoer` })
  return points
}

/** @typedef {{ row: Row, hash: string | null, content: string | null }} Read */

/**
 * Lays the rows beside the checkpoints by what they hold and not by their numbers, so that a row that went or came shifts
 * nothing. Gives which row is which, what is wrong, the numbers that this names, and the places of the rows that no checkpoint
 * knows yet.
 * @param {Read[]} rows
 * @param {Map<number, Point>} points
 * @param {number} last
 */
function compared(rows, points, last) {
  /** @type {Finding[]} */
  const found = []
  /** @type {Set<number>} */
  const named = new Set()
  const name = (/** @type {string} */ text, /** @type {number[]} */ ...seqs) => {
    found.push({ place: seqs[0] ?? 0, text })
    for (const seq of seqs) named.add(seq)
  }
  const expected = numbers(1, last + 1)
  /** @type {Map<string | null, number[]>} */
  const placesOf = new Map()
  rows.forEach(({ content }, at) => void placesOf.set(content, [...(placesOf.get(content) ?? []), at]))
  /** @type {Map<number, number>} row number → place in the export */
  const matched = new Map()
  for (const seq of expected) {
    const point = points.get(seq)
    const places = (point && placesOf.get(point.inhoud)) ?? []
    // Of copies the one that is what it was.
    const at = places.find((place) => rows[place]?.hash === point?.kenmerk) ?? places[0]
    if (at !== undefined) matched.set(seq, at)
  }
  // Rows that no checkpoint knows, before the last: they are taken by their own number.
  const known = new Set(matched.values())
  for (const seq of expected.filter((one) => !points.has(one))) {
    const at = rows.findIndex(({ row }, place) => row.regel === seq && !known.has(place))
    if (at >= 0) matched.set(seq, at)
  }

  // Two that took each other's place.
  const inOrder = [...matched.keys()].sort((a, b) => a - b)
  const byPlace = [...inOrder].sort((a, b) => (matched.get(a) ?? 0) - (matched.get(b) ?? 0))
  const standsAt = new Map(byPlace.map((seq, rank) => [seq, inOrder[rank] ?? 0]))
  const settled = new Map(matched)
  for (const seq of inOrder) {
    const other = standsAt.get(seq) ?? seq
    if (other <= seq || standsAt.get(other) !== seq) continue
    name(`regel ${seq} en regel ${other}: verwisseld`, seq, other)
    settled.set(seq, matched.get(other) ?? 0)
    settled.set(other, matched.get(seq) ?? 0)
  }
  const kept = longestRising(inOrder, (seq) => settled.get(seq) ?? 0)
  for (const seq of inOrder.filter((one) => !kept.has(one)))
    name(`regel ${seq}: verwisseld, staat nu op plaats ${(matched.get(seq) ?? 0) + 1}`, seq)

  // What is left over between two rows that stand where they belong.
  const taken = new Set(matched.values())
  const anchors = [0, ...inOrder.filter((seq) => kept.has(seq)), Number.POSITIVE_INFINITY]
  /** @type {number[]} */
  const fresh = []
  for (const [index, from] of anchors.slice(0, -1).entries()) {
    const until = anchors[index + 1] ?? Number.POSITIVE_INFINITY
    const isTail = until === Number.POSITIVE_INFINITY
    const [begin, end] = [from === 0 ? -1 : (settled.get(from) ?? 0), isTail ? rows.length : (settled.get(until) ?? 0)]
    const gone = numbers(from + 1, Math.min(until, last + 1)).filter((seq) => !matched.has(seq))
    const extra = numbers(begin + 1, end).filter((at) => !taken.has(at))
    const pairs = new Map(gone.map((seq) => [seq, extra.find((at) => rows[at]?.row.regel === seq)]))
    // As many as are gone stand in their place, under other numbers: those are they.
    const [loose, others] = [
      gone.filter((seq) => pairs.get(seq) === undefined),
      extra.filter((at) => ![...pairs.values()].includes(at) && !(isTail && rows[at]?.row.regel > last)),
    ]
    if (loose.length === others.length) for (const [at, seq] of loose.entries()) pairs.set(seq, others[at])
    for (const [seq, at] of pairs) {
      if (at !== undefined) matched.set(seq, at)
      name(`regel ${seq}: ${at === undefined ? 'ontbreekt' : 'gewijzigd'}`, seq)
    }
    const left = extra.filter((at) => ![...pairs.values()].includes(at))
    if (isTail) fresh.push(...left)
    else
      for (const at of left) name(`regel ${at + 1}: ingevoegd, ${from === 0 ? 'vooraan' : `na regel ${from}`}`, until)
  }
  return { matched, found, named, fresh }
}

/** Whole numbers from one up to another. @param {number} from @param {number} until */
const numbers = (from, until) => Array.from({ length: Math.max(0, until - from) }, (_, at) => from + at)

/**
 * The longest run of numbers whose places rise: what stands in its order.
 * @param {number[]} list @param {(one: number) => number} place
 */
function longestRising(list, place) {
  /** @type {number[]} of a run of each length the lowest end */
  const ends = []
  /** @type {Map<number, number | undefined>} */
  const before = new Map()
  for (const one of list) {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (place(ends[middle] ?? 0) < place(one)) low = middle + 1
      else high = middle
    }
    before.set(one, ends[low - 1])
    ends[low] = one
  }
  /** @type {Set<number>} */
  const run = new Set()
  for (let one = ends.at(-1); one !== undefined; one = before.get(one)) run.add(one)
  return run
}

/**
 * The rows that no checkpoint knows: only their own hashes and the chain speak for them.
 * @param {Read[]} rows @param {number[]} fresh @param {number} last @param {string[]} remarks
 * @returns {Finding[]}
 */
function unsealed(rows, fresh, last, remarks) {
  /** @type {Finding[]} */
  const faults = []
  let seq = last
  let previous = rows[(fresh[0] ?? 0) - 1]?.row.kenmerk ?? null
  for (const { row, hash } of fresh.flatMap((at) => rows[at] ?? [])) {
    seq += 1
    const place = Number.isInteger(row.regel) ? row.regel : seq
    const say = (/** @type {string} */ what) => faults.push({ place, text: `regel ${place}: ${what}` })
    const known = faults.length
    if (place > seq)
      for (let one = seq; one < place; one += 1) faults.push({ place: one, text: `regel ${one}: ontbreekt` })
    else if (place < seq) say('staat op een verkeerde plaats')
    if (row.kenmerk !== hash) say('gewijzigd')
    else if (faults.length === known && (row.vorige ?? null) !== previous) say('sluit niet aan op de regel ervoor')
    if (faults.length === known) remarks.push(`regel ${place}: nog niet vastgelegd in een controlepunt`)
    seq = place
    previous = row.kenmerk
  }
  return faults
}
