import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { makeDrafts, renswoude, reportPeriod, signReport } from '../../../test/environment/reports'
import { canonicalJson, type Json } from '../../kernel/canonical'
import { overseeing, owning, writing } from '../../platform/db/database'
import { createLog, silentLog } from '../../platform/log/log'
import { openSeal } from '../../platform/proof/seal'
import { checkpointOf } from './entry'
import { enterEarlier, sealNewest, sha256 } from './entry.verbs'
import { watchPublications } from './night-round.verbs'
import { differencesOf } from './sentence.parts'

const utrecht = `GM0344-${reportPeriod}-1`
const wordsOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

let region: Opened
beforeAll(async () => {
  region = await openRegion({ figures: true })
  await makeDrafts(region)
})
afterAll(() => region.close())

type Exported = {
  sleutel: string
  regels: ({ [name: string]: Json } & { kenmerk: string; vorige: string | null })[]
  controlepunten: { regel: number; kenmerk: string }[]
}
const exported = () => region.json<Exported>('/publicaties/logboek/uitvoer.json')

/** Runs the verifier as anybody would, on what the product gives out. */
async function verify(...more: string[]) {
  const file = join(region.proofFolder, 'uitvoer.json')
  writeFileSync(file, await region.text('/publicaties/logboek/uitvoer.json'))
  const { status, stdout } = spawnSync(process.execPath, ['bin/verifier/verify.mjs', file, ...more], {
    encoding: 'utf8',
  })
  const lines = stdout.trim().split('\n')
  return { status, lines, found: lines.filter((line) => /^(regel|sleutel|controlepunt|uw)/.test(line)) }
}

/** What the owner of the database can do when he takes the triggers and rules away. */
async function tamper(work: ReturnType<typeof sql>): Promise<void> {
  await owning(region.db, async (tx) => {
    await sql`alter table publications.ledger disable trigger user`.execute(tx)
    await work.execute(tx)
    await sql`alter table publications.ledger enable trigger user`.execute(tx)
  })
}

describe('publishing', () => {
  test('without an entry in the log is not possible', async () => {
    const sessionId = (await signInAs(region, 'oov-renswoude')).cookie.split('=')[1] ?? null
    await expect(
      writing(region.db, { sessionId }, (tx) =>
        sql`insert into publications.signatures (report, context) values (${renswoude}, null)`.execute(tx),
      ),
    ).rejects.toThrow('is entered in the ledger')
    expect((await region.get(`/rapportages/${renswoude}`)).status).toBe(404)
  })

  test('enters the hash of every kept file and of the figures, in the same transaction', async () => {
    expect((await signReport(region, renswoude, 'oov-renswoude')).status).toBe(303)
    const { regels } = await exported()
    expect(regels).toHaveLength(1)
    const [row] = regels
    expect(row).toMatchObject({
      regel: 1,
      soort: 'rapportage',
      onderwerp: renswoude,
      adres: `/rapportages/${renswoude}`,
      laterOpgenomen: false,
      programma: '0.0.0',
      controlepunt: null,
      vorige: null,
    })
    for (const [name, hash] of Object.entries(row?.bestanden as Record<string, string>)) {
      const bytes = await (await region.get(`/rapportages/${renswoude}/${name}`)).arrayBuffer()
      expect(createHash('sha256').update(new Uint8Array(bytes)).digest('hex')).toBe(hash)
    }
    const { kenmerk, ...rest } = row as Exported['regels'][number]
    expect(sha256(canonicalJson(rest as Json))).toBe(kenmerk)
  })

  test('says in the document which checkpoint came before, and that its own hash cannot be in it', async () => {
    const words = wordsOf(await region.text(`/rapportages/${renswoude}/rapport.html`))
    expect(words).toContain('er was vóór dit stuk nog geen controlepunt')
    expect((await signReport(region, utrecht, 'oov-utrecht')).status).toBe(303)
    const { regels } = await exported()
    for (const path of [`/rapportages/${utrecht}/rapport.html`, `/rapportages/${utrecht}`]) {
      const second = wordsOf(await region.text(path))
      expect(second).toContain('regel 1 was de laatste vóór dit stuk')
      expect(second.replaceAll(' ', '')).toContain(regels[0]?.kenmerk)
      expect(second).toContain('Het kenmerk van dit stuk zelf kan er niet in staan')
      expect(second.replaceAll(' ', '').includes(regels[1]?.kenmerk ?? '')).toBe(path.endsWith(utrecht))
    }
    expect(regels[1]).toMatchObject({ regel: 2, vorige: regels[0]?.kenmerk })
  })

  test('signs a checkpoint outside the database at once, by a key that only this machine reads', async () => {
    const lines = await region.seal.lines()
    const { regels, sleutel, controlepunten } = await exported()
    expect(lines.map((line) => checkpointOf(line)?.kenmerk)).toEqual(regels.map(({ kenmerk }) => kenmerk))
    expect(controlepunten).toEqual(lines.map((line) => JSON.parse(line)))
    expect(await region.text('/publicaties/logboek/controlepunten.jsonl')).toBe(`${lines.join('\n')}\n`)
    expect(statSync(join(region.proofFolder, 'logboek.sleutel.pem')).mode & 0o777).toBe(0o600)
    const page = await region.text('/publicaties/logboek')
    expect(page).toContain(sleutel)
    expect(page).toContain(regels[1]?.kenmerk)
  })
})

