import { documentTitles, isOutcome, type Measurement, measurementsOf, numberWords, Sources } from '../domains/figures'
import {
  ActionList,
  actionsBinding,
  type Binding,
  byWay,
  type MatrixCell,
  matrixFor,
  promiseCount,
  promiseWords,
  type Result,
  ResultList,
  resultsMentioning,
} from '../domains/strategy'
import {
  type Area,
  type AreaChange,
  ChangeTable,
  changesOf,
  findArea,
  tilesOn,
  type Whole,
  WholeList,
  wholesOf,
} from '../domains/territory'
import { addDays } from '../kernel/day'
import {
  Bookmarks,
  Code,
  DataList,
  DataTable,
  EmptyState,
  Fold,
  Heading,
  List,
  ListLink,
  Notice,
  Opening,
  Paragraph,
  Section,
  Stack,
  Status,
  TextLink,
  TileLocator,
} from '../platform/ui'
import { count, day as dayInWords, period as periodInWords } from '../platform/ui/wording'
import type { Ask } from '../platform/web/ask'

/** What binds a municipality, what was done, what the figures say and do not say, and whom to ask. */
export async function municipalityPage(ask: Ask): Promise<Response> {
  const on = ask.validOn
  const knownOn = ask.knownOn
  if (!on || !knownOn) return ask.badRequest('De datum klopt niet. Schrijf jaar-maand-dag, bijvoorbeeld 2022-03-24.')
  const code = ask.params.code ?? ''
  const found = await ask.read(async (tx) => {
    const area = await findArea(tx, code)
    if (area?.kind !== 'gemeente') return null
    const lastDay = area.validity.until && area.validity.until <= on ? addDays(area.validity.until, -1) : on
    const wholes = await wholesOf(tx, code, lastDay)
    const district = wholes.find(({ kind }) => kind === 'district') ?? null
    return {
      area,
      wholes,
      district,
      changes: await changesOf(tx, code),
      tiles: await tilesOn(tx, ask.region.code, on),
      bindings: await actionsBinding(tx, { areas: [code], on: lastDay }),
      own: (await resultsMentioning(tx, [code])).items,
      ofDistrict: district ? (await resultsMentioning(tx, [district.code])).items : [],
      cells: await matrixFor(tx, code),
      figures: district
        ? (await measurementsOf(tx, { knownOn, area: district.code, leads: true })).filter(isOutcome)
        : [],
      ownFigures: await measurementsOf(tx, { knownOn, area: code }),
      documents: await documentTitles(tx),
    }
  })
  if (!found) return ask.notFound()
  const { area, district, wholes, changes, tiles, bindings, own, ofDistrict, cells, figures, ownFigures, documents } =
    found
  const here = tiles.find((tile) => tile.area === code)
  return ask.page(
    {
      title: area.name,
      description: `Wat ${area.name} bindt: wat is afgesproken, wat is gedaan en wat de cijfers zeggen.`,
      breadcrumbs: [
        ...(district
          ? [{ label: district.name, href: `/districten/${district.code}` }]
          : [{ label: 'Gemeenten', href: '/gemeenten' }]),
        { label: area.name, href: `/gemeenten/${code}` },
      ],
    },
    <>
      <Opening
        title={area.name}
        lead={leadOf(area, district, bindings)}
        meta={[
          ...(district
            ? [
                <>
                  District <TextLink href={`/districten/${district.code}`}>{district.name}</TextLink>
                </>,
              ]
            : []),
          <>
            Gemeentecode <Code>{code}</Code>
          </>,
        ]}
        locator={
          here && (
            <TileLocator
              tiles={tiles.map(({ column, row, districtName }) => ({ column, row, district: districtName }))}
              here={here}
            />
          )
        }
      >
        <Bookmarks
          items={[
            { label: 'Wat is afgesproken', href: '#afgesproken' },
            { label: 'Wat is gedaan', href: '#gedaan' },
            { label: 'Wat de cijfers zeggen, en wat niet', href: '#cijfers' },
            { label: 'Wie u iets kunt vragen', href: '#vragen' },
          ]}
        />
        <EndNotice area={area} changes={changes} />
      </Opening>
      <Section
        id="afgesproken"
        title="Wat is afgesproken"
        intro={`Wat ${area.name} bindt: met naam, als een van alle gemeenten, en via het district.`}
      >
        <Promises area={area} district={district} bindings={bindings} />
      </Section>
      {cells.length > 0 && (
        <Section id="themas" title="Aan welke thema’s" intro="Het districtsplan tegen ondermijning 2023-2024.">
          <Themes cells={cells} />
          <Sources of={[...new Set(cells.flatMap(({ sources }) => sources))].slice(0, 3)} documents={documents} />
        </Section>
      )}
      <Section id="gedaan" title="Wat is gedaan" intro="Alleen wat in een vastgesteld stuk staat.">
        <Done area={area} district={district} own={own} ofDistrict={ofDistrict} />
      </Section>
      <Section id="cijfers" title="Wat de cijfers zeggen, en wat niet">
        <Figures area={area} district={district} figures={figures} ownFigures={ownFigures} />
      </Section>
      <Section id="vragen" title="Wie u iets kunt vragen" intro="Een functie, geen persoon.">
        <Whom area={area} regionName={ask.region.name} />
      </Section>
      <Section id="indeling" title="Waar het bij hoort" intro={`Op ${dayInWords(on)}.`}>
        <WholeList wholes={wholes} />
        {changes.length > 0 && <ChangeTable changes={changes} />}
      </Section>
    </>,
  )
}

