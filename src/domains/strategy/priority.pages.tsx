import {
  Code,
  DataTable,
  EmptyState,
  FilterForm,
  ListLink,
  Opening,
  Paragraph,
  RowList,
  Section,
  TextLink,
} from '../../platform/ui'
import { count, day as dayInWords, number } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { documentTitles, judgeAll, measurementsOf, Sources } from '../figures'
import type { ChainStep } from './chain'
import { ChainPlace, groundWords, StepList } from './chain.parts'
import { chainOf } from './chain.store'
import { ConceptTag } from './concept.parts'
import { standOf } from './goal'
import { FigureTable } from './goal.parts'
import { recordsAndPromises } from './overview.parts'
import { PartyLink, type Said, WithdrawnNotice } from './page.parts'
import { listProgrammes } from './plan.store'
import { stateOn } from './priority'
import { LifeLine, PriorityState } from './priority.parts'
import { findPriority, listPriorities } from './priority.store'
import { listFocusLines } from './strategy.store'

/** Every priority as it stood on a day. */
export async function prioritiesPage(ask: Ask): Promise<Response> {
  const on = ask.validOn
  if (!on) return ask.badRequest('De datum klopt niet. Schrijf jaar-maand-dag, bijvoorbeeld 2018-06-30.')
  const priorities = await ask.read(async (tx) => (await listPriorities(tx)).items)
  const active = priorities.filter(({ life }) => stateOn(life, on)?.state === 'actief')
  return ask.page(
    {
      title: 'Prioriteiten',
      description: 'Waar de regio zich op richt, en sinds en tot wanneer.',
      breadcrumbs: [
        { label: 'Strategieën', href: '/strategieen' },
        { label: 'Prioriteiten', href: '/prioriteiten' },
      ],
    },
    <>
      <Opening
        title="Prioriteiten"
        lead="Een prioriteit heeft een leven. Er wordt aan gewerkt, daarna kijkt men mee of gaat het werk over naar anderen, en dan sluit het boek."
        meta={[
          `${number(active.length)} actief op ${dayInWords(on)}`,
          `${count(priorities.length, 'prioriteit', 'prioriteiten')} in alle strategieën`,
        ]}
      >
        <FilterForm
          action="/prioriteiten"
          label="Kies een dag"
          fields={[{ kind: 'date', name: 'geldigOp', label: 'Stand op', value: on }]}
          submit="Toon"
        />
      </Opening>
      <Section id="alle" title="Alle prioriteiten" intro="Per strategie, nieuwste eerst.">
        <DataTable
          caption="Prioriteiten en hun stand"
          hiddenCaption
          wideFirst
          groups={[...Map.groupBy(priorities, ({ strategy }) => strategy.title)].map(([title, rows]) => ({
            title,
            rows,
          }))}
          columns={[
            {
              head: 'Prioriteit',
              rowHead: true,
              cell: ({ code, title }) => <ListLink href={`/prioriteiten/${code}`}>{title}</ListLink>,
            },
            { head: 'Stand', cell: ({ life }) => <PriorityState stage={stateOn(life, on)} /> },
            { head: 'Code', cell: ({ code }) => <Code>{code}</Code> },
          ]}
        />
      </Section>
    </>,
  )
}

