import type { Child } from 'hono/jsx'
import {
  DataList,
  DataTable,
  EmptyState,
  List,
  ListLink,
  Paragraph,
  RowList,
  Section,
  Status,
  TextLink,
} from '../../platform/ui'
import { count, day, moment, number } from '../../platform/ui/wording'
import { chainAddress, chainKindWords } from '../strategy'
import {
  type Attachment,
  type Closing,
  followed,
  type Item,
  type ItemKind,
  inRun,
  itemKinds,
  itemLabel,
  lengthOf,
  type Note,
  type NotePart,
  noteLength,
  noteParts,
} from './item'
import type { Ground } from './item.store'
import { meetingAddress } from './meeting.parts'
import type { NamedSubject } from './subject.store'

const itemsAddress = (meeting: string) => `${meetingAddress(meeting)}/punten`
export const newItemAddress = (meeting: string) => `${itemsAddress(meeting)}/nieuw`
export const itemAddress = (meeting: string, item: Pick<Item, 'closing' | 'number'>) =>
  `${itemsAddress(meeting)}/${itemLabel(item)}`
export const attachmentsAddress = (meeting: string, item: Pick<Item, 'closing' | 'number'>) =>
  `${itemAddress(meeting, item)}/bijlagen`

/** Where an item that was sent goes to the other series. */
export const otherSeriesAddress = (meeting: string, item: Pick<Item, 'closing' | 'number'>) =>
  `${itemAddress(meeting, item)}/reeks`

export const kindNames: Readonly<Record<ItemKind, string>> = {
  informatie: 'ter informatie',
  bespreking: 'ter bespreking',
  advisering: 'ter advisering',
  besluitvorming: 'ter besluitvorming',
}

export const partNames: Readonly<Record<NotePart, string>> = {
  asked: 'Gevraagd besluit',
  core: 'Kern',
  caveat: 'Kanttekening',
  occasion: 'Aanleiding',
  means: 'Middelen',
  followUp: 'Vervolg',
}

/** How much still fits on the one A4. */
export function roomWords(note: Note): string {
  const left = noteLength - lengthOf(note)
  return left >= 0
    ? `Nog ${count(left, 'teken', 'tekens')} over van één A4 (${number(noteLength)} tekens voor alle vakken samen).`
    : `${count(-left, 'teken', 'tekens')} te veel voor één A4 (${number(noteLength)} tekens voor alle vakken samen).`
}

/** Why and until when, in words. */
export function closingWords(closing: Closing, grounds: readonly Ground[]): string {
  const ground = grounds.find(({ code }) => code === closing.ground)
  return `besloten tot ten minste ${day(closing.until)}: ${ground ? `${ground.words} (${ground.article})` : closing.ground}`
}

function NumberedItem({ meeting, item }: { meeting: string; item: Item }) {
  const [paper] = item.papers
  return (
    <>
      <ListLink href={itemAddress(meeting, item)}>{`${itemLabel(item)}. ${paper.title}`}</ListLink>
      <Paragraph small>
        {kindNames[paper.kind]}
        {item.attachments.length > 0 ? `, ${count(item.attachments.length, 'bijlage', 'bijlagen')}` : ''}
        {item.isSent ? '' : '; concept'}
        {item.withdrawnBecause === null ? '' : `; van de agenda gehaald: ${item.withdrawnBecause}`}
        {paper.changeNote && item.withdrawnBecause === null ? `; nagezonden: ${paper.changeNote}` : ''}
      </Paragraph>
    </>
  )
}

/** The agenda as the reader may see it: the open items, and for who sits there the closed ones in a series of their own. */
export function AgendaSection(props: {
  meeting: string
  items: readonly Item[] /** Who sits there, or advises who does. */
  isMember: boolean
  children?: Child
}) {
  const { meeting, items, isMember, children } = props
  const open = items.filter(({ closing }) => closing === null)
  const closed = items.filter(({ closing }) => closing !== null)
  const row = (item: Item) => ({
    id: `punt-${itemLabel(item)}`,
    content: <NumberedItem meeting={meeting} item={item} />,
  })
  const gone = (number: number) => ({
    id: `punt-${number}`,
    content: <Paragraph small>{`${number}. Van de agenda gehaald`}</Paragraph>,
  })
  return (
    <Section
      id="agenda"
      title="Agenda"
      intro={isMember ? 'De nummers zijn voor alle leden dezelfde.' : 'De punten die openbaar zijn.'}
    >
      {open.length > 0 ? (
        <RowList items={inRun(open).map((item) => (typeof item === 'number' ? gone(item) : row(item)))} />
      ) : (
        <EmptyState
          title={isMember ? 'Er staan geen openbare punten op de agenda.' : 'Er zijn nog geen punten openbaar.'}
        />
      )}
      {closed.length > 0 && (
        <>
          <Paragraph>
            <Status is="confidential" label="besloten punten" /> Alleen voor wie hier een zetel heeft, en voor de
            adviseur met wie die het deelt. Wie een stuk opent, staat in het logboek.
          </Paragraph>
          <RowList items={closed.map(row)} />
        </>
      )}
      {children}
    </Section>
  )
}

