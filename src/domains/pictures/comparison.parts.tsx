import { DataTable, Downloads, ListLink, Paragraph, Quantity } from '../../platform/ui'
import { count, number, sentenceList } from '../../platform/ui/wording'
import { allCrimes, type CrimeType, isProvisional } from '../crime'
import { type Compared, groupedByStanding, type Standing } from './comparison'
import type { RegionComparison } from './comparison.verbs'
import { twelveMonths } from './picture.parts'
import type { AskedView } from './view'
import { Rate } from './view.parts'

/** How a municipality stands, as the title of all that stand so. */
export const standingTitle: Readonly<Record<Standing, string>> = {
  higher: 'Hoger dan verwacht voor een gemeente van deze omvang',
  lower: 'Lager dan verwacht voor een gemeente van deze omvang',
  usual: 'Vergelijkbaar met wat verwacht wordt bij deze omvang',
  tooFew: 'Te weinig voorvallen om iets over te zeggen',
  unknown: 'Onbekend',
}

/** What the comparison says of one municipality, in a sentence. */
export function ownFinding({ area, standing, count: counted, expected, limits }: Compared): string {
  if (standing === 'unknown')
    return `We kunnen ${area.name} niet vergelijken: het aantal of het aantal inwoners is onbekend.`
  if (standing === 'tooFew')
    return `In ${area.name} zijn er te weinig voorvallen om iets over te zeggen: ${number(counted ?? 0)} in 12 maanden.`
  const expectation = limits
    ? ` Verwacht was ongeveer ${number(Math.round(expected ?? 0))}; alles van ${expectedWords(limits)} past daarbij.`
    : ''
  return `${standingTitle[standing]}: ${number(counted ?? 0)} in 12 maanden.${expectation}`
}

/** The name of a type in the middle of a sentence, in the plural where it has one. */
export const typeWords = ({ code, name }: Pick<CrimeType, 'code' | 'name'>) =>
  code === allCrimes ? 'alle misdrijven samen' : name.charAt(0).toLowerCase() + name.slice(1)

/** At most so many are named in a sentence; more are counted. */
const namedInSentence = 3

