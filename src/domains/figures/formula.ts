import { parsePeriod } from '../../kernel/period'

/** What an indicator is computed from: a ratio of two others times a factor, another in a different unit, or a sum. */
export type Formula =
  | { readonly kind: 'ratio'; readonly numerator: string; readonly denominator: string | null; readonly factor: number }
  | { readonly kind: 'sum'; readonly parts: readonly string[] }

/** The other indicators a formula needs. */
export function inputsOf(formula: Formula | null): string[] {
  if (!formula) return []
  if (formula.kind === 'sum') return [...formula.parts]
  return formula.denominator === null ? [formula.numerator] : [formula.numerator, formula.denominator]
}

/** What is wrong with the formula and the breaks of one row of `indicatoren.csv`, per column. */
export function indicatorRule(cells: Readonly<Record<string, string>>): { column: string; message: string }[] {
  const { code, teller, noemer, keer, delen, breuken } = cells
  const faults: { column: string; message: string }[] = []
  if (Boolean(teller) !== Boolean(keer)) {
    faults.push({ column: 'keer', message: 'Teller en keer horen bij elkaar: vul ze allebei in of geen van beide.' })
  }
  if (keer && Number(keer) <= 0) faults.push({ column: 'keer', message: 'Keer moet groter zijn dan nul.' })
  if (noemer && !teller) faults.push({ column: 'noemer', message: 'Een noemer kan niet zonder teller.' })
  if (teller && delen)
    faults.push({ column: 'delen', message: 'Een indicator heeft een teller of delen, niet allebei.' })
  const inputs = [teller, noemer, ...(delen?.split(';') ?? [])]
  if (inputs.includes(code)) faults.push({ column: 'code', message: 'Een indicator kan niet uit zichzelf bestaan.' })
  for (const period of breuken ? breuken.split(';') : []) {
    if (!parsePeriod(period)) faults.push({ column: 'breuken', message: `"${period}" is geen periode.` })
  }
  return faults
}
