import { randomUUID } from 'node:crypto'
import {
  Actions,
  Button,
  ButtonLink,
  errorsAt,
  Form,
  Notice,
  Opening,
  Section,
  SelectField,
  TextArea,
  TextField,
  TextLink,
} from '../../platform/ui'
import type { Ask } from '../../platform/web/ask'
import { textIn } from '../../platform/web/form-fields'
import { TargetAdvice } from '../figures'
import { type Party, partyNames } from '../identity'
import { type Action, findAction, findPlan, type Plan } from '../strategy'
import { adviceOnAction } from './advice.verbs'
import {
  type ChangeableField,
  changeableFields,
  type FieldFault,
  mandateOf,
  readChanges,
  readField,
  valuesOf,
  type WantedChange,
} from './change'
import { actionAddress, changeAddress, fieldLabels, mandatesAddress, nameIn, valueWords } from './change.parts'
import { isChangedBy } from './change.store'
import { changeAction } from './change.verbs'
import { type Refusal, refusalIn } from './decision'
import { refusalWords } from './decision.parts'
import { ownMandates } from './mandate.store'

type Found = {
  readonly action: Action
  readonly plan: Plan
  readonly fields: readonly ChangeableField[]
  readonly parties: ReadonlyMap<string, Party>
}

/** The action with what the signed-in person may change of it; null when that is nothing. */
async function find(ask: Ask): Promise<Found | null> {
  const code = ask.params.code ?? ''
  return ask.read(async (tx) => {
    const action = await findAction(tx, code)
    const mandates = action ? await ownMandates(tx, code) : []
    const fields = changeableFields.filter((field) => mandates.includes(mandateOf(field)))
    const plan = action && fields.length > 0 ? await findPlan(tx, action.plan.code) : null
    return action && plan && { action, plan, fields, parties: await partyNames(tx) }
  })
}

type Values = Readonly<Record<ChangeableField, string>>

/** Where whoever has a mandate for it changes an action. */
export async function changePage(ask: Ask): Promise<Response> {
  const found = await find(ask)
  if (!found) return ask.notFound()
  const values = valuesOf(found.action)
  return draw(ask, found, { seen: values, typed: values, reason: '', key: randomUUID() }, [])
}

const isKey = (text: string) => /^[0-9a-f-]{36}$/.test(text)

/** Keeps what was changed, with why; or shows it again with what is wrong. */
export async function changeForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const found = await find(ask)
  if (!found) return ask.notFound()
  const { action, fields, parties } = found
  const values = valuesOf(action)
  const text = textIn(form)
  const given = (prefix: string): Values => {
    const entries = fields.map((field) => [
      field,
      form.has(`${prefix}${field}`) ? text(`${prefix}${field}`) : values[field],
    ])
    return { ...values, ...Object.fromEntries(entries) }
  }
  const key = isKey(text('sleutel')) ? text('sleutel') : randomUUID()
  const entry = { seen: given('was-'), typed: given(''), reason: text('reden'), key }
  const saved = () => ask.redirect(`${actionAddress(action.code)}#toen-en-nu`)
  if (await ask.read((tx) => isChangedBy(tx, action.code, key))) return saved()
  const read = readChanges(fields, entry.seen, entry.typed, entry.reason)
  const faults = 'faults' in read ? [...read.faults] : []
  if (!parties.has(entry.typed.trekker)) faults.push({ field: 'trekker', message: 'Kies een trekker uit de lijst.' })
  if ('faults' in read || faults.length > 0) return draw(ask, found, entry, faults)
  let refusal: Refusal | null = null
  const mail = mailOf(ask, found, read.changes, read.reason)
  await ask
    .write((tx) =>
      changeAction(tx, action.code, read.changes, {
        reason: read.reason,
        formKey: key,
        requestId: ask.requestId,
        mail,
      }),
    )
    .catch(async (fault: unknown) => {
      refusal = refusalIn(fault)
      // The same form at this very moment: what it asks is done.
      const isTwin = (fault as { code?: unknown }).code === '23505' || refusal === 'intussen-veranderd'
      if (isTwin && (await ask.read((tx) => isChangedBy(tx, action.code, key)))) refusal = null
      else if (!refusal) throw fault
    })
  if (!refusal) return saved()
  const again = await find(ask)
  return again ? draw(ask, again, { ...entry, seen: valuesOf(again.action) }, [], refusal) : ask.notFound()
}

