import type { Block, Document } from '../../platform/documents/document'
import { capital, count, day, number, sentenceList } from '../../platform/ui/wording'
import type { View } from './hearing'
import { partyName, tallySentence, viewWords } from './hearing.parts'
import { effectsOf, type Nota, type NotaParty, type NotaPoint } from './nota'
import type { Format } from './nota.store'

/** A nota with what stands around it on paper. */
export type Edition = {
  readonly nota: Nota
  /** Null while it is a draft. */
  readonly released: { readonly version: number; readonly actedAs: string; readonly on: string } | null
  /** Where it stands, for who holds it on paper. */
  readonly address: string
}

export const notaTitle = ({ subject }: Pick<Nota, 'subject'>) => `Nota van beantwoording: ${subject.title}`

/** What the points changed in the text, in a sentence. */
export function effectSentence(nota: Nota): string {
  const { points, changed } = effectsOf(nota)
  if (points === 0) return 'Er zijn geen punten ingebracht. De tekst verandert niet.'
  const broughtUp = `Er ${points === 1 ? 'is' : 'zijn'} ${count(points, 'punt', 'punten')} ingebracht.`
  if (changed === 0) return `${broughtUp} De tekst verandert niet.`
  return `${broughtUp} Bij ${number(changed)} daarvan is de tekst aangepast.`
}

/** A nota as a document: the one source of the page, the PDF and the file for Word. */
export function documentOf({ nota, released, address }: Edition): Document {
  const { text, openedOn, termEndsOn, askedBy, councils, isExample } = nota
  return {
    title: notaTitle(nota),
    kind: released ? 'Nota van beantwoording' : 'Nota van beantwoording, concept',
    author: released?.actedAs ?? askedBy.name,
    marks: [...(released ? [] : ['concept']), ...(isExample ? ['voorbeeld'] : [])],
    footer: `${nota.hearing}${released ? `, versie ${released.version}` : ''}. ${address}`,
    blocks: [
      {
        kind: 'facts',
        items: [
          ['Tekst', `${text.name}, van ${day(text.on)}`],
          ['Voorgelegd', `door ${askedBy.name}, op ${day(openedOn)}`],
          ['Termijn', `tot en met ${day(termEndsOn)}`],
          ['Vrijgegeven', released ? `${released.actedAs}, op ${day(released.on)}` : 'nog niet vrijgegeven'],
        ],
      },
      { kind: 'paragraph', text: tallySentence(councils), tone: 'lead' },
      { kind: 'paragraph', text: effectSentence(nota), tone: 'plain' },
      ...(isExample
        ? [
            {
              kind: 'notice',
              title: 'Dit is een voorbeeld.',
              text: 'Wat hier staat, is niet door raden of partners gezegd.',
            } as const,
          ]
        : []),
      { kind: 'heading', text: 'Wat de raden zeiden' },
      countTable(nota),
      ...partiesWithPoints(nota).flatMap(partyBlocks),
      ...silent(nota),
    ],
  }
}

function countTable({ councils, partners }: Nota): Block {
  const row = (name: string, of: (one: Nota['councils']) => number) => [
    name,
    number(of(councils)),
    number(of(partners)),
  ]
  const view = (one: View) => row(capital(viewWords[one]), ({ views }) => views[one])
  return {
    kind: 'table',
    caption: 'Aantal raden en partners',
    columns: [
      { head: 'Zienswijze', align: 'text' },
      { head: 'Raden', align: 'number' },
      { head: 'Partners', align: 'number' },
    ],
    rows: [
      view('geen'),
      view('wensen'),
      view('bedenkingen'),
      row('Gehoord, zienswijze onbekend', ({ heardOnly }) => heardOnly),
      row('Niet bekend of gehoord is', ({ notHeard }) => notHeard),
      row('Samen', ({ total }) => total),
    ],
  }
}

const partiesWithPoints = ({ parties }: Nota) =>
  parties.filter(({ view }) => view === 'wensen' || view === 'bedenkingen')

function partyBlocks(party: NotaParty): Block[] {
  return [
    {
      kind: 'heading',
      text: `${capital(partyName(party))}: ${viewWords[party.view ?? 'onbekend']}`,
    },
    {
      kind: 'paragraph',
      tone: 'quiet',
      text: `${party.kind === 'raad' ? 'Gehoord op' : 'Reactie van'} ${party.heardOn ? day(party.heardOn) : 'een onbekende dag'}.`,
    },
    ...(party.points.length > 0
      ? party.points.map((point): Block => ({ kind: 'facts', items: pointFacts(point) }))
      : [
          {
            kind: 'paragraph',
            tone: 'plain',
            text: party.inPrivate
              ? 'De vergadering was besloten. De punten staan niet in deze nota.'
              : 'De tekst ervan is nog niet ontvangen.',
          } as const,
        ]),
  ]
}

function pointFacts({ number: at, text, reply }: NotaPoint): (readonly [string, string])[] {
  if (!reply)
    return [
      [`Punt ${at}`, text],
      ['Antwoord', 'nog niet geschreven'],
    ]
  return [
    [`Punt ${at}`, text],
    ['Antwoord', reply.text],
    ['Gevolg', reply.place ? `de tekst is aangepast: ${reply.place}` : 'de tekst verandert niet'],
    ...(reply.after
      ? [['Er stond', reply.before ?? 'niets; dit is nieuw'] as const, ['Er staat nu', reply.after] as const]
      : []),
  ]
}

/** Who had nothing to bring up, by name. Who was not heard is counted only. */
function silent({ parties }: Nota): Block[] {
  const named = (title: string, found: readonly NotaParty[]): Block[] =>
    found.length === 0
      ? []
      : [
          { kind: 'heading', text: title },
          { kind: 'paragraph', tone: 'plain', text: `${capital(sentenceList(found.map(partyName)))}.` },
        ]
  return [
    ...named(
      'Zonder wensen of bedenkingen',
      parties.filter(({ view }) => view === 'geen'),
    ),
    ...named(
      'Gehoord, zienswijze nog niet bekend',
      parties.filter(({ view }) => view === null),
    ),
  ]
}

export const formatNames: Readonly<Record<Format, string>> = {
  html: 'Webpagina om te bewaren',
  pdf: 'PDF, voor papier en voor wie voorleest',
  docx: 'Word, om in verder te schrijven',
}
