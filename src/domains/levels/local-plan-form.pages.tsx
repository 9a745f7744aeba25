import type { Fault } from '../../kernel/typed'
import {
  Checkboxes,
  DateField,
  errorsAt,
  Form,
  KeepOrBack,
  KeptMeanwhile,
  Opening,
  Section,
  TextField,
} from '../../platform/ui'
import { moment } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { dayIn, textIn } from '../../platform/web/form-fields'
import { formKeyOf, newSecret } from '../../platform/web/secret'
import { actionCodes, prioritiesOn } from '../strategy'
import { asTypedPlan, besideKept, type LocalPlan, readPlan, type TypedPlan } from './local-plan'
import { findPlan, PlanFacts, PriorityTable, plansBreadcrumbs } from './local-plan.pages'
import { highestNumber, keepLocalPlan, type OwnPlace, ownPlaces } from './local-plan.store'
import { areaName, planAddress, planFormAddress, plansAddress } from './overview.parts'

type Found = {
  readonly place: OwnPlace
  /** Null of a new plan. */
  readonly plan: LocalPlan | null
  readonly versions: readonly LocalPlan[]
  readonly highest: number
  readonly priorities: readonly { readonly code: string; readonly title: string }[]
}

/** The plan that is changed, or the area a new one is of; null when the person who asks does not write for it. */
async function find(ask: Ask, area: string): Promise<Found | null> {
  const found = ask.params.code ? await findPlan(ask) : null
  if (ask.params.code && !found) return null
  const plan = found?.plan ?? null
  return ask.read(async (tx) => {
    const places = await ownPlaces(tx)
    const place = places.find(({ code }) => code === (plan?.area.code ?? area))
    if (!place) return null
    const current = (await prioritiesOn(tx, ask.today)).map(({ code, title }) => ({ code, title }))
    const linked = (plan?.priorities ?? []).flatMap(({ priorities }) => priorities)
    const all = new Map([...current, ...linked].map((one) => [one.code, one]))
    const versions = found?.versions ?? []
    return {
      place,
      plan,
      versions,
      highest: plan ? await highestNumber(tx, plan.code) : 0,
      priorities: [...all.values()],
    }
  })
}

/** Where an area fills in its safety plan; a new one for `?gebied=`. */
export async function planFormPage(ask: Ask): Promise<Response> {
  const found = await find(ask, ask.query.get('gebied') ?? '')
  if (!found) return ask.notFound()
  const typed = asTypedPlan(found.plan, found.highest, found.place.name)
  return draw(ask, found, { typed, seen: found.plan?.version ?? 0, formKey: newSecret(), faults: [] })
}

function typedIn(form: FormData): TypedPlan {
  const text = textIn(form)
  return {
    title: text('titel'),
    from: text('van'),
    to: text('tot'),
    adoptedOn: dayIn(form, 'vastgesteld'),
    address: text('adres'),
    priorities: [...form.keys()].flatMap((name) => {
      const number = Number(/^prioriteit-([1-9]\d{0,3})$/.exec(name)?.[1] ?? 0)
      if (number === 0) return []
      const chosen = form.getAll(`regionaal-${number}`).map(String)
      return [{ number, text: text(name), chosen, action: text(`actie-${number}`) }]
    }),
  }
}

/** Keeps what was typed as a new version; or shows it again with what is wrong, or beside what was kept meanwhile. */
export async function planForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const area = String(form.get('gebied') ?? '')
  const found = await find(ask, area)
  if (!found) return ask.notFound()
  const { place, plan, priorities } = found
  const typed = typedIn(form)
  const seen = Number.parseInt(String(form.get('versie') ?? ''), 10) || 0
  const formKey = formKeyOf(form)
  const actions = new Set(await ask.read((tx) => actionCodes(tx, {})))
  const said = readPlan(typed, ask.today, {
    priority: (code) => priorities.some((one) => one.code === code),
    action: (code) => actions.has(code),
  })
  if ('faults' in said) return draw(ask, found, { typed, seen, formKey, faults: said.faults })
  const about = { area: place.code, plan: plan?.code ?? null }
  const kept = await ask.write((tx) => keepLocalPlan(tx, about, said, { seen, formKey, requestId: ask.requestId }))
  if (kept === 'botst') {
    const now = await find(ask, area)
    if (!now?.plan) return ask.notFound()
    const before = now.versions.find(({ version }) => version === seen)
    const numbers = (before?.priorities ?? []).map(({ number }) => number)
    const both = besideKept(typed, numbers, { plan: now.plan, highest: now.highest })
    return draw(ask, now, { typed: both, seen: now.plan.version, formKey, faults: [], theirs: now.plan })
  }
  return kept ? ask.redirect(`${planAddress(kept)}?bewaard=ja`) : ask.notFound()
}

