import type { Child } from 'hono/jsx'
import { DataTable, EmptyState, Fold, List, ListLink, Paragraph, Section, TextLink } from '../../platform/ui'
import { count, day, number } from '../../platform/ui/wording'
import { DecisionTable, decisionAddress, type SetCondition } from '../decisions'
import { type DocumentTitles, Sources, VerdictText } from '../figures'
import { JudgementView, type Stand, StandList, tally, tallyWords } from '../progress'
import { ConditionStatus } from '../proposals'
import type { PlanStand, Standing, Whose } from './standing'
import {
  adoptedWords,
  endedIn,
  itIs,
  type Knowing,
  lateIn,
  laterWords,
  latestNote,
  latestWords,
  planWords,
  stageWords,
  stuckIn,
  targetWords,
} from './words.parts'

type Props = { readonly whose: Whose; readonly standing: Standing; readonly knowing: Knowing }

const decisionLink = (code: string) => <TextLink href={decisionAddress(code)}>{code}</TextLink>

/** All sections of a state of affairs: what asks for attention first. What it did not decide on is not there. */
export function StandingSections(props: Props & { readonly documents: DocumentTitles }) {
  const { whose, standing, knowing, documents } = props
  return (
    <>
      {knowing.knowsStatus && <Attention standing={standing} knowing={knowing} />}
      {standing.plans.length > 0 && <Plans standing={standing} knowing={knowing} />}
      {standing.targets.length > 0 && <Targets standing={standing} documents={documents} />}
      {standing.priorities.length > 0 && <Priorities standing={standing} />}
      {standing.actions.length > 0 && <ChangedActions standing={standing} knowing={knowing} />}
      {standing.conditions.length + standing.viewConditions.length > 0 && <Conditions standing={standing} />}
      {knowing.knowsStatus && <Ended standing={standing} />}
      <Decisions whose={whose} standing={standing} />
    </>
  )
}

function Attention({ standing, knowing }: { standing: Standing; knowing: Knowing }) {
  const [late, stuck] = [lateIn(standing, knowing.today), stuckIn(standing)]
  if (late.length + stuck.length === 0) return null
  return (
    <Section id="aandacht" title="Wat aandacht vraagt" intro="Te laat, achter of geblokkeerd.">
      <Few of={stuck} label={`Loopt achter of geblokkeerd: ${stuck.length}`} />
      <Few of={late} label={`Te laat, de afgesproken dag is voorbij: ${late.length}`} />
    </Section>
  )
}

const mostOpen = 5

function Few({ of, label }: { of: readonly Stand[]; label: string }): Child {
  if (of.length === 0) return null
  return (
    <Fold label={label} open={of.length <= mostOpen}>
      <StandList stands={of} none="" />
    </Fold>
  )
}

function Plans({ standing, knowing }: { standing: Standing; knowing: Knowing }) {
  return (
    <Section id="plannen" title="Plannen die het vaststelde" full>
      <DataTable
        caption="Plannen die het vaststelde, en hoe die ervoor staan"
        hiddenCaption
        wideFirst
        rows={standing.plans}
        columns={[
          {
            head: 'Plan',
            rowHead: true,
            cell: ({ plan }) => <ListLink href={`/plannen/${encodeURIComponent(plan.code)}`}>{plan.title}</ListLink>,
          },
          { head: 'Vastgesteld', cell: (one) => (one.decision ? <AdoptedBy of={one} /> : adoptedWords(one)) },
          { head: 'Beloften', align: 'number', cell: ({ stands }) => number(stands.length) },
          { head: 'Hoe die ervoor staan', cell: (one) => planWords(one, knowing) },
          {
            head: 'Gewijzigd sindsdien',
            cell: ({ decision, changes }) =>
              decision ? count(changes, 'wijziging', 'wijzigingen') : 'niet bijgehouden',
          },
        ]}
      />
      {knowing.knowsStatus && standing.plans.map((one) => <Judged of={one} knowing={knowing} />)}
    </Section>
  )
}

const AdoptedBy = ({ of: { decision } }: { of: PlanStand }) =>
  decision && (
    <>
      {day(decision.takenOn)}, {decisionLink(decision.code)}
    </>
  )

/** Per programme what is reckoned, beside what whoever leads it says. */
function Judged({ of, knowing }: { of: PlanStand; knowing: Knowing }): Child {
  if (of.judged.length === 0) return null
  return (
    <Fold label={`${of.plan.title}: berekend, en het oordeel van wie het trekt`}>
      {of.judged.map(({ title, stands, judgement }) => (
        <>
          <Paragraph>
            <strong>{title}.</strong> Berekend: {tallyWords(tally(stands, knowing.today))}.
          </Paragraph>
          <JudgementView judgement={judgement} />
        </>
      ))}
    </Fold>
  )
}

