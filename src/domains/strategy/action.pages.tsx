import {
  Bookmarks,
  Code,
  DataList,
  EmptyState,
  ListLink,
  Notice,
  Opening,
  Paragraph,
  RowList,
  Section,
  TextLink,
} from '../../platform/ui'
import { count } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { type DocumentTitles, documentTitles, type Measurement, measurementsOf, Sources } from '../figures'
import { type Action, dueKind, repeatsOf } from './action'
import { ActionList, agreedFacts, collectiveText, dueText, targetText, trackWords } from './action.parts'
import { findAction, listActions, similarActions } from './action.store'
import { ActionFigures } from './action-figures.parts'
import type { ChainStep, ChainView } from './chain'
import { ChainPlace, StepList } from './chain.parts'
import { chainOf } from './chain.store'
import { ConceptTag } from './concept.parts'
import { coverageSentences } from './overview.parts'
import { countOverview } from './overview.store'
import { PartyLink, PartyLinks, PlaceLinks, type Said, WithdrawnNotice } from './page.parts'

/** What later domains say of an action on its page: how it stands, what was changed in it, and which accounts are about it. */
type SaidOfAction = { readonly standing: Said; readonly changes: Said; readonly accounts: Said }

/** One action: what was promised, by whom, where and when; how it stands; the figures it names; what came of it; the chain. */
export const actionPage =
  (said: SaidOfAction) =>
  async (ask: Ask): Promise<Response> => {
    const knownOn = ask.knownOn
    if (!knownOn) return ask.badRequest('De datum klopt niet. Schrijf jaar-maand-dag, bijvoorbeeld 2022-03-24.')
    const code = ask.params.code ?? ''
    const found = await ask.read(async (tx) => {
      const action = await findAction(tx, code)
      if (!action) return null
      const measurements: Measurement[] = []
      for (const indicator of action.indicators)
        measurements.push(...(await measurementsOf(tx, { knownOn, indicator: indicator.code, leads: true })))
      return {
        action,
        repeats: action.promise ? repeatsOf(action, (await listActions(tx, { promise: action.promise })).items) : [],
        measurements,
        overview: await countOverview(tx),
        chain: await chainOf(tx, 'actie', code),
        similar: await similarActions(tx, action),
        documents: await documentTitles(tx),
        standing: await said.standing(tx, code, ask),
        changes: await said.changes(tx, code, ask),
        accounts: await said.accounts(tx, code, ask),
      }
    })
    if (!found) return ask.notFound()
    const { standing, changes, accounts, action, repeats, measurements, overview, chain, similar, documents } = found
    const { plan, programme } = action
    const collective = collectiveText(action)
    return ask.page(
      {
        title: `${action.title} (${action.code})`,
        description: `Actie uit ${plan.title}.`,
        breadcrumbs: [
          { label: 'Plannen', href: '/plannen' },
          { label: plan.title, href: `/plannen/${plan.code}` },
          { label: programme.title, href: `/programmas/${programme.code}` },
          { label: action.code, href: `/acties/${code}` },
        ],
      },
      <>
        <Opening
          title={action.title}
          meta={[
            <TextLink href={`/plannen/${plan.code}`}>{plan.title}</TextLink>,
            <TextLink href={`/programmas/${programme.code}`}>{programme.title}</TextLink>,
            <Code>{action.code}</Code>,
            ...(plan.isConcept ? [<ConceptTag isConcept />] : []),
          ]}
        >
          <WithdrawnNotice on={action.withdrawnOn} />
          {collective === null ? null : (
            <Notice title="Collectieve afspraak">Dit trekken {collective} samen. Het bindt elk van hen.</Notice>
          )}
          <Bookmarks
            items={[
              { label: 'De afspraak', href: '#afspraak' },
              { label: 'Hoe het staat', href: '#stand' },
              { label: 'Cijfers', href: '#cijfers' },
              { label: 'Wat ervan kwam', href: '#resultaat' },
              { label: 'In de keten', href: '#keten' },
            ]}
          />
        </Opening>
        <Section id="afspraak" title="De afspraak">
          <Agreement action={action} chain={chain} />
          {plan.isConcept && (
            <Notice title="Concept, nog niet vastgesteld.">
              Deze actie staat in een plan dat nog kan veranderen. Het is nog geen afspraak.
            </Notice>
          )}
          {action.sources.length > 0 ? (
            <Sources of={action.sources} documents={documents} />
          ) : (
            <Paragraph small>Bron: hier gemaakt.</Paragraph>
          )}
          {repeats.length > 0 ? <Repeats action={action} repeats={repeats} documents={documents} /> : null}
        </Section>
        {changes}
        <Section id="stand" title="Hoe het staat" intro="Een oordeel van wie de actie bijhoudt.">
          {standing}
        </Section>
        <Section id="cijfers" title="Cijfers" intro={coverageSentences.actionsWithIndicator(overview)}>
          <ActionFigures action={action} measurements={measurements} steps={chain?.steps ?? []} documents={documents} />
        </Section>
        <Section id="resultaat" title="Wat ervan kwam" intro={coverageSentences.actionsWithResult(overview)}>
          <Outcomes steps={chain?.steps ?? []} documents={documents} />
        </Section>
        {accounts}
        <Section id="keten" title="In de keten" intro="Van cijfer naar resultaat.">
          {chain ? <ChainPlace view={chain} /> : null}
          <Related steps={chain?.steps ?? []} documents={documents} />
        </Section>
        {similar.length > 0 && (
          <Section
            id="lijkt"
            title="Lijkt hierop"
            intro="Acties uit andere plannen of van andere trekkers, gevonden op de woorden in de titel."
          >
            <ActionList actions={similar} />
          </Section>
        )}
      </>,
    )
  }

