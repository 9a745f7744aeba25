import { ButtonLink, EmptyState, Opening, Paragraph, Section, TextLink } from '../../platform/ui'
import { count, number } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { countOverview, findPlan, listPlans, listProgrammes, neighboursOf, type Plan } from '../strategy'
import { JudgementView, judgementAddress } from './judgement.parts'
import { isLate, onTrack, tally } from './portfolio'
import {
  Formula,
  planAddress,
  portfolioAddress,
  reckonedText,
  StandList,
  TallyTable,
  ThreeThings,
  tallyWords,
} from './portfolio.parts'
import { judgementsOf, mayJudge, standsOf } from './portfolio.store'

const crumbs = [
  { label: 'Voortgang', href: '/voortgang' },
  { label: 'Stand van de plannen', href: portfolioAddress },
]

const runsIn = (year: number) => (plan: Plan) =>
  plan.from !== null && plan.to !== null && plan.from <= year && year <= plan.to
const yearsOf = ({ from, to }: Plan) => (from === to ? String(from ?? 'jaar onbekend') : `${from} tot en met ${to}`)

/** All plans beside each other: how their promises stand, what is late or stuck, and what ended and why. */
export async function portfolioPage(ask: Ask): Promise<Response> {
  const { plans, stands } = await ask.read(async (tx) => ({
    plans: (await listPlans(tx)).items,
    stands: await standsOf(tx),
  }))
  const year = Number(ask.today.slice(0, 4))
  const byPlan = Map.groupBy(stands, ({ plan }) => plan)
  const rows = (of: readonly Plan[]) =>
    of
      .filter(({ code }) => byPlan.has(code))
      .map((plan) => ({
        title: plan.title,
        href: planAddress(plan.code),
        under: `${later.includes(plan) ? `begint in ${plan.from}` : yearsOf(plan)}${plan.isConcept ? ', concept, nog niet vastgesteld' : ''}`,
        of: tally(byPlan.get(plan.code) ?? [], ask.today),
      }))
  const running = plans.filter(runsIn(year))
  const later = plans.filter(({ from }) => from !== null && from > year)
  const over = plans.filter((plan) => !running.includes(plan) && !later.includes(plan))
  const now = running.flatMap(({ code }) => byPlan.get(code) ?? [])
  const all = tally(now, ask.today)
  const reckoned = onTrack(all)
  const withStatus = (...wanted: readonly string[]) =>
    now.filter(({ status }) => status !== null && wanted.includes(status))
  return ask.page(
    { title: 'Stand van de plannen', breadcrumbs: crumbs },
    <>
      <Opening
        title="Stand van de plannen"
        lead={
          all.all === 0
            ? 'Vandaag loopt er geen plan met beloften.'
            : reckoned
              ? `Van ${number(reckoned.known)} van de ${count(all.all, 'lopende belofte', 'lopende beloften')} weten wij hoe zij ervoor staan. Daarvan gaan er ${number(reckoned.good)} als afgesproken.`
              : `Van geen van de ${count(all.all, 'lopende belofte', 'lopende beloften')} is gemeld hoe zij ervoor staat.`
        }
      >
        <Paragraph small quiet>
          Alleen voor professionals. Voor ieder ander staat bij een actie alleen de dag waarop zij is bijgewerkt.
        </Paragraph>
      </Opening>
      <Section id="lopend" title="Plannen die nu lopen">
        <TallyTable caption="Stand van de plannen die nu lopen" head="Plan" rows={rows(running)} showsLate />
      </Section>
      <Section id="telaat" title="Te laat" intro="De afgesproken dag is voorbij.">
        <StandList
          stands={now.filter((stand) => isLate(stand, ask.today))}
          none="Van geen belofte is de dag voorbij."
        />
      </Section>
      <Section id="vast" title="Loopt achter of geblokkeerd" intro="Wat hulp of een besluit kan vragen.">
        <StandList stands={withStatus('loopt-achter', 'geblokkeerd')} none="Van geen belofte is dat gemeld." />
      </Section>
      <Section id="gestopt" title="Gestopt of overgedragen, en waarom">
        <StandList stands={withStatus('gestopt', 'overgedragen')} none="Van geen belofte is dat gemeld." />
      </Section>
      {rows(later).length > 0 && (
        <Section id="later" title="Plannen die nog beginnen">
          <TallyTable
            caption="Stand van de plannen die nog beginnen"
            head="Plan"
            rows={rows(later)}
            showsLate={false}
          />
        </Section>
      )}
      <Section id="voorbij" title="Plannen die voorbij zijn" intro="Wat ervan kwam, staat bij de verantwoording.">
        <TallyTable caption="Stand van de plannen die voorbij zijn" head="Plan" rows={rows(over)} showsLate={false} />
      </Section>
      <Section id="formule" title="Hoe wij rekenen">
        <Formula />
      </Section>
    </>,
  )
}

