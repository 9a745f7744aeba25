import { addMonths, type Month, monthRange, parseMonth } from '../../kernel/month'
import {
  Bookmarks,
  DataTable,
  EmptyState,
  FilterForm,
  LineChart,
  Notice,
  Opening,
  Paragraph,
  Quantity,
  Section,
  TextLink,
} from '../../platform/ui'
import { period } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { areaAddress } from '../territory'
import { type CountedArea, isProvisional, perYear, seriesOf, yearOnYear } from './count'
import { countedAreas, countsOf, municipalityOf, releaseKnownOn } from './count.store'
import { allCrimes } from './crime-type'
import { crimeTypes, matchesOf } from './crime-type.store'
import { areasBelow, monthShown, splitTotal } from './picture'
import {
  AreaTable,
  CountDownloads,
  ExampleNotice,
  finding,
  monthsFinding,
  pictureAddress,
  ReleaseLine,
  TypeTable,
  twelveMonths,
  WhatItSays,
} from './picture.parts'
import { AreaViews, RegionViews } from './view.parts'

const dayMistake = 'De datum klopt niet. Schrijf jaar-maand-dag, bijvoorbeeld 2026-10-15.'
const breadcrumb = { label: 'Veiligheidsbeelden', href: '/veiligheidsbeelden' }

/** Registered crime in the region: districts and municipalities, types, and what these figures do not say. */
export async function picturesPage(ask: Ask): Promise<Response> {
  const { knownOn, validOn: on } = ask
  if (!knownOn || !on) return ask.badRequest(dayMistake)
  const found = await ask.read(async (tx) => {
    const release = await releaseKnownOn(tx, knownOn)
    const types = await crimeTypes(tx)
    if (!release) return { types }
    const areas = await countedAreas(tx, release, { region: ask.region.code, on })
    const last = release.lastMonth
    return {
      types,
      release,
      areas,
      last,
      counts: await countsOf(tx, release, areas, { first: addMonths(last, -23), last }),
    }
  })
  const head = {
    title: 'Veiligheidsbeelden',
    description: 'Open politiecijfers per maand, soort misdrijf, gemeente en wijk.',
    breadcrumbs: [breadcrumb],
  }
  const hidden = found.types.filter(({ isPublishedMonthly }) => !isPublishedMonthly).map(({ name }) => name)
  if (!found.release) {
    return ask.page(
      head,
      <>
        <Opening
          title="Veiligheidsbeelden"
          lead="Hier komen de open cijfers van de politie, per maand, soort misdrijf en gebied."
        >
          <EmptyState title="Er zijn nog geen maandcijfers.">Zodra ze er zijn, staan ze hier.</EmptyState>
        </Opening>
        <Section id="uitleg" title="Wat deze cijfers wel en niet zeggen">
          <WhatItSays hidden={hidden} />
        </Section>
      </>,
    )
  }
  const { release, areas, last, counts, types } = found
  const region = areas.find(({ kind }) => kind === 'regio')
  const total = (area: CountedArea) => ({ area, ...yearOnYear(counts.get(area.code) ?? none, allCrimes, last) })
  const districts = areas.filter(({ kind }) => kind === 'district')
  const inNoDistrict = areas.filter(
    ({ kind, code }) => kind === 'gemeente' && !districts.some(({ parts }) => parts.includes(code)),
  )
  return ask.page(
    head,
    <>
      <Opening
        title="Veiligheidsbeelden"
        lead={
          region
            ? finding('misdrijven', total(region), last)
            : 'Open cijfers van de politie, per maand, soort misdrijf en gebied.'
        }
      >
        <ExampleNotice release={release} />
        <Bookmarks
          items={[
            { label: 'Per gemeente', href: '#gemeenten' },
            { label: 'Per soort', href: '#soorten' },
            { label: 'Wat deze cijfers wel en niet zeggen', href: '#uitleg' },
          ]}
        />
        <RegionViews />
      </Opening>
      {districts.map((district) => (
        <Section
          id={district === districts[0] ? 'gemeenten' : `district-${district.code}`}
          title={district.name}
          intro={`Alle misdrijven samen, ${twelveMonths(last)}. Op naam, geen volgorde van goed naar slecht.`}
        >
          <AreaTable
            caption={`Gemeenten van ${district.name}`}
            rows={[district, ...areasBelow(district, areas)].map(total)}
            release={release}
            last={last}
            address={pictureAddress}
          />
        </Section>
      ))}
      {inNoDistrict.length > 0 && (
        <Section
          id={districts.length === 0 ? 'gemeenten' : 'overige'}
          title="Gemeenten"
          intro={`Alle misdrijven samen, ${twelveMonths(last)}.`}
        >
          <AreaTable
            caption="Gemeenten"
            rows={inNoDistrict.map(total)}
            release={release}
            last={last}
            address={pictureAddress}
          />
        </Section>
      )}
      {region && (
        <Section id="soorten" title={`Per soort, ${region.name}`} intro={`${twelveMonths(last)}.`}>
          <TypeTable
            rows={types
              .filter(({ code }) => code !== allCrimes)
              .map((crimeType) => ({
                crimeType,
                ...yearOnYear(counts.get(region.code) ?? none, crimeType.code, last),
              }))}
            release={release}
            last={last}
            address={(soort) => pictureAddress(region.code, { soort })}
          />
          <ReleaseLine release={release} last={last} />
        </Section>
      )}
      <Section id="uitleg" title="Wat deze cijfers wel en niet zeggen">
        <WhatItSays hidden={hidden} />
      </Section>
    </>,
  )
}

