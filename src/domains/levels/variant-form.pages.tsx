import type { Fault } from '../../kernel/typed'
import {
  DateField,
  errorsAt,
  Form,
  KeepOrBack,
  KeptMeanwhile,
  Opening,
  Radios,
  Section,
  TextArea,
  TextField,
  WordDiff,
} from '../../platform/ui'
import { capital, moment } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { dayIn, textIn } from '../../platform/web/form-fields'
import { formKeyOf, newSecret } from '../../platform/web/secret'
import { asTyped, choices, readVariant, type TypedVariant, type Variant } from './variant'
import { breadcrumbsOf, findVariant, placeName } from './variant.pages'
import { choiceWords, SideBySide, sidesOf, variantAddress, variantFormAddress } from './variant.parts'
import { keepVariant } from './variant.store'

async function find(ask: Ask) {
  const found = await findVariant(ask)
  return found?.place.actsAs ? found : null
}
type Found = NonNullable<Awaited<ReturnType<typeof find>>>

/** Where a district or municipality writes its own version of a regional action. */
export async function variantFormPage(ask: Ask): Promise<Response> {
  const found = await find(ask)
  if (!found) return ask.notFound()
  const { newest, action } = found
  const typed = asTyped(newest, action.title)
  return draw(ask, found, { typed, seen: newest?.version ?? 0, formKey: newSecret(), faults: [] })
}

/** Keeps what was typed as a new version; or shows it again with what is wrong, or beside what was kept meanwhile. */
export async function variantForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const found = await find(ask)
  if (!found) return ask.notFound()
  const text = textIn(form)
  const typed: TypedVariant = {
    choice: text('keuze'),
    title: text('tekst'),
    lead: text('trekker'),
    dueOn: dayIn(form, 'klaar'),
    target: text('doel'),
    place: text('waar'),
    reason: text('reden'),
    decidedOn: dayIn(form, 'besloten'),
  }
  const seen = Number.parseInt(text('versie'), 10) || 0
  const formKey = formKeyOf(form)
  const said = readVariant(typed, ask.today)
  if ('faults' in said) return draw(ask, found, { typed, seen, formKey, faults: said.faults })
  const about = { action: found.action.code, area: found.place.code }
  const kept = await ask.write((tx) => keepVariant(tx, about, said, { seen, formKey, requestId: ask.requestId }))
  if (kept === 'botst') {
    const now = await find(ask)
    return now?.newest
      ? draw(ask, now, { typed, seen: now.newest.version, formKey, faults: [], theirs: now.newest })
      : ask.notFound()
  }
  return kept ? ask.redirect(`${variantAddress(about.action, about.area)}?bewaard=ja`) : ask.notFound()
}

type Shown = {
  readonly typed: TypedVariant
  readonly seen: number
  readonly formKey: string
  readonly faults: readonly Fault[]
  /** What somebody else kept meanwhile: both stand on the page, and what is kept next is kept over his. */
  readonly theirs?: Variant
}

function draw(ask: Ask, { action, place }: Found, { typed, seen, formKey, faults, theirs }: Shown) {
  const name = placeName(place)
  const errorAt = errorsAt(faults)
  return ask.page(
    {
      title: `Invullen voor ${name}: ${action.title} (${action.code})`,
      breadcrumbs: [
        ...breadcrumbsOf(action),
        { label: capital(name), href: variantAddress(action.code, place.code) },
        { label: 'Invullen', href: variantFormAddress(action.code, place.code) },
      ],
    },
    <>
      <Opening
        title={`Wat maakt ${name} van deze actie?`}
        lead={`De regionale actie: ${action.title}.`}
        meta={[`U vult in als: ${place.actsAs}`]}
      >
        {theirs && (
          <KeptMeanwhile>
            Intussen bewaarde {theirs.actedAs} hier iets, op {moment(theirs.at)}.
          </KeptMeanwhile>
        )}
      </Opening>
      {theirs && (
        <Section id="intussen" title="Wat er intussen staat" intro={capital(choiceWords[theirs.choice])} full>
          {theirs.choice !== 'niet' && <SideBySide sides={sidesOf(action, theirs)} name={name} />}
          {theirs.title && typed.title && (
            <p class="nl-paragraph">
              Van die tekst naar de uwe: <WordDiff before={theirs.title} after={typed.title} />
            </p>
          )}
          {theirs.reason && <p class="nl-paragraph">Waarom: {theirs.reason}</p>}
        </Section>
      )}
      <Section id="formulier" title={theirs ? 'Wat u invulde' : 'Uw versie'}>
        <Form action={variantFormAddress(action.code, place.code)} errors={[...faults]}>
          <input type="hidden" name="versie" value={String(seen)} />
          <input type="hidden" name="sleutel" value={formKey} />
          <Radios
            name="keuze"
            label="Wat doet u met de actie?"
            value={typed.choice}
            options={[
              { value: choices[0], label: 'Een eigen versie', description: 'Vul dan de velden hieronder in.' },
              { value: choices[1], label: 'Zo overgenomen', description: 'Dan geldt de regionale tekst.' },
              { value: choices[2], label: 'Niet bij ons', description: 'Dat ziet alleen wie inlogt, met de reden.' },
            ]}
            {...errorAt('keuze')}
          />
          <TextArea name="tekst" label="Hoe luidt de actie hier?" rows={3} value={typed.title} {...errorAt('tekst')} />
          <TextField
            name="trekker"
            label="Trekker"
            optional
            description="Een functie of organisatie, geen naam. Leeg: zoals regionaal."
            value={typed.lead}
            {...errorAt('trekker')}
          />
          <DateField name="klaar" label="Klaar op" optional value={typed.dueOn} {...errorAt('klaar')} />
          <TextField
            name="doel"
            label="Doel"
            optional
            description="Met eenheid en termijn, bijvoorbeeld: 10 controles in 2026."
            value={typed.target}
            {...errorAt('doel')}
          />
          <TextField
            name="waar"
            label="Waar"
            optional
            description="Kernen, wijken of gebieden. Noem geen straten of adressen."
            value={typed.place}
            {...errorAt('waar')}
          />
          <TextArea
            name="reden"
            label="Waarom"
            optional
            description="Nodig als u de actie niet doet. Alleen professionals lezen dit."
            rows={2}
            value={typed.reason}
            {...errorAt('reden')}
          />
          <DateField
            name="besloten"
            label="Besloten op"
            optional
            description="Vanaf dan ziet iedereen dit. Zonder datum is het een concept, voor professionals."
            value={typed.decidedOn}
            {...errorAt('besloten')}
          />
          <KeepOrBack back={variantAddress(action.code, place.code)} />
        </Form>
      </Section>
    </>,
    theirs ? 409 : faults.length > 0 ? 422 : 200,
  )
}
