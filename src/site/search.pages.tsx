import { ConceptTag, conceptsAmong } from '../domains/strategy'
import { municipalitiesOn } from '../domains/territory'
import { type Found, type Hit, longestQuestion } from '../platform/search/search'
import { find } from '../platform/search/search.store'
import { snippet } from '../platform/search/snippet'
import {
  ColumnList,
  EmptyState,
  ListLink,
  Notice,
  Opening,
  Pagination,
  Paragraph,
  RowList,
  SearchForm,
  Section,
  Stack,
  Tabs,
  TextLink,
} from '../platform/ui'
import { count, number } from '../platform/ui/wording'
import type { Ask } from '../platform/web/ask'
import { pageNumber } from '../platform/web/page-number'

const pageSize = 20
const bestOfEach = 4

// What a reader calls each kind, and the list to find it from.
const kinds: Readonly<Record<string, { one: string; many: string; list: string }>> = {
  gebied: { one: 'Gebied', many: 'Gemeenten en gebieden', list: '/gebieden' },
  prioriteit: { one: 'Prioriteit', many: 'Prioriteiten', list: '/prioriteiten' },
  strategie: { one: 'Strategie', many: 'Strategieën', list: '/strategieen' },
  focuslijn: { one: 'Focuslijn', many: 'Focuslijnen', list: '/strategieen' },
  plan: { one: 'Plan', many: 'Plannen', list: '/plannen' },
  programma: { one: 'Programma', many: 'Programma’s', list: '/plannen' },
  actie: { one: 'Actie', many: 'Acties', list: '/acties' },
  resultaat: { one: 'Resultaat', many: 'Resultaten', list: '/resultaten' },
  indicator: { one: 'Indicator', many: 'Indicatoren', list: '/indicatoren' },
  meting: { one: 'Cijfer', many: 'Cijfers', list: '/cijfers' },
  besluit: { one: 'Besluit', many: 'Besluiten', list: '/besluiten' },
  organisatie: { one: 'Organisatie', many: 'Organisaties', list: '/organisaties' },
  gremium: { one: 'Gremium', many: 'Gremia', list: '/gremia' },
  overleg: { one: 'Overleg', many: 'Overleggen', list: '/vergaderingen' },
  agendapunt: { one: 'Agendapunt', many: 'Agendapunten', list: '/vergaderingen' },
  werkgroep: { one: 'Werkgroep', many: 'Werkgroepen', list: '/werkgroepen' },
  onderwerp: { one: 'Onderwerp', many: 'Onderwerpen per niveau', list: '/gremia' },
  beginsel: { one: 'Beginsel', many: 'Beginselen', list: '/beginselen' },
  begrip: { one: 'Begrip', many: 'Begrippen', list: '/begrippen' },
  kennis: { one: 'Kennis', many: 'Kennis', list: '/kennis' },
  bijeenkomst: { one: 'Bijeenkomst', many: 'Bijeenkomsten', list: '/bijeenkomsten' },
  begrotingsregel: { one: 'Begroting', many: 'Begroting', list: '/begroting' },
  formatie: { one: 'Formatie', many: 'Formatie', list: '/formatie' },
  document: { one: 'Brondocument', many: 'Brondocumenten', list: '/documenten' },
}

const breadcrumbs = [{ label: 'Zoeken', href: '/zoeken' }]

/** One search over everything the reader may see: the best of each kind, or one kind a page at a time. */
export async function searchPage(ask: Ask): Promise<Response> {
  const question = (ask.query.get('q') ?? '').trim().slice(0, longestQuestion)
  const kind = ask.query.get('soort') || null
  const page = pageNumber(ask.query)
  if (kind !== null && !Object.hasOwn(kinds, kind))
    return ask.badRequest('Dit soort antwoord kennen we niet. Zoek opnieuw zonder soort te kiezen.')
  if (page === null) return ask.badRequest('De bladzijde is een getal vanaf 1. Zoek opnieuw, of begin bij bladzijde 1.')
  if (question === '') {
    const groups = await ask.read((tx) => municipalitiesOn(tx, ask.region.code, ask.today))
    const [municipality] = groups.flatMap(({ municipalities }) => municipalities)
    return ask.page(
      { title: 'Zoeken', breadcrumbs, description: purpose },
      <Beginning example={[municipality?.name, 'woninginbraken of 2016'].filter(Boolean).join(', ')} />,
    )
  }

  const wanted = kind === null ? { perKind: bestOfEach } : { kind, limit: pageSize, offset: (page - 1) * pageSize }
  const { concepts, ...found } = await ask.read(async (tx) => {
    const answers = await find(tx, question, wanted)
    const ofPlans = answers.hits.filter(({ kind: of }) => of === 'plan' || of === 'programma' || of === 'actie')
    return {
      ...answers,
      concepts: await conceptsAmong(
        tx,
        ofPlans.map(({ code }) => code),
      ),
    }
  })
  if (page > 1 && found.hits.length === 0) return ask.notFound()
  const shown = kind === null ? found.total : (found.facets.find((facet) => facet.kind === kind)?.count ?? 0)
  return ask.page(
    { title: `Zoeken: ${question}`, breadcrumbs, description: purpose },
    <>
      <Opening title="Zoeken" meta={shown === 0 ? [] : [count(shown, 'antwoord', 'antwoorden')]}>
        <SearchForm action="/zoeken" label="Zoek in alles wat u mag zien" value={question} />
      </Opening>
      <Stack>
        <Suggestion found={found} question={question} />
        {found.facets.length > 0 && (
          <Tabs
            label="Soort antwoord"
            items={[
              { label: 'Alles', href: address(question), current: kind === null, count: found.total },
              ...found.facets.map((facet) => ({
                label: kinds[facet.kind]?.many ?? facet.kind,
                href: address(question, facet.kind),
                current: facet.kind === kind,
                count: facet.count,
              })),
            ]}
          />
        )}
      </Stack>
      {found.total === 0 && <NothingFound />}
      {kind === null ? (
        found.facets.map((facet) => (
          <BestOfKind found={found} concepts={concepts} kind={facet.kind} question={question} />
        ))
      ) : (
        <Section id="antwoorden" title={kinds[kind]?.many ?? kind} intro={`${number(shown)} bij “${question}”.`}>
          {found.hits.length === 0 && (
            <EmptyState
              title="Hier is niets van dit soort."
              action={{ label: 'Toon alle soorten', href: address(question) }}
            />
          )}
          <Answers hits={found.hits} concepts={concepts} question={question} />
          <Pagination
            page={page}
            pages={Math.ceil(shown / pageSize)}
            href={(to) => `${address(question, kind)}&pagina=${to}`}
          />
        </Section>
      )}
    </>,
  )
}

