import type { Child } from 'hono/jsx'
import type { Reader } from '../../platform/db/database'
import { List, ListLink, Paragraph, Section, Tag, TextLink } from '../../platform/ui'
import { day } from '../../platform/ui/wording'
import type { PlanPlace } from './local-plan'
import { listLocalPlans, listNamedPlans, municipalitiesPer, ownPlaces } from './local-plan.store'
import { levelAddress, levelsAddress, newPlanAddress, planAddress, yearsWords } from './overview.parts'
import { VariantTable } from './variant.parts'
import { listVariants } from './variant.store'

/** On the page of a district or municipality: its safety plan, and what it makes of regional actions. */
export async function levelsOfPlace(tx: Reader, area: PlanPlace): Promise<Child> {
  const variants = await listVariants(tx, { area: area.code })
  const [all, allNamed] = [await listLocalPlans(tx), await listNamedPlans(tx)]
  const wide = [...all, ...allNamed].filter((plan) => plan.area.kind !== 'gemeente').map((plan) => plan.area.code)
  const within = await municipalitiesPer(tx, [...new Set(wide)])
  const covers = ({ area: { code } }: { readonly area: PlanPlace }) =>
    code === area.code || (within.get(code)?.includes(area.code) ?? false)
  const [plans, named] = [all.filter(covers), allNamed.filter(covers)]
  const writes = (await ownPlaces(tx)).some(({ code }) => code === area.code)
  return (
    <Section
      id="doorwerking"
      title="Van regio naar hier"
      intro="Het eigen veiligheidsplan, en eigen versies van acties."
    >
      {plans.length > 0 ? (
        <List
          items={plans.map((plan) => (
            <>
              <ListLink href={planAddress(plan.code)}>{plan.title}</ListLink>, {yearsWords(plan)}
              {plan.adoptedOn ? `, vastgesteld op ${day(plan.adoptedOn)}` : ', concept'} {plan.isExample && <Tag />}
            </>
          ))}
        />
      ) : (
        <Paragraph>
          {named.length > 0
            ? `${named.map(({ title }) => title).join('; ')}: alleen genoemd in een document.`
            : `Van ${area.name} is nog geen veiligheidsplan bekend.`}
        </Paragraph>
      )}
      {variants.length > 0 ? (
        <VariantTable variants={variants} by="actie" />
      ) : (
        <Paragraph>Van {area.name} is nog geen eigen versie van een regionale actie bekend.</Paragraph>
      )}
      <Paragraph>
        <TextLink href={levelsAddress}>Van landelijk naar lokaal</TextLink>
        {writes && (
          <>
            {' · '}
            <TextLink href={newPlanAddress(area.code)}>{`Vul een veiligheidsplan van ${area.name} in`}</TextLink>
          </>
        )}
      </Paragraph>
    </Section>
  )
}

/** On the page of a regional priority: the way to the levels above and below it. */
export const levelsOfPriority = (priority: string) => (
  <Section id="doorwerking" title="Landelijk en lokaal">
    <Paragraph>
      <TextLink href={levelAddress(priority)}>Wat landelijk en in lokale plannen bij deze prioriteit hoort</TextLink>
    </Paragraph>
  </Section>
)
