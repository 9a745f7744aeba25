import { DataTable, Section } from '../../platform/ui'
import { type DocumentTitles, Sources } from '../figures'
import { moneyText } from './budget.parts'
import type { Grant } from './grant'

/** What bodies granted; nothing when they did not. */
export function Grants({ grants, documents }: { grants: readonly Grant[]; documents: DocumentTitles }) {
  if (grants.length === 0) return null
  return (
    <Section
      id="toegekend"
      title="Toegekend met een besluit"
      intro="Wat een gremium toekende. Het staat los van de begrotingen en telt daar niet in mee."
      full
    >
      <DataTable
        caption="Toegekend geld"
        hiddenCaption
        rows={grants}
        columns={[
          { head: 'Aan', rowHead: true, cell: ({ receiver }) => receiver },
          { head: 'Jaar', align: 'number', cell: ({ year }) => year },
          { head: 'Bedrag', align: 'number', cell: ({ amount }) => moneyText(amount) },
          { head: 'Waarvoor', cell: ({ purpose }) => purpose },
          { head: 'Bron', cell: ({ sources }) => <Sources of={sources} documents={documents} /> },
        ]}
      />
    </Section>
  )
}