const purpose = 'Zoek in alles wat openbaar is: gemeenten, plannen, acties, cijfers, begrippen en meer.'

function address(question: string, kind?: string): string {
  return `/zoeken?${new URLSearchParams(kind ? { q: question, soort: kind } : { q: question })}`
}

/** Before anything was asked: what one can look for. */
function Beginning({ example }: { example: string }) {
  return (
    <>
      <Opening title="Zoeken" lead="Zoek een gemeente, een woord, een getal of een code.">
        <SearchForm action="/zoeken" label="Zoek in alles wat u mag zien" example={example} />
      </Opening>
      <Section id="lijsten" title="Of blader" intro="Elke lijst laat alles zien.">
        <ColumnList
          groups={[{ items: Object.values(kinds).map(({ many, list }) => ({ label: many, href: list })) }].map(
            ({ items }) => ({ items: items.filter((one, at) => items.findIndex((o) => o.href === one.href) === at) }),
          )}
        />
      </Section>
    </>
  )
}

/** Says that what follows is not what was typed, before the reader wonders. */
function Suggestion({ found, question }: { found: Found; question: string }) {
  if (found.hits.some(({ isClose }) => !isClose) || (found.total > 0 && !found.hits.length)) return null
  const { suggestion } = found
  if (!suggestion && found.total === 0) return null
  return (
    <Notice title={`Niets gevonden met “${question}”.`}>
      {suggestion ? (
        <>
          Bedoelde u <TextLink href={address(suggestion)}>{suggestion}</TextLink>?
        </>
      ) : (
        'Dit lijkt erop.'
      )}
    </Notice>
  )
}

function NothingFound() {
  return (
    <EmptyState title="Hier staat niets over." action={{ label: 'Bekijk alle begrippen', href: '/begrippen' }}>
      Zoek met één woord, met een ander woord, of met de naam van een gemeente. Een deel van een woord mag ook.
    </EmptyState>
  )
}

function BestOfKind(props: { found: Found; concepts: Concepts; kind: string; question: string }) {
  const { found, concepts, kind, question } = props
  const hits = found.hits.filter((hit) => hit.kind === kind)
  const total = found.facets.find((facet) => facet.kind === kind)?.count ?? 0
  const name = kinds[kind]?.many ?? kind
  return (
    <Section
      id={`soort-${kind}`}
      title={name}
      intro={total > hits.length ? `${hits.length} van de ${number(total)}.` : ''}
    >
      <Answers hits={hits} concepts={concepts} question={question} />
      {total > hits.length && (
        <p>
          <ListLink href={address(question, kind)}>
            Alle {number(total)} antwoorden bij {name}
          </ListLink>
        </p>
      )}
    </Section>
  )
}

type Concepts = Awaited<ReturnType<typeof conceptsAmong>>

function Answers(props: { hits: readonly Hit[]; concepts: Concepts; question: string }) {
  const { hits, concepts, question } = props
  if (hits.length === 0) return null
  return (
    <RowList
      items={hits.map((hit) => ({
        content: (
          <>
            <p>
              <ListLink href={hit.href}>{hit.title}</ListLink>
              <ConceptTag isConcept={concepts.has(hit.code)} />
            </p>
            <Paragraph small quiet>
              {[kindAndCode(hit), hit.context, ...(hit.isClose ? ['lijkt op wat u zocht'] : [])]
                .filter(Boolean)
                .join(' · ')}
            </Paragraph>
            <Snippet of={hit} question={question} />
          </>
        ),
      }))}
    />
  )
}

// Of rows that may have one title the code tells them apart.
const coded = new Set(['actie', 'resultaat', 'meting', 'programma', 'begrotingsregel'])

function kindAndCode({ kind, code }: Hit): string {
  const name = kinds[kind]?.one ?? kind
  return coded.has(kind) ? `${name} ${code}` : name
}

// A few words that do not hold what was looked for tell a reader nothing.
const tellsEnough = 40

function Snippet({ of: { body }, question }: { of: Hit; question: string }) {
  const pieces = snippet(body, question)
  if (body.length < tellsEnough && !pieces.some(({ isHit }) => isHit)) return null
  return <Paragraph small>{pieces.map(({ text, isHit }) => (isHit ? <mark>{text}</mark> : text))}</Paragraph>
}
