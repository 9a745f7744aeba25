import { AreaMap } from './area-map'
import { BarComparison } from './bar-comparison'
import { Chain, ChainRibbon, JointRow } from './chain'
import { ChartLegend, SmallMultiples } from './chart-parts'
import { Downloads } from './downloads'
import { FunnelPlot } from './funnel-plot'
import { Block, ColumnList, Figure, Fold, RowList } from './layout'
import { LineChart } from './line-chart'
import { Matrix, type MatrixCell } from './matrix'
import { Quantity } from './quantity'
import { SourceLine } from './source-line'
import type { Sample } from './style-page-sample'
import { sampleAreas, sampleTiles } from './style-page-tiles'
import { TargetTable } from './target-table'
import { Paragraph } from './text'
import { TileLegend, TileLocator, TileMap } from './tile-map'
import { Timeline } from './timeline'

const source = (
  <SourceLine sources={[{ document: 'Voorbeeldplan 2017/2018', lines: '508' }]} note="Verzonnen cijfers." />
)

const links = [
  { name: 'Cijfer', state: 'complete' },
  { name: 'Prioriteit', state: 'complete' },
  { name: 'Plan', state: 'complete' },
  { name: 'Acties', state: 'partial', coverage: '52 van de 608 noemen een indicator' },
  { name: 'Besluit', state: 'missing' },
  { name: 'Resultaat', state: 'partial', coverage: 'alleen 2016' },
  { name: 'Verantwoording', state: 'complete' },
] as const

const sampleStep = (size: number) => ({
  size,
  middle: 40,
  innerLow: 40 - 800 / Math.sqrt(size),
  innerHigh: 40 + 800 / Math.sqrt(size),
  outerLow: 40 - 1250 / Math.sqrt(size),
  outerHigh: 40 + 1250 / Math.sqrt(size),
})

const answers = 'jjjoo,jooon,ooooo,jjojo'.split(',')

function matrixCell(theme: number, partner: number): MatrixCell {
  const sign = answers[partner]?.[theme]
  if (sign === 'j') return { answer: 'yes', start: theme === 1 ? 'start' : undefined }
  return { answer: sign === 'n' ? 'no' : 'unknown' }
}

