import { DataList, Fold, List, ListLink, Notice, Paragraph, TextLink } from '../../platform/ui'
import { capital, day, moment, sentenceList } from '../../platform/ui/wording'
import { type Item, itemAddress, meetingAddress } from '../meetings'
import type { Annotation } from './annotation'
import { type Basis, type BasisPart, basisParts, differingParts, type Known } from './basis'

export const annotationsAddress = (meeting: string) => `${meetingAddress(meeting)}/annotaties`
export const annotationAddress = (meeting: string, item: Pick<Item, 'closing' | 'number'>) =>
  `${itemAddress(meeting, item)}/annotatie`

const partNames: Readonly<Record<BasisPart, string>> = {
  about: 'Gaat over',
  figures: 'Onze cijfers',
  promises: 'Onze afspraken',
  matrix: 'Onze rij in de matrix (niet openbaar)',
  local: 'Wat wij er zelf van maken',
}

const nothingWords: Readonly<Record<BasisPart, string>> = {
  about: 'Dit punt noemt geen plan, prioriteit of actie. Daarom weten wij niet welke cijfers en afspraken erbij horen.',
  figures: 'Er is geen cijfer over ons bekend dat hierbij hoort.',
  promises: 'Er is geen afspraak bekend die ons bindt of die wij dragen.',
  matrix: 'Wij staan niet met naam in de matrix van een districtsplan.',
  local: 'Er is geen eigen versie of eigen plan bekend dat hierover gaat.',
}

// More of one kind than this is a list to look things up in, and no note any more.
const shown = 5

/** The first sentence names a thing and leads there; what is known of it stands behind. */
function KnownLine({ known: { fact, text, href } }: { known: Known }) {
  const missing = /^zonder cijfer (\d+)$/.exec(fact)?.[1]
  if (missing && Number(missing) > shown) return <Fold label={`Over ons niet bekend: ${missing} cijfers`}>{text}</Fold>
  const [name = text] = /^.*?[.:](?= )/.exec(text) ?? []
  return href ? (
    <>
      <ListLink href={href}>{name}</ListLink>
      {text.slice(name.length)}
    </>
  ) : (
    text
  )
}

function KnownList({ known }: { known: readonly Known[] }) {
  const list = (some: readonly Known[]) => <List items={some.map((one) => <KnownLine known={one} />)} />
  return (
    <>
      {list(known.slice(0, shown))}
      {known.length > shown && <Fold label={`Ook de andere ${known.length - shown}`}>{list(known.slice(shown))}</Fold>}
    </>
  )
}

/** What an item means for an organisation, part by part; what is not known is said. */
export function BasisList({ basis }: { basis: Basis }) {
  const parts = basis.about.length === 0 ? (['about'] as const) : basisParts
  return (
    <>
      <DataList
        items={parts.map((part) => ({
          term: partNames[part],
          value: basis[part].length === 0 ? nothingWords[part] : <KnownList known={basis[part]} />,
        }))}
      />
      <Paragraph small quiet>
        Zo stond het op {day(basis.on)} in Slagvaardig.
      </Paragraph>
    </>
  )
}

const Lines = ({ text }: { text: string }) => (
  <Paragraph>{text.split('\n').flatMap((line, at) => (at === 0 ? [line] : [<br />, line]))}</Paragraph>
)

export const OwnText = ({ body }: { body: string }) =>
  body === '' ? <Paragraph quiet>De adviseur schreef er geen eigen tekst bij.</Paragraph> : <Lines text={body} />

/** A finished annotation as whoever sits there reads it: the own text, since when, and the basis it was written on. */
export function FinishedAnnotation(props: { annotation: Annotation; now: Basis }) {
  const { annotation, now } = props
  const { basis, body, at, actedAs, writtenAt } = annotation
  if (!basis) return null
  const changed = differingParts(basis, now).map((part) => partNames[part].toLowerCase())
  return (
    <>
      <OwnText body={body} />
      <Paragraph small>
        Klaar op {moment(at)}, door {actedAs}.{writtenAt && ` Dat was toen dit punt nog ${writtenAt} heette.`}
      </Paragraph>
      {changed.length > 0 && (
        <Notice kind="attention" title="Intussen is er iets veranderd.">
          Vandaag staat er iets anders bij: {sentenceList(changed)}. Wat u hier leest, is wat de adviseur toen zag.
        </Notice>
      )}
      <Fold label="Wat dit punt voor ons betekent">
        <BasisList basis={basis} />
      </Fold>
    </>
  )
}

/** The meetings of the coming days for which an adviser has still to write. */
export function AwaitedAnnotations({ rows }: { rows: readonly AwaitedAnnotation[] }) {
  return (
    <List
      items={rows.map(({ meeting, name, heldOn, open, of }) => (
        <>
          <ListLink href={annotationsAddress(meeting)}>{`Annotaties voor ${name}`}</ListLink> op {day(heldOn)}: nog{' '}
          {open} van {of} niet klaar
        </>
      ))}
    />
  )
}

export type AwaitedAnnotation = {
  readonly meeting: string
  readonly name: string
  readonly heldOn: string
  readonly open: number
  readonly of: number
}

export const ofWhom = (name: string) => capital(`alleen voor ${name}.`)

/** The links to write for another organisation, of who advises several. */
export const OtherOrganisations = (props: {
  address: string
  others: readonly { readonly organisation: string; readonly name: string }[]
}) =>
  props.others.length === 0 ? null : (
    <Paragraph small>
      U schrijft ook voor{' '}
      {props.others.map(({ organisation, name }, at) => (
        <>
          {at > 0 && ' en '}
          <TextLink href={`${props.address}?voor=${encodeURIComponent(organisation)}`}>{name}</TextLink>
        </>
      ))}
      .
    </Paragraph>
  )
