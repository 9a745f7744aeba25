import { ListLink, Opening, Paragraph, RowList, Section, TextLink } from '../../platform/ui'
import { day } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { instanceBreadcrumbs, instanceName, itemLabel, meetingAddress } from '../meetings'
import { bundleAddress, FileLinks, SinceLinks, wordAddress } from './bundle-links.parts'
import { findPapers } from './found.parts'
import { folderName } from './names'

/** The papers of a meeting as files, and what they are for. */
export async function bundlePage(ask: Ask): Promise<Response> {
  const found = await findPapers(ask)
  if (!found) return ask.notFound()
  const { meeting, papers } = found
  const { heldOn } = meeting.versions[0]
  const items = [...papers.open, ...papers.closed].map(({ item }) => item)
  const [first] = items
  return ask.page(
    {
      title: `Stukken meenemen: ${instanceName(meeting.instance)}, ${day(heldOn)}`,
      breadcrumbs: [
        ...instanceBreadcrumbs(meeting.instance),
        { label: day(heldOn), href: meetingAddress(meeting.code) },
        { label: 'Stukken meenemen', href: bundleAddress(meeting.code) },
      ],
    },
    <>
      <Opening
        title="Stukken meenemen"
        lead={`De stukken van ${instanceName(meeting.instance)} op ${day(heldOn)}, om te lezen waar u wilt.`}
        meta={['alleen wat u mag lezen']}
      />
      <Section
        id="bestanden"
        title="Alles bij elkaar"
        intro="De PDF heeft bladwijzers en nummert alle bladzijden door, ook die van bijlagen. Zij opent zonder internet."
      >
        <FileLinks meeting={meeting.code} papers={papers} />
        <SinceLinks meeting={meeting.code} papers={papers} />
      </Section>
      <Section id="word" title="Per punt als Word-bestand" intro="De oplegnotitie, om in verder te schrijven.">
        <RowList
          items={items.map((item) => ({
            id: `word-${itemLabel(item)}`,
            content: (
              <ListLink href={wordAddress(meeting.code, item)}>
                {`${itemLabel(item)}. ${item.papers[0].title} (Word)`}
              </ListLink>
            ),
          }))}
        />
      </Section>
      <Section id="ibabs" title="Voor iBabs of Notubiz" intro="Vergadert u daarin? Gebruik dan de ZIP.">
        <Paragraph>
          Elk punt heeft een eigen map{first ? `, zoals ${folderName(first)}` : ''}. Daarin staan de oplegnotitie als
          PDF en de bijlagen zoals wij ze kregen. De namen hebben alleen letters, cijfers en streepjes.
        </Paragraph>
        <Paragraph>
          In lijst.csv en lijst.json staat per bestand het punt, de titel, de datum, of het besloten is en tot wanneer
          ten minste. Ook staat er een controlegetal (SHA-256): daarmee ziet u of een bestand nog hetzelfde is.
        </Paragraph>
        <Paragraph>
          Wij zetten niets zelf in iBabs of Notubiz. Let daar op besloten stukken: hun mappen beginnen met een b, en hun
          bestanden bij een open punt ook.
        </Paragraph>
      </Section>
      {meeting.instance.isPublic && items.some(({ isPublished }) => isPublished) && (
        <Section id="raadsinformatie" title="Voor wie raadsinformatie verzamelt">
          <Paragraph>
            <TextLink href={`${meetingAddress(meeting.code)}/ori.json`}>
              Deze vergadering als Open Raadsinformatie (JSON)
            </TextLink>
            : agenda, stukken, besluiten en toezeggingen. Alleen wat openbaar is, ook als u meer mag lezen.
          </Paragraph>
        </Section>
      )}
    </>,
  )
}
