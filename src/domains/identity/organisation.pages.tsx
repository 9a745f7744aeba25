import { parseSourceRef } from '../../kernel/source'
import type { Entry } from '../../platform/search/search'
import { entriesOf } from '../../platform/search/search.store'
import {
  Code,
  ColumnList,
  DataList,
  DataTable,
  Downloads,
  EmptyState,
  FilterForm,
  List,
  ListLink,
  Notice,
  Opening,
  Section,
  type Source,
  SourceLine,
  TextLink,
} from '../../platform/ui'
import { count, day as dayInWords } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { type Organisation, type OrganisationKind, organisationKinds } from './organisation'
import { findOrganisation, listOrganisations, predecessorsOf } from './organisation.store'

const kindNames: Readonly<Record<OrganisationKind, readonly [one: string, many: string]>> = {
  gemeente: ['gemeente', 'Gemeenten'],
  om: ['onderdeel van het Openbaar Ministerie', 'Openbaar Ministerie'],
  politie: ['onderdeel van de politie', 'Politie'],
  riec: ['Regionaal Informatie- en Expertisecentrum (RIEC)', 'RIEC'],
  zvh: ['Zorg- en Veiligheidshuis', 'Zorg- en Veiligheidshuizen'],
  bureau: ['bureau', 'Bureaus'],
  belastingdienst: ['onderdeel van de Belastingdienst', 'Belastingdienst'],
  provincie: ['provincie', 'Provincies'],
  pvo: ['Platform Veilig Ondernemen', 'Platform Veilig Ondernemen'],
  overig: ['andere partner', 'Andere partners'],
}

const wrongDay = 'De datum klopt niet. Schrijf jaar-maand-dag, bijvoorbeeld 2022-03-24.'

/** Every organisation on a day, by kind. */
export async function organisationsPage(ask: Ask): Promise<Response> {
  const on = ask.validOn
  if (!on) return ask.badRequest(wrongDay)
  const kind = ask.query.get('soort') || null
  if (kind !== null && !(organisationKinds as readonly string[]).includes(kind))
    return ask.badRequest('Dit soort organisatie kennen we niet. Kies een soort uit de lijst.')
  const filter = { validOn: on, kind: (kind ?? undefined) as OrganisationKind | undefined }
  const { total, items } = await ask.read((tx) => listOrganisations(tx, filter))
  const kinds = organisationKinds.filter((one) => items.some((item) => item.kind === one))
  return ask.page(
    {
      title: 'Organisaties',
      description: 'Wie in de regio iets trekt of eraan meedoet.',
      breadcrumbs: [{ label: 'Organisaties', href: '/organisaties' }],
    },
    <>
      <Opening
        title={kind === null ? 'Wie meedoet' : kindNames[kind as OrganisationKind][1]}
        lead="Gemeenten, het Openbaar Ministerie, de politie en hun partners. Iedere organisatie houdt haar adres, ook als zij niet meer bestaat."
        meta={[count(total, 'organisatie', 'organisaties')]}
      >
        <FilterForm
          action="/organisaties"
          label="Kies een dag of een soort"
          live
          fields={[
            { kind: 'date', name: 'geldigOp', label: 'Stand op', value: on },
            {
              kind: 'select',
              name: 'soort',
              label: 'Soort',
              options: [
                { value: '', label: 'Alle soorten' },
                ...organisationKinds.map((value) => ({ value, label: kindNames[value][1] })),
              ],
              value: kind ?? '',
            },
          ]}
          submit="Toon"
          clear={kind !== null || on !== ask.today ? '/organisaties' : undefined}
        />
        {on !== ask.today && (
          <Notice title={`Stand van toen: ${dayInWords(on)}`}>
            Deze pagina laat zien welke organisaties er toen waren.
          </Notice>
        )}
      </Opening>
      {kinds.length === 0 && <EmptyState title="Op deze dag was er geen organisatie van dit soort." />}
      {kinds.map((one) => (
        <Section
          id={`soort-${one}`}
          title={kindNames[one][1]}
          intro={`${items.filter((item) => item.kind === one).length} op ${dayInWords(on)}.`}
        >
          <OfOneKind items={items.filter((item) => item.kind === one)} kind={one} />
        </Section>
      ))}
      <Section id="meenemen" title="Meenemen">
        <Downloads
          csv="/api/v1/organisaties.csv"
          excelCsv="/api/v1/organisaties-excel.csv"
          xlsx="/api/v1/organisaties.xlsx"
          json="/api/v1/organisaties"
        />
      </Section>
    </>,
  )
}

