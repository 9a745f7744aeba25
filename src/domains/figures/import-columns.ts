/** The columns of a file with measurements, out and in: those of `/api/v1/metingen` that a source can fill in. */
export const importColumns = [
  'code',
  'indicator',
  'gebied',
  'periode',
  'basisPeriode',
  'soort',
  'waarde',
  'eenheid',
  'grens',
  'gedrukt',
  'noot',
  'ondergrens',
  'bovengrens',
  'deelnemers',
] as const
export type ImportColumn = (typeof importColumns)[number]

/** Without these nobody knows what a number says. */
export const requiredColumns = [
  'indicator',
  'gebied',
  'periode',
  'soort',
  'waarde',
  'eenheid',
] as const satisfies ImportColumn[]

/** These may be the same for every row, and then need no column. */
export const constantColumns = [
  'indicator',
  'gebied',
  'periode',
  'basisPeriode',
  'soort',
  'eenheid',
  'grens',
] as const satisfies ImportColumn[]

export type FileCell = string | number | boolean | Date | null

/** Where a column of ours stands in a file: in a column of it, counted from 0, or nowhere because every row says the same. */
export type Place = { readonly at: number } | { readonly always: string }
export type Mapping = ReadonlyMap<ImportColumn, Place>

/** What a file calls its columns, from the first row. */
export function headerOf(rows: readonly (readonly FileCell[])[]): string[] {
  return (rows[0] ?? []).map((cell) => (cell === null ? '' : String(cell).trim()))
}

/** The mapping of a file whose columns are called as ours; null when a column that must be there is missing, or one stands there twice. */
export function ownMapping(header: readonly string[]): Mapping | null {
  const names = header.map((name) => name.toLowerCase())
  const mapping = new Map<ImportColumn, Place>()
  for (const column of importColumns) {
    const at = names.indexOf(column.toLowerCase())
    if (at === -1) continue
    if (names.lastIndexOf(column.toLowerCase()) !== at) return null
    mapping.set(column, { at })
  }
  return requiredColumns.every((column) => mapping.has(column)) ? mapping : null
}

const otherNames: Readonly<Partial<Record<ImportColumn, readonly string[]>>> = {
  indicator: ['cijfer', 'onderwerp'],
  gebied: ['gemeente', 'gebiedscode', 'gemeentecode', 'regio'],
  periode: ['jaar', 'periode (jaar)', 'verslagjaar'],
  basisPeriode: ['basis_periode', 'basisjaar', 'ten opzichte van'],
  waarde: ['getal', 'aantal'],
  noot: ['toelichting', 'opmerking'],
  ondergrens: ['ondergrens marge', 'ondergrens 95%', 'marge onder'],
  bovengrens: ['bovengrens marge', 'bovengrens 95%', 'marge boven'],
  deelnemers: ['aantal_deelnemers', 'aantal deelnemers', 'respondenten', 'aantal respondenten', 'n'],
}

/** What the columns of a file probably are, to begin the choice with: somebody looks at it before anything is read. */
export function guessMapping(header: readonly string[]): Mapping {
  const names = header.map((name) => name.toLowerCase())
  const mapping = new Map<ImportColumn, Place>()
  for (const column of importColumns) {
    const called = [column.toLowerCase(), ...(otherNames[column] ?? [])].map((name) => names.indexOf(name))
    if (column === 'waarde') called.push(names.findIndex((name) => name.startsWith('aantal ')))
    const at = called.find((one) => one >= 0)
    if (at !== undefined) mapping.set(column, { at })
  }
  return mapping
}

/** What somebody chose for one column: `3`, or a text for every row; a text out of a list is chosen as `=realisatie`. */
export type ChosenColumn = { readonly at: string; readonly always: string }

export type ColumnFault = { readonly column: ImportColumn; readonly message: string }

/** Reads the choices, or says at which column one is missing or double. */
export function chosenMapping(
  chosen: ReadonlyMap<ImportColumn, ChosenColumn>,
  header: readonly string[],
): { readonly mapping: Mapping } | { readonly faults: readonly ColumnFault[] } {
  const mapping = new Map<ImportColumn, Place>()
  const faults: ColumnFault[] = []
  const takenBy = new Map<number, ImportColumn>()
  for (const column of importColumns) {
    const { at: picked = '', always: typed = '' } = chosen.get(column) ?? {}
    const [at, always] = picked.startsWith('=') ? ['', picked.slice(1)] : [picked, typed]
    const place = Number(at)
    const isChosen = at !== '' && Number.isInteger(place) && place >= 0 && place < header.length
    const text = always.trim()
    if (isChosen && text !== '') {
      faults.push({ column, message: 'Kies een kolom of vul iets in voor alle regels, niet allebei.' })
    } else if (isChosen) {
      const other = takenBy.get(place)
      if (other) faults.push({ column, message: `De kolom "${header[place]}" koos u ook al voor ${other}.` })
      takenBy.set(place, column)
      mapping.set(column, { at: place })
    } else if (text !== '') mapping.set(column, { always: text })
    else if (requiredColumns.some((one) => one === column)) {
      const canBeConstant = constantColumns.some((one) => one === column)
      faults.push({
        column,
        message: `Kies de kolom waar ${columnMeaning[column].name} staat${canBeConstant ? ', of vul in wat voor alle regels geldt' : ''}.`,
      })
    }
  }
  return faults.length > 0 ? { faults } : { mapping }
}

/** What a column holds, for whoever has to say which it is. */
export const columnMeaning: Readonly<Record<ImportColumn, { readonly name: string; readonly means: string }>> = {
  code: {
    name: 'de code van de meting',
    means: 'Alleen bij getallen die u hier ophaalde. Een nieuw getal heeft geen code.',
  },
  indicator: { name: 'het cijfer', means: 'De code of de precieze titel, zoals bij alle cijfers.' },
  gebied: { name: 'het gebied', means: 'De code of de precieze naam.' },
  periode: { name: 'de periode', means: 'Bijvoorbeeld 2025, 2025-Q3 of 2025-11.' },
  basisPeriode: { name: 'de basisperiode', means: 'Alleen bij een verandering: de periode waarmee vergeleken wordt.' },
  soort: {
    name: 'het soort getal',
    means: 'realisatie (een uitkomst), doel, nulmeting (een beginstand) of verandering.',
  },
  waarde: { name: 'het getal', means: 'Leeg is onbekend, en dat is nooit nul.' },
  eenheid: { name: 'de eenheid', means: 'Zoals bij het cijfer, bijvoorbeeld aantal of procent.' },
  grens: {
    name: 'hoe precies het is',
    means: 'precies, ongeveer, bijna, meer dan, minder dan, ten minste of ten hoogste. Leeg is precies.',
  },
  gedrukt: { name: 'het getal zoals het gedrukt staat', means: 'Leeg: wij nemen over wat er bij het getal staat.' },
  noot: { name: 'een noot', means: 'Wat een lezer nog moet weten.' },
  ondergrens: {
    name: 'de ondergrens van de marge',
    means: 'Alleen bij een enquête, in dezelfde eenheid. Leeg is onbekend.',
  },
  bovengrens: { name: 'de bovengrens van de marge', means: 'Hoort bij de ondergrens: vul beide in, of geen.' },
  deelnemers: { name: 'het aantal deelnemers', means: 'Bij een enquête: hoeveel mensen antwoord gaven.' },
}
