import type { Reader } from '../../platform/db/database'
import {
  Actions,
  ButtonLink,
  DataTable,
  Downloads,
  EmptyState,
  Fold,
  List,
  Opening,
  Paragraph,
  Section,
  TextLink,
} from '../../platform/ui'
import { capital, count, day, period, weekday } from '../../platform/ui/wording'
import { type Ask, isProfessional } from '../../platform/web/ask'
import { listQuietTimes, quietOn } from '../progress'
import { byWhen, yearOf } from './foreseen'
import { ForeseenTable } from './foreseen.parts'
import { foreseenSubjects } from './foreseen.store'
import { listInstances, managerOf, ownInstances, seatsOf } from './instance.store'
import { instanceName, isAhead, type Meeting } from './meeting'
import {
  bodyAddress,
  calendarsAddress,
  instanceAddress,
  MeetingStatus,
  MeetingTable,
  meetingAddress,
  meetingsAddress,
  newMeetingAddress,
  newYearTaskAddress,
  termsAddress,
  yearAddress,
  yearTaskAddress,
} from './meeting.parts'
import { listMeetings, yearsWithMeetings } from './meeting.store'
import { clashesIn, clashSentence, daysAround, daysOf, isIn, papersDueOn, touches, type YearTask } from './year'
import { listYearChanges, listYearTasks } from './year.store'
import { YearChanges } from './year-task.parts'

const breadcrumb = { label: 'Vergaderingen', href: meetingsAddress }

// With something in them, and this one and the next to plan in.
const yearsShown = (years: readonly number[], thisYear: number) =>
  [...new Set([...years, thisYear, thisYear + 1])].sort()

/** Every meeting that is still to come; to whoever sits somewhere first his own. */
export async function meetingsPage(ask: Ask): Promise<Response> {
  const { meetings, own, instances, years, plans, isManager } = await ask.read(async (tx) => ({
    meetings: (await listMeetings(tx, { since: ask.today, newestOnly: true })).items,
    own: ask.person ? await ownInstances(tx) : [],
    instances: await listInstances(tx),
    years: await yearsWithMeetings(tx),
    isManager: ask.person ? (await managerOf(tx)) !== null : false,
    plans: ask.person
      ? (await managerOf(tx)) !== null || (await listInstances(tx, { isPlannable: true })).length > 0
      : false,
  }))
  const ahead = meetings.filter((meeting) => isAhead(meeting, ask.today))
  const mine = ahead.filter(({ instance }) => own.includes(instance.code))
  const thisYear = Number(ask.today.slice(0, 4))
  const shownYears = yearsShown(years, thisYear)
  return ask.page(
    {
      title: 'Vergaderingen',
      description: 'Wanneer de gremia vergaderen, en wat zij in het openbaar bespreken.',
      breadcrumbs: [breadcrumb],
    },
    <>
      <Opening
        title="Vergaderingen"
        lead="Wanneer de gremia vergaderen. Openbaar zijn de dag en de punten die openbaar zijn gemaakt."
        meta={[count(ahead.length, 'vergadering gepland', 'vergaderingen gepland'), `stand op ${day(ask.today)}`]}
      >
        {plans && (
          <Actions>
            <ButtonLink href={newMeetingAddress}>Plan een vergadering</ButtonLink>
            {isManager && <ButtonLink href={termsAddress}>Termijnen en samenstelling</ButtonLink>}
          </Actions>
        )}
      </Opening>
      {mine.length > 0 && (
        <Section id="van-u" title="Waar u zit" intro="De eerstvolgende bovenaan.">
          <MeetingTable meetings={mine} caption="Vergaderingen waar u zit" today={ask.today} />
        </Section>
      )}
      <Section id="komt" title="Wat er komt">
        {ahead.length > 0 ? (
          <MeetingTable meetings={ahead} caption="Vergaderingen die nog komen" today={ask.today} />
        ) : (
          <EmptyState title="Er staat nog geen vergadering gepland.">
            De secretaris van een gremium of de programmamanager van het bureau zet ze hier neer.
          </EmptyState>
        )}
      </Section>
      <Section id="jaren" title="Per jaar" intro="Met wat er elk jaar terugkomt.">
        <List items={shownYears.map((year) => <TextLink href={yearAddress(year)}>Het jaar {year}</TextLink>)} />
        {isProfessional(ask) && (
          <Paragraph>
            <TextLink href={calendarsAddress}>Zet uw vergaderingen in uw eigen agenda</TextLink>
          </Paragraph>
        )}
      </Section>
      <Section id="meenemen" title="Meenemen" intro="De dagen en de openbare punten.">
        <Downloads
          csv="/api/v1/vergaderingen.csv"
          excelCsv="/api/v1/vergaderingen-excel.csv"
          xlsx="/api/v1/vergaderingen.xlsx"
          json="/api/v1/vergaderingen"
        />
      </Section>
      {instances.length > 0 && (
        <Section id="overleggen" title="Per gremium">
          <List
            items={instances.map((instance) => (
              <TextLink href={instanceAddress(instance)}>{instanceName(instance)}</TextLink>
            ))}
          />
        </Section>
      )}
    </>,
  )
}

