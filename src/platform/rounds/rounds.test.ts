import { expect, test } from 'vitest'
import { createLog } from '../log/log'
import { rounds } from './rounds'

const lines: string[] = []
const log = createLog(
  'error',
  (line) => lines.push(line),
  () => new Date(),
)
const wait = (ms: number) => new Promise((done) => setTimeout(done, ms))

test('goes on after a fault, which is logged under the name of the work', async () => {
  let done = 0
  const work = rounds('counting', log, { pauseMs: 1 }, async () => {
    done += 1
    if (done === 2) throw new Error('once')
  })
  while (done < 4) await wait(2)
  await work.stop()
  expect(lines.filter((line) => line.includes('counting'))).toHaveLength(1)
})

test('lets the round that runs come to its end, tells it so, and begins no other', async () => {
  const told: string[] = []
  const work = rounds('slow', log, { pauseMs: 1 }, async (signal) => {
    told.push('begins')
    while (!signal.aborted) await wait(2)
    told.push('ends')
  })
  while (told.length === 0) await wait(2)
  await work.stop()
  await wait(20)
  expect(told).toEqual(['begins', 'ends'])
})

test('begins none when it is stopped before the first', async () => {
  let done = 0
  const work = rounds('later', log, { pauseMs: 1, firstAfterMs: 10 }, async () => {
    done += 1
  })
  await work.stop()
  await wait(30)
  expect(done).toBe(0)
})
