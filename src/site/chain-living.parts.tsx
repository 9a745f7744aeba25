import { type Accounted, AccountedList, accountsIn } from '../domains/accounts'
import { type Decision, decisionAddress, decisionsAbout, effectKindWords, subjectKind } from '../domains/decisions'
import { calendarAddress, lastSaidDays } from '../domains/progress'
import { type ChainNode, type ChainStep, type ChainView, chainAddress, stations, stepWords } from '../domains/strategy'
import type { Reader } from '../platform/db/database'
import { type ChainLink, EmptyState, Fold, Heading, ListLink, Paragraph, RowList, Tag, TextLink } from '../platform/ui'
import { count, day, number } from '../platform/ui/wording'

export type HereLink = ChainLink & { readonly isHere: boolean }

/** What was decided, said and accounted for about what stands in a chain, as far as it is there for who asks. */
export type Living = {
  readonly decisions: readonly Decision[]
  /** The day of the newest update of each action: all that is public of it. */
  readonly said: Awaited<ReturnType<typeof lastSaidDays>>
  readonly accounts: readonly Accounted[]
}

export async function livingOf(tx: Reader, view: ChainView): Promise<Living> {
  const steps = stepsOf(view)
  const nodes = [view.self, ...steps.map(({ node }) => node)]
  const subjects = nodes.flatMap(({ kind, code }) =>
    kind === 'plan' || kind === 'prioriteit' || kind === 'actie' || kind === 'indicator' ? [{ kind, code }] : [],
  )
  const actions = nodes.filter(({ kind }) => kind === 'actie').map(({ code }) => code)
  return {
    decisions: await decisionsAbout(tx, subjects),
    said: await lastSaidDays(tx, [...new Set(actions)]),
    accounts: await accountsIn(tx, view),
  }
}

const stepsOf = (view: ChainView) => stations(view).flatMap(({ steps }) => steps)

/** How something in the chain is joined to what the page is about; null of that itself. */
const stepTo = (view: ChainView, { kind, code }: Pick<ChainNode, 'kind' | 'code'>): ChainStep | null =>
  stepsOf(view).find(({ node }) => node.kind === kind && node.code === code) ?? null
const isSelf = ({ self }: ChainView, { kind, code }: Pick<ChainNode, 'kind' | 'code'>) =>
  self.kind === kind && self.code === code
const isSure = (view: ChainView, of: Pick<ChainNode, 'kind' | 'code'>) =>
  isSelf(view, of) || stepTo(view, of)?.ground !== 'afgeleid'

const shown = 6

/** Rows under each other, the rest folded. */
function Rows({ items }: { items: Parameters<typeof RowList>[0]['items'] }) {
  const rest = items.slice(shown)
  return (
    <>
      <RowList items={items.slice(0, shown)} />
      {rest.length > 0 && (
        <Fold label={`Nog ${number(rest.length)}`}>
          <RowList items={rest} />
        </Fold>
      )}
    </>
  )
}

/** The decisions that did something to what stands in this chain, each with what it did and to what. */
export function decisionLink(view: ChainView, { decisions }: Living): HereLink {
  const about = decisions.flatMap(({ effects }) => effects.flatMap(({ kind, subject }) => nodeOf(kind, subject) ?? []))
  return {
    id: 'besluit',
    name: 'Besluit',
    isHere: false,
    state: about.length === 0 ? 'missing' : about.some((one) => isSure(view, one)) ? 'complete' : 'partial',
    coverage: decisions.length > 0 ? count(decisions.length, 'besluit', 'besluiten') : undefined,
    title: decisions.length === 0 ? 'Geen besluit vastgelegd' : 'Wat hierover is besloten',
    children:
      decisions.length > 0 ? (
        <Rows items={decisions.map((decision) => ({ content: <DecisionRow view={view} decision={decision} /> }))} />
      ) : (
        <EmptyState
          title="Deze schakel ontbreekt"
          action={{ label: 'Welk gremium mag wat besluiten?', href: '/gremia' }}
        >
          Hierover is in Slagvaardig geen besluit vastgelegd. In de bronnen zitten geen besluitenlijsten van de
          colleges.
        </EmptyState>
      ),
  }
}

/** What of the chain an effect is about; null for what is not in it. */
function nodeOf(effect: keyof typeof subjectKind, code: string) {
  const kind = subjectKind[effect]
  return kind && { kind, code }
}

