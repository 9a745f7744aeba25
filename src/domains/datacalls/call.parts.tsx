import type { Day } from '../../kernel/day'
import { DataTable, List, ListLink, Paragraph, Status, type StatusName, TextLink } from '../../platform/ui'
import { count, day as dayInWords, moment, quantity } from '../../platform/ui/wording'
import {
  type Call,
  daysUntil,
  type Line,
  type LineState,
  latestAnswer,
  type SumCheck,
  standingNumber,
  stateOf,
} from './call'
import type { Content } from './entry'
import { openConflicts } from './mailed'

export const callAddress = (call: string) => `/uitvragen/${encodeURIComponent(call)}`
export const taskAddress = (call: string, holder: string) => `${callAddress(call)}/${encodeURIComponent(holder)}`

const stateWords: Readonly<Record<LineState, readonly [StatusName, string]>> = {
  published: ['complete', 'gepubliceerd'],
  signed: ['complete', 'ondertekend'],
  changed: ['complete', 'ondertekend, nieuwe versie wacht op een handtekening'],
  filled: ['partial', 'ingevuld, nog niet ondertekend'],
  open: ['missing', 'open'],
  cannot: ['unknown', 'kan niet geleverd worden, nog niet ondertekend'],
  'cannot-signed': ['unknown', 'kan niet geleverd worden'],
}

/** A sign and a word for where a line stands, with the reason when it cannot be given. */
export function StateText({ line }: { line: Line }) {
  const state = stateOf(line)
  const [is, label] = stateWords[state]
  const content = latestAnswer(line)?.content
  return (
    <>
      <Status is={is} label={label} />
      {state === 'changed' && content ? (
        <Paragraph small quiet>
          De nieuwe versie: {contentWords(content, line.unit)}.
        </Paragraph>
      ) : (
        content?.kind === 'kan-niet' && (
          <Paragraph small quiet>
            {content.note}
          </Paragraph>
        )
      )}
      {openConflicts(line).map((conflict) => (
        <Paragraph small>
          Per mail kwam ook: {contentWords(conflict.content, line.unit)} ({conflict.actedAs}, {moment(conflict.at)}).
          Niet overgenomen, omdat er al een ander antwoord stond.
        </Paragraph>
      ))}
    </>
  )
}

/** What an answer says, in words. */
export function contentWords(content: Content, unit: string): string {
  switch (content.kind) {
    case 'getal':
      return quantity(content.value, unit)
    case 'kan-niet':
      return `kan niet geleverd worden: ${content.note}`
    case 'leeg':
      return 'leeg'
  }
}

/** The number, with a link to its page when a source document printed it; else that it is unknown. */
function ValueText({ line }: { line: Line }) {
  const value = standingNumber(line)
  if (value === null) return <>onbekend</>
  const words = quantity(value, line.unit)
  return line.measurement ? <ListLink href={`/metingen/${line.measurement.code}`}>{words}</ListLink> : <>{words}</>
}

/** The day something is due; how long that still is only to whom it concerns, because who is late is not for everybody. */
export function dueWords(due: Day | null, today: Day, isConcerned: boolean): string {
  if (!due) return 'geen datum afgesproken'
  const days = daysUntil(due, today)
  if (!isConcerned) return dayInWords(due)
  if (days === 0) return `${dayInWords(due)}, vandaag`
  const distance = count(Math.abs(days), 'dag', 'dagen')
  return `${dayInWords(due)}, ${days > 0 ? `over ${distance}` : `${distance} geleden`}`
}

/** What a source document printed at the place it left empty. */
function LeftEmpty({ line }: { line: Line }) {
  if (!line.leftEmpty) return <>geen plek in een bron</>
  return (
    <ListLink href={`/onherleidbare-waarden#${line.leftEmpty.code}`}>
      {line.leftEmpty.printed ?? 'een lege plek'}
      <span class="sv-onzichtbaar"> bij {line.title}</span>
    </ListLink>
  )
}

/** The figures that are missing, with their holder and day. */
export function HoleTable(props: { caption: string; lines: readonly Line[]; today: Day; isConcerned: boolean }) {
  return (
    <DataTable
      caption={props.caption}
      hiddenCaption
      groups={byBlock(props.lines)}
      columns={[
        { head: 'Wat ontbreekt', rowHead: true, cell: ({ title, unit }) => `${title} (${unit})` },
        { head: 'Stand', cell: (line) => <StateText line={line} /> },
        {
          head: 'Houder',
          cell: ({ holder }) => <ListLink href={`/organisaties/${holder.code}`}>{holder.name}</ListLink>,
        },
        { head: 'Uiterlijk', cell: ({ due }) => dueWords(due, props.today, props.isConcerned) },
        { head: 'Wat de bron drukte', cell: (line) => <LeftEmpty line={line} /> },
      ]}
    />
  )
}

