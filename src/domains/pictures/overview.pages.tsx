import { addMonths } from '../../kernel/month'
import { Bookmarks, EmptyState, Opening, Section } from '../../platform/ui'
import type { Ask } from '../../platform/web/ask'
import {
  allCrimes,
  type CountedArea,
  countedAreas,
  countsOf,
  crimeTypes,
  monthsToJudge,
  noCounts,
  releaseKnownOn,
  verdictOf,
  verdictsOf,
  yearOnYear,
} from '../crime'
import { changesOf } from '../territory'
import { verdictSentence } from './change.parts'
import { mergersOf } from './merger.verbs'
import { areasBelow } from './picture'
import {
  AreaTable,
  dayMistake,
  ExampleNotice,
  finding,
  pictureAddress,
  picturesCrumb,
  ReleaseLine,
  TypeTable,
  twelveMonths,
  WhatItSays,
} from './picture.parts'
import { keepOpen } from './question.parts'
import { RegionChangeText } from './region-change.parts'
import { regionChange } from './region-change.verbs'
import { daysAsked, picturesAddress } from './view'
import { RegionViews, ViewNotices } from './view.parts'

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
    const range = { first: addMonths(last, 1 - monthsToJudge), last }
    const whole = areas.filter(({ kind }) => kind === 'regio')
    return {
      types,
      release,
      areas,
      mergers: await mergersOf(tx, {
        release,
        area: ask.region.code,
        on,
        changes: await changesOf(tx),
        first: addMonths(last, -23),
      }),
      last,
      counts: await countsOf(tx, release, areas, { ...range, type: allCrimes }),
      ofRegion: await countsOf(tx, release, whole, range),
    }
  })
  const head = {
    title: 'Veiligheidsbeelden',
    description: 'Open politiecijfers per maand, soort misdrijf, gemeente en wijk.',
    breadcrumbs: [picturesCrumb],
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
          <WhatItSays hidden={hidden} dashboard={ask.region.publication.dashboard} />
        </Section>
      </>,
    )
  }
  const { release, areas, last, counts, ofRegion, types, mergers } = found
  const asked = daysAsked({ knownOn, validOn: on, today: ask.today })
  const region = areas.find(({ kind }) => kind === 'regio')
  const total = (area: CountedArea) => {
    const own = counts.get(area.code) ?? noCounts
    return { area, ...yearOnYear(own, allCrimes, last), verdict: verdictOf(own, allCrimes, last) }
  }
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
            ? `${finding('misdrijven', total(region), last)}${verdictSentence(total(region).verdict)}`
            : 'Open cijfers van de politie, per maand, soort misdrijf en gebied.'
        }
        meta={keepOpen(ask, { view: 'regio', type: allCrimes })}
      >
        <ExampleNotice release={release} />
        <ViewNotices ask={ask} release={release} mergers={mergers} asked={asked} address={picturesAddress} />
        <Bookmarks
          items={[
            { label: 'Per gemeente', href: '#gemeenten' },
            { label: 'Per soort', href: '#soorten' },
            { label: 'Wat deze cijfers wel en niet zeggen', href: '#uitleg' },
          ]}
        />
        <RegionViews asked={asked} />
      </Opening>
      <Section
        id="samen"
        title="Waar het veranderde"
        intro="Alle misdrijven samen, alle gemeenten in één lijst beoordeeld."
      >
        <RegionChangeText change={regionChange(areas, counts, allCrimes, last)} last={last} />
        <ReleaseLine release={release} last={last} />
      </Section>
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
            address={(area) => pictureAddress(area, asked)}
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
            address={(area) => pictureAddress(area, asked)}
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
                ...yearOnYear(ofRegion.get(region.code) ?? noCounts, crimeType.code, last),
              }))}
            verdicts={verdictsOf(ofRegion.get(region.code) ?? noCounts, types, last)}
            release={release}
            last={last}
            address={(soort) => pictureAddress(region.code, { ...asked, soort })}
          />
          <ReleaseLine release={release} last={last} />
        </Section>
      )}
      <Section id="uitleg" title="Wat deze cijfers wel en niet zeggen">
        <WhatItSays hidden={hidden} dashboard={ask.region.publication.dashboard} />
      </Section>
    </>,
  )
}
