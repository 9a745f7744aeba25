import { expect, test } from 'vitest'
import { TooBusy, Turns } from './turn'

test('one at a time; who is signed in goes first, and of visitors no more than three wait', async () => {
  const turns = new Turns()
  const began: string[] = []
  let running = 0
  const work = (name: string) => async () => {
    began.push(name)
    expect(++running).toBe(1)
    await new Promise((resolve) => setTimeout(resolve, 5))
    running--
    if (name === 'bezoeker 2') throw new Error('stuk')
    return name
  }
  const all = [
    turns.take(false, work('bezoeker 1')),
    turns.take(false, work('bezoeker 2')),
    turns.take(false, work('bezoeker 3')),
    turns.take(false, work('bezoeker 4')),
    turns.take(true, work('burgemeester')),
    turns.take(true, work('secretaris')),
  ]
  await expect(turns.take(false, work('bezoeker 5'))).rejects.toBeInstanceOf(TooBusy)
  const ended = await Promise.allSettled(all)
  expect(began).toEqual(['bezoeker 1', 'burgemeester', 'secretaris', 'bezoeker 2', 'bezoeker 3', 'bezoeker 4'])
  expect(ended.map(({ status }) => status === 'fulfilled')).toEqual([true, false, true, true, true, true])
  expect(await turns.take(false, work('later'))).toBe('later')
})
