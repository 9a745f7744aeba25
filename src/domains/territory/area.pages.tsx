import { covers } from '../../kernel/period'
import {
  Code,
  DataList,
  DataTable,
  EmptyState,
  FilterForm,
  ListLink,
  Notice,
  Opening,
  Section,
  TextLink,
} from '../../platform/ui'
import { day as dayInWords } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import type { Area } from './area'
import { findArea, listAreas } from './area.store'
import { type AreaChange, areaAddress, type Whole } from './division'
import { changesOf, partsOf, wholesOf } from './division.store'
import type { TeamNeighbourhood } from './team-neighbourhood'
import { teamNeighbourhoods } from './team-neighbourhood.store'

const kindNames: Readonly<Record<Area['kind'], readonly [one: string, many: string]>> = {
  land: ['land', 'Land'],
  regio: ['regio', "Regio's"],
  district: ['district', 'Districten'],
  gemeente: ['gemeente', 'Gemeenten'],
  wijk: ['wijk', 'Wijken'],
  buurt: ['buurt', 'Buurten'],
  basisteam: ['basisteam', 'Basisteams'],
  provincie: ['provincie', 'Provincies'],
  'zvh-gebied': ['gebied van een Zorg- en Veiligheidshuis', 'Gebieden van de Zorg- en Veiligheidshuizen'],
  veiligheidsregio: ['veiligheidsregio', "Veiligheidsregio's"],
  'politie-eenheid': ['politie-eenheid', 'Politie-eenheden'],
  'buiten-regio': ['gebied buiten de regio', 'Buiten de regio'],
}

/** All areas on a day, by kind. */
export async function areasPage(ask: Ask): Promise<Response> {
  const on = ask.validOn
  if (!on) return ask.badRequest('De datum klopt niet. Schrijf jaar-maand-dag, bijvoorbeeld 2022-03-24.')
  const { areas, changes } = await ask.read(async (tx) => ({
    areas: (await listAreas(tx, { validOn: on })).items,
    changes: await changesOf(tx),
  }))
  const kinds = (Object.keys(kindNames) as Area['kind'][]).filter((kind) => areas.some((area) => area.kind === kind))
  return ask.page(
    {
      title: 'Gebieden',
      description: 'Hoe de regio is ingedeeld, nu en eerder.',
      breadcrumbs: [{ label: 'Gebieden', href: '/gebieden' }],
    },
    <>
      <Opening
        title="Hoe de regio is ingedeeld"
        lead="Gemeenten gaan samen en districten schuiven. Kies een dag en zie hoe de indeling toen was."
        meta={['Zonder datum: in de hele periode van onze bronnen']}
      >
        <FilterForm
          action="/gebieden"
          label="Kies een dag"
          fields={[{ kind: 'date', name: 'geldigOp', label: 'Indeling op', value: on }]}
          submit="Toon"
        />
        {on !== ask.today && (
          <Notice title={`Indeling van toen: ${dayInWords(on)}`}>
            Deze pagina laat de gebieden zien zoals ze op die dag waren.
          </Notice>
        )}
      </Opening>
      <Section id="wijzigingen" title="Wat er veranderde" intro="En wat al is aangekondigd.">
        <ChangeTable changes={changes} />
      </Section>
      {kinds.map((kind) => (
        <Section
          id={`soort-${kind}`}
          title={kindNames[kind][1]}
          intro={`${areas.filter((area) => area.kind === kind).length} op ${dayInWords(on)}.`}
        >
          <DataTable
            caption={kindNames[kind][1]}
            hiddenCaption
            rows={areas.filter((area) => area.kind === kind)}
            columns={[
              {
                head: 'Naam',
                rowHead: true,
                cell: (area) => <ListLink href={areaAddress(area)}>{area.name}</ListLink>,
              },
              { head: 'Code', cell: (area) => <Code>{area.code}</Code> },
              { head: 'Bestaat', cell: (area) => validityText(area), narrow: '' },
              { head: 'Let op', cell: (area) => area.note ?? '', narrow: '' },
            ]}
          />
        </Section>
      ))}
    </>,
  )
}

