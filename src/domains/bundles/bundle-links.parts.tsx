import { Actions, ButtonLink, List, Paragraph, Section, TextLink } from '../../platform/ui'
import { moment } from '../../platform/ui/wording'
import { itemAddress, itemLabel, itemsOf, meetingAddress, type OnItem, type OnMeeting } from '../meetings'
import { changesOf, followingMoments, hasClosed, isEmpty, type Papers, papersOf } from './papers'

export const bundleAddress = (meeting: string) => `${meetingAddress(meeting)}/bundel`
const wholeAddress = (meeting: string) => `${bundleAddress(meeting)}/alles.pdf`
const followedAddress = (meeting: string, since: string | null) =>
  `${bundleAddress(meeting)}/nagezonden.pdf${since ? `?sinds=${encodeURIComponent(since)}` : ''}`
const archiveAddress = (meeting: string) => `${bundleAddress(meeting)}/stukken.zip`
export const wordAddress = (...[meeting, item]: Parameters<typeof itemAddress>) =>
  `${itemAddress(meeting, item)}/oplegnotitie.docx`

/** The files of a meeting, for who may read something of it. */
export function FileLinks({ meeting, papers }: { meeting: string; papers: Papers }) {
  const hasFollowed = changesOf(papers, null).changes.length > 0
  return (
    <>
      <Actions>
        <ButtonLink href={wholeAddress(meeting)}>Alles in één PDF</ButtonLink>
        {hasFollowed && <ButtonLink href={followedAddress(meeting, null)}>Alleen wat is nagezonden</ButtonLink>}
        <ButtonLink href={archiveAddress(meeting)}>ZIP</ButtonLink>
      </Actions>
      {hasClosed(papers) && (
        <Paragraph small>Hier staan ook besloten stukken in. Wie het bestand maakt, staat in het logboek.</Paragraph>
      )}
    </>
  )
}

/** For who has the papers of an earlier moment: what came after it. */
export function SinceLinks({ meeting, papers }: { meeting: string; papers: Papers }) {
  // After the newest nothing came.
  const moments = followingMoments(papers).slice(1)
  if (moments.length === 0) return null
  return (
    <>
      <Paragraph>Hebt u al een deel? Kies tot wanneer u de stukken hebt.</Paragraph>
      <List
        items={moments.map((one) => (
          <TextLink href={followedAddress(meeting, one)}>Wat er na {moment(one)} bijkwam (PDF)</TextLink>
        ))}
      />
    </>
  )
}

/** On the page of a meeting: its papers to take along. */
export const bundleOfMeeting: OnMeeting = async (tx, meeting) => {
  const papers = papersOf(await itemsOf(tx, meeting.code), itemLabel)
  if (isEmpty(papers)) return null
  return (
    <Section id="meenemen" title="Stukken meenemen" intro="Wat u hier kunt lezen, als bestand." offPaper>
      <FileLinks meeting={meeting.code} papers={papers} />
      <Paragraph>
        <TextLink href={bundleAddress(meeting.code)}>Per punt als Word-bestand, en voor iBabs of Notubiz</TextLink>
      </Paragraph>
    </Section>
  )
}

/** On the page of an item: its note to write on. */
export const wordOfItem: OnItem = async (_tx, meeting, item) => (
  <Section id="word" title="Meenemen" offPaper>
    <Paragraph>
      <TextLink href={wordAddress(meeting.code, item)}>{`Oplegnotitie van punt ${itemLabel(item)} (Word)`}</TextLink>
    </Paragraph>
  </Section>
)
