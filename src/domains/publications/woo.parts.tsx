import { Paragraph, TextLink } from '../../platform/ui'
import { capital, day } from '../../platform/ui/wording'
import type { WooCategory } from './woo.store'

export const disclosedAddress = '/openbaar'
/** Where the archive metadata of something published stand. */
export const archivedAddress = (kind: string, code: string) =>
  `${disclosedAddress}/${encodeURIComponent(kind)}/${encodeURIComponent(code)}/mdto.xml`

/** Since when something is public, and under which category of the Woo. */
export function WooLine({ on, category }: { on: string; category: WooCategory | undefined }) {
  return (
    <Paragraph small>
      Openbaar sinds {day(on)}.{' '}
      {category
        ? `Informatiecategorie volgens de Woo: ${capital(category.label)} (${category.article}). Zo leest de regio de wet. `
        : 'De regio koos hiervoor nog geen informatiecategorie van de Woo. '}
      <TextLink href={disclosedAddress}>Alles wat openbaar is gemaakt</TextLink>
    </Paragraph>
  )
}