/** One plan: per programme what is reckoned, beside what whoever leads it says; effort, result and effect apart. */
export async function planStandPage(ask: Ask): Promise<Response> {
  const code = ask.params.code ?? ''
  const found = await ask.read(async (tx) => {
    const plan = await findPlan(tx, code)
    if (!plan) return null
    const programmes = (await listProgrammes(tx, { plan: code })).items
    const priorities = [...new Set(programmes.flatMap(({ priority }) => priority?.code ?? []))]
    const figures = await neighboursOf(tx, 'prioriteit', priorities, ['indicator'])
    const stands = Map.groupBy(await standsOf(tx, code), ({ programme }) => programme)
    const judgements = await judgementsOf(tx, code)
    const told = []
    for (const programme of programmes) {
      const { priority } = programme
      told.push({
        programme,
        of: tally(stands.get(programme.code) ?? [], ask.today),
        judgement: judgements.get(programme.code) ?? null,
        mayJudge: await mayJudge(tx, programme.code),
        results: (await countOverview(tx, { programme: programme.code })).results,
        priority: priority && { ...priority, figures: figures.get(priority.code)?.length ?? 0 },
      })
    }
    return { plan, told, all: tally([...stands.values()].flat(), ask.today) }
  })
  if (!found) return ask.notFound()
  const { plan, told, all } = found
  const { title } = plan
  return ask.page(
    { title: `Stand van ${title}`, breadcrumbs: [...crumbs, { label: title, href: planAddress(code) }] },
    <>
      <Opening
        title={`Stand van ${title}`}
        lead={
          all.all === 0
            ? 'In dit plan staan geen beloften.'
            : `${count(all.all, 'belofte', 'beloften')}: ${tallyWords(all)}.`
        }
        meta={[yearsOf(plan), <TextLink href={`/plannen/${encodeURIComponent(code)}`}>Het plan</TextLink>]}
      />
      {told.map(({ programme, of, judgement, mayJudge, results, priority }) => (
        <Section id={programme.code} title={programme.title}>
          <Paragraph>
            {reckonedText(of)} {count(of.all, 'belofte', 'beloften')}, elk met gewicht 1.
          </Paragraph>
          <JudgementView judgement={judgement} />
          <ThreeThings programme={programme.code} of={of} results={results} priority={priority} />
          {mayJudge ? (
            <ButtonLink href={judgementAddress(programme.code)}>Geef uw oordeel</ButtonLink>
          ) : (
            judgement && (
              <Paragraph small>
                <TextLink href={judgementAddress(programme.code)}>Wat er eerder is gezegd</TextLink>
              </Paragraph>
            )
          )}
        </Section>
      ))}
      {told.length === 0 && <EmptyState title="Dit plan heeft geen programma's." />}
      <Section id="formule" title="Hoe wij rekenen">
        <Formula />
      </Section>
    </>,
  )
}
