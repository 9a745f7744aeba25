import type {
  Bundle,
  BundleBlock,
  BundleFile,
  BundlePart,
  ContentsBlock,
  InBundle,
} from '../../platform/documents/bundle'
import type { Block } from '../../platform/documents/document'
import { count, moment } from '../../platform/ui/wording'
import {
  type Attachment,
  closingWords,
  daysWords,
  type Ground,
  type Item,
  instanceName,
  itemLabel,
  kindNames,
  type Meeting,
  noteParts,
  partNames,
  timeWords,
} from '../meetings'
import { fileNames, folderName } from './names'
import { marksOf, noteBlocks, noteFacts } from './note.parts'
import { type Change, hasClosed, newestOf, type Papers, type Piece } from './papers'

const partOfItem = (label: string) => `punt-${label}`
const partOfFile = (label: string, { hash }: Attachment) => `bijlage-${label}-${hash}`

/** The files of these papers in the order in which they stand in a bundle. */
export const filesOf = ({ open, closed, closedFiles }: Papers): BundleFile[] =>
  [...open, ...closedFiles, ...closed].flatMap(({ label, files }) =>
    files.map((file) => ({ id: partOfFile(label, file), hash: file.hash })),
  )

export type Told = {
  readonly meeting: Meeting
  readonly grounds: readonly Ground[]
  readonly papers: Papers
  readonly coalition: string
  /** What is new or different, and since when, of a bundle that has only that. */
  readonly only: { readonly changes: readonly Change[]; readonly since: string | null } | null
}
type InBundles = ReadonlyMap<string, InBundle>

/** The papers of a meeting as one file: first what is open, with the same numbers for everybody, then what is closed. */
export function bundleOf(told: Told, files: InBundles): Bundle {
  const { meeting, papers, coalition, only } = told
  const title = `${only ? 'Nagezonden stukken' : 'Stukken'}: ${instanceName(meeting.instance)}, ${daysWords(meeting.versions[0])}`
  return {
    title,
    author: coalition,
    marks: [...marksOf(meeting, false), ...(hasClosed(papers) ? ['bevat besloten stukken'] : [])],
    footer: `${instanceName(meeting.instance)}, ${daysWords(meeting.versions[0])}`,
    pagePrefix: only ? 'N' : '',
    parts: [
      cover(told, files),
      own('agenda', only ? 'Wat er nagezonden is' : 'Agenda', agenda(told, files)),
      ...papers.open.flatMap((piece) => pieceParts(told, piece, files)),
      ...closedParts(told, files),
    ],
  }
}

const own = (id: string, title: string, blocks: readonly BundleBlock[], head = ''): BundlePart => ({
  kind: 'own',
  id,
  title,
  depth: 0,
  head,
  above: '',
  blocks,
})

const said = (text: string, tone: 'plain' | 'lead' | 'quiet' = 'plain'): Block => ({ kind: 'paragraph', text, tone })

function cover({ meeting, papers, only }: Told, files: InBundles): BundlePart {
  const [now] = meeting.versions
  const newest = newestOf(papers)
  const hasFiles = [...files.values()].some((file) => 'pages' in file)
  return {
    ...own('omslag', instanceName(meeting.instance), [
      {
        kind: 'facts',
        items: [
          ['Wanneer', now.where ? `${daysWords(now)}, ${timeWords(now.where)}` : daysWords(now)],
          ...(now.where?.place ? [['Plaats', now.where.place] as const] : []),
          ['Stand', now.state],
          ...(newest ? [['Stukken tot en met', moment(newest)] as const] : []),
        ],
      },
      ...(only
        ? [
            said(
              `Dit is alleen wat ${only.since ? `na ${moment(only.since)}` : 'na de verzending van de agenda'} nieuw of anders is. De nummers van de punten zijn die van de agenda. De bladzijden hebben hier een N voor hun nummer: het zijn niet de bladzijden van de hele bundel.`,
            ),
          ]
        : [said('De nummers van de punten en van de open bladzijden zijn voor alle lezers dezelfde.')]),
      ...(hasFiles
        ? [
            said(
              'Bijlagen staan erin zoals wij ze kregen. Boven en onder een bladzijde schreven wij bij welk punt zij hoort en welk nummer zij heeft. Wat in een bijlage uit zichzelf iets doet, namen wij niet over.',
            ),
          ]
        : []),
      ...(hasClosed(papers)
        ? [
            {
              kind: 'notice' as const,
              title: 'Hier staan besloten stukken in.',
              text: 'Ze staan achteraan, met nummers van een eigen reeks. Dat u dit bestand maakte, staat in het logboek. Geef het niet door.',
            },
          ]
        : []),
    ]),
    above: only ? 'Nagezonden stukken' : 'Vergaderstukken',
  } as BundlePart
}

