import { describe, expect, test } from 'vitest'
import { createLog, type LogLevel } from './log'

const clock = () => new Date('2026-11-24T09:00:00Z')
function logged(level: LogLevel, work: (log: ReturnType<typeof createLog>) => void) {
  const lines: string[] = []
  work(createLog(level, (line) => lines.push(line), clock))
  return lines.map((line) => JSON.parse(line))
}

describe('a line of the log', () => {
  test('is one JSON object with time, level and event first', () => {
    expect(logged('info', (log) => log.info('request', { id: 'a1', status: 200, ms: 3 }))).toEqual([
      { time: '2026-11-24T09:00:00.000Z', level: 'info', event: 'request', id: 'a1', status: 200, ms: 3 },
    ])
  })

  test('is left out below the level that was asked', () => {
    const all = (log: ReturnType<typeof createLog>) => {
      log.debug('a')
      log.info('b')
      log.warn('c')
      log.error('d', new Error('x'))
    }
    expect(logged('debug', all)).toHaveLength(4)
    expect(logged('warn', all).map(({ event }) => event)).toEqual(['c', 'd'])
    expect(logged('silent', all)).toEqual([])
  })
})

describe('a fault in the log', () => {
  const message = (fault: unknown) => logged('info', (log) => log.error('fault', fault))[0]

  test('tells the kind of a database fault and never the values a database quotes', () => {
    const fault = Object.assign(new Error('duplicate key: (email)=(jan@example.nl)'), { code: '23505', detail: 'jan' })
    expect(message(fault).message).toBe('database 23505')
    expect(JSON.stringify(message(fault))).not.toContain('jan')
  })

  test('keeps the message of a system fault, whose code is no state of a database', () => {
    expect(message(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })).message).toBe('write EPIPE')
  })

  test('masks mail addresses, in one line and in the rest of a message with more', () => {
    const fault = new Error('550 <jan.de.vries@example.nl> unknown\nsecond line about piet@example.nl')
    expect(JSON.stringify(message(fault))).not.toMatch(/jan|piet/)
    expect(message(fault).message).toContain('550 <(mailadres)> unknown')
  })

  test('says where it happened, without the message a second time', () => {
    const { stack } = message(new Error('one\ntwo'))
    expect(stack.split('\n').every((line: string) => line.trimStart().startsWith('at '))).toBe(true)
    expect(stack).toContain('log.test.ts')
  })
})