/** A year: what returns each month, what is planned, when papers go out, and for who plans what does not fit. */
export async function yearPage(ask: Ask): Promise<Response> {
  const year = /^(19|20)\d{2}$/.test(ask.params.jaar ?? '') ? Number(ask.params.jaar) : null
  if (year === null) return ask.notFound()
  const found = await ask.read(async (tx) => {
    const own = ask.person ? await ownInstances(tx) : []
    const manager = ask.person ? await managerOf(tx) : null
    const sees = manager !== null || own.length > 0
    // Of a year that is over the lines as they were then.
    const last = daysOf(year).until
    const until = last < ask.today ? last : ask.today
    const around = sees ? daysAround(year) : daysOf(year)
    const meetings = (await listMeetings(tx, { ...around, newestOnly: true })).items
    return {
      meetings: meetings.filter((meeting) => isIn(year, meeting)),
      years: yearsShown(await yearsWithMeetings(tx), Number(ask.today.slice(0, 4))),
      tasks: await listYearTasks(tx, until),
      changes: (await listYearChanges(tx, until)).filter(({ kind }) => kind !== 'regio'),
      isOver: last < ask.today,
      isManager: manager !== null,
      sees,
      foreseen: sees ? (await foreseenSubjects(tx)).filter(({ versions: [now] }) => yearOf(now) === year) : [],
      clashes: sees ? await clashesOf(tx, meetings, year) : [],
    }
  })
  const { meetings, years, tasks, changes, sees, clashes, foreseen, isOver, isManager } = found
  const months = Array.from({ length: 12 }, (_, index) => index + 1)
  return ask.page(
    {
      title: `Het jaar ${year}`,
      description: `Wat de gremia in ${year} bespreken en wanneer, en wat er elk jaar terugkomt.`,
      breadcrumbs: [breadcrumb, { label: `Het jaar ${year}`, href: yearAddress(year) }],
    },
    <>
      <Opening
        title={`Het jaar ${year}`}
        lead="Per maand wat er elk jaar terugkomt en wat er gepland staat. Stukken gaan tien dagen voor een vergadering uit; districten bespreken ze voor de regio."
        meta={[
          count(meetings.length, 'vergadering', 'vergaderingen'),
          `${count(tasks.length, 'vaste regel', 'vaste regels')} van de jaarkalender`,
          ...years.filter((one) => one !== year).map((one) => <TextLink href={yearAddress(one)}>{one}</TextLink>),
        ]}
      >
        {isManager && !isOver && (
          <Actions>
            <ButtonLink href={newYearTaskAddress}>Voeg een regel toe aan de jaarkalender</ButtonLink>
          </Actions>
        )}
      </Opening>
      {sees && (
        <Section id="wringt" title="Wat er wringt" intro="Alleen voor wie ergens zit of plant.">
          {clashes.length === 0 ? (
            <EmptyState title="Niets: wat er staat, past bij elkaar." />
          ) : (
            <List items={clashes.map((clash) => clashSentence(clash, weekday))} />
          )}
        </Section>
      )}
      {foreseen.length > 0 && (
        <Section id="later" title="Langetermijnagenda" intro="Onderwerpen die voor dit jaar zijn voorzien.">
          <ForeseenTable
            subjects={foreseen.sort(byWhen)}
            caption={`Onderwerpen voor ${year}`}
            today={ask.today}
            names
          />
        </Section>
      )}
      {months.map((month) => (
        <Month
          year={year}
          month={month}
          tasks={tasks.filter((task) => task.month === month)}
          meetings={meetings.filter(({ versions: [now] }) => Number(now.heldOn.slice(5, 7)) === month)}
          sees={sees}
        />
      ))}
      <YearChanges changes={changes} over={isOver ? year : null} />
    </>,
  )
}

