import type { Fault } from '../../kernel/typed'
import {
  Actions,
  Button,
  ButtonLink,
  Checkboxes,
  DataTable,
  errorsAt,
  FilterForm,
  Form,
  KeepOrBack,
  KeptMeanwhile,
  ListLink,
  Notice,
  Opening,
  Section,
  SelectField,
  Status,
  TextField,
  TextLink,
} from '../../platform/ui'
import { count, day } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { textIn } from '../../platform/web/form-fields'
import { formKeyOf, newSecret } from '../../platform/web/secret'
import {
  asTypedContact,
  type ContactPoint,
  emptyContact,
  needsConfirming,
  readContact,
  type TypedContact,
  telephoneLink,
} from './contact'
import { contactPoints, keepContact, keptOrganisations } from './contact.store'

const contactsAddress = '/contactpunten'
const contactAddress = (id: string) => `${contactsAddress}/${id}`
const breadcrumb = { label: 'Contactpunten', href: contactsAddress }

/** The directory: whom to ring where about what. For professionals. */
export async function contactsPage(ask: Ask): Promise<Response> {
  const organisation = ask.query.get('organisatie') || undefined
  const about = (ask.query.get('onderwerp') ?? '').trim().slice(0, 100) || undefined
  const { all, shown, kept } = await ask.read(async (tx) => ({
    all: await contactPoints(tx),
    shown: await contactPoints(tx, { organisation, about }),
    kept: await keptOrganisations(tx),
  }))
  const own = new Set(kept.map(({ value }) => value))
  const old = shown.filter((point) => own.has(point.organisation.code) && needsConfirming(point, ask.today))
  const named = new Map(all.map((point) => [point.organisation.code, point.organisation.name]))
  return ask.page(
    { title: 'Contactpunten', breadcrumbs: [breadcrumb] },
    <>
      <Opening
        title="Contactpunten"
        lead="Wie u belt, per organisatie en onderwerp. Alleen voor partners. Functies, geen namen."
        meta={[count(all.length, 'contactpunt', 'contactpunten')]}
      >
        <FilterForm
          action={contactsAddress}
          label="Zoek een contactpunt"
          fields={[
            {
              kind: 'select',
              name: 'organisatie',
              label: 'Organisatie',
              value: organisation ?? '',
              options: [{ value: '', label: 'Alle' }, ...[...named].map(([value, label]) => ({ value, label }))],
            },
            { kind: 'text', name: 'onderwerp', label: 'Onderwerp', value: about ?? '' },
          ]}
          submit="Toon"
          clear={organisation || about ? contactsAddress : undefined}
        />
        {ask.query.has('bewaard') && (
          <Notice kind="done" announce title="Bewaard.">
            Partners zien het nu.
          </Notice>
        )}
        {kept.length > 0 && (
          <Actions>
            <ButtonLink href={`${contactsAddress}/nieuw`}>Voeg een contactpunt toe</ButtonLink>
          </Actions>
        )}
      </Opening>
      {old.length > 0 && (
        <Section id="klopt-dit-nog" title="Klopt dit nog?" intro="Langer dan een jaar geleden bevestigd.">
          <ContactTable
            points={old}
            caption="Contactpunten om na te kijken"
            own={own}
            action={(point) => (
              <Form action={`${contactAddress(point.id)}/klopt`}>
                <input type="hidden" name="versie" value={String(point.version)} />
                <Button small>Dit klopt: {point.subject}</Button>
              </Form>
            )}
          />
        </Section>
      )}
      <Section id="contactpunten" title="Wie u belt" full>
        <ContactTable points={shown} caption="Contactpunten" own={own} />
      </Section>
    </>,
  )
}

