import {
  Code,
  DataList,
  DataTable,
  Downloads,
  EmptyState,
  FilterForm,
  List,
  ListLink,
  Notice,
  Opening,
  Pagination,
  Paragraph,
  Section,
  TextLink,
} from '../../platform/ui'
import { count, day as dayInWords } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { pageNumber } from '../../platform/web/page-number'
import { documentTitles, Sources } from '../figures'
import { type Party, partyAddress, partyNames } from '../identity'
import { type Area, areaAddress } from '../territory'
import { type KnowledgeItem, type KnowledgeState, type KnowledgeUser, knowledgeStates } from './knowledge'
import { findKnowledge, listKnowledge } from './knowledge.store'
import { ThemeLink } from './theme.parts'

const pageSize = 50

/** What there is to learn from, and who uses it. */
export async function knowledgePage(ask: Ask): Promise<Response> {
  const asked = (name: string) => ask.query.get(name) || undefined
  const page = pageNumber(ask.query)
  if (page === null) return ask.badRequest('De bladzijde is een getal vanaf 1.')
  const state = asked('stand')
  if (state !== undefined && !(knowledgeStates as readonly string[]).includes(state))
    return ask.badRequest('Deze stand kennen we niet. Kies een stand uit de lijst.')
  const filter = {
    kind: asked('soort'),
    theme: asked('thema'),
    state: state as KnowledgeState | undefined,
    usedBy: asked('gebruiktDoor'),
  }
  const { all, found } = await ask.read(async (tx) => ({
    all: (await listKnowledge(tx)).items,
    found: await listKnowledge(tx, filter, { limit: pageSize, offset: (page - 1) * pageSize }),
  }))
  if (page > 1 && found.items.length === 0) return ask.notFound()
  const query = new URLSearchParams(Object.entries(ask.query.size > 0 ? Object.fromEntries(ask.query) : {}))
  query.delete('pagina')
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  return ask.page(
    {
      title: 'Kennis',
      description: 'Handreikingen, trainingen, interventies en wie ze gebruikt.',
      breadcrumbs: [{ label: 'Kennis', href: '/kennis' }],
    },
    <>
      <Opening
        title="Leren van elkaar"
        lead="Wat de één uitvond, kan de ander gebruiken. Hier staat welke kennis er is en wie die gebruikt. Of iets werkt, zeggen onze bronnen meestal niet."
        meta={[`${count(found.total, 'stuk kennis', 'stukken kennis')}${isFiltered ? ` van ${all.length}` : ''}`]}
      >
        <KnowledgeFilterForm all={all} filter={filter} isFiltered={isFiltered} />
      </Opening>
      <Section id="lijst" title="Wat er is">
        {found.total === 0 ? (
          <EmptyState title="Hier past niets bij." action={{ label: 'Toon alle kennis', href: '/kennis' }}>
            Kies minder tegelijk.
          </EmptyState>
        ) : (
          <DataTable
            caption="Kennis"
            hiddenCaption
            rows={found.items}
            columns={[
              {
                head: 'Titel',
                rowHead: true,
                cell: ({ code, title }) => <ListLink href={`/kennis/${code}`}>{title}</ListLink>,
              },
              { head: 'Soort', cell: ({ kind }) => kind },
              { head: 'Prioriteit', cell: ({ theme }) => theme?.title ?? 'niet genoemd' },
              { head: 'Gebruikt door', cell: ({ users }) => usersText(users) },
              { head: 'Stand', cell: stateText },
            ]}
          />
        )}
        <Pagination
          page={page}
          pages={Math.ceil(found.total / pageSize)}
          href={(to) => `/kennis?${new URLSearchParams([...query, ['pagina', String(to)]])}`}
        />
      </Section>
      <Section id="meenemen" title="Meenemen">
        <Downloads
          csv="/api/v1/kennis.csv"
          excelCsv="/api/v1/kennis-excel.csv"
          xlsx="/api/v1/kennis.xlsx"
          json="/api/v1/kennis"
        />
      </Section>
    </>,
  )
}

function KnowledgeFilterForm(props: {
  all: readonly KnowledgeItem[]
  filter: {
    kind?: string | undefined
    theme?: string | undefined
    state?: string | undefined
    usedBy?: string | undefined
  }
  isFiltered: boolean
}) {
  const { all, filter } = props
  const options = (label: string, pairs: readonly (readonly [string, string])[]) => [
    { value: '', label },
    ...[...new Map(pairs)]
      .map(([value, text]) => ({ value, label: text }))
      .sort((a, b) => a.label.localeCompare(b.label, 'nl')),
  ]
  return (
    <FilterForm
      action="/kennis"
      label="Kies uit de kennis"
      live
      fields={[
        {
          kind: 'select',
          name: 'soort',
          label: 'Soort',
          options: options(
            'Alle soorten',
            all.map(({ kind }) => [kind, kind]),
          ),
          value: filter.kind ?? '',
        },
        {
          kind: 'select',
          name: 'thema',
          label: 'Prioriteit',
          options: options(
            'Alle prioriteiten',
            all.flatMap(({ theme }) => (theme ? [[theme.code, themeText(theme)] as const] : [])),
          ),
          value: filter.theme ?? '',
        },
        {
          kind: 'select',
          name: 'gebruiktDoor',
          label: 'Gebruikt door',
          options: options(
            'Alle gebruikers',
            all.flatMap(({ users }) => users.map(({ code, name }) => [code, name] as const)),
          ),
          value: filter.usedBy ?? '',
        },
        {
          kind: 'select',
          name: 'stand',
          label: 'Stand',
          options: [{ value: '', label: 'Elke stand' }, ...knowledgeStates.map((value) => ({ value, label: value }))],
          value: filter.state ?? '',
        },
      ]}
      clear={props.isFiltered ? '/kennis' : undefined}
    />
  )
}

