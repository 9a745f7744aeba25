import type { Child } from 'hono/jsx'
import { EmptyState, Opening, Page } from '../platform/ui'
import type { Ask, PageHead } from '../platform/web/ask'
import { UpkeepLine } from './upkeep.pages'

/** The page of the whole product around the content of one address. */
export async function frame(ask: Ask, head: PageHead, content: Child): Promise<string> {
  const page = (
    <Page
      title={head.title}
      // A page without a place in the product marks no part of the menu: what is not there looks the same under every address.
      path={head.breadcrumbs || ask.path === '/' ? ask.path : ''}
      region={{ name: ask.region.name, coalition: ask.region.coalition }}
      breadcrumbs={head.breadcrumbs}
      visitor={ask.person ? { name: ask.person.label } : undefined}
      example={ask.region.isExample}
      description={head.description}
      light={head.isLight}
    >
      {content}
      {head.breadcrumbs && <UpkeepLine ask={ask} />}
    </Page>
  )
  return String(await page)
}

export function notFoundContent(): Child {
  return (
    <Opening title="Deze pagina is er niet" lead="Het adres bestaat niet, of de pagina is niet voor u.">
      <EmptyState title="Wat u kunt doen" action={{ label: 'Zoek in alles wat openbaar is', href: '/zoeken' }}>
        Controleer het adres. Hoort u bij een partner van de coalitie? Log dan in.
      </EmptyState>
    </Opening>
  )
}

export function badRequestContent(_ask: Ask, message: string): Child {
  return <Opening title="Dit adres klopt niet" lead={message} />
}

const plain = (title: string, text: string) => `<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title></head>
<body><main><h1>${title}</h1><p>${text}</p></main></body></html>`

/** While the region is loading there is no region to name and no database to ask. */
export const startingPage = () =>
  plain('Even geduld', 'De gegevens worden geladen. Probeer het over een paar seconden opnieuw.')

/** After a fault nothing else may go wrong, so this page needs nothing. */
export const faultPage = (requestId: string) =>
  plain(
    'Er ging iets mis',
    `De fout is vastgelegd met nummer ${requestId}. Wat u had bewaard, is bewaard. Probeer het opnieuw of ga terug.`,
  )

/** An address or form with a character that no text can hold. */
export const impossiblePage = () =>
  plain('Dit adres klopt niet', 'Er staat een teken in dat niet kan. Controleer het adres of het formulier.')

/** What was sent is not a form of ours. */
export const notAFormPage = () =>
  plain('Dit formulier klopt niet', 'Wat u verstuurde, kunnen wij niet lezen. Ga terug en verstuur het opnieuw.')

/** More was sent than any of our forms holds. */
export const tooLargePage = () =>
  plain(
    'Dit is te groot',
    'U verstuurde meer dan in een formulier past. Ga terug, en maak de tekst korter of het bestand kleiner.',
  )

/** The disk of the server is full: reading goes on, changing does not. */
export const diskFullPage = (requestId: string) =>
  plain(
    'Nu kan er niets worden bewaard',
    `De schijf van de server is vol. Wat u net invulde, is niet bewaard; wat u eerder bewaarde, is er nog. Meld nummer ${requestId} aan de beheerder en probeer het later opnieuw.`,
  )

/** The database does not answer; the page needs none. */
export const unreachablePage = (requestId: string) =>
  plain(
    'Even niet beschikbaar',
    `De database antwoordt niet. Wat u had bewaard, is bewaard. Probeer het over een paar seconden opnieuw. Blijft dit zo, meld dan nummer ${requestId} aan de beheerder.`,
  )
