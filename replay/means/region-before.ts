import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'

type Row = Readonly<Record<string, string>>
const pack = 'region/midden-nederland'

const rowsOf = (file: string): Row[] => parse(readFileSync(join(pack, file), 'utf8'), { columns: true, bom: true })

/** What a plan promises, as the region has it, with the names its chapters and leads go by. */
export type Promised = {
  readonly chapters: readonly Readonly<Record<'code' | 'title' | 'kind' | 'lead' | 'priority', string>>[]
  readonly actions: readonly Row[]
}

/** A region as it was before a strategy was adopted: with its plan, and without the day and the body that adopted it. */
export function regionBeforeAdoption(codes: readonly string[]): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'slagvaardig-regio-'))
  cpSync(pack, folder, { recursive: true })
  for (const file of ['plannen.csv', 'strategieen.csv']) {
    const rows = rowsOf(file).map((row) =>
      codes.includes(row.code ?? '') ? { ...row, vastgesteld_op: '', vastgesteld_door: '' } : row,
    )
    writeFileSync(join(folder, file), stringify(rows, { header: true }))
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** A region as it was before a plan was there, in a folder of its own, and what the plan then came to promise. */
export function regionBefore(
  plan: string,
  rounds: readonly string[],
): { readonly folder: string; readonly promised: Promised; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'slagvaardig-regio-'))
  cpSync(pack, folder, { recursive: true })
  const write = (file: string, rows: readonly Row[]) =>
    writeFileSync(join(folder, file), stringify([...rows], { header: true }))
  const actions = rowsOf('acties.csv')
  const promised = actions.filter((row) => row.plan === plan)
  const codes = new Set(promised.map(({ code }) => code))
  write(
    'acties.csv',
    actions.filter(({ code }) => !codes.has(code)),
  )
  write(
    'koppelingen.csv',
    rowsOf('koppelingen.csv').filter(({ van, naar }) => !codes.has(van) && !codes.has(naar)),
  )
  writeFileSync(join(folder, 'updaterondes.csv'), ['code,begint_op,eindigt_op,noot', ...rounds, ''].join('\n'))
  const used = new Set(promised.map(({ programma }) => programma))
  const chapters = rowsOf('programmas.csv')
    .filter(({ code }) => used.has(code))
    .map(({ code = '', titel = '', soort = '', trekker = '', prioriteit = '' }) => ({
      code,
      title: titel,
      kind: soort,
      lead: trekker,
      priority: prioriteit,
    }))
  return {
    folder,
    promised: { actions: promised, chapters },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
