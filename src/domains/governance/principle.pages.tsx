import { Code, DataTable, Downloads, Opening, Section } from '../../platform/ui'
import type { Ask } from '../../platform/web/ask'
import { documentTitles, Sources } from '../figures'
import { isYear, setsOf } from './principle'
import { listPrinciples } from './principle.store'

/** Everything the partners hold to, per set: the strategies of a year, and teams. */
export async function principlesPage(ask: Ask): Promise<Response> {
  const { principles, documents } = await ask.read(async (tx) => ({
    principles: (await listPrinciples(tx)).items,
    documents: await documentTitles(tx),
  }))
  return ask.page(
    {
      title: 'Beginselen',
      description: 'Waar de partners zich aan houden als zij samenwerken.',
      breadcrumbs: [{ label: 'Beginselen', href: '/beginselen' }],
    },
    <>
      <Opening
        title="Waar wij ons aan houden"
        lead="Samenwerken gaat over meer dan afspraken. Deze beginselen schreven de partners op, in onze woorden."
      />
      {setsOf(principles).map(({ set, principles: own }) => (
        <Section
          id={`set-${own[0]?.code ?? set}`}
          title={isYear(set) ? `Beginselen van ${set}` : `Kernwaarden van ${set}`}
        >
          <DataTable
            caption={isYear(set) ? `Beginselen van ${set}` : `Kernwaarden van ${set}`}
            hiddenCaption
            rows={own}
            rowId={({ code }) => code}
            columns={[
              { head: 'Beginsel', rowHead: true, cell: ({ title }) => title },
              { head: 'Wat het betekent', cell: ({ text }) => text },
              { head: 'Code', cell: ({ code }) => <Code>{code}</Code>, narrow: false },
            ]}
          />
          <Sources of={own.flatMap(({ sources }) => sources)} documents={documents} />
        </Section>
      ))}
      <Section id="meenemen" title="Meenemen">
        <Downloads
          csv="/api/v1/beginselen.csv"
          excelCsv="/api/v1/beginselen-excel.csv"
          xlsx="/api/v1/beginselen.xlsx"
          json="/api/v1/beginselen"
        />
      </Section>
    </>,
  )
}
