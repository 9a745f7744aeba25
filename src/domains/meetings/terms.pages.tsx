import type { Day } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'
import { DataTable, EmptyState, List, ListLink, Opening, Section, Status, TextLink } from '../../platform/ui'
import { count, day } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import type { Place } from './composition'
import { composedOn } from './composition.store'
import { placesOf } from './composition.verbs'
import { listInstances, managerOf, seatsOf } from './instance.store'
import { type Instance, instanceName } from './meeting'
import { compositionAddress, meetingsAddress, seatsAddress, seatWords, termsAddress } from './meeting.parts'
import { endsSoon, needsSuccessor, type Seat } from './seat'

type Ending = { readonly instance: Instance; readonly seat: Seat; readonly hasSuccessor: boolean }

/** The terms that end soon in every instance, the first to end first. */
async function endingTerms(tx: Reader, instances: readonly Instance[], today: Day): Promise<Ending[]> {
  const seats = await seatsOf(
    tx,
    instances.map(({ code }) => code),
    today,
  )
  return instances
    .flatMap((instance) => {
      const all = seats.get(instance.code) ?? []
      return all
        .filter((seat) => endsSoon(seat, today))
        .map((seat) => ({ instance, seat, hasSuccessor: !needsSuccessor(seat, all, today) }))
    })
    .sort((a, b) => (a.seat.validity.until ?? '').localeCompare(b.seat.validity.until ?? ''))
}

/** How many terms end soon without somebody to follow, for the programme manager of the bureau; null for others and for none. */
export async function awaitedSuccessors(tx: Reader, today: Day): Promise<number | null> {
  if ((await managerOf(tx)) === null) return null
  const open = (await endingTerms(tx, await listInstances(tx), today)).filter(({ hasSuccessor }) => !hasSuccessor)
  return open.length === 0 ? null : open.length
}

export function AwaitedSuccessors({ terms }: { terms: number }) {
  return (
    <List
      items={[
        <ListLink href={termsAddress}>
          {count(terms, 'termijn loopt', 'termijnen lopen')} binnen 90 dagen af, zonder opvolger
        </ListLink>,
      ]}
    />
  )
}

/** For the programme manager: which terms end soon, and where who sits is other than agreed, over every instance. */
export async function termsPage(ask: Ask): Promise<Response> {
  const found = await ask.read(async (tx) => {
    if ((await managerOf(tx)) === null) return null
    const instances = await listInstances(tx)
    return {
      ending: await endingTerms(tx, instances, ask.today),
      composed: await composedOn(tx, instances, ask.region.code, ask.today),
    }
  })
  if (!found) return ask.notFound()
  const { ending, composed } = found
  const seated = composed.filter(({ members }) => members.length > 0)
  const empty = composed.filter(({ members }) => members.length === 0)
  const other = seated.flatMap((one) =>
    (placesOf(one, ask.today) ?? [])
      .filter((place) => place.deviates)
      .map((place) => ({ instance: one.instance, place })),
  )
  return ask.page(
    {
      title: 'Termijnen en samenstelling',
      breadcrumbs: [
        { label: 'Vergaderingen', href: meetingsAddress },
        { label: 'Termijnen en samenstelling', href: termsAddress },
      ],
    },
    <>
      <Opening
        title="Termijnen en samenstelling"
        lead="Van alle overleggen: welke termijn binnen 90 dagen afloopt, en waar iets anders is dan afgesproken."
        meta={[count(composed.length, 'overleg', 'overleggen'), `op ${day(ask.today)}`]}
      />
      <Section id="termijnen" title="Termijnen die aflopen" intro="De eerste bovenaan.">
        <DataTable
          caption="Termijnen die binnen 90 dagen aflopen"
          hiddenCaption
          wideFirst
          rows={ending}
          empty="Binnen 90 dagen loopt geen termijn af."
          columns={[
            { head: 'Zetel', rowHead: true, cell: ({ seat }) => seatWords(seat) },
            {
              head: 'Overleg',
              cell: ({ instance }) => <TextLink href={seatsAddress(instance)}>{instanceName(instance)}</TextLink>,
            },
            { head: 'Tot', cell: ({ seat }) => (seat.validity.until ? day(seat.validity.until) : '') },
            {
              head: 'Daarna',
              cell: ({ hasSuccessor }) =>
                hasSuccessor ? (
                  <Status is="yes" label="opvolger is bekend" />
                ) : (
                  <Status is="waiting" label="nog niet ingevuld" />
                ),
            },
          ]}
        />
      </Section>
      <Section
        id="samenstelling"
        title="Anders dan afgesproken"
        intro="Een afwijking is geen fout. Met een reden weet iedereen waarom."
      >
        {other.length === 0 ? (
          <EmptyState title="Waar zetels zijn ingevuld, is het zoals afgesproken." />
        ) : (
          <DataTable
            caption="Waar iets anders is dan afgesproken"
            hiddenCaption
            wideFirst
            rows={other}
            columns={[
              {
                head: 'Overleg',
                rowHead: true,
                cell: ({ instance }) => (
                  <ListLink href={compositionAddress(instance)}>{instanceName(instance)}</ListLink>
                ),
              },
              { head: 'Voor', cell: ({ place }) => place.place },
              { head: 'Waarom', cell: ({ place }) => whyWords(place) },
            ]}
          />
        )}
      </Section>
      <Section id="opgeheven" title="Opgeheven overleggen">
        <TextLink href="/opgeheven-overleggen">Wat daarvan een nieuw thuis nodig heeft</TextLink>
      </Section>
      {empty.length > 0 && (
        <Section id="onbekend" title="Nog onbekend" intro="Hier zijn nog geen zetels ingevuld.">
          <List
            items={empty.map(({ instance }) => (
              <TextLink href={seatsAddress(instance)}>{instanceName(instance)}</TextLink>
            ))}
          />
        </Section>
      )}
    </>,
  )
}

function whyWords({ reason, given }: Place): string {
  if (reason !== null && given?.until) return `${reason} (tot ${day(given.until)})`
  return given?.reason ? 'de reden is verlopen' : 'nog geen reden gegeven'
}