/** One priority: its life, its lines, the plans that work on it, the figures about it and what went before and after. */
export const priorityPage =
  (said: Said) =>
  async (ask: Ask): Promise<Response> => {
    const { validOn: on, knownOn } = ask
    if (!on || !knownOn) return ask.badRequest('De datum klopt niet. Schrijf jaar-maand-dag, bijvoorbeeld 2018-06-30.')
    const code = ask.params.code ?? ''
    const found = await ask.read(async (tx) => {
      const priority = await findPriority(tx, code)
      if (!priority) return null
      const chain = await chainOf(tx, 'prioriteit', code)
      const figures = chain?.steps.filter(({ via, node }) => via === null && node.kind === 'indicator') ?? []
      return {
        priority,
        figures,
        stands: standOf(
          figures.map(({ node }) => node),
          figures.length > 0 ? await measurementsOf(tx, { knownOn, leads: true }) : [],
          judgeAll,
        ),
        lines: (await listFocusLines(tx, { priority: code })).items,
        programmes: (await listProgrammes(tx, { priority: code })).items,
        chain,
        documents: await documentTitles(tx),
        decided: await said(tx, code, ask),
      }
    })
    if (!found) return ask.notFound()
    const { priority, figures, stands, lines, programmes, chain, documents, decided } = found
    const steps = chain?.steps.filter(({ via }) => via === null) ?? []
    const relatives = steps.filter(({ node }) => node.kind === 'prioriteit' || node.kind === 'actie')
    const { strategy, leadGroup } = priority
    return ask.page(
      {
        title: `${priority.title} (${priority.code})`,
        description: priority.goal ?? undefined,
        breadcrumbs: [
          { label: 'Strategieën', href: '/strategieen' },
          { label: strategy.title, href: `/strategieen/${strategy.code}` },
          { label: priority.title, href: `/prioriteiten/${code}` },
        ],
      },
      <>
        <Opening
          title={priority.title}
          lead={priority.goal ? `${priority.goal}.` : undefined}
          meta={[
            <TextLink href={`/strategieen/${strategy.code}`}>{strategy.title}</TextLink>,
            leadGroup ? <PartyLink party={leadGroup} /> : 'Trekker onbekend',
            <PriorityState stage={stateOn(priority.life, on)} />,
            <Code>{priority.code}</Code>,
          ]}
        >
          <WithdrawnNotice on={priority.withdrawnOn} />
        </Opening>
        {chain ? (
          <Section id="keten" title="In de keten">
            <ChainPlace view={chain} />
          </Section>
        ) : null}
        <Section id="leven" title="Het leven" intro="Actief, volgend, reactief, overgedragen of afgesloten.">
          {priority.life.length > 0 ? (
            <LifeLine life={priority.life} documents={documents} />
          ) : (
            <EmptyState title="De stand is onbekend">Geen bron zegt wanneer hieraan gewerkt werd.</EmptyState>
          )}
        </Section>
        {decided}
        <Section
          id="plannen"
          title="Plannen"
          intro={`${count(programmes.length, 'programma werkt', "programma's werken")} hieraan.`}
        >
          {programmes.length > 0 ? (
            <DataTable
              caption="Programma's die aan deze prioriteit werken"
              hiddenCaption
              wideFirst
              groups={[...Map.groupBy(programmes, ({ plan }) => plan.code)].map(([plan, rows]) => ({
                title: (
                  <>
                    <TextLink href={`/plannen/${plan}`}>{rows[0]?.plan.title ?? plan}</TextLink>
                    <ConceptTag isConcept={rows[0]?.plan.isConcept ?? false} />
                  </>
                ),
                rows,
              }))}
              columns={[
                {
                  head: 'Programma',
                  rowHead: true,
                  cell: (programme) => <ListLink href={`/programmas/${programme.code}`}>{programme.title}</ListLink>,
                },
                { head: 'Afspraken', cell: (programme) => recordsAndPromises(programme) },
                { head: 'Terugblik', cell: (programme) => count(programme.results, 'resultaat', 'resultaten') },
              ]}
            />
          ) : (
            <EmptyState title="Geen plan in onze bronnen werkt deze prioriteit uit">
              Dat wil niet zeggen dat er niets gebeurde: het staat alleen niet in de stukken die wij hebben.
            </EmptyState>
          )}
        </Section>
        <Section
          id="cijfers"
          title="Cijfers"
          intro={`${count(figures.length, 'cijfer gaat', 'cijfers gaan')} hierover.`}
        >
          {figures.length === 0 ? (
            <EmptyState title="Geen cijfer in onze bronnen gaat over deze prioriteit">
              Zonder cijfer is niet te zien of het doel dichterbij komt.
            </EmptyState>
          ) : (
            <FigureTable
              figures={stands}
              caption={`Cijfers over ${priority.title}`}
              documents={documents}
              note={(indicator) => figureNote(figures, indicator)}
            />
          )}
        </Section>
        {lines.length > 0 ? (
          <Section id="lijnen" title="Lijnen" intro={count(lines.length, 'lijn', 'lijnen')}>
            <RowList
              items={lines.map((line) => ({
                content: (
                  <>
                    <ListLink href={`/focuslijnen/${line.code}`}>{line.title}</ListLink>
                    <Paragraph small quiet>
                      {line.kind}
                    </Paragraph>
                  </>
                ),
              }))}
            />
          </Section>
        ) : null}
        {relatives.length > 0 ? (
          <Section id="eerder-later" title="Eerder en later" intro="Hetzelfde thema in een andere periode.">
            <StepList steps={relatives} documents={documents} />
          </Section>
        ) : null}
        <Section id="bron" title="Bron">
          <Sources of={priority.sources} documents={documents} />
        </Section>
      </>,
    )
  }

function figureNote(figures: readonly ChainStep[], indicator: string): string | null {
  const step = figures.find(({ node }) => node.code === indicator)
  return step ? [groundWords[step.ground], step.reason].filter((part) => part !== null).join(': ') : null
}
