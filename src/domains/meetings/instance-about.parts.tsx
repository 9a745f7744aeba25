import type { Day } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'
import { DataList, List, Notice, Section, TextLink } from '../../platform/ui'
import { count, day, sentenceList } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { type Body, findBody, frequencyText, powersOn } from '../governance'
import type { Place } from './composition'
import { composedOn } from './composition.store'
import { placesOf } from './composition.verbs'
import type { Instance } from './meeting'
import { bodyAddress, compositionAddress, seatWords, yearAddress } from './meeting.parts'
import { listMeetings } from './meeting.store'
import type { Seat, SeatKind } from './seat'
import { daysOf, isIn } from './year'

/** What stands around an instance: its body, how many meetings stand in the year, and how who sits there is beside the rule. */
export async function aboutInstance(tx: Reader, instance: Instance, ask: Ask) {
  const year = Number(ask.today.slice(0, 4))
  const [composed] = await composedOn(tx, [instance], ask.region.code, ask.today)
  const meetings = (await listMeetings(tx, { instances: [instance.code], ...daysOf(year), newestOnly: true })).items
  return {
    body: await findBody(tx, instance.body.code),
    year,
    held: meetings.filter((meeting) => isIn(year, meeting) && meeting.versions[0].state !== 'afgelast').length,
    places: composed ? placesOf(composed, ask.today) : null,
    isEmpty: composed?.members.length === 0,
  }
}
type About = Awaited<ReturnType<typeof aboutInstance>>

/** How often a body should meet beside how many meetings stand in the year. A body meets more when it likes. */
export function meetingsBesideFrequency(held: number, { timesAYear: { min } }: Pick<Body, 'timesAYear'>): string {
  const standing = `dit jaar ${held === 1 ? 'staat er' : 'staan er'} ${count(held, 'vergadering', 'vergaderingen')}`
  if (min === null) return standing
  const short = min - held
  return short > 0 ? `${standing}: ${count(short, 'vergadering', 'vergaderingen')} minder dan dat` : standing
}

/** What an instance is: its ground, its powers of today, how often it meets, and who keeps it going. */
export function AboutInstance(props: { about: About; instance: Instance; seats: readonly Seat[]; today: Day }) {
  const { about, instance, seats, today } = props
  const { body } = about
  if (!body) return null
  const powers = powersOn(body, today)
  const held = (kind: SeatKind) => {
    const found = seats.filter((seat) => seat.kind === kind)
    return found.length > 0 ? <List items={found.map(seatWords)} small /> : 'nog niet ingevuld'
  }
  const link = <TextLink href={bodyAddress(body.code)}>{body.name}</TextLink>
  return (
    <Section id="over" title="Over dit overleg" intro={`Op ${day(today)}.`}>
      {body.validity.until !== null && body.validity.until <= today && (
        <Notice kind="attention" title={`Dit gremium hield op per ${day(body.validity.until)}.`}>
          {body.note ? `${body.note}. ` : ''}Wat het deed, blijft hier te lezen.
        </Notice>
      )}
      <DataList
        items={[
          { term: 'Gremium', value: link },
          { term: 'Wettelijke grond', value: body.legalBase ?? 'noemen onze bronnen niet' },
          {
            term: 'Wat het mag',
            value:
              powers.length > 0 ? (
                <List
                  items={powers.map(({ power, explanation }) => (explanation ? `${power}: ${explanation}` : power))}
                  small
                />
              ) : (
                'noemen onze bronnen op deze dag niet'
              ),
          },
          {
            term: 'Mandaat',
            value: (
              <>
                Wat zonder besluit van een gremium mag, staat bij <TextLink href="/mandaten">de mandaten</TextLink>.
              </>
            ),
          },
          {
            term: 'Hoe vaak',
            value: (
              <>
                {frequencyText(body)};{' '}
                <TextLink href={yearAddress(about.year)}>{meetingsBesideFrequency(about.held, body)}</TextLink>
              </>
            ),
          },
          { term: 'Voorzitter', value: held('voorzitter') },
          { term: 'Secretaris', value: held('secretaris') },
          { term: 'Ambtelijk motorblok', value: held('motorblok') },
          {
            term: 'Samenstelling',
            value: <TextLink href={compositionAddress(instance)}>{compositionWords(about)}</TextLink>,
          },
        ]}
      />
    </Section>
  )
}

/** How who sits there stands beside the rule, in a few words. */
function compositionWords({ places, isEmpty }: About): string {
  if (places === null) return 'een regel kennen wij niet'
  if (isEmpty) return 'nog onbekend: er zijn geen zetels ingevuld'
  const other = places.filter((place) => place.deviates)
  return other.length === 0 ? 'zoals afgesproken' : `anders dan afgesproken voor ${sentenceList(other.map(placeWords))}`
}

const placeWords = ({ place, reason }: Place) => `${place}${reason === null ? '' : ' (met een reden)'}`
