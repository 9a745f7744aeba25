import {
  Button,
  DataTable,
  EmptyState,
  Form,
  ListLink,
  Notice,
  Opening,
  Paragraph,
  Section,
  TextLink,
} from '../../platform/ui'
import { count, day, number } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { nextRound, quarterOf, quietOn, roundOn } from './calendar'
import { calendarAddress } from './calendar.pages'
import { freshnessOf } from './freshness.store'
import { portfolioAddress } from './portfolio.parts'
import { listQuietTimes } from './quiet-time.store'
import { roundWords } from './round.parts'
import { listRounds, startRound, steersRounds } from './round.store'
import { seesFreshness } from './status'

const address = '/voortgang'

/** For who steers: per programme how much was said this quarter, what is late or stuck, and what ended and why. */
export const progressPage = (ask: Ask) => draw(ask, false)

/** Begins a round before its day. */
export async function startRoundForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const done = await ask.write((tx) => startRound(tx, String(form.get('ronde') ?? ''), ask.requestId))
  return done
    ? ask.redirect(`${address}?begonnen=ja`)
    : (await ask.read(steersRounds))
      ? draw(ask, true)
      : ask.notFound()
}

async function draw(ask: Ask, cannotStart: boolean): Promise<Response> {
  const breadcrumbs = [{ label: 'Voortgang', href: address }]
  if (!seesFreshness(ask.person?.roles ?? []))
    return ask.page(
      { title: 'Voortgang van de acties', breadcrumbs },
      <Opening title="Voortgang van de acties" lead="Dit overzicht is voor wie de programma's stuurt.">
        <EmptyState title="Uw eigen acties" action={{ label: 'Werk uw acties bij', href: '/mijn/voortgang' }}>
          Bestuurders en programmamanagers zien hier per programma hoeveel er is gemeld.
        </EmptyState>
      </Opening>,
    )
  const quarter = quarterOf(ask.today)
  const found = await ask.read(async (tx) => ({
    rounds: await listRounds(tx),
    times: await listQuietTimes(tx),
    steers: await steersRounds(tx),
    programmes: await freshnessOf(tx, quarter.firstDay),
  }))
  const { rounds, times, steers, programmes } = found
  const sum = (of: (one: (typeof programmes)[number]) => number) =>
    programmes.reduce((total, one) => total + of(one), 0)
  const said = sum(({ fresh }) => fresh)
  const running = sum(({ actions }) => actions)
  const round = roundOn(rounds, ask.today)
  const next = nextRound(rounds, ask.today)
  const quiet = quietOn(times, ask.today)
  return ask.page(
    { title: 'Voortgang van de acties', breadcrumbs },
    <>
      <Opening
        title="Voortgang van de acties"
        lead={
          running === 0
            ? 'Vandaag loopt er geen actie.'
            : `Van de ${count(running, 'lopende actie', 'lopende acties')} ${said > 1 ? 'zijn' : 'is'} er ${said === 0 ? 'nog geen' : number(said)} bijgewerkt in het ${roundWords(quarter.code)}.`
        }
      >
        {ask.query.has('begonnen') && (
          <Notice kind="done" announce title="De ronde is begonnen.">
            Binnen een kwartier gaan de mails weg.
          </Notice>
        )}
        {cannotStart && (
          <Notice kind="error" announce title="De ronde begint niet.">
            Zij is al begonnen of voorbij, of het is een stille tijd.
          </Notice>
        )}
        <Paragraph small quiet>
          Alleen voor wie stuurt. Geen personen en geen gemeenten: per programma.
        </Paragraph>
      </Opening>
      <Section id="programmas" title="Per programma" intro="Van de plannen die nu lopen. Elke belofte telt één keer.">
        <DataTable
          caption={`Gemeld in het ${roundWords(quarter.code)}, per programma`}
          rows={programmes}
          empty="Er loopt nu geen plan met acties."
          columns={[
            {
              head: 'Programma',
              rowHead: true,
              cell: ({ programme, title }) => (
                <ListLink href={`/programmas/${encodeURIComponent(programme)}`}>{title}</ListLink>
              ),
            },
            { head: 'Plan', cell: ({ plan }) => plan },
            { head: 'Acties', align: 'number', cell: ({ actions }) => number(actions) },
            { head: 'Gemeld', align: 'number', cell: ({ fresh }) => number(fresh) },
            { head: 'Zonder eigen datum', align: 'number', cell: ({ withoutDate }) => number(withoutDate) },
            { head: 'Zonder getal', align: 'number', cell: ({ withoutNumber }) => number(withoutNumber) },
          ]}
        />
        <Paragraph small quiet>
          Een actie zonder eigen datum of getal mag. Scherper maken kan bij het volgende plan.
        </Paragraph>
      </Section>
      <Section id="stand" title="Hoe het ervoor staat">
        <Paragraph>
          <TextLink href={portfolioAddress}>Stand van de plannen</TextLink>: wat gaat als afgesproken, wat te laat of
          vast is, en wat stopte en waarom.
        </Paragraph>
      </Section>
      <Section id="ronde" title="De ronde" intro="Eén vraag per kwartaal, per functie, over alle programma's samen.">
        <Paragraph>
          {round
            ? `De ronde van het ${roundWords(round.code)} loopt tot en met ${day(round.endsOn)}.`
            : 'Er loopt nu geen ronde.'}{' '}
          {next
            ? `De volgende begint vanzelf op ${day(next.beginsOn)}.`
            : 'Er staat geen volgende ronde in de kalender.'}{' '}
          {quiet && `Nu is het een stille tijd (${quiet.name}): tot en met ${day(quiet.endsOn)} gaat er geen mail weg.`}
        </Paragraph>
        {steers && next && !round && !quiet && (
          <Form action={`${address}/ronde`}>
            <input type="hidden" name="ronde" value={next.code} />
            <Button>Begin de ronde van het {roundWords(next.code)} nu</Button>
          </Form>
        )}
        <DataTable
          caption="Stille tijden"
          rows={times.filter(({ endsOn }) => endsOn >= ask.today)}
          empty="Er staan geen stille tijden in de kalender."
          columns={[
            {
              head: 'Wanneer',
              rowHead: true,
              cell: ({ beginsOn, endsOn }) => `${day(beginsOn)} tot en met ${day(endsOn)}`,
            },
            { head: 'Wat', cell: ({ name }) => name },
            { head: 'Waarom', cell: ({ ground }) => ground },
          ]}
        />
        <Paragraph small>
          <TextLink href={calendarAddress}>Kalender van de updates</TextLink>: alle rondes en stille tijden, en wie wat
          wijzigde.
        </Paragraph>
      </Section>
    </>,
    cannotStart ? 422 : 200,
  )
}
