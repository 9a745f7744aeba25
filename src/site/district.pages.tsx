import { AreaPages, pagesAbout } from '../domains/accounts'
import { documentTitles, isOutcome, measurementsOf } from '../domains/figures'
import { listBodies } from '../domains/governance'
import { levelsOfPlace } from '../domains/levels'
import { ActionList, listActions, promiseWords, ResultList, resultsMentioning } from '../domains/strategy'
import { findArea, municipalitiesOn, tilesOn, WholeList, wholesOf } from '../domains/territory'
import {
  Bookmarks,
  Code,
  ColumnList,
  EmptyState,
  Fold,
  Opening,
  Paragraph,
  Section,
  TextLink,
  TileLocator,
} from '../platform/ui'
import { count, day as dayInWords } from '../platform/ui/wording'
import type { Ask } from '../platform/web/ask'
import { FigureTable } from './figure-table.parts'

/** A district: its municipalities, what it promised, what came of it and what the figures say. */
export async function districtPage(ask: Ask): Promise<Response> {
  const on = ask.validOn
  const knownOn = ask.knownOn
  if (!on || !knownOn) return ask.badRequest('De datum klopt niet. Schrijf jaar-maand-dag, bijvoorbeeld 2022-03-24.')
  const code = ask.params.code ?? ''
  const found = await ask.read(async (tx) => {
    const area = await findArea(tx, code)
    if (area?.kind !== 'district') return null
    const groups = await municipalitiesOn(tx, ask.region.code, on)
    return {
      area,
      municipalities: groups.find(({ district }) => district?.code === code)?.municipalities ?? [],
      colleges: (await listBodies(tx, { validOn: on, level: 'district', kind: 'college' })).items,
      wholes: await wholesOf(tx, code, on),
      tiles: await tilesOn(tx, ask.region.code, on),
      actions: (await listActions(tx, { area: code })).items,
      results: (await resultsMentioning(tx, [code])).items,
      figures: (await measurementsOf(tx, { knownOn, area: code, leads: true })).filter(isOutcome),
      documents: await documentTitles(tx),
      levels: await levelsOfPlace(tx, { code, name: area.name, kind: 'district' }),
      pages: await pagesAbout(tx, code),
    }
  })
  if (!found) return ask.notFound()
  const { area, municipalities, colleges, wholes, tiles, actions, results, figures } = found
  const newest = Math.max(...actions.map(({ plan }) => plan.from ?? 0))
  const current = actions.filter(({ plan }) => plan.from === newest)
  const earlier = actions.filter(({ plan }) => plan.from !== newest)
  const inDistrict = tiles.filter((tile) => tile.district === code)
  return ask.page(
    {
      title: `District ${area.name}`,
      description: `Wat het district ${area.name} afsprak, deed en bereikte.`,
      breadcrumbs: [
        { label: 'Gemeenten', href: '/gemeenten' },
        { label: area.name, href: `/districten/${code}` },
      ],
    },
    <>
      <Opening
        title={`District ${area.name}`}
        lead={`${count(municipalities.length, 'gemeente werkt', 'gemeenten werken')} hier samen met de politie en het Openbaar Ministerie. De plannen noemen dit district in ${promiseWords(actions)}.`}
        meta={[
          <>
            Code <Code>{code}</Code>
          </>,
          ...colleges.map((body) => <TextLink href={`/gremia/${body.code}`}>{body.name}</TextLink>),
        ]}
        locator={
          inDistrict[0] && (
            <TileLocator
              tiles={tiles.map(({ column, row, districtName }) => ({ column, row, district: districtName }))}
              here={inDistrict[0]}
            />
          )
        }
      >
        <Bookmarks
          items={[
            { label: 'Gemeenten', href: '#gemeenten' },
            { label: 'Wat is afgesproken', href: '#afgesproken' },
            { label: 'Wat is gedaan', href: '#gedaan' },
            { label: 'Wat de cijfers zeggen', href: '#cijfers' },
          ]}
        />
      </Opening>
      <Section id="gemeenten" title="Gemeenten" intro={`Op ${dayInWords(on)}.`}>
        <ColumnList
          groups={[{ items: municipalities.map(({ code: of, name }) => ({ label: name, href: `/gemeenten/${of}` })) }]}
        />
      </Section>
      <Section id="afgesproken" title="Wat is afgesproken" intro="Wat de plannen voor dit district noemen.">
        {current.length > 0 ? (
          <ActionList actions={current} groupBy={({ programme, plan }) => `${programme.title}, ${plan.title}`} />
        ) : (
          <EmptyState title="Geen plan noemt dit district" />
        )}
        {earlier.length > 0 && (
          <Fold label={`Uit eerdere plannen: ${promiseWords(earlier)}`}>
            <ActionList actions={earlier} groupBy={({ plan }) => plan.title} />
          </Fold>
        )}
      </Section>
      {found.levels}
      <Section id="gedaan" title="Wat is gedaan" intro="Alleen wat in een vastgesteld stuk staat.">
        {results.length > 0 ? (
          <ResultList results={results} groupBy={({ year }) => `Over ${year}`} />
        ) : (
          <EmptyState
            title="Geen resultaat noemt dit district"
            action={{ label: 'Wat de regio meldde', href: '/verantwoording' }}
          />
        )}
      </Section>
      <AreaPages area={code} pages={found.pages} />
      <Section id="cijfers" title="Wat de cijfers zeggen">
        {figures.length > 0 ? (
          <FigureTable caption={`Uitkomsten in ${area.name}`} figures={figures} />
        ) : (
          <EmptyState title="Onze bronnen geven geen cijfers van dit district" />
        )}
        <Paragraph small quiet>
          Een doel geldt voor de regio als geheel. Een district heeft in deze bronnen geen eigen doel.
        </Paragraph>
      </Section>
      <Section id="indeling" title="Waar het bij hoort">
        <WholeList wholes={wholes} />
      </Section>
    </>,
  )
}
