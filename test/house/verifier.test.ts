import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonical, examine, isSigned } from '../../bin/verifier/examine.mjs'
import { canonicalJson, type Json } from '../../src/kernel/canonical'
import { chained, type Log, newLog, newRow, newSigner, type Row, signed } from '../environment/made-log'

const signer = newSigner()
const stranger = newSigner()
const log = newLog(9, signer)
const kept = log.controlepunten
const texts = (changed: Log, trusted: Log['controlepunten'] | null = kept) =>
  examine(changed, trusted).faults.map(({ text }) => text)
const withRows = (regels: Row[]): Log => ({ ...log, regels })
const at = (seq: number) => log.regels[seq - 1] as Row
const change = (row: Row): Row => ({ ...row, onderwerp: 'iets anders' })
const but = (...gone: number[]) => log.regels.filter(({ regel }) => !gone.includes(regel))
const swapped = (one: number, other: number) =>
  log.regels.map((row) => (row.regel === one ? at(other) : row.regel === other ? at(one) : row))
const inserted = (after: number) => log.regels.toSpliced(after, 0, newRow('erbij', after + 1))
const rewritten = (seq: number, from: number) => `regel ${seq}: herschreven na regel ${from}`

describe('a log that nobody touched', () => {
  test('is found whole, with and without checkpoints of one’s own', () => {
    expect(texts(log)).toEqual([])
    expect(texts(log, null)).toEqual([])
    expect(examine(newLog(0, signer), null)).toEqual({ faults: [], remarks: [] })
  })

  test('has rows after the last checkpoint that are said to be open, and are still chained', () => {
    const open = newLog(9, signer, 2)
    expect(examine(open, open.controlepunten)).toEqual({
      faults: [],
      remarks: [8, 9].map((seq) => `regel ${seq}: nog niet vastgelegd in een controlepunt`),
    })
    const tampered = { ...open, regels: open.regels.map((row) => (row.regel === 8 ? change(row) : row)) }
    expect(texts(tampered, null)).toEqual(['regel 8: gewijzigd'])
    expect(texts({ ...open, regels: open.regels.filter(({ regel }) => regel !== 8) }, null)).toEqual([
      'regel 8: ontbreekt',
    ])
  })

  test('may be checked by a file of checkpoints from the middle on: the chain holds what came before', () => {
    const late = kept.slice(5)
    const bare = { ...log, controlepunten: late }
    expect(texts(bare, late)).toEqual([])
    const tampered = { ...bare, regels: log.regels.map((row) => (row.regel === 3 ? change(row) : row)) }
    expect(texts(tampered, late)).toEqual(['regel 3: gewijzigd'])
    expect(texts({ ...bare, regels: chained(tampered.regels) }, late)[0]).toMatch(/^regel [3-6]: gewijzigd$/)
  })
})

describe.each([
  ['as it is', (rows: Row[]) => rows, () => []],
  [
    'with every hash made anew',
    chained,
    (from: number, ...others: number[]) =>
      log.regels.flatMap(({ regel }) => (regel > from && !others.includes(regel) ? [rewritten(regel, from)] : [])),
  ],
])('a log that its owner changed, %s', (_, finish, follow) => {
  const found = (rows: Row[]) => texts(withRows(finish(rows)))
  test('is named at the row that was changed', () => {
    for (const seq of [1, 4, 9])
      expect(found(log.regels.map((row) => (row.regel === seq ? change(row) : row)))).toEqual([
        `regel ${seq}: gewijzigd`,
        ...follow(seq),
      ])
  })

  test('is named at the row that was removed', () => {
    for (const seq of [1, 4, 9]) expect(found(but(seq))).toEqual([`regel ${seq}: ontbreekt`, ...follow(seq)])
  })

  test('is named at the row that was put in', () => {
    expect(found(inserted(4))[0]).toBe('regel 5: ingevoegd, na regel 4')
    expect(found(inserted(0))[0]).toBe('regel 1: ingevoegd, vooraan')
    expect(found(inserted(4))).toHaveLength(1 + follow(5).length)
  })

  test('is named at the rows that took each other’s place, near and far', () => {
    for (const [one, other] of [
      [4, 5],
      [2, 8],
      [1, 9],
    ] as const)
      expect(found(swapped(one, other))).toEqual([`regel ${one} en regel ${other}: verwisseld`, ...follow(one, other)])
  })

  test('is named at every row that was cut off the end', () => {
    expect(found(but(8, 9))).toEqual(['regel 8: ontbreekt', 'regel 9: ontbreekt'])
    expect(found([])).toEqual(log.regels.map(({ regel }) => `regel ${regel}: ontbreekt`))
  })

  test('is named at each of several places', () => {
    const rows = inserted(6).flatMap((row) =>
      row.onderwerp === 'stuk-2' ? [] : row.onderwerp === 'stuk-4' ? [change(row)] : [row],
    )
    const names = found(rows).filter((text) => !text.includes('herschreven'))
    expect(names).toEqual(['regel 2: ontbreekt', 'regel 4: gewijzigd', 'regel 6: ingevoegd, na regel 6'])
  })
})

