import { DataTable, EmptyState, Section } from '../../platform/ui'
import { day as dayInWords, number } from '../../platform/ui/wording'
import type { InhabitantsDifference } from './inhabitants.store'
import { rounding } from './population-part'

/** Where a source of inhabitants does not add up: kept, shown, and never mended. */
export function InhabitantsApart({ differences }: { differences: readonly InhabitantsDifference[] }) {
  return (
    <Section
      id="inwoners-verschillen"
      title="Waar inwoners niet optellen"
      intro={`Het CBS rondt wijken en buurten af op 5. Een gemeente en haar delen mogen daarom ${number(rounding.perPart)} inwoner per deel verschillen, en ${rounding.more} daarbij. Bij meer weigeren wij de hele levering. Wij verbeteren niets.`}
    >
      {differences.length === 0 ? (
        <EmptyState title="Nog geen verschillen gevonden." />
      ) : (
        <DataTable
          caption="De grootste verschillen in de nieuwste leveringen"
          rows={differences}
          columns={[
            { head: 'Gemeente', rowHead: true, cell: ({ name }) => name },
            { head: 'Tabel', cell: ({ sourceTable }) => sourceTable },
            { head: 'Peildag', cell: ({ on }) => dayInWords(on) },
            { head: 'Gemeente zelf', align: 'number', cell: ({ whole }) => number(whole) },
            { head: 'Som', align: 'number', cell: ({ parts }) => number(parts) },
            { head: 'Som van', cell: ({ partsKind }) => partsKind },
          ]}
        />
      )}
    </Section>
  )
}