function ContactTable(props: {
  points: readonly ContactPoint[]
  caption: string
  own: ReadonlySet<string>
  action?: (point: ContactPoint) => ReturnType<typeof Form>
}) {
  const { points, caption, own, action } = props
  return (
    <DataTable
      caption={caption}
      hiddenCaption
      wideFirst
      rows={points}
      empty="Hier staat nog geen contactpunt. De organisatie zelf of het bureau vult het in."
      columns={[
        {
          head: 'Onderwerp',
          rowHead: true,
          cell: (point) =>
            own.has(point.organisation.code) ? (
              <ListLink href={contactAddress(point.id)}>{point.subject}</ListLink>
            ) : (
              point.subject
            ),
        },
        { head: 'Organisatie', cell: ({ organisation }) => organisation.name },
        {
          head: 'Functie',
          cell: ({ title, isAdviser }) => (
            <>
              {title}
              {isAdviser && ' (adviseur van de eigen bestuurder)'}
            </>
          ),
        },
        {
          head: 'Bel of mail',
          cell: ({ telephone, mailbox }) => (
            <>
              {telephone && <TextLink href={telephoneLink(telephone)}>{telephone}</TextLink>}
              {telephone && mailbox && ', '}
              {mailbox && <TextLink href={`mailto:${mailbox}`}>{mailbox}</TextLink>}
            </>
          ),
        },
        action
          ? { head: 'Bevestig', cell: action }
          : {
              head: 'Bevestigd op',
              cell: ({ confirmedOn }) => day(confirmedOn),
            },
      ]}
    />
  )
}

const find = (ask: Ask, id: string | null) =>
  ask.read(async (tx) => {
    const kept = await keptOrganisations(tx)
    const [point] = id === null ? [] : await contactPoints(tx, { id })
    const mayKeep = id === null ? kept.length > 0 : kept.some(({ value }) => value === point?.organisation.code)
    return mayKeep ? { kept, point: point ?? null } : null
  })
type Found = NonNullable<Awaited<ReturnType<typeof find>>>

const typedIn = (form: FormData): TypedContact => {
  const text = textIn(form)
  return {
    organisation: text('organisatie'),
    title: text('functie'),
    subject: text('onderwerp'),
    telephone: text('telefoon'),
    mailbox: text('mail'),
    isAdviser: form.has('adviseur'),
    isEnded: form.has('vervalt'),
  }
}

export async function newContactPage(ask: Ask): Promise<Response> {
  const found = await find(ask, null)
  if (!found) return ask.notFound()
  const only = found.kept.length === 1 ? (found.kept[0]?.value ?? '') : ''
  return draw(ask, found, { typed: emptyContact(only), formKey: newSecret(), faults: [] })
}

export async function contactPage(ask: Ask): Promise<Response> {
  const found = await find(ask, ask.params.id ?? '')
  return found?.point
    ? draw(ask, found, { typed: asTypedContact(found.point), formKey: '', faults: [] })
    : ask.notFound()
}

export const newContactForm = (ask: Ask) => keep(ask, null)
export const contactForm = (ask: Ask) => keep(ask, ask.params.id ?? '')

async function keep(ask: Ask, id: string | null): Promise<Response> {
  const form = await ask.form()
  const found = await find(ask, id)
  if (!found || (id !== null && !found.point)) return ask.notFound()
  const asked = typedIn(form)
  const typed = found.point ? { ...asked, organisation: found.point.organisation.code } : asked
  const formKey = formKeyOf(form)
  const seen = Number.parseInt(String(form.get('versie') ?? ''), 10) || 0
  const draft = readContact(typed, new Set(found.kept.map(({ value }) => value)))
  if ('faults' in draft) return draw(ask, found, { typed, formKey, faults: draft.faults, seen })
  const about = { id: found.point?.id ?? null, seen }
  const kept = await ask.write((tx) => keepContact(tx, about, draft, { formKey, requestId: ask.requestId }))
  if (kept?.result === 'botst') {
    const now = await find(ask, kept.point)
    return now ? draw(ask, now, { typed, formKey, faults: [], isConflict: true }) : ask.notFound()
  }
  return kept ? ask.redirect(`${contactsAddress}?bewaard=ja`) : ask.notFound()
}

