/** Another table that holds one value per row of the list, beside the table of the file. */
type Beside = { readonly table: string; readonly owner: string; readonly value: string }

/** One column of a file in a region pack: how it is called there, where it is stored, and what may stand in it. */
export type PackColumn = {
  /** The header in the file, Dutch. */
  readonly name: string
  /** The column of the table. */
  readonly field: string
  readonly type: 'text' | 'day' | 'integer' | 'decimal' | 'yes-no' | 'choice' | 'sources' | 'texts' | 'period'
  readonly required: boolean
  readonly choices?: readonly string[]
  /** The files of which one must hold this code. */
  readonly refers?: readonly string[]
  /** A list of codes, kept in a table of its own with its order in `seq`. */
  readonly list?: Beside
  /** A single value kept in a table of its own, because other people may read it. */
  readonly apart?: Beside
  /** A file without this column is whole: every cell of it is empty then. */
  readonly mayLack?: true
  /** What it means, one Dutch sentence: the documentation of the pack is made from it. */
  readonly means: string
}

/** A cell that is wrong although it has the right shape, found by a rule of the domain. */
export type CellFault = { readonly column: string; readonly message: string }
export type Cells = Readonly<Record<string, string>>
/** A row of a file and the line it stands on, the header being 1. */
export type PackRow = { readonly line: number; readonly cells: Cells }
/** The rows of every file of a pack. */
export type PackRows = ReadonlyMap<string, readonly PackRow[]>
/** All codes of a file, to look up whether a reference exists. */
export type CodesOf = (file: string) => ReadonlySet<string>

/** One file of a region pack and the table it fills. The first column is the code. */
export type PackFile = {
  readonly file: string
  readonly means: string
  readonly table: string
  readonly columns: readonly PackColumn[]
  /** Rows that are also a party: someone who can lead or take part. */
  readonly party?: 'organisatie' | 'gremium' | 'werkgroep'
  /** Rules within a row that the columns cannot say. */
  readonly rowRule?: (cells: Cells, codesOf: CodesOf) => CellFault[]
  /** Rules between rows of the file; `line` says at which row. */
  readonly fileRule?: (rows: readonly PackRow[]) => (CellFault & { readonly line: number })[]
  /** What follows from the rows of this file for other rows, so that a pack says it once. */
  readonly consequence?: (rows: PackRows) => PackRows
}

type Options = { required?: boolean; refers?: string | readonly string[] }

function column(
  type: PackColumn['type'],
  name: string,
  field: string,
  means: string,
  options: Options = {},
): PackColumn {
  const { required = false, refers } = options
  return {
    name,
    field,
    type,
    required,
    means,
    ...(refers === undefined ? {} : { refers: typeof refers === 'string' ? [refers] : refers }),
  }
}

type Build = (name: string, field: string, means: string, options?: Options) => PackColumn

export const text: Build = (...args) => column('text', ...args)
export const dayColumn: Build = (...args) => column('day', ...args)
export const integer: Build = (...args) => column('integer', ...args)
export const decimal: Build = (...args) => column('decimal', ...args)
export const yesNo: Build = (...args) => column('yes-no', ...args)
export const periodColumn: Build = (...args) => column('period', ...args)
/** Several texts in one cell, joined by `;`, kept in one array column. */
export const texts: Build = (...args) => column('texts', ...args)

/** The code that every row has: it never changes, and it is the address of the page. */
export const code = (means: string, field = 'code'): PackColumn =>
  column('text', 'code', field, means, { required: true })

/** Where the source documents say it: `file:line` or `file:first-last`, more than one joined by `;`. */
export const sources: PackColumn = column(
  'sources',
  'bron',
  'sources',
  'De regels in de brondocumenten waar dit staat: bestand:regel of bestand:eerste-laatste, gescheiden door een puntkomma.',
)

export function choice(
  name: string,
  field: string,
  choices: readonly string[],
  means: string,
  options: Options = { required: true },
): PackColumn {
  return { ...column('choice', name, field, means, options), choices }
}

/** Codes joined by `;`, each kept as a row of `table`. */
export function list(name: string, refers: string | readonly string[], beside: Beside, means: string): PackColumn {
  return { ...column('texts', name, '', means, { refers }), list: beside }
}

/** A column that a file may leave out. */
export const mayLack = (of: PackColumn): PackColumn => ({ ...of, mayLack: true })

/** A text kept in a table of its own. */
export function apart(name: string, beside: Beside, means: string): PackColumn {
  return { ...column('text', name, '', means), apart: beside }
}

/** The half-open validity every dated thing has. */
export const validity: readonly PackColumn[] = [
  dayColumn('geldig_van', 'valid_from', 'De eerste dag dat dit geldt; leeg = al voor de eerste bron.'),
  dayColumn('geldig_tot', 'valid_to', 'De eerste dag dat dit niet meer geldt; leeg = geldt nog.'),
]

/** The files that hold parties: whoever can lead or take part in something. */
export const partyFiles = ['organisaties.csv', 'gremia.csv', 'werkgroepen.csv'] as const