describe('a log that was signed anew', () => {
  const rows = chained(log.regels.map((row) => (row.regel === 4 ? change(row) : row)))
  const forged = (by: typeof signer): Log => ({ regels: rows, controlepunten: signed(rows, by), sleutel: by.key })

  test('with another key is named by the key, and at the row', () => {
    const found = texts(forged(stranger))
    expect(found[0]).toBe(`sleutel: die van de uitvoer is ${stranger.key}, die van uw controlepunten ${signer.key}`)
    expect(found).toContain('controlepunt bij regel 1: met een andere sleutel ondertekend')
    expect(found).toContain('regel 4: gewijzigd')
    expect(found).not.toContain('regel 3: gewijzigd')
  })

  test('with the key itself is named at the row by who kept checkpoints', () => {
    const found = texts(forged(signer))
    expect(found).toContain('regel 4: gewijzigd')
    expect(found).toContain('controlepunt bij regel 4: zegt iets anders dan een eerder controlepunt')
    expect(found).not.toContain('controlepunt bij regel 3: zegt iets anders dan een eerder controlepunt')
    // The limit that the page and the program state.
    expect(texts(forged(signer), null)).toEqual([])
  })

  test('is named when checkpoints were made up, or left out', () => {
    const lie = kept.map((point) => (point.regel === 5 ? { ...point, kenmerk: 'f'.repeat(64) } : point))
    expect(texts({ ...log, controlepunten: lie })).toEqual(['controlepunt bij regel 5: de handtekening klopt niet'])
    expect(texts({ ...log, controlepunten: kept.filter(({ regel }) => regel !== 5) })).toEqual([
      'controlepunt bij regel 5: ontbreekt in de uitvoer',
    ])
  })
})

describe('random tampering', () => {
  // The same numbers each time, so that a failure can be seen again.
  function numbers(seed: number) {
    let state = seed
    return (below: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return Math.floor((state / 2 ** 32) * below)
    }
  }

  test.each(Array.from({ length: 200 }, (_, seed) => seed))('%i is named at its place', (seed) => {
    const pick = numbers(seed + 1)
    const length = 2 + pick(30)
    const whole = newLog(length, signer)
    const rows = [...whole.regels]
    const seq = 1 + pick(length)
    const other = 1 + ((seq + pick(length - 1)) % length)
    const [low, high] = [Math.min(seq, other), Math.max(seq, other)]
    const done: Record<string, () => string> = {
      change() {
        const row = { ...(rows[seq - 1] as Row) }
        const names = ['moment', 'soort', 'onderwerp', 'bestanden']
        row[names[pick(names.length)] as string] = 'vervalst'
        rows[seq - 1] = row
        return `regel ${seq}: gewijzigd`
      },
      remove() {
        rows.splice(seq - 1, 1)
        return `regel ${seq}: ontbreekt`
      },
      insert() {
        rows.splice(seq - 1, 0, newRow('erbij', seq))
        return `regel ${seq}: ingevoegd, ${seq === 1 ? 'vooraan' : `na regel ${seq - 1}`}`
      },
      swap() {
        const [one, two] = [rows[low - 1] as Row, rows[high - 1] as Row]
        rows[low - 1] = two
        rows[high - 1] = one
        return low === high ? '' : `regel ${low} en regel ${high}: verwisseld`
      },
      truncate() {
        rows.splice(seq - 1)
        return `regel ${seq}: ontbreekt`
      },
    }
    const ways = Object.keys(done)
    const expected = done[ways[pick(ways.length)] as string]?.() ?? ''
    const tampered = pick(2) ? chained(rows) : rows
    const by = [null, signer, stranger][pick(3)]
    const forged = by
      ? { regels: tampered, controlepunten: signed(tampered, by), sleutel: by.key }
      : { ...whole, regels: tampered }
    const { faults } = examine(forged, whole.controlepunten)
    const ofRows = faults
      .map(({ text }) => text)
      .filter((text) => /^regel .*(gewijzigd|ontbreekt|ingevoegd|verwisseld)/.test(text))
    if (expected === '') expect(ofRows).toEqual([])
    else expect(ofRows[0]).toBe(expected)
    expect(ofRows.filter((text) => !text.includes('ontbreekt'))).toHaveLength(
      expected === '' || expected.includes('ontbreekt') ? 0 : 1,
    )
  })
})