async function clashesOf(tx: Reader, meetings: readonly Meeting[], year: number) {
  const times = await listQuietTimes(tx)
  const seats = await seatsOf(tx, [...new Set(meetings.map(({ instance }) => instance.code))], daysAround(year).since)
  return clashesIn(meetings, seats, (on) => quietOn(times, on)).filter((clash) => touches(clash, year))
}

function Month(props: {
  year: number
  month: number
  tasks: readonly YearTask[]
  meetings: readonly Meeting[]
  sees: boolean
}) {
  const { year, month, tasks, meetings, sees } = props
  const two = String(month).padStart(2, '0')
  return (
    <Section id={`maand-${month}`} title={capital(period(`${year}-${two}`).replace(` ${year}`, ''))}>
      {meetings.length > 0 && (
        <DataTable
          caption={`Vergaderingen in ${period(`${year}-${two}`)}`}
          hiddenCaption
          rows={meetings}
          columns={[
            {
              head: 'Wanneer',
              rowHead: true,
              cell: ({ code, versions: [now] }) => (
                <TextLink href={meetingAddress(code)}>{weekday(now.heldOn)}</TextLink>
              ),
            },
            { head: 'Wie', cell: ({ instance }) => instanceName(instance) },
            { head: 'Stand', cell: ({ versions: [now] }) => <MeetingStatus state={now.state} /> },
            ...(sees
              ? [
                  {
                    head: 'Stukken uit',
                    cell: ({ versions: [now] }: Meeting) =>
                      now.state === 'afgelast' ? 'niet meer' : day(papersDueOn(now.heldOn)),
                  },
                  {
                    head: 'Ambtelijk vooroverleg',
                    cell: ({ versions: [now] }: Meeting) =>
                      now.where?.preparedOn ? day(now.where.preparedOn) : 'niet ingevuld',
                  },
                ]
              : []),
          ]}
        />
      )}
      {tasks.length > 0 ? (
        <Fold label={`Komt elk jaar terug: ${count(tasks.length, 'regel', 'regels')}`} open>
          <DataTable
            caption={`Komt elk jaar terug in ${period(`${year}-${two}`).replace(` ${year}`, '')}`}
            hiddenCaption
            wideFirst
            rows={tasks}
            columns={[
              {
                head: 'Wat',
                rowHead: true,
                cell: ({ code, what }) => <TextLink href={yearTaskAddress(code)}>{what}</TextLink>,
              },
              { head: 'Door', cell: ({ byWhom }) => byWhom },
              {
                head: 'Aan',
                cell: ({ toWhom, body }) => (body ? <TextLink href={bodyAddress(body)}>{toWhom}</TextLink> : toWhom),
              },
            ]}
          />
        </Fold>
      ) : (
        meetings.length === 0 && <EmptyState title="Niets vast en niets gepland." />
      )}
    </Section>
  )
}
