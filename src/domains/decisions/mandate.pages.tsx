import { DataTable, Opening, Paragraph, Section, TextLink } from '../../platform/ui'
import type { Ask } from '../../platform/web/ask'
import { mandatesAddress } from './change.parts'
import type { SubjectOfMandate } from './mandate'
import { listMandates } from './mandate.store'

const subjectWords: Readonly<Record<SubjectOfMandate, string>> = {
  plan: 'Een plan vaststellen',
  prioriteit: 'De stand van een prioriteit',
  doelcijfer: 'Een doel van een cijfer',
  titel: 'De tekst van een actie',
  klaar: 'De datum van een actie',
  trekker: 'De trekker van een actie',
  doel: 'Het getal van een actie',
  zetel: 'Wie in een overleg zit',
  gremium: 'Een gremium of werkgroep opheffen',
  geld: 'Geld toekennen',
  vraag: 'Een ander gremium iets vragen',
}

/** Who may change what, as the region agreed. */
export async function mandatesPage(ask: Ask): Promise<Response> {
  const mandates = await ask.read(listMandates)
  return ask.page(
    {
      title: 'Wie mag wat wijzigen',
      description: 'De mandaten: wie wat mag wijzigen voor en na het vaststellen van een plan.',
      breadcrumbs: [
        { label: 'Besluiten', href: '/besluiten' },
        { label: 'Mandaten', href: mandatesAddress },
      ],
    },
    <>
      <Opening
        title="Wie mag wat wijzigen"
        lead="Niet alles hoeft langs het college. In deze tabel staat wie wat mag wijzigen. Elke wijziging blijft te zien, met wat er stond."
      />
      <Section id="tabel" title="Mandaten" full>
        <DataTable
          caption="Mandaten"
          hiddenCaption
          rows={mandates}
          empty="Er zijn geen mandaten afgesproken. Dan wijzigt niemand iets."
          columns={[
            { head: 'Wat', rowHead: true, cell: ({ what }) => subjectWords[what] },
            { head: 'Wie', cell: ({ who }) => who },
            {
              head: 'Wanneer',
              cell: ({ what, afterAdoption }) =>
                ['zetel', 'gremium', 'geld', 'vraag'].includes(what)
                  ? 'altijd'
                  : afterAdoption
                    ? 'na het vaststellen'
                    : 'tot het vaststellen',
            },
            { head: 'Grond', cell: ({ ground }) => ground },
          ]}
        />
        <Paragraph small>
          Een gremium wijzigt met een <TextLink href="/besluiten">besluit</TextLink>, als het op die dag mag besluiten
          of vaststellen. Een werkgroep wijzigt de acties die zij trekt of waarvan zij de prioriteit leidt. Namens haar
          doet dat een organisatie die met naam een zetel in de werkgroep heeft.
        </Paragraph>
      </Section>
    </>,
  )
}