const none = { types: [], months: new Map() }

/** Registered crime in one area: all crimes or one type, per month, per year, per type and per part. */
export async function picturePage(ask: Ask): Promise<Response> {
  const { knownOn, validOn: on } = ask
  if (!knownOn || !on) return ask.badRequest(dayMistake)
  const code = ask.params.code ?? ''
  const askedMonth = ask.query.get('tot') ?? ''
  if (askedMonth && !parseMonth(askedMonth))
    return ask.badRequest('De maand klopt niet. Schrijf jaar-maand, bijvoorbeeld 2026-10.')
  const askedType = ask.query.get('soort') || allCrimes
  const found = await ask.read(async (tx) => {
    const release = await releaseKnownOn(tx, knownOn)
    if (!release) return null
    const within = await municipalityOf(tx, release, code)
    const wholes = await countedAreas(tx, release, { region: ask.region.code, on })
    const areas = within ? await countedAreas(tx, release, { region: ask.region.code, on, within }) : wholes
    const area = areas.find((one) => one.code === code)
    if (!area) return null
    const last = monthShown(parseMonth(askedMonth), release)
    const below = areasBelow(area, areas)
    const first = release.firstMonth
    return {
      release,
      area,
      below,
      last,
      above: wholes.filter(({ code: other, parts }) => other !== code && within !== null && parts.includes(within)),
      counts: await countsOf(tx, release, [area, ...below], { first, last }),
      types: await crimeTypes(tx),
      matches: await matchesOf(tx, askedType),
    }
  })
  if (!found) return ask.notFound()
  const { release, area, below, above, last, counts, types, matches } = found
  const shown = types.find((one) => one.code === askedType)
  if (!shown) return ask.badRequest(`De misdrijfsoort ${askedType} bestaat niet.`)
  const own = counts.get(code) ?? none
  const rows = types.map((crimeType) => ({ crimeType, ...yearOnYear(own, crimeType.code, last) }))
  const { types: typeRows } = splitTotal(rows)
  const isAll = askedType === allCrimes
  const what = isAll ? 'misdrijven' : `misdrijven van de soort ${shown.name.toLowerCase()}`
  const series = seriesOf(own, askedType, addMonths(last, -23), last)
  const measure = yearOnYear(own, askedType, last)
  const asked = {
    ...(isAll ? {} : { soort: askedType }),
    ...(last === release.lastMonth ? {} : { tot: last }),
    ...(knownOn === ask.today ? {} : { bekendOp: knownOn }),
  }
  const title = isAll ? `Veiligheidsbeeld ${area.name}` : `${shown.name} in ${area.name}`
  return ask.page(
    {
      title: area.kind === 'wijk' || area.kind === 'buurt' ? `${title} (${area.code})` : title,
      description: `Geregistreerde misdrijven in ${area.name} per maand en soort.`,
      breadcrumbs: [
        breadcrumb,
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
        lead={finding(what, measure, last)}
        meta={[
          kindWord[area.kind],
          ...(area.kind === 'gemeente' || area.kind === 'district'
            ? [<TextLink href={areaAddress({ code, kind: area.kind })}>Wat {area.name} afsprak en deed</TextLink>]
            : []),
        ]}
      >
        <ExampleNotice release={release} />
        {shown.followsPoliceEffort && (
          <Notice title="Let op.">
            Dit aantal hangt vooral af van hoeveel de politie controleert. Meer hoeft niet te betekenen dat er meer
            gebeurt.
          </Notice>
        )}
        <FilterForm
          action={pictureAddress(code)}
          label="Wat u ziet"
          fields={[
            {
              kind: 'select',
              name: 'soort',
              label: 'Soort misdrijf',
              value: isAll ? '' : askedType,
              options: [
                { value: '', label: 'Alle misdrijven samen' },
                ...types
                  .filter(({ code: type, isPublishedMonthly }) => type !== allCrimes && isPublishedMonthly)
                  .map(({ code: type, name }) => ({ value: type, label: name })),
              ],
            },
            {
              kind: 'select',
              name: 'tot',
              label: 'Tot en met',
              value: last === release.lastMonth ? '' : last,
              options: monthRange(addMonths(release.lastMonth, -24), release.lastMonth)
                .filter((month) => month >= release.firstMonth)
                .reverse()
                .map((month) => ({ value: month === release.lastMonth ? '' : month, label: period(month) })),
            },
            { kind: 'date', name: 'bekendOp', label: 'Zoals bekend op', value: knownOn },
          ]}
        />
        <AreaViews area={area} asked={asked} />
      </Opening>
      <Section id="maanden" title="Per maand" intro={isAll ? 'Alle misdrijven samen.' : shown.explanation}>
        <LineChart
          id="grafiek"
          title={monthsFinding(series)}
          measure="Geregistreerde misdrijven per maand"
          from={yearsAt(addMonths(last, -23))}
          to={yearsAt(addMonths(last, 1))}
          unit="aantal"
          points={series.map(({ month, count: value }) => ({
            period: month,
            value,
            provisional: isProvisional(month, release),
          }))}
          source={<ReleaseLine release={release} last={last} />}
          downloads={
            <CountDownloads area={code} type={askedType} {...(asked.bekendOp ? { knownOn: asked.bekendOp } : {})} />
          }
        />
      </Section>
      <Section
        id="jaren"
        title="Per jaar"
        intro="Een jaar dat nog loopt, telt minder maanden. Vergelijk dat niet met een heel jaar."
      >
        <DataTable
          caption={`${shown.name} per jaar in ${area.name}`}
          hiddenCaption
          fit
          rows={perYear(seriesOf(own, askedType, release.firstMonth, last)).reverse()}
          columns={[
            { head: 'Jaar', rowHead: true, cell: ({ year }) => year },
            {
              head: 'Aantal',
              align: 'number',
              cell: ({ year, count: value }) => (
                <Quantity value={value} provisional={last.startsWith(year) && isProvisional(last, release)} />
              ),
            },
            { head: 'Maanden', align: 'number', cell: ({ months }) => (months === 12 ? '12' : `${months} van 12`) },
          ]}
        />
        <ReleaseLine release={release} last={last} />
      </Section>
      {isAll ? (
        <Section id="soorten" title="Per soort" intro={`${twelveMonths(last)}.`}>
          <TypeTable
            rows={typeRows}
            release={release}
            last={last}
            address={(soort) => pictureAddress(code, { ...asked, soort })}
          />
          <ReleaseLine release={release} last={last} />
        </Section>
      ) : (
        matches.length > 0 && (
          <Section id="coalitie" title="In de plannen van de coalitie" intro="Wat daar bijna hetzelfde telt.">
            {matches.map(({ indicator, difference }) => (
              <Paragraph>
                <TextLink href={`/indicatoren/${encodeURIComponent(indicator.code)}`}>{indicator.title}</TextLink>.{' '}
                {difference}
              </Paragraph>
            ))}
          </Section>
        )
      )}
      {below.length > 0 && (
        <Section
          id="delen"
          title={belowWord[area.kind] ?? 'Delen'}
          intro={`${shown.name}, ${twelveMonths(last)}. Op naam.`}
        >
          <AreaTable
            caption={`Delen van ${area.name}`}
            rows={below.map((part) => ({ area: part, ...yearOnYear(counts.get(part.code) ?? none, askedType, last) }))}
            release={release}
            last={last}
            address={(part) => pictureAddress(part, asked)}
          />
          <ReleaseLine release={release} last={last} />
        </Section>
      )}
      <Section id="uitleg" title="Wat deze cijfers wel en niet zeggen">
        <Paragraph>
          Dit is wat de politie registreerde.{' '}
          <TextLink href="/veiligheidsbeelden#uitleg">Lees wat dat wel en niet zegt</TextLink>, en{' '}
          <TextLink href="/veiligheidsbeelden/wat-we-niet-meten">wat we niet meten</TextLink>.
        </Paragraph>
      </Section>
    </>,
  )
}

/** The first day of a month as years with a fraction, near enough for a drawing. */
const yearsAt = (month: Month) => Number(month.slice(0, 4)) + (Number(month.slice(5)) - 1) / 12

const kindWord: Readonly<Record<CountedArea['kind'], string>> = {
  regio: 'Regio',
  district: 'District',
  gemeente: 'Gemeente',
  wijk: 'Wijk',
  buurt: 'Buurt',
}
const belowWord: Partial<Record<CountedArea['kind'], string>> = {
  regio: 'Districten',
  district: 'Gemeenten',
  gemeente: 'Wijken',
  wijk: 'Buurten',
}
