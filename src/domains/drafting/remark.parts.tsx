import { Actions, Button, Fold, Form, Paragraph, RowList, Status, TextArea } from '../../platform/ui'
import { count, moment } from '../../platform/ui/wording'
import { newSecret } from '../../platform/web/secret'
import { chapterAddress } from './address.parts'
import type { Remark } from './chapter'

type About = {
  readonly draft: string
  readonly chapter: string
  readonly paragraph?: string
  readonly action?: string
}

/** What was remarked on one thing, with the way to reply, and to settle it for who writes the draft. */
export function Remarks(props: { about: About; remarks: readonly Remark[]; settles: boolean }) {
  const { about, settles } = props
  const open = props.remarks.filter(({ settled }) => !settled)
  const settled = props.remarks.filter((one) => one.settled)
  return (
    <>
      {open.length > 0 && (
        <RowList items={open.map((remark) => ({ content: <One about={about} remark={remark} settles={settles} /> }))} />
      )}
      {settled.length > 0 && (
        <Fold label={count(settled.length, 'afgehandelde opmerking', 'afgehandelde opmerkingen')}>
          <RowList
            items={settled.map((remark) => ({ content: <One about={about} remark={remark} settles={false} /> }))}
          />
        </Fold>
      )}
      <Fold label="Maak een opmerking">
        <RemarkForm about={about} name="tekst" label="Uw opmerking" button="Plaats de opmerking" />
      </Fold>
    </>
  )
}

function One({ about, remark, settles }: { about: About; remark: Remark; settles: boolean }) {
  const address = `${chapterAddress(about.draft, about.chapter)}/opmerkingen`
  return (
    <>
      <Paragraph>{remark.text}</Paragraph>
      <Paragraph small quiet>
        {remark.actedAs}, {moment(remark.at)}
      </Paragraph>
      {remark.replies.map((reply) => (
        <Paragraph>
          {reply.text}{' '}
          <span class="sv-stil sv-klein">
            Antwoord van {reply.actedAs}, {moment(reply.at)}
          </span>
        </Paragraph>
      ))}
      {remark.settled ? (
        <Status is="done" label={`afgehandeld door ${remark.settled.actedAs}, ${moment(remark.settled.at)}`} />
      ) : (
        <>
          <Fold label="Antwoord">
            <RemarkForm
              about={about}
              replyTo={remark.id}
              name={`tekst-${remark.id}`}
              label="Uw antwoord"
              button="Plaats het antwoord"
            />
          </Fold>
          {settles && (
            <Form action={`${address}/${remark.id}/afhandelen`}>
              <BackTo about={about} />
              <Button small>Afgehandeld</Button>
            </Form>
          )}
        </>
      )}
    </>
  )
}

/** Where somebody came from, by what it is about: never an address that a form could choose. */
const BackTo = ({ about }: { about: About }) => (
  <>
    {about.paragraph && <input type="hidden" name="alinea" value={about.paragraph} />}
    {about.action && <input type="hidden" name="actie" value={about.action} />}
  </>
)

export function RemarkForm(props: {
  about: About
  replyTo?: string
  name: string
  label: string
  button: string
  value?: string
  error?: string
}) {
  const { about, replyTo, name, error } = props
  return (
    <Form
      action={`${chapterAddress(about.draft, about.chapter)}/opmerkingen`}
      errors={error ? [{ field: name, message: error }] : []}
    >
      <input type="hidden" name="sleutel" value={newSecret()} />
      <BackTo about={about} />
      {replyTo && <input type="hidden" name="antwoord-op" value={replyTo} />}
      <TextArea name={name} label={props.label} value={props.value ?? ''} rows={3} {...(error ? { error } : {})} />
      <Actions>
        <Button>{props.button}</Button>
      </Actions>
    </Form>
  )
}
