import { AwaitedAccounts, awaitedAccounts } from '../domains/accounts'
import { AwaitedAnnotations, awaitedAnnotations } from '../domains/annotations'
import { dueWords, isHole, ownTasks, type Task, taskAddress, toSign } from '../domains/datacalls'
import { AwaitedConditions, AwaitedReturns, awaitedConditions, awaitedReturns } from '../domains/decisions'
import { AwaitedHearings, awaitedHearings } from '../domains/hearings'
import { AwaitedMeetings, AwaitedSuccessors, awaitedMeetings, awaitedSuccessors } from '../domains/meetings'
import { AwaitedAgreements, awaitedAgreements, HomelessLeft, homelessLeft } from '../domains/outcomes'
import { type Waiting, WaitingItems, waitingItems } from '../domains/progress'
import { AwaitedProposals, awaitedProposals } from '../domains/proposals'
import type { Day } from '../kernel/day'
import type { Reader } from '../platform/db/database'
import { Actions, ButtonLink, DataTable, ListLink, Paragraph, Section } from '../platform/ui'
import { capital, sentenceList } from '../platform/ui/wording'

/** What is asked of the signed-in person: his actions of this quarter, what is thought of a draft, whether he comes, what he has to write for who sits in a meeting, what he agreed to do, whether a condition of his body was met, which priority comes back on an agenda, what his body says of a proposal, what of an account he sees first or clears, and figures only his organisation has. */
export type Waits = {
  readonly waiting: Waiting | null
  readonly hearings: Awaited<ReturnType<typeof awaitedHearings>>
  readonly meetings: Awaited<ReturnType<typeof awaitedMeetings>>
  /** Terms of seats that end soon, for who gives seats. */
  readonly terms: number | null
  readonly annotations: Awaited<ReturnType<typeof awaitedAnnotations>>
  readonly proposals: Awaited<ReturnType<typeof awaitedProposals>>
  readonly agreements: Awaited<ReturnType<typeof awaitedAgreements>>
  readonly conditions: Awaited<ReturnType<typeof awaitedConditions>>
  /** Watched priorities that come back on an agenda soon, for who keeps it. */
  readonly returning: Awaited<ReturnType<typeof awaitedReturns>>
  /** How much of bodies that ended needs a new home. */
  readonly homeless: number | null
  readonly accounts: Awaited<ReturnType<typeof awaitedAccounts>>
  readonly tasks: readonly Task[]
}

/** What waits for the signed-in person; null when nothing does. */
export async function whatWaits(tx: Reader, on: Day): Promise<Waits | null> {
  const waits: Waits = {
    waiting: await waitingItems(tx, on),
    hearings: await awaitedHearings(tx),
    meetings: await awaitedMeetings(tx, on),
    terms: await awaitedSuccessors(tx, on),
    proposals: await awaitedProposals(tx),
    annotations: await awaitedAnnotations(tx, on),
    agreements: await awaitedAgreements(tx),
    conditions: await awaitedConditions(tx),
    returning: await awaitedReturns(tx, on),
    homeless: await homelessLeft(tx),
    accounts: await awaitedAccounts(tx, on),
    tasks: (await ownTasks(tx)).filter(({ lines }) => lines.some(isHole) || toSign(lines).length > 0),
  }
  const { tasks, ...others } = waits
  return tasks.length > 0 || Object.values(others).some(Boolean) ? waits : null
}

