import { withQuery } from '../../kernel/address'
import {
  Bookmarks,
  Code,
  DataList,
  DataTable,
  EmptyState,
  List,
  ListLink,
  Notice,
  Opening,
  Section,
  Stack,
  TextLink,
} from '../../platform/ui'
import { count, day as dayInWords, period as periodInWords } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { areaAddress, findArea, listAreas } from '../territory'
import { areaSumsOf, changesOf, formulaChecksOf } from './change'
import { ContradictionItem, UnresolvedValueTable } from './contradiction.parts'
import { listContradictions, listUnresolvedValues } from './contradiction.store'
import { AreaSums, ChangeTable, derivedWords, FormulaChecks } from './derivation.parts'
import { documentTitles } from './document.store'
import { numberWords, periodPhrase, Sources, sentence, sideWord, VerdictText } from './figure.parts'
import { inputsOf } from './formula'
import { hasYears, MeasurementDownloads, YearsSection } from './indicator.parts'
import { findIndicator, indicatorsMadeOf, listIndicators } from './indicator.store'
import { judgeabilityOfTarget } from './judgeability'
import { JudgeabilityTable } from './judgeability.parts'
import { judgedTargets } from './judging'
import type { Measurement } from './measurement'
import { measurementsOf } from './measurement.store'
import { dayMistake, KnownOnForm, MentionTable } from './mention.parts'
import { mainAreaOf, standingOf } from './standing'
import { standingWords } from './standing.parts'

