import { Actions, ButtonLink, DataTable, List, ListLink, Notice, Opening, Paragraph, Section } from '../../platform/ui'
import { count } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { documentTitles, Sources } from '../figures'
import {
  byHolder,
  type Call,
  type HolderShare,
  isAsked,
  isHole,
  type Line,
  standingNumber,
  sumChecks,
  tally,
} from './call'
import { callAddress, dueWords, HoleTable, LineTable, SumList, taskAddress, VersionTable } from './call.parts'
import { listCalls, type Standing, standingOf } from './call.store'
import { listMailings } from './mailed.store'
import { MailingSection } from './mailing.pages'

const breadcrumbs = [{ label: 'Uitvragen', href: '/uitvragen' }]

/** Every call by year: per holder how much stands, how much is missing, and what. */
export async function callsPage(ask: Ask): Promise<Response> {
  const { calls, standing } = await ask.read(async (tx) => ({
    calls: await listCalls(tx),
    standing: await standingOf(tx),
  }))
  const { missing, waiting } = tally(calls.flatMap(({ lines }) => lines))
  const years = [...new Set(calls.map(({ year }) => year))]
  return ask.page(
    { title: 'Uitvragen', breadcrumbs },
    <>
      <Opening
        title="Uitvragen"
        lead={
          calls.length === 0
            ? 'Er is geen uitvraag.'
            : `${count(missing, 'cijfer ontbreekt', 'cijfers ontbreken')} nog${waiting > 0 ? `, en ${count(waiting, 'antwoord wacht', 'antwoorden wachten')} op een handtekening` : ''}.`
        }
      >
        <Paragraph>
          Sommige cijfers staan in geen open bron. Wie ze heeft, vult ze hier in en ondertekent ze. Wat leeg blijft, is
          onbekend en nooit nul.
        </Paragraph>
        <Paragraph small quiet>
          Dit staat alleen voor partners. Wat al in een vastgesteld document stond, is openbaar.
        </Paragraph>
      </Opening>
      {years.map((year) => (
        <Section id={`jaar-${year}`} title={`Over ${year}`}>
          {calls
            .filter((call) => call.year === year)
            .map((call) => (
              <CallSummary call={call} standing={standing} ask={ask} />
            ))}
        </Section>
      ))}
    </>,
  )
}

function CallSummary({ call, standing, ask }: { call: Call; standing: Standing; ask: Ask }) {
  return (
    <>
      <Paragraph>
        <ListLink href={callAddress(call.code)}>{call.title}</ListLink>
      </Paragraph>
      <HolderTable call={call} standing={standing} ask={ask} />
    </>
  )
}

function HolderTable({ call, standing, ask }: { call: Call; standing: Standing; ask: Ask }) {
  return (
    <DataTable
      caption={`${call.title}, per houder`}
      hiddenCaption
      rows={byHolder(call.lines)}
      columns={[
        {
          head: 'Houder',
          rowHead: true,
          cell: ({ holder }) => <ListLink href={`/organisaties/${holder.code}`}>{holder.name}</ListLink>,
        },
        { head: 'Gevraagd', align: 'number', cell: ({ lines }) => lines.length },
        { head: 'Staat er', align: 'number', cell: ({ lines }) => tally(lines).present },
        { head: 'Wacht op handtekening', align: 'number', cell: ({ lines }) => tally(lines).waiting },
        { head: 'Ontbreekt', align: 'number', cell: ({ lines }) => tally(lines).missing },
        { head: 'Wat ontbreekt', cell: ({ lines }) => holesInWords(lines) },
        { head: 'Uiterlijk', cell: (share) => dueWords(share.due, ask.today, isConcerned(call, share, standing)) },
        {
          head: 'Uw werk',
          narrow: '',
          cell: ({ holder, lines }) =>
            standing.answersFor.includes(holder.code) && lines.some(isAsked) ? (
              <ListLink href={taskAddress(call.code, holder.code)}>
                Vul in<span class="sv-onzichtbaar">: {call.title}</span>
              </ListLink>
            ) : (
              ''
            ),
        },
      ]}
    />
  )
}

const isConcerned = (call: Call, { holder }: Pick<HolderShare, 'holder'>, { worksAt, manages }: Standing) =>
  worksAt.includes(holder.code) || manages.includes(call.askedBy.code)

