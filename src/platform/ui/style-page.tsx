import { Page, type RegionName } from './page'
import { Opening, Section } from './section'
import { formSamples } from './style-page-forms'
import { frameSamples } from './style-page-frame'
import { graphicSamples } from './style-page-graphics'

/** Every component and state on one page, with invented content: for readers who judge the look and for the tests. */
export function StylePage({ region }: { region: RegionName }) {
  const samples = [...frameSamples(), ...formSamples(), ...graphicSamples()]
  return (
    <Page
      title="Stijl en onderdelen"
      path="/stijl"
      region={region}
      breadcrumbs={[{ label: 'Stijl en onderdelen' }]}
      example
      hidden
    >
      <Opening
        title="Stijl en onderdelen"
        lead="Alle bouwstenen op één bladzijde, met hun toestanden. Rustig op papier, precies in het cijfer."
        meta={['Alle cijfers hier zijn verzonnen', 'Licht en donker volgen uw apparaat']}
      />
      {samples.map((sample) => (
        <Section id={sample.id} title={sample.title} intro={sample.intro}>
          {sample.content}
        </Section>
      ))}
    </Page>
  )
}