/** Charts, the map, the chain, the matrix and time. */
export function graphicSamples(): Sample[] {
  return [
    {
      id: 'grafiek',
      title: 'Grafiek',
      intro: 'Acht tekens, op elke grafiek dezelfde. Elk punt is een link naar zijn rij.',
      content: (
        <>
          <LineChart
            id="inbraak"
            title="In 2016 minder woninginbraken dan afgesproken"
            measure="Woninginbraken, ook pogingen"
            points={[
              { period: '2011', value: 12_564 },
              { period: '2015', value: 8510 },
              { period: '2016', value: 7813 },
            ]}
            targets={[
              { period: '2016', max: 11_093 },
              { period: '2017', max: 10_679 },
              { period: '2018', max: 10_000 },
            ]}
            source={source}
            downloads={<Downloads csv="#csv" xlsx="#xlsx" />}
          />
          <LineChart
            id="terugbellen"
            title="De telling veranderde in 2018"
            measure="Aangevers die zijn teruggebeld"
            unit="procent"
            points={[
              { period: '2014', value: 71 },
              { period: '2015', value: 93 },
              { period: '2016', value: 88, qualifier: 'almost' },
              { period: '2017', value: 90 },
              { period: '2018', value: 64 },
              { period: '2019', value: 67 },
              { period: '2020', value: 73, provisional: true },
            ]}
            targets={[
              { period: '2018', min: 60, max: 70 },
              { period: '2019', min: 60, max: 70 },
              { period: '2020', min: 65, max: 75 },
            ]}
            breaks={[{ before: '2018', label: 'telling veranderd' }]}
            notes={[{ period: '2016', text: 'een nieuw team begon met bellen' }]}
            source={source}
          />
          <SmallMultiples>
            <LineChart
              id="klein-1"
              size="small"
              title="Straatroven daalden"
              measure="aantal"
              points={[
                { period: '2015', value: 430 },
                { period: '2016', value: 360 },
              ]}
              from={2013}
              to={2018}
            />
            <LineChart
              id="klein-2"
              size="small"
              title="Overvallen bleven gelijk"
              measure="aantal, per half jaar en maand"
              points={[
                { period: '2015-H1', value: 52 },
                { period: '2015-H2', value: 48 },
                { period: '2016-H1', value: 50 },
                { period: '2016-11', value: 9 },
              ]}
              from={2013}
              to={2018}
            />
          </SmallMultiples>
          <ChartLegend />
        </>
      ),
    },
    {
      id: 'vergelijken',
      title: 'Naast elkaar',
      intro: 'Nooit als ranglijst.',
      content: (
        <>
          <BarComparison
            id="districten"
            title="In vier van de vijf districten minder woninginbraken"
            period="2016"
            wasPeriod="2015"
            rows={[
              { name: 'Noord', value: 1544, was: 1678, href: '#vergelijken' },
              { name: 'Oost', value: 1219, was: 1600 },
              { name: 'Zuid', value: 2187, was: 2275 },
              { name: 'Stad', value: 1651, was: 1654, provisional: true },
              { name: 'West', value: null, was: 1303 },
            ]}
            total={{ name: 'Voorbeeldregio', value: 7813, was: 8510 }}
            source={source}
          />
          <FunnelPlot
            id="trechter"
            title="In Zeedam meer dan verwacht van een gemeente van deze omvang."
            measure="misdrijven per 1.000 inwoners"
            sizeWord="inwoners"
            steps={[6000, 20_000, 60_000, 200_000].map(sampleStep)}
            points={[
              { name: 'Zeedam', size: 50_000, value: 52, standing: 'higher', expected: sampleStep(50_000) },
              { name: 'Middenstad', size: 180_000, value: 43, standing: 'usual', expected: sampleStep(180_000) },
              { name: 'Oeverland', size: 25_000, value: 22, standing: 'lower', expected: sampleStep(25_000) },
              { name: 'Dorp', size: 7000, value: 38, standing: 'usual', expected: sampleStep(7000), here: true },
            ]}
            source={source}
          />
          <TargetTable
            id="doelen"
            caption="Doelen en uitkomsten"
            period="2016"
            wasPeriod="2015"
            rows={[
              { name: 'Opheldering inbraak', value: 7.8, was: 8.5, unit: 'procent', min: 9.5, status: 'notMet' },
              { name: 'Misdrijven totaal', value: 103_579, was: 107_000, max: 106_920, status: 'met', href: '#doelen' },
              { name: 'Zaken', value: 230, min: 100, status: 'met', note: 'buiten de tekening' },
              { name: 'Bereik', value: 66, min: 60, max: 70, status: 'met' },
              { name: 'Gesprekken', value: null, min: 40, status: 'unknown' },
            ]}
          />
        </>
      ),
    },
    {
      id: 'kaart',
      title: 'Kaart',
      intro: 'Elke gemeente even groot. Naast de kaart staat dezelfde lijst.',
      content: (
        <>
          <Figure
            id="tegels"
            title="In Zeedam minder misdrijven dan verwacht"
            measure="Vergeleken met 2022 tot en met 2024"
            source={source}
          >
            <TileLegend />
            <TileMap label="Tegelkaart van de gemeenten" tiles={sampleTiles} />
          </Figure>
          <AreaMap id="grenzen" label="Kaart van vier gemeenten" areas={sampleAreas} />
          <ColumnList
            groups={[
              {
                title: 'Noord',
                note: '3 gemeenten',
                items: sampleTiles
                  .filter((tile) => tile.district === 'Noord')
                  .map((tile) => ({ label: tile.name, href: tile.href, value: <Quantity value={300} was={320} /> })),
              },
              { title: 'Stad', items: [{ label: 'Middenstad' }] },
            ]}
          />
          <TileLocator tiles={sampleTiles} here={{ column: 3, row: 4 }} />
        </>
      ),
    },
    {
      id: 'keten',
      title: 'Keten',
      intro: 'Open schakel: een ding. Streep: de verbinding. Gestippeld: ontbreekt.',
      content: (
        <>
          <ChainRibbon
            label="De zeven schakels"
            links={links.map((link, index) => ({
              ...link,
              href: `#schakel-${Math.min(index, 2)}`,
              current: index === 1,
            }))}
          />
          <Chain
            links={[
              {
                id: 'schakel-0',
                name: 'Cijfer',
                state: 'complete',
                title: '7.813 woninginbraken in 2016',
                children: <Paragraph>Het waren er 8.510 in 2015.</Paragraph>,
                to: [{ label: 'Misdrijven met grote impact', href: '#schakel-1', ground: 'volgens de bron' }],
              },
              {
                id: 'schakel-1',
                name: 'Acties',
                state: 'partial',
                coverage: '52 van de 608 acties noemen een indicator',
                title: 'Vijf acties, van drie weten we niets',
                children: <Paragraph>Van twee acties staat er een bericht in de bron.</Paragraph>,
                from: [{ label: 'het cijfer', href: '#schakel-0', ground: 'zelfde onderwerp' }],
                to: [{ label: 'een besluit, maar dat vonden wij niet' }],
              },
              {
                id: 'schakel-2',
                name: 'Besluit',
                state: 'missing',
                title: 'Geen besluit gevonden',
                children: <Paragraph>Een besluitenlijst hebben wij niet.</Paragraph>,
                from: [{ label: 'vijf acties', href: '#schakel-1' }],
              },
            ]}
          />
          <JointRow
            title="1. Ondermijning"
            steps={[
              { label: 'Afgesproken', state: 'complete', children: <p>Jongeren weghouden van drugshandel.</p> },
              { label: 'Wordt gedaan', state: 'partial', children: <p>180 acties in het plan.</p> },
              { label: 'Kwam ervan', state: 'missing', children: <p>Nog niets gepubliceerd.</p> },
            ]}
          />
        </>
      ),
    },
    {
      id: 'matrix',
      title: 'Matrix',
      intro: 'Wie deed mee? Wat we van niemand weten, staat in één regel.',
      content: (
        <Matrix
          caption="Thema’s en partners"
          note="Doet de partner mee aan dit thema?"
          themes={['Horeca', 'Vastgoed', 'Buitengebied', 'Transport', 'Mensenhandel'].map((name) => ({ name }))}
          partners={['Almere', 'Dronten', 'Urk', 'politie'].map((name) => ({ name, href: '#matrix' }))}
          cell={matrixCell}
        />
      ),
    },
    {
      id: 'tijd',
      title: 'Lijsten en tijd',
      content: (
        <>
          <Block title="Een onderwerp" level={3}>
            <p>Met een lijn erboven.</p>
          </Block>
          <RowList items={[{ id: 'rij-1', content: <p>Een gevonden actie</p> }, { content: <p>Nog een</p> }]} />
          <Fold label="Lees alle 63 gemelde resultaten">
            <p>Hier staan ze.</p>
          </Fold>
          <Timeline
            items={[
              { when: '12 april 2023', children: 'Strategie vastgesteld door het college' },
              { when: '2016', children: 'Jaarplan, met uitkomsten per district' },
            ]}
          />
        </>
      ),
    },
  ]
}
