import { Code, EmptyState, ListLink, Opening, RowList, Section, TextLink } from '../../platform/ui'
import type { Ask } from '../../platform/web/ask'
import { documentTitles, Sources } from '../figures'
import { WithdrawnNotice } from './page.parts'
import { listPlans } from './plan.store'
import { findFocusLine, listFocusLines } from './strategy.store'

/** One line of a strategy or priority. */
export async function focusLinePage(ask: Ask): Promise<Response> {
  const code = ask.params.code ?? ''
  const found = await ask.read(async (tx) => {
    const line = await findFocusLine(tx, code)
    if (!line) return null
    return {
      line,
      siblings: (
        await listFocusLines(tx, { strategy: line.strategy.code, priority: line.priority?.code })
      ).items.filter(
        (other) => other.code !== code && other.kind === line.kind && other.priority?.code === line.priority?.code,
      ),
      plans: line.priority ? (await listPlans(tx, { priority: line.priority.code })).items : [],
      documents: await documentTitles(tx),
    }
  })
  if (!found) return ask.notFound()
  const { line, siblings, plans, documents } = found
  const above = line.priority
    ? { label: line.priority.title, href: `/prioriteiten/${line.priority.code}` }
    : { label: line.strategy.title, href: `/strategieen/${line.strategy.code}` }
  return ask.page(
    {
      title: `${line.title} (${line.code})`,
      breadcrumbs: [
        { label: 'Strategieën', href: '/strategieen' },
        { label: line.strategy.title, href: `/strategieen/${line.strategy.code}` },
        ...(line.priority ? [above] : []),
        { label: line.title, href: `/focuslijnen/${code}` },
      ],
    },
    <>
      <Opening
        title={line.title}
        lead={`Een ${line.kind} van ${above.label}.`}
        meta={[<TextLink href={above.href}>{above.label}</TextLink>, <Code>{line.code}</Code>]}
      >
        <WithdrawnNotice on={line.withdrawnOn} />
        <Sources of={line.sources} documents={documents} />
      </Opening>
      <Section
        id="plannen"
        title="Uitgewerkt in"
        intro={line.priority ? 'Plannen die aan deze prioriteit werken.' : undefined}
      >
        {plans.length > 0 ? (
          <RowList
            items={plans.map((plan) => ({ content: <ListLink href={`/plannen/${plan.code}`}>{plan.title}</ListLink> }))}
          />
        ) : (
          <EmptyState title="Welke acties bij deze lijn horen, staat niet in onze bronnen">
            De strategie noemt de lijn. Geen plan verwijst er met naam naar.
          </EmptyState>
        )}
      </Section>
      {siblings.length > 0 ? (
        <Section id="naast" title="Ernaast" intro={`Andere lijnen van dit soort: ${line.kind}.`}>
          <RowList
            items={siblings.map((other) => ({
              content: <ListLink href={`/focuslijnen/${other.code}`}>{other.title}</ListLink>,
            }))}
          />
        </Section>
      ) : null}
    </>,
  )
}