function Agreement({ action, chain }: { action: Action; chain: ChainView | null }) {
  const { plan, lead, participants, areas, project, track } = action
  const priorities = chain?.steps.filter(({ node }) => node.kind === 'prioriteit') ?? []
  const due = dueText(action)
  return (
    <DataList
      items={[
        { term: 'Trekker', value: <PartyLink party={lead} /> },
        {
          term: 'Doet mee',
          value: participants.length > 0 ? <PartyLinks parties={participants} /> : 'niemand genoemd',
        },
        { term: 'Geldt voor', value: areas.length > 0 ? <PlaceLinks places={areas} /> : 'geen gebied genoemd' },
        {
          term: 'Klaar',
          value: dueKind(action.due, plan) === 'eigen' ? due : `${due}. Een nauwere datum noemt de bron niet.`,
        },
        { term: 'Afgesproken getal', value: targetText(action) ?? 'geen getal' },
        ...agreedFacts(action),
        {
          term: 'Prioriteit',
          value:
            priorities.length > 0
              ? priorities.map(({ node }, index) => (
                  <>
                    {index > 0 ? ', ' : ''}
                    <TextLink href={`/prioriteiten/${node.code}`}>{node.title}</TextLink>
                  </>
                ))
              : 'hoort bij geen prioriteit',
        },
        ...(project ? [{ term: 'Onderdeel', value: project }] : []),
        { term: 'Spoor', value: trackWords(track) },
      ]}
    />
  )
}

function Repeats(props: { action: Action; repeats: readonly Action[]; documents: DocumentTitles }) {
  const { action, repeats, documents } = props
  return (
    <>
      <Paragraph>
        Deze belofte staat {count(repeats.length + 1, 'keer', 'keer')} in {action.plan.title}. Wij tellen haar als één
        belofte. {repeats.length === 1 ? 'De andere regel:' : 'De andere regels:'}
      </Paragraph>
      <RowList
        items={repeats.map((other) => ({
          content: (
            <>
              <ListLink href={`/acties/${other.code}`}>{other.title}</ListLink>
              <Paragraph small quiet>
                {other.programme.title} · <Code>{other.code}</Code>
              </Paragraph>
              <Sources of={other.sources} documents={documents} />
            </>
          ),
        }))}
      />
    </>
  )
}

function Outcomes({ steps, documents }: { steps: readonly ChainStep[]; documents: DocumentTitles }) {
  const came = steps.filter(({ node, relation }) => node.kind === 'resultaat' && relation === 'kwam-ervan')
  const bySource = came.filter(({ ground }) => ground === 'bron')
  const related = came.filter(({ ground }) => ground === 'afgeleid')
  return (
    <>
      {bySource.length > 0 ? (
        <StepList steps={bySource} documents={documents} />
      ) : (
        <EmptyState title="Geen bericht">Geen bron zegt wat er van deze actie kwam.</EmptyState>
      )}
      {related.length > 0 ? (
        <>
          <Paragraph>
            Over hetzelfde onderwerp is wel iets gemeld. Dat is geen bewijs dat het door deze actie kwam.
          </Paragraph>
          <StepList steps={related} documents={documents} />
        </>
      ) : null}
    </>
  )
}

function Related({ steps, documents }: { steps: readonly ChainStep[]; documents: DocumentTitles }) {
  const direct = steps.filter(({ via, ground }) => via === null && ground !== 'kolom')
  const before = direct.filter(
    ({ node, relation }) => (node.kind === 'actie' && relation === 'gaat-verder') || relation === 'bouwt-voort',
  )
  const within = direct.filter(({ relation }) => relation === 'vat-samen')
  const other = direct.filter(({ node, relation }) => relation === 'werkt-uit' && node.kind !== 'actie')
  const groups = [
    { title: 'Eerder en later', steps: before },
    { title: 'In hetzelfde plan', steps: within },
    { title: 'Andere stukken', steps: other },
  ].filter((group) => group.steps.length > 0)
  return (
    <>
      {groups.map((group) => (
        <div>
          <Paragraph>
            <b>{group.title}</b>
          </Paragraph>
          <StepList steps={group.steps} documents={documents} />
        </div>
      ))}
      {groups.length === 0 ? (
        <Paragraph small>
          Wij kennen geen eerdere of latere actie over hetzelfde onderwerp, en geen die dit samenvat.
        </Paragraph>
      ) : null}
    </>
  )
}
