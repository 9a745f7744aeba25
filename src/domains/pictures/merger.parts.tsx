import { Notice, TextLink } from '../../platform/ui'
import { day as dayInWords } from '../../platform/ui/wording'
import type { ShownMerger } from './merger.verbs'

/** The same figures in another division; `area` when that is another page. */
export type Division = { readonly area?: string; readonly geldigOp: string; readonly bekendOp?: string }

/** What a merger does to the figures, with the way to the other division. `area` is the one the page is about. */
export function MergerNotices(props: {
  area: string
  mergers: readonly ShownMerger[]
  address: (division: Division) => string
}) {
  return (
    <>
      {props.mergers.map((merger) => (
        <Notice title={titleOf(merger)}>
          {textOf(merger)} <OtherDivision merger={merger} area={props.area} address={props.address} />
        </Notice>
      ))}
    </>
  )
}

function titleOf({ change: { from, to, effectiveOn }, is }: ShownMerger): string {
  const when = dayInWords(effectiveOn)
  if (is === 'announced') return `Aangekondigd: ${from.name} gaat op ${when} naar ${to.name}.`
  if (is === 'then') return `U ziet de indeling van toen, van vóór ${when}.`
  return `${from.name} hoort sinds ${when} bij ${to.name}.`
}

function textOf({ change: { from, to }, is }: ShownMerger): string {
  if (is === 'announced') return 'Dat staat nog niet vast. De cijfers tellen beide apart.'
  if (is === 'then') return `${from.name} telt nog apart van ${to.name}.`
  if (is === 'now') return 'De cijfers van beide zijn opgeteld, ook over de jaren ervoor.'
  if (is === 'left') return `De bron telt ${from.name} in alle jaren daar, en dus niet in deze cijfers.`
  return `De bron telt ${from.name} in alle jaren bij ${to.name}.`
}

function OtherDivision(props: { merger: ShownMerger; area: string; address: (division: Division) => string }) {
  const { change, is, lastDay, lastApart } = props.merger
  if (is === 'then') {
    // Whoever looks at the municipality that went finds today's figures at the one that took it in.
    const elsewhere = props.area === change.from.code ? { area: change.to.code } : {}
    return (
      <TextLink href={props.address({ ...elsewhere, geldigOp: change.effectiveOn })}>Toon de huidige indeling</TextLink>
    )
  }
  if (is === 'now') return <TextLink href={props.address({ geldigOp: lastDay })}>Toon de indeling van toen</TextLink>
  if (is !== 'recast' || !lastApart) return null
  return (
    <TextLink href={props.address({ geldigOp: lastDay, bekendOp: lastApart })}>
      Toon de indeling van toen, met de cijfers van {dayInWords(lastApart)}
    </TextLink>
  )
}
