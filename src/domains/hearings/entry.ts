import type { Day } from '../../kernel/day'
import { addressFault, dayFault, type Fault, readAddress, readDay, tidy } from '../../kernel/typed'
import { asTypedDay, type TypedDay } from '../../kernel/typed-day'
import { type Entry, type Party, type Point, type Said, type View, views } from './hearing'

/** What somebody typed of a party, as typed. */
export type TypedEntry = {
  readonly sent: TypedDay
  readonly onAgenda: TypedDay
  readonly heard: TypedDay
  readonly inPrivate: boolean
  /** `onbekend`, or one of the views. */
  readonly view: string
  readonly paper: string
  readonly points: readonly Point[]
}

const longestPoint = 4000
/** Empty fields for new points, at the end of a form. */
const newPoints = 3

/** What stands in the fields when the form is opened. A new point gets a number that no earlier version gave away. */
export function asTyped(entry: Entry | null, highestNumber: number): TypedEntry {
  return {
    sent: asTypedDay(entry?.sentOn ?? null),
    onAgenda: asTypedDay(entry?.onAgendaOn ?? null),
    heard: asTypedDay(entry?.heardOn ?? null),
    inPrivate: entry?.inPrivate ?? false,
    view: entry?.view ?? 'onbekend',
    paper: entry?.paper ?? '',
    points: [
      ...(entry?.points ?? []),
      ...Array.from({ length: newPoints }, (_, at) => ({ number: highestNumber + at + 1, text: '' })),
    ],
  }
}

/** Reads what was typed of a party, or says at which field it is wrong. `today` is the last day on which something happened. */
export function readEntry(
  typed: TypedEntry,
  kind: Party['kind'],
  today: Day,
): Said | { readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  const day = (field: string, value: TypedDay): Day | null => {
    const read = readDay(value)
    if (read === 'fault') faults.push({ field, message: dayFault })
    return read === 'fault' ? null : read
  }
  const sentOn = day('verzonden', typed.sent)
  const onAgendaOn = kind === 'raad' ? day('agenda', typed.onAgenda) : null
  const heardOn = day('gehoord', typed.heard)
  const fault = (field: string, message: string) => faults.push({ field, message })
  if (sentOn && sentOn > today) fault('verzonden', 'Deze dag komt nog. Vul hem in als het stuk verzonden is.')
  if (heardOn && heardOn > today) fault('gehoord', laterWords[kind])
  if (sentOn && onAgendaOn && onAgendaOn < sentOn) fault('agenda', 'Deze dag ligt vóór de dag van verzenden.')
  if (sentOn && heardOn && heardOn < sentOn) fault('gehoord', 'Deze dag ligt vóór de dag van verzenden.')

  const view = views.find((one) => one === typed.view) ?? null
  if (view && !heardOn && !faults.some(({ field }) => field === 'gehoord')) fault('gehoord', whenWords[kind])
  const paper = readAddress(typed.paper)
  if (paper === 'fault') fault('stuk', addressFault)
  const points = typed.points
    .map(({ number, text }) => ({ number, text: tidy(text) }))
    .filter(({ text }) => text !== '')
  for (const { number, text } of points)
    if (text.length > longestPoint) fault(`punt-${number}`, `Maak punt ${number} korter: ten hoogste 4.000 tekens.`)
  if (points.length > 0 && (view === null || view === 'geen')) fault('zienswijze', viewFaults[view ?? 'onbekend'])
  if (faults.length > 0) return { faults }
  const inPrivate = kind === 'raad' && typed.inPrivate
  return { sentOn, onAgendaOn, heardOn, inPrivate, view, paper: paper === 'fault' ? null : paper, points }
}

const laterWords: Readonly<Record<Party['kind'], string>> = {
  raad: 'Deze vergadering komt nog. Zet de dag bij de agenda.',
  partner: 'Deze dag komt nog.',
}
const whenWords: Readonly<Record<Party['kind'], string>> = {
  raad: 'Vul in op welke dag de raad is gehoord. Zonder die dag is er nog geen zienswijze.',
  partner: 'Vul in op welke dag de reactie kwam.',
}
const viewFaults: Readonly<Record<Extract<View, 'geen'> | 'onbekend', string>> = {
  geen: 'Hieronder staat een punt, en hier dat er geen wensen of bedenkingen zijn. Kies een van beide.',
  onbekend: 'Hieronder staat een punt. Kies of het wensen of bedenkingen zijn.',
}
