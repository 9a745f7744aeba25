import type { Json } from '../../kernel/canonical'
import { dayInAmsterdam } from '../../kernel/day'
import type { Block, Document } from '../../platform/documents/document'
import { day } from '../../platform/ui/wording'
import { hashOfJson, ledgerLines } from '../publications'
import {
  type Account,
  type AccountKind,
  inAccount,
  newestOf,
  type Origin,
  type Part,
  type PartState,
  partsToClear,
  stateOfPart,
  type Version,
} from './account'
import { type Around, boundText, figureTable, saidOf } from './bound.parts'
import { type Draft, holdsExamples } from './draft.verbs'
import type { Said } from './later'
import { namedIn } from './reference'
import { seriesChart } from './series.parts'

export const kindWords: Readonly<Record<AccountKind, string>> = {
  jaarresultaten: 'Jaarresultaten',
  jaarverslag: 'Jaarverslag',
  evaluatie: 'Evaluatie',
  'een-pagina': 'Eén pagina',
}

export const partWords: Readonly<Record<Part, string>> = {
  politie: 'politie',
  om: 'Openbaar Ministerie',
  gemeenten: 'gemeenten',
  bureau: 'bureau',
}

/** Who has a part, in a sentence. */
export const partyWords: Readonly<Record<Part, string>> = {
  politie: 'de politie',
  om: 'het Openbaar Ministerie',
  gemeenten: 'de gemeenten',
  bureau: 'het bureau',
}

export const originWords: Readonly<Record<Origin, string>> = {
  samengesteld: 'Samengesteld verhaal: gemaakt van wat meer mensen meemaakten.',
  gefingeerd: 'Gefingeerd verhaal: de persoon en de gebeurtenis zijn bedacht.',
  toestemming: 'Verhaal van iemand die hiervoor toestemming gaf.',
}

type Printing = Pick<Draft, 'pictures'> & Around

function bodyOf(block: Version, { pictures, ...around }: Printing): Block[] {
  const picture = block.picture && pictures.get(block.picture.hash)
  if (block.picture && picture)
    return [
      {
        kind: 'image',
        ...picture,
        alt: block.picture.alt,
        caption: boundText(block.body, around),
        credit: block.picture.credit,
      },
    ]
  if (block.kind === 'cijfers') {
    const named = namedIn(block)
    // The page of an area is one A4, and has figures of one year.
    const chart = around.areaName === undefined && seriesChart(named.map((text) => around.found.get(text) ?? null))
    return [...(chart ? [chart] : []), figureTable(block.title, named, around)]
  }
  return [
    ...(block.origin ? [{ kind: 'paragraph', tone: 'quiet', text: originWords[block.origin] } as const] : []),
    { kind: 'paragraph', tone: 'plain', text: boundText(block.body, around) },
  ]
}

/** A block as it is printed, in an account or on the page of an area. */
export const printed = (block: Version, of: Printing): Block[] => [
  { kind: 'heading', text: block.title },
  ...bodyOf(block, of),
]

/**
 * What a part says now, words and figures: cleared is what was seen. A block for the pages of areas counts with the figures of the
 * region: those of the areas come from the same release, and change with it.
 */
export const hashOfPart = (draft: Draft, part: Part): string =>
  hashOfJson(
    draft.blocks.filter((block) => block.part === part).flatMap((block) => printed(block, draft)) as unknown as Json,
  )

/** What stands in a draft as a whole, words and figures: released is what was seen. */
export const hashOfDraft = (draft: Draft): string =>
  hashOfJson(draft.blocks.flatMap((block) => printed(block, draft)) as unknown as Json)

/** What each reference in a draft says. */
export const saidInDraft = ({ blocks, found, documents }: Draft): Said[] =>
  [...new Set(blocks.filter(inAccount).flatMap(namedIn))].flatMap((reference) => {
    const one = found.get(reference)
    return one ? [saidOf(reference, one, documents)] : []
  })

/** Every part that must be cleared, and where it stands. */
export const partStates = (draft: Draft): { readonly part: Part; readonly state: PartState }[] =>
  partsToClear(draft.account, draft.versions).map((part) => ({
    part,
    state: stateOfPart(part, newestOf(draft.versions, part), hashOfPart(draft, part), draft.clearances),
  }))

export type Edition = {
  readonly address: string
  readonly coalition: string
  readonly released: { readonly actedAs: string; readonly on: string } | null
  readonly checkpoint: Parameters<typeof ledgerLines>[0]['checkpoint']
}

const partFact = ({ part, state }: { readonly part: Part; readonly state: PartState }) =>
  [
    `Deel van ${partWords[part]}`,
    state.is === 'cleared'
      ? `vrijgegeven door ${state.clearance.actedAs}, op ${day(dayInAmsterdam(new Date(state.clearance.at)))}`
      : 'nog niet vrijgegeven',
  ] as const

/** An account as a document: the one source of the web page, the PDF and the file for Word. */
export function documentOf(draft: Draft, { address, coalition, released, checkpoint }: Edition): Document {
  const { account } = draft
  const isExample = holdsExamples(draft)
  return {
    title: account.title,
    kind: `${kindWords[account.kind]} ${account.year}${released ? '' : ', concept'}`,
    author: released?.actedAs ?? coalition,
    marks: [...(released ? [] : ['concept']), ...(isExample ? ['voorbeeldcijfers'] : [])],
    footer: `${account.code}. ${address}`,
    blocks: [
      {
        kind: 'facts',
        items: [
          ['Over', String(account.year)],
          ['Gemaakt door', account.ownerName],
          ...partStates(draft).map(partFact),
          ['Uitgebracht', released ? `door ${released.actedAs}, op ${day(released.on)}` : 'nog niet'],
        ],
      },
      ...(isExample
        ? [
            {
              kind: 'notice',
              title: 'Er staan voorbeeldcijfers in.',
              text: 'Waar voorbeeldcijfers staat, is het getal verzonnen. Gebruik dit stuk niet in een besluit.',
            } as const,
          ]
        : []),
      ...draft.blocks.filter(inAccount).flatMap((block) => printed(block, draft)),
      { kind: 'heading', text: 'Hoe dit stuk is gemaakt' },
      { kind: 'list', items: [...method(account), ...ledgerLines({ checkpoint })] },
    ],
  }
}

const method = ({ kind }: Account): string[] => [
  'Cijfers zijn niet overgetikt. Elk cijfer komt uit de bron die erbij staat, zoals bekend op de dag dat dit stuk is uitgebracht.',
  'Of een doel is gehaald, volgt uit het doel en de uitkomst over hetzelfde gebied en dezelfde periode. Een doel dat niet is gehaald, staat er net zo bij als een doel dat wel is gehaald.',
  'Een cijfer dat is gevraagd en nog niet gegeven, staat er als open.',
  ...(kind === 'jaarresultaten' ? ['De jaarresultaten zijn ook het jaarverslag van de politie-eenheid.'] : []),
  'Nieuwe cijfers veranderen dit stuk niet.',
]
