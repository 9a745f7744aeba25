import { addMonths, parseMonth } from '../../kernel/month'
import { FilterForm, Notice, Opening, Paragraph, Section, Stack, TextLink } from '../../platform/ui'
import { count } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import {
  allCrimes,
  isTooFew,
  longSums,
  monthShown,
  noCounts,
  seriesOf,
  verdictOf,
  verdictsOf,
  yearOnYear,
} from '../crime'
import { KeyFiguresSection, keyFiguresOf } from '../population'
import { areaAddress } from '../territory'
import { deedsOf, type FindDeeds, surveysOf, targetsOf } from './beside.verbs'
import { methodAddress, verdictSentence } from './change.parts'
import { formerPage } from './former-area.pages'
import { MergerNotices } from './merger.parts'
import { MonthsChart } from './months.parts'
import { NoteList } from './note.parts'
import { PartsMap } from './parts-map.parts'
import { Perception } from './perception.parts'
import { partsWithoutFigures, restOf } from './picture'
import {
  AreaTable,
  dayMistake,
  ExampleNotice,
  finding,
  type PictureQuery,
  pictureAddress,
  picturesCrumb,
  ReleaseLine,
  TypeTable,
  twelveMonths,
} from './picture.parts'
import { type Placed, pictureOf, placeArea, shownPart } from './picture.verbs'
import { DifferenceTable, kindWord, LongerTime, PastNotice, partsWord, pictureFilters } from './picture-sections.parts'
import { keepOpen } from './question.parts'
import { daysAsked } from './view'
import { AreaViews, divisionField } from './view.parts'
import { TargetOutlook, YearsChart } from './year.parts'

/** The region an area is shown beside; null for the region itself. */
const regionBeside = ({ above }: Placed) => above.find(({ kind }) => kind === 'regio') ?? null

