import {
  ButtonLink,
  DataTable,
  EmptyState,
  ListLink,
  Opening,
  Pagination,
  Paragraph,
  Section,
  TextLink,
} from '../../platform/ui'
import { capital, count, day } from '../../platform/ui/wording'
import { type Ask, isProfessional } from '../../platform/web/ask'
import { pageNumber } from '../../platform/web/page-number'
import { archivedAddress, disclosedAddress } from '../publications'
import { type DisclosedKind, isArchived } from './disclosure'
import { listDisclosed } from './disclosure.verbs'

const perPage = 50
export const archiveAddress = `${disclosedAddress}/archief.zip`

const kindWords: Readonly<Record<DisclosedKind, string>> = {
  besluit: 'besluit',
  agenda: 'agenda met openbare punten',
  rapportage: 'rapportage',
  verantwoording: 'verantwoordingsstuk',
  nota: 'nota van beantwoording',
  correctie: 'correctie',
}

/** Everything that was made public, with since when and under which category of the Woo. */
export async function disclosedPage(ask: Ask): Promise<Response> {
  const page = pageNumber(ask.query)
  if (page === null)
    return ask.badRequest('De bladzijde klopt niet. Schrijf een getal vanaf 1, bijvoorbeeld ?pagina=2.')
  const all = await ask.read(listDisclosed)
  const pages = Math.max(1, Math.ceil(all.length / perPage))
  if (page > pages) return ask.badRequest(`Deze bladzijde is er niet: de lijst heeft er ${pages}.`)
  const shown = all.slice((page - 1) * perPage, page * perPage)
  return ask.page(
    {
      title: page === 1 ? 'Wat openbaar is gemaakt' : `Wat openbaar is gemaakt, bladzijde ${page}`,
      description: 'Elk besluit en stuk dat openbaar is gemaakt, met de dag en de informatiecategorie van de Woo.',
      breadcrumbs: [{ label: 'Openbaar gemaakt', href: disclosedAddress }],
    },
    <>
      <Opening
        title="Wat openbaar is gemaakt"
        lead="Elk besluit, elke agenda en elk stuk dat iedereen mag lezen, met de dag waarop dat begon en de informatiecategorie van de Wet open overheid."
        meta={[count(all.length, 'stuk', 'stukken')]}
      >
        {isProfessional(ask) && (
          <ButtonLink href={archiveAddress}>Haal alles op voor het archief (ZIP met MDTO)</ButtonLink>
        )}
      </Opening>
      <Section id="lijst" title="De lijst" intro="Het nieuwste eerst." full>
        {shown.length === 0 ? (
          <EmptyState title="Er is nog niets openbaar gemaakt." />
        ) : (
          <DataTable
            caption="Wat openbaar is gemaakt"
            hiddenCaption
            wideFirst
            rows={shown}
            columns={[
              {
                head: 'Stuk',
                rowHead: true,
                cell: ({ title, address, isExample }) => (
                  <>
                    <ListLink href={address}>{title}</ListLink>
                    {isExample && <span class="sv-voorbeeld">voorbeeld</span>}
                  </>
                ),
              },
              { head: 'Soort', cell: ({ kind }) => kindWords[kind] },
              { head: 'Openbaar sinds', cell: ({ on }) => day(on) },
              {
                head: 'Informatiecategorie',
                cell: ({ category }) =>
                  category ? `${capital(category.label)} (${category.article})` : 'nog niet gekozen',
              },
              {
                head: 'Archief',
                cell: (one) =>
                  isArchived(one) ? (
                    <TextLink href={archivedAddress(one.kind, one.code)}>MDTO van {one.code}</TextLink>
                  ) : (
                    'geen'
                  ),
              },
            ]}
          />
        )}
        <Pagination page={page} pages={pages} href={(to) => `${disclosedAddress}?pagina=${to}`} />
      </Section>
      <Section id="uitleg" title="Hoe wij dit bijhouden">
        <Paragraph>
          De categorie volgt uit de soort stuk. Zo leest de regio de wet; een jurist moet dat bevestigen. Dezelfde lijst
          is er <TextLink href="/api/v1/openbaarmakingen">voor machines</TextLink>. Aan de landelijke zoekindex van de
          Woo is deze website niet aangesloten.
        </Paragraph>
        <Paragraph>
          MDTO is de norm van het Nationaal Archief voor metagegevens. Of een e-depot ze aanneemt, is niet beproefd.
        </Paragraph>
      </Section>
    </>,
  )
}
