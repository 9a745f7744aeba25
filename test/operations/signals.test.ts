import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { plainEnvironment } from '../environment/plain-environment'

const folder = mkdtempSync(join(tmpdir(), 'slagvaardig-signals-'))
const data = join(folder, 'data')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** `npm run signals` with this on its standard input. */
async function signals(input: string) {
  const child = spawn(process.execPath, ['bin/run.mjs', 'signals'], {
    env: plainEnvironment({ DATA_DIR: data, DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/nothing' }),
  })
  let out = ''
  let said = ''
  child.stdout.on('data', (text) => {
    out += text
  })
  child.stderr.on('data', (text) => {
    said += text
  })
  child.stdin.end(input)
  const [code] = await once(child, 'close')
  return { code, out, said }
}

const nothing = { upperbound: Array(12).fill(null), alarm: Array(12).fill(false) }
const nine = (months: number) => Array(months).fill(9)

describe('npm run signals', () => {
  test('answers each series in order, with JSON alone', async () => {
    const series = [
      { observed: [...nine(95), 40] },
      { observed: [] },
      { observed: [3, null, 4] },
      { observed: nine(70) },
    ]
    const { code, out } = await signals(JSON.stringify(series))
    expect(code).toBe(0)
    const [jump, ...others] = JSON.parse(out)
    expect(jump.upperbound).toEqual(Array(12).fill(17))
    expect(jump.alarm).toEqual([...Array(11).fill(false), true])
    expect(others).toEqual([
      nothing,
      nothing,
      // Judged from the sixth year on: the last ten of these twelve.
      { ...nothing, upperbound: [null, null, ...Array(10).fill(17)] },
    ])
  })
  test('keeps apart what is unknown', async () => {
    const { out } = await signals(JSON.stringify([{ observed: [...nine(94), null, 9] }]))
    expect(JSON.parse(out)[0].upperbound).toEqual([...Array(10).fill(17), null, null])
  })
  test('answers no series with no answers', async () => {
    expect(await signals('[]')).toMatchObject({ code: 0, out: '[]\n' })
  })
  test('opens no database', async () => {
    expect((await signals('[{"observed":[1,2,3]}]')).code).toBe(0)
    expect(existsSync(data)).toBe(false)
  })
  test.each([
    ['', 'De invoer is geen JSON.'],
    ['{"observed":[1]}', 'De invoer is geen lijst van reeksen.'],
    ['[{"observed":[1]},{"aantallen":[1]}]', 'Reeks 2 heeft geen lijst "observed".'],
    ['[null]', 'Reeks 1 heeft geen lijst "observed".'],
    ['[{"observed":[1,-2]}]', 'Reeks 1, getal 2 (-2) is geen geheel getal van 0 tot en met een miljard.'],
    ['[{"observed":[1.5]}]', 'Reeks 1, getal 1 (1.5) is geen geheel getal van 0 tot en met een miljard.'],
    ['[{"observed":[1000000001]}]', 'Reeks 1, getal 1 (1000000001) is geen geheel getal van 0 tot en met een miljard.'],
    ['[{"observed":["7"]}]', 'Reeks 1, getal 1 ("7") is geen geheel getal van 0 tot en met een miljard.'],
  ])('refuses %s and says what is wrong', async (input, reason) => {
    const { code, out, said } = await signals(input)
    expect(code).toBe(1)
    expect(out).toBe('')
    expect(said).toContain(reason)
  })
})
