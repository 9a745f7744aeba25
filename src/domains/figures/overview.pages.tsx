import {
  ColumnList,
  Downloads,
  KeyFigures,
  List,
  Opening,
  Paragraph,
  Quantity,
  Section,
  TargetTable,
  TextLink,
} from '../../platform/ui'
import { count, period as periodInWords } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { levelsOf } from './change'
import { listContradictions, listUnresolvedValues } from './contradiction.store'
import { isCountedOtherwise } from './derivation'
import { listDocuments } from './document.store'
import { importAddress } from './import.parts'
import { labelOf } from './indicator'
import { listIndicators, listThemes } from './indicator.store'
import { judgeabilityAddress } from './judgeability.parts'
import { type JudgedTarget, judgedTargets } from './judging'
import { isJustBefore, type Measurement } from './measurement'
import { measurementsOf } from './measurement.store'
import { dayMistake, KnownOnForm } from './mention.parts'
import { standingsOf, tally } from './standing'

/** The way in to all figures: what we know, what was met, what we do not know. */
export async function figuresPage(ask: Ask): Promise<Response> {
  const knownOn = ask.knownOn
  if (!knownOn) return ask.badRequest(dayMistake)
  const found = await ask.read(async (tx) => ({
    themes: await listThemes(tx),
    indicators: (await listIndicators(tx)).items,
    now: await measurementsOf(tx, { knownOn: ask.today }),
    known: knownOn !== ask.today ? await measurementsOf(tx, { knownOn }) : null,
    contradictions: (await listContradictions(tx, { knownOn }, { limit: 1, offset: 0 })).total,
    unresolved: (await listUnresolvedValues(tx, { knownOn }, { limit: 1, offset: 0 })).total,
    documents: (await listDocuments(tx, { knownOn })).total,
  }))
  const { themes, indicators, now } = found
  const measurements = found.known ?? now
  const leading = measurements.filter(({ leads }) => leads)
  const judged = judgedTargets(measurements)
  const counts = tally(judged)
  const standings = standingsOf(indicators, measurements, ask.region.code)
  const breaksOf = (code: string) => indicators.find((one) => one.code === code)?.breaks ?? []
  const withOutcome = indicators.filter(({ code }) => standings.get(code)?.outcome)
  const withoutTarget = withOutcome.filter(({ code }) => standings.get(code)?.targets.length === 0)
  return ask.page(
    {
      title: 'Cijfers',
      description: 'Wat onze bronnen zeggen over veiligheid in de regio, en wat zij niet zeggen.',
      breadcrumbs: [{ label: 'Cijfers', href: '/cijfers' }],
    },
    <>
      <Opening
        title="Wat de cijfers zeggen"
        lead={`Van ${count(counts.met + counts.notMet, 'doel', 'doelen')} weten wij of het is gehaald: ${counts.met} wel, ${counts.notMet} niet. Van ${count(counts.unjudged, 'doel', 'doelen')} weten wij het niet.`}
        meta={[
          <TextLink href="/documenten">{count(found.documents, 'brondocument', 'brondocumenten')}</TextLink>,
          'Elk getal leidt naar de regel waar het staat',
          <TextLink href={judgeabilityAddress}>Is een doel van toeval te onderscheiden?</TextLink>,
        ]}
      >
        <KnownOnForm ask={ask} action="/cijfers" hiddenCount={now.length - measurements.length} />
      </Opening>
      <Section id="samen" title="Wat er is">
        <KeyFigures
          items={[
            {
              label: 'cijfers',
              value: <Quantity value={indicators.length} />,
              note: 'dingen die gemeten worden',
              href: '/indicatoren',
            },
            {
              label: 'vermeldingen',
              value: <Quantity value={measurements.length} />,
              note: 'keer dat een getal in een bron staat',
              href: '/open-gegevens',
            },
            {
              label: 'getallen tellen mee',
              value: <Quantity value={leading.length} />,
              note: 'de rest is een herhaling of een ander getal over hetzelfde',
            },
          ]}
        />
      </Section>
      {targetYears(judged).map(([period, rows]) => (
        <Section
          id={`doelen-${period}`}
          title={`Doelen van ${periodInWords(period)}`}
          intro={`${tally(rows).met} gehaald, ${tally(rows).notMet} niet.`}
        >
          <TargetTable
            caption={`Doelen en uitkomsten van ${periodInWords(period)}`}
            hiddenCaption
            period={periodInWords(period)}
            rows={rows.map((row) => targetRow(row, measurements, breaksOf(row.target.indicator)))}
          />
          <Paragraph small quiet>
            De streep is het doel, de dikke lijn de goede kant, de punt de uitkomst. Tussen haakjes het jaar ervoor.
            Noemt de bron geen kant, dan telt de gunstige kant van het cijfer. De bron staat bij elk cijfer.
          </Paragraph>
        </Section>
      ))}
      <Section
        id="onderwerpen"
        title="Per onderwerp"
        intro={
          <>
            Liever een tabel met uitkomsten? Zie <TextLink href="/indicatoren">alle cijfers</TextLink>.
          </>
        }
      >
        <ColumnList
          groups={themes
            .filter(({ indicatorCount }) => indicatorCount > 0)
            .map((theme) => ({
              title: <TextLink href={`/indicatoren?thema=${encodeURIComponent(theme.code)}`}>{theme.name}</TextLink>,
              note: count(theme.indicatorCount, 'cijfer', 'cijfers'),
              items: indicators
                .filter((indicator) => indicator.theme === theme.code)
                .map((indicator) => ({
                  label: labelOf(indicator, indicators),
                  href: `/indicatoren/${indicator.code}`,
                })),
            }))}
        />
      </Section>
      <Section id="niet" title="Wat wij niet weten" intro="Onbekend is nooit nul.">
        <List
          items={[
            <>
              Van {count(indicators.length - withOutcome.length, 'cijfer', 'cijfers')} kennen wij geen uitkomst, alleen
              een doel of een verandering, of helemaal geen getal.
            </>,
            <>
              Bij {count(withoutTarget.length, 'uitkomst', 'uitkomsten')} hoort geen doel voor dezelfde periode. Of het
              genoeg is, kunnen wij niet zeggen.
            </>,
            <>
              Op {count(found.contradictions, 'plek', 'plekken')}{' '}
              <TextLink href="/tegenspraken">spreken bronnen elkaar tegen</TextLink>.
            </>,
            <>
              Van {count(found.unresolved, 'getal of lege plek', 'getallen en lege plekken')}{' '}
              <TextLink href="/onherleidbare-waarden">ging de betekenis verloren</TextLink>.
            </>,
            <>Geregistreerde misdrijven zijn niet alle misdrijven. De politie telt wat is gemeld of ontdekt.</>,
          ]}
        />
      </Section>
      <Section id="meenemen" title="Neem mee">
        <Downloads
          xlsx="/api/v1/metingen.xlsx"
          csv="/api/v1/metingen.csv"
          excelCsv="/api/v1/metingen-excel.csv"
          json="/api/v1/metingen"
        />
        {ask.person?.roles.includes('functioneel-beheerder') && (
          <Paragraph>
            Heeft u cijfers uit een bestand? <TextLink href={importAddress}>Lees ze in</TextLink>.
          </Paragraph>
        )}
      </Section>
    </>,
  )
}

