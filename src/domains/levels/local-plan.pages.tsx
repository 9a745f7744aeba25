import {
  Actions,
  ButtonLink,
  DataList,
  DataTable,
  EmptyState,
  Fold,
  ListLink,
  Notice,
  Opening,
  Paragraph,
  RowList,
  Section,
  Tag,
  TextLink,
} from '../../platform/ui'
import { capital, count, day, moment, number } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { documentTitles, Sources } from '../figures'
import type { LocalPlan } from './local-plan'
import { type Municipality, ownPlaces, planVersionsOf } from './local-plan.store'
import { isCurrent } from './national'
import { coverOf, gapsOf, type Known } from './overview'
import {
  Answer,
  areaName,
  coverWords,
  levelsAddress,
  newPlanAddress,
  planAddress,
  planFormAddress,
  plansAddress,
  yearsWords,
} from './overview.parts'
import { knownOn } from './overview.verbs'

export const plansBreadcrumbs = [
  { label: 'Van landelijk naar lokaal', href: levelsAddress },
  { label: 'Veiligheidsplannen', href: plansAddress },
]

/** Which safety plan is known of each municipality: its own, or of its basisteam or district. */
export async function localPlansPage(ask: Ask): Promise<Response> {
  const { known, own, documents } = await ask.read(async (tx) => ({
    known: await knownOn(tx, ask.region.code, ask.today),
    own: ask.person ? await ownPlaces(tx) : [],
    documents: await documentTitles(tx),
  }))
  const { covers } = gapsOf(known)
  const wide = known.plans.filter(({ area }) => area.kind !== 'gemeente')
  const isOwn = (code: string) => own.some((place) => place.code === code)
  const [first] = own
  return ask.page(
    {
      title: 'Veiligheidsplannen',
      description: 'De veiligheidsplannen van gemeenten, basisteams en districten die bekend zijn.',
      breadcrumbs: plansBreadcrumbs,
    },
    <>
      <Opening
        title="Veiligheidsplannen"
        lead={
          covers.onbekend.length > 0
            ? `Van ${count(covers.onbekend.length, 'gemeente', 'gemeenten')} is nog geen veiligheidsplan bekend. De adviseur van de gemeente kan het hier invullen, of het bureau.`
            : 'Van elke gemeente is een veiligheidsplan bekend of genoemd.'
        }
        meta={[
          `${number(covers.geldt.length)} met een plan dat geldt`,
          ...(covers['nog-niet'].length > 0
            ? [`${number(covers['nog-niet'].length)} met een plan dat nog niet geldt`]
            : []),
          `${number(covers.voorbij.length)} waarvan de periode voorbij is`,
          `${number(covers.genoemd.length)} alleen genoemd in een document`,
        ]}
      >
        {own.length === 1 && first && (
          <Actions>
            <ButtonLink href={newPlanAddress(first.code)} kind="primary">
              {`Vul het plan van ${first.name} in`}
            </ButtonLink>
          </Actions>
        )}
      </Opening>
      {(wide.length > 0 || known.named.length > 0 || own.some(({ kind }) => kind === 'district')) && (
        <Section id="samen" title="Van districten en basisteams" intro="Een plan van meer gemeenten samen.">
          {wide.length > 0 && (
            <RowList items={wide.map((plan) => ({ content: <PlanLine plan={plan} year={known.year} /> }))} />
          )}
          {known.named.map((plan) => (
            <>
              <Paragraph>
                {plan.title}.{plan.note && ` ${plan.note}.`}
              </Paragraph>
              <Sources of={plan.sources} documents={documents} />
            </>
          ))}
          <NewPlans places={own.filter(({ kind }) => kind !== 'gemeente')} />
        </Section>
      )}
      <Section id="gemeenten" title="Per gemeente" intro="Op naam." full>
        <DataTable
          caption="Welk veiligheidsplan bij elke gemeente bekend is"
          hiddenCaption
          groups={[...Map.groupBy(known.municipalities, ({ district }) => district?.name ?? 'Zonder district')].map(
            ([title, rows]) => ({ title, rows }),
          )}
          columns={[
            {
              head: 'Gemeente',
              rowHead: true,
              cell: ({ code, name }) => <ListLink href={`/gemeenten/${code}`}>{name}</ListLink>,
            },
            { head: 'Plan', cell: (municipality) => <CoverCell known={known} of={municipality} /> },
            ...(own.some(({ kind }) => kind === 'gemeente')
              ? [
                  {
                    head: 'Invullen',
                    cell: ({ code, name }: Municipality) =>
                      isOwn(code) && (
                        <ListLink href={newPlanAddress(code)}>
                          Nieuw plan<span class="sv-onzichtbaar"> van {name}</span>
                        </ListLink>
                      ),
                  },
                ]
              : []),
          ]}
        />
      </Section>
    </>,
  )
}

function NewPlans({ places }: { places: readonly { readonly code: string; readonly name: string }[] }) {
  if (places.length === 0) return null
  return (
    <Fold label={`Een plan van een district of basisteam invullen: ${number(places.length)}`}>
      <RowList
        items={places.map(({ code, name }) => ({ content: <ListLink href={newPlanAddress(code)}>{name}</ListLink> }))}
      />
    </Fold>
  )
}

