import { Bookmarks, Opening, Paragraph, Section, TextLink } from '../../platform/ui'
import { number, sentenceList } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { allCrimes } from '../crime'
import { similarTo } from './comparison'
import {
  ComparedTable,
  ComparisonDownloads,
  ComparisonMethod,
  comparisonFinding,
  ownFinding,
  typeWords,
} from './comparison.parts'
import { longerSums } from './comparison.verbs'
import { ComparisonFunnel } from './comparison-funnel.parts'
import { LongerTable } from './longer.parts'
import { ExampleNotice, pictureAddress, ReleaseLine, twelveMonths } from './picture.parts'
import { keepOpen } from './question.parts'
import { comparisonAddress, funnelFileAddress, ownComparisonAddress } from './view'
import { crumb, noFigures, viewOf } from './view.pages'
import { EffortNotice, PopulationLine, ViewForm, ViewNotices, ViewTabs } from './view.parts'

/** The municipalities of the region beside what is expected of their size: words first, the funnel beneath. */
export async function comparisonPage(ask: Ask): Promise<Response> {
  const view = await viewOf(ask, ask.query.get('soort') || allCrimes)
  if (view === 'none') return noFigures(ask, 'Gemeenten vergelijken')
  if (view instanceof Response) return view
  const { comparison, asked, knownOn, mergers } = view
  const { type, last, release, residents, types } = comparison
  const title = `Gemeenten vergelijken: ${typeWords(type)}`
  return ask.page(
    {
      title,
      description: `${type.name} per gemeente, naast wat verwacht wordt bij zoveel inwoners. Geen ranglijst.`,
      breadcrumbs: [crumb, { label: 'Vergelijken', href: comparisonAddress() }],
    },
    <>
      <Opening
        title={title}
        lead={comparisonFinding(comparison)}
        meta={[twelveMonths(last), ...keepOpen(ask, { view: 'regio', type: type.code }, type.isPublishedMonthly)]}
      >
        <ExampleNotice release={release} />
        <ViewNotices ask={ask} release={release} mergers={mergers} asked={asked} address={comparisonAddress} />
        <EffortNotice type={type} />
        <ViewTabs asked={asked} type={type.code} current="words" />
        <ViewForm
          action="/veiligheidsbeelden/vergelijken"
          types={types}
          release={release}
          type={type.code}
          last={last}
          knownOn={knownOn}
          asked={asked}
        />
        <Bookmarks
          items={[
            { label: 'In woorden', href: '#woorden' },
            ...(comparison.funnel ? [{ label: 'In een grafiek', href: '#grafiek' }] : []),
            { label: 'Hoe we vergelijken', href: '#regel' },
          ]}
        />
      </Opening>
      <Section
        id="woorden"
        title="In woorden"
        intro={`${type.name}, ${twelveMonths(last)}. Per groep op naam: dit is geen ranglijst.`}
      >
        <ComparedTable comparison={comparison} address={(code) => ownComparisonAddress(code, asked)} />
        <ReleaseLine release={release} last={last} />
        <PopulationLine residents={residents} />
        <ComparisonDownloads comparison={comparison} asked={asked} />
      </Section>
      {comparison.funnel && (
        <Section id="grafiek" title="In een grafiek" intro="Hoe kleiner de gemeente, hoe meer toeval meespeelt.">
          <ComparisonFunnel
            comparison={comparison}
            source={
              <>
                <ReleaseLine release={release} last={last} />
                <PopulationLine residents={residents} />
              </>
            }
            downloads={
              <ComparisonDownloads
                comparison={comparison}
                asked={asked}
                drawing={(kind) => funnelFileAddress(kind, asked)}
              />
            }
          />
        </Section>
      )}
      <Section id="regel" title="Hoe we vergelijken">
        <ComparisonMethod comparison={comparison} />
        <Paragraph>
          <TextLink href="/veiligheidsbeelden/wat-we-niet-meten">Wat we niet meten</TextLink>
        </Paragraph>
      </Section>
    </>,
  )
}

