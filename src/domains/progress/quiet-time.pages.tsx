import { asTypedDay } from '../../kernel/typed-day'
import {
  Actions,
  Button,
  ButtonLink,
  DateField,
  errorsAt,
  type FieldError,
  Form,
  Notice,
  Opening,
  Section,
  TextField,
} from '../../platform/ui'
import { day } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { dayIn, textIn } from '../../platform/web/form-fields'
import { formKeyOf, newSecret } from '../../platform/web/secret'
import { calendarAddress, quietAddress } from './calendar.pages'
import { mostQuietDays, type QuietFault, readQuietTime, type TypedQuietTime } from './quiet-time'
import { changeQuietTime, keepsCalendar, listQuietTimes, type StandingQuietTime } from './quiet-time.store'

/** The quiet time of an address, for whoever changes it; null when there is none to change. */
async function find(ask: Ask): Promise<{ readonly as: string; readonly time: StandingQuietTime | null } | null> {
  const code = ask.params.code ?? ''
  return ask.read(async (tx) => {
    const as = await keepsCalendar(tx)
    const time = (await listQuietTimes(tx)).find((one) => one.code === code && one.endsOn >= ask.today) ?? null
    return as !== null && (time !== null || code === 'nieuw') ? { as, time } : null
  })
}
type Found = NonNullable<Awaited<ReturnType<typeof find>>>

/** Where whoever steers adds, changes or ends a quiet time. */
export async function quietTimePage(ask: Ask): Promise<Response> {
  const found = await find(ask)
  if (!found) return ask.notFound()
  const { time } = found
  const typed = {
    name: time?.name ?? '',
    begins: asTypedDay(time?.beginsOn ?? null),
    ends: asTypedDay(time?.endsOn ?? null),
    reason: '',
  }
  return draw(ask, found, typed, [], { formKey: newSecret(), seen: time?.version ?? 0 })
}

/** Keeps what was typed, or shows it again with what is wrong, or with what somebody else made of it meanwhile. */
export async function quietTimeForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const text = textIn(form)
  const formKey = formKeyOf(form)
  const found = await find(ask)
  if (!found) return ask.notFound()
  const { time } = found
  const isEnded = form.has('vervalt') && time !== null
  const typed = {
    name: text('naam'),
    begins: dayIn(form, 'begint'),
    ends: dayIn(form, 'eindigt'),
    reason: text('reden'),
  }
  // Who ends a time says why, and nothing of what stood in the other fields.
  const asked = isEnded
    ? { name: time.name, begins: asTypedDay(time.beginsOn), ends: asTypedDay(time.endsOn), reason: typed.reason }
    : typed
  const read = readQuietTime(asked, ask.today)
  const over = { code: time?.code ?? null, seen: Number.parseInt(text('versie'), 10) || 0 }
  if ('faults' in read) return draw(ask, found, typed, read.faults, { formKey, seen: over.seen })
  const kept = await ask.write((tx) =>
    changeQuietTime(tx, over, { ...read, isEnded }, { formKey, requestId: ask.requestId }),
  )
  if (kept === 'botst') return draw(ask, found, typed, [], { formKey, seen: time?.version ?? 0 }, true)
  return kept ? ask.redirect(`${calendarAddress}?bewaard=ja#stil`) : ask.notFound()
}

const faultWords: Readonly<Record<QuietFault['fault'], string>> = {
  empty: 'Vul dit in.',
  'no-day': 'Vul een datum in die bestaat, bijvoorbeeld 10 12 2026.',
  'too-long': 'Maak dit korter.',
  'in-order': 'De laatste dag ligt vóór de eerste.',
  past: 'Deze tijd is al voorbij. Kies een latere laatste dag.',
  'too-many-days': `Een stille tijd duurt ten hoogste ${mostQuietDays} dagen. Klopt het jaar?`,
}

function draw(
  ask: Ask,
  { as, time }: Found,
  typed: TypedQuietTime,
  faults: readonly QuietFault[],
  { formKey, seen }: { readonly formKey: string; readonly seen: number },
  isChanged = false,
): Promise<Response> {
  const title = time ? `Stille tijd wijzigen: ${time.name}, vanaf ${day(time.beginsOn)}` : 'Stille tijd toevoegen'
  const errors: FieldError[] = faults.map(({ field, fault }) => ({ field, message: faultWords[fault] }))
  const errorAt = errorsAt(errors)
  const address = quietAddress(time?.code ?? 'nieuw')
  return ask.page(
    {
      title,
      breadcrumbs: [
        { label: 'Kalender van de updates', href: calendarAddress },
        { label: time?.name ?? 'Toevoegen', href: address },
      ],
    },
    <>
      <Opening
        title={title}
        lead="In een stille tijd krijgt niemand een mail over zijn acties."
        meta={[`U wijzigt als: ${as}`]}
      >
        {isChanged && time && (
          <Notice kind="attention" announce title="Er is nog niets bewaard.">
            Iemand anders wijzigde deze tijd intussen. Nu staat er: {time.name}, {day(time.beginsOn)} tot en met{' '}
            {day(time.endsOn)}. Bewaart u opnieuw, dan geldt wat u invulde.
          </Notice>
        )}
      </Opening>
      <Section id="formulier" title="De dagen">
        <Form action={address} errors={errors}>
          <input type="hidden" name="sleutel" value={formKey} />
          <input type="hidden" name="versie" value={String(seen)} />
          <TextField name="naam" label="Hoe heet deze tijd?" value={typed.name} {...errorAt('naam')} />
          <DateField name="begint" label="Eerste dag" value={typed.begins} {...errorAt('begint')} />
          <DateField name="eindigt" label="Laatste dag" value={typed.ends} {...errorAt('eindigt')} />
          <TextField
            name="reden"
            label="Waarom?"
            description="Iedereen leest dit in de kalender. Noem geen personen."
            value={typed.reason}
            {...errorAt('reden')}
          />
          <Actions>
            <Button kind="primary">Bewaar</Button>
            {time && (
              <Button name="vervalt" value="ja">
                Laat deze tijd vervallen
              </Button>
            )}
            <ButtonLink href={calendarAddress} kind="subtle">
              Terug zonder bewaren
            </ButtonLink>
          </Actions>
        </Form>
      </Section>
    </>,
    isChanged ? 409 : errors.length > 0 ? 422 : 200,
  )
}