const PlanLine = ({ plan, year }: { plan: LocalPlan; year: number }) => (
  <>
    <ListLink href={planAddress(plan.code)}>{plan.title}</ListLink> {plan.isExample && <Tag />}
    <Paragraph small quiet>
      {[
        capital(areaName(plan.area)),
        yearsWords(plan),
        plan.adoptedOn ? `vastgesteld op ${day(plan.adoptedOn)}` : 'concept, alleen voor professionals',
        ...(isCurrent(plan, year) ? [] : ['de periode is voorbij']),
      ].join(' · ')}
    </Paragraph>
  </>
)

function CoverCell({ known, of }: { known: Known<Municipality>; of: Municipality }) {
  const cover = coverOf(known, of.code)
  const plans = known.plans.filter(({ area }) => (known.within.get(area.code) ?? [area.code]).includes(of.code))
  if (plans.length === 0) return <>{coverWords[cover]}</>
  return (
    <>
      {plans.map((plan, at) => (
        <>
          {at > 0 ? '; ' : ''}
          <TextLink href={planAddress(plan.code)}>{plan.title}</TextLink>, {yearsWords(plan)}
          {plan.adoptedOn ? '' : ', concept'} {plan.isExample && <Tag />}
        </>
      ))}
      {cover === 'voorbij' ? ` (${coverWords.voorbij})` : ''}
    </>
  )
}

/** A plan with its versions, as far as they exist for whoever asks; null when there is none. */
export const findPlan = (ask: Ask) =>
  ask.read(async (tx) => {
    const versions = await planVersionsOf(tx, ask.params.code ?? '')
    const [plan] = versions
    if (!plan) return null
    const actsAs = ask.person
      ? ((await ownPlaces(tx)).find(({ code }) => code === plan.area.code)?.actsAs ?? null)
      : null
    return { plan, versions, actsAs }
  })

/** One safety plan: its period, adoption and address; its priorities, and which regional ones answer them. */
export async function localPlanPage(ask: Ask): Promise<Response> {
  const found = await findPlan(ask)
  if (!found) return ask.notFound()
  const { plan, versions, actsAs } = found
  const isOver = !isCurrent(plan, Number(ask.today.slice(0, 4)))
  return ask.page(
    {
      title: `${plan.title} (${plan.code})`,
      breadcrumbs: [...plansBreadcrumbs, { label: plan.title, href: planAddress(plan.code) }],
    },
    <>
      <Opening
        title={plan.title}
        lead={`Het veiligheidsplan van ${areaName(plan.area)}, met ${count(plan.priorities.length, 'prioriteit', 'prioriteiten')}.`}
        meta={[
          plan.adoptedOn ? `vastgesteld op ${day(plan.adoptedOn)}` : 'concept, alleen voor professionals',
          yearsWords(plan),
          ...(plan.isExample ? [<Tag />] : []),
        ]}
      >
        {ask.query.has('bewaard') && (
          <Notice kind="done" announce title="Bewaard.">
            Wat er eerder stond, is niet weg: het staat bij de versies hieronder.
          </Notice>
        )}
        {isOver && (
          <Notice kind="attention" title="De periode van dit plan is voorbij.">
            Is er een nieuw plan, vul dat dan apart in: dit blijft staan zoals het was.
          </Notice>
        )}
        {actsAs && (
          <Actions>
            <ButtonLink href={planFormAddress(plan.code)} kind="primary">
              Wijzig
            </ButtonLink>
            <ButtonLink href={newPlanAddress(plan.area.code)} kind="subtle">
              Nieuw plan
            </ButtonLink>
          </Actions>
        )}
      </Opening>
      <Section id="plan" title="Het plan">
        <PlanFacts plan={plan} />
      </Section>
      <Section id="prioriteiten" title="Prioriteiten" intro="In eigen woorden, met wat er regionaal bij hoort." full>
        <PriorityTable plan={plan} />
      </Section>
      <Section id="versies" title="Versies" intro="De nieuwste eerst. Er gaat niets weg.">
        <RowList
          items={versions.map((version) => ({
            content: (
              <Fold label={`Versie ${version.version}: ${version.actedAs}, ${moment(version.at)}`}>
                <PlanFacts plan={version} />
                <RowList items={version.priorities.map(({ number: at, text }) => ({ content: `${at}. ${text}` }))} />
              </Fold>
            ),
          }))}
        />
      </Section>
    </>,
  )
}

export function PlanFacts({ plan }: { plan: LocalPlan }) {
  return (
    <DataList
      items={[
        { term: 'Titel', value: plan.title },
        { term: 'Gebied', value: capital(areaName(plan.area)) },
        { term: 'Periode', value: yearsWords(plan) },
        { term: 'Vastgesteld door de raad', value: plan.adoptedOn ? day(plan.adoptedOn) : 'onbekend' },
        {
          term: 'Het document',
          value: plan.address ? <TextLink href={plan.address}>{plan.address}</TextLink> : 'onbekend',
        },
      ]}
    />
  )
}

export function PriorityTable({ plan }: { plan: LocalPlan }) {
  if (plan.priorities.length === 0) return <EmptyState title="Er zijn nog geen prioriteiten ingevuld." />
  return (
    <DataTable
      caption="Prioriteiten van het plan"
      hiddenCaption
      wideFirst
      rows={plan.priorities}
      columns={[
        { head: 'Lokale prioriteit', rowHead: true, cell: ({ text }) => text },
        { head: 'Regionaal', cell: (priority) => <Answer of={priority} /> },
      ]}
    />
  )
}