describe('the log', () => {
  test('only grows, also for its owner, and without a gap', async () => {
    const add = (seq: number, previous: string) => {
      const body = canonicalJson({
        regel: seq,
        soort: 'x',
        onderwerp: 'y',
        vorige: previous,
        moment: '2026-11-24T09:00:00.000Z',
      })
      return sql`insert into publications.ledger (seq, kind, subject, body, previous, hash)
        values (${seq}, 'x', 'y', ${body}, ${previous}, ${sha256(body)})`
    }
    const { regels } = await exported()
    const last = regels[1]?.kenmerk ?? ''
    for (const statement of [
      sql`update publications.ledger set hash = hash`,
      sql`delete from publications.ledger where seq = 2`,
      sql`truncate publications.ledger`,
      sql`truncate publications.files`,
      add(4, last),
      add(2, last),
      add(3, regels[0]?.kenmerk ?? ''),
    ])
      await expect(owning(region.db, (tx) => statement.execute(tx))).rejects.toThrow(/never changes|follows on/)
    await expect(
      owning(region.db, async (tx) => {
        await add(3, last).execute(tx)
        throw new Error('undone')
      }),
    ).rejects.toThrow('undone')
  })

  test('is found in order by the verifier, with the published files', async () => {
    const folder = join(region.proofFolder, 'stukken')
    for (const { onderwerp, bestanden } of (await exported()).regels) {
      mkdirSync(join(folder, String(onderwerp)), { recursive: true })
      for (const name of Object.keys(bestanden as object)) {
        const bytes = await (await region.get(`/rapportages/${onderwerp}/${name}`)).arrayBuffer()
        writeFileSync(join(folder, String(onderwerp), name), new Uint8Array(bytes))
      }
    }
    const checked = await verify('--files', folder)
    expect(checked.found).toEqual([])
    expect(checked.lines.at(-1)).toBe('in orde')
    expect(checked.status).toBe(0)
    appendFileSync(join(folder, renswoude, 'rapport.pdf'), ' ')
    rmSync(join(folder, utrecht, 'rapport.docx'))
    const spoilt = await verify('--files', folder)
    expect(spoilt.found).toEqual([
      `regel 1: het bestand ${renswoude}/rapport.pdf is gewijzigd`,
      `regel 2: het bestand ${utrecht}/rapport.docx is er niet en is niet nagegaan`,
    ])
    expect(spoilt.status).toBe(1)
  })

  test('that its owner changes is named at the row, and is signed no further', async () => {
    const kept = join(region.proofFolder, 'bewaard.jsonl')
    writeFileSync(kept, await region.text('/publicaties/logboek/controlepunten.jsonl'))
    const before = await overseeing(
      region.db,
      async (tx) =>
        (await sql<{ body: string; hash: string }>`select body, hash from publications.ledger order by seq`.execute(tx))
          .rows,
    )
    const [one] = before
    const changed = (one?.body ?? '').replace('"programma":"0.0.0"', '"programma":"9.9.9"')
    expect(changed).not.toBe(one?.body)
    await tamper(sql`update publications.ledger set body = ${changed}, hash = ${sha256(changed)} where seq = 1`)
    expect((await verify()).found).toEqual(['regel 1: gewijzigd'])
    expect(await sealNewest((work) => overseeing(region.db, work), region.seal, region.db.clock())).toEqual({
      brokenAt: 1,
    })
    expect(wordsOf(await region.text('/publicaties/logboek'))).toContain('Regel 1 is niet meer wat is ondertekend')
    const lines: string[] = []
    const log = createLog(
      'error',
      (line) => lines.push(line),
      () => region.db.clock(),
    )
    await watchPublications(region.db, { seal: region.seal, compare: differencesOf, log }, () => false)
    expect(lines.join('\n')).toContain('an entry is not what was signed')

    // Rewritten whole: every hash made anew.
    const [, two] = before
    const second = (two?.body ?? '').replace(`"vorige":"${one?.hash}"`, `"vorige":"${sha256(changed)}"`)
    await tamper(
      sql`update publications.ledger set body = ${second}, previous = ${sha256(changed)}, hash = ${sha256(second)} where seq = 2`,
    )
    expect((await verify('--checkpoints', kept)).found).toEqual([
      'regel 1: gewijzigd',
      'regel 2: herschreven na regel 1',
    ])

    for (const [seq, row] of before.entries())
      await tamper(
        sql`update publications.ledger set body = ${row.body}, hash = ${row.hash}, previous = ${before[seq - 1]?.hash ?? null} where seq = ${seq + 1}`,
      )
    expect((await verify('--checkpoints', kept)).status).toBe(0)

    await tamper(sql`delete from publications.ledger where seq = 2`)
    expect((await verify('--checkpoints', kept)).found).toEqual(['regel 2: ontbreekt'])
    const entered = await enterEarlier(region.db, '0.0.1')
    expect(entered).toBe(1)
    // What was taken out and put back is another row, and says so.
    expect((await verify('--checkpoints', kept)).found).toEqual(['regel 2: gewijzigd'])
    await tamper(sql`delete from publications.ledger where seq = 2`)
    await tamper(sql`insert into publications.ledger (seq, kind, subject, body, previous, hash)
      values (2, 'rapportage', ${utrecht}, ${two?.body}, ${one?.hash}, ${two?.hash})`)
    expect((await verify('--checkpoints', kept)).status).toBe(0)
  })

  test('takes publications that come at one moment one after another', async () => {
    const codes = ['GM0335', 'GM0353'].map((area) => `${area}-${reportPeriod}-1`)
    const answers = await Promise.all(codes.map((code) => signReport(region, code, 'oov-montfoort-ijsselstein')))
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    const { regels } = await exported()
    expect(
      regels
        .map(({ onderwerp }) => onderwerp)
        .slice(2)
        .sort(),
    ).toEqual(codes)
    expect((await verify()).lines.at(-1)).toBe('in orde')
  })

  test('takes in what was published before it was there, marked so and in its order', async () => {
    const other = await openRegion({ figures: true })
    try {
      await makeDrafts(other)
      for (const [code, person] of [
        [utrecht, 'oov-utrecht'],
        [renswoude, 'oov-renswoude'],
      ] as const)
        await signReport(other, code, person)
      await owning(other.db, async (tx) => {
        await sql`alter table publications.ledger disable trigger user`.execute(tx)
        await sql`delete from publications.ledger`.execute(tx)
        await sql`alter table publications.ledger enable trigger user`.execute(tx)
      })
      rmSync(join(other.proofFolder, 'controlepunten.jsonl'))
      writeFileSync(join(other.proofFolder, 'controlepunten.jsonl'), '')
      expect(await enterEarlier(other.db, '0.2.0')).toBe(2)
      expect(await enterEarlier(other.db, '0.2.0')).toBe(0)
      const { regels } = await other.json<Exported>('/publicaties/logboek/uitvoer.json')
      expect(regels.map(({ laterOpgenomen }) => laterOpgenomen)).toEqual([true, true])
      expect(regels.map(({ onderwerp }) => onderwerp).sort()).toEqual([renswoude, utrecht].sort())
      expect(wordsOf(await other.text('/publicaties/logboek'))).toContain('2 regels zijn nog niet vastgelegd')
      await watchPublications(other.db, { seal: other.seal, compare: differencesOf, log: silentLog }, () => false)
      const page = wordsOf(await other.text('/publicaties/logboek'))
      expect(page).toContain('later opgenomen')
      expect(page).not.toContain('nog niet vastgelegd')
      expect(wordsOf(await other.text(`/rapportages/${utrecht}`))).not.toContain('Logboek van publicaties: er was')
    } finally {
      await other.close()
    }
  })
})

