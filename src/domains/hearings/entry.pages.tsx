import type { Fault } from '../../kernel/typed'
import {
  Checkboxes,
  DateField,
  errorsAt,
  Form,
  KeepOrBack,
  KeptMeanwhile,
  List,
  Opening,
  Radios,
  Section,
  TextArea,
  TextField,
} from '../../platform/ui'
import { capital, moment } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { dayIn, textIn } from '../../platform/web/form-fields'
import { asTyped, readEntry, type TypedEntry } from './entry'
import { highestNumber, keepEntry } from './entry.store'
import { type Entry, views } from './hearing'
import { breadcrumbsOf, HearingNotices } from './hearing.pages'
import { entryAddress, partyAddress, partyName, viewWords } from './hearing.parts'
import { findParty, SaidList } from './party.pages'

async function find(ask: Ask) {
  const found = await findParty(ask)
  if (!found?.actsAs || found.hearing.closedAt) return null
  const highest = await ask.read((tx) => highestNumber(tx, found.hearing.code, found.party.code))
  return { ...found, highest }
}
type Found = NonNullable<Awaited<ReturnType<typeof find>>>

/** Where the adviser, the partner or the bureau fills in how far a party is. */
export async function entryPage(ask: Ask): Promise<Response> {
  const found = await find(ask)
  if (!found) return ask.notFound()
  const { entry } = found.party
  return draw(ask, found, { typed: asTyped(entry, found.highest), seen: entry?.version ?? 0, faults: [] })
}

function typedIn(form: FormData): TypedEntry {
  const text = textIn(form)
  return {
    sent: dayIn(form, 'verzonden'),
    onAgenda: dayIn(form, 'agenda'),
    heard: dayIn(form, 'gehoord'),
    inPrivate: form.has('besloten'),
    view: text('zienswijze'),
    paper: text('stuk'),
    points: [...form.keys()].flatMap((name) => {
      const number = /^punt-([1-9]\d{0,3})$/.exec(name)?.[1]
      return number ? [{ number: Number(number), text: text(name) }] : []
    }),
  }
}

/** Keeps what was typed as a new version; or shows it again with what is wrong, or beside what was kept meanwhile. */
export async function entryForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const found = await find(ask)
  if (!found) return ask.notFound()
  const { hearing, party } = found
  const typed = typedIn(form)
  const seen = Number.parseInt(String(form.get('versie') ?? ''), 10) || 0
  const said = readEntry(typed, party.kind, ask.today)
  if ('faults' in said) return draw(ask, found, { typed, seen, faults: said.faults })
  const about = { hearing: hearing.code, party: party.code, seen }
  const kept = await ask.write((tx) => keepEntry(tx, about, said, ask.requestId))
  if (kept === 'botst') {
    const now = await find(ask)
    return now ? draw(ask, now, { typed, seen, faults: [], theirs: now.party.entry }) : ask.notFound()
  }
  return kept ? ask.redirect(`${partyAddress(hearing.code, party.code)}?bewaard=ja`) : ask.notFound()
}

type Shown = {
  readonly typed: TypedEntry
  readonly seen: number
  readonly faults: readonly Fault[]
  /** What somebody else kept meanwhile: both stand on the page, and what is kept next is kept over his. */
  readonly theirs?: Entry | null
}

function draw(ask: Ask, found: Found, { typed, seen, faults, theirs }: Shown) {
  const { hearing, party, actsAs } = found
  const isCouncil = party.kind === 'raad'
  const address = entryAddress(hearing.code, party.code)
  const errorAt = errorsAt(faults)
  return ask.page(
    {
      title: `Invullen voor ${partyName(party)}`,
      breadcrumbs: [
        ...breadcrumbsOf(hearing),
        { label: party.name, href: partyAddress(hearing.code, party.code) },
        { label: 'Invullen', href: address },
      ],
    },
    <>
      <Opening
        title={`Invullen voor ${partyName(party)}`}
        lead={`${hearing.subject.title}. Wat u niet weet, laat u leeg: dat is onbekend.`}
        meta={[`U vult in als: ${actsAs}`]}
      >
        <HearingNotices hearing={hearing} today={ask.today} />
        {theirs && (
          <KeptMeanwhile>
            Intussen vulde {theirs.actedAs} hier iets in, op {moment(theirs.at)}.
          </KeptMeanwhile>
        )}
      </Opening>
      {theirs && (
        <Section id="intussen" title="Wat er intussen staat" intro={`${theirs.actedAs}, ${moment(theirs.at)}.`}>
          <SaidList said={theirs} kind={party.kind} />
          <List items={theirs.points.map(({ number, text }) => `Punt ${number}: ${text}`)} />
        </Section>
      )}
      <Section id="formulier" title={theirs ? 'Wat u invulde' : 'Wat u weet'}>
        <Form action={address} errors={[...faults]}>
          <input type="hidden" name="versie" value={String(theirs?.version ?? seen)} />
          <DateField name="verzonden" label="Verzonden op" optional value={typed.sent} {...errorAt('verzonden')} />
          {isCouncil && (
            <DateField
              name="agenda"
              label="Op de agenda op"
              optional
              description="De dag van de vergadering waarvoor het op de agenda staat."
              value={typed.onAgenda}
              {...errorAt('agenda')}
            />
          )}
          <DateField
            name="gehoord"
            label={isCouncil ? 'De raad is gehoord op' : 'De reactie is van'}
            optional
            {...(isCouncil ? { description: 'Vanaf die dag ziet iedereen dit, behalve de punten.' } : {})}
            value={typed.heard}
            {...errorAt('gehoord')}
          />
          {isCouncil && (
            <Checkboxes
              name="besloten"
              label="Was de vergadering besloten?"
              optional
              values={typed.inPrivate ? ['ja'] : []}
              options={[
                { value: 'ja', label: 'Ja. Dan ziet alleen wie inlogt het, en komen de punten niet in de nota.' },
              ]}
            />
          )}
          <Radios
            name="zienswijze"
            label={isCouncil ? 'Wat vindt de raad?' : 'Wat is de reactie?'}
            description="Zijn er wensen en bedenkingen, kies dan bedenkingen."
            value={typed.view || 'onbekend'}
            options={[
              { value: 'onbekend', label: 'Nog niet bekend' },
              ...views.map((view) => ({ value: view, label: capital(viewWords[view]) })),
            ]}
            {...errorAt('zienswijze')}
          />
          <TextField
            name="stuk"
            label={isCouncil ? 'Webadres van het stuk van de raad' : 'Webadres van de brief'}
            type="url"
            optional
            value={typed.paper}
            {...errorAt('stuk')}
          />
          {typed.points.map(({ number, text }) => (
            <TextArea
              name={`punt-${number}`}
              label={`Punt ${number}`}
              optional
              description="Eén wens of bedenking. Noem geen personen. Leeg maken haalt het punt weg."
              value={text}
              rows={3}
              {...errorAt(`punt-${number}`)}
            />
          ))}
          <KeepOrBack back={partyAddress(hearing.code, party.code)} />
        </Form>
      </Section>
    </>,
    theirs ? 409 : faults.length > 0 ? 422 : 200,
  )
}
