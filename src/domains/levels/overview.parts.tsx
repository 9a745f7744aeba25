import { ListLink, TextLink } from '../../platform/ui'
import { moment } from '../../platform/ui/wording'
import type { LocalPriority, PlanPlace } from './local-plan'
import type { NationalItem, NationalLink } from './national'
import type { Cover } from './overview'

export const levelsAddress = '/doorwerking'
export const levelAddress = (priority: string) => `${levelsAddress}/${encodeURIComponent(priority)}`
export const nationalAddress = (item: string) => `${levelsAddress}/landelijk/${encodeURIComponent(item)}`
export const nationalLinkAddress = (item: string) => `${nationalAddress(item)}/koppelen`
export const plansAddress = '/veiligheidsplannen'
export const newPlanAddress = (area: string) => `${plansAddress}/nieuw?${new URLSearchParams({ gebied: area })}`
export const planAddress = (code: string) => `${plansAddress}/${encodeURIComponent(code)}`
export const planFormAddress = (code: string) => `${planAddress(code)}/wijzigen`

export const areaName = ({ kind, name }: PlanPlace) => (kind === 'district' ? `district ${name}` : name)

export const coverWords: Readonly<Record<Cover, string>> = {
  geldt: 'plan bekend',
  'nog-niet': 'plan dat nog niet geldt',
  voorbij: 'de periode is voorbij',
  genoemd: 'alleen genoemd in een document',
  onbekend: 'nog geen plan bekend',
}

/** `2023 tot en met 2026`, or what of it is known. */
export function yearsWords({ from, to }: { readonly from: number | null; readonly to: number | null }): string {
  if (from === null && to === null) return 'periode onbekend'
  if (from === null) return `tot en met ${to}`
  if (to === null) return `vanaf ${from}`
  return from === to ? `${from}` : `${from} tot en met ${to}`
}

/** Who said it and when, or that a document does. */
export function saidByWords({ saidBy, ground }: NationalLink): string {
  if (saidBy) return `gezegd door ${saidBy.actedAs}, ${moment(saidBy.at)}`
  return ground === 'bron' ? 'dat zegt een document' : 'zelfde onderwerp, naar ons oordeel'
}

export const NationalName = ({ item }: { item: NationalItem }) => (
  <>
    <ListLink href={nationalAddress(item.code)}>{item.title}</ListLink>
    <span class="sv-stil sv-klein"> {`${item.agenda}, ${yearsWords(item)}`}</span>
  </>
)

/** Which regional priorities and action answer a local priority, with who said so. */
export function Answer({ of }: { of: LocalPriority }) {
  const said = `${of.saidAs}, ${moment(of.saidAt)}`
  if (of.answered === 'onbekend') return <>nog niet gekoppeld</>
  return (
    <>
      {of.answered === 'geen'
        ? 'geen regionale prioriteit gaat hierover'
        : of.priorities.map(({ code, title }, at) => (
            <>
              {at > 0 ? ', ' : ''}
              <TextLink href={levelAddress(code)}>{title}</TextLink>
            </>
          ))}
      {of.action && (
        <>
          ; actie: <TextLink href={`/acties/${encodeURIComponent(of.action.code)}`}>{of.action.title}</TextLink>
        </>
      )}
      <span class="sv-stil sv-klein"> {said}</span>
    </>
  )
}
