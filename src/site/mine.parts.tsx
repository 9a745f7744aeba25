import { type Post, partyAddress, roleNames, type Session, stateOf, wayNames } from '../domains/identity'
import type { MatrixCell } from '../domains/strategy'
import { areaAddress, type areaNames } from '../domains/territory'
import type { Day } from '../kernel/day'
import { Button, DataTable, EmptyState, ListLink, Paragraph, TextLink } from '../platform/ui'
import { count, day as dayInWords, moment } from '../platform/ui/wording'

/** A municipality the person works for, with how many promises bind it in each way. */
export type BoundMunicipality = {
  readonly code: string
  readonly name: string
  readonly named: number
  readonly together: number
  readonly district: number
}
/** Another organisation the person works for, with what it leads and takes part in. */
export type LeadingOrganisation = {
  readonly code: string
  readonly name: string
  readonly leads: number
  /** Of those it leads: in plans that are not adopted yet. */
  readonly concepts: number
  readonly takesPart: number
}

type Areas = Awaited<ReturnType<typeof areaNames>>

/** Where a partner's own themes stand: a municipality has a page as an area. */
function addressOf({ code, kind }: MatrixCell['partner'], areas: Areas): string {
  const area = areas.get(code)
  if (area) return `${areaAddress(area)}#themas`
  return kind === 'gebied' ? '/gebieden' : partyAddress({ code, kind })
}

/** Which partners did not choose a theme; a few stand here by name, more are a number. */
export function NotChosen({ cells, areas }: { cells: readonly MatrixCell[]; areas: Areas }) {
  if (cells.length === 0) return <>In geen districtsplan staat dat een partner een thema niet koos.</>
  return (
    <>
      Dat een partner in een districtsplan een thema niet koos: {count(cells.length, 'keer', 'keer')}
      {cells.length <= 6 && ', namelijk '}
      {cells.length <= 6 &&
        cells.map(({ partner, theme }, at) => (
          <>
            {at === 0 ? '' : ', '}
            <TextLink href={addressOf(partner, areas)}>{partner.name}</TextLink> bij {theme}
          </>
        ))}
      .
    </>
  )
}

/** The functions of the signed-in person, with what each lets him do on a day. */
export function Posts({ posts, on }: { posts: readonly Post[]; on: Day }) {
  return (
    <DataTable
      caption="Uw functies"
      hiddenCaption
      rows={posts}
      empty="Er staat geen functie voor u in Slagvaardig."
      columns={[
        { head: 'Functie', rowHead: true, cell: ({ title }) => title },
        {
          head: 'Organisatie',
          cell: ({ organisation }) => (
            <ListLink href={`/organisaties/${organisation.code}`}>{organisation.name}</ListLink>
          ),
        },
        {
          head: 'Voor welk gebied',
          cell: ({ areas }) =>
            areas.length === 0
              ? 'geen gebied'
              : areas.map((area, at) => (
                  <>
                    {at > 0 && ', '}
                    <TextLink href={areaAddress(area as Parameters<typeof areaAddress>[0])}>{area.name}</TextLink>
                  </>
                )),
        },
        { head: 'Wanneer', cell: (post) => timeOf(post, on) },
        { head: 'Wat u mag', cell: (post) => (stateOf(post, on) === 'loopt' ? roleNames[post.role][1] : 'niets meer') },
      ]}
    />
  )
}

function timeOf(post: Post, on: Day): string {
  const { from, until } = post.validity
  const state = stateOf(post, on)
  if (state === 'geëindigd' && until) return `tot ${dayInWords(until)}; voorbij`
  if (state === 'begint nog' && from) return `vanaf ${dayInWords(from)}`
  return `sinds ${from ? dayInWords(from) : 'altijd'}${until ? `, tot ${dayInWords(until)}` : ''}`
}

/** What binds the municipalities and organisations the person works for. */
export function Bound(props: {
  municipalities: readonly BoundMunicipality[]
  organisations: readonly LeadingOrganisation[]
}) {
  const { municipalities, organisations } = props
  return (
    <>
      {municipalities.length > 0 && (
        <DataTable
          caption="Uw gemeenten"
          hiddenCaption
          rows={municipalities}
          columns={[
            {
              head: 'Gemeente',
              rowHead: true,
              cell: ({ code, name }) => <ListLink href={`/gemeenten/${code}#afgesproken`}>{name}</ListLink>,
            },
            { head: 'Met naam', align: 'number', cell: ({ named }) => named },
            { head: 'Als een van alle gemeenten', align: 'number', cell: ({ together }) => together },
            { head: 'Via het district', align: 'number', cell: ({ district }) => district },
          ]}
        />
      )}
      {organisations.map(({ code, name, leads, concepts, takesPart }) => (
        <Paragraph>
          <TextLink href={`/organisaties/${code}`}>{name}</TextLink> is trekker van{' '}
          {leads > 0 ? (
            <TextLink href={`/acties?trekker=${encodeURIComponent(code)}`}>
              {count(leads, 'actie', 'acties')}
              {concepts > 0 && `, waarvan ${concepts} in concept`}
            </TextLink>
          ) : (
            'geen enkele actie'
          )}{' '}
          en doet mee aan {takesPart === 0 ? 'geen enkele' : takesPart}, in alle plannen van 2015 tot nu.
        </Paragraph>
      ))}
      {municipalities.length === 0 && organisations.length === 0 && (
        <EmptyState title="Wat u bindt weten we niet.">
          Uw functie hoort bij geen gemeente of organisatie in onze bronnen.
        </EmptyState>
      )}
    </>
  )
}

/** The browsers in which the person is signed in. */
export function Sessions({ sessions }: { sessions: readonly Session[] }) {
  return (
    <DataTable
      caption="Waar u bent ingelogd"
      hiddenCaption
      rows={sessions}
      columns={[
        {
          head: 'Sinds',
          rowHead: true,
          cell: ({ startedAt, isCurrent }) => (
            <>
              {moment(startedAt)}
              {isCurrent && <strong> (deze browser)</strong>}
            </>
          ),
        },
        { head: 'Ingelogd met', cell: ({ way }) => wayNames[way] },
        { head: 'Laatst gebruikt', cell: ({ lastSeenAt }) => moment(lastSeenAt) },
        { head: 'Eindigt uiterlijk', cell: ({ endsAt }) => moment(endsAt) },
        {
          head: 'Stoppen',
          narrow: '',
          cell: ({ id, isCurrent, startedAt }) =>
            isCurrent ? (
              <form action="/uitloggen" method="post">
                <Button small>Log uit</Button>
              </form>
            ) : (
              <form action={`/mijn/sessies/${id}/beeindigen`} method="post">
                <Button small>
                  Beëindig<span class="sv-onzichtbaar"> de sessie van {moment(startedAt)}</span>
                </Button>
              </form>
            ),
        },
      ]}
    />
  )
}