/** Registered crime in one area: all crimes or one type, per month, per year, per type and per part. */
export async function picturePage(ask: Ask, findDeeds: FindDeeds): Promise<Response> {
  const { knownOn, validOn } = ask
  if (!knownOn || !validOn) return ask.badRequest(dayMistake)
  const code = ask.params.code ?? ''
  const askedMonth = ask.query.get('tot') ?? ''
  if (askedMonth && !parseMonth(askedMonth))
    return ask.badRequest('De maand klopt niet. Schrijf jaar-maand, bijvoorbeeld 2026-10.')
  const type = ask.query.get('soort') || allCrimes
  const found = await ask.read(async (tx) => {
    const placed = await placeArea(tx, { code, region: ask.region.code, on: validOn, knownOn })
    if (!placed || 'former' in placed) return placed
    const last = monthShown(parseMonth(askedMonth), placed.release)
    const picture = await pictureOf(tx, placed, { type, last, today: ask.today })
    const series = seriesOf(picture.counts.get(placed.area.code) ?? noCounts, type, placed.release.firstMonth, last)
    const { matches } = picture
    return {
      placed,
      last,
      picture,
      series,
      deeds: await deedsOf(tx, placed, matches, findDeeds),
      targets: await targetsOf(tx, placed, { matches, knownOn, type, series }),
      keyFigures: await keyFiguresOf(tx, placed.release, placed.area, regionBeside(placed), { on: placed.on, knownOn }),
      heard: type === allCrimes ? await surveysOf(tx, placed, knownOn) : null,
    }
  })
  if (!found) return ask.notFound()
  if ('former' in found) return formerPage(ask, found)
  const { placed, last, picture, series, targets, heard } = found
  const { release, area, below, above, municipality } = placed
  const { counts, own, types, matches } = picture
  const shown = types.find((one) => one.code === type)
  if (!shown) return ask.badRequest(`De misdrijfsoort ${type} bestaat niet.`)
  const countsIn = (one: { readonly code: string }) => counts.get(one.code) ?? noCounts
  const measureOf = (one: Placed['area']) => ({
    area: one,
    ...yearOnYear(countsIn(one), type, last),
    verdict: verdictOf(countsIn(one), type, last),
  })
  const verdicts = verdictsOf(own, types, last)
  const measure = measureOf(area)
  const isAll = type === allCrimes
  const what = isAll ? 'misdrijven' : `misdrijven van de soort ${shown.name.toLowerCase()}`
  const asked: PictureQuery = {
    ...(isAll ? {} : { soort: type }),
    ...(last === release.lastMonth ? {} : { tot: last }),
    ...daysAsked({ knownOn, validOn, today: ask.today }),
  }
  const title = isAll ? `Veiligheidsbeeld ${area.name}` : `${shown.name} in ${area.name}`
  const beside = [...(municipality && municipality !== area ? [municipality] : []), ...above.toReversed()]
  const missing = partsWithoutFigures(area, below)
  const partMeasures = below.map((part) => shownPart(part, counts, { type, last, release }))
  return ask.page(
    {
      title: area.kind === 'wijk' || area.kind === 'buurt' ? `${title} (${area.code})` : title,
      description: `Geregistreerde misdrijven in ${area.name} per maand en soort.`,
      breadcrumbs: [
        picturesCrumb,
        ...above
          .filter(({ kind }) => kind !== 'regio')
          .map((one) => ({ label: one.name, href: pictureAddress(one.code) })),
        ...(area.municipality ? [{ label: area.municipality.name, href: pictureAddress(area.municipality.code) }] : []),
        { label: area.name, href: pictureAddress(code) },
      ],
    },
    <>
      <Opening
        title={title}
        lead={
          <>
            {isTooFew(measure) ? 'Te weinig voorvallen om iets over te zeggen. ' : ''}
            {finding(what, measure, last)}
            {verdictSentence(verdicts.get(type))}
          </>
        }
        meta={[
          kindWord[area.kind],
          ...(area.kind === 'gemeente' || area.kind === 'district'
            ? [<TextLink href={areaAddress({ code, kind: area.kind })}>Wat {area.name} afsprak en deed</TextLink>]
            : []),
          ...(area.kind === 'wijk' || area.kind === 'buurt'
            ? []
            : [<TextLink href={`/rapportages?gebied=${encodeURIComponent(code)}`}>Rapportages</TextLink>]),
          ...keepOpen(ask, { view: 'beeld', area: code, type }),
        ]}
      >
        <ExampleNotice release={release} />
        <PastNotice ask={ask} release={release} address={pictureAddress(code, { ...asked, bekendOp: '' })} />
        <MergerNotices
          area={code}
          mergers={placed.mergers}
          address={({ area: other, ...division }) => pictureAddress(other ?? code, { ...asked, ...division })}
        />
        {shown.followsPoliceEffort && (
          <Notice title="Let op.">
            Dit aantal hangt vooral af van hoeveel de politie controleert. Meer hoeft niet te betekenen dat er meer
            gebeurt.
          </Notice>
        )}
        <FilterForm
          action={pictureAddress(code)}
          label="Wat u ziet"
          live
          hidden={divisionField(asked)}
          fields={pictureFilters({ type, types, last, release, knownOn })}
        />
        <AreaViews area={area} asked={asked} />
      </Opening>
      {(picture.notes.length > 0 || picture.mayExplain) && (
        <Section id="duiding" title="Duiding" intro={`Wat er in ${area.name} speelde, volgens wie het daar volgt.`}>
          <NoteList area={code} notes={picture.notes} types={types} mayExplain={picture.mayExplain} />
        </Section>
      )}
      <Section id="maanden" title="Per maand" intro={isAll ? 'Alle misdrijven samen.' : shown.explanation}>
        <MonthsChart
          area={area}
          type={type}
          series={series.filter(({ month }) => month >= addMonths(last, -23))}
          last={last}
          release={release}
          late={picture.late}
          deeds={found.deeds}
          asked={asked}
        />
      </Section>
      {isTooFew(measure) && (
        <Section
          id="langer"
          title="Over langere tijd"
          intro="Eén voorval meer of minder maakt hier al veel verschil. Daarom ook de som van meer jaren, en de grotere gebieden ernaast."
        >
          <LongerTime
            rows={[area, ...beside].map((one) => ({
              ...measureOf(one),
              sums: longSums(seriesOf(countsIn(one), type, release.firstMonth, last), last),
            }))}
            release={release}
            last={last}
            address={(other) => pictureAddress(other, asked)}
          />
          <ReleaseLine release={release} last={last} />
        </Section>
      )}
      <Section
        id="jaren"
        title="Per jaar"
        intro="Een jaar dat nog loopt, telt minder maanden. Vergelijk dat niet met een heel jaar."
      >
        <Stack>
          <TargetOutlook targets={targets} />
          <YearsChart area={area} type={type} series={series} release={release} targets={targets} asked={asked} />
        </Stack>
      </Section>
      {heard && (
        <Section
          id="beleving"
          title="Wat mensen zeggen"
          intro="Naast wat de politie registreerde. Het zijn twee dingen, dus twee grafieken."
        >
          <Perception heard={heard} areaCode={code} series={series} release={release} asked={asked} />
        </Section>
      )}
      <KeyFiguresSection of={found.keyFigures} area={area.name} region={regionBeside(placed)?.name ?? null} />
      {isAll ? (
        <Section id="soorten" title="Per soort" intro={`${twelveMonths(last)}.`}>
          <TypeTable
            rows={types
              .filter((one) => one.code !== allCrimes)
              .map((crimeType) => ({ crimeType, ...yearOnYear(own, crimeType.code, last) }))}
            verdicts={verdicts}
            release={release}
            last={last}
            address={(soort) => pictureAddress(code, { ...asked, soort })}
          />
          <ReleaseLine release={release} last={last} />
        </Section>
      ) : null}
      {matches.length > 0 && (
        <Section id="coalitie" title="In de plannen van de coalitie" intro="Wat daar bijna hetzelfde telt.">
          {matches.map(({ indicator, difference }) => (
            <Paragraph>
              <TextLink href={`/indicatoren/${encodeURIComponent(indicator.code)}`}>{indicator.title}</TextLink>.{' '}
              {difference}
            </Paragraph>
          ))}
        </Section>
      )}
      {missing > 0 && (
        <Notice
          kind="attention"
          title={`Van ${count(missing, 'wijk of buurt', 'wijken of buurten')} van dit basisteam zijn er geen cijfers.`}
        >
          Deze levering heeft een andere indeling. Daarom weten we het totaal van het basisteam niet.
        </Notice>
      )}
      {below.length > 0 && (
        <Section
          id="delen"
          title={partsWord[area.kind]?.many ?? 'Delen'}
          intro={`${shown.name}, ${twelveMonths(last)}. Op naam.`}
        >
          <PartsMap
            area={area}
            parts={partMeasures}
            boundaries={picture.boundaries}
            type={shown}
            release={release}
            last={last}
            asked={asked}
            address={(part) => pictureAddress(part, asked)}
          />
          <AreaTable
            caption={`Delen van ${area.name}`}
            rows={partMeasures}
            rest={restOf(measure, partMeasures)}
            restLabel={`${partsWord[area.kind]?.one ?? 'deel'} onbekend`}
            release={release}
            last={last}
            address={(part) => pictureAddress(part, asked)}
          />
          <ReleaseLine release={release} last={last} />
        </Section>
      )}
      {picture.differences.length > 0 && (
        <Section
          id="verschillen"
          title="Waar de bron niet optelt"
          intro="De politie geeft hier voor het geheel een ander aantal dan voor de delen samen. Wij laten beide staan."
        >
          <DifferenceTable
            caption={`Verschillen in de bron voor ${area.name}`}
            differences={picture.differences}
            types={types}
          />
          <ReleaseLine release={release} last={last} />
        </Section>
      )}
      <Section id="uitleg" title="Wat deze cijfers wel en niet zeggen">
        <Paragraph>
          Dit is wat de politie registreerde.{' '}
          <TextLink href="/veiligheidsbeelden#uitleg">Lees wat dat wel en niet zegt</TextLink>, en{' '}
          <TextLink href="/veiligheidsbeelden/wat-we-niet-meten">wat we niet meten</TextLink>.{' '}
          <TextLink href={methodAddress}>Hoe wij verandering beoordelen</TextLink>
        </Paragraph>
      </Section>
    </>,
  )
}
