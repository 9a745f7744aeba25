import { type ExampleMail, exampleMails } from '../../platform/mail/outbox.store'
import { EmptyState, Opening, Section, Stack, Tag } from '../../platform/ui'
import { moment } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'

/** The mails to example persons, which are never sent. Exists in example mode only. */
export async function mailboxPage(ask: Ask): Promise<Response> {
  const mails = await ask.read(exampleMails)
  return ask.page(
    { title: 'Postvak', breadcrumbs: [{ label: 'Postvak', href: '/postvak' }] },
    <>
      <Opening
        title="Postvak van de voorbeeldpersonen"
        lead="Deze mails zijn niet verstuurd. U leest ze alleen hier, op deze machine."
        meta={[<Tag />]}
      />
      {mails.length === 0 ? (
        <EmptyState title="Er is nog geen mail." action={{ label: 'Vraag een inloglink', href: '/inloggen' }}>
          Vraag een link voor een van de voorbeeldpersonen.
        </EmptyState>
      ) : (
        mails.map((mail) => (
          <Section id={`mail-${mail.id}`} title={mail.subject} intro={`Aan ${mail.recipient}, ${moment(mail.putAt)}`}>
            <MailText mail={mail} />
          </Section>
        ))
      )}
    </>,
  )
}

/** The text of a mail as the receiver sees it: paragraphs, and addresses that can be followed. */
function MailText({ mail }: { mail: ExampleMail }) {
  const parts = mail.body.split(/\n{2,}/).map((part) => part.trim())
  return (
    <Stack tight>
      {parts.filter(Boolean).map((part) => (
        <p class="nl-paragraph">
          {/^https?:\/\/\S+$/.test(part) ? (
            <a class="nl-link sv-breekt" href={part}>
              {part}
            </a>
          ) : (
            part
          )}
        </p>
      ))}
    </Stack>
  )
}
