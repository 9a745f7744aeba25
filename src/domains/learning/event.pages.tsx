import {
  Code,
  DataList,
  DataTable,
  Downloads,
  EmptyState,
  FilterForm,
  ListLink,
  Notice,
  Opening,
  Section,
  TextLink,
} from '../../platform/ui'
import { count, day as dayInWords, number, period } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { documentTitles, Sources } from '../figures'
import { type Party, partyAddress, partyNames } from '../identity'
import { type Event, yearOf } from './event'
import { findEvent, listEvents, placeOf } from './event.store'
import { ThemeLink } from './theme.parts'

/** The events the sources name, per year. */
export async function eventsPage(ask: Ask): Promise<Response> {
  const year = ask.query.get('jaar') || null
  const kind = ask.query.get('soort') || null
  if (year !== null && !/^\d{4}$/.test(year))
    return ask.badRequest('Het jaar klopt niet. Schrijf vier cijfers, zoals 2021.')
  const { all, parties } = await ask.read(async (tx) => ({
    all: (await listEvents(tx)).items,
    parties: await partyNames(tx),
  }))
  const shown = all.filter(
    (event) => (year === null || yearOf(event) === Number(year)) && (kind === null || event.kind === kind),
  )
  const years = [...new Set(all.map(yearOf))]
  const kinds = [...new Set(all.map((event) => event.kind))].sort((a, b) => a.localeCompare(b, 'nl'))
  return ask.page(
    {
      title: 'Bijeenkomsten',
      description: 'Trainingen, conferenties en andere bijeenkomsten van de partners.',
      breadcrumbs: [{ label: 'Bijeenkomsten', href: '/bijeenkomsten' }],
    },
    <>
      <Opening
        title="Waar de partners elkaar spreken"
        lead="Trainingen, conferenties en leerkringen, zoals de plannen en verantwoordingen ze noemen. Gepland betekent: het stond in een plan. Of het doorging, zeggen onze bronnen niet."
        meta={[count(shown.length, 'bijeenkomst', 'bijeenkomsten')]}
      >
        <FilterForm
          action="/bijeenkomsten"
          label="Kies uit de bijeenkomsten"
          live
          fields={[
            {
              kind: 'select',
              name: 'jaar',
              label: 'Jaar',
              options: [
                { value: '', label: 'Alle jaren' },
                ...years.flatMap((value) => (value === null ? [] : [{ value: String(value), label: String(value) }])),
              ],
              value: year ?? '',
            },
            {
              kind: 'select',
              name: 'soort',
              label: 'Soort',
              options: [{ value: '', label: 'Alle soorten' }, ...kinds.map((value) => ({ value, label: value }))],
              value: kind ?? '',
            },
          ]}
          clear={year !== null || kind !== null ? '/bijeenkomsten' : undefined}
        />
      </Opening>
      {shown.length === 0 && (
        <EmptyState
          title="Hier past niets bij."
          action={{ label: 'Toon alle bijeenkomsten', href: '/bijeenkomsten' }}
        />
      )}
      {years
        .map((one) => ({ year: one, events: shown.filter((event) => yearOf(event) === one) }))
        .filter(({ events }) => events.length > 0)
        .map(({ year: one, events }) => (
          <Section
            id={`jaar-${one ?? 'onbekend'}`}
            title={one === null ? 'Jaar onbekend' : String(one)}
            intro={count(events.length, 'bijeenkomst', 'bijeenkomsten')}
          >
            <EventTable caption={`Bijeenkomsten ${one ?? 'zonder jaar'}`} events={events} parties={parties} />
          </Section>
        ))}
      <Section id="meenemen" title="Meenemen">
        <Downloads
          csv="/api/v1/bijeenkomsten.csv"
          excelCsv="/api/v1/bijeenkomsten-excel.csv"
          xlsx="/api/v1/bijeenkomsten.xlsx"
          json="/api/v1/bijeenkomsten"
        />
      </Section>
    </>,
  )
}

function EventTable(props: { caption: string; events: readonly Event[]; parties: ReadonlyMap<string, Party> }) {
  return (
    <DataTable
      caption={props.caption}
      hiddenCaption
      rows={props.events}
      columns={[
        {
          head: 'Bijeenkomst',
          rowHead: true,
          cell: ({ code, title }) => <ListLink href={`/bijeenkomsten/${code}`}>{title}</ListLink>,
        },
        { head: 'Wanneer', cell: whenText },
        { head: 'Soort', cell: ({ kind }) => kind },
        {
          head: 'Organisator',
          cell: ({ organiser }) => (organiser ? (props.parties.get(organiser)?.name ?? organiser) : 'niet genoemd'),
        },
        { head: 'Let op', cell: ({ note }) => note ?? '', narrow: '' },
      ]}
    />
  )
}

function whenText({ heldOn, precision }: Event): string {
  if (heldOn === null) return 'onbekend'
  return precision === 'terugkerend' ? `terugkerend in ${period(heldOn)}` : period(heldOn)
}

/** One event. Where it is held is shown to professionals only; the row policy decides, not this page. */
export async function eventPage(ask: Ask): Promise<Response> {
  const code = ask.params.code ?? ''
  const found = await ask.read(async (tx) => {
    const event = await findEvent(tx, code)
    return (
      event && {
        event,
        organiser:
          event.organiser === null ? null : ((await partyNames(tx, [event.organiser])).get(event.organiser) ?? null),
        place: await placeOf(tx, code),
        documents: await documentTitles(tx),
      }
    )
  })
  if (!found) return ask.notFound()
  const { event, organiser, place, documents } = found
  const isProfessional = (ask.person?.roles.length ?? 0) > 0
  return ask.page(
    {
      title: event.title,
      description: `${event.title}: ${event.kind}, ${whenText(event)}.`,
      breadcrumbs: [
        { label: 'Bijeenkomsten', href: '/bijeenkomsten' },
        { label: event.title, href: `/bijeenkomsten/${code}` },
      ],
    },
    <>
      <Opening title={event.title} meta={[event.kind, whenText(event), <Code>{code}</Code>]}>
        {event.withdrawnOn && (
          <Notice title={`Vervallen per ${dayInWords(event.withdrawnOn)}.`}>
            Deze bijeenkomst staat niet meer in de lijst.
          </Notice>
        )}
      </Opening>
      <Section id="gegevens" title="Wat het is">
        <DataList
          items={[
            { term: 'Wanneer', value: whenText(event) },
            {
              term: 'Waar',
              value: place ?? (isProfessional ? 'niet genoemd' : 'niet openbaar: partners zien het na het inloggen'),
            },
            { term: 'Voor wie', value: event.audience ?? 'niet genoemd' },
            {
              term: 'Organisator',
              value: organiser ? <TextLink href={partyAddress(organiser)}>{organiser.name}</TextLink> : 'niet genoemd',
            },
            { term: 'Aanwezigen', value: event.attendance === null ? 'onbekend' : number(event.attendance) },
            { term: 'Prioriteit', value: <ThemeLink theme={event.theme} /> },
            ...(event.note ? [{ term: 'Let op', value: event.note }] : []),
          ]}
        />
        <Sources of={event.sources} documents={documents} />
      </Section>
    </>,
  )
}