/** What a member needs now: what is asked of the meeting, and what came later. What is asked in a closed one is read there, and noted. */
export function NeededItems({ meeting, items }: { meeting: string; items: readonly Item[] }) {
  const standing = items.filter(({ withdrawnBecause }) => withdrawnBecause === null)
  const asked = [...itemKinds]
    .reverse()
    .map((kind) => ({ kind, of: standing.filter(({ papers: [paper] }) => paper.kind === kind) }))
  const later = followed(standing)
  const link = (item: Item) => (
    <TextLink href={itemAddress(meeting, item)}>{`${itemLabel(item)}. ${item.papers[0].title}`}</TextLink>
  )
  return (
    <DataList
      items={[
        ...asked
          .filter(({ kind, of }) => of.length > 0 && kind !== 'informatie')
          .map(({ kind, of }) => ({
            term: `${count(of.length, 'punt', 'punten')} ${kindNames[kind]}`,
            value: (
              <List
                items={of.map((item) => (
                  <>
                    {link(item)}
                    {kind === 'besluitvorming' && item.closing === null && item.papers[0].note.asked !== ''
                      ? `: ${item.papers[0].note.asked}`
                      : ''}
                  </>
                ))}
              />
            ),
          })),
        ...(later.length > 0
          ? [
              {
                term: 'Nagezonden',
                value: (
                  <List
                    items={later.map((item) => (
                      <>
                        {link(item)}: {changesOf(item).join(' ')}
                      </>
                    ))}
                  />
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

const changesOf = ({ papers: [paper], attachments }: Item) => [
  ...(paper.changeNote ? [paper.changeNote] : []),
  ...attachments.flatMap(({ changeNote, name }) => (changeNote ? [`${name}: ${changeNote}`] : [])),
]

/** The one-page note, part by part; what is empty is left out. */
export function NoteList({ note }: { note: Note }) {
  const filled = noteParts.filter((part) => note[part] !== '')
  if (filled.length === 0) return <EmptyState title="De oplegnotitie is nog leeg." />
  return <DataList items={filled.map((part) => ({ term: partNames[part], value: <Lines text={note[part]} /> }))} />
}

/** What an item is about, each with its own page. */
export const SubjectLinks = ({ subjects }: { subjects: readonly NamedSubject[] }) =>
  subjects.length === 0 ? null : (
    <Paragraph>
      Gaat over:{' '}
      {subjects.map((subject, at) => (
        <>
          {at > 0 && '; '}
          {chainKindWords[subject.kind][0]} <TextLink href={chainAddress(subject)}>{subject.title}</TextLink>
          {subject.context && ` (${subject.context})`}
        </>
      ))}
      .
    </Paragraph>
  )

const Lines = ({ text }: { text: string }) => (
  <>{text.split('\n').flatMap((line, at) => (at === 0 ? [line] : [<br />, line]))}</>
)

const sizeWords = (size: number) =>
  size < 1_000_000 ? `${number(Math.max(1, Math.round(size / 1000)))} kB` : `${number(size / 1_000_000, 1)} MB`

const besideWords = ({ closing, changeNote, at }: Attachment, grounds: readonly Ground[]) =>
  [
    ...(closing ? [closingWords(closing, grounds)] : []),
    ...(changeNote ? [`nagezonden op ${moment(at)}: ${changeNote}`] : []),
  ].join('; ')

/** The files with an item, as received. */
export function AttachmentTable(props: {
  meeting: string
  item: Item
  grounds: readonly Ground[]
  action?: (hash: string) => Child
}) {
  const { meeting, item, grounds, action } = props
  if (item.attachments.length === 0) return <EmptyState title="Er zijn geen bijlagen." />
  return (
    <DataTable
      caption="Bijlagen"
      hiddenCaption
      wideFirst
      rows={item.attachments}
      columns={[
        {
          head: 'Bestand',
          rowHead: true,
          cell: ({ hash, name }) => <ListLink href={`${attachmentsAddress(meeting, item)}/${hash}`}>{name}</ListLink>,
        },
        { head: 'Grootte', cell: ({ size }) => sizeWords(size) },
        ...(item.attachments.some(({ closing, changeNote }) => closing || changeNote)
          ? [{ head: 'Wat erbij hoort', cell: (one: Attachment) => besideWords(one, grounds) }]
          : []),
        ...(action ? [{ head: 'Weghalen', cell: ({ hash }: { hash: string }) => action(hash) }] : []),
      ]}
    />
  )
}