function mailOf(ask: Ask, { action, plan, parties }: Found, changes: readonly WantedChange[], reason: string) {
  const lines = changes.map(
    ({ field, before, after }) =>
      `${fieldLabels[field]}\n  was: ${valueWords(field, before, nameIn(parties))}\n  is nu: ${valueWords(field, after, nameIn(parties))}`,
  )
  return {
    subject: `Actie gewijzigd: ${action.code} uit ${plan.title}`,
    body: `Een actie uit ${plan.title} is gewijzigd.
${plan.adoptedOn && plan.adoptedBy ? `${plan.adoptedBy.name} stelde dit plan vast. Zet de wijziging op de agenda als dat nodig is.\n` : ''}
${action.title} (${action.code})

${lines.join('\n\n')}

Waarom: ${reason}
Door: ${ask.person?.label ?? ''}

Alle wijzigingen in dit plan: ${ask.installation.baseUrl}/plannen/${encodeURIComponent(plan.code)}#besluiten
`,
  }
}

type Entry = { readonly seen: Values; readonly typed: Values; readonly reason: string; readonly key: string }

async function draw(
  ask: Ask,
  { action, plan, fields, parties }: Found,
  { seen, typed, reason, key }: Entry,
  faults: readonly FieldFault[],
  refusal: Refusal | null = null,
): Promise<Response> {
  const errorAt = errorsAt(faults)
  const [value, unit] = [readField('doel_waarde', typed.doel_waarde), readField('doel_eenheid', typed.doel_eenheid)]
  const target =
    'message' in value || 'message' in unit || value.value === null
      ? null
      : { value: Number(value.value), unit: unit.value }
  const advice = await ask.read((tx) => adviceOnAction(tx, action, target, ask.today))
  const common = (field: ChangeableField) => ({
    name: field,
    label: fieldLabels[field],
    value: typed[field],
    ...(refusal && typed[field] !== seen[field]
      ? { description: `Nu staat er: ${seen[field] || 'niets'}` }
      : field === 'klaar'
        ? { description: 'Een dag, maand, kwartaal of jaar, zoals 2026-12-31, 2026-11, 2026-Q4 of 2026.' }
        : {}),
    ...errorAt(field),
  })
  return ask.page(
    {
      title: `Wijzigen: ${action.title} (${action.code})`,
      breadcrumbs: [
        { label: 'Plannen', href: '/plannen' },
        { label: action.code, href: actionAddress(action.code) },
        { label: 'Wijzigen', href: changeAddress(action.code) },
      ],
    },
    <>
      <Opening
        title={`Wijzig deze actie: ${action.title}`}
        lead={
          plan.adoptedOn
            ? 'Dit plan is vastgesteld. U wijzigt wat binnen uw mandaat valt. Wat er stond, blijft te zien.'
            : 'Dit plan is nog niet vastgesteld. Wat er stond, blijft te zien.'
        }
        meta={[<TextLink href={mandatesAddress}>Wie mag wat wijzigen?</TextLink>]}
      >
        {refusal && (
          <Notice kind="error" announce title="Er is niets gewijzigd.">
            {refusalWords[refusal]}
          </Notice>
        )}
      </Opening>
      <Section id="formulier" title="Wijzigen">
        <Form action={changeAddress(action.code)} errors={faults}>
          <input type="hidden" name="sleutel" value={key} />
          {fields.map((field) => (
            <>
              <input type="hidden" name={`was-${field}`} value={seen[field]} />
              {field === 'titel' ? (
                <TextArea {...common(field)} rows={3} />
              ) : field === 'trekker' ? (
                <SelectField
                  {...common(field)}
                  options={[...parties.values()].map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
                />
              ) : (
                <TextField {...common(field)} optional={field.startsWith('doel')} short={field !== 'doel_eenheid'} />
              )}
            </>
          ))}
          <TextArea
            name="reden"
            label="Waarom?"
            description="Iedereen kan dit lezen. Noem geen personen."
            value={reason}
            rows={2}
            {...errorAt('reden')}
          />
          {advice && <TargetAdvice advice={advice} about="Het doel" />}
          <Actions>
            <Button kind="primary">Bewaar de wijziging</Button>
            <ButtonLink href={actionAddress(action.code)} kind="subtle">
              Terug zonder wijzigen
            </ButtonLink>
          </Actions>
        </Form>
      </Section>
    </>,
    refusal ? 409 : faults.length > 0 ? 422 : 200,
  )
}
