import { type Column, DataTable, EmptyState, List, ListLink, Paragraph, Section, TextLink } from '../../platform/ui'
import { moment, number } from '../../platform/ui/wording'
import { type Answers, answerKey, type Hearing, missing, type Party, pointState } from './hearing'
import {
  dayWords,
  notaAddress,
  PartyStatus,
  PointStatus,
  partyAddress,
  partyName,
  pointAddress,
  viewWords,
} from './hearing.parts'
import type { Standing } from './hearing.store'
import type { Released } from './nota.store'

/** Councils or partners, on name; to the public without the way to their own page. */
export function PartyTable(props: {
  hearing: string
  caption: string
  parties: readonly Party[]
  isProfessional: boolean
}) {
  const isCouncils = props.caption === 'Raden'
  const columns: Column<Party>[] = [
    {
      head: isCouncils ? 'Gemeente' : 'Partner',
      rowHead: true,
      cell: (party) =>
        props.isProfessional ? (
          <ListLink href={partyAddress(props.hearing, party.code)}>{party.name}</ListLink>
        ) : (
          party.name
        ),
    },
    { head: 'Stand', cell: (party) => <PartyStatus party={party} /> },
    { head: 'Verzonden', cell: ({ entry }) => dayWords(entry?.sentOn) },
    ...(isCouncils ? [{ head: 'Op de agenda', cell: ({ entry }: Party) => dayWords(entry?.onAgendaOn) }] : []),
    { head: isCouncils ? 'Gehoord' : 'Reactie', cell: ({ entry }) => dayWords(entry?.heardOn) },
    { head: 'Zienswijze', cell: ({ entry }) => viewWords[entry?.view ?? 'onbekend'] },
    props.isProfessional
      ? { head: 'Punten', align: 'number', cell: ({ entry }) => (entry ? number(entry.points.length) : 'onbekend') }
      : {
          head: 'Stuk',
          cell: ({ name, entry }) =>
            entry?.paper ? <TextLink href={entry.paper}>Stuk van {name}</TextLink> : 'onbekend',
        },
  ]
  return (
    <DataTable
      caption={props.caption}
      hiddenCaption
      rows={props.parties}
      columns={columns}
      empty="Er is nog niets in een openbare vergadering behandeld."
    />
  )
}

/** Every point with what it waits for, what else is missing, and who was not mailed; for the bureau. */
export function AnswersSection(props: {
  hearing: Hearing
  parties: readonly Party[]
  answers: Answers
  mailed: ReadonlySet<string>
}) {
  const { hearing, parties } = props
  const { withoutPoints } = missing(parties, props.answers)
  const unmailed = parties.filter(({ code }) => !props.mailed.has(code))
  const points = parties.flatMap((party) =>
    (party.entry?.points ?? []).map((point) => {
      const answer = props.answers.get(answerKey(party.code, point.number))
      return { party, point, answer, state: pointState(point, answer) }
    }),
  )
  const items = [
    ...withoutPoints.map((party) => (
      <>
        <ListLink href={partyAddress(hearing.code, party.code)}>{partyName(party)}</ListLink>: de tekst van de{' '}
        {party.entry?.view} ontbreekt
      </>
    )),
    ...(unmailed.length > 0
      ? [
          `Niet gemaild, want wij kennen daar niemand: ${unmailed.map(({ name }) => name).join(', ')}. Laat het hun zelf weten.`,
        ]
      : []),
  ]
  return (
    <Section
      id="ontbreekt"
      title="Antwoorden"
      intro="Alleen voor het bureau. Zonder antwoord op elk punt komt er geen nota."
      full
    >
      <DataTable
        caption="Punten en antwoorden"
        hiddenCaption
        wideFirst
        rows={points}
        empty="Er zijn nog geen punten ingebracht."
        columns={[
          {
            head: 'Punt',
            rowHead: true,
            cell: ({ party, point }) => (
              <ListLink href={pointAddress(hearing.code, party.code, point.number)}>
                {`Punt ${point.number} van ${partyName(party)}`}
              </ListLink>
            ),
          },
          { head: 'Stand', cell: ({ state }) => <PointStatus is={state} /> },
          { head: 'Gevolg', cell: ({ answer }) => answer?.effect ?? 'onbekend' },
        ]}
      />
      {items.length > 0 && <List items={items} />}
    </Section>
  )
}

/** The way to the nota, or that there is none yet. */
export function NotaSection(props: { hearing: string; notas: readonly Released[]; standing: Standing }) {
  const [newest] = props.notas
  return (
    <Section
      id="nota"
      title="Nota van beantwoording"
      intro="Wat raden en partners inbrachten, wat wij antwoorden en wat het in de tekst verandert."
    >
      {newest ? (
        <Paragraph>
          <TextLink href={notaAddress(props.hearing)}>Nota van beantwoording</TextLink>, vrijgegeven op{' '}
          {moment(newest.at)}.
        </Paragraph>
      ) : (
        <EmptyState title="De nota is er nog niet.">
          {props.standing.bureauAs ? 'Zij wordt gemaakt uit de antwoorden.' : 'Zij komt hier als zij is vrijgegeven.'}
        </EmptyState>
      )}
    </Section>
  )
}
