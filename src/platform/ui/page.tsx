import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { fonts, icon, stylesheet } from './assets'
import { IconSprite } from './icon'
import { Breadcrumbs, type Crumb } from './navigation'
import { Tag } from './text'

export type RegionName = { readonly name: string; readonly coalition: string }

export type PageProps = {
  title: string
  /** The path of this page, to mark the navigation. */
  path: string
  region: RegionName
  children: Child
  breadcrumbs?: readonly Crumb[]
  visitor?: { readonly name: string }
  /** The region is invented: said on every page. */
  example?: boolean
  description?: string
  /** In the letters of the device, so that ours need not come over the line. */
  light?: boolean
  /** Not for search engines. */
  hidden?: boolean
}

type Entry = readonly [label: string, href: string]

const navigation: readonly Entry[] = [
  ['Overzicht', '/'],
  ['Keten', '/keten'],
  ['Plannen', '/plannen'],
  ['Cijfers', '/cijfers'],
  ['Veiligheidsbeelden', '/veiligheidsbeelden'],
  ['Verantwoording', '/verantwoording'],
  ['Gemeenten', '/gemeenten'],
  ['Zoeken', '/zoeken'],
]

const footer: readonly { readonly title: string; readonly entries: readonly Entry[] }[] = [
  {
    title: 'Van cijfer naar verantwoording',
    entries: [
      ['Overzicht', '/'],
      ['Keten', '/keten'],
      ['Cijfers', '/cijfers'],
      ['Veiligheidsbeelden', '/veiligheidsbeelden'],
      ['Rapportages', '/rapportages'],
      ['Verantwoording', '/verantwoording'],
      ['Gemeenten', '/gemeenten'],
      ['Zoeken', '/zoeken'],
    ],
  },
  {
    title: 'Afspraken',
    entries: [
      ['Strategieën', '/strategieen'],
      ['Plannen', '/plannen'],
      ['Acties', '/acties'],
      ['Resultaten', '/resultaten'],
      ['Zienswijzen', '/zienswijzen'],
      ['Vergaderingen', '/vergaderingen'],
      ['Voorstellen', '/voorstellen'],
      ['Besluiten', '/besluiten'],
      ['Landelijk naar lokaal', '/doorwerking'],
      ['Kennis', '/kennis'],
      ['Bijeenkomsten', '/bijeenkomsten'],
    ],
  },
  {
    title: 'Wie en waarmee',
    entries: [
      ['Gremia', '/gremia'],
      ['Organisaties', '/organisaties'],
      ['Begroting', '/begroting'],
      ['Formatie', '/formatie'],
      ['Begrippen', '/begrippen'],
    ],
  },
]

const about: readonly Entry[] = [
  ['Open gegevens', '/open-gegevens'],
  ['Over deze website', '/over'],
  ['Toegankelijkheid', '/toegankelijkheid'],
  ['Privacy', '/privacy'],
]

