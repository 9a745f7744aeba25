import { describe, expect, test } from 'vitest'
import { describeSetting, readConfig, settings } from './config'

const names = Object.keys(settings.shape) as (keyof typeof settings.shape)[]
const faultsOf = (environment: Record<string, string>) => {
  const read = readConfig(environment)
  return 'faults' in read ? read.faults : []
}

// Settings that take any text have no wrong value of their own.
const wrong: Partial<Record<(typeof names)[number], string[]>> = {
  PORT: ['drieduizend', '70000', '-1', '3000.5'],
  BASE_URL: ['veiligheid.example.nl', 'ftp://example.nl'],
  DATABASE_URL: ['mysql://iemand:geheim@db/x', 'iemand:geheim@db'],
  DATABASE_OWNER_URL: ['https://iemand:geheim@db/x'],
  EXAMPLE: ['ja', 'AAN'],
  MAIL_URL: ['mailto://iemand:geheim@mail'],
  MAIL_FROM: ['veiligheid'],
  MAIL_IN: ['mail', ':25', '127.0.0.1:70000', 'smtp://mail:25'],
  PROXIES: ['een', '-1'],
  LOG_LEVEL: ['veel'],
}

describe('a wrong setting is named with what it means and an example', () => {
  test.each(Object.entries(wrong).flatMap(([name, values]) => values.map((value) => [name, value] as const)))(
    '%s=%s',
    (name, value) => {
      const [fault, ...more] = faultsOf({ [name]: value })
      const { description, example } = describeSetting(name as (typeof names)[number])
      expect(more).toEqual([])
      expect(fault).toContain(`${name}=`)
      expect(fault).toContain(`kan niet. ${description} Voorbeeld: ${name}=${example}`)
      expect(fault).not.toContain('geheim@db/x')
      expect(fault).not.toContain('iemand')
    },
  )

  test('every setting that is wrong is named, not only the first', () => {
    expect(faultsOf({ PORT: 'x', EXAMPLE: 'x', LOG_LEVEL: 'x' })).toHaveLength(3)
  })

  test('a setting that needs another says which', () => {
    expect(faultsOf({ DATABASE_OWNER_URL: 'postgres://db/x' })).toEqual([
      expect.stringContaining('DATABASE_URL ontbreekt, en is nodig bij DATABASE_OWNER_URL.'),
    ])
    expect(faultsOf({ MAIL_URL: 'smtp://mail' })).toEqual([expect.stringContaining('BASE_URL ontbreekt')])
  })
})

describe('the listener for mail', () => {
  const listens = (environment: Record<string, string>) => {
    const read = readConfig(environment)
    return 'faults' in read ? read.faults : [read.mailIn, read.answersAt]
  }
  test.each<[Record<string, string>, unknown]>([
    [{}, [null, null]],
    [{ MAIL_IN: '2525', MAIL_FROM: 'veiligheid@sv.example' }, [{ host: '127.0.0.1', port: 2525 }, 'sv.example']],
    [{ MAIL_IN: '10.0.0.5:25' }, [{ host: '10.0.0.5', port: 25 }, 'localhost.invalid']],
    [{ MAIL_IN: '[::1]:2525' }, [{ host: '::1', port: 2525 }, 'localhost.invalid']],
  ])('of %o is %o', (environment, expected) => {
    expect(listens(environment)).toEqual(expected)
  })
})

describe('a setting', () => {
  test.each(names)('%s takes its own example', (name) => {
    expect(settings.shape[name].safeParse(describeSetting(name).example).success).toBe(true)
  })

  test('that is empty counts as not set', () => {
    expect(readConfig({ PORT: '', HOST: '', DATABASE_URL: '' })).toEqual(readConfig({}))
  })
})

describe('example mode', () => {
  const example = (environment: Record<string, string>) => {
    const read = readConfig(environment)
    return 'faults' in read ? null : read.example
  }
  test('is there by itself only on a machine of one’s own', () => {
    expect(example({})).toBe(true)
    expect(example({ HOST: '0.0.0.0' })).toBe(false)
    expect(example({ DATABASE_URL: 'postgres://db/x' })).toBe(false)
    expect(example({ EXAMPLE: 'uit' })).toBe(false)
    expect(example({ HOST: '0.0.0.0', EXAMPLE: 'aan' })).toBe(true)
  })
})

describe('example figures', () => {
  const figures = (environment: Record<string, string>) => {
    const read = readConfig(environment)
    return 'faults' in read ? null : read.exampleFigures
  }
  test('are not on a server of a coalition unless it asks for them', () => {
    expect(figures({})).toBe(true)
    expect(figures({ HOST: '0.0.0.0' })).toBe(true)
    expect(figures({ DATABASE_URL: 'postgres://db/x' })).toBe(false)
    expect(figures({ DATABASE_URL: 'postgres://db/x', EXAMPLE_FIGURES: 'aan' })).toBe(true)
    expect(figures({ EXAMPLE_FIGURES: 'uit' })).toBe(false)
  })
})
