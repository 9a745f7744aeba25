import { describe, expect, test } from 'vitest'
import { routes } from '../app'
import { choreWords, minutesOf, minutesOfAll, minutesOfBureau, notOfBureau, upkeep, upkeepAt } from './upkeep'

describe('what keeping up costs', () => {
  test('is reckoned for every form somebody of the bureau sends, and what others do is named', () => {
    const isOfOthers = (path: string) => notOfBureau.some((start) => path === start || path.startsWith(`${start}/`))
    const forms = routes.filter(({ method }) => method === 'post').map(({ path }) => path)
    expect(forms.length).toBeGreaterThan(25)
    expect(forms.filter((path) => !isOfOthers(path) && !upkeepAt(path))).toEqual([])
    expect(forms.filter((path) => isOfOthers(path) && upkeepAt(path))).toEqual([])
  })

  test('names addresses that exist', () => {
    const paths = [...upkeep.flatMap((one) => one.paths), ...notOfBureau]
    const exists = (start: string) => routes.some(({ path }) => path === start || path.startsWith(`${start}/`))
    expect(paths.filter((path) => !exists(path))).toEqual([])
  })

  test('is of the most precise address', () => {
    expect(upkeepAt('/voortgang/kalender/nieuw')?.title).toBe('De kalender van de updates')
    expect(upkeepAt('/voortgang/plannen/RVS2023')?.title).toBe('De ronden van de updates')
    expect(upkeepAt('/acties/S23-007/wijzigen')?.title).toBe('Wijzigingen in acties')
    expect(upkeepAt('/acties/S23-007')).toBeNull()
    expect(upkeepAt('/')).toBeNull()
  })

  test('is said in times and minutes', () => {
    const rounds = upkeepAt('/voortgang')
    expect(rounds && minutesOf(rounds)).toBe(40)
    expect(rounds?.chores.map(choreWords)).toEqual(['4 ronden van 10 minuten'])
    expect(choreWords({ one: 'plan', many: 'plannen', perYear: 1, seconds: 14_400 })).toBe('1 plan van 4 uur')
  })

  test('is less than half of what a bureau of two hours a week has', () => {
    expect(minutesOfBureau).toBe(6240)
    expect(minutesOfAll()).toBeLessThan(minutesOfBureau / 2)
  })
})