/** One area that has no page of its own elsewhere; municipalities, districts and the region do. */
export async function areaPage(ask: Ask): Promise<Response> {
  const on = ask.validOn
  if (!on) return ask.badRequest('De datum klopt niet. Schrijf jaar-maand-dag, bijvoorbeeld 2022-03-24.')
  const code = ask.params.code ?? ''
  const found = await ask.read(async (tx) => {
    const area = await findArea(tx, code)
    return (
      area && {
        area,
        wholes: await wholesOf(tx, code, on),
        parts: await partsOf(tx, code, on),
        neighbourhoods: (await teamNeighbourhoods(tx)).filter(
          ({ team, validity }) => team === code && covers(validity, on),
        ),
        changes: await changesOf(tx, code),
      }
    )
  })
  if (!found) return ask.notFound()
  const { area, wholes, parts, neighbourhoods, changes } = found
  const ownPage = areaAddress(area)
  if (ownPage !== `/gebieden/${code}`) return ask.redirect(ownPage)
  const breadcrumbs = [
    { label: 'Gebieden', href: '/gebieden' },
    { label: area.name, href: `/gebieden/${code}` },
  ]
  return ask.page(
    { title: area.name, breadcrumbs },
    <>
      <Opening
        title={area.name}
        lead={`Een ${kindNames[area.kind][0]}.`}
        meta={[...(validityText(area) ? [validityText(area)] : []), <Code>{area.code}</Code>]}
      />
      <Section id="indeling" title="Indeling" intro={`Op ${dayInWords(on)}.`}>
        {area.note && <Notice>{area.note}</Notice>}
        <WholeList wholes={wholes} />
        {parts.length + neighbourhoods.length > 0 ? (
          <DataTable
            caption={`Wat bij ${area.name} hoort`}
            rows={[...parts.map(ofArea), ...neighbourhoods.map(ofNeighbourhood)]}
            columns={[
              {
                head: 'Gebied',
                rowHead: true,
                cell: ({ href, name }) => (href ? <ListLink href={href}>{name}</ListLink> : name),
              },
              { head: 'Soort', cell: ({ kind }) => kind },
            ]}
          />
        ) : (
          <EmptyState title="Welke gebieden hierbij horen is nog niet ingevuld">
            Onze bronnen noemen ze niet, en wij verzinnen niets.
          </EmptyState>
        )}
      </Section>
      {changes.length > 0 && (
        <Section id="wijzigingen" title="Wat er veranderde">
          <ChangeTable changes={changes} />
        </Section>
      )}
    </>,
  )
}

const ofArea = (part: Parameters<typeof areaAddress>[0] & Pick<Area, 'name' | 'kind'>) => ({
  name: part.name,
  href: areaAddress(part),
  kind: kindNames[part.kind][0],
})
// A wijk or buurt has no page here.
const ofNeighbourhood = ({ name, wijk }: TeamNeighbourhood) => ({
  name,
  href: null,
  kind: wijk === null ? 'wijk' : 'buurt',
})

/** From when until when an area exists; empty when it does in the whole period of the sources. */
function validityText({ validity: { from, until } }: Area): string {
  if (from && until) return `van ${dayInWords(from)} tot ${dayInWords(until)}`
  if (from) return `sinds ${dayInWords(from)}`
  return until ? `tot ${dayInWords(until)}` : ''
}

export function ChangeTable({ changes }: { changes: readonly AreaChange[] }) {
  return (
    <DataTable
      caption="Wijzigingen in de indeling"
      hiddenCaption
      rows={changes}
      columns={[
        { head: 'Per', cell: (change) => dayInWords(change.effectiveOn) },
        {
          head: 'Gebied',
          rowHead: true,
          cell: (change) => <ListLink href={`/gemeenten/${change.from.code}`}>{change.from.name}</ListLink>,
        },
        {
          head: 'Gaat naar',
          cell: (change) => <ListLink href={`/gebieden/${change.to.code}`}>{change.to.name}</ListLink>,
        },
        { head: 'Stand', cell: (change) => change.state },
        { head: 'Let op', cell: (change) => change.note ?? '', narrow: '' },
      ]}
    />
  )
}

/** What an area is part of, one line per division. */
export function WholeList({ wholes }: { wholes: readonly Whole[] }) {
  // The region is reached by more than one division; it is said once.
  const shown = wholes.filter(
    ({ kind, code }, at) => kind !== 'land' && wholes.findIndex((one) => one.code === code) === at,
  )
  return (
    <DataList
      items={shown.map((whole) => ({
        term: kindNames[whole.kind][0],
        value: <TextLink href={areaAddress(whole)}>{whole.name}</TextLink>,
      }))}
    />
  )
}