// A municipality works for itself, so its name says it all.
function OfOneKind({ items, kind }: { items: readonly Organisation[]; kind: OrganisationKind }) {
  if (kind === 'gemeente')
    return (
      <ColumnList
        groups={[{ items: items.map(({ code, name }) => ({ label: name, href: `/organisaties/${code}` })) }]}
      />
    )
  return (
    <DataTable
      caption={kindNames[kind][1]}
      hiddenCaption
      wideFirst
      rows={items}
      columns={[
        {
          head: 'Naam',
          rowHead: true,
          cell: ({ code, name }) => <ListLink href={`/organisaties/${code}`}>{name}</ListLink>,
        },
        { head: 'Werkt voor', cell: ({ areas }) => areas.map(({ name }) => name).join(', ') || 'niet genoemd' },
      ]}
    />
  )
}

/** One organisation: what it is, for whom it works, and where to read what it leads. */
export async function organisationPage(ask: Ask): Promise<Response> {
  const code = ask.params.code ?? ''
  const found = await ask.read(async (tx) => {
    const organisation = await findOrganisation(tx, code)
    return (
      organisation && {
        organisation,
        successor: organisation.successor === null ? null : await findOrganisation(tx, organisation.successor),
        predecessors: await predecessorsOf(tx, code),
        documents: await entriesOf(tx, 'document', documentsIn(organisation.sources)),
      }
    )
  })
  if (!found) return ask.notFound()
  const { organisation, successor, predecessors, documents } = found
  const { name, kind, validity, withdrawnOn } = organisation
  const link = ({ code: to, name: label }: Organisation) => <TextLink href={`/organisaties/${to}`}>{label}</TextLink>
  const facts = [
    { term: 'Soort', value: kindNames[kind][0] },
    { term: 'Werkt voor', value: organisation.areas.length > 0 ? <AreaLinks of={organisation} /> : 'niet genoemd' },
    ...(validity.from ? [{ term: 'Bestaat sinds', value: dayInWords(validity.from) }] : []),
    ...(validity.until ? [{ term: 'Bestond tot', value: dayInWords(validity.until) }] : []),
    ...(successor ? [{ term: 'Werk overgenomen door', value: link(successor) }] : []),
    ...(predecessors.length > 0
      ? [{ term: 'Nam het werk over van', value: predecessors.map((one, at) => [at > 0 ? ', ' : '', link(one)]) }]
      : []),
    ...(organisation.cbsCode ? [{ term: 'CBS-code', value: <Code>{organisation.cbsCode}</Code> }] : []),
    ...(organisation.tooiUri
      ? [{ term: 'TOOI', value: <TextLink href={organisation.tooiUri}>{organisation.tooiUri}</TextLink> }]
      : []),
    ...(organisation.note ? [{ term: 'Let op', value: organisation.note }] : []),
  ]
  return ask.page(
    {
      title: name,
      description: `${name}: ${kindNames[kind][0]}.`,
      breadcrumbs: [
        { label: 'Organisaties', href: '/organisaties' },
        { label: name, href: `/organisaties/${code}` },
      ],
    },
    <>
      <Opening
        title={name}
        lead={
          organisation.standsForAll
            ? 'Een naam voor alle gemeenten samen. Wat hieronder valt, bindt elke gemeente.'
            : `Een ${kindNames[kind][0]}.`
        }
        meta={[<Code>{code}</Code>]}
      >
        {withdrawnOn && (
          <Notice title={`Vervallen per ${dayInWords(withdrawnOn)}.`}>
            Deze organisatie staat niet meer in de lijst.
          </Notice>
        )}
      </Opening>
      <Section id="gegevens" title="Wie dit is">
        <DataList items={facts} />
        <SourceLine sources={asSources(organisation.sources, documents)} />
      </Section>
      <Section id="werk" title="Wat zij doet" intro="Uit de plannen van de coalitie.">
        <List
          items={[
            <TextLink href={`/acties?trekker=${code}`}>Acties waar {name} de trekker van is</TextLink>,
            <TextLink href={`/acties?deelnemer=${code}`}>Acties waar {name} aan meedoet</TextLink>,
            <TextLink href={`/resultaten?trekker=${code}`}>Resultaten met {name} als trekker</TextLink>,
            ...(kind === 'gemeente'
              ? [<TextLink href={`/gemeenten/${code}`}>Alles wat de gemeente {name} bindt</TextLink>]
              : []),
          ]}
        />
      </Section>
    </>,
  )
}

function AreaLinks({ of: { areas } }: { of: Organisation }) {
  return (
    <>
      {areas.map(({ code, name }, at) => (
        <>
          {at > 0 ? ', ' : ''}
          <TextLink href={`/gebieden/${code}`}>{name}</TextLink>
        </>
      ))}
    </>
  )
}

const documentsIn = (sources: readonly string[]) => sources.map((source) => source.split(':')[0] ?? '')

// Documents belong to a later domain; their names and pages are what anybody can find.
function asSources(sources: readonly string[], documents: ReadonlyMap<string, Entry>): Source[] {
  return sources.flatMap((text) => {
    const ref = parseSourceRef(text)
    if (!ref) return []
    const { document, lines } = ref
    const entry = documents.get(document)
    return [
      {
        document: entry?.title ?? document,
        lines,
        ...(entry ? { href: entry.href } : {}),
      },
    ]
  })
}
