import type { Block, Document } from '../../platform/documents/document'
import { capital, day, moment } from '../../platform/ui/wording'
import {
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
} from '../meetings'

/** What a reader should know of an item before its note. */
export function noteFacts(meeting: Meeting, item: Item, grounds: readonly Ground[]): Block {
  const [paper] = item.papers
  return {
    kind: 'facts',
    items: [
      ['Vergadering', `${instanceName(meeting.instance)}, ${day(meeting.versions[0].heldOn)}`],
      ['Wat wij vragen', kindNames[paper.kind]],
      ...(item.closing ? [['Besloten', capital(closingWords(item.closing, grounds))] as const] : []),
      ['Versie van', moment(paper.at)],
      ...(item.isSent ? [] : [['Stand', 'concept: leden zien dit nog niet'] as const]),
      ...(paper.changeNote ? [['Nagezonden', paper.changeNote] as const] : []),
    ],
  }
}

/** The one-page note, part by part; what is empty is left out. */
export function noteBlocks({ papers: [{ note }] }: Item): Block[] {
  const filled = noteParts.filter((part) => note[part] !== '')
  if (filled.length === 0) return [{ kind: 'paragraph', text: 'De oplegnotitie is nog leeg.', tone: 'quiet' }]
  return filled.flatMap((part): Block[] => [
    { kind: 'heading', text: partNames[part] },
    { kind: 'paragraph', text: note[part], tone: 'plain' },
  ])
}

/** The marks on every page of what belongs to a meeting. */
export const marksOf = (meeting: Meeting, isClosed: boolean) => [
  ...(meeting.instance.isExample ? ['voorbeeld'] : []),
  ...(isClosed ? ['besloten'] : []),
]

/** The note of an item as a document of its own, with what stands in its table. */
export function noteDocument(meeting: Meeting, item: Item, grounds: readonly Ground[], coalition: string): Document {
  const [paper] = item.papers
  const label = itemLabel(item)
  // Who passes on an open note does not pass on that there are closed files.
  const files = item.attachments.filter(({ closing }) => item.closing !== null || closing === null)
  return {
    title: `${label}. ${paper.title}`,
    kind: 'Oplegnotitie',
    author: coalition,
    marks: marksOf(meeting, item.closing !== null),
    footer: `${instanceName(meeting.instance)}, ${daysWords(meeting.versions[0])}, punt ${label}`,
    blocks: [
      noteFacts(meeting, item, grounds),
      ...noteBlocks(item),
      ...(files.length > 0
        ? [
            {
              kind: 'table' as const,
              caption: 'Bijlagen',
              columns: [
                { head: 'Bestand', align: 'text' as const },
                { head: 'Wat erbij hoort', align: 'text' as const },
              ],
              rows: files.map(({ name, closing, changeNote }) => [
                name,
                [
                  ...(closing || item.closing ? ['besloten'] : []),
                  ...(changeNote ? [`nagezonden: ${changeNote}`] : []),
                ].join('; ') || 'open',
              ]),
            },
          ]
        : []),
    ],
  }
}