function DecisionRow({ view, decision }: { view: ChainView; decision: Decision }) {
  const { code, title, takenOn, bodyName, isPublic, reversedBy, effects } = decision
  return (
    <>
      <ListLink href={decisionAddress(code)}>{title}</ListLink> {isPublic ? null : <Tag>vertrouwelijk</Tag>}
      <Paragraph small quiet>
        {bodyName}, {day(takenOn)}
        {reversedBy ? ' · teruggedraaid' : ''}
      </Paragraph>
      {effects.map(({ kind, subject, subjectTitle }) => {
        const node = nodeOf(kind, subject)
        if (!node) return null
        const step = isSelf(view, node) ? null : stepTo(view, node)
        return (
          <Paragraph small quiet>
            {effectKindWords[kind]}: <TextLink href={chainAddress(node)}>{subjectTitle}</TextLink>
            {step && ` · ${stepWords(step)}`}
          </Paragraph>
        )
      })}
    </>
  )
}

/** The days on which somebody last said how the actions of this chain stand; what was said, the page of the action has. */
export function updateLink(view: ChainView, { said }: Living): HereLink {
  const of = (action: string) => ({ kind: 'actie', code: action }) as const
  const [newest] = said
  return {
    id: 'melding',
    name: 'Melding',
    isHere: false,
    state: !newest ? 'missing' : said.some(({ action }) => isSure(view, of(action))) ? 'complete' : 'partial',
    coverage: newest ? count(said.length, 'actie bijgewerkt', 'acties bijgewerkt') : undefined,
    title: newest ? `Laatst bijgewerkt op ${day(newest.on)}` : 'Nog niet bijgewerkt',
    children: newest ? (
      <Rows
        items={said.map(({ action, on }) => {
          const step = stepTo(view, of(action))
          return {
            content: (
              <>
                <ListLink href={`${chainAddress(of(action))}#stand`}>{step?.node.title ?? view.self.title}</ListLink>
                <Paragraph small quiet>
                  bijgewerkt op {day(on)}
                  {step && ` · ${stepWords(step)}`}
                </Paragraph>
              </>
            ),
          }
        })}
      />
    ) : (
      <EmptyState
        title="Deze schakel ontbreekt"
        action={{ label: 'Wanneer vragen wij hoe het staat?', href: calendarAddress }}
      >
        Van geen actie in deze keten is hier gemeld hoe zij ervoor staat.
      </EmptyState>
    ),
  }
}

/** The account: the years whose look-back holds a result of this chain, and the released accounts that carry a figure of it. */
export function accountLink(view: ChainView, { accounts }: Living): HereLink {
  const found = stations(view).find(({ name }) => name === 'resultaat')?.steps ?? []
  const results = [view.self, ...found.map(({ node }) => node)].filter(({ kind }) => kind === 'resultaat')
  const years = [...new Set(results.flatMap(({ context }) => /\d{4}/.exec(context ?? '') ?? []))].sort()
  const pieces = new Set(accounts.map(({ account }) => account)).size
  const isThere = years.length > 0 || pieces > 0
  const counted = [
    ...(years.length > 0 ? [`over ${years.join(', ')}`] : []),
    ...(pieces > 0 ? [count(pieces, 'stuk', 'stukken')] : []),
  ]
  return {
    id: 'verantwoording',
    name: 'Verantwoording',
    isHere: false,
    state:
      years.length > 0 || accounts.some(({ step }) => step?.ground !== 'afgeleid')
        ? 'complete'
        : isThere
          ? 'partial'
          : 'missing',
    coverage: isThere ? counted.join('; ') : undefined,
    title: isThere ? 'Waar dit is verantwoord' : 'Niet verantwoord in onze bronnen',
    children: isThere ? (
      <>
        {years.length > 0 && (
          <RowList
            items={years.map((year) => ({
              content: <ListLink href={`/verantwoording/${year}`}>Verantwoording over {year}</ListLink>,
            }))}
          />
        )}
        {pieces > 0 && (
          <>
            <Heading level={3} look={4}>
              Uitgebrachte stukken met een cijfer hierbij
            </Heading>
            <AccountedList accounts={accounts} />
          </>
        )}
      </>
    ) : (
      <EmptyState
        title="Deze schakel ontbreekt"
        action={{ label: 'Over welke jaren is er wel een verantwoording?', href: '/verantwoording' }}
      >
        Geen terugblik meldt een resultaat dat hierbij hoort, en geen uitgebracht stuk gebruikt er een cijfer van.
      </EmptyState>
    ),
  }
}
