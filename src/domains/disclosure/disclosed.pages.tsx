import {
  ButtonLink,
  DataTable,
  EmptyState,
  FilterForm,
  Hidden,
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
import { type Disclosed, type DisclosedKind, disclosedKinds, isArchived } from './disclosure'
import { listDisclosed } from './disclosure.verbs'
import { ForTheIndex, IndexLine } from './sitemap.parts'
import { fileAddress, forIndex, publishingOf } from './sitemap.verbs'

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

const fileWords: Readonly<Record<string, string>> = {
  html: 'webpagina',
  pdf: 'PDF',
  docx: 'Word',
  xlsx: 'Excel',
  json: 'JSON',
}

// The thing itself in each of its formats; its annexes and pages of one area stand with it.
const mainFiles = ({ files }: Disclosed) =>
  Object.keys(files)
    .filter((name) => /^(besluit|rapport|stuk|nota)\.[a-z]+$/.test(name))
    .map((name) => ({ name, words: fileWords[name.replace(/^.*\./, '')] ?? name }))
    .sort((one, other) => order(one.words) - order(other.words))
const order = (words: string) => Object.values(fileWords).indexOf(words)

/** Everything that was made public, with since when and under which category of the Woo. */
export async function disclosedPage(ask: Ask): Promise<Response> {
  const page = pageNumber(ask.query)
  if (page === null)
    return ask.badRequest('De bladzijde klopt niet. Schrijf een getal vanaf 1, bijvoorbeeld ?pagina=2.')
  const kind = ask.query.get('soort') ?? ''
  if (kind !== '' && !disclosedKinds.some((one) => one === kind))
    return ask.badRequest(`Deze soort is er niet. Kies een van deze: ${disclosedKinds.join(', ')}.`)
  const publishing = publishingOf(ask.region)
  const { all, wooIndex } = await ask.read(async (tx) => ({
    all: await listDisclosed(tx),
    wooIndex: publishing || isProfessional(ask) ? await forIndex(tx, ask.installation.baseUrl) : null,
  }))
  const chosen = all.filter((one) => kind === '' || one.kind === kind)
  const pages = Math.max(1, Math.ceil(chosen.length / perPage))
  if (page > pages) return ask.badRequest(`Deze bladzijde is er niet: de lijst heeft er ${pages}.`)
  const shown = chosen.slice((page - 1) * perPage, page * perPage)
  const narrowed = kind === '' ? '' : `soort=${kind}&`
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
        meta={[count(chosen.length, 'stuk', 'stukken')]}
      >
        <FilterForm
          action={disclosedAddress}
          label="Kies een soort stuk"
          live
          fields={[
            {
              kind: 'select',
              name: 'soort',
              label: 'Soort',
              value: kind,
              options: [
                { value: '', label: 'Alle soorten' },
                ...disclosedKinds.map((one) => ({ value: one, label: capital(kindWords[one]) })),
              ],
            },
          ]}
          submit="Toon"
          clear={kind === '' ? undefined : disclosedAddress}
        />
        {isProfessional(ask) && (
          <ButtonLink href={archiveAddress}>Haal alles op voor het archief (ZIP met MDTO)</ButtonLink>
        )}
      </Opening>
      <Section id="lijst" title="De lijst" intro="Het nieuwste eerst." full>
        {shown.length === 0 ? (
          <EmptyState
            title={kind === '' ? 'Er is nog niets openbaar gemaakt.' : 'Van deze soort is nog niets openbaar gemaakt.'}
          />
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
                cell: ({ title, address, isExample, kind: of }) => (
                  <>
                    <ListLink href={address}>{title}</ListLink>
                    {isExample && <span class="sv-voorbeeld">voorbeeld</span>}
                    <span class="sv-stil sv-klein"> {kindWords[of]}</span>
                  </>
                ),
              },
              { head: 'Openbaar sinds', cell: ({ on }) => day(on) },
              {
                head: 'Informatiecategorie',
                cell: ({ category }) =>
                  category ? `${capital(category.label)} (${category.article})` : 'nog niet gekozen',
              },
              { head: 'Bestanden', cell: (one) => <Files of={one} /> },
            ]}
          />
        )}
        <Pagination page={page} pages={pages} href={(to) => `${disclosedAddress}?${narrowed}pagina=${to}`} />
      </Section>
      <Section id="uitleg" title="Hoe wij dit bijhouden">
        <Paragraph>
          De categorie volgt uit de soort stuk. Zo leest de regio de wet; een jurist moet dat bevestigen. Dezelfde lijst
          is er <TextLink href="/api/v1/openbaarmakingen">voor machines</TextLink>. Elk bestand is nog precies zoals het
          openbaar werd: het kenmerk staat in het{' '}
          <TextLink href="/publicaties/logboek">logboek van publicaties</TextLink>.
        </Paragraph>
        <IndexLine publishing={publishing} wooIndex={wooIndex} />
        <Paragraph>
          MDTO is de norm van het Nationaal Archief voor metagegevens. Of een e-depot ze aanneemt, is niet beproefd.
        </Paragraph>
      </Section>
      {isProfessional(ask) && wooIndex && (
        <ForTheIndex
          publishing={publishing}
          wooIndex={wooIndex}
          isSecure={ask.installation.baseUrl.startsWith('https:')}
        />
      )}
    </>,
  )
}

function Files({ of }: { of: Disclosed }) {
  const links = [
    ...mainFiles(of).map(({ name, words }) => ({ href: fileAddress(of, name), words })),
    ...(isArchived(of) ? [{ href: archivedAddress(of.kind, of.code), words: 'MDTO voor het archief' }] : []),
  ]
  if (links.length === 0) return <>geen los bestand</>
  return (
    <>
      {links.map(({ href, words }, at) => (
        <>
          {at > 0 ? ' · ' : ''}
          <TextLink href={href}>
            {words}
            <Hidden> van {of.title}</Hidden>
          </TextLink>
        </>
      ))}
    </>
  )
}
