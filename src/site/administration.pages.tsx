import { List, Opening, Section, TextLink } from '../platform/ui'
import type { Ask } from '../platform/web/ask'

/** What a functional administrator can do here without a developer. */
export async function administrationPage(ask: Ask): Promise<Response> {
  return ask.page(
    { title: 'Beheer', breadcrumbs: [{ label: 'Beheer', href: '/beheer' }] },
    <>
      <Opening
        title="Beheer"
        lead="Wat u hier wijzigt, ziet iedereen meteen. Elke wijziging staat in het logboek, met wie het deed."
      />
      <Section id="taken" title="Taken">
        <List
          items={[
            <>
              <TextLink href="/beheer/basisteams">Basisteams</TextLink>: hun namen, en welke gemeenten erbij horen.
            </>,
            <>
              <TextLink href="/beheer/inlezen">Cijfers inlezen</TextLink>: getallen uit een CSV- of XLSX-bestand, met de
              bron erbij.
            </>,
            <>
              <TextLink href="/beheer/logboek">Logboek</TextLink>: wie wat deed, en wanneer.
            </>,
          ]}
        />
      </Section>
    </>,
  )
}
