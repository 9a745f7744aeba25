import type { Child } from 'hono/jsx'
import type { Reader } from '../../platform/db/database'
import { EmptyState, Fold, Heading, ListLink, Paragraph, RowList, Section, Tag, TextLink } from '../../platform/ui'
import { capital, count, moment } from '../../platform/ui/wording'
import { type DocumentTitles, documentTitles } from '../figures'
import {
  type ChainKind,
  type ChainStep,
  type ChainView,
  chainKindWords,
  chainOf,
  chainScreen,
  neighboursOf,
  StepList,
  stepWords,
} from '../strategy'
import { accountAddress } from './address.parts'
import { type Carried, carriedIndicators } from './carried.store'

/** A released account with a figure by which it belongs to something in the chain; `step` says how, null of the figure itself. */
export type Accounted = Carried & { readonly step: ChainStep | null }

/** The released accounts that carry a figure of this place in the chain, each figure once. */
export async function accountsIn(tx: Reader, view: ChainView): Promise<Accounted[]> {
  const carried = await carriedIndicators(tx)
  return carried.flatMap((one): Accounted[] => {
    if (view.self.kind === 'indicator') return view.self.code === one.indicator ? [{ ...one, step: null }] : []
    const step = view.steps.find(({ node }) => node.kind === 'indicator' && node.code === one.indicator)
    return step ? [{ ...one, step }] : []
  })
}

/** Accounts under each other, each with the figures by which it belongs here, and how that is known. */
export const AccountedList = ({ accounts }: { accounts: readonly Accounted[] }) => (
  <RowList
    items={[...Map.groupBy(accounts, ({ account }) => account)].map(([account, figures]) => ({
      content: (
        <>
          <ListLink href={accountAddress(account)}>{figures[0]?.title}</ListLink>{' '}
          {figures[0]?.isExample && <Tag>voorbeeldcijfers</Tag>}
          <Paragraph small quiet>
            uitgebracht op {moment(figures[0]?.at ?? '')}
          </Paragraph>
          {figures.map(({ indicator, indicatorTitle, step }) => (
            <Paragraph small quiet>
              gebruikt het cijfer{' '}
              <TextLink href={`/indicatoren/${encodeURIComponent(indicator)}`}>{indicatorTitle}</TextLink>
              {step && ` · ${stepWords(step)}`}
            </Paragraph>
          ))}
        </>
      ),
    }))}
  />
)

/** On the page of something in the chain: the released accounts that carry a figure of it. Nothing when there are none. */
export async function accountedOn(tx: Reader, kind: ChainKind, code: string): Promise<Child> {
  if ((await carriedIndicators(tx)).length === 0) return null
  const view = await chainOf(tx, kind, code)
  const accounts = view ? await accountsIn(tx, view) : []
  if (accounts.length === 0) return null
  return (
    <Section
      id="stukken"
      title="In stukken ter verantwoording"
      intro="Uitgebrachte stukken met een cijfer dat hierbij hoort."
    >
      <AccountedList accounts={accounts} />
    </Section>
  )
}

/** What the figures of a released account belong to: priorities, actions and results, by indicator. */
export type Belonging = {
  readonly indicators: readonly Carried[]
  readonly joined: ReadonlyMap<string, readonly ChainStep[]>
  readonly documents: DocumentTitles
}

export async function belongingOf(tx: Reader, account: string): Promise<Belonging> {
  const indicators = await carriedIndicators(tx, account)
  const codes = indicators.map(({ indicator }) => indicator)
  return {
    indicators,
    joined: await neighboursOf(tx, 'indicator', codes, ['prioriteit', 'actie', 'resultaat']),
    documents: await documentTitles(tx),
  }
}

const belongingKinds = ['prioriteit', 'actie', 'resultaat'] as const
const shown = 5

/** What of one kind a figure belongs to, under what it is; the rest folded. */
function OfKind(props: { kind: ChainKind; steps: readonly ChainStep[]; documents: DocumentTitles }) {
  const { kind, steps, documents } = props
  const rest = steps.slice(shown)
  if (steps.length === 0) return null
  return (
    <>
      <Paragraph>{capital(chainKindWords[kind][steps.length === 1 ? 0 : 1])}</Paragraph>
      <StepList steps={steps.slice(0, shown)} documents={documents} />
      {rest.length > 0 && (
        <Fold label={`Nog ${count(rest.length, 'verband', 'verbanden')}`}>
          <StepList steps={rest} documents={documents} />
        </Fold>
      )}
    </>
  )
}

/** The way back from a released account: from each figure in it to what was agreed and reported about it. */
export function BelongingSection({ of }: { of: Belonging }) {
  const { indicators, joined, documents } = of
  return (
    <Section id="keten" title="Waar deze cijfers bij horen" intro="Terug naar wat er was afgesproken en gemeld.">
      {indicators.length === 0 && (
        <EmptyState title="Dit stuk gebruikt geen cijfer waar een afspraak bij hoort.">
          Aantallen misdrijven horen bij een gebied en een soort, niet bij een afspraak.
        </EmptyState>
      )}
      {indicators.map(({ indicator, indicatorTitle }) => {
        const steps = joined.get(indicator) ?? []
        return (
          <>
            <Heading level={3} look={4}>
              <TextLink href={`/indicatoren/${encodeURIComponent(indicator)}`}>{indicatorTitle}</TextLink>
            </Heading>
            {steps.length === 0 && <Paragraph quiet>Geen prioriteit, actie of resultaat noemt dit cijfer.</Paragraph>}
            {belongingKinds.map((kind) => (
              <OfKind kind={kind} steps={steps.filter(({ node }) => node.kind === kind)} documents={documents} />
            ))}
            <Paragraph small>
              <TextLink href={chainScreen({ kind: 'indicator', code: indicator })}>De keten van dit cijfer</TextLink>
            </Paragraph>
          </>
        )
      })}
    </Section>
  )
}
