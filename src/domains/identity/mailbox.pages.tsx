import { type ExampleMail, exampleMails } from '../../platform/mail/outbox.store'
import { EmptyState, Opening, Paragraph, Section, Stack, Tag } from '../../platform/ui'
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
        mails.map((mail, at) => (
          // Two mails may be about the same, and still have a heading of their own.
          <Section
            id={`mail-${mail.id}`}
            title={`${mail.subject} (mail ${mails.length - at})`}
            intro={`Aan ${mail.recipient}, ${moment(mail.putAt)}`}
          >
            <MailText mail={mail} />
            {mail.replyTo && (
              <Paragraph small quiet>
                Een antwoord gaat naar <span class="sv-breekt">{mail.replyTo}</span>
              </Paragraph>
            )}
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
        <p class="nl-paragraph sv-breekt">
          {part.split('\n').map((line, at) => (
            <>
              {at > 0 && <br />}
              {/^https?:\/\/\S+$/.test(line) ? (
                <a class="nl-link" href={line}>
                  {line}
                </a>
              ) : (
                line
              )}
            </>
          ))}
        </p>
      ))}
    </Stack>
  )
}
