import type { Reader } from '../../platform/db/database'
import { ButtonLink, Paragraph, TextLink } from '../../platform/ui'
import { type AnnouncedKind, type Announcement, standingMoment } from './announcement'
import { announceAddress, calendarAddress, momentWords } from './announcement.parts'
import { announcementOf, announcingBureaus, listAnnouncements } from './announcement.store'

/** How something that is not published yet stands on the calendar, for who announces it; null when that is not his to do. */
export async function announcing(
  tx: Reader,
  of: { readonly kind: AnnouncedKind; readonly subject: string; readonly owner: string },
): Promise<{ readonly announced: Announcement | null } | null> {
  if (!(await announcingBureaus(tx)).some(({ code }) => code === of.owner)) return null
  const code = await announcementOf(tx, of.kind, of.subject)
  const [announced] = code === null ? [] : await listAnnouncements(tx, code)
  return { announced: announced ?? null }
}

/** The way to announce something; once it is announced, when it comes and the way to move that. */
export function Announcing(props: {
  of: Parameters<typeof announceAddress>[0]
  found: NonNullable<Awaited<ReturnType<typeof announcing>>>
}) {
  const { announced } = props.found
  if (!announced) return <ButtonLink href={announceAddress(props.of)}>Zet het op de publicatiekalender</ButtonLink>
  return (
    <Paragraph>
      Het stuk staat op de <TextLink href={`${calendarAddress}#${announced.code}`}>publicatiekalender</TextLink> voor{' '}
      {momentWords(standingMoment(announced))}.{' '}
      <TextLink href={`${calendarAddress}/${announced.code}/verplaatsen`}>Verplaats</TextLink>
    </Paragraph>
  )
}
