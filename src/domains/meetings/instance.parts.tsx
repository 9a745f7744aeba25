import type { Child } from 'hono/jsx'
import type { Day } from '../../kernel/day'
import { covers } from '../../kernel/period'
import type { Reader } from '../../platform/db/database'
import {
  Actions,
  Button,
  Checkboxes,
  DataTable,
  EmptyState,
  Fold,
  Form,
  List,
  ListLink,
  Notice,
  Paragraph,
  Section,
  SelectField,
  TextLink,
} from '../../platform/ui'
import { count, day, sentenceList } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { findBody } from '../governance'
import { listAreas } from '../territory'
import { listInstances, managerOf, seatsOf } from './instance.store'
import { type Instance, isAhead } from './meeting'
import {
  bodyAddress,
  daysWords,
  instanceAddress,
  meetingAddress,
  meetingsAddress,
  seatKindNames,
  seatWords,
  termWords,
} from './meeting.parts'
import { listMeetings } from './meeting.store'
import { endsSoon, type Seat, seatKinds } from './seat'

const areaKinds: Readonly<Record<string, readonly string[]>> = {
  'gemeente-basisteam': ['basisteam', 'gemeente'],
  district: ['district'],
  regio: ['regio'],
  landelijk: ['land'],
}

/** On the page of a body: its instances with who sits in them as functions, and when they meet. */
export async function meetingsOfBody(tx: Reader, code: string, ask: Ask): Promise<Child> {
  const body = await findBody(tx, code)
  if (!body) return null
  const instances = await listInstances(tx, { body: code })
  const manager = ask.person ? await managerOf(tx) : null
  const codes = instances.map((one) => one.code)
  const seats = await seatsOf(tx, codes, ask.today)
  const ahead = (await listMeetings(tx, { instances: codes, since: ask.today, newestOnly: true })).items.filter(
    (meeting) => isAhead(meeting, ask.today),
  )
  const areas = manager
    ? (await listAreas(tx, { validOn: ask.today })).items.filter(
        ({ kind, code: area }) =>
          (areaKinds[body.level] ?? []).includes(kind) && !instances.some((one) => one.area.code === area),
      )
    : []
  return (
    <Section id="overleggen" title="Wie er zitten en wanneer" intro="Als functies. Namen staan hier niet.">
      {instances.length === 0 ? (
        <EmptyState title="Van dit gremium staan hier nog geen zetels en vergaderingen." />
      ) : (
        <DataTable
          caption={`${body.name}: zetels en vergaderingen`}
          hiddenCaption
          rows={instances}
          rowId={(one) => one.code}
          columns={[
            {
              head: 'Waar',
              rowHead: true,
              cell: (one) => <ListLink href={instanceAddress(one)}>{one.area.name}</ListLink>,
            },
            { head: 'Zetels vandaag', cell: (one) => seatSummary(running(seats.get(one.code) ?? [], ask.today)) },
            {
              head: 'Eerstvolgende vergadering',
              cell: (one) => {
                const next = ahead.find(({ instance }) => instance.code === one.code)
                return next ? (
                  <TextLink href={meetingAddress(next.code)}>{daysWords(next.versions[0])}</TextLink>
                ) : (
                  'nog niet gepland'
                )
              },
            },
          ]}
        />
      )}
      <Paragraph>
        <TextLink href={meetingsAddress}>Alle vergaderingen en het jaar</TextLink>
      </Paragraph>
      {areas.length > 0 && (
        <Fold label="Begin een overleg">
          <Form action={`${bodyAddress(code)}/beginnen`}>
            <SelectField
              name="gebied"
              label="Waar"
              options={[...everywhere(areas), ...areas.map((area) => ({ value: area.code, label: area.name }))]}
            />
            <Checkboxes
              name="openbaar"
              label="Wie mag weten dat dit overleg er is?"
              optional
              values={['ja']}
              options={[
                {
                  value: 'ja',
                  label: 'Iedereen ziet de functies, de dagen en de openbare punten.',
                  description: 'Anders bestaat het alleen voor wie er een zetel heeft.',
                },
              ]}
            />
            <Actions>
              <Button>Begin dit overleg</Button>
            </Actions>
          </Form>
        </Fold>
      )}
    </Section>
  )
}