describe('canonical JSON', () => {
  test('is read as the writer writes it, by a program of its own', () => {
    const values: Json[] = [
      { b: 1, a: [true, null, 'é\u2028"'], '€': 1e21, '\ud83d\ude02': -0, '\r': 0.1 },
      [],
      {},
      '',
      [[], { z: { y: [] } }],
    ]
    for (const value of values) expect(canonical(value)).toBe(canonicalJson(value))
    expect(() => canonical('\ud800')).toThrow('half a character')
  })

  test('of a checkpoint is what was signed', () => {
    expect(kept.every(isSigned)).toBe(true)
    expect(isSigned({ ...(kept[0] as (typeof kept)[0]), sleutel: 'x' })).toBe(false)
  })
})

describe('npm run verify', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'slagvaardig-verify-'))
    writeFileSync(join(folder, 'log.json'), JSON.stringify(log))
    writeFileSync(join(folder, 'short.json'), JSON.stringify(withRows(but(4))))
    writeFileSync(join(folder, 'broken.json'), '{')
    writeFileSync(join(folder, 'other.json'), '{"regels": [1]}')
    writeFileSync(
      join(folder, 'points.jsonl'),
      kept
        .map((point) => `${JSON.stringify(point)}\n`)
        .join('')
        .slice(0, -20),
    )
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const run = (...args: string[]) => {
    const program = join(process.cwd(), 'bin/verifier/verify.mjs')
    const { status, stdout } = spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8' })
    return { status, lines: stdout.trim().split('\n') }
  }

  test('ends with 0 and says so last when all is right, also with a line cut off in the checkpoints', () => {
    const { status, lines } = run('log.json', '--checkpoints', 'points.jsonl')
    expect(status).toBe(0)
    expect(lines.at(-1)).toBe('in orde')
  })

  test('ends with 1 and names the row when it is not', () => {
    const { status, lines } = run('short.json')
    expect(status).toBe(1)
    expect(lines[0]).toBe('regel 4: ontbreekt')
    expect(lines.at(-1)).toBe('niet in orde: 1 bevinding')
  })

  test.each([
    [['absent.json'], 'kan niet worden gelezen'],
    [['broken.json'], 'is geen JSON'],
    [['other.json'], 'is geen uitvoer van het logboek'],
    [['log.json', '--checkpoints', 'broken.json'], 'geen enkel controlepunt'],
    [['log.json', '--files', 'absent'], 'is er niet'],
    [[], 'Gebruik:'],
    [['log.json', '--checkpoints'], 'Gebruik:'],
  ])('ends with 2 and says why: %j', (args, why) => {
    const { status, lines } = run(...args)
    expect(status).toBe(2)
    expect(lines.join('\n')).toContain(why)
  })

  test('is two files that need nothing but Node', () => {
    for (const name of ['verify', 'examine'])
      for (const [, from] of readFileSync(`bin/verifier/${name}.mjs`, 'utf8').matchAll(/^import .* from '(.+)'$/gm))
        expect(['node:crypto', 'node:fs', 'node:path', 'node:url', './examine.mjs']).toContain(from)
  })
})