function leadOf(area: Area, district: Whole | null, bindings: readonly Binding[]): string {
  const binding = bindings.filter(({ role }) => role === 'trekker')
  const ways = byWay(binding)
  const promises = (of: readonly Binding[]) => promiseCount(of.map(({ action }) => action))
  const named = byWay(bindings).naam.length
  const byName =
    named === 0
      ? `Geen afspraak noemt ${area.name} met naam.`
      : `${count(named, 'afspraak noemt', 'afspraken noemen')} ${area.name} met naam.`
  const together = promises(ways['alle-gemeenten'])
  const through = promises(ways.district)
  return `${byName} ${count(together, 'afspraak trekken', 'afspraken trekken')} alle gemeenten samen${
    district ? `, en ${count(through, 'afspraak', 'afspraken')} de gemeenten van ${district.name}` : ''
  }.`
}

function EndNotice({ area, changes }: { area: Area; changes: readonly AreaChange[] }) {
  const left = changes.find(({ from }) => from.code === area.code)
  if (!left) return null
  const to = <TextLink href={`/gebieden/${left.to.code}`}>{left.to.name}</TextLink>
  return left.state === 'aangekondigd' ? (
    <Notice title={`Aangekondigd per ${dayInWords(left.effectiveOn)}`}>
      {area.name} gaat dan naar {to}. {left.note}.
    </Notice>
  ) : (
    <Notice title={`${area.name} hoort sinds ${dayInWords(left.effectiveOn)} bij een andere gemeente`} kind="attention">
      Het gebied ging naar {to}. Hier staat wat de gemeente bond zolang zij in de regio was.
    </Notice>
  )
}

const wayTitles = (area: Area, district: Whole | null) =>
  [
    ['naam', `${area.name} staat er met naam`],
    ['alle-gemeenten', 'Als een van alle gemeenten'],
    ['district', district ? `Via het district ${district.name}` : 'Via het district'],
  ] as const

/** Per way, newest plan first: what the municipalities lead stands open, what they take part in is folded. */
function Promises({ area, district, bindings }: { area: Area; district: Whole | null; bindings: readonly Binding[] }) {
  if (bindings.length === 0) {
    return (
      <EmptyState title="Geen afspraken gevonden">
        Geen plan uit onze bronnen bindt {area.name} in deze jaren.
      </EmptyState>
    )
  }
  const ways = byWay(bindings)
  return (
    <>
      {wayTitles(area, district).map(([way, title]) => {
        const led = ways[way].filter(({ role }) => role === 'trekker' || way === 'naam')
        const joined = ways[way].filter((binding) => !led.includes(binding))
        if (ways[way].length === 0 && way !== 'naam') return null
        return (
          <Stack>
            <Heading level={3}>
              {title}{' '}
              <span class="sv-stil sv-klein">
                {led.length > 0 ? promiseWords(led.map(({ action }) => action)) : null}
              </span>
            </Heading>
            {led.length > 0 ? (
              <BindingList bindings={led} />
            ) : (
              <EmptyState
                title={
                  way === 'naam' ? `Geen afspraak noemt ${area.name}` : 'Geen afspraak die de gemeenten zelf trekken'
                }
              />
            )}
            {joined.length > 0 && (
              <Fold
                label={`Een ander trekt, de gemeenten doen mee: ${promiseWords(joined.map(({ action }) => action))}`}
              >
                <BindingList bindings={joined} />
              </Fold>
            )}
          </Stack>
        )
      })}
      <Paragraph small quiet>
        Een belofte die in twee hoofdstukken staat, is één belofte en staat er één keer. Of lopend werk op koers ligt,
        staat hier niet: dat is voor de partners zelf.
      </Paragraph>
    </>
  )
}

/** Each promise once, under its plan; the newest plan open, what came before it folded. */
function BindingList({ bindings }: { bindings: readonly Binding[] }) {
  const actions = bindings.map(({ action }) => action)
  const once = actions.filter(
    (action, at) => !action.promise || actions.findIndex(({ promise }) => promise === action.promise) === at,
  )
  const newestFirst = [...once].sort((one, other) => (other.plan.from ?? 0) - (one.plan.from ?? 0))
  const newest = newestFirst[0]?.plan.code
  const earlier = newestFirst.filter(({ plan }) => plan.code !== newest)
  return (
    <>
      <ActionList
        actions={newestFirst.filter(({ plan }) => plan.code === newest)}
        groupBy={({ plan }) => plan.title}
        level={4}
      />
      {earlier.length > 0 && (
        <Fold label={`Uit eerdere plannen: ${promiseWords(earlier)}`}>
          <ActionList actions={earlier} groupBy={({ plan }) => plan.title} level={4} />
        </Fold>
      )}
    </>
  )
}