/** What a comparison says in a few sentences: who stands higher and lower, and of how many nothing can be said. */
export function comparisonFinding({ municipalities, judged, residents, type }: RegionComparison): string {
  if (!type.isPublishedMonthly)
    return 'De politie publiceert deze soort niet apart per maand. Daarom kunnen we hem niet vergelijken.'
  if (residents.on === null)
    return 'Hoeveel mensen er in deze gemeenten wonen, weten we niet. Daarom kunnen we ze niet vergelijken.'
  if (municipalities.every(({ standing }) => standing === 'unknown'))
    return 'Van deze 12 maanden kennen we niet alle aantallen. Daarom kunnen we de gemeenten niet vergelijken.'
  if (judged === 0) return 'In geen gemeente zijn er genoeg voorvallen om iets over het verschil te zeggen.'
  const of = (standing: Standing) => municipalities.filter((one) => one.standing === standing).toSorted(byAreaName)
  const [higher, lower, usual] = [of('higher'), of('lower'), of('usual')]
  const rest = municipalities.length - judged
  return [
    higher.length > 0 ? `${whoLie(higher)} hoger dan verwacht.` : '',
    lower.length > 0 ? `${whoLie(lower)} lager dan verwacht.` : '',
    usual.length === municipalities.length
      ? 'Alle gemeenten zijn vergelijkbaar met wat verwacht wordt bij hun omvang.'
      : usual.length > 0
        ? `${count(usual.length, 'gemeente is', 'gemeenten zijn')} vergelijkbaar met wat verwacht wordt bij die omvang.`
        : '',
    rest > 0 ? `Van ${count(rest, 'gemeente', 'gemeenten')} valt niets te zeggen.` : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

const byAreaName = (one: Compared, other: Compared) => one.area.name.localeCompare(other.area.name, 'nl')

function whoLie(municipalities: readonly Compared[]): string {
  if (municipalities.length > namedInSentence) return `${number(municipalities.length)} gemeenten liggen`
  return `${sentenceList(municipalities.map(({ area }) => area.name))} ${municipalities.length === 1 ? 'ligt' : 'liggen'}`
}

/** Municipalities with their count, rate and what is expected, per class and by name: never a ranking. */
export function ComparedTable(props: {
  comparison: RegionComparison
  municipalities?: readonly Compared[]
  here?: string
  address: (code: string) => string
}) {
  const { comparison, address, here } = props
  const { release, last, type } = comparison
  return (
    <DataTable
      caption={`${type.name} per gemeente, ${twelveMonths(last)}`}
      hiddenCaption
      groups={groupedByStanding(props.municipalities ?? comparison.municipalities).map((group) => ({
        title: (
          <>
            {standingTitle[group.standing]}{' '}
            <span class="sv-stil">({count(group.municipalities.length, 'gemeente', 'gemeenten')})</span>
          </>
        ),
        rows: group.municipalities,
      }))}
      rowId={({ area }) => `gemeente-${area.code}`}
      rowKind={({ area }) => (area.code === here ? 'here' : undefined)}
      columns={[
        {
          head: 'Gemeente',
          rowHead: true,
          cell: ({ area }) => <ListLink href={address(area.code)}>{area.name}</ListLink>,
        },
        {
          head: 'Aantal',
          align: 'number',
          cell: (row) => <Quantity value={row.count} provisional={isProvisional(last, release)} />,
        },
        { head: 'Inwoners', align: 'number', cell: ({ inhabitants }) => <Quantity value={inhabitants} /> },
        { head: 'Per 1.000 inwoners', align: 'number', cell: ({ rate }) => <Rate value={rate} /> },
        { head: 'Verwacht aantal', align: 'number', cell: (row) => <Expected row={row} /> },
      ]}
    />
  )
}

function Expected({ row: { limits, edge } }: { row: Compared }) {
  if (!limits) return <span class="sv-weet-niet">onbekend</span>
  return (
    <>
      {expectedWords(limits)}
      {edge ? <span class="sv-stil"> (aan de {edge === 'high' ? 'hoge' : 'lage'} kant)</span> : null}
    </>
  )
}

/** The whole counts that lie within the outer limits. */
const expectedWords = ({ outerLow, outerHigh }: { outerLow: number; outerHigh: number }) =>
  `${number(Math.ceil(outerLow))} tot en met ${number(Math.floor(outerHigh))}`

/** How the comparison is made, for who wants to know. */
export function ComparisonMethod({ comparison }: { comparison: RegionComparison }) {
  const { funnel, judged } = comparison
  return (
    <>
      <Paragraph>
        We kijken eerst wat je verwacht bij zoveel inwoners. Dat leiden we af uit alle gemeenten van de regio samen. In
        een stad registreert de politie meer per inwoner dan in een dorp. Daarom vergelijken we een dorp met wat bij een
        dorp past.
      </Paragraph>
      <Paragraph>
        Aantallen schommelen door toeval. Gemeenten verschillen ook om andere redenen: er is een winkelstad, een station
        of juist weinig uitgaan. Met beide houden we rekening. Pas als een aantal buiten de grens valt waar 998 van de
        1.000 binnen liggen, noemen we het hoger of lager.
      </Paragraph>
      {judged >= 10 && (
        <Paragraph>
          Hoger of lager is dus geen rapportcijfer. In een proef met gemeenten die gelijk waren, noemde deze regel er
          hoogstens 3 van de 100 ten onrechte hoger of lager. Bij {count(judged, 'gemeente', 'gemeenten')} is dat er{' '}
          {Math.max(1, Math.round(judged * 0.03)) === 1 ? 'ongeveer één' : `ongeveer ${Math.round(judged * 0.03)}`}.
        </Paragraph>
      )}
      {funnel && (
        <Paragraph small quiet>
          De regel: het verwachte aantal groeit met het aantal inwoners tot de macht {number(funnel.exponent, 2)}. De
          grenzen zijn die van Poisson, verwijd met de spreiding tussen gemeenten (τ ={' '}
          {number(2 * Math.sqrt(funnel.between), 2)}), naar Spiegelhalter (2005). Bij minder dan 5 verwachte voorvallen
          zeggen we niets.
        </Paragraph>
      )}
    </>
  )
}

/** The files of a comparison, by the API. */
export function ComparisonDownloads(props: {
  comparison: RegionComparison
  asked: AskedView
  /** The drawing that stands here, as a file. */
  drawing?: (kind: 'svg' | 'png') => string
}) {
  const { comparison, asked, drawing } = props
  const query = new URLSearchParams({
    misdrijfsoort: comparison.type.code,
    tot: comparison.last,
    ...(asked.bekendOp ? { bekendOp: asked.bekendOp } : {}),
    ...(asked.geldigOp ? { geldigOp: asked.geldigOp } : {}),
  })
  const file = (end: string) => `/api/v1/misdrijfvergelijkingen${end}?${query}`
  return (
    <Downloads
      csv={file('.csv')}
      excelCsv={file('-excel.csv')}
      xlsx={file('.xlsx')}
      json={file('')}
      {...(drawing ? { svg: drawing('svg'), png: drawing('png') } : {})}
    />
  )
}
