import type { Day } from '../../kernel/day'
import { parseMonth } from '../../kernel/month'
import { Bookmarks, Downloads, EmptyState, Opening, Paragraph, Section, Tabs, TextLink } from '../../platform/ui'
import { number, sentenceList } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { similarTo } from './comparison'
import {
  type AskedView,
  ComparedTable,
  ComparisonFunnel,
  ComparisonMethod,
  comparisonAddress,
  comparisonFinding,
  EffortNotice,
  expectedWords,
  mapAddress,
  ownComparisonAddress,
  PopulationLine,
  standingTitle,
  typeAddress,
  typeWords,
  ViewForm,
} from './comparison.parts'
import { compareMunicipalities, type RegionComparison } from './comparison.verbs'
import { allCrimes } from './crime-type'
import { crimeTypeExists } from './crime-type.store'
import { ExampleNotice, pictureAddress, ReleaseLine, twelveMonths } from './picture.parts'

const crumb = { label: 'Veiligheidsbeelden', href: '/veiligheidsbeelden' }

/** What a view of the region shows, or the answer to give instead. */
export type View = { readonly comparison: RegionComparison; readonly asked: AskedView; readonly knownOn: Day }

/** Reads the type, month and days asked for and compares; `none` when there are no figures on that day. */
export async function viewOf(ask: Ask, askedType: string): Promise<View | 'none' | Response> {
  const { knownOn, validOn: on } = ask
  if (!knownOn || !on) return ask.badRequest('De datum klopt niet. Schrijf jaar-maand-dag, bijvoorbeeld 2026-10-15.')
  const askedMonth = ask.query.get('tot') ?? ''
  const month = parseMonth(askedMonth)
  if (askedMonth && !month) return ask.badRequest('De maand klopt niet. Schrijf jaar-maand, bijvoorbeeld 2026-10.')
  const found = await ask.read(async (tx) => {
    if (!(await crimeTypeExists(tx, askedType))) return 'no-type'
    return compareMunicipalities(tx, { region: ask.region.code, on, knownOn, type: askedType, month })
  })
  if (found === 'no-type') return ask.badRequest('Deze soort misdrijf bestaat niet. Kies een soort uit de lijst.')
  if (!found) return 'none'
  const { last, release } = found
  return {
    comparison: found,
    knownOn,
    asked: {
      ...(askedType === allCrimes ? {} : { soort: askedType }),
      ...(last === release.lastMonth ? {} : { tot: last }),
      ...(knownOn === ask.today ? {} : { bekendOp: knownOn }),
    },
  }
}

/** The page of a view without figures. */
export function noFigures(ask: Ask, title: string): Promise<Response> {
  return ask.page(
    { title, breadcrumbs: [crumb, { label: title, href: ask.path }] },
    <Opening title={title} lead="Hier komen de open cijfers van de politie, naast elkaar.">
      <EmptyState
        title="Er zijn nog geen maandcijfers."
        action={{ label: 'Naar de veiligheidsbeelden', href: crumb.href }}
      >
        Zodra ze er zijn, staan ze hier.
      </EmptyState>
    </Opening>,
  )
}

/** The files of a comparison, by the API. */
export function ComparisonDownloads({ comparison, asked }: Pick<View, 'comparison' | 'asked'>) {
  const query = new URLSearchParams({
    misdrijfsoort: comparison.type.code,
    tot: comparison.last,
    ...(asked.bekendOp ? { bekendOp: asked.bekendOp } : {}),
  })
  const file = (end: string) => `/api/v1/misdrijfvergelijkingen${end}?${query}`
  return <Downloads csv={file('.csv')} excelCsv={file('-excel.csv')} xlsx={file('.xlsx')} json={file('')} />
}

/** The three ways to look at one type in the whole region. */
export function ViewTabs({
  asked,
  type,
  current,
}: {
  asked: AskedView
  type: string
  current: 'words' | 'map' | 'type'
}) {
  const { soort: _, ...rest } = asked
  return (
    <Tabs
      label="Op welke manier"
      items={[
        { label: 'Vergelijken', href: comparisonAddress(asked), current: current === 'words' },
        { label: 'Kaart', href: mapAddress(asked), current: current === 'map' },
        { label: 'Alle gebieden', href: typeAddress(type, rest), current: current === 'type' },
      ]}
    />
  )
}

/** The municipalities of the region beside what is expected of their size: words first, the funnel beneath. */
export async function comparisonPage(ask: Ask): Promise<Response> {
  const view = await viewOf(ask, ask.query.get('soort') || allCrimes)
  if (view === 'none') return noFigures(ask, 'Gemeenten vergelijken')
  if (view instanceof Response) return view
  const { comparison, asked, knownOn } = view
  const { type, last, release, residents, types } = comparison
  const title = `Gemeenten vergelijken: ${typeWords(type)}`
  return ask.page(
    {
      title,
      description: `${type.name} per gemeente, naast wat verwacht wordt bij zoveel inwoners. Geen ranglijst.`,
      breadcrumbs: [crumb, { label: 'Vergelijken', href: comparisonAddress() }],
    },
    <>
      <Opening title={title} lead={comparisonFinding(comparison)} meta={[twelveMonths(last)]}>
        <ExampleNotice release={release} />
        <EffortNotice type={type} />
        <ViewTabs asked={asked} type={type.code} current="words" />
        <ViewForm
          action="/veiligheidsbeelden/vergelijken"
          types={types}
          release={release}
          type={type.code}
          last={last}
          knownOn={knownOn}
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
        <Section
          id="grafiek"
          title="In een grafiek"
          intro="Hoe kleiner de gemeente, hoe meer toeval meespeelt. Daarom is de band links breed."
        >
          <ComparisonFunnel
            comparison={comparison}
            source={
              <>
                <ReleaseLine release={release} last={last} />
                <PopulationLine residents={residents} />
              </>
            }
            downloads={<ComparisonDownloads comparison={comparison} asked={asked} />}
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
  const view = await viewOf(ask, ask.query.get('soort') || allCrimes)
  if (view === 'none') return ask.notFound()
  if (view instanceof Response) return view
  const { comparison, asked, knownOn } = view
  const { type, last, release, residents, types, municipalities } = comparison
  const own = municipalities.find(({ area }) => area.code === ask.params.code)
  if (!own) return ask.notFound()
  const { area, limits, count: counted, expected } = own
  const similar = similarTo(area.code, municipalities)
  const title = `${area.name} vergeleken: ${typeWords(type)}`
  const lead =
    own.standing === 'unknown'
      ? `We kunnen ${area.name} niet vergelijken: het aantal of het aantal inwoners is onbekend.`
      : own.standing === 'tooFew'
        ? `In ${area.name} zijn er te weinig voorvallen om iets over te zeggen: ${number(counted ?? 0)} in 12 maanden.`
        : `${standingTitle[own.standing]}: ${number(counted ?? 0)} in 12 maanden.${
            limits
              ? ` Verwacht was ongeveer ${number(Math.round(expected ?? 0))}; alles van ${expectedWords(limits)} past daarbij.`
              : ''
          }`
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
        ]}
      >
        <ExampleNotice release={release} />
        <EffortNotice type={type} />
        <ViewForm
          action={ownComparisonAddress(area.code)}
          types={types}
          release={release}
          type={type.code}
          last={last}
          knownOn={knownOn}
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
            downloads={<ComparisonDownloads comparison={comparison} asked={asked} />}
          />
        </Section>
      )}
      <Section id="regel" title="Hoe we vergelijken">
        <ComparisonMethod comparison={comparison} />
      </Section>
    </>,
  )
}
