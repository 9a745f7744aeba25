import { covers } from '../../kernel/period'
import {
  Code,
  DataList,
  DataTable,
  Downloads,
  FilterForm,
  List,
  ListLink,
  Notice,
  Opening,
  Section,
  TextLink,
} from '../../platform/ui'
import { count, day as dayInWords } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { documentTitles, Sources } from '../figures'
import { type Party, partyAddress, partyNames } from '../identity'
import { listAreas } from '../territory'
import { validityText, wrongDay, yearsText } from './body.parts'
import { Composition } from './composition.parts'
import { isSameGroup, type WorkingGroup } from './working-group'
import { findWorkingGroup, listWorkingGroups, seatsOf } from './working-group.store'

/** The groups of a day, and those of other years. */
export async function workingGroupsPage(ask: Ask): Promise<Response> {
  const on = ask.validOn
  if (!on) return ask.badRequest(wrongDay)
  const { groups, parties } = await ask.read(async (tx) => {
    const { items } = await listWorkingGroups(tx)
    const codes = items.flatMap(({ reportsTo }) => (reportsTo === null ? [] : [reportsTo]))
    return { groups: items, parties: await partyNames(tx, codes) }
  })
  const now = groups.filter(({ validity }) => covers(validity, on))
  const other = groups.filter(({ validity }) => !covers(validity, on))
  return ask.page(
    {
      title: 'Werkgroepen',
      description: 'Groepen van bestuurders en ambtenaren die een prioriteit trekken.',
      breadcrumbs: [{ label: 'Werkgroepen', href: '/werkgroepen' }],
    },
    <>
      <Opening
        title="Wie een prioriteit trekt"
        lead="Tot en met 2022 heetten de groepen van bestuurders taskforces, sindsdien bestuurlijke werkgroepen. Ambtelijke werkgroepen doen het werk."
        meta={[`Op ${dayInWords(on)}`, count(now.length, 'groep', 'groepen')]}
      >
        <FilterForm
          action="/werkgroepen"
          label="Kies een dag"
          fields={[{ kind: 'date', name: 'geldigOp', label: 'Stand op', value: on }]}
          submit="Toon"
          clear={on === ask.today ? undefined : '/werkgroepen'}
        />
        {on !== ask.today && (
          <Notice title={`Stand van toen: ${dayInWords(on)}.`}>Sindsdien kan er iets veranderd zijn.</Notice>
        )}
      </Opening>
      <Section id="groepen" title="De groepen" intro={`Op ${dayInWords(on)}.`}>
        <GroupTable
          caption={`Groepen op ${dayInWords(on)}`}
          groups={now}
          parties={parties}
          empty="Onze bronnen noemen op deze dag geen groep."
        />
      </Section>
      {other.length > 0 && (
        <Section id="andere-jaren" title="Andere jaren" intro="Wat voorbij is, en wat later kwam.">
          <GroupTable caption="Groepen van andere jaren" groups={other} parties={parties} />
        </Section>
      )}
      <Section id="meenemen" title="Meenemen">
        <Downloads
          csv="/api/v1/werkgroepen.csv"
          excelCsv="/api/v1/werkgroepen-excel.csv"
          xlsx="/api/v1/werkgroepen.xlsx"
          json="/api/v1/werkgroepen"
        />
      </Section>
    </>,
  )
}

function GroupTable(props: {
  caption: string
  groups: readonly WorkingGroup[]
  parties: ReadonlyMap<string, Party>
  empty?: string
}) {
  return (
    <DataTable
      caption={props.caption}
      hiddenCaption
      rows={props.groups}
      empty={props.empty}
      columns={[
        {
          head: 'Groep',
          rowHead: true,
          cell: ({ code, name }) => <ListLink href={`/werkgroepen/${code}`}>{name}</ListLink>,
        },
        { head: 'Soort', cell: ({ kind }) => kind },
        {
          head: 'Prioriteit',
          cell: ({ priority }) =>
            priority ? (
              <ListLink href={`/prioriteiten/${priority.code}`}>{priority.title}</ListLink>
            ) : (
              'niet aan één verbonden'
            ),
        },
        {
          head: 'Doet verslag aan',
          cell: ({ reportsTo }) => <PartyLink party={reportsTo ? props.parties.get(reportsTo) : undefined} />,
        },
        { head: 'Wanneer', cell: ({ validity }) => yearsText(validity) },
      ]}
    />
  )
}

