import { type Fault, neededText, noDay } from '../../kernel/typed'
import {
  Actions,
  Button,
  ButtonLink,
  DateField,
  errorsAt,
  Form,
  List,
  Opening,
  Section,
  SelectField,
  TextField,
} from '../../platform/ui'
import type { Ask } from '../../platform/web/ask'
import { dayIn, textIn } from '../../platform/web/form-fields'
import { type Closing, type Item, itemLabel, readClosing } from './item'
import { type FoundItem, findItem, itemBreadcrumbs } from './item.pages'
import { itemAddress, otherSeriesAddress } from './item.parts'
import { itemsOf, moveToOtherSeries } from './item.store'

/** Whether an item that was sent can go to the other series still: what everybody read is not closed any more. */
const canChangeSeries = ({ isSent, isPublished, withdrawnBecause }: Item) =>
  isSent && !isPublished && withdrawnBecause === null

async function find(ask: Ask): Promise<FoundItem | null> {
  const found = await findItem(ask, true)
  const isKept = found?.standing.secretaryAs && found.meeting.versions[0].state !== 'afgelast'
  return found && isKept && (canChangeSeries(found.item) || found.item.wentTo !== null) ? found : null
}

type Typed = {
  readonly reason: string
  readonly ground: string
  readonly until: Parameters<typeof readClosing>[0]['until']
}

/** Where the secretary opens a closed item that was sent, or closes an open one. */
export async function otherSeriesPage(ask: Ask): Promise<Response> {
  const found = await find(ask)
  return found && found.item.wentTo === null
    ? draw(ask, found, { reason: '', ground: '', until: noDay }, [])
    : ask.notFound()
}

export async function otherSeriesForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const found = await find(ask)
  if (!found) return ask.notFound()
  const { meeting, item, grounds } = found
  const text = textIn(form)
  const typed: Typed = { reason: text('reden'), ground: text('grond'), until: dayIn(form, 'besloten-tot') }
  const faults: Fault[] = []
  const reason = neededText(typed.reason, 'reden', 300, 'Schrijf waarom. Wie het punt kan lezen, leest dit.', faults)
  const closing: Closing | null =
    item.closing === null
      ? readClosing(
          { ...typed, isClosed: true },
          { grounds: new Set(grounds.map(({ code }) => code)), today: ask.today },
          faults,
        )
      : null
  if (faults.length > 0) return draw(ask, found, typed, faults)
  const made = await ask.write((tx) =>
    moveToOtherSeries(tx, { meeting: meeting.code, item: item.id }, { reason, closing }, ask.requestId),
  )
  const now = made ? (await ask.read((tx) => itemsOf(tx, meeting.code))).find(({ id }) => id === made) : null
  return now ? ask.redirect(`${itemAddress(meeting.code, now)}?bewaard=ja`) : ask.notFound()
}

function draw(ask: Ask, { meeting, item, grounds }: FoundItem, typed: Typed, faults: readonly Fault[]) {
  const errorAt = errorsAt(faults)
  const opens = item.closing !== null
  const label = itemLabel(item)
  const title = opens ? `Open punt ${label}` : `Maak punt ${label} besloten`
  const address = otherSeriesAddress(meeting.code, item)
  return ask.page(
    { title, breadcrumbs: [...itemBreadcrumbs(meeting, item), { label: opens ? 'Openen' : 'Sluiten', href: address }] },
    <>
      <Opening title={title} lead={item.papers[0].title} />
      <Section id="gevolg" title="Wat er gebeurt">
        <List
          items={[
            `Punt ${label} houdt zijn nummer en heet van de agenda gehaald. Wie het kon lezen, vindt daar het nieuwe punt.`,
            opens
              ? 'Het nieuwe punt komt achteraan bij de open punten. Is de agenda openbaar, dan leest iedereen het meteen.'
              : 'Het nieuwe punt komt achteraan bij de besloten punten. Leden lazen het al; dat verandert niet.',
            'De nieuwste oplegnotitie gaat mee; eerdere versies niet. Bijlagen gaan besloten mee: een open bijlage voegt u opnieuw toe.',
          ]}
        />
      </Section>
      <Section id="formulier" title="Waarom?">
        <Form action={address} errors={[...faults]}>
          <TextField name="reden" label="Waarom?" value={typed.reason} {...errorAt('reden')} />
          {!opens && (
            <>
              <SelectField
                name="grond"
                label="Waarom besloten?"
                value={typed.ground}
                options={[
                  { value: '', label: 'Kies' },
                  ...grounds.map(({ code, article, words }) => ({ value: code, label: `${words} (${article})` })),
                ]}
                {...errorAt('grond')}
              />
              <DateField
                name="besloten-tot"
                label="Besloten tot ten minste"
                value={typed.until}
                {...errorAt('besloten-tot')}
              />
            </>
          )}
          <Actions>
            <Button kind="primary">{opens ? 'Open dit punt' : 'Maak dit punt besloten'}</Button>
            <ButtonLink href={itemAddress(meeting.code, item)} kind="subtle">
              Terug zonder bewaren
            </ButtonLink>
          </Actions>
        </Form>
      </Section>
    </>,
    faults.length > 0 ? 422 : 200,
  )
}