function agenda({ papers, only }: Told, files: InBundles): BundleBlock[] {
  const { open, withdrawn } = papers
  return [
    ...(only ? changeBlocks(only.changes.filter(({ piece: { item, files } }) => !isClosedChange(item, files))) : []),
    ...(open.length > 0
      ? [contents(only ? 'Waar het staat' : 'Punten en bladzijden', open, withOpenTitle(withdrawn))]
      : []),
    ...(open.length === 0 && !only ? [said('Er staan geen open punten op de agenda.')] : []),
    ...accessBlocks(open, files),
  ]
}

const isClosedChange = (item: Item, files: readonly Attachment[]) =>
  item.closing !== null || (files.length > 0 && files.every(({ closing }) => closing !== null))

const withOpenTitle = (withdrawn: readonly Item[]) => withdrawn.filter(({ closing }) => closing === null)

/** What is in it, item by item, with the files below it. */
function contents(
  caption: string,
  pieces: readonly Piece[],
  withdrawn: readonly Item[] = [],
  hasNote = true,
): ContentsBlock {
  const rows = pieces.map(({ item, label, files }) => ({
    number: item.number,
    rows: [
      {
        label,
        text: `${item.papers[0].title} (${kindNames[item.papers[0].kind]})`,
        part: hasNote ? partOfItem(label) : null,
      },
      ...files.map((file) => ({ label: '', text: `Bijlage: ${file.name}`, part: partOfFile(label, file) })),
    ],
  }))
  const gone = withdrawn.map((item) => ({
    number: item.number,
    rows: [
      {
        label: itemLabel(item),
        text: `${item.papers[0].title}; van de agenda gehaald: ${item.withdrawnBecause}`,
        part: null,
      },
    ],
  }))
  return {
    kind: 'contents',
    caption,
    heads: ['Punt', 'Wat', 'Bladzijde'],
    rows: [...rows, ...gone].sort((one, other) => one.number - other.number).flatMap((one) => one.rows),
  }
}

/** Which files a screen reader cannot read in order, and which are not in here. */
function accessBlocks(pieces: readonly Piece[], files: InBundles): BundleBlock[] {
  const all = pieces.flatMap(({ label, files: some }) =>
    some.map((file) => ({ words: `Punt ${label}: ${file.name}`, found: files.get(partOfFile(label, file)) })),
  )
  const tagged = all.filter(({ found }) => found && 'pages' in found && found.isTagged)
  const without = all.filter(({ found }) => found && 'pages' in found && !found.isTagged)
  const left = all.filter(({ found }) => !found || 'refused' in found)
  return [
    ...(without.length > 0
      ? [
          { kind: 'heading' as const, text: 'Niet toegankelijk' },
          said(
            `${count(without.length, 'bijlage is', 'bijlagen zijn')} niet gemaakt om te laten voorlezen: koppen en tabellen zijn daarin niet benoemd.`,
          ),
          { kind: 'list' as const, items: without.map(({ words }) => words) },
        ]
      : []),
    ...(tagged.length > 0
      ? [
          { kind: 'heading' as const, text: 'Los toegankelijk' },
          said(
            `${count(tagged.length, 'bijlage is', 'bijlagen zijn')} wel gemaakt om te laten voorlezen. In dit bestand is die opbouw niet overgenomen: neem daarvoor het bestand uit de ZIP.`,
          ),
          { kind: 'list' as const, items: tagged.map(({ words }) => words) },
        ]
      : []),
    ...(left.length > 0
      ? [
          { kind: 'heading' as const, text: 'Niet in dit bestand' },
          said(`${count(left.length, 'bijlage staat', 'bijlagen staan')} niet in dit bestand, wel in de ZIP.`),
          { kind: 'list' as const, items: left.map(({ words }) => words) },
        ]
      : []),
  ]
}

function pieceParts(told: Told, piece: Piece, files: InBundles, hasNote = true): BundlePart[] {
  const { meeting, grounds, only } = told
  const { item, label } = piece
  const [paper] = item.papers
  const isUnchanged = only !== null && !only.changes.some((one) => one.piece.item.id === item.id && one.paper)
  const head = `${item.closing ? 'Besloten. ' : ''}Punt ${label}`
  const note: BundlePart = {
    kind: 'own',
    id: partOfItem(label),
    title: `${label}. ${paper.title}`,
    depth: 0,
    head,
    above: 'Oplegnotitie',
    blocks: isUnchanged
      ? [said('De oplegnotitie is niet gewijzigd. Nieuw is wat hierna komt.')]
      : [noteFacts(meeting, item, grounds), ...noteBlocks(item)],
  }
  return [...(hasNote ? [note] : []), ...piece.files.map((file) => filePart(told, piece, file, files))]
}