function PartyLink({ party }: { party: Party | undefined }) {
  return party ? <ListLink href={partyAddress(party)}>{party.name}</ListLink> : <>onbekend</>
}

/** One group: what it is for, to whom it reports, and who sits in it beside what was agreed. */
export async function workingGroupPage(ask: Ask): Promise<Response> {
  const code = ask.params.code ?? ''
  const found = await ask.read(async (tx) => {
    const group = await findWorkingGroup(tx, code)
    if (!group) return null
    const sameGroups = (await listWorkingGroups(tx)).items.filter((other) => isSameGroup(group, other))
    const on = group.validity.from ?? ask.today
    return {
      group,
      sameGroups,
      seats: await seatsOf(tx, [code, ...sameGroups.map((other) => other.code)]),
      parties: await partyNames(tx, group.reportsTo === null ? [] : [group.reportsTo]),
      districts: (await listAreas(tx, { validOn: on, kind: 'district', within: ask.region.code })).items,
      documents: await documentTitles(tx),
    }
  })
  if (!found) return ask.notFound()
  const { group, sameGroups, parties, documents } = found
  return ask.page(
    {
      title: group.name,
      description: `${group.name}: ${group.kind}.`,
      breadcrumbs: [
        { label: 'Werkgroepen', href: '/werkgroepen' },
        { label: group.name, href: `/werkgroepen/${code}` },
      ],
    },
    <>
      <Opening
        title={group.name}
        lead={
          group.priority ? (
            <>
              Werkt aan de prioriteit{' '}
              <TextLink href={`/prioriteiten/${group.priority.code}`}>{group.priority.title}</TextLink>.
            </>
          ) : (
            'Werkt niet aan één prioriteit.'
          )
        }
        meta={[group.kind, validityText(group.validity), <Code>{code}</Code>].filter((fact) => fact !== '')}
      >
        {group.withdrawnOn && (
          <Notice title={`Vervallen per ${dayInWords(group.withdrawnOn)}.`}>
            Deze groep staat niet meer in de lijst.
          </Notice>
        )}
        {sameGroups.map((other) => (
          <Notice title="Twee namen.">
            Dezelfde groep heet in een andere bron <TextLink href={`/werkgroepen/${other.code}`}>{other.name}</TextLink>
            .
          </Notice>
        ))}
      </Opening>
      <Section id="opzet" title="Hoe het werkt">
        <DataList
          items={[
            { term: 'Samenstelling', value: group.composition ?? 'niet beschreven in onze bronnen' },
            ...(group.alsoActsAs ? [{ term: 'Is ook', value: group.alsoActsAs }] : []),
            {
              term: 'Doet verslag aan',
              value: <PartyLink party={group.reportsTo ? parties.get(group.reportsTo) : undefined} />,
            },
          ]}
        />
        <Sources of={group.sources} documents={documents} note="Aan wie een groep verslag doet, is onze lezing." />
      </Section>
      <Composition {...found} />
      <Section id="werk" title="Wat de groep doet">
        <List
          items={[
            <TextLink href={`/acties?trekker=${code}`}>Acties met deze groep als trekker</TextLink>,
            <TextLink href={`/acties?deelnemer=${code}`}>Acties waar deze groep aan meedoet</TextLink>,
            <TextLink href={`/werkgroepen/${code}/stand`}>Stand van zaken van wat deze groep vaststelde</TextLink>,
          ]}
        />
      </Section>
    </>,
  )
}