/** All areas of one kind that have none yet, as one choice. */
const everywhere = (areas: readonly { readonly kind: string }[]) =>
  Object.entries(kindPlurals).flatMap(([kind, plural]) => {
    const there = areas.filter((area) => area.kind === kind).length
    return there > 1 ? [{ value: `${all}${kind}`, label: `Alle ${there} ${plural} tegelijk` }] : []
  })

const all = 'alle:'
const kindPlurals: Readonly<Record<string, string>> = {
  basisteam: 'basisteams',
  gemeente: 'gemeenten',
  district: 'districten',
}

/** The areas that were chosen to begin an instance in: one, or all of a kind that have none yet. */
export async function chosenAreas(tx: Reader, body: string, choice: string, on: Day): Promise<string[]> {
  if (!choice.startsWith(all)) return [choice]
  const begun = await listInstances(tx, { body })
  return (await listAreas(tx, { validOn: on })).items
    .filter(({ kind, code }) => kind === choice.slice(all.length) && !begun.some(({ area }) => area.code === code))
    .map(({ code }) => code)
}

export const running = (seats: readonly Seat[], today: Day) => seats.filter(({ validity }) => covers(validity, today))

function seatSummary(seats: readonly Seat[]): Child {
  if (seats.length === 0) return 'nog niet ingevuld'
  const chair = seats.find(({ kind }) => kind === 'voorzitter')
  const members = seats.filter(({ kind }) => kind === 'lid' || kind === 'voorzitter').length
  return sentenceList([
    count(members, 'lid', 'leden'),
    chair ? `voorzitter: ${seatWords(chair)}` : 'voorzitter nog niet ingevuld',
  ])
}

/** Who sits in an instance, as functions; `action` adds what may be done with each. */
export function SeatTable({
  seats,
  today,
  action,
}: {
  seats: readonly Seat[]
  today: Day
  action?: (seat: Seat) => Child
}) {
  if (seats.length === 0)
    return (
      <EmptyState title="Hier zit nog niemand.">
        De programmamanager van het bureau vult dit in. Onbekend is iets anders dan leeg.
      </EmptyState>
    )
  return (
    <DataTable
      caption="Zetels"
      hiddenCaption
      wideFirst
      groups={seatKinds
        .map((kind) => ({ title: seatKindNames[kind], rows: seats.filter((seat) => seat.kind === kind) }))
        .filter(({ rows }) => rows.length > 0)}
      columns={[
        {
          head: 'Functie',
          rowHead: true,
          cell: (seat) => (
            <>
              {seatWords(seat)}
              {seat.deputyFor && <>, voor: {seat.deputyFor}</>}
            </>
          ),
        },
        { head: 'Termijn', cell: (seat) => termWords(seat, today) },
        ...(action ? [{ head: 'Wijzigen', cell: action }] : []),
      ]}
    />
  )
}

/** Terms that end soon, announced. */
export function EndingTerms({ seats, today }: { seats: readonly Seat[]; today: Day }) {
  const ending = seats.filter((seat) => endsSoon(seat, today))
  if (ending.length === 0) return null
  return (
    <Notice
      kind="attention"
      title={`Binnen 90 dagen ${ending.length === 1 ? 'loopt een termijn' : 'lopen termijnen'} af.`}
    >
      <List
        items={ending.map((seat) => `${seatWords(seat)}: tot ${seat.validity.until ? day(seat.validity.until) : ''}.`)}
        small
      />
    </Notice>
  )
}

/** What must be known on every page of an instance. */
export function ExampleNotice({ instance }: { instance: Instance }) {
  return instance.isExample ? (
    <Notice kind="attention" title="Dit is een voorbeeld.">
      Een verzonnen persoon begon dit overleg. Zetels, dagen en stukken zijn verzonnen.
    </Notice>
  ) : null
}

export const instanceBreadcrumbs = (instance: Instance) => [
  { label: 'Gremia', href: '/gremia' },
  { label: instance.body.name, href: bodyAddress(instance.body.code) },
  { label: instance.area.name, href: instanceAddress(instance) },
]
