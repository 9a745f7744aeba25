import { sql } from 'kysely'
import type { Reader } from '../../platform/db/database'
import type { Answer, Call, Line } from './call'
import type { Content } from './entry'
import { conflictsOf } from './mailed.store'

/** The calls a reader may see with their lines, newest year first; of one code when given. The withdrawn are left out. */
export async function listCalls(tx: Reader, code?: string): Promise<Call[]> {
  const { rows } = await sql<Omit<Call, 'askedBy' | 'area' | 'lines'> & Record<Names, string>>`
    select c.code, c.title, c.year, c.due, c.purpose, c.note, c.sources,
           c.asked_by as "askedByCode", o.name as "askedByName", c.area as "areaCode", a.name as "areaName"
      from datacalls.calls c join identity.organisations o on o.code = c.asked_by join territory.areas a on a.code = c.area
     where c.withdrawn_on is null and (${code ?? null}::text is null or c.code = ${code ?? null})
     order by c.year desc, c.due desc nulls last, c.code`.execute(tx)
  if (rows.length === 0) return []
  const lines = await linesOf(
    tx,
    rows.map((row) => row.code),
  )
  return rows.map(({ askedByCode, askedByName, areaCode, areaName, ...row }) => ({
    ...row,
    askedBy: { code: askedByCode, name: askedByName },
    area: { code: areaCode, name: areaName },
    lines: lines.filter(({ call }) => call === row.code).map(({ line }) => line),
  }))
}

type Names = 'askedByCode' | 'askedByName' | 'areaCode' | 'areaName'

type LineRow = Omit<Line, 'holder' | 'measurement' | 'leftEmpty' | 'answers' | 'conflicts'> & {
  call: string
  holderCode: string
  holderName: string
  measurementCode: string | null
  measured: number | null
  emptyCode: string | null
  printed: string | null
}

async function linesOf(tx: Reader, calls: readonly string[]): Promise<{ call: string; line: Line }[]> {
  const { rows } = await sql<LineRow>`
    select l.call, l.code, l.block, l.title, l.unit, l.definition, l.counting_rule as "countingRule",
           coalesce(l.due, c.due) as due, l.indicator, l.note, l.sources,
           l.holder as "holderCode", o.name as "holderName",
           m.code as "measurementCode", m.value as measured, u.code as "emptyCode", u.printed,
           array(select p.part from datacalls.line_parts p where p.line = l.code order by p.seq) as parts
      from datacalls.lines l join datacalls.calls c on c.code = l.call join identity.organisations o on o.code = l.holder
      left join figures.measurements m on m.code = l.measurement
      left join figures.unresolved_values u on u.code = l.unresolved_value and u.withdrawn_on is null
     where l.withdrawn_on is null and l.call in (${sql.join([...calls])})
     order by l.call, l.seq, l.code`.execute(tx)
  const answers = await answersOf(tx, calls)
  const conflicts = await conflictsOf(tx, calls)
  return rows.map((row) => {
    const { call, holderCode, holderName, measurementCode, measured, emptyCode, printed, ...line } = row
    return {
      call,
      line: {
        ...line,
        holder: { code: holderCode, name: holderName },
        measurement: measurementCode === null ? null : { code: measurementCode, value: measured },
        leftEmpty: emptyCode === null ? null : { code: emptyCode, printed },
        answers: answers.get(line.code) ?? [],
        conflicts: conflicts.get(line.code) ?? [],
      },
    }
  })
}

type AnswerRow = {
  id: string
  line: string
  version: number
  kind: Content['kind']
  value: number | null
  note: string | null
  at: string
  actedAs: string
  importId: string | null
  undoes: string | null
  byMail: string | null
  signedAt: string | null
  signedAs: string | null
}

async function answersOf(tx: Reader, calls: readonly string[]): Promise<ReadonlyMap<string, Answer[]>> {
  const { rows } = await sql<AnswerRow>`
    select a.id, a.line, a.version, a.kind, a.value, a.note, a.at, a.acted_as as "actedAs", a.import as "importId", a.undoes,
           a.by_mail as "byMail",
           s.at as "signedAt", s.acted_as as "signedAs"
      from datacalls.answers a join datacalls.lines l on l.code = a.line
      left join datacalls.signatures s on s.answer = a.id
     where l.call in (${sql.join([...calls])})
     order by a.line, a.version`.execute(tx)
  const found = new Map<string, Answer[]>()
  for (const { kind, value, note, signedAt, signedAs, ...row } of rows) {
    const signature = signedAt === null || signedAs === null ? null : { at: signedAt, actedAs: signedAs }
    found.set(row.line, [...(found.get(row.line) ?? []), { ...row, content: contentOf(kind, value, note), signature }])
  }
  return found
}

function contentOf(kind: Content['kind'], value: number | null, note: string | null): Content {
  if (kind === 'getal' && value !== null) return { kind, value, note }
  return kind === 'kan-niet' ? { kind, note: note ?? '' } : { kind: 'leeg' }
}

/** What the person who asks may do: the organisations he works at, and those he answers for. */
export type Standing = {
  readonly worksAt: readonly string[]
  readonly answersFor: readonly string[]
  /** Where he is programme manager: of what that organisation asks he follows the filling in. */
  readonly manages: readonly string[]
}

export async function standingOf(tx: Reader): Promise<Standing> {
  const { rows } = await sql<Standing>`
    select identity.current_organisations() as "worksAt", identity.answering_organisations() as "answersFor",
           identity.current_organisations('programmamanager') as manages`.execute(tx)
  return rows[0] ?? { worksAt: [], answersFor: [], manages: [] }
}

/** A file of answers that was read in. */
export type Import = { readonly id: string; readonly fileName: string; readonly at: string; readonly actedAs: string }

/** The files a holder read in for a call, newest first. */
export async function listImports(tx: Reader, call: string, holder: string): Promise<Import[]> {
  const { rows } = await sql<Import>`
    select i.id, i.file_name as "fileName", i.at, i.acted_as as "actedAs" from datacalls.imports i
     where i.call = ${call} and i.holder = ${holder} order by i.at desc, i.id`.execute(tx)
  return rows
}
