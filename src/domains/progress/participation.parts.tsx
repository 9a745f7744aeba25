import { DataTable } from '../../platform/ui'
import { capital, count, number, sentenceList } from '../../platform/ui/wording'
import type { Participation, TakesPart } from './participation.store'
import { dayOf } from './update.parts'

export const participationAddress = (action: string) => `/acties/${encodeURIComponent(action)}/meedoen`

export const takesPartWords: Readonly<Record<TakesPart, string>> = {
  ja: 'doet mee',
  'nog-niet': 'doet nog niet mee',
  nee: 'doet niet mee',
}

/** How many municipalities said that they take part, in a sentence; what nobody said comes last. */
export function participationSentence(of: readonly Participation[]): string {
  const those = (said: TakesPart | null) => of.filter(({ takesPart }) => takesPart === said).length
  const parts = (['ja', 'nog-niet', 'nee'] as const).flatMap((said) =>
    those(said) > 0
      ? [
          `${those(said) === 1 ? `zegt er 1 dat zij ${toSay[said].one}` : `zeggen er ${number(those(said))} dat zij ${toSay[said].many}`}`,
        ]
      : [],
  )
  const unsaid = those(null)
  const all = `Van de ${count(of.length, 'gemeente', 'gemeenten')}`
  if (parts.length === 0) return `${all} zei nog geen of zij meedoet.`
  return `${all} ${sentenceList(parts)}${unsaid > 0 ? `; van ${number(unsaid)} weten wij het niet` : ''}.`
}
const toSay: Readonly<Record<TakesPart, { readonly one: string; readonly many: string }>> = {
  ja: { one: 'meedoet', many: 'meedoen' },
  'nog-niet': { one: 'nog niet meedoet', many: 'nog niet meedoen' },
  nee: { one: 'niet meedoet', many: 'niet meedoen' },
}

/** Every municipality by name: never an order of who does most. */
export const ParticipationTable = ({ of }: { of: readonly Participation[] }) => (
  <DataTable
    caption="Of elke gemeente meedoet"
    hiddenCaption
    rows={of}
    columns={[
      { head: 'Gemeente', rowHead: true, cell: ({ name }) => name },
      { head: 'Doet mee', cell: ({ takesPart }) => (takesPart ? capital(takesPartWords[takesPart]) : 'Onbekend') },
      { head: 'In één zin', cell: ({ sentence }) => sentence ?? '' },
      { head: 'Gezegd', cell: ({ at, actedAs }) => (at ? `${dayOf(at)}, ${actedAs}` : '') },
    ]}
  />
)