/** What is asked, in words. */
function askedWords(waits: Waits): string[] {
  return [
    ...(waits.waiting ? ['de vraag van dit kwartaal over uw acties'] : []),
    ...(waits.hearings ? ['wat uw raad of organisatie vindt van een ontwerp'] : []),
    ...(waits.meetings ? ['of u bij een vergadering bent'] : []),
    ...(waits.terms ? ['wie een zetel overneemt'] : []),
    ...(waits.annotations ? ['een annotatie voor wie er voor u zit'] : []),
    ...(waits.proposals?.some(({ what }) => what !== 'ronde') ? ['een voorstel bij uw overleg'] : []),
    ...(waits.proposals?.some(({ what }) => what === 'ronde') ? ['een schriftelijke ronde van uw overleg'] : []),
    ...(waits.agreements ? ['wat u in een vergadering afsprak'] : []),
    ...(waits.conditions ? ['of aan een voorwaarde is voldaan'] : []),
    ...(waits.returning ? ['een prioriteit die terugkomt op de agenda'] : []),
    ...(waits.homeless ? ['wat een opgeheven overleg open liet'] : []),
    ...(waits.accounts && waits.accounts.previews.length > 0
      ? ['de pagina van uw gemeente in een stuk dat nog uitkomt']
      : []),
    ...(waits.accounts && waits.accounts.parts.length > 0 ? ['uw deel van een verantwoordingsstuk'] : []),
    ...(waits.accounts && waits.accounts.consents.length > 0 ? ['toestemming voor een verhaal die afloopt'] : []),
    ...(waits.tasks.length > 0 ? ['cijfers die alleen uw organisatie heeft'] : []),
  ]
}

/** What else waits, where his meetings and the rounds that are open stand on the same page; the start page has it in full. */
export function WaitsInShort({ waits }: { waits: Waits }) {
  const proposals = waits.proposals?.filter(({ what }) => what !== 'ronde') ?? null
  const asked = askedWords({ ...waits, meetings: null, proposals })
  return asked.length === 0 ? null : (
    <Section id="wacht" title="Wat verder op u wacht">
      <Paragraph>{capital(sentenceList(asked))}.</Paragraph>
      <Actions>
        <ButtonLink href="/mijn#wacht">Bekijk wat op u wacht</ButtonLink>
      </Actions>
    </Section>
  )
}

/** The one place that says what somebody is to do, and where. */
export function WhatWaits({ waits, on }: { waits: Waits; on: Day }) {
  return (
    <Section id="wacht" title="Wat op u wacht" intro={`${capital(sentenceList(askedWords(waits)))}.`}>
      {waits.waiting && <WaitingItems waiting={waits.waiting} />}
      {waits.hearings && <AwaitedHearings rows={waits.hearings} />}
      {waits.meetings && <AwaitedMeetings meetings={waits.meetings} />}
      {waits.terms && <AwaitedSuccessors terms={waits.terms} />}
      {waits.annotations && <AwaitedAnnotations rows={waits.annotations} />}
      {waits.proposals && <AwaitedProposals rows={waits.proposals} />}
      {waits.agreements && <AwaitedAgreements agreements={waits.agreements} on={on} />}
      {waits.conditions && <AwaitedConditions conditions={waits.conditions} />}
      {waits.returning && <AwaitedReturns returning={waits.returning} on={on} />}
      {waits.homeless && <HomelessLeft left={waits.homeless} />}
      {waits.accounts && <AwaitedAccounts accounts={waits.accounts} on={on} />}
      {waits.tasks.length > 0 && <Tasks tasks={waits.tasks} on={on} />}
    </Section>
  )
}

/** What is asked of the organisations the person answers for, and not all signed yet. */
function Tasks({ tasks, on }: { tasks: readonly Task[]; on: Day }) {
  return (
    <DataTable
      caption="Uitvragen"
      hiddenCaption
      rows={tasks}
      columns={[
        {
          head: 'Uitvraag',
          rowHead: true,
          cell: ({ call, holder }) => <ListLink href={taskAddress(call.code, holder.code)}>{call.title}</ListLink>,
        },
        { head: 'Over', align: 'number', cell: ({ call }) => call.year },
        { head: 'Voor', cell: ({ holder }) => holder.name },
        { head: 'Nog niet ondertekend', align: 'number', cell: ({ lines }) => lines.filter(isHole).length },
        { head: 'Uiterlijk', cell: ({ call, lines }) => dueWords(lines[0]?.due ?? call.due, on, true) },
      ]}
    />
  )
}