type Shown = {
  readonly typed: TypedPlan
  readonly seen: number
  readonly formKey: string
  readonly faults: readonly Fault[]
  /** What somebody else kept meanwhile: both stand on the page, and what is kept next is kept over his. */
  readonly theirs?: LocalPlan
}

function draw(ask: Ask, { place, plan, priorities }: Found, { typed, seen, formKey, faults, theirs }: Shown) {
  const address = plan ? planFormAddress(plan.code) : `${plansAddress}/nieuw`
  const title = `${plan ? 'Wijzig het' : 'Nieuw'} veiligheidsplan van ${areaName(place)}`
  const errorAt = errorsAt(faults)
  return ask.page(
    {
      title,
      breadcrumbs: [
        ...plansBreadcrumbs,
        ...(plan ? [{ label: plan.title, href: planAddress(plan.code) }] : []),
        { label: 'Invullen', href: address },
      ],
    },
    <>
      <Opening
        title={title}
        lead="Vul in wat u weet. Wat u niet weet, laat u leeg: dat is onbekend."
        meta={[`U vult in als: ${place.actsAs}`]}
      >
        {theirs && (
          <KeptMeanwhile>
            Intussen bewaarde {theirs.actedAs} hier iets, op {moment(theirs.at)}.
          </KeptMeanwhile>
        )}
      </Opening>
      {theirs && (
        <Section id="intussen" title="Wat er intussen staat" full>
          <PlanFacts plan={theirs} />
          <PriorityTable plan={theirs} />
        </Section>
      )}
      <Section id="formulier" title={theirs ? 'Wat u invulde' : 'Het plan'}>
        <Form action={address} errors={[...faults]}>
          <input type="hidden" name="versie" value={String(seen)} />
          <input type="hidden" name="sleutel" value={formKey} />
          <input type="hidden" name="gebied" value={place.code} />
          <TextField name="titel" label="Titel" value={typed.title} {...errorAt('titel')} />
          <TextField
            name="van"
            label="Eerste jaar"
            optional
            short
            inputmode="numeric"
            value={typed.from}
            {...errorAt('van')}
          />
          <TextField
            name="tot"
            label="Laatste jaar"
            optional
            short
            inputmode="numeric"
            value={typed.to}
            {...errorAt('tot')}
          />
          <DateField
            name="vastgesteld"
            label="Vastgesteld door de raad op"
            optional
            description="Vanaf dan ziet iedereen dit. Zonder datum is het een concept, voor professionals."
            value={typed.adoptedOn}
            {...errorAt('vastgesteld')}
          />
          <TextField
            name="adres"
            label="Webadres van het document"
            type="url"
            optional
            description="Bij de raad of op de website van de gemeente."
            value={typed.address}
            {...errorAt('adres')}
          />
          {typed.priorities.map(({ number, text, chosen, action }) => (
            <>
              <TextField
                name={`prioriteit-${number}`}
                label={`Prioriteit ${number}`}
                optional
                description="Zoals het plan haar noemt. Leeg maken haalt haar weg."
                value={text}
                {...errorAt(`prioriteit-${number}`)}
              />
              <Checkboxes
                name={`regionaal-${number}`}
                label={`Wat hoort regionaal bij prioriteit ${number}?`}
                optional
                values={chosen}
                options={[
                  ...priorities.map(({ code, title: label }) => ({ value: code, label })),
                  { value: 'geen', label: 'Geen regionale prioriteit gaat hierover' },
                ]}
                {...errorAt(`regionaal-${number}`)}
              />
              <TextField
                name={`actie-${number}`}
                label={`Code van een regionale actie bij prioriteit ${number}`}
                optional
                short
                value={action}
                {...errorAt(`actie-${number}`)}
              />
            </>
          ))}
          <KeepOrBack back={plan ? planAddress(plan.code) : plansAddress} />
        </Form>
      </Section>
    </>,
    theirs ? 409 : faults.length > 0 ? 422 : 200,
  )
}
