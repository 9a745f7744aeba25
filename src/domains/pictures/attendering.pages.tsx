import { withQuery } from '../../kernel/address'
import { addMonths, type Month } from '../../kernel/month'
import {
  Bookmarks,
  DataTable,
  Downloads,
  EmptyState,
  FilterForm,
  List,
  ListLink,
  Opening,
  Paragraph,
  Quantity,
  Section,
  TextLink,
} from '../../platform/ui'
import { count as counted, number, period } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import {
  type Attendering,
  byChance,
  isProvisional,
  type KnownRelease,
  type Watch,
  type WatchedKind,
  type Watchpoint,
  watchedMonths,
  watchMonth,
} from '../crime'
import { changesOf } from '../territory'
import { standingSentence, watchedName } from './attendering.parts'
import { attenderingenAddress, fromTo, methodAddress } from './change.parts'
import { mergersOf } from './merger.verbs'
import { ExampleNotice, pictureAddress, ReleaseLine } from './picture.parts'
import { keepOpen } from './question.parts'
import { type AskedView, daysAsked } from './view'
import { divisionField, ViewNotices } from './view.parts'

const levels = [
  { kind: 'gemeente', value: '', label: 'Gemeenten', each: 'gemeente' },
  { kind: 'district', value: 'district', label: 'Districten', each: 'district' },
  { kind: 'regio', value: 'regio', label: 'De hele regio', each: 'regio' },
] as const

const head = {
  title: 'Attenderingen',
  description: 'Waar telde de politie in de nieuwste maand meer misdrijven dan toeval goed verklaart?',
  breadcrumbs: [
    { label: 'Veiligheidsbeelden', href: '/veiligheidsbeelden' },
    { label: 'Attenderingen', href: attenderingenAddress },
  ],
}

/** The newest month of every area of a level and every type: which count more than chance explains well. */
export async function attenderingenPage(ask: Ask): Promise<Response> {
  const { knownOn, validOn: on } = ask
  if (!knownOn || !on) return ask.badRequest('De datum klopt niet. Schrijf jaar-maand-dag, bijvoorbeeld 2026-10-15.')
  const asked = ask.query.get('niveau') ?? ''
  const level = levels.find(({ value }) => value === asked)
  if (!level) return ask.badRequest('Dit niveau bestaat niet. Kies gemeenten, districten of de hele regio.')
  const found = await ask.read(async (tx) => {
    const region = ask.region.code
    const watched = await watchMonth(tx, { region, on, knownOn, kind: level.kind })
    if (!watched) return null
    const { release } = watched
    const first = addMonths(release.lastMonth, 1 - watchedMonths)
    const mergers = await mergersOf(tx, { release, area: region, on, changes: await changesOf(tx), first })
    return { ...watched, mergers }
  })
  if (!found) {
    return ask.page(
      head,
      <Opening title="Attenderingen">
        <EmptyState title="Er zijn nog geen maandcijfers.">Zodra ze er zijn, staan hier de attenderingen.</EmptyState>
      </Opening>,
    )
  }
  const { release, result, mergers } = found
  const days = daysAsked({ knownOn, validOn: on, today: ask.today })
  const last = release.lastMonth
  return ask.page(
    { ...head, title: level.value ? `Attenderingen: ${level.label.toLowerCase()}` : head.title },
    <>
      <Opening
        title="Attenderingen"
        lead={leadOf(result, last)}
        meta={keepOpen(ask, { view: 'attenderingen', level: level.kind })}
      >
        <ExampleNotice release={release} />
        <ViewNotices
          ask={ask}
          release={release}
          mergers={mergers}
          asked={days}
          address={(other) => withQuery(attenderingenAddress, { niveau: level.value, ...other })}
        />
        <FilterForm
          action={attenderingenAddress}
          label="Wat u ziet"
          live
          hidden={divisionField(days)}
          fields={[
            {
              kind: 'select',
              name: 'niveau',
              label: 'Per',
              value: asked,
              options: levels.map(({ value, label }) => ({ value, label })),
            },
            { kind: 'date', name: 'bekendOp', label: 'Zoals bekend op', value: knownOn },
          ]}
        />
        <Bookmarks
          items={[
            { label: 'De attenderingen', href: '#lijst' },
            { label: 'Wat u ermee kunt', href: '#uitleg' },
          ]}
        />
      </Opening>
      <Section
        id="lijst"
        title={period(last)}
        intro={`Geregistreerde misdrijven per ${level.each} en soort. Op naam, geen volgorde van goed naar slecht.`}
      >
        {result.judged > 0 && <Paragraph>{standingSentence(result, last)}</Paragraph>}
        <AttenderingTable found={result.attenderingen} release={release} last={last} asked={days} />
        <AttenderingDownloads kind={level.kind} asked={days} />
        <Paragraph small quiet>
          {unjudgedText(result)}
        </Paragraph>
        <ReleaseLine release={release} last={last} />
      </Section>
      <Section id="uitleg" title="Wat u ermee kunt">
        <List
          items={[
            'Een attendering is een reden om te kijken. Zij zegt niet waarom het aantal hoog is, en niet of het zo blijft.',
            'De nieuwste maand verandert nog: een aangifte komt soms pas later binnen. Er kan nog een attendering bij komen.',
            'Geen attendering betekent niet dat er niets is. Bij kleine aantallen blijft ook een verdubbeling vaak verborgen.',
            'Alleen meer valt op. Minder staat op de pagina van een gebied, over twaalf maanden.',
          ]}
        />
        <Paragraph>
          <TextLink href={methodAddress}>Hoe wij verandering beoordelen</TextLink>
        </Paragraph>
      </Section>
    </>,
  )
}