/** One municipality beside what is expected of its size, and beside those nearest in size. */
export async function ownComparisonPage(ask: Ask): Promise<Response> {
  const view = await viewOf(ask, ask.query.get('soort') || allCrimes, ask.params.code)
  if (view === 'none') return ask.notFound()
  if (view instanceof Response) return view
  const { comparison, asked, knownOn, mergers } = view
  const { type, last, release, residents, types, municipalities } = comparison
  const own = municipalities.find(({ area }) => area.code === ask.params.code)
  if (!own) return ask.notFound()
  const { area } = own
  const similar = similarTo(area.code, municipalities)
  const longer = await ask.read((tx) => longerSums(tx, comparison, area))
  const title = `${area.name} vergeleken: ${typeWords(type)}`
  const lead = `${ownFinding(own)}${own.standing === 'tooFew' ? ' Kijk hieronder naar meer jaren samen.' : ''}`
  return ask.page(
    {
      title,
      description: `${type.name} in ${area.name}, naast wat verwacht wordt bij zoveel inwoners.`,
      breadcrumbs: [
        crumb,
        { label: area.name, href: pictureAddress(area.code, asked) },
        { label: 'Vergelijking', href: ownComparisonAddress(area.code, asked) },
      ],
    },
    <>
      <Opening
        title={title}
        lead={lead}
        meta={[
          twelveMonths(last),
          <TextLink href={pictureAddress(area.code, asked)}>Per maand en per wijk</TextLink>,
          <TextLink href={comparisonAddress(asked)}>Alle gemeenten</TextLink>,
          ...keepOpen(ask, { view: 'vergelijking', area: area.code, type: type.code }, type.isPublishedMonthly),
        ]}
      >
        <ExampleNotice release={release} />
        <ViewNotices
          ask={ask}
          release={release}
          mergers={mergers}
          asked={asked}
          area={area.code}
          address={(other, elsewhere = area.code) => ownComparisonAddress(elsewhere, other)}
        />
        <EffortNotice type={type} />
        <ViewForm
          action={ownComparisonAddress(area.code)}
          types={types}
          release={release}
          type={type.code}
          last={last}
          knownOn={knownOn}
          asked={asked}
        />
      </Opening>
      {similar.length > 0 && (
        <Section
          id="omvang"
          title="Gemeenten van deze omvang"
          intro="De vijf gemeenten van de regio waarvan het aantal inwoners er het dichtst bij ligt. Op naam."
        >
          <Paragraph>
            {area.name} heeft {number(own.inhabitants ?? 0)} inwoners. Het dichtst daarbij liggen{' '}
            {sentenceList(similar.map((one) => one.area.name))}. We letten alleen op het aantal inwoners. Ze kunnen in
            andere dingen verschillen, zoals een station of een winkelgebied.
          </Paragraph>
          <ComparedTable
            comparison={comparison}
            municipalities={[own, ...similar]}
            here={area.code}
            address={(code) => (code === area.code ? pictureAddress(code, asked) : ownComparisonAddress(code, asked))}
          />
          <ReleaseLine release={release} last={last} />
          <PopulationLine residents={residents} />
        </Section>
      )}
      <Section
        id="jaren"
        title="Over meer jaren"
        intro="Eén jaar zegt weinig als er weinig gebeurt. Meer jaren samen zeggen meer."
      >
        <LongerTable area={area} longer={longer} comparison={comparison} />
        <ReleaseLine release={release} last={last} />
      </Section>
      {comparison.funnel && (
        <Section id="grafiek" title="Naast alle gemeenten" intro={`De ring is ${area.name}.`}>
          <ComparisonFunnel
            comparison={comparison}
            here={area.code}
            source={
              <>
                <ReleaseLine release={release} last={last} />
                <PopulationLine residents={residents} />
              </>
            }
            downloads={
              <ComparisonDownloads
                comparison={comparison}
                asked={asked}
                drawing={(kind) => funnelFileAddress(kind, asked, area.code)}
              />
            }
          />
        </Section>
      )}
      <Section id="regel" title="Hoe we vergelijken">
        <ComparisonMethod comparison={comparison} />
      </Section>
    </>,
  )
}
