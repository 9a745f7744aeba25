import type { Version } from './account'
import { namedIn, piecesOf } from './reference'

/** What a reference said in words, as a row of a table and in a sentence. */
export type Said = {
  readonly reference: string
  readonly about: string
  readonly target: string
  readonly outcome: string
  /** What was made of it: of a target whether it was met, of a question whether it was answered. */
  readonly standing: string
  readonly words: string
}

/** A figure or a sentence as it was published, and what would stand there now. */
export type Beside = { readonly about: string; readonly published: string; readonly now: string }

/** What of a released account would be said otherwise now. */
export type Later = { readonly sentences: readonly Beside[]; readonly figures: readonly Beside[] }

const inShort = ({ target, outcome, standing }: Said) => {
  const number =
    target === 'geen doel' ? outcome : outcome === 'niet opgenomen' ? target : `doel ${target}, uitkomst ${outcome}`
  return standing === '' ? number : `${number} (${standing})`
}

const worded = (line: string, said: ReadonlyMap<string, Said>) =>
  piecesOf(line)
    .map((piece) => ('words' in piece ? piece.words : (said.get(piece.named)?.words ?? piece.named)))
    .join('')

/**
 * What of a released account would be said otherwise now. A sentence is another one when what it makes of a figure is; another
 * number alone is a revision. A figure that nobody has any more says nothing.
 */
export function laterOf(
  blocks: readonly Pick<Version, 'kind' | 'title' | 'body'>[],
  then: ReadonlyMap<string, Said>,
  now: ReadonlyMap<string, Said>,
): Later {
  const pairs = [...then.values()].flatMap((before) => {
    const after = now.get(before.reference)
    return after ? [{ before, after }] : []
  })
  const figures = pairs.flatMap(({ before, after }) =>
    before.target === after.target && before.outcome === after.outcome
      ? []
      : [{ about: before.about, published: inShort(before), now: inShort(after) }],
  )
  const turned = new Set(
    pairs.filter(({ before, after }) => before.standing !== after.standing).map(({ before }) => before.reference),
  )
  const both = new Map([...then, ...now])
  const sentences = blocks.flatMap((block) => {
    if (block.kind === 'cijfers')
      return namedIn(block).flatMap((reference) => {
        const [before, after] = [then.get(reference), now.get(reference)]
        return turned.has(reference) && before && after
          ? [{ about: `${block.title}: ${before.about}`, published: inShort(before), now: inShort(after) }]
          : []
      })
    return block.body
      .split('\n')
      .filter((line) => piecesOf(line).some((piece) => 'named' in piece && turned.has(piece.named)))
      .map((line) => ({ about: block.title, published: worded(line, then), now: worded(line, both) }))
  })
  return { sentences, figures }
}
