import type { Day } from '../../kernel/day'
import { type Fault, noDay } from '../../kernel/typed'
import { asTypedDay } from '../../kernel/typed-day'
import {
  Actions,
  Button,
  ButtonLink,
  DataTable,
  DateField,
  EmptyState,
  errorsAt,
  FilterForm,
  Form,
  List,
  Notice,
  Opening,
  Paragraph,
  Section,
  TextField,
} from '../../platform/ui'
import { day, moment, number } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { dayIn, textIn } from '../../platform/web/form-fields'
import { documentTitles, Sources } from '../figures'
import { verdictText, wrongDay } from '../governance'
import { type Place, readReason, type TypedReason } from './composition'
import { composedOn, explainDeviation } from './composition.store'
import { placesOf } from './composition.verbs'
import { instanceBreadcrumbs } from './instance.parts'
import { findInstance, standingIn } from './instance.store'
import { instanceName } from './meeting'
import { compositionAddress, instanceAddress } from './meeting.parts'

async function find(ask: Ask, on: Day) {
  return ask.read(async (tx) => {
    const instance = await findInstance(tx, ask.params.code ?? '', ask.params.gebied ?? '')
    if (!instance) return null
    const [composed] = await composedOn(tx, [instance], ask.region.code, on)
    return composed
      ? {
          instance,
          composed,
          places: placesOf(composed, on),
          standing: await standingIn(tx, instance.code),
          documents: await documentTitles(tx),
        }
      : null
  })
}
type Found = NonNullable<Awaited<ReturnType<typeof find>>>

/** Who sits in an instance on a day beside the rule of its body; where it differs, why. */
export async function compositionPage(ask: Ask): Promise<Response> {
  const on = ask.validOn
  if (!on) return ask.badRequest(wrongDay)
  const found = await find(ask, on)
  return found ? draw(ask, found, on, null) : ask.notFound()
}

/** Keeps or takes back a reason, for the programme manager of the bureau. */
export async function deviationForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const found = await find(ask, ask.today)
  const key = String(form.get('plaats') ?? '')
  const at = found?.places?.findIndex((one) => one.key === key) ?? -1
  if (!found?.standing.managerAs || !found.places?.[at]) return ask.notFound()
  const typed: TypedReason = { reason: textIn(form)(`reden-${at}`), until: dayIn(form, `tot-${at}`) }
  const read = form.has('terug') ? { reason: null, until: null } : readReason(typed, String(at), ask.today)
  if ('faults' in read) return draw(ask, found, ask.today, { at, typed, faults: read.faults })
  const seen = Number.parseInt(String(form.get('versie') ?? ''), 10) || 0
  const about = { instance: found.instance.code, place: key, seen }
  const kept = await ask.write((tx) => explainDeviation(tx, about, read, ask.requestId))
  if (!kept) return ask.notFound()
  if (kept === 'bewaard') return ask.redirect(`${compositionAddress(found.instance)}?bewaard=ja`)
  const now = await find(ask, ask.today)
  return now ? draw(ask, now, ask.today, { at, typed, faults: [], isConflict: true }) : ask.notFound()
}

type Typed = {
  readonly at: number
  readonly typed: TypedReason
  readonly faults: readonly Fault[]
  readonly isConflict?: boolean
}

