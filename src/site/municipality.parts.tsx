import type { Measurement } from '../domains/figures'
import { pictureAddress } from '../domains/pictures'
import {
  ActionList,
  type Binding,
  byWay,
  type MatrixCell,
  promiseWords,
  type Result,
  ResultList,
} from '../domains/strategy'
import type { Area, AreaChange, Whole } from '../domains/territory'
import type { Day } from '../kernel/day'
import {
  DataList,
  DataTable,
  EmptyState,
  Fold,
  Heading,
  List,
  Notice,
  Paragraph,
  Stack,
  Status,
  TextLink,
} from '../platform/ui'
import { count, day as dayInWords } from '../platform/ui/wording'
import { FigureTable } from './figure-table.parts'

/** What happened, or will happen, to a municipality that goes to another. */
export function EndNotice({ area, changes, today }: { area: Area; changes: readonly AreaChange[]; today: Day }) {
  const left = changes.find(({ from }) => from.code === area.code)
  if (!left) return null
  const to = <TextLink href={`/gebieden/${left.to.code}`}>{left.to.name}</TextLink>
  return left.effectiveOn > today ? (
    <Notice
      title={`${left.state === 'aangekondigd' ? 'Aangekondigd' : 'Vastgesteld'} per ${dayInWords(left.effectiveOn)}`}
    >
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
export function Promises({
  area,
  district,
  bindings,
}: {
  area: Area
  district: Whole | null
  bindings: readonly Binding[]
}) {
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

/** The themes of the plan of the district, with what is known of this municipality at each. */
export function Themes({ cells }: { cells: readonly MatrixCell[] }) {
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

/** What was reported of the municipality itself, and folded what was of its district. */
export function Done({ area, district, own, ofDistrict }: DoneProps) {
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
  /** There are open police figures of it. */
  hasPicture: boolean
}

/** What figures there are of the municipality and its district, and what they do not say. */
export function Figures({ area, district, figures, ownFigures, hasPicture }: FiguresProps) {
  return (
    <>
      {ownFigures.length === 0 && (
        <EmptyState title={`Over ${area.name} alleen staat geen cijfer in onze bronnen`}>
          De plannen en terugblikken geven cijfers van de regio en de districten.
        </EmptyState>
      )}
      {hasPicture && (
        <Paragraph>
          De open politiecijfers per maand staan in het{' '}
          <TextLink href={pictureAddress(area.code)}>veiligheidsbeeld van {area.name}</TextLink>.
        </Paragraph>
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

/** Whom to ask: an office, never a person. */
export function Whom({ area, regionName }: { area: Area; regionName: string }) {
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