// Priorities of two strategies may have one name; the code tells them apart.
const themeText = ({ code, title, isPriority }: NonNullable<KnowledgeItem['theme']>) =>
  isPriority ? `${title} (${code})` : title

function usersText(users: readonly KnowledgeUser[]): string {
  return users.map(({ name }) => name).join(', ') || 'niet genoemd'
}

function stateText({ state, year }: KnowledgeItem): string {
  return year ? `${state} (${year})` : state
}

/** One piece of knowledge: for whom it is, who uses it, and what else there is on the subject. */
export async function knowledgeItemPage(ask: Ask): Promise<Response> {
  const code = ask.params.code ?? ''
  const found = await ask.read(async (tx) => {
    const knowledge = await findKnowledge(tx, code)
    if (!knowledge) return null
    const { theme, targetGroups } = knowledge
    return {
      knowledge,
      targets: await partyNames(tx, targetGroups),
      sameTheme: theme
        ? (await listKnowledge(tx, { theme: theme.code })).items.filter((other) => other.code !== code)
        : [],
      documents: await documentTitles(tx),
    }
  })
  if (!found) return ask.notFound()
  const { knowledge, targets, sameTheme, documents } = found
  return ask.page(
    {
      title: knowledge.title,
      description: `${knowledge.title}: ${knowledge.kind}, ${knowledge.state}.`,
      breadcrumbs: [
        { label: 'Kennis', href: '/kennis' },
        { label: knowledge.title, href: `/kennis/${code}` },
      ],
    },
    <>
      <Opening title={knowledge.title} meta={[knowledge.kind, stateText(knowledge), <Code>{code}</Code>]}>
        {knowledge.withdrawnOn && (
          <Notice title={`Vervallen per ${dayInWords(knowledge.withdrawnOn)}.`}>
            Dit staat niet meer in de lijst.
          </Notice>
        )}
      </Opening>
      <Section id="gegevens" title="Wat het is">
        <DataList
          items={[
            { term: 'Soort', value: knowledge.kind },
            { term: 'Prioriteit', value: <ThemeLink theme={knowledge.theme} /> },
            { term: 'Voor wie', value: <Targets codes={knowledge.targetGroups} parties={targets} /> },
            { term: 'Jaar', value: knowledge.year ?? 'onbekend' },
            { term: 'Stand', value: knowledge.state },
          ]}
        />
        <Sources of={knowledge.sources} documents={documents} />
      </Section>
      <Section id="gebruik" title="Wie het gebruikt" intro="Alleen als een bron dat zegt.">
        {knowledge.users.length === 0 ? (
          <EmptyState title="Geen bron noemt een gebruiker.">Dat betekent niet dat niemand het gebruikt.</EmptyState>
        ) : (
          <List items={knowledge.users.map((user) => <UserLink user={user} />)} />
        )}
      </Section>
      {sameTheme.length > 0 && (
        <Section id="verwant" title="Over hetzelfde onderwerp">
          <List
            items={sameTheme
              .slice(0, shownOfTheme)
              .map((other) => <TextLink href={`/kennis/${other.code}`}>{other.title}</TextLink>)}
          />
          {sameTheme.length > shownOfTheme && knowledge.theme && (
            <Paragraph>
              <TextLink href={`/kennis?${new URLSearchParams({ thema: knowledge.theme.code })}`}>
                Alle {count(sameTheme.length + 1, 'stuk kennis', 'stukken kennis')} over dit onderwerp
              </TextLink>
            </Paragraph>
          )}
        </Section>
      )}
    </>,
  )
}

const shownOfTheme = 8

function Targets({ codes, parties }: { codes: readonly string[]; parties: ReadonlyMap<string, Party> }) {
  if (codes.length === 0) return <>niet genoemd</>
  return (
    <>
      {codes.map((code, at) => {
        const party = parties.get(code)
        return (
          <>
            {at > 0 ? ', ' : ''}
            {party ? <TextLink href={partyAddress(party)}>{party.name}</TextLink> : code}
          </>
        )
      })}
    </>
  )
}

function UserLink({ user: { code, name, areaKind } }: { user: KnowledgeUser }) {
  const href = areaKind === null ? `/organisaties/${code}` : areaAddress({ code, kind: areaKind as Area['kind'] })
  return <TextLink href={href}>{name}</TextLink>
}
