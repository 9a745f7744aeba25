import { expect, test } from 'vitest'
import { together } from './together'

/** Questions that are answered by hand, each with its number. */
function byHand() {
  const waiting: { answer(): void; fail(): void }[] = []
  let asked = 0
  const ask = together(
    () =>
      new Promise<number>((resolve, reject) => {
        const number = ++asked
        waiting.push({ answer: () => resolve(number), fail: () => reject(new Error(`question ${number}`)) })
      }),
  )
  return { ask: () => ask(undefined), waiting }
}
const settled = () => new Promise((done) => setTimeout(done, 1))

test('whoever comes while a question is under way gets the answer to one that began after he came, all of them the same', async () => {
  const { ask, waiting } = byHand()
  const [first, ...later] = [ask(), ask(), ask()]
  expect(waiting).toHaveLength(1)
  waiting[0]?.answer()
  expect(await first).toBe(1)
  await settled()
  expect(waiting).toHaveLength(2)
  // While the second is under way another comes: he needs a third.
  const last = ask()
  waiting[1]?.answer()
  expect(await Promise.all(later)).toEqual([2, 2])
  await settled()
  waiting[2]?.answer()
  expect(await last).toBe(3)
})

test('a question that fails fails for who waits for it, and the next is asked anew', async () => {
  const { ask, waiting } = byHand()
  const first = ask()
  const second = ask()
  waiting[0]?.fail()
  await expect(first).rejects.toThrow('question 1')
  await settled()
  waiting[1]?.answer()
  expect(await second).toBe(2)
  const third = ask()
  await settled()
  waiting[2]?.answer()
  expect(await third).toBe(3)
})
