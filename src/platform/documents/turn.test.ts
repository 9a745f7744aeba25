import { expect, test } from 'vitest'
import { TooBusy, Turns } from './turn'

const pause = () => new Promise((resolve) => setTimeout(resolve, 5))

test('one at a time; who is signed in goes first, and of visitors no more than three wait', async () => {
  const turns = new Turns()
  const began: string[] = []
  let running = 0
  const work = (name: string) => async () => {
    began.push(name)
    expect(++running).toBe(1)
    await pause()
    running--
    if (name === 'bezoeker 2') throw new Error('stuk')
    return name
  }
  const all = [
    turns.take(null, work('bezoeker 1')),
    turns.take(null, work('bezoeker 2')),
    turns.take(null, work('bezoeker 3')),
    turns.take(null, work('bezoeker 4')),
    turns.take('a', work('burgemeester')),
    turns.take('b', work('secretaris')),
  ]
  await expect(turns.take(null, work('bezoeker 5'))).rejects.toBeInstanceOf(TooBusy)
  const ended = await Promise.allSettled(all)
  expect(began).toEqual(['bezoeker 1', 'burgemeester', 'secretaris', 'bezoeker 2', 'bezoeker 3', 'bezoeker 4'])
  expect(ended.map(({ status }) => status === 'fulfilled')).toEqual([true, false, true, true, true, true])
  expect(await turns.take(null, work('later'))).toBe('later')
})

test('who asks again and again keeps nobody waiting but himself', async () => {
  const turns = new Turns()
  const began: string[] = []
  const take = (who: string, name: string) =>
    turns.take(who, async () => {
      began.push(name)
      await pause()
    })
  const all = [take('a', 'a1'), take('a', 'a2'), take('a', 'a3'), take('a', 'a4')]
  await expect(take('a', 'a5')).rejects.toBeInstanceOf(TooBusy)
  all.push(take('b', 'b1'), take('c', 'c1'), take('b', 'b2'))
  await Promise.all(all)
  expect(began).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3', 'a4'])
  // What was admitted goes on, behind others.
  began.length = 0
  const more = [take('a', 'a1'), take('a', 'a2'), take('a', 'a3'), take('a', 'a4')]
  more.push(turns.goOn('a', async () => void began.push('a5')))
  await Promise.all([...more, take('b', 'b1')])
  expect(began).toEqual(['a1', 'b1', 'a2', 'a3', 'a4', 'a5'])
})
