import { EmptyState, List, Opening, TextLink } from '../../platform/ui'
import { day as dayInWords } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { pictureAddress, picturesCrumb } from './picture.parts'
import type { Former } from './picture.verbs'

/** A municipality that the source counts with its successor, also in the years before. */
export function formerPage(ask: Ask, { former, lastApart }: Former): Promise<Response> {
  const { from, to, effectiveOn } = former
  const before = pictureAddress(from.code, { ...(lastApart ? { bekendOp: lastApart } : {}) })
  return ask.page(
    {
      title: `Veiligheidsbeeld ${from.name}`,
      breadcrumbs: [picturesCrumb, { label: from.name, href: pictureAddress(from.code) }],
    },
    <Opening title={`Veiligheidsbeeld ${from.name}`}>
      <EmptyState title={`${from.name} hoort sinds ${dayInWords(effectiveOn)} bij ${to.name}.`}>
        De bron telt {from.name} in alle jaren daarbij.
      </EmptyState>
      <List
        items={[
          <TextLink href={pictureAddress(to.code)}>Huidige indeling: {to.name}</TextLink>,
          ...(lastApart
            ? [
                <TextLink href={before}>
                  Indeling van toen: {from.name}, met de cijfers van {dayInWords(lastApart)}
                </TextLink>,
              ]
            : []),
        ]}
      />
    </Opening>,
  )
}
