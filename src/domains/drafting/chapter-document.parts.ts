import type { CommentOut, TaggedBlock, TaggedDocument } from '../../platform/documents/tagged'
import { day } from '../../platform/ui/wording'
import { actionFacts } from './action.parts'
import { chapterAddress } from './address.parts'
import { paragraphKinds, type Remark } from './chapter'
import type { ChapterFile } from './chapter-file.verbs'
import { subjectOf } from './chapter-return'
import { type ChapterText, roomTag, tagOf } from './chapter-text'
import type { Names } from './names.verbs'
import { kindWords, paragraphWords, partWords } from './words.parts'

/** A chapter to be written in with Word: every text with its tag, and the remarks that are open as comments. */
export function chapterDocument(
  file: ChapterFile,
  names: Names,
  at: { baseUrl: string; today: string },
): TaggedDocument {
  const { draft, whole, texts, upto } = file
  const { chapter, actions, remarks } = whole
  const open = remarks.filter(({ settled }) => settled === null)
  const shown = texts.filter(({ now }) => now !== null)
  const text = (of: ChapterText): TaggedBlock => ({
    kind: 'editable',
    tag: tagOf(of),
    text: of.now ?? '',
    isTitle: of.what !== 'body',
    isLocked: !file.mayWrite(of),
    comments:
      of.what === 'heading' ? [] : commentsOf(open.filter(({ paragraph, action }) => (paragraph ?? action) === of.id)),
  })
  const onChapter = commentsOf(open.filter(({ paragraph, action }) => paragraph === null && action === null))
  return {
    title: chapter.title,
    kind: `${kindWords[draft.kind]}, hoofdstuk ${chapter.code}`,
    author: draft.owner.name,
    marks: ['concept'],
    footer: `${draft.title}, stand van ${day(at.today)}`,
    subject: subjectOf({ draft: draft.code, chapter: chapter.code, upto }),
    blocks: [
      ...howTo(`${at.baseUrl}${chapterAddress(draft.code, chapter.code)}/word`).map((line) => ({
        kind: 'fixed' as const,
        text: line,
      })),
      ...paragraphKinds.flatMap((kind, index): TaggedBlock[] => [
        {
          kind: 'heading',
          level: 1,
          text: paragraphWords[kind],
          section: kind,
          comments: index === 0 ? onChapter : [],
        },
        ...shown
          .filter((of) => of.kind === kind)
          .flatMap((of, nr, all): TaggedBlock[] => {
            const isFirst = kind === 'terugblik' && of.part !== null && all[nr - 1]?.part !== of.part
            const part = isFirst && of.part ? partWords[of.part] : null
            return part === null ? [text(of)] : [{ kind: 'fixed', text: `Deel van ${part}` }, text(of)]
          }),
        ...(file.mayAdd(kind) ? [room(roomTag(kind))] : []),
      ]),
      { kind: 'heading', level: 1, text: 'Agenda', section: 'agenda', comments: [] },
      ...actions.flatMap((action): TaggedBlock[] => {
        const of = shown.find(({ what, id }) => what === 'action' && id === action.code)
        const facts = actionFacts(action, names)
          .slice(1, -2)
          .filter(([, value]) => value !== '')
        const line = [action.code, ...facts.map(([name, value]) => `${name}: ${value}`)].join('. ')
        return of ? [text(of), { kind: 'fixed', text: line }] : []
      }),
    ],
  }
}

const howTo = (address: string) => [
  'Zo werkt dit bestand. Schrijf in de tekst; Word houdt de wijzigingen bij. Met Enter begint u een nieuwe alinea. Maakt u een alinea leeg, dan vragen wij bij het inlezen of hij weg mag. Opmerkingen gaan mee.',
  'Grijze regels en koppen van het hoofdstuk zijn om te lezen. Opmaak, afbeeldingen, tabellen en voetnoten gaan niet mee. De volgorde verandert u in het product; alles van een actie behalve de titel met Excel of in het scherm.',
  `Inlezen: ${address}`,
]

/** An empty line to begin a new paragraph in. */
const room = (tag: string): TaggedBlock => ({
  kind: 'editable',
  tag,
  text: '',
  isTitle: false,
  isLocked: false,
  comments: [],
})

const commentsOf = (remarks: readonly Remark[]): CommentOut[] =>
  remarks
    .flatMap(({ text, at, actedAs, replies }) => [{ text, at, actedAs }, ...replies])
    .map(({ text, at, actedAs }) => ({ author: actedAs, at: new Date(at), text }))