function draw(ask: Ask, { instance, composed, places, standing, documents }: Found, on: Day, typed: Typed | null) {
  const address = compositionAddress(instance)
  const deviating = (places ?? []).flatMap((place, at) => (place.deviates ? [{ place, at }] : []))
  const rulesWithNote = composed.rules.flatMap(({ note }) => (note ? [note] : []))
  return ask.page(
    {
      title: `Samenstelling van ${instanceName(instance)}`,
      description: `Wie er in ${instanceName(instance)} zitten, naast wat is afgesproken.`,
      breadcrumbs: [...instanceBreadcrumbs(instance), { label: 'Samenstelling', href: address }],
    },
    <>
      <Opening
        title={`Samenstelling van ${instanceName(instance)}`}
        lead="Wie er zitten, naast de regel van dit gremium. Een afwijking is geen fout: de partners mogen anders kiezen."
        meta={[`op ${day(on)}`]}
      >
        <FilterForm
          action={address}
          label="Kies een dag"
          fields={[{ kind: 'date', name: 'geldigOp', label: 'Stand op', value: on }]}
          submit="Toon"
          clear={on === ask.today ? undefined : address}
        />
        {ask.query.has('bewaard') && (
          <Notice kind="done" announce title="Bewaard.">
            Wie dit overleg kan zien, ziet het nu.
          </Notice>
        )}
        {typed?.isConflict && (
          <Notice kind="attention" announce title="Er is nog niets bewaard.">
            Intussen schreef iemand anders hier iets. Dat staat hieronder; wat u schreef, staat in het formulier.
          </Notice>
        )}
      </Opening>
      <Section id="vergelijking" title="Afgesproken en werkelijk">
        {places === null ? (
          <EmptyState title="Van dit gremium kennen wij op deze dag geen regel.">
            Er valt dan niets te vergelijken. Wij vullen geen regel in.
          </EmptyState>
        ) : (
          <>
            {composed.members.length === 0 && (
              <Paragraph>Er zijn op deze dag nog geen zetels ingevuld. Dat is iets anders dan leeg.</Paragraph>
            )}
            <PlaceTable places={places} />
            {rulesWithNote.length > 0 && <List items={[...new Set(rulesWithNote)].map((note) => `${note}.`)} small />}
            <Sources of={[...new Set(composed.rules.flatMap(({ sources }) => sources))]} documents={documents} />
          </>
        )}
      </Section>
      {standing.managerAs && on === ask.today && deviating.length > 0 && (
        <Section id="redenen" title="Waarom het anders is" intro="Iedereen die dit overleg kan zien, leest de reden.">
          {deviating.map(({ place, at }) => (
            <ReasonForm
              address={address}
              place={place}
              at={at}
              typed={typed?.at === at ? typed : null}
              seen={place.given?.version ?? 0}
            />
          ))}
        </Section>
      )}
      <Paragraph>
        <ButtonLink href={instanceAddress(instance)} kind="subtle">
          Terug naar het overleg
        </ButtonLink>
      </Paragraph>
    </>,
    typed?.isConflict ? 409 : typed ? 422 : 200,
  )
}

function PlaceTable({ places }: { places: readonly Place[] }) {
  return (
    <DataTable
      caption="Zetels, zoals afgesproken en zoals bezet"
      hiddenCaption
      rows={places}
      columns={[
        { head: 'Voor', rowHead: true, cell: ({ place }) => place },
        {
          head: 'Afgesproken',
          align: 'number',
          cell: ({ agreed, verdict, actual }) =>
            verdict === 'unknown' && actual !== null ? 'onbekend hoeveel' : number(agreed),
        },
        { head: 'Werkelijk', align: 'number', cell: ({ actual }) => (actual === null ? 'onbekend' : number(actual)) },
        {
          head: 'Beeld',
          cell: (place) =>
            [
              verdictText(place),
              ...(place.missing.length > 0 ? [`zonder zetel: ${place.missing.join(', ')}`] : []),
            ].join('; '),
        },
        { head: 'Waarom', cell: reasonWords },
      ]}
    />
  )
}

function reasonWords({ deviates, reason, given }: Place): string {
  if (!deviates) return ''
  if (reason !== null && given?.until) return `${reason} (tot ${day(given.until)})`
  if (given?.reason && given.until) return `De reden gold tot ${day(given.until)}: ${given.reason}`
  return 'Een reden is niet gegeven'
}

function ReasonForm(props: { address: string; place: Place; at: number; typed: Typed | null; seen: number }) {
  const { address, place, at, typed, seen } = props
  const errorAt = errorsAt(typed?.faults ?? [])
  const given = place.given?.reason ? place.given : null
  return (
    <Form action={`${address}/reden`} errors={[...(typed?.faults ?? [])]}>
      <input type="hidden" name="plaats" value={place.key} />
      <input type="hidden" name="versie" value={String(seen)} />
      <TextField
        name={`reden-${at}`}
        label={`Waarom is het anders voor ${place.place}?`}
        value={typed?.typed.reason ?? given?.reason ?? ''}
        {...(given ? { description: `Nu: ${given.actedAs}, ${moment(given.at)}.` } : {})}
        {...errorAt(`reden-${at}`)}
      />
      <DateField
        name={`tot-${at}`}
        label={`Tot welke dag geldt dat voor ${place.place}?`}
        description="Daarna kijkt u er opnieuw naar."
        value={typed?.typed.until ?? (given ? asTypedDay(given.until) : noDay)}
        {...errorAt(`tot-${at}`)}
      />
      <Actions>
        <Button>Bewaar</Button>
        {given && (
          <Button name="terug" value="ja" kind="subtle">
            Neem de reden terug
          </Button>
        )}
      </Actions>
    </Form>
  )
}
