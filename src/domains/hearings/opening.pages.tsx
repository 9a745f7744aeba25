import { type Fault, noDay } from '../../kernel/typed'
import {
  Actions,
  Button,
  ButtonLink,
  Checkboxes,
  DateField,
  errorsAt,
  Form,
  Notice,
  Opening,
  Paragraph,
  Section,
  SelectField,
  TextField,
} from '../../platform/ui'
import type { Ask } from '../../platform/web/ask'
import { dayIn, textIn } from '../../platform/web/form-fields'
import { formKeyOf, newSecret } from '../../platform/web/secret'
import { listQuietTimes, quietOn } from '../progress'
import { hearingAddress, hearingsAddress, openingAddress } from './hearing.parts'
import { openingChoices, opensHearings } from './hearing.store'
import { openAndMail } from './hearing.verbs'
import { hearingPostFrom } from './mail.parts'
import { readOpening, type TypedOpening } from './opening'

/** What is asked of who opens a hearing; null for whoever may not. */
const find = (ask: Ask) =>
  ask.read(async (tx) =>
    (await opensHearings(tx))
      ? { ...(await openingChoices(tx)), quiet: quietOn(await listQuietTimes(tx), ask.today) }
      : null,
  )

export async function openingPage(ask: Ask): Promise<Response> {
  const found = await find(ask)
  if (!found) return ask.notFound()
  const typed = {
    subject: ask.query.get('onderwerp') ?? '',
    text: '',
    textOn: noDay,
    address: '',
    term: noDay,
    partners: [],
  }
  return draw(ask, found, typed, newSecret(), [])
}

/** Opens a hearing and mails everybody; or shows the form again with all that was typed. */
export async function openingForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const found = await find(ask)
  if (!found) return ask.notFound()
  const text = textIn(form)
  const typed: TypedOpening = {
    subject: text('onderwerp'),
    text: text('tekst'),
    textOn: dayIn(form, 'tekst-van'),
    address: text('adres'),
    term: dayIn(form, 'termijn'),
    partners: form.getAll('partner').map(String),
  }
  const formKey = formKeyOf(form)
  const opening = readOpening(typed, ask.today)
  if ('faults' in opening) return draw(ask, found, typed, formKey, opening.faults)
  const { baseUrl, answersAt } = ask.installation
  const post = hearingPostFrom(baseUrl, answersAt)
  const code = await ask.write((tx) => openAndMail(tx, opening, { formKey, requestId: ask.requestId }, post))
  if (code) return ask.redirect(hearingAddress(code))
  return draw(ask, found, typed, formKey, [
    { field: 'onderwerp', message: 'Deze strategie of dit plan is er niet (meer). Kies een ander.' },
  ])
}

function draw(
  ask: Ask,
  { subjects, partners, quiet }: NonNullable<Awaited<ReturnType<typeof find>>>,
  typed: TypedOpening,
  formKey: string,
  faults: readonly Fault[],
) {
  const errorAt = errorsAt(faults)
  return ask.page(
    {
      title: 'Begin een ronde zienswijzen',
      breadcrumbs: [
        { label: 'Zienswijzen', href: hearingsAddress },
        { label: 'Begin een ronde', href: openingAddress },
      ],
    },
    <>
      <Opening
        title="Begin een ronde zienswijzen"
        lead="Elke gemeenteraad van vandaag krijgt een regel. De adviseurs van de gemeenten en de partners die u kiest, krijgen meteen een mail."
      >
        {quiet && (
          <Notice kind="attention" title={`Het is nu stille tijd: ${quiet.name.toLowerCase()}.`}>
            De mail gaat toch meteen weg. Kan het later, wacht dan.
          </Notice>
        )}
      </Opening>
      <Section id="formulier" title="Wat u voorlegt">
        <Form action={openingAddress} errors={[...faults]}>
          <input type="hidden" name="sleutel" value={formKey} />
          <SelectField
            name="onderwerp"
            label="Strategie of plan"
            value={typed.subject}
            options={[{ value: '', label: 'Kies' }, ...subjects]}
            {...errorAt('onderwerp')}
          />
          <TextField
            name="tekst"
            label="De tekst die u voorlegt"
            description="Bijvoorbeeld: ontwerp, versie 2."
            value={typed.text}
            {...errorAt('tekst')}
          />
          <DateField name="tekst-van" label="De tekst is van" value={typed.textOn} {...errorAt('tekst-van')} />
          <TextField
            name="adres"
            label="Webadres van de tekst"
            type="url"
            optional
            value={typed.address}
            {...errorAt('adres')}
          />
          <DateField
            name="termijn"
            label="De termijn loopt tot en met"
            description="Een week eerder krijgt wie nog niets liet weten één herinnering, niet in een stille tijd."
            value={typed.term}
            {...errorAt('termijn')}
          />
          <Checkboxes
            name="partner"
            label="Welke partners vraagt u om een reactie?"
            optional
            values={typed.partners}
            options={partners}
          />
          <Paragraph small quiet>
            De regels van de raden volgen uit de indeling van vandaag.
          </Paragraph>
          <Actions>
            <Button kind="primary">Begin en mail iedereen</Button>
            <ButtonLink href={hearingsAddress} kind="subtle">
              Terug zonder beginnen
            </ButtonLink>
          </Actions>
        </Form>
      </Section>
    </>,
    faults.length > 0 ? 422 : 200,
  )
}