/** Targets that can be judged, newest period first, what was not met on top. */
function targetYears(judged: readonly JudgedTarget[]): [string, JudgedTarget[]][] {
  const known = judged.filter(({ verdict }) => verdict.is !== 'unjudged')
  const order = { notMet: 0, met: 1, unjudged: 2 }
  return [...Map.groupBy(known, ({ target }) => target.period)]
    .sort(([one], [other]) => other.localeCompare(one))
    .map(([period, rows]) => [period, rows.toSorted((one, other) => order[one.verdict.is] - order[other.verdict.is])])
}

function targetRow(
  { target, outcome, verdict }: JudgedTarget,
  measurements: readonly Measurement[],
  breaks: readonly string[],
) {
  const levels = levelsOf(
    measurements.filter(
      (one) => one.indicator === target.indicator && one.area === target.area && one.unit === target.unit,
    ),
  )
  const before = levels.find(
    (one) => outcome !== null && isJustBefore(one, outcome) && !isCountedOtherwise(one.period, outcome.period, breaks),
  )
  const isUpper =
    target.qualifier === 'max' ||
    target.qualifier === 'less_than' ||
    (target.qualifier === 'exact' && target.favourable === 'lager')
  return {
    name: target.indicatorTitle,
    href: `/indicatoren/${target.indicator}`,
    value: outcome?.value ?? null,
    was: before?.value ?? null,
    unit: target.unit,
    ...(outcome ? { qualifier: outcome.qualifier } : {}),
    ...(isUpper ? { max: target.value } : { min: target.value }),
    status: verdict.is === 'unjudged' ? ('unknown' as const) : verdict.is,
  }
}
