import {
  Button,
  EmptyState,
  Form,
  List,
  ListLink,
  Notice,
  Opening,
  Paragraph,
  RowList,
  Section,
} from '../../platform/ui'
import { count, day } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { formKeyOf, newSecret } from '../../platform/web/secret'
import { ConceptTag } from '../strategy'
import { roundOn } from './calendar'
import { type EntryFault, readForm, type TypedItem } from './entry'
import { mailKindWords, roundWords } from './round.parts'
import { listRounds, ownRequests, startOf } from './round.store'
import { actionAddress, dayOf, errorsOf, ItemsFields, lastWords, ownAddress, typedItems } from './update.parts'
import { itemOf, ownItems } from './update.store'
import { say } from './update.verbs'
import { isAskedFor } from './waiting.parts'

async function find(ask: Ask) {
  const one = ask.query.get('actie')
  return ask.read(async (tx) => {
    const round = roundOn(await listRounds(tx), ask.today)
    const since = round && (await startOf(tx, round.code))
    const single = one ? await itemOf(tx, one) : null
    if (one && !single) return null
    const items = single ? [single] : await ownItems(tx)
    return { round, since, items, isSingle: single !== null, requests: await ownRequests(tx) }
  })
}
type Found = NonNullable<Awaited<ReturnType<typeof find>>>

/** How the actions one keeps up to date stand: what the round asks first, the rest below. */
export async function ownPage(ask: Ask): Promise<Response> {
  const found = await find(ask)
  return found ? draw(ask, found, new Map(), [], newSecret()) : ask.notFound()
}

/** Keeps what somebody says of his actions. */
export async function ownForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const found = await find(ask)
  if (!found) return ask.notFound()
  const formKey = formKeyOf(form)
  const typed = await typedItems(
    form,
    found.items.map(({ action }) => action),
  )
  const read = readForm(found.items, typed)
  if ('faults' in read) return draw(ask, found, typed, read.faults, formKey)
  if (read.sayings.length === 0)
    return draw(ask, found, typed, [], formKey, 'Kies bij ten minste één actie hoe zij ervoor staat.')
  const { refused } = await ask.write((tx) =>
    say(tx, read.sayings, { way: 'scherm', formKey, linkHash: null, requestId: ask.requestId }),
  )
  const [only] = found.isSingle ? found.items : []
  if (only && refused.length === 0) return ask.redirect(`${actionAddress(only.action)}#stand`)
  return ask.redirect(`${ownAddress}?bewaard=${refused.length > 0 ? 'deels' : 'ja'}`)
}

function draw(
  ask: Ask,
  found: Found,
  typed: ReadonlyMap<string, TypedItem>,
  faults: readonly EntryFault[],
  formKey: string,
  nothing?: string,
): Promise<Response> {
  const { items, round, since, isSingle } = found
  const due = isSingle ? items : items.filter((item) => isAskedFor(item, since))
  const rest = items.filter((item) => !due.includes(item))
  const [first] = items
  const errors = nothing ? [{ field: `stand-${first?.action ?? ''}`, message: nothing }] : errorsOf(faults, items)
  const address = isSingle && first ? `${ownAddress}?actie=${encodeURIComponent(first.action)}` : ownAddress
  return ask.page(
    {
      title: isSingle && first ? `Bijwerken: ${first.title} (${first.action})` : 'Uw acties bijwerken',
      breadcrumbs: [
        { label: 'Uw startpagina', href: '/mijn' },
        { label: 'Uw acties bijwerken', href: ownAddress },
      ],
    },
    <>
      <Opening title="Hoe staan uw acties ervoor?" lead={leadOf(found, due.length)}>
        {ask.query.has('bewaard') && (
          <Notice kind="done" announce title="Bewaard.">
            {ask.query.get('bewaard') === 'deels' &&
              'Eén of meer acties zijn intussen overgedragen; die zijn niet veranderd.'}
          </Notice>
        )}
        {items.length === 0 && (
          <EmptyState title="U houdt nu geen actie bij.">
            Wie een actie bijhoudt, kiest de organisatie die de actie trekt. Op de pagina van een actie staat wie het
            is.
          </EmptyState>
        )}
      </Opening>
      {due.length > 0 && (
        <Form action={address} errors={errors} sendsFiles>
          <input type="hidden" name="sleutel" value={formKey} />
          <ItemsFields items={due} typed={typed} faults={faults} />
          <Button kind="primary">Verstuur</Button>
        </Form>
      )}
      {rest.length > 0 && (
        <Section id="overig" title="Uw andere acties" intro="Hierover wordt nu niets gevraagd. Bijwerken mag altijd.">
          <RowList
            items={rest.map((item) => ({
              content: (
                <>
                  <ListLink href={`${ownAddress}?actie=${encodeURIComponent(item.action)}`}>{item.title}</ListLink>
                  <ConceptTag isConcept={item.isConcept ?? false} />
                  <Paragraph small quiet>
                    {lastWords(item)}
                  </Paragraph>
                </>
              ),
            }))}
          />
        </Section>
      )}
      {!isSingle && found.requests.length > 0 && (
        <Section id="mails" title="Mails hierover" intro="Elke mail die u over uw acties kreeg.">
          <List
            items={found.requests.map(
              ({ at, kind, items: amount, actedAs, round: of }) =>
                `${dayOf(at)}: ${mailKindWords[kind]}, ${count(amount, 'actie', 'acties')}, ${roundWords(of)}. Voor ${actedAs}.`,
            )}
          />
        </Section>
      )}
    </>,
    errors.length > 0 ? 422 : 200,
  )

  function leadOf({ items: all }: Found, asked: number): string {
    if (isSingle && first) return `${first.title}. ${lastWords(first)}`
    if (all.length === 0) return 'Er wacht niets op u.'
    if (round === null) return `U houdt ${count(all.length, 'actie', 'acties')} bij. Er loopt nu geen updateronde.`
    if (asked === 0) return `Voor deze ronde is alles gemeld: ${count(all.length, 'actie', 'acties')}.`
    return `Er ${asked === 1 ? 'wacht' : 'wachten'} ${count(asked, 'actie', 'acties')} op u, tot en met ${day(round.endsOn)}.`
  }
}