function filePart({ grounds }: Told, { item, label }: Piece, file: Attachment, files: InBundles): BundlePart {
  const isClosed = item.closing !== null || file.closing !== null
  const found = files.get(partOfFile(label, file))
  const common = {
    id: partOfFile(label, file),
    title: `Bijlage bij ${label}: ${file.name}`,
    depth: 1 as const,
    head: `${isClosed ? 'Besloten. ' : ''}Punt ${label}, bijlage: ${file.name}`,
  }
  if (found && 'pages' in found) return { kind: 'file', ...common }
  const place = `${folderName(item)}/${fileNames(item).get(file.hash) ?? ''}`
  return {
    kind: 'own',
    ...common,
    title: file.name,
    above: `Bijlage bij punt ${label}`,
    blocks: [
      said(whyNot(file, found && 'refused' in found ? found.refused : 'onleesbaar')),
      said(`U vindt het bestand zoals wij het kregen in de ZIP van deze vergadering, als ${place}.`),
      ...(file.closing ? [said(`Dit bestand is ${closingWords(file.closing, grounds)}.`)] : []),
    ],
  }
}

function whyNot({ name }: Attachment, refused: Extract<InBundle, { refused: unknown }>['refused']): string {
  if (refused === 'beveiligd') return 'Dit PDF-bestand is beveiligd. Daarom staan de bladzijden niet in dit bestand.'
  if (refused === 'te-zwaar') return 'Dit bestand is te groot of te zwaar om hierbij te doen.'
  return refused === 'geen-pdf' && !/\.pdf$/i.test(name)
    ? 'Dit bestand is geen PDF. Daarom staat het niet in dit bestand.'
    : 'Dit PDF-bestand is beschadigd. Wij konden de bladzijden niet lezen.'
}

/** What is closed, after everything that is open: its own list, then its pages. */
function closedParts(told: Told, files: InBundles): BundlePart[] {
  const { papers, only } = told
  const { closed, closedFiles, withdrawn } = papers
  if (!hasClosed(papers)) return []
  const blocks: BundleBlock[] = [
    said('Alleen voor wie hier een zetel heeft. De nummers met een b zijn voor alle leden dezelfde.'),
    ...(only ? changeBlocks(only.changes.filter(({ piece }) => isClosedChange(piece.item, piece.files))) : []),
    ...(closed.length > 0
      ? [
          contents(
            'Besloten punten',
            closed,
            withdrawn.filter(({ closing }) => closing !== null),
          ),
        ]
      : []),
    ...(closedFiles.length > 0 ? [contents('Besloten bijlagen bij open punten', closedFiles, [], false)] : []),
    ...accessBlocks([...closedFiles, ...closed], files),
  ]
  return [
    own('besloten', 'Besloten deel', blocks, 'Besloten'),
    ...closedFiles.flatMap((piece) => pieceParts(told, piece, files, false)),
    ...closed.flatMap((piece) => pieceParts(told, piece, files)),
  ]
}

/** What is new or different, item by item. */
function changeBlocks(changes: readonly Change[]): BundleBlock[] {
  return changes.flatMap(({ piece: { item, label, files }, paper }) => [
    { kind: 'heading' as const, text: `${label}. ${item.papers[0].title}` },
    {
      kind: 'list' as const,
      items: [...(paper ? [paperWords(item, paper)] : []), ...files.map(fileWords)],
    },
  ])
}

function paperWords({ papers: [{ changeNote, at }] }: Item, paper: NonNullable<Change['paper']>): string {
  const what = paper.isNew
    ? 'Nieuw punt'
    : `Oplegnotitie gewijzigd${
        paper.parts.length > 0 || paper.isRenamed
          ? ` (${[...(paper.isRenamed ? ['titel'] : []), ...noteParts.filter((part) => paper.parts.includes(part)).map((part) => partNames[part].toLowerCase())].join(', ')})`
          : ''
      }`
  return `${what}, ${moment(at)}${changeNote ? `: ${changeNote}` : ''}`
}

const fileWords = ({ name, at, changeNote }: Attachment) =>
  `Nieuwe bijlage ${name}, ${moment(at)}${changeNote ? `: ${changeNote}` : ''}`