function Targets({ standing, documents }: { standing: Standing; documents: DocumentTitles }) {
  return (
    <Section id="doelen" title="Doelen die het zette" full>
      <DataTable
        caption="Doelen die het zette, met het laatste cijfer"
        hiddenCaption
        wideFirst
        rows={standing.targets}
        columns={[
          {
            head: 'Cijfer',
            rowHead: true,
            cell: ({ target }) => (
              <>
                <ListLink href={`/indicatoren/${encodeURIComponent(target.indicator)}`}>
                  {target.indicatorTitle}
                </ListLink>
                <Paragraph small quiet>
                  {target.areaName}
                </Paragraph>
              </>
            ),
          },
          {
            head: 'Doel',
            cell: (one) => (
              <>
                {targetWords(one)}, {decisionLink(one.decision.code)}
              </>
            ),
          },
          {
            head: 'Laatste cijfer',
            cell: (one) => (
              <>
                {latestWords(one)}
                {one.latest && (
                  <Sources
                    of={one.latest.sources}
                    documents={documents}
                    known={(latestNote(one) ?? '').replace(/^Zoals bekend sinds /, '')}
                  />
                )}
              </>
            ),
          },
          {
            head: 'Gehaald?',
            cell: ({ target, verdict }) =>
              target.leads ? <VerdictText verdict={verdict} /> : `Geldt niet meer. ${target.leadsBecause ?? ''}`,
          },
        ]}
      />
    </Section>
  )
}

const Priorities = ({ standing }: { standing: Standing }) => (
  <Section id="prioriteiten" title="Prioriteiten die het een stand gaf">
    <List
      items={standing.priorities.map((one) => (
        <>
          <TextLink href={`/prioriteiten/${encodeURIComponent(one.priority.code)}`}>{one.priority.title}</TextLink>:{' '}
          {stageWords(one)} ({decisionLink(one.decision.code)})
        </>
      ))}
    />
  </Section>
)

const ChangedActions = ({ standing, knowing }: { standing: Standing; knowing: Knowing }) => (
  <Section id="acties" title="Acties die het wijzigde">
    <List
      items={standing.actions.map(({ code, title, stand, lastSaid, decision }) => (
        <>
          <TextLink href={`/acties/${encodeURIComponent(code)}`}>{title}</TextLink>:{' '}
          {knowing.knowsStatus && stand ? `${tallyWords(tally([stand], knowing.today))}, ` : ''}
          {lastSaid ? `gemeld op ${day(lastSaid)}` : 'nog niet bijgewerkt'} ({decisionLink(decision.code)})
        </>
      ))}
    />
  </Section>
)

const Conditions = ({ standing }: { standing: Standing }) => (
  <Section
    id="voorwaarden"
    title="Voorwaarden die het stelde"
    intro="Bij een besluit of een zienswijze, met of eraan is voldaan."
  >
    <List
      items={[
        ...standing.conditions.flatMap((one) =>
          one.set.map((set, at) => (
            <>
              <ConditionLine set={set} of={one.decision.code} /> {at === one.set.length - 1 && laterWords(one)}
            </>
          )),
        ),
        ...standing.viewConditions.map((set) => <ConditionLine set={set} of={set.from} />),
      ]}
    />
  </Section>
)

/** How it stands without the state itself, which stands there as a sign. */
const standingAfter = ({ standing, condition: { state } }: SetCondition) =>
  standing.replace(/\.$/, '').replace(new RegExp(`^${state}:?`), '')

const ConditionLine = ({ set, of }: { set: SetCondition; of: string }) => (
  <>
    <TextLink href={set.href}>{set.words.replace(/\.$/, '')}</TextLink> ({of}):{' '}
    <ConditionStatus state={set.condition.state} />
    {standingAfter(set)}.
  </>
)

function Ended({ standing }: { standing: Standing }): Child {
  const ended = endedIn(standing)
  if (ended.length === 0) return null
  return (
    <Section id="gestopt" title="Gestopt of overgedragen, en waarom">
      <Few of={ended} label={`Gestopt of overgedragen: ${ended.length}`} />
    </Section>
  )
}

const Decisions = ({ whose, standing }: { whose: Whose; standing: Standing }) => (
  <Section id="besluiten" title="De besluiten zelf" full={standing.decisions.length > 0}>
    {standing.decisions.length === 0 ? (
      <EmptyState title={`${itIs[whose.kind]} nam hier nog geen besluit.`}>
        {whose.kind === 'werkgroep'
          ? 'Besluiten van een werkgroep worden hier niet vastgelegd. Wat een bron zegt dat zij vaststelde, staat hier wel.'
          : 'Wat het buiten Slagvaardig besloot, staat hier alleen als een bron het zegt.'}
      </EmptyState>
    ) : (
      <DecisionTable decisions={standing.decisions} caption="Besluiten die gelden" />
    )}
    {standing.turnedBack.length > 0 && (
      <Fold label={`Teruggedraaid: ${standing.turnedBack.length}`}>
        <DecisionTable decisions={standing.turnedBack} caption="Besluiten die zijn teruggedraaid" />
      </Fold>
    )}
  </Section>
)
