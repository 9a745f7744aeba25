import { describe, expect, test } from 'vitest'
import { snippet } from './snippet'

const marked = (text: string, question: string) =>
  snippet(text, question)
    .filter(({ isHit }) => isHit)
    .map(({ text: word }) => word)
const whole = (text: string, question: string, length?: number) =>
  snippet(text, question, length)
    .map(({ text: piece }) => piece)
    .join('')

describe('a snippet marks', () => {
  test.each([
    ['Acties tegen woninginbraken in de wijk', 'inbraak', ['woninginbraken']],
    ['De regio coördineert', 'coordineren', ['coördineert']],
    ['Burgernet en nog eens burgernet', 'BURGERNET', ['Burgernet', 'burgernet']],
    ['Samen met het OM in de omgeving', 'om', ['OM']],
    ['Niets van dat alles', 'politie', []],
    ['', 'politie', []],
  ])('in "%s" for "%s": %j', (text, question, words) => {
    expect(marked(text, question)).toEqual(words)
  })
})

describe('a snippet keeps', () => {
  test('a short text whole', () => {
    expect(whole('Een korte uitleg, met punt.', 'uitleg')).toBe('Een korte uitleg, met punt.')
  })
  test('of a long text the part around the word, cut at words', () => {
    const text = `${'voor '.repeat(60)}woninginbraak ${'na '.repeat(60)}`.trim()
    const cut = whole(text, 'woninginbraak', 100)
    expect(cut).toMatch(/^… voor .*woninginbraak.* na …$/)
    expect(cut.length).toBeLessThan(110)
  })
  test('text as text, whatever it looks like', () => {
    expect(whole('<script>alert(1)</script> en politie', 'politie')).toBe('<script>alert(1)</script> en politie')
  })
})
