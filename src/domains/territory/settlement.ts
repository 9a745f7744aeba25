/** Rows of a region pack, as far as a change of areas touches them. */
type Row = { readonly line: number; readonly cells: Readonly<Record<string, string>> }
type Rows = ReadonlyMap<string, readonly Row[]>

/**
 * Ends what a settled change ends: the area, its place in every division, and its own organisation, which gets the
 * successor. So a merger is one row in the pack, and from its day everybody counts one municipality less. What is only
 * announced ends nothing, and an end the pack itself gives is kept.
 */
export function settleChanges(rows: Rows): Rows {
  const settled = (rows.get('gebiedswijzigingen.csv') ?? [])
    .map(({ cells }) => cells)
    .filter(({ stand }) => stand === 'vastgesteld')
  const changeOf = new Map(settled.map((change) => [change.van, change]))
  const ended = (
    file: string,
    areaColumn: string,
    more: (change: Row['cells']) => Record<string, string> = () => ({}),
  ) =>
    (rows.get(file) ?? []).map((row) => {
      const change = changeOf.get(row.cells[areaColumn] ?? '')
      if (!change || row.cells.geldig_tot) return row
      return { ...row, cells: { ...row.cells, geldig_tot: change.per ?? '', ...more(change) } }
    })

  const organisations = new Map((rows.get('organisaties.csv') ?? []).map(({ cells }) => [cells.cbs, cells.code ?? '']))
  return new Map([
    ...rows,
    ['gebieden.csv', ended('gebieden.csv', 'code')],
    ['gebiedsindeling.csv', ended('gebiedsindeling.csv', 'gebied')],
    [
      'organisaties.csv',
      ended('organisaties.csv', 'cbs', (change) => ({ opvolger: organisations.get(change.naar ?? '') ?? '' })),
    ],
  ])
}
