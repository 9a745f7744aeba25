import { addMonths, type Month, monthRange, parseMonth } from '../../kernel/month'
import {
  DataTable,
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
import { type CountedArea, isProvisional, noCounts, perYear, seriesOf, yearOnYear } from './count'
import { countedAreas, countsOf, municipalityOf, releaseKnownOn } from './count.store'
import { allCrimes } from './crime-type'
import { crimeTypes, matchesOf } from './crime-type.store'
import { areasBelow, monthShown, splitTotal } from './picture'
import {
  AreaTable,
  CountDownloads,
  dayMistake,
  ExampleNotice,
  finding,
  monthsFinding,
  pictureAddress,
  picturesCrumb,
  ReleaseLine,
  TypeTable,
  twelveMonths,
} from './picture.parts'
import { AreaViews } from './views.parts'

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
  const own = counts.get(code) ?? noCounts
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
            rows={below.map((part) => ({
              area: part,
              ...yearOnYear(counts.get(part.code) ?? noCounts, askedType, last),
            }))}
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
