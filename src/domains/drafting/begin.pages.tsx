import { type Fault, neededText } from '../../kernel/typed'
import {
  Actions,
  Button,
  ButtonLink,
  errorsAt,
  Form,
  Opening,
  Radios,
  Section,
  SelectField,
  TextField,
} from '../../platform/ui'
import { capital } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { formKeyOf, newSecret } from '../../platform/web/secret'
import { listPlans, listStrategies } from '../strategy'
import { beginAddress, draftAddress, draftsAddress } from './address.parts'
import { beginWith, type Start } from './begin.verbs'
import { draftKinds } from './draft'
import { bureausOf, type NewDraft } from './draft.store'
import { kindWords } from './words.parts'

const fields = ['soort', 'titel', 'van', 'tot', 'strategie', 'bureau', 'begin', 'plan'] as const
type Typed = Readonly<Record<(typeof fields)[number], string>>

/** What can be chosen; null for whoever begins no plan. */
const find = (ask: Ask) =>
  ask.read(async (tx) => {
    const bureaus = await bureausOf(tx)
    if (bureaus.length === 0) return null
    const plans = (await listPlans(tx)).items.filter(({ actions }) => actions > 0)
    return { bureaus, plans, strategies: (await listStrategies(tx)).items }
  })
type Found = NonNullable<Awaited<ReturnType<typeof find>>>

export async function beginPage(ask: Ask): Promise<Response> {
  const found = await find(ask)
  if (!found) return ask.notFound()
  const year = String(Number(ask.today.slice(0, 4)) + 1)
  const typed = {
    soort: 'actieagenda',
    titel: `Actieagenda ${year}`,
    van: year,
    tot: year,
    strategie: '',
    bureau: found.bureaus[0]?.code ?? '',
    begin: 'sjabloon',
    plan: '',
  }
  return draw(ask, found, typed, newSecret(), [])
}

export async function beginForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const found = await find(ask)
  if (!found) return ask.notFound()
  const typed = Object.fromEntries(fields.map((field) => [field, String(form.get(field) ?? '')])) as Typed
  const key = formKeyOf(form)
  const read = readBeginning(typed, found)
  if ('faults' in read) return draw(ask, found, typed, key, read.faults)
  const code = await ask.write((tx) =>
    beginWith(tx, read.draft, read.start, { formKey: key, requestId: ask.requestId }),
  )
  return code ? ask.redirect(draftAddress(code)) : ask.notFound()
}

function readBeginning(
  typed: Typed,
  { bureaus, plans, strategies }: Found,
): { readonly draft: NewDraft; readonly start: Start } | { readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  const fault = (field: string, message: string) => faults.push({ field, message })
  const year = (field: 'van' | 'tot') => {
    const value = /^2\d{3}$/.test(typed[field].trim()) ? Number(typed[field]) : 0
    if (value === 0) fault(field, 'Schrijf een jaar, bijvoorbeeld 2027.')
    return value
  }
  const kind = draftKinds.find((one) => one === typed.soort)
  if (!kind) fault('soort', 'Kies het soort plan.')
  const title = neededText(typed.titel, 'titel', 200, 'Geef het plan een titel.', faults)
  const [from, to] = [year('van'), year('tot')]
  if (from > 0 && to > 0 && (to < from || to > from + 10))
    fault('tot', 'Het laatste jaar ligt voor het eerste, of ver erna.')
  const start = (['leeg', 'sjabloon', 'plan'] as const).find((one) => one === typed.begin)
  if (!start) fault('begin', 'Kies waar u mee begint.')
  if (start === 'plan' && !plans.some(({ code }) => code === typed.plan))
    fault('plan', 'Kies het plan waar u op verdergaat.')
  const owner = bureaus.length === 1 ? bureaus[0] : bureaus.find(({ code }) => code === typed.bureau)
  if (!owner) fault('bureau', 'Kies het bureau dat het plan maakt.')
  const strategy = strategies.find(({ code }) => code === typed.strategie)?.code ?? null
  if (faults.length > 0 || !kind || !start || !owner) return { faults }
  const beganFrom = start === 'plan' ? typed.plan : null
  return { draft: { kind, title, from, to, strategy, owner: owner.code, beganFrom }, start }
}

function draw(ask: Ask, { bureaus, plans, strategies }: Found, typed: Typed, key: string, faults: readonly Fault[]) {
  const field = (name: keyof Typed) => {
    return { name, value: typed[name], ...errorsAt(faults)(name) }
  }
  return ask.page(
    {
      title: 'Begin een plan',
      breadcrumbs: [
        { label: 'Plannen', href: '/plannen' },
        { label: 'Conceptplannen', href: draftsAddress },
        { label: 'Begin een plan', href: beginAddress },
      ],
    },
    <>
      <Opening
        title="Begin een plan"
        lead="Wie bij een partner werkt, ziet het concept meteen. Anderen zien pas iets als u een hoofdstuk in werking zet."
      />
      <Section id="formulier" title="Het plan">
        <Form action={beginAddress} errors={[...faults]}>
          <input type="hidden" name="sleutel" value={key} />
          <Radios
            {...field('soort')}
            label="Soort plan"
            options={draftKinds.map((value) => ({ value, label: capital(kindWords[value]) }))}
          />
          <TextField {...field('titel')} label="Titel" />
          <TextField {...field('van')} label="Eerste jaar" inputmode="numeric" short />
          <TextField {...field('tot')} label="Laatste jaar" inputmode="numeric" short />
          <SelectField
            {...field('strategie')}
            label="Strategie"
            optional
            options={[
              { value: '', label: 'Geen' },
              ...strategies.map(({ code, title }) => ({ value: code, label: title })),
            ]}
          />
          {bureaus.length > 1 && (
            <SelectField
              {...field('bureau')}
              label="Bureau"
              options={bureaus.map(({ code, name }) => ({ value: code, label: name }))}
            />
          )}
          <Radios
            {...field('begin')}
            label="Waar begint u mee?"
            options={[
              { value: 'sjabloon', label: 'De hoofdstukken die dit soort plan meestal heeft' },
              { value: 'plan', label: 'Het plan van vorig jaar, met de acties die niet klaar zijn' },
              { value: 'leeg', label: 'Een leeg plan' },
            ]}
          />
          <SelectField
            {...field('plan')}
            label="Het plan van vorig jaar"
            optional
            description="Alleen als u daarmee begint. Elke actie houdt een verwijzing naar de actie waar zij vandaan komt."
            options={[{ value: '', label: 'Kies' }, ...plans.map(({ code, title }) => ({ value: code, label: title }))]}
          />
          <Actions>
            <Button kind="primary">Begin het plan</Button>
            <ButtonLink href={draftsAddress} kind="subtle">
              Terug zonder beginnen
            </ButtonLink>
          </Actions>
        </Form>
      </Section>
    </>,
    faults.length > 0 ? 422 : 200,
  )
}
