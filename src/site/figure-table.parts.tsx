import { type Measurement, numberWords } from '../domains/figures'
import { DataTable, ListLink } from '../platform/ui'
import { count, period as periodInWords } from '../platform/ui/wording'

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
