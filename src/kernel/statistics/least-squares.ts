/** A least squares fit by Householder reflections. */
export type Fit = {
  /** One per column, 0 for a column that hangs on the others. */
  readonly coefficients: readonly number[]
  readonly rank: number
  /** Columns in the order in which they were used. */
  readonly pivot: readonly number[]
  /** The triangle R, of the columns in the order of `pivot`. */
  readonly triangle: readonly (readonly number[])[]
  /** How much each row decides its own fitted value, 0 to 1. */
  leverages(): number[]
}

const norm = (column: Float64Array, from: number) => {
  let sum = 0
  for (let row = from; row < column.length; row++) sum += (column[row] as number) ** 2
  return Math.sqrt(sum)
}

/** column += t × vector from a row on, where t makes it the reflection of the vector. */
function reflect(vector: Float64Array, column: Float64Array, from: number): void {
  let dot = 0
  for (let row = from; row < column.length; row++) dot += (vector[row] as number) * (column[row] as number)
  const t = -dot / (vector[from] as number)
  for (let row = from; row < column.length; row++) {
    column[row] = (column[row] as number) + t * (vector[row] as number)
  }
}

/**
 * Fits `response` on `columns`, which it overwrites. A column of which less than `tolerance` of its length is left after
 * those before it is moved to the end and does not take part: the limited pivoting of LINPACK's `dqrdc2`, as R has it, so
 * that the same columns drop out.
 */
export function leastSquares(columns: Float64Array[], response: Float64Array, tolerance: number): Fit {
  const rows = response.length
  const pivot = columns.map((_, at) => at)
  const left = columns.map((column) => norm(column, 0))
  const length = left.map((one) => one || 1)
  const diagonal: number[] = []
  let usable = columns.length
  let rank = 0
  for (; rank < Math.min(rows, usable); rank++) {
    while (rank < usable && (left[rank] as number) < (length[rank] as number) * tolerance) {
      for (const list of [columns, pivot, left, length] as unknown[][]) list.push(...list.splice(rank, 1))
      usable--
    }
    if (rank >= usable) break
    const vector = columns[rank] as Float64Array
    if (rank === rows - 1) {
      diagonal.push(vector[rank] as number)
      continue
    }
    const size = norm(vector, rank)
    if (size === 0) {
      diagonal.push(0)
      continue
    }
    const signed = (vector[rank] as number) < 0 ? -size : size
    const inverse = 1 / signed
    for (let row = rank; row < rows; row++) vector[row] = (vector[row] as number) * inverse
    vector[rank] = (vector[rank] as number) + 1
    for (let at = rank + 1; at < columns.length; at++) {
      const column = columns[at] as Float64Array
      reflect(vector, column, rank)
      const before = left[at] as number
      if (before === 0) continue
      const share = Math.max(0, 1 - (Math.abs(column[rank] as number) / before) ** 2)
      left[at] = share < 1e-6 ? norm(column, rank + 1) : before * Math.sqrt(share)
    }
    reflect(vector, response, rank)
    diagonal.push(-signed)
  }
  const used = columns.slice(0, rank)
  const triangle = used.map((_, row) =>
    used.map((column, at) => (row === at ? (diagonal[row] as number) : row < at ? (column[row] as number) : 0)),
  )
  const solved = backSubstitute(triangle, response)
  const coefficients = columns.map(() => 0)
  solved.forEach((value, at) => {
    coefficients[pivot[at] as number] = value
  })
  return { coefficients, rank, pivot, triangle, leverages: () => leveragesOf(used, rows) }
}

function backSubstitute(triangle: readonly (readonly number[])[], right: Float64Array): number[] {
  const solved = triangle.map((_, row) => right[row] as number)
  for (let row = triangle.length - 1; row >= 0; row--) {
    const line = triangle[row] as readonly number[]
    for (let at = row + 1; at < line.length; at++) {
      solved[row] = (solved[row] as number) - (line[at] as number) * (solved[at] as number)
    }
    solved[row] = (solved[row] as number) / (line[row] as number)
  }
  return solved
}

/** The squared lengths of the rows of Q: its columns are unit vectors, reflected back from the last to the first. */
function leveragesOf(used: readonly Float64Array[], rows: number): number[] {
  const leverages = new Array<number>(rows).fill(0)
  used.forEach((_, at) => {
    const unit = new Float64Array(rows)
    unit[at] = 1
    for (let back = Math.min(used.length, rows - 1) - 1; back >= 0; back--)
      reflect(used[back] as Float64Array, unit, back)
    unit.forEach((value, row) => {
      leverages[row] = (leverages[row] as number) + value * value
    })
  })
  return leverages
}