/** `Beelden (1), Herkomst van casussen (6)` */
function holesInWords(lines: readonly Line[]): string {
  const blocks = new Map<string, number>()
  for (const { block } of lines.filter(isHole)) blocks.set(block, (blocks.get(block) ?? 0) + 1)
  return [...blocks].map(([block, amount]) => `${block} (${amount})`).join(', ') || 'niets'
}

/** One call: first what is missing, then everything. To print it shows the same, in the same order. */
export async function callPage(ask: Ask): Promise<Response> {
  const found = await ask.read(async (tx) => {
    const [call] = await listCalls(tx, ask.params.code ?? '')
    return (
      call && {
        call,
        standing: await standingOf(tx),
        documents: await documentTitles(tx),
        mailings: await listMailings(tx, call.code),
      }
    )
  })
  if (!found) return ask.notFound()
  const { call, standing, documents, mailings } = found
  const holes = call.lines.filter(isHole)
  const { present, total, waiting } = tally(call.lines)
  const sums = sumChecks(call.lines, standingNumber)
  const tasks = byHolder(call.lines.filter(isAsked)).filter(({ holder }) => standing.answersFor.includes(holder.code))
  const concerns = byHolder(call.lines).some((share) => isConcerned(call, share, standing))
  return ask.page(
    { title: call.title, breadcrumbs: [...breadcrumbs, { label: call.title, href: callAddress(call.code) }] },
    <>
      <Opening
        title={call.title}
        lead={
          holes.length === 0
            ? `Alle ${total} cijfers staan er.`
            : `Nog niet compleet: ${holes.length} van de ${total} cijfers ontbreken of zijn niet ondertekend.`
        }
        meta={[
          `over ${call.year}`,
          call.area.name,
          `gevraagd door ${call.askedBy.name}`,
          `uiterlijk ${dueWords(call.due, ask.today, concerns)}`,
        ]}
      >
        <Paragraph>{call.purpose}</Paragraph>
        {tasks.length > 0 && (
          <Actions>
            {tasks.map(({ holder }) => (
              <ButtonLink href={taskAddress(call.code, holder.code)} kind="primary">
                Vul in voor {holder.name}
              </ButtonLink>
            ))}
          </Actions>
        )}
      </Opening>
      <Section
        id="gaten"
        title="Wat ontbreekt"
        intro="Kijk hier voordat u iets drukt. Wat hier staat, is onbekend en komt als onbekend in het verslag."
        full
      >
        {holes.length === 0 ? (
          <Notice kind="done">Er ontbreekt niets.</Notice>
        ) : (
          <HoleTable caption="Wat ontbreekt" lines={holes} today={ask.today} isConcerned={concerns} />
        )}
      </Section>
      {sums.length > 0 && (
        <Section id="sommen" title="Klopt het bij elkaar?" intro="Totalen die precies hun delen moeten zijn.">
          <SumList sums={sums} />
        </Section>
      )}
      <Section
        id="cijfers"
        title="Alle cijfers"
        intro={`${present} van de ${total} staan er${waiting > 0 ? `; ${count(waiting, 'antwoord wacht', 'antwoorden wachten')} op een handtekening` : ''}.`}
        full
      >
        <LineTable caption={call.title} lines={call.lines} />
        <Sources of={call.sources} documents={documents} note={call.note ?? undefined} />
      </Section>
      <Section id="houders" title="Wie wat heeft" intro="Wie een cijfer heeft, vult het in en tekent ervoor." full>
        <HolderTable call={call} standing={standing} ask={ask} />
      </Section>
      {standing.manages.includes(call.askedBy.code) && <MailingSection call={call} mailings={mailings} ask={ask} />}
      <Section
        id="versies"
        title="Wie wat invulde"
        intro="Wat verandert, komt erbij als nieuwe versie. De oude blijft staan."
        full
      >
        <VersionTable call={call} />
        <List
          small
          items={[
            'Wat is ingevuld en nog niet ondertekend, zien alleen de mensen van de houder en de programmamanager van de vrager.',
            'Wat is ondertekend, zien alle partners.',
          ]}
        />
      </Section>
    </>,
  )
}
