import { addMonths, type Month } from '../../kernel/month'
import { DataTable, LineChart, Paragraph, TextLink } from '../../platform/ui'
import { number, period } from '../../platform/ui/wording'
import { type CountedArea, isProvisional, type KnownRelease, type Series } from '../crime'
import { breaksOf } from './counting-break'
import { type Deed, deedsWithin } from './deed'
import { DeedsBeside, deedNotes } from './deed.parts'
import { CountDownloads } from './downloads.parts'
import { monthsFinding, type PictureQuery, ReleaseLine, revisionsAddress, yearsAt } from './picture.parts'
import type { Late } from './picture.verbs'

/** Two years of months, and what the newest of them will come to. */
export function MonthsChart(props: {
  area: CountedArea
  type: string
  series: Series
  last: Month
  release: KnownRelease
  late: Late
  deeds: readonly Deed[]
  asked: PictureQuery
}) {
  const { area, type, series, last, release, late, asked } = props
  const beside = deedsWithin(props.deeds, { first: addMonths(last, -23), last })
  return (
    <>
      <LineChart
        id="grafiek"
        title={monthsFinding(series)}
        measure="Geregistreerde misdrijven per maand"
        from={yearsAt(addMonths(last, -23))}
        to={yearsAt(addMonths(last, 1))}
        unit="aantal"
        breaks={release.isExample ? [] : breaksOf(type, addMonths(last, -23), last)}
        points={series.map(({ month, count: value }) => ({
          period: month,
          value,
          provisional: isProvisional(month, release),
        }))}
        notes={deedNotes(beside.marks)}
        source={<ReleaseLine release={release} last={last} />}
        downloads={<CountDownloads area={area.code} type={type} asked={asked} />}
      />
      <DeedsBeside {...beside} />
      <LateMonths late={late} isExample={release.isExample} />
      <Paragraph small>
        <TextLink href={revisionsAddress(area.code, { ...asked, maand: last })}>
          Hoe deze cijfers eerder luidden
        </TextLink>
      </Paragraph>
    </>
  )
}

/** The newest months are not finished: what they will come to, or that nobody can say yet. */
function LateMonths({ late: { months, estimates }, isExample }: { late: Late; isExample: boolean }) {
  const [first, last] = [months[0], months.at(-1)]
  if (!first || !last) return null
  const which = first === last ? period(last) : `${period(first)} tot en met ${period(last)}`
  if (!estimates || estimates.length === 0) {
    return (
      <Paragraph small quiet>
        {first === last ? `De maand ${which} is` : `De maanden ${which} zijn`} nog niet af (*). Een aangifte komt soms
        later binnen, dus deze aantallen stijgen meestal nog.{' '}
        {estimates && 'Het zijn er te weinig om te schatten hoeveel.'}
        {!estimates && !isExample && 'Er zijn nog te weinig leveringen bewaard om te schatten hoeveel.'}
      </Paragraph>
    )
  }
  return (
    <DataTable
      caption="Waar de nieuwste maanden naartoe groeien"
      note={
        <>
          Een schatting, uit hoe eerdere maanden groeiden. Naar verwachting ligt het aantal in 19 van de 20 maanden
          tussen deze grenzen. <TextLink href="/veiligheidsbeelden#uitleg">Hoe wij schatten</TextLink>
        </>
      }
      fit
      rows={estimates}
      columns={[
        { head: 'Maand', rowHead: true, cell: ({ month }) => period(month) },
        { head: 'Verwacht', align: 'number', cell: ({ count: value }) => `ongeveer ${number(value)}` },
        { head: 'Tussen', align: 'number', cell: ({ low, high }) => `${number(low)} en ${number(high)}` },
      ]}
    />
  )
}
