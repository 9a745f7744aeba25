import { describe, expect, test } from 'vitest'
import { readConfig } from './config'

describe('the configuration', () => {
  test('needs nothing', () => expect(readConfig({})).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', example: true }))
  test('takes an empty text as not set', () => expect(readConfig({ PORT: '' })).toMatchObject({ PORT: 3000 }))

  test.each([
    [{}, true],
    [{ DATABASE_URL: 'postgres://a@b/c' }, false],
    [{ HOST: '0.0.0.0' }, false],
    [{ HOST: '0.0.0.0', EXAMPLE: 'aan' }, true],
    [{ EXAMPLE: 'uit' }, false],
  ])('example mode under %j: %s', (environment, example) => expect(readConfig(environment)).toMatchObject({ example }))

  test('says of each wrong setting what it means and how it should be', () => {
    const read = readConfig({ PORT: 'drieduizend', DATABASE_URL: 'mysql://x', EXAMPLE: 'misschien' })
    expect(read).toMatchObject({
      faults: [
        expect.stringMatching(/^PORT="drieduizend" kan niet\. De poort .* Voorbeeld: PORT=3000$/),
        expect.stringMatching(/^DATABASE_URL=… kan niet\./),
        expect.stringMatching(/^EXAMPLE="misschien" kan niet\./),
      ],
    })
  })
})
