/** Why these limits are no margin of this number, as a Dutch sentence; null when they are. */
export function refusalOfMargin(value: number | null, low: number | null, high: number | null): string | null {
  if (low === null && high === null) return null
  if (low === null || high === null) return 'Een marge heeft een ondergrens en een bovengrens. Vul beide in, of geen.'
  if (value === null) return 'Zonder getal is er geen marge.'
  return low <= value && value <= high ? null : 'Het getal moet tussen de ondergrens en de bovengrens liggen.'
}

/** The same for a row of a region pack. */
export function marginRule(cells: Readonly<Record<string, string>>): { column: string; message: string }[] {
  const read = (text: string | undefined) => (text ? Number(text) : null)
  const message = refusalOfMargin(read(cells.waarde), read(cells.ondergrens), read(cells.bovengrens))
  return message === null ? [] : [{ column: 'ondergrens', message }]
}
