import { type annotatedItems, FinishedAnnotation, newestReady, type ownAdvisers } from '../domains/annotations'
import { type ContactPoint, telephoneLink } from '../domains/governance'
import { type Item, itemAddress, itemLabel, kindNames } from '../domains/meetings'
import { Actions, ButtonLink, EmptyState, Fold, Heading, Hidden, Paragraph } from '../platform/ui'

/** A paper with what was written about it for the reader; null where nobody advises him. */
export type PaperOnPhone = { readonly item: Item } & (
  | Pick<Awaited<ReturnType<typeof annotatedItems>>[number], 'versions' | 'now'>
  | { readonly versions: null; readonly now: null }
)

/** The papers of a meeting, each to unfold: what is asked, and the annotation. What a closed one asks stands on its own page only. */
export function PapersOf(props: { meeting: string; isSent: boolean; papers: readonly PaperOnPhone[] }) {
  const { meeting, isSent, papers } = props
  if (papers.length === 0)
    return (
      <EmptyState title={isSent ? 'Er staan geen stukken voor u op de agenda.' : 'De agenda is nog niet verzonden.'} />
    )
  return (
    <>
      <Heading level={3}>Stukken</Heading>
      {papers.map(({ item, versions, now }) => {
        const [paper] = item.papers
        const ready = versions && newestReady(versions)
        return (
          <Fold label={`${itemLabel(item)}. ${paper.title}${ready ? ' (met annotatie)' : ''}`}>
            <Paragraph small>
              {kindNames[paper.kind]}
              {item.withdrawnBecause === null ? '' : `; van de agenda gehaald: ${item.withdrawnBecause}`}
            </Paragraph>
            {item.closing === null && paper.note.asked !== '' && <Paragraph>Gevraagd: {paper.note.asked}</Paragraph>}
            <Actions>
              <ButtonLink href={itemAddress(meeting, item)}>{`Lees het stuk bij punt ${itemLabel(item)}`}</ButtonLink>
            </Actions>
            {ready && now && <FinishedAnnotation annotation={ready} now={now} />}
            {versions && !ready && <Paragraph quiet>Er is bij dit punt nog geen annotatie klaar.</Paragraph>}
          </Fold>
        )
      })}
    </>
  )
}

/** Whom to ring: by the directory of points of contact with one press, and colleagues with an account by mail. */
export function AdvisersOf(props: {
  contacts: readonly ContactPoint[]
  advisers: Awaited<ReturnType<typeof ownAdvisers>>
}) {
  const { contacts, advisers } = props
  if (contacts.length + advisers.length === 0) return <Paragraph>Wie u adviseert, is hier niet bekend.</Paragraph>
  return (
    <>
      {contacts.map(({ title, organisation, telephone, mailbox }) => (
        <>
          <Paragraph>
            {title}, {organisation.name}
          </Paragraph>
          <Actions>
            {telephone && <ButtonLink href={telephoneLink(telephone)}>{`Bel ${telephone}`}</ButtonLink>}
            {mailbox && (
              <ButtonLink href={`mailto:${mailbox}`}>
                Mail
                <Hidden>{` ${title}, ${organisation.name}`}</Hidden>
              </ButtonLink>
            )}
          </Actions>
        </>
      ))}
      {advisers.map(({ name, title, email }) => (
        <>
          <Paragraph>{title}</Paragraph>
          <Actions>
            <ButtonLink href={`mailto:${email}`}>{`Mail ${name}`}</ButtonLink>
          </Actions>
        </>
      ))}
    </>
  )
}
