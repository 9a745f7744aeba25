import { dayInAmsterdam } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'
import { ButtonLink, DataTable, List, ListLink, Paragraph, Section, Status, TextLink } from '../../platform/ui'
import { count, day, sentenceList } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { type Hearing, type Party, type PartyState, stateOf, type Tally, type View } from './hearing'
import { awaitedOfOwn, listHearings, opensHearings } from './hearing.store'

export const hearingsAddress = '/zienswijzen'
export const openingAddress = `${hearingsAddress}/openen`
export const hearingAddress = (code: string) => `${hearingsAddress}/${encodeURIComponent(code)}`
export const partyAddress = (hearing: string, party: string) =>
  `${hearingAddress(hearing)}/${encodeURIComponent(party)}`
export const entryAddress = (hearing: string, party: string) => `${partyAddress(hearing, party)}/invullen`
export const pointAddress = (hearing: string, party: string, point: number) =>
  `${partyAddress(hearing, party)}/punten/${point}`
export const notaAddress = (hearing: string) => `${hearingAddress(hearing)}/nota`
export const notaFileAddress = (hearing: string, version: number | 'concept', format: string) =>
  `${notaAddress(hearing)}/${version}/nota.${format}`

export const viewWords: Readonly<Record<View | 'onbekend', string>> = {
  geen: 'geen wensen of bedenkingen',
  wensen: 'wensen',
  bedenkingen: 'bedenkingen',
  onbekend: 'onbekend',
}

/** A party as somebody speaks of it. */
export const partyName = ({ kind, name }: Pick<Party, 'kind' | 'name'>) =>
  kind === 'raad' ? `de raad van ${name}` : name

export const dayWords = (on: string | null | undefined) => (on ? day(on) : 'onbekend')

const stateSigns = {
  onbekend: ['unknown', 'onbekend'],
  verzonden: ['moved', 'verzonden'],
  geagendeerd: ['onCourse', 'op de agenda'],
  gehoord: ['done', 'gehoord'],
} as const satisfies Record<PartyState, readonly [Parameters<typeof Status>[0]['is'], string]>

export function PartyStatus({ party }: { party: Party }) {
  const state = stateOf(party)
  const [sign, word] = stateSigns[state]
  return <Status is={sign} label={party.kind === 'partner' && state === 'gehoord' ? 'reactie binnen' : word} />
}

const pointSigns = {
  open: ['missing', 'nog geen antwoord'],
  veranderd: ['missing', 'punt veranderde na het antwoord'],
  beantwoord: ['done', 'beantwoord'],
} as const

export function PointStatus({ is }: { is: keyof typeof pointSigns }) {
  const [sign, word] = pointSigns[is]
  return <Status is={sign} label={word} />
}

/** How far the councils are, in a sentence: `31 van de 38 raden zijn gehoord: …`. */
export function tallySentence({ total, heard, views, heardOnly, notHeard }: Tally): string {
  if (total === 0) return 'Er zijn geen raden gevraagd.'
  if (heard === 0) return `Van de ${count(total, 'raad', 'raden')} is er nog geen gehoord, voor zover wij weten.`
  const said = [
    ...(views.geen > 0 ? [`${views.geen} zonder wensen of bedenkingen`] : []),
    ...(views.wensen > 0 ? [`${views.wensen} met wensen`] : []),
    ...(views.bedenkingen > 0 ? [`${views.bedenkingen} met bedenkingen`] : []),
    ...(heardOnly > 0 ? [`van ${heardOnly} is de zienswijze nog onbekend`] : []),
  ]
  const rest = notHeard > 0 ? ` Van ${notHeard} weten wij het nog niet.` : ''
  return `${heard} van de ${count(total, 'raad', 'raden')} ${heard === 1 ? 'is' : 'zijn'} gehoord: ${sentenceList(said)}.${rest}`
}

export const termWords = ({ termEndsOn, closedAt }: Pick<Hearing, 'termEndsOn' | 'closedAt'>) =>
  closedAt ? `gesloten op ${day(dayInAmsterdam(new Date(closedAt)))}` : `termijn tot en met ${day(termEndsOn)}`

/** What stands on the page of a strategy or plan: the hearings on it, and for a bureau the way to a new one. */
export async function hearingsOn(tx: Reader, kind: 'strategie' | 'plan', code: string, ask: Ask) {
  const hearings = await listHearings(tx, { subject: code })
  const mayOpen = ask.person !== null && (await opensHearings(tx))
  if (hearings.length === 0 && !mayOpen) return null
  return (
    <Section id="zienswijzen" title="Zienswijzen" intro="Wat raden en partners van het ontwerp vonden.">
      {hearings.length > 0 ? (
        <HearingTable hearings={hearings} />
      ) : (
        <Paragraph>Hier is nog niemand op gehoord.</Paragraph>
      )}
      {mayOpen && (
        <Paragraph>
          <TextLink href={`${openingAddress}?${new URLSearchParams({ onderwerp: `${kind} ${code}` })}`}>
            Leg het voor aan de raden
          </TextLink>
        </Paragraph>
      )}
    </Section>
  )
}

export function HearingTable({ hearings }: { hearings: readonly Hearing[] }) {
  return (
    <DataTable
      caption="Rondes zienswijzen"
      hiddenCaption
      wideFirst
      rows={hearings}
      columns={[
        {
          head: 'Onderwerp',
          rowHead: true,
          cell: ({ code, subject, isExample }) => (
            <>
              <ListLink href={hearingAddress(code)}>{subject.title}</ListLink>
              {isExample && <span class="sv-voorbeeld">voorbeeld</span>}
            </>
          ),
        },
        { head: 'Tekst', cell: ({ text }) => `${text.name}, ${day(text.on)}` },
        { head: 'Stand', cell: (hearing) => termWords(hearing) },
      ]}
    />
  )
}

/** The rows that wait for a word of the person who asks; null when none does. */
export async function awaitedHearings(tx: Reader) {
  const rows = await awaitedOfOwn(tx)
  return rows.length === 0 ? null : rows
}

export function AwaitedHearings({ rows }: { rows: NonNullable<Awaited<ReturnType<typeof awaitedHearings>>> }) {
  return (
    <>
      <List
        items={rows.map(({ hearing, party, title, name, termEndsOn }) => (
          <>
            <ListLink href={partyAddress(hearing, party)}>{`${name}: ${title}`}</ListLink> (termijn tot en met{' '}
            {day(termEndsOn)})
          </>
        ))}
      />
      {rows.length === 1 && rows[0] && (
        <ButtonLink href={entryAddress(rows[0].hearing, rows[0].party)}>Vul in wat u weet</ButtonLink>
      )}
    </>
  )
}