function Themes({ cells }: { cells: readonly MatrixCell[] }) {
  return (
    <DataTable
      caption="Thema’s van het districtsplan"
      rows={cells}
      fold={{
        when: ({ participates }) => participates === 'onbekend',
        label: (rows) => `Van ${count(rows.length, 'thema', 'thema’s')} is onbekend of de gemeente meedoet`,
      }}
      columns={[
        { head: 'Thema', rowHead: true, cell: ({ theme }) => theme },
        {
          head: 'Doet mee',
          cell: ({ participates }) => (
            <Status is={participates === 'ja' ? 'yes' : participates === 'nee' ? 'no' : 'unknown'} />
          ),
        },
        {
          head: 'Hoe wij dit weten',
          cell: ({ note }) => note ?? 'De tekst van het plan noemt de gemeente',
          narrow: '',
        },
      ]}
    />
  )
}

type DoneProps = { area: Area; district: Whole | null; own: readonly Result[]; ofDistrict: readonly Result[] }

function Done({ area, district, own, ofDistrict }: DoneProps) {
  return (
    <>
      {own.length > 0 ? (
        <ResultList results={own} showPlan />
      ) : (
        <EmptyState
          title={`Geen resultaat noemt ${area.name} met naam`}
          action={{ label: 'Wat de regio als geheel meldde', href: '/verantwoording' }}
        >
          Of er in de gemeente niets gebeurde, of dat het niet is opgeschreven, zeggen de bronnen niet.
        </EmptyState>
      )}
      {district && ofDistrict.length > 0 && (
        <Fold label={`${count(ofDistrict.length, 'resultaat', 'resultaten')} van het district ${district.name}`}>
          <ResultList results={ofDistrict} showPlan />
        </Fold>
      )}
    </>
  )
}

type FiguresProps = {
  area: Area
  district: Whole | null
  figures: readonly Measurement[]
  ownFigures: readonly Measurement[]
}

function Figures({ area, district, figures, ownFigures }: FiguresProps) {
  return (
    <>
      {ownFigures.length === 0 && (
        <EmptyState title={`Over ${area.name} alleen staat geen cijfer in onze bronnen`}>
          De plannen en terugblikken geven cijfers van de regio en de districten. Cijfers per gemeente komen uit de open
          politiecijfers.
        </EmptyState>
      )}
      {ownFigures.length > 0 && <FigureTable caption={`Cijfers van ${area.name}`} figures={ownFigures} />}
      {district && figures.length > 0 && (
        <FigureTable caption={`Wel bekend: het district ${district.name}`} figures={figures} />
      )}
      <Paragraph>Wat deze cijfers niet zeggen:</Paragraph>
      <List
        small
        items={[
          'Hoeveel misdrijven er echt waren. De politie telt wat is gemeld of ontdekt.',
          'Of mensen zich veilig voelen.',
          'Of een afspraak werkte. Daarvoor spelen te veel andere dingen mee.',
        ]}
      />
    </>
  )
}

/** Outcomes of an area: a row per figure, a column per year; each number leads to its source. */
export function FigureTable({ caption, figures }: { caption: string; figures: readonly Measurement[] }) {
  const indicators = [
    ...new Map(figures.map((one) => [one.indicator, { code: one.indicator, title: one.indicatorTitle }])).values(),
  ]
  const years = [...new Set(figures.map(({ period }) => period))].sort().reverse()
  const value = (indicator: string, year: string) =>
    figures.find((one) => one.indicator === indicator && one.period === year)
  return (
    <DataTable
      caption={caption}
      note={`${count(indicators.length, 'cijfer', 'cijfers')}; elk getal leidt naar zijn bron`}
      rows={indicators}
      columns={[
        {
          head: 'Cijfer',
          rowHead: true,
          cell: ({ code, title }) => <ListLink href={`/indicatoren/${code}`}>{title}</ListLink>,
        },
        ...years.map((year) => ({
          head: periodInWords(year),
          align: 'number' as const,
          cell: ({ code }: { code: string }) => {
            const found = value(code, year)
            return found ? <ListLink href={`/metingen/${found.code}`}>{numberWords(found)}</ListLink> : 'onbekend'
          },
        })),
      ]}
    />
  )
}

function Whom({ area, regionName }: { area: Area; regionName: string }) {
  return (
    <DataList
      items={[
        { term: `Afspraken in ${area.name}`, value: `Adviseur openbare orde en veiligheid, gemeente ${area.name}` },
        { term: 'Besluiten van de raad', value: `De griffie van de gemeenteraad van ${area.name}` },
        {
          term: 'Afspraken van de regio',
          value: <TextLink href="/organisaties">Het bureau van de coalitie in {regionName}</TextLink>,
        },
        { term: 'Er gebeurt nu iets', value: 'Bel 112. Geen spoed: 0900-8844' },
      ]}
    />
  )
}