/** All figures with how they are counted. */
export function LineTable(props: { caption: string; lines: readonly Line[] }) {
  return (
    <DataTable
      caption={props.caption}
      hiddenCaption
      groups={byBlock(props.lines)}
      rowId={({ code }) => code}
      columns={[
        {
          head: 'Cijfer',
          rowHead: true,
          cell: ({ title, indicator }) =>
            indicator ? <ListLink href={`/indicatoren/${indicator}`}>{title}</ListLink> : title,
        },
        { head: 'Getal', align: 'number', cell: (line) => <ValueText line={line} /> },
        { head: 'Eenheid', cell: ({ unit }) => unit },
        { head: 'Stand', cell: (line) => <StateText line={line} /> },
        {
          head: 'Wat en hoe er geteld wordt',
          cell: ({ definition, countingRule, note, ...line }) => (
            <>
              {definition} {countingRule} {note}
              {noteOf(line) && <Paragraph small>Toelichting van de houder: {noteOf(line)}</Paragraph>}
            </>
          ),
        },
      ]}
    />
  )
}

function noteOf(line: Pick<Line, 'answers'>): string | null {
  const content = latestAnswer(line)?.content
  return content?.kind === 'getal' ? content.note : null
}

function byBlock(lines: readonly Line[]): { title: string; rows: Line[] }[] {
  const blocks = new Map<string, Line[]>()
  for (const line of lines) blocks.set(line.block, [...(blocks.get(line.block) ?? []), line])
  return [...blocks].map(([title, rows]) => ({ title, rows }))
}

/** A total beside its parts: equal, different with the difference, or not to be told. */
export function SumList({ sums }: { sums: readonly SumCheck[] }) {
  return <List items={sums.map((check) => sumWords(check))} />
}

/** `Behandelde casussen: 103 = 54 + 49. Dat klopt.` */
function sumWords({ line, terms: numbers, total, sum, difference }: SumCheck): string {
  const shown = (value: number | null) => (value === null ? 'onbekend' : quantity(value, line.unit))
  const terms = numbers.map(shown).join(' + ')
  if (difference === 0) return `${line.title}: ${shown(total)} = ${terms}. Dat klopt.`
  if (difference === null)
    return `${line.title}: ${shown(total)}; de delen: ${terms}. Of het klopt, is nog niet te zeggen.`
  return `${line.title}: ${shown(total)}, maar ${terms} = ${shown(sum)}. Het verschil is ${quantity(Math.abs(difference), line.unit)}.`
}

type Version = { readonly line: Line; readonly answer: Line['answers'][number] }

/** Every version of every answer, the newest first. Nothing is overwritten, so all of them are here. */
export function VersionTable({ call }: { call: Pick<Call, 'lines'> }) {
  const versions: Version[] = call.lines
    .flatMap((line) => line.answers.map((answer) => ({ line, answer })))
    .sort((one, other) => other.answer.at.localeCompare(one.answer.at) || other.answer.version - one.answer.version)
  return (
    <DataTable
      caption="Alle antwoorden"
      hiddenCaption
      rows={versions}
      empty="Er is nog niets ondertekend. Wat is ingevuld en nog niet ondertekend, zien alleen de houder en de vrager."
      columns={[
        {
          head: 'Cijfer',
          rowHead: true,
          cell: ({ line }) => <TextLink href={`#${line.code}`}>{line.title}</TextLink>,
        },
        { head: 'Versie', align: 'number', cell: ({ answer }) => answer.version },
        { head: 'Antwoord', cell: ({ line, answer }) => contentWords(answer.content, line.unit) },
        { head: 'Ingevuld', cell: ({ answer }) => `${answer.actedAs}, ${moment(answer.at)}${wayOf(answer)}` },
        {
          head: 'Ondertekend',
          cell: ({ answer: { signature } }) =>
            signature ? `${signature.actedAs}, ${moment(signature.at)}` : 'nog niet',
        },
      ]}
    />
  )
}

function wayOf({ importId, undoes, byMail }: Version['answer']): string {
  if (undoes) return ', door een bestand terug te draaien'
  return `${importId ? ', uit een bestand' : ''}${byMail ? ', per mail' : ''}`
}