/** One indicator: what it says, over the years, per district, computed again, disputed, and every mention behind it. */
export async function indicatorPage(ask: Ask): Promise<Response> {
  const [knownOn, validOn] = [ask.knownOn, ask.validOn]
  if (!knownOn || !validOn) return ask.badRequest(dayMistake)
  const code = ask.params.code ?? ''
  const found = await ask.read(async (tx) => {
    const indicator = await findIndicator(tx, code)
    if (!indicator) return null
    const usedBy = await indicatorsMadeOf(tx, code)
    const related = [
      ...new Set([
        ...inputsOf(indicator.formula),
        ...usedBy.flatMap(({ formula, code: by }) => [by, ...inputsOf(formula)]),
      ]),
    ]
    const now = await measurementsOf(tx, { indicator: code, knownOn: ask.today })
    const measurements = knownOn !== ask.today ? await measurementsOf(tx, { indicator: code, knownOn }) : now
    const contradictions = (await listContradictions(tx, { knownOn, indicator: code })).items
    const area = mainAreaOf(measurements.length > 0 ? measurements : now, ask.region.code)
    return {
      indicator,
      usedBy,
      measurements,
      hiddenCount: now.filter((one) => !measurements.some((known) => known.code === one.code)).length,
      area: await findArea(tx, area),
      districts: (await listAreas(tx, { validOn, kind: 'district', within: ask.region.code })).items,
      relatedIndicators: (await listIndicators(tx, { codes: related })).items,
      relatedMeasurements: await measurementsOf(tx, { indicators: [code, ...related], leads: true, knownOn }),
      contradictions,
      disputed: await measurementsOf(tx, { codes: contradictions.flatMap((one) => one.measurements), knownOn }),
      unresolved: (await listUnresolvedValues(tx, { knownOn, indicator: code })).items,
      documents: await documentTitles(tx),
    }
  })
  if (!found?.area) return ask.notFound()
  const { indicator, usedBy, measurements, area, districts, documents } = found
  const here = measurements.filter((one) => one.area === area.code)
  const standing = standingOf(measurements, area.code, indicator.breaks)
  const judged = judgedTargets(measurements).reverse()
  const changes = changesOf(here, indicator.breaks).reverse()
  const sums = areaSumsOf(
    measurements,
    ask.region.code,
    districts.map((district) => district.code),
  ).reverse()
  const [own] = formulaChecksOf(indicator, found.relatedMeasurements, area.code)
  const formulas = [...(indicator.formula ? [indicator] : []), ...usedBy]
  const sections = [
    { label: 'Doel en uitkomst', href: '#doel', isThere: true },
    { label: 'Doel en toeval', href: '#toeval', isThere: judged.length > 0 },
    { label: 'Door de jaren', href: '#jaren', isThere: hasYears(here) },
    { label: 'Per district', href: '#districten', isThere: sums.length > 0 },
    { label: 'Nagerekend', href: '#nagerekend', isThere: changes.length > 0 || formulas.length > 0 },
    { label: 'Waar bronnen verschillen', href: '#tegenspraken', isThere: found.contradictions.length > 0 },
    { label: 'Alle vermeldingen', href: '#vermeldingen', isThere: measurements.length > 0 },
    { label: 'Waar het bij hoort', href: '#keten', isThere: true },
    { label: 'Wat dit cijfer is', href: '#uitleg', isThere: true },
  ]
  const address = `/indicatoren/${encodeURIComponent(code)}`
  const days = {
    bekendOp: knownOn === ask.today ? undefined : knownOn,
    geldigOp: validOn === ask.today ? undefined : validOn,
  }
  const query = `indicator=${encodeURIComponent(code)}${knownOn !== ask.today ? `&bekendOp=${knownOn}` : ''}`
  return ask.page(
    {
      title: `${indicator.title} (${indicator.code})`,
      description: `${indicator.title}: uitkomsten, doelen en bronnen.`,
      breadcrumbs: [
        { label: 'Cijfers', href: '/cijfers' },
        { label: 'Alle cijfers', href: '/indicatoren' },
        { label: indicator.title, href: address },
      ],
    },
    <>
      <Opening
        title={indicator.title}
        lead={`${standingWords(standing)}${own?.derived.is === 'derived' && !standing.outcome ? ` Uit de delen rekenden wij het uit: ${derivedWords(own.derived)} ${periodPhrase(own.period)}.` : ''}`}
        meta={[
          <TextLink href={areaAddress(area)}>{area.name}</TextLink>,
          `Eenheid: ${indicator.unit}`,
          sideWord(indicator.favourable),
          ...(indicator.theme
            ? [
                <TextLink href={`/indicatoren?thema=${encodeURIComponent(indicator.theme)}`}>
                  {indicator.themeName ?? indicator.theme}
                </TextLink>,
              ]
            : []),
          <Code>{indicator.code}</Code>,
        ]}
      >
        {indicator.withdrawnOn && (
          <Notice kind="attention" title={`Vervallen op ${dayInWords(indicator.withdrawnOn)}.`}>
            Dit cijfer staat niet meer in de lijsten. Wat er stond, blijft hier te lezen.
          </Notice>
        )}
        {indicator.caveats && <Notice title="Let op.">{sentence(indicator.caveats)}</Notice>}
        <KnownOnForm ask={ask} action={address} hiddenCount={found.hiddenCount} />
        <Bookmarks items={sections.filter(({ isThere }) => isThere)} />
      </Opening>
      <Section
        id="doel"
        title="Doel en uitkomst"
        intro="Een doel telt alleen voor de periode waar het voor is afgesproken."
      >
        {judged.length > 0 ? (
          <DataTable
            caption={`Doelen voor ${indicator.title}`}
            hiddenCaption
            rows={judged}
            columns={[
              { head: 'Voor', rowHead: true, cell: ({ target }) => whenAndWhere(target, area.code) },
              {
                head: 'Afgesproken',
                cell: ({ target }) => <TextLink href={`/metingen/${target.code}`}>{withBase(target)}</TextLink>,
              },
              {
                head: 'Uitkomst',
                cell: ({ outcome }) =>
                  outcome ? <TextLink href={`/metingen/${outcome.code}`}>{withBase(outcome)}</TextLink> : 'onbekend',
              },
              { head: 'Gehaald?', cell: ({ verdict }) => <VerdictText verdict={verdict} />, narrow: '' },
            ]}
          />
        ) : (
          <EmptyState title="Onze bronnen noemen geen doel voor dit cijfer">
            {standing.outcome ? 'Of de uitkomst genoeg is, kunnen wij dus niet zeggen.' : ''}
          </EmptyState>
        )}
      </Section>
      {judged.length > 0 && (
        <Section
          id="toeval"
          title="Kan dit doel worden beoordeeld?"
          intro="Aantallen gaan vanzelf op en neer. Zo groot moet een verandering zijn om geen toeval te kunnen zijn."
        >
          <JudgeabilityTable
            caption={`Doelen en toeval voor ${indicator.title}`}
            rows={judged.map(({ target }) => ({ target, found: judgeabilityOfTarget(target, measurements) }))}
          />
        </Section>
      )}
      {hasYears(here) && (
        <YearsSection
          here={here}
          indicator={indicator}
          documents={documents}
          query={query}
          drawing={(kind) => withQuery(`${address}/verloop.${kind}`, { bekendOp: days.bekendOp })}
        />
      )}
      {sums.length > 0 && (
        <Section id="districten" title="Per district" intro="Doelen gelden voor de regio, niet per district.">
          <AreaSums
            sums={sums}
            areas={districts}
            indicator={indicator}
            documents={documents}
            query={query}
            drawing={(kind) => withQuery(`${address}/districten.${kind}`, days)}
          />
        </Section>
      )}
      {(changes.length > 0 || formulas.length > 0) && (
        <Section
          id="nagerekend"
          title="Nagerekend"
          intro="Wat wij uitrekenden, met de som erbij. Dit komt nooit in de plaats van het getal uit de bron."
        >
          <Stack>
            {changes.length > 0 && <ChangeTable changes={changes} />}
            <FormulaChecks
              indicators={[indicator, ...found.relatedIndicators.filter((one) => one.code !== code)]}
              formulas={formulas}
              measurements={found.relatedMeasurements}
              area={area.code}
            />
          </Stack>
        </Section>
      )}
      {found.contradictions.length > 0 && (
        <Section
          id="tegenspraken"
          title="Waar bronnen verschillen"
          intro="Alle getallen blijven staan. Eén telt mee, en hier staat waarom."
        >
          <Stack>
            {found.contradictions.map((contradiction) => (
              <ContradictionItem
                contradiction={contradiction}
                measurements={found.disputed}
                documents={documents}
                showIndicator
              />
            ))}
          </Stack>
        </Section>
      )}
      {found.unresolved.length > 0 && (
        <Section
          id="onherleidbaar"
          title="Misschien ook van dit cijfer"
          intro="Getallen en lege plekken waarvan de bron de betekenis verloor. Ze tellen niet mee."
        >
          <UnresolvedValueTable
            caption="Getallen die bij dit cijfer kunnen horen"
            hiddenCaption
            values={found.unresolved}
            documents={documents}
          />
        </Section>
      )}
      {measurements.length > 0 && (
        <Section
          id="vermeldingen"
          full
          title="Alle vermeldingen"
          intro={`${count(measurements.length, 'keer', 'keer')} staat dit cijfer in onze bronnen. ${count(
            measurements.filter(({ leads }) => leads).length,
            'getal telt mee',
            'getallen tellen mee',
          )}; een herhaling is een bron erbij.`}
        >
          <MentionTable
            caption={`Vermeldingen van ${indicator.title}`}
            hiddenCaption
            measurements={measurements}
            documents={documents}
            mainArea={area.code}
          />
          <MeasurementDownloads query={query} />
        </Section>
      )}
      <Section
        id="keten"
        title="Waar het bij hoort"
        intro="Een cijfer naast een afspraak is zelfde onderwerp, nooit vanzelf oorzaak."
      >
        <List
          items={[
            <ListLink href={`/keten/indicatoren/${encodeURIComponent(code)}`}>De keten van dit cijfer</ListLink>,
            <ListLink href={`/acties?indicator=${encodeURIComponent(code)}`}>Afspraken die dit cijfer noemen</ListLink>,
            <ListLink href={`/resultaten?indicator=${encodeURIComponent(code)}`}>
              Resultaten die dit cijfer noemen
            </ListLink>,
          ]}
        />
      </Section>
      <Section id="uitleg" title="Wat dit cijfer is">
        <DataList
          items={[
            { term: 'Telt', value: indicator.definition ?? 'Dat zegt de bron niet.' },
            { term: 'Eenheid', value: indicator.unit },
            { term: 'Gunstig', value: sideWord(indicator.favourable) },
            { term: 'Let op', value: indicator.caveats ?? 'Geen kanttekening bekend.' },
            ...(indicator.breaks.length > 0
              ? [{ term: 'Anders geteld', value: `vanaf ${indicator.breaks.map(periodInWords).join(' en vanaf ')}` }]
              : []),
          ]}
        />
        <Sources of={indicator.sources} documents={documents} />
      </Section>
    </>,
  )
}

const withBase = (one: Measurement) =>
  `${numberWords(one)}${one.basePeriod === null ? '' : ` tegen ${periodInWords(one.basePeriod)}`}`

const whenAndWhere = (one: Measurement, mainArea: string) =>
  `${periodInWords(one.period)}${one.area === mainArea ? '' : `, ${one.areaName}`}`