function isHere(path: string, href: string): boolean {
  return href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`)
}

/** The wordmark: three pills joined by two dashes, the chain seen from its side. */
function Wordmark({ region }: { region: RegionName }) {
  return (
    <a class="sv-merk" href="/">
      <svg viewBox="0 0 74 21" fill="none" stroke="currentColor" stroke-width="3" aria-hidden="true" focusable="false">
        <rect x="1.5" y="3" width="21" height="15" rx="7.5" />
        <rect x="26.5" y="3" width="21" height="15" rx="7.5" />
        <rect x="51.5" y="3" width="21" height="15" rx="7.5" />
        <path d="M17 10.5h14.5M42.5 10.5h14.5" stroke-linecap="round" />
      </svg>
      <span class="sv-merk__naam">
        Slagvaardig
        <span class="sv-merk__onder">{region.coalition}</span>
      </span>
      <span class="sv-onzichtbaar">naar het overzicht</span>
    </a>
  )
}

function Links({ entries, path }: { entries: readonly Entry[]; path: string }) {
  return (
    <ul>
      {entries.map(([label, href]) => (
        <li>
          <a href={href} aria-current={path === href ? 'page' : undefined}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** A whole HTML document. The string starts with the doctype, so `c.html(<Page …/>)` is all a route needs. */
export function Page(props: PageProps) {
  const { region, path } = props
  const crumbs = props.breadcrumbs ?? []
  const account: Entry = props.visitor ? [props.visitor.name, '/mijn'] : ['Inloggen', '/inloggen']
  const title = path === '/' ? `Slagvaardig - ${region.coalition}` : `${props.title} - ${region.name} - Slagvaardig`
  return (
    <>
      {raw('<!doctype html>')}
      <html lang="nl" class={props.light ? 'sv-licht' : undefined}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{title}</title>
          {props.description ? <meta name="description" content={props.description} /> : null}
          {props.hidden ? <meta name="robots" content="noindex" /> : null}
          {props.light ? null : (
            <link rel="preload" href={fonts()[0]?.path} as="font" type="font/woff2" crossorigin="anonymous" />
          )}
          <link rel="stylesheet" href={stylesheet().path} />
          <link rel="icon" href={icon().path} type="image/svg+xml" />
        </head>
        <body class="utrecht-page">
          <a class="nl-skip-link nl-skip-link--visible-on-focus" href="#inhoud">
            Direct naar de inhoud
          </a>
          <IconSprite />
          <header class="utrecht-page-header">
            <div class="sv-blad utrecht-page-header__content">
              <Wordmark region={region} />
              {props.example ? (
                <span class="sv-kop__voorbeeld">
                  <Tag>voorbeeldregio</Tag>
                </span>
              ) : null}
              <div class="sv-kop__rechts">
                <a href={account[1]}>{account[0]}</a>
                {props.visitor ? (
                  <form action="/uitloggen" method="post">
                    <button type="submit">Uitloggen</button>
                  </form>
                ) : null}
              </div>
              <div class="sv-kop__telefoon">
                {props.visitor ? <a href="/mijn">Mijn</a> : null}
                <a href="/zoeken">Zoeken</a>
                <a href="#menu">Menu</a>
              </div>
            </div>
          </header>
          <nav class="utrecht-nav-bar" aria-label="Hoofdmenu">
            <div class="sv-blad">
              <ul class="utrecht-nav-list">
                {navigation.map(([label, href]) => (
                  <li class="utrecht-nav-list__item">
                    <a
                      class="utrecht-nav-list__link"
                      href={href}
                      aria-current={isHere(path, href) ? (path === href ? 'page' : 'true') : undefined}
                    >
                      {label}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          </nav>
          {crumbs.length > 0 ? (
            <div class="sv-blad">
              <Breadcrumbs items={[{ label: region.name, href: '/' }, ...crumbs]} />
            </div>
          ) : null}
          <main id="inhoud" class="sv-blad" tabindex={-1}>
            {props.children}
          </main>
          <Footer {...props} account={account} />
        </body>
      </html>
    </>
  )
}

function Footer({ region, path, example, account }: PageProps & { account: Entry }) {
  return (
    <footer class="utrecht-page-footer">
      <div class="sv-blad sv-voet">
        <nav id="menu" aria-label="Alle onderdelen" class="sv-voet__menu">
          {footer.map((column) => (
            <div>
              <h2>{column.title}</h2>
              <Links entries={column.entries} path={path} />
            </div>
          ))}
          <div>
            <h2>Over</h2>
            <Links entries={[...about, account]} path={path} />
          </div>
        </nav>
        <div class="sv-voet__onder">
          <p>
            <strong>{region.coalition}</strong>. Van cijfer naar verantwoording, en weer terug. Slagvaardig is vrije
            software.
          </p>
          {example ? <p>Deze regio is verzonnen. Alles wat u hier leest, is een voorbeeld.</p> : null}
        </div>
      </div>
    </footer>
  )
}
