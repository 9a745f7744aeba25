import type { Child } from 'hono/jsx'

export type Column<Row> = {
  readonly head: Child
  readonly cell: (row: Row) => Child
  readonly align?: 'number' | 'centre'
  /** This cell names the row. */
  readonly rowHead?: boolean
  /** The label of the cell when a row is a block on a phone; `''` for none, false to leave the cell out there. */
  readonly narrow?: string | false
  readonly sort?: { readonly href: string; readonly direction?: 'ascending' | 'descending' }
}

export type RowGroup<Row> = { readonly title: Child; readonly rows: readonly Row[]; readonly id?: string }

export type DataTableProps<Row> = {
  /** What the table holds; also names the scroll region. */
  caption: string
  columns: readonly Column<Row>[]
  rows?: readonly Row[]
  groups?: readonly RowGroup<Row>[]
  /** Quiet text after the caption. */
  note?: Child
  hiddenCaption?: boolean
  /** On a phone: each row a block (`stack`, default) or a table that scrolls sideways within its own region. */
  layout?: 'stack' | 'scroll'
  rowId?: (row: Row) => string | undefined
  rowKind?: (row: Row) => 'sum' | 'here' | undefined
  /** Runs of three or more rows that say nothing become one row that opens. */
  fold?: { readonly when: (row: Row) => boolean; readonly label: (rows: readonly Row[]) => string }
  empty?: Child
  /** The first column takes half the width. */
  wideFirst?: boolean
  /** Only as wide as its content: for few and narrow columns. */
  fit?: boolean
}

/** A table with caption, row headers and a scroll region that the keyboard reaches. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, rows = [] } = props
  const stack = props.layout !== 'scroll'
  const name = `utrecht-table${stack ? ' sv-tabel-stapel' : ''}${props.wideFirst ? ' sv-tabel--eerste' : ''}${props.fit ? ' sv-tabel--krap' : ''}`
  if (rows.length === 0 && !props.groups?.length) {
    return <p class="sv-leeg">{props.empty ?? 'Hier staat nog niets.'}</p>
  }
  return (
    <section class="utrecht-table-container" aria-label={`Tabel: ${props.caption}`} tabindex={0}>
      <table class={name}>
        <caption class={`utrecht-table__caption${props.hiddenCaption ? ' sv-onzichtbaar' : ''}`}>
          {props.caption}
          {props.note ? <span> {props.note}</span> : null}
        </caption>
        <thead class="utrecht-table__header">
          <tr class="utrecht-table__row">
            {columns.map((column) => (
              <HeadCell column={column} />
            ))}
          </tr>
        </thead>
        {props.groups ? (
          props.groups.map((group) => (
            <tbody class="utrecht-table__body">
              <tr class="utrecht-table__row sv-groep" id={group.id}>
                <th scope="rowgroup" colspan={columns.length} class="utrecht-table__header-cell">
                  {group.title}
                </th>
              </tr>
              <Rows {...props} rows={group.rows} />
            </tbody>
          ))
        ) : (
          <tbody class="utrecht-table__body">
            <Rows {...props} rows={rows} />
          </tbody>
        )}
      </table>
    </section>
  )
}

function alignment(align: 'number' | 'centre' | undefined): string {
  return align === 'number' ? ' sv-num' : align === 'centre' ? ' sv-midden' : ''
}

function HeadCell<Row>({ column }: { column: Column<Row> }) {
  const { sort } = column
  const hidden = column.narrow === false ? ' sv-breed-cel' : ''
  return (
    <th scope="col" class={`utrecht-table__header-cell${alignment(column.align)}${hidden}`} aria-sort={sort?.direction}>
      {sort ? (
        <a href={sort.href}>
          {column.head}
          {sort.direction ? <span class={`sv-volgorde sv-volgorde--${sort.direction}`} aria-hidden="true" /> : null}
        </a>
      ) : (
        column.head
      )}
    </th>
  )
}

function Rows<Row>(props: DataTableProps<Row> & { rows: readonly Row[] }) {
  const parts: (Row | Row[])[] = []
  for (const row of props.rows) {
    const last = parts.at(-1)
    if (!props.fold?.when(row)) parts.push(row)
    else if (isRun(last)) last.push(row)
    else parts.push([row])
  }
  return (
    <>
      {parts.map((part) => {
        if (!isRun(part)) return <BodyRow {...props} row={part} />
        if (part.length < 3 || !props.fold) return part.map((row) => <BodyRow {...props} row={row} />)
        return <FoldedRow {...props} run={part} label={props.fold.label(part)} />
      })}
    </>
  )
}

/** A run is the only array here: rows are objects. */
function isRun<Row>(part: Row | Row[] | undefined): part is Row[] {
  return Array.isArray(part)
}

function BodyRow<Row>(props: DataTableProps<Row> & { row: Row }) {
  const { row } = props
  const kind = props.rowKind?.(row)
  return (
    <tr
      class={`utrecht-table__row${kind === 'sum' ? ' sv-som' : kind === 'here' ? ' sv-hier' : ''}`}
      id={props.rowId?.(row)}
    >
      {props.columns.map((column) => {
        const hidden = column.narrow === false ? ' sv-breed-cel' : ''
        const label = column.narrow ?? (typeof column.head === 'string' ? column.head : undefined)
        return column.rowHead ? (
          <th scope="row" class={`utrecht-table__header-cell${alignment(column.align)}${hidden}`}>
            {column.cell(row)}
          </th>
        ) : (
          <td class={`utrecht-table__cell${alignment(column.align)}${hidden}`} data-kop={label || undefined}>
            {column.cell(row)}
          </td>
        )
      })}
    </tr>
  )
}

/** Folded rows keep their ids, so a link to one of them opens the fold. */
function FoldedRow<Row>(props: DataTableProps<Row> & { run: readonly Row[]; label: string }) {
  const head = props.columns.find((column) => column.rowHead) ?? props.columns[0]
  return (
    <tr class="utrecht-table__row">
      <td class="utrecht-table__cell sv-gevouwen" colspan={props.columns.length}>
        <details>
          <summary>{props.label}</summary>
          <ul>
            {props.run.map((row) => (
              <li id={props.rowId?.(row)}>{head?.cell(row)}</li>
            ))}
          </ul>
        </details>
      </td>
    </tr>
  )
}
