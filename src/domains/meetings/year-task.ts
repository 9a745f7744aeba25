import { type Fault, neededText } from '../../kernel/typed'
import type { YearTask } from './year'

/** One version of a line that was changed on screen; of kind `regio` how the region had it before that. */
export type YearChange = YearTask & {
  readonly kind: 'regio' | 'toegevoegd' | 'gewijzigd' | 'vervallen' | 'teruggezet'
  readonly reason: string | null
  /** ISO text. */
  readonly at: string
  readonly actedAs: string | null
}

/** What somebody typed of a line of the year calendar, as typed. */
export type TypedYearTask = {
  readonly month: string
  readonly what: string
  readonly byWhom: string
  readonly toWhom: string
  readonly body: string
  readonly reason: string
}

export const emptyYearTask: TypedYearTask = { month: '', what: '', byWhom: '', toWhom: '', body: '', reason: '' }

export const asTypedYearTask = ({ month, what, byWhom, toWhom, body }: YearTask): TypedYearTask => ({
  month: String(month),
  what,
  byWhom,
  toWhom,
  body: body ?? '',
  reason: '',
})

export type YearTaskDraft = Omit<YearTask, 'code' | 'version'> & { readonly reason: string }

/** Reads what was typed of a line, or says at which field it is wrong. `bodies`: those one can choose. */
export function readYearTask(
  typed: TypedYearTask,
  bodies: ReadonlySet<string>,
): YearTaskDraft | { readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  const isMonth = /^([1-9]|1[0-2])$/.test(typed.month)
  if (!isMonth) faults.push({ field: 'maand', message: 'Kies een maand.' })
  const what = neededText(typed.what, 'wat', 200, 'Schrijf wat er elk jaar klaar moet zijn of gebeurt.', faults)
  const byWhom = neededText(typed.byWhom, 'door', 150, 'Schrijf wie het doet, als functie of organisatie.', faults)
  const toWhom = neededText(typed.toWhom, 'aan', 150, 'Schrijf voor wie het is, als functie of organisatie.', faults)
  if (typed.body !== '' && !bodies.has(typed.body))
    faults.push({ field: 'gremium', message: 'Kies een gremium uit de lijst, of geen gremium.' })
  const reason = readReason(typed.reason, faults)
  if (faults.length > 0) return { faults }
  return { month: Number(typed.month), what, byWhom, toWhom, body: typed.body || null, isWithdrawn: false, reason }
}

/** A line that is withdrawn as it stands, with the reason that was typed; or what is wrong with that reason. */
export function withdrawn(task: YearTask, typed: string): YearTaskDraft | { readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  const reason = readReason(typed, faults)
  const { month, what, byWhom, toWhom, body } = task
  return faults.length > 0 ? { faults } : { month, what, byWhom, toWhom, body, isWithdrawn: true, reason }
}

const readReason = (typed: string, faults: Fault[]) =>
  neededText(typed, 'reden', 300, 'Schrijf waarom. Iedereen leest dit.', faults)

/** Whether the region says something else of a line now than it did when that was first changed on screen. */
export const saysOtherwise = (pack: YearTask, before: YearTask) =>
  pack.month !== before.month ||
  pack.what !== before.what ||
  pack.byWhom !== before.byWhom ||
  pack.toWhom !== before.toWhom ||
  pack.body !== before.body
