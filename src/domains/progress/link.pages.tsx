import { Button, EmptyState, Form, Notice, Opening, Paragraph, Section, Tag, TextLink } from '../../platform/ui'
import { count, day } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { hashOf } from '../../platform/web/secret'
import { type EntryFault, readForm, type TypedItem } from './entry'
import { roundWords } from './round.parts'
import { errorsOf, ItemsFields, KeptList, linkAddress, signInAddress, typedItems } from './update.parts'
import { type Asked, askedByLink } from './update.store'
import { say } from './update.verbs'

const find = (ask: Ask) => ask.read((tx) => askedByLink(tx, hashOf(ask.params.sleutel ?? '')))

/** The one screen behind the link of a mail: exactly the actions it asks, without signing in. Opening it changes nothing. */
export async function linkPage(ask: Ask): Promise<Response> {
  const asked = await find(ask)
  return asked ? draw(ask, asked, { typed: new Map(), faults: [] }) : voidLink(ask)
}

type Filled = {
  readonly typed: ReadonlyMap<string, TypedItem>
  readonly faults: readonly EntryFault[]
  readonly isEmpty?: boolean
}

/** Keeps what was sent with the link of a mail. Sent twice is kept once. */
export async function linkForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const asked = await find(ask)
  if (!asked) return voidLink(ask)
  const typed = await typedItems(
    form,
    asked.items.map(({ action }) => action),
  )
  const read = readForm(asked.items, typed)
  if ('faults' in read) return draw(ask, asked, { typed, faults: read.faults })
  if (read.sayings.length === 0) return draw(ask, asked, { typed, faults: [], isEmpty: true })
  const secret = ask.params.sleutel ?? ''
  const sending = { way: 'link', formKey: asked.request, linkHash: hashOf(secret), requestId: ask.requestId } as const
  const { refused } = await ask.write((tx) => say(tx, read.sayings, sending))
  return ask.redirect(`${linkAddress(secret)}?bewaard=${refused.length > 0 ? 'deels' : 'ja'}`)
}

// What is expired, void or made up looks the same.
const voidLink = (ask: Ask) =>
  ask.page(
    { title: 'Deze link werkt niet', isLight: true },
    <Opening
      title="Deze link werkt niet"
      lead="De link is verlopen, van een functie die is overgedragen, of niet goed overgenomen."
    >
      <EmptyState title="Wat u kunt doen" action={{ label: 'Log in en werk uw acties bij', href: signInAddress }}>
        Er is niets bewaard en niets veranderd. Loopt de ronde nog, dan krijgt u met de herinnering een nieuwe link.
      </EmptyState>
    </Opening>,
    404,
  )

function draw(ask: Ask, asked: Asked, { typed, faults, isEmpty = false }: Filled): Promise<Response> {
  const isAgain = ask.query.has('opnieuw')
  const answered = asked.items.filter((item) => item.isAnswered)
  const isShown = (action: string) =>
    faults.length > 0 || isEmpty ? true : isAgain || !answered.some((item) => item.action === action)
  const open = asked.items.filter(({ action }) => isShown(action))
  const kept = asked.items.filter(({ action }) => !open.some((item) => item.action === action))
  const address = linkAddress(ask.params.sleutel ?? '')
  const isKept = ask.query.get('bewaard')
  const errors = isEmpty
    ? [
        {
          field: `stand-${asked.items[0]?.action ?? ''}`,
          message: 'Kies bij ten minste één actie hoe zij ervoor staat.',
        },
      ]
    : errorsOf(faults, asked.items)
  return ask.page(
    {
      title: `${open.length === 0 ? 'Bedankt, alles is bewaard' : 'Hoe staat het ervoor?'} ${asked.actedAs}, ${roundWords(asked.round)}`,
      isLight: true,
    },
    <>
      <Opening
        title={open.length === 0 ? 'Bedankt' : 'Hoe staat het ervoor?'}
        lead={
          open.length === 0
            ? 'Voor deze ronde vragen wij u niets meer.'
            : `Gevraagd: ${count(open.length, 'actie', 'acties')}. Wat u openlaat, kan later.`
        }
      >
        {isKept && open.length < asked.items.length && (
          <Notice kind="done" announce title="Bewaard.">
            {isKept === 'deels' && 'Eén of meer acties zijn intussen overgedragen; die zijn niet veranderd.'}
          </Notice>
        )}
        <Paragraph small quiet>
          Voor {asked.actedAs}. Deze link werkt zonder inloggen tot en met {day(asked.endsOn)}.{' '}
          {ask.hasExamples && <Tag>voorbeeld</Tag>}
        </Paragraph>
      </Opening>
      {open.length > 0 && (
        <Form action={isAgain ? `${address}?opnieuw=ja` : address} errors={errors} sendsFiles>
          <ItemsFields items={open} typed={typed} faults={faults} />
          <Button kind="primary">Verstuur</Button>
        </Form>
      )}
      {kept.length > 0 && (
        <Section id="bewaard" title="Wat u meldde">
          <KeptList items={kept} />
          <Paragraph small>
            Toch anders? <TextLink href={`${address}?opnieuw=ja`}>Meld het opnieuw</TextLink>. Wat u eerder meldde,
            blijft in de geschiedenis staan.
          </Paragraph>
        </Section>
      )}
    </>,
    errors.length > 0 ? 422 : 200,
  )
}
