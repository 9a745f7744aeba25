import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ArchiveSum } from '../../src/platform/backup/archive'
import { sumArchive } from '../../src/platform/backup/archive-file'
import { examplePerson, signIn } from '../crash/sign-ins'
import { type LeastRights, makeLeastRights } from '../environment/least-rights'
import { runCommandLine, startServer } from '../environment/program'

const minutes = 3 * 60_000
const base = { REGION_DIR: 'region/voorbeeld', EXAMPLE: 'aan' }

let folder: string
let postgres: LeastRights
/** Of an embedded database on which somebody has worked. */
let file: string
let embedded: { DATA_DIR: string }
let cookie: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'slagvaardig-reservekopie-'))
  postgres = await makeLeastRights(process.env.TEST_POSTGRES_ADMIN ?? '')
  embedded = { DATA_DIR: join(folder, 'data') }
  const server = await startServer({ ...base, ...embedded })
  await server.ready()
  cookie = (await signIn(server, await examplePerson(server))).cookie
  await server.end('SIGTERM')
  file = join(folder, 'kopie.gz')
  const { code, out, said } = await runCommandLine('backup', [file], embedded)
  expect(code, said).toBe(0)
  expect(out).toMatch(/Bewaard in .*kopie\.gz \(\d+ kB\): \d+ onderdelen, [\d.]+ rijen, uit de ingebouwde database/)
}, minutes)
afterAll(async () => {
  await postgres.drop()
  rmSync(folder, { recursive: true, force: true })
})

const withoutHead = ({ parts }: ArchiveSum) => parts

test(
  'what was in the embedded database goes on in PostgreSQL, sessions too, and comes back the same',
  async () => {
    const restored = await runCommandLine('restore', [file], postgres.settings)
    expect(restored.code, restored.said).toBe(0)
    expect(restored.out).toContain('Per onderdeel zijn het aantal rijen en het controlegetal gelijk')
    const second = join(folder, 'terug.gz')
    expect((await runCommandLine('backup', [second], postgres.settings)).code).toBe(0)
    expect(withoutHead(await sumArchive(second))).toEqual(withoutHead(await sumArchive(file)))

    const returned = { DATA_DIR: join(folder, 'terug') }
    expect((await runCommandLine('restore', [second], returned)).code).toBe(0)
    const third = join(folder, 'derde.gz')
    expect((await runCommandLine('backup', [third], returned)).code).toBe(0)
    expect(withoutHead(await sumArchive(third))).toEqual(withoutHead(await sumArchive(file)))

    const server = await startServer({ ...base, ...postgres.settings })
    await server.ready()
    const signedIn = await (await server.get('/gemeenten', { cookie })).text()
    expect(signedIn).toContain('/uitloggen')
    expect(await (await server.get('/gemeenten')).text()).not.toContain('/uitloggen')
    await server.end('SIGTERM')
  },
  minutes,
)

describe('the command says what is wrong and what to do:', () => {
  const refused = async (name: string, args: string[], settings: Record<string, string>) => {
    const { code, said } = await runCommandLine(name, args, settings)
    expect(code, said).toBe(1)
    return said
  }
  const broken = () => {
    const path = join(folder, 'stuk.gz')
    writeFileSync(path, readFileSync(file))
    return path
  }

  test('without a file', async () => {
    for (const name of ['backup', 'restore']) {
      const { code, said } = await runCommandLine(name, [], embedded)
      expect(code).toBe(2)
      expect(said).toContain(`npm run ${name} -- BESTAND`)
    }
  })

  test('a backup over a file that is there', async () => {
    const before = statSync(file).mtimeMs
    expect(await refused('backup', [file], embedded)).toContain('bestaat al. Kies een andere naam.')
    expect(statSync(file).mtimeMs).toBe(before)
  })

  test('a backup in a folder that is not there', async () => {
    expect(await refused('backup', [join(folder, 'nergens', 'kopie.gz')], embedded)).toContain(
      'of de map ervan bestaat niet.',
    )
  })

  test('a backup of nothing, which makes no database', async () => {
    const settings = { DATA_DIR: join(folder, 'leeg') }
    expect(await refused('backup', [join(folder, 'leeg.gz')], settings)).toContain('Er is geen database om te bewaren.')
    expect(existsSync(settings.DATA_DIR)).toBe(false)
  })

  test('a restore into a database with rows', async () => {
    const said = await refused('restore', [file], embedded)
    expect(said).toContain('Terugzetten kan alleen in een lege database, en deze heeft al rijen in')
    expect(said).toContain('Er is niets veranderd.')
  })

  test('a file that is cut off, with the part, and no database is made for it', async () => {
    const path = broken()
    truncateSync(path, Math.floor(statSync(path).size / 2))
    const settings = { DATA_DIR: join(folder, 'nieuw') }
    expect(await refused('restore', [path], settings)).toMatch(
      /houdt te vroeg op, in of na het onderdeel [a-z]+\.[a-z_]+\./,
    )
    expect(existsSync(settings.DATA_DIR)).toBe(false)
  })

  test('a file that is something else', async () => {
    expect(await refused('restore', ['package.json'], embedded)).toContain('is geen reservekopie van Slagvaardig.')
    expect(await refused('restore', [join(folder, 'nergens.gz')], embedded)).toContain('bestaat niet.')
    expect(await refused('restore', [folder], embedded)).toContain('is een map en geen bestand.')
  })

  test('with --check a file is read without any database', async () => {
    const { code, out } = await runCommandLine('restore', [file, '--check'], {
      DATABASE_URL: 'postgres://nergens.invalid/x',
    })
    expect(code).toBe(0)
    expect(out).toContain('klopt:')
  })
})
