import { DataTable, List, Paragraph, Section, TextLink } from '../../platform/ui'
import { count, sentenceList } from '../../platform/ui/wording'
import { type LeftReason, leftReasons, type Publishing } from './diwoo'
import type { WooIndex } from './sitemap.verbs'

// The index reads no sitemap index of another name than this.
export const indexAddress = (number: string) => `/sitemaps/sitemapindex-diwoo-infocat${number}.xml`
export const sitemapAddress = (number: string, part: number) => `/sitemaps/sitemap-diwoo-infocat${number}-${part}.xml`

type Shown = { readonly publishing: Publishing | null; readonly wooIndex: WooIndex | null }

/** Whether the national index may read what is public here, for everybody. */
export function IndexLine({ publishing, wooIndex }: Shown) {
  const numbers = [...(wooIndex?.categories.keys() ?? [])].sort()
  if (!publishing || numbers.length === 0)
    return <Paragraph>Aan de landelijke zoekindex van de Woo is deze website niet aangesloten.</Paragraph>
  return (
    <Paragraph>
      Voor de landelijke zoekindex van de Woo (open.overheid.nl) staat klaar wat {publishing.publisher.name} openbaar
      maakt, per informatiecategorie:{' '}
      {numbers.map((number, at) => (
        <>
          {at > 0 ? ', ' : ''}
          <TextLink href={indexAddress(number)}>categorie {Number(number)}</TextLink>
        </>
      ))}
      . Of de index het ophaalt, is niet beproefd.
    </Paragraph>
  )
}

const reasonWords: Readonly<Record<LeftReason, string>> = {
  voorbeeld: 'Er staan voorbeeldcijfers of een voorbeeld in, en die zijn verzonnen.',
  categorie: 'De regio koos voor deze soort nog geen informatiecategorie van de waardelijst.',
  vorm: 'Er is geen los bestand dat de index leest: PDF, webpagina, Word of Excel.',
}

const mostNamed = 5

/** What is ready for the index, and what is not and why: for who keeps this up. */
export function ForTheIndex({ publishing, wooIndex, isSecure }: Shown & { wooIndex: WooIndex; isSecure: boolean }) {
  const documents = [...wooIndex.categories.values()].reduce((sum, { length }) => sum + length, 0)
  const needs = [
    ...(publishing ? [] : ['de regio noemt in regio.json nog geen uitgever met zijn adres in TOOI']),
    ...(isSecure ? [] : ['het adres van deze website begint niet met https']),
  ]
  return (
    <Section id="woo-index" title="Klaar voor de Woo-index" intro="Alleen voor professionals." full>
      <Paragraph>
        {publishing
          ? `${count(documents, 'bestand staat', 'bestanden staan')} klaar, met ${publishing.publisher.name} als uitgever.`
          : `${count(documents, 'bestand kan', 'bestanden kunnen')} in de index, maar er staat niets klaar.`}{' '}
        {needs.length > 0 && `Wat nog ontbreekt: ${sentenceList(needs)}. `}
        De uitgever meldt het adres van deze lijst zelf aan, bij het Register van overheidsorganisaties.
      </Paragraph>
      <DataTable
        caption={`Niet in de index: ${count(wooIndex.left.length, 'stuk', 'stukken')}`}
        empty="Alles wat openbaar is, kan in de index."
        rows={leftReasons
          .map((reason) => ({ reason, left: wooIndex.left.filter((one) => one.reason === reason) }))
          .filter(({ left }) => left.length > 0)}
        columns={[
          { head: 'Waarom niet', rowHead: true, cell: ({ reason }) => reasonWords[reason] },
          { head: 'Hoeveel', cell: ({ left }) => count(left.length, 'stuk', 'stukken') },
          {
            head: 'Welke, het nieuwste eerst',
            cell: ({ left }) => (
              <List
                small
                items={[
                  ...left
                    .slice(-mostNamed)
                    .reverse()
                    .map(({ one }) => <TextLink href={one.address}>{one.title}</TextLink>),
                  ...(left.length > mostNamed
                    ? [`en nog ${count(left.length - mostNamed, 'ander stuk', 'andere stukken')}`]
                    : []),
                ]}
              />
            ),
          },
        ]}
      />
    </Section>
  )
}