describe('the seal', () => {
  test('makes no new key where lines were signed and theirs is gone', () => {
    const folder = join(region.proofFolder, 'weg')
    const made = openSeal(folder)
    if ('refused' in made) throw new Error(made.refused)
    made.add(['{"een":1}'])
    rmSync(join(folder, 'logboek.sleutel.pem'))
    expect(openSeal(folder)).toMatchObject({ refused: 'key-gone' })
    expect(existsSync(join(folder, 'logboek.sleutel.pem'))).toBe(false)
  })

  test('begins on a line of its own after one that was cut off', async () => {
    const folder = join(region.proofFolder, 'half')
    const made = openSeal(folder)
    if ('refused' in made) throw new Error(made.refused)
    appendFileSync(join(folder, 'controlepunten.jsonl'), '{"half')
    made.add(['{"heel":1}', '{"twee":2}'])
    expect(readFileSync(join(folder, 'controlepunten.jsonl'), 'utf8')).toBe('{"half\n{"heel":1}\n{"twee":2}\n')
    expect(await made.lines()).toHaveLength(3)
  })

  test('says why when the folder cannot be used', () => {
    writeFileSync(join(region.proofFolder, 'bestand'), '')
    expect(openSeal(join(region.proofFolder, 'bestand'))).toMatchObject({ refused: 'folder-unusable' })
  })
})