/** Says that a point is right still. */
export async function confirmContactForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const found = await find(ask, ask.params.id ?? '')
  const { point } = found ?? {}
  if (!point) return ask.notFound()
  const seen = Number.parseInt(String(form.get('versie') ?? ''), 10) || 0
  const draft = { ...asTypedContact(point), telephone: point.telephone, mailbox: point.mailbox }
  const kept = await ask.write((tx) =>
    keepContact(tx, { id: point.id, seen }, draft, { formKey: '', requestId: ask.requestId }),
  )
  // Somebody else changed it meanwhile: then it was looked at.
  return kept ? ask.redirect(`${contactsAddress}?bewaard=ja`) : ask.notFound()
}

type Shown = {
  readonly typed: TypedContact
  readonly formKey: string
  readonly faults: readonly Fault[]
  readonly seen?: number
  readonly isConflict?: boolean
}

function draw(ask: Ask, { kept, point }: Found, { typed, formKey, faults, seen, isConflict }: Shown) {
  const errorAt = errorsAt(faults)
  const title = point ? `Contactpunt ${point.subject}, ${point.organisation.name}` : 'Voeg een contactpunt toe'
  const address = point ? contactAddress(point.id) : `${contactsAddress}/nieuw`
  return ask.page(
    { title, breadcrumbs: [breadcrumb, { label: point ? 'Wijzigen' : 'Nieuw', href: address }] },
    <>
      <Opening
        title={title}
        lead="Een functie met een nummer of een postbus. Noem geen persoon: iemand anders neemt ook op."
        meta={point ? [`bevestigd op ${day(point.confirmedOn)} door ${point.actedAs}`] : []}
      >
        {point?.isEnded && <Status is="stalled" label="vervallen" />}
        {isConflict && point && (
          <KeptMeanwhile>
            Intussen bewaarde {point.actedAs} hier: {point.title}, {point.telephone ?? point.mailbox}.
          </KeptMeanwhile>
        )}
      </Opening>
      <Section id="formulier" title="Wie belt men waarover?">
        <Form action={address} errors={[...faults]}>
          {point ? (
            <input type="hidden" name="versie" value={String(seen ?? point.version)} />
          ) : (
            <input type="hidden" name="sleutel" value={formKey} />
          )}
          {!point && (
            <SelectField
              name="organisatie"
              label="Organisatie"
              value={typed.organisation}
              options={[{ value: '', label: 'Kies' }, ...kept]}
              {...errorAt('organisatie')}
            />
          )}
          <TextField name="onderwerp" label="Waarvoor?" value={typed.subject} {...errorAt('onderwerp')} />
          <TextField name="functie" label="Functie" value={typed.title} {...errorAt('functie')} />
          <TextField name="telefoon" label="Telefoon" optional value={typed.telephone} {...errorAt('telefoon')} />
          <TextField
            name="mail"
            label="Mailadres van de functie"
            description="Een postbus die anderen ook lezen, geen adres van één persoon."
            optional
            value={typed.mailbox}
            {...errorAt('mail')}
          />
          <Checkboxes
            name="adviseur"
            label="Voor wie?"
            optional
            values={typed.isAdviser ? ['ja'] : []}
            options={[{ value: 'ja', label: 'Dit is de adviseur die de eigen bestuurder belt' }]}
          />
          {point && (
            <Checkboxes
              name="vervalt"
              label="Bestaat het nog?"
              optional
              values={typed.isEnded ? ['ja'] : []}
              options={[{ value: 'ja', label: 'Dit contactpunt vervalt' }]}
            />
          )}
          <KeepOrBack back={contactsAddress} />
        </Form>
      </Section>
    </>,
    isConflict ? 409 : faults.length > 0 ? 422 : 200,
  )
}
