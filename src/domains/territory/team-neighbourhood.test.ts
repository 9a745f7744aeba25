import { describe, expect, test } from 'vitest'
import { day } from '../../kernel/day'
import { noTeam, placementChanges, placementsOf, type TeamNeighbourhood } from './team-neighbourhood'

const wijk = (code: string) => ({ code, name: code, wijk: null })
const buurt = (code: string, of: string) => ({ code, name: code, wijk: of })
const all = [wijk('W1'), buurt('B1', 'W1'), buurt('B2', 'W1'), wijk('W2'), wijk('W3'), buurt('B3', 'W3')]
const placed = (chosen: Record<string, string>) =>
  placementsOf(all, new Map(Object.entries(chosen))).map(({ code, team }) => `${code} ${team}`)

describe('what is chosen for wijken and buurten', () => {
  test.each<[string, Record<string, string>, string[]]>([
    ['nothing: nothing is placed', {}, []],
    ['a wijk goes as a whole', { W1: 'T1' }, ['W1 T1']],
    ['also when a buurt says the same', { W1: 'T1', B1: 'T1' }, ['W1 T1']],
    ['a buurt that differs breaks its wijk up', { W1: 'T1', B1: 'T2' }, ['B1 T2', 'B2 T1']],
    ['a buurt can go to none', { W1: 'T1', B2: noTeam }, ['B1 T1']],
    ['a buurt can go while its wijk does not', { B2: 'T2' }, ['B2 T2']],
    ['all buurten elsewhere', { W1: 'T1', B1: 'T2', B2: 'T2' }, ['B1 T2', 'B2 T2']],
    ['wijken side by side', { W1: 'T1', W2: 'T1', W3: 'T2' }, ['W1 T1', 'W2 T1', 'W3 T2']],
  ])('%s', (_, chosen, expected) => expect(placed(chosen)).toEqual(expected))
})

describe('from a day on a municipality is divided so, and not otherwise', () => {
  const row = (code: string, team: string, from: string, until: string | null = null): TeamNeighbourhood => ({
    ...wijk(code),
    id: `${code} ${team} ${from}`,
    team,
    municipality: 'GM1',
    validity: { from: day(from), until: until === null ? null : day(until) },
  })
  const change = (own: TeamNeighbourhood[], wanted: [string, string][]) => {
    const { added, ...rest } = placementChanges(
      own,
      wanted.map(([code, team]) => ({ ...wijk(code), team })),
      day('2026-01-01'),
    )
    return { added: added.map(({ code, team }) => `${code} ${team}`), ...rest }
  }
  const nothing = { added: [], ended: [], continued: [], withdrawn: [] }
  test.each<[string, TeamNeighbourhood[], [string, string][], object]>([
    ['it begins', [], [['W1', 'T1']], { added: ['W1 T1'] }],
    ['it stays', [row('W1', 'T1', '2025-01-01')], [['W1', 'T1']], {}],
    [
      'it goes to another team',
      [row('W1', 'T1', '2025-01-01')],
      [['W1', 'T2']],
      { added: ['W1 T2'], ended: ['W1 T1 2025-01-01'] },
    ],
    ['what began that very day never held', [row('W1', 'T1', '2026-01-01')], [], { withdrawn: ['W1 T1 2026-01-01'] }],
    [
      'what would begin later never holds',
      [row('W1', 'T1', '2026-05-01')],
      [['W1', 'T1']],
      { added: ['W1 T1'], withdrawn: ['W1 T1 2026-05-01'] },
    ],
    [
      'what would end goes on',
      [row('W1', 'T1', '2025-01-01', '2027-01-01')],
      [['W1', 'T1']],
      { continued: ['W1 T1 2025-01-01'] },
    ],
    ['what ended before stays ended', [row('W1', 'T1', '2024-01-01', '2025-01-01')], [], {}],
  ])('%s', (_, own, wanted, expected) => expect(change(own, wanted)).toEqual({ ...nothing, ...expected }))
})
