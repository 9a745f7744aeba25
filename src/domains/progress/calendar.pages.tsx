import { ButtonLink, DataTable, List, ListLink, Notice, Opening, Paragraph, Section, TextLink } from '../../platform/ui'
import { capital, day, moment } from '../../platform/ui/wording'
import { type Ask, isProfessional } from '../../platform/web/ask'
import { nextRound, quietOn, type Round, roundOn } from './calendar'
import {
  keepsCalendar,
  listQuietChanges,
  listQuietTimes,
  type QuietChange,
  type StandingQuietTime,
} from './quiet-time.store'
import { roundWords } from './round.parts'
import { listRounds } from './round.store'

export const calendarAddress = '/voortgang/kalender'
export const quietAddress = (code: string) => `${calendarAddress}/${encodeURIComponent(code)}`
const newQuietAddress = quietAddress('nieuw')

/** For everybody: when is asked how actions stand, and when nobody is mailed. */
export async function calendarPage(ask: Ask): Promise<Response> {
  const found = await ask.read(async (tx) => ({
    rounds: await listRounds(tx),
    times: await listQuietTimes(tx),
    changes: await listQuietChanges(tx),
    keeps: ask.person !== null && (await keepsCalendar(tx)) !== null,
  }))
  const { rounds, times, changes, keeps } = found
  const coming = times.filter(({ endsOn }) => endsOn >= ask.today)
  return ask.page(
    {
      title: 'Kalender van de updates',
      description: 'Wanneer wordt gevraagd hoe de acties ervoor staan, en wanneer niet.',
      breadcrumbs: [{ label: 'Kalender van de updates', href: calendarAddress }],
    },
    <>
      <Opening title="Kalender van de updates" lead={leadOf(rounds, times, ask)}>
        {ask.query.has('bewaard') && (
          <Notice kind="done" announce title="Bewaard.">
            De mails houden zich er vanaf nu aan.
          </Notice>
        )}
      </Opening>
      <Section
        id="rondes"
        title="Rondes"
        intro="Eén vraag per kwartaal aan wie een actie bijhoudt, over alle programma's samen."
      >
        <DataTable<Round>
          caption="Rondes"
          hiddenCaption
          rows={rounds.filter(({ endsOn }) => endsOn >= ask.today)}
          empty="Er staat geen ronde meer in de kalender."
          columns={[
            { head: 'Ronde', rowHead: true, cell: ({ code }) => capital(roundWords(code)) },
            { head: 'Begint', cell: ({ beginsOn }) => day(beginsOn) },
            { head: 'Tot en met', cell: ({ endsOn }) => day(endsOn) },
          ]}
        />
      </Section>
      <Section
        id="stil"
        title="Stille tijden"
        intro="Dan krijgt niemand een mail over zijn acties. Wie zelf iets wil melden, kan dat altijd."
      >
        <DataTable<StandingQuietTime>
          caption="Stille tijden"
          hiddenCaption
          rows={coming}
          empty="Er staan geen stille tijden in de kalender."
          columns={[
            {
              head: 'Wat',
              rowHead: true,
              cell: ({ code, name }) => (keeps ? <ListLink href={quietAddress(code)}>{name}</ListLink> : name),
            },
            { head: 'Van', cell: ({ beginsOn }) => day(beginsOn) },
            { head: 'Tot en met', cell: ({ endsOn }) => day(endsOn) },
            { head: 'Waarom', cell: ({ ground }) => ground },
          ]}
        />
        {keeps && <ButtonLink href={newQuietAddress}>Voeg een stille tijd toe</ButtonLink>}
      </Section>
      <Section id="gewijzigd" title="Gewijzigd" intro="Wat hier op het scherm is veranderd, het nieuwste eerst.">
        {changes.length === 0 ? (
          <Paragraph>Nog niets. Alle dagen zijn die van de regio.</Paragraph>
        ) : (
          <List items={changes.map(changeWords)} />
        )}
      </Section>
      {isProfessional(ask) && (
        <Paragraph small>
          <TextLink href="/voortgang">Voortgang van de acties</TextLink>
        </Paragraph>
      )}
    </>,
  )
}

function leadOf(rounds: readonly Round[], times: readonly StandingQuietTime[], { today }: Ask): string {
  const quiet = quietOn(times, today)
  if (quiet) return `Het is stil tot en met ${day(quiet.endsOn)}: ${quiet.name.toLowerCase()}.`
  const round = roundOn(rounds, today)
  if (round) return `De ronde van het ${roundWords(round.code)} loopt tot en met ${day(round.endsOn)}.`
  const next = nextRound(rounds, today)
  return next ? `De volgende ronde begint op ${day(next.beginsOn)}.` : 'Er staat geen volgende ronde in de kalender.'
}

function changeWords({ version, name, beginsOn, endsOn, isEnded, reason, at, actedAs }: QuietChange): string {
  const became = isEnded
    ? `${name} is vervallen.`
    : `${name}: ${day(beginsOn)} tot en met ${day(endsOn)}${version === 1 ? '' : `, wijziging ${version}`}.`
  return `${became} ${reason} (${actedAs}, ${moment(at)})`
}