/** The list to take along, by the API. */
function AttenderingDownloads({ kind, asked }: { kind: WatchedKind; asked: AskedView }) {
  const file = (end: string) => withQuery(`/api/v1/attenderingen${end}`, { niveau: kind, ...asked })
  return <Downloads csv={file('.csv')} excelCsv={file('-excel.csv')} xlsx={file('.xlsx')} json={file('')} />
}

function leadOf(result: Watch<Watchpoint>, last: Month): string {
  const { judged, attenderingen } = result
  if (judged === 0) return standingSentence(result, last)
  const found = `In ${period(last)} ${attenderingen.length === 1 ? 'is' : 'zijn'} er ${counted(attenderingen.length, 'attendering', 'attenderingen')} bij ${counted(judged, 'beoordeelde reeks', 'beoordeelde reeksen')}.`
  return `${found} Ook als er nergens iets verandert, verwachten we er ${fromTo(byChance(judged))}, door toeval alleen.`
}

function unjudgedText({ unjudged }: Watch<Watchpoint>): string {
  return unjudged === 0
    ? 'Alle reeksen zijn beoordeeld.'
    : `Niet beoordeeld: ${counted(unjudged, 'reeks', 'reeksen')}, met minder dan 5 voorvallen in vier maanden of te weinig jaren ervoor.`
}

function AttenderingTable(props: {
  found: readonly Attendering<Watchpoint>[]
  release: KnownRelease
  last: Month
  asked: AskedView
}) {
  const { found, release, last, asked } = props
  return (
    <DataTable
      caption={`Attenderingen van ${period(last)}`}
      hiddenCaption
      rows={found}
      rowId={({ subject: { area, type } }) => `attendering-${area.code}-${type.code.replaceAll('.', '-')}`}
      empty="Geen enkele reeks valt op."
      columns={[
        {
          head: 'Gebied en soort',
          rowHead: true,
          cell: ({ subject }) => (
            <ListLink href={pictureAddress(subject.area.code, { soort: subject.type.code, ...asked })}>
              {watchedName(subject)}
            </ListLink>
          ),
        },
        {
          head: 'Aantal',
          align: 'number',
          cell: ({ count }) => <Quantity value={count} provisional={isProvisional(last, release)} />,
        },
        { head: 'Verwacht', align: 'number', cell: ({ expected }) => number(expected, 1) },
        { head: 'Past nog bij toeval', align: 'number', cell: ({ bound }) => `tot en met ${number(bound)}` },
        {
          head: 'In de hele lijst',
          cell: ({ subject: { type }, stands }) => (
            <>
              {stands ? 'houdt stand' : <span class="sv-stil">kan toeval zijn</span>}
              {type.followsPoliceEffort ? '; hangt af van politiecontroles' : ''}
            </>
          ),
        },
      ]}
    />
  )
}
