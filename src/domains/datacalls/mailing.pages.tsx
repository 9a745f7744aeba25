import { Actions, Button, DataTable, Form, Notice, Paragraph, Section } from '../../platform/ui'
import { count, moment } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import type { Call } from './call'
import { callAddress } from './call.parts'
import { wordListFrom } from './mailed.parts'
import type { Mailing } from './mailed.store'
import { sendLists, unanswered } from './mailing.verbs'

/** Mails the holders of a call their lists. */
export async function mailLists(ask: Ask): Promise<Response> {
  const { baseUrl, answersAt } = ask.installation
  const post = { word: wordListFrom(baseUrl, answersAt !== null), domain: answersAt }
  const code = ask.params.code ?? ''
  const mailed = await ask.write((tx) => sendLists(tx, code, post, ask.requestId))
  return mailed === null ? ask.notFound() : ask.redirect(`${callAddress(code)}?gemaild=${mailed}#mailen`)
}

/** For whoever asks: mailing the lists, and what was mailed before. */
export function MailingSection({ call, mailings, ask }: { call: Call; mailings: readonly Mailing[]; ask: Ask }) {
  const holders = unanswered(call)
  const mailed = ask.query.get('gemaild')
  return (
    <Section
      id="mailen"
      title="Mail de lijst"
      intro={
        ask.installation.answersAt === null
          ? 'De mensen van een houder krijgen hun lijst, met een link om in te vullen.'
          : 'De mensen van een houder krijgen hun lijst. Zij antwoorden op de mail, en hun cijfers staan hier. Ondertekenen doen zij op de site.'
      }
    >
      {mailed !== null && /^\d+$/.test(mailed) && (
        <Notice
          kind={mailed === '0' ? 'attention' : 'done'}
          announce
          title={mailed === '0' ? 'Er is niets gemaild.' : 'Gemaild.'}
        >
          {mailed === '0'
            ? 'Wie nog open cijfers heeft, kreeg de lijst vandaag al, of heeft hier niemand die invult.'
            : `${count(Number(mailed), 'persoon krijgt', 'personen krijgen')} de lijst.`}
        </Notice>
      )}
      {holders.length === 0 ? (
        <Paragraph>Elke houder heeft geantwoord. Er is niemand om te mailen.</Paragraph>
      ) : (
        <>
          <Paragraph>
            {count(holders.length, 'houder heeft', 'houders hebben')} nog open cijfers. Wie alles invulde, krijgt geen
            mail. In de laatste week krijgt wie nog niet klaar is vanzelf één herinnering.
          </Paragraph>
          <Form action={`${callAddress(call.code)}/mailen`}>
            <Actions>
              <Button>Mail de lijst aan {count(holders.length, 'houder', 'houders')}</Button>
            </Actions>
          </Form>
        </>
      )}
      <DataTable
        caption="Eerder gemaild"
        rows={mailings}
        empty="Er is nog niets gemaild."
        columns={[
          { head: 'Houder', rowHead: true, cell: ({ holder }) => holder.name },
          { head: 'Wat', cell: ({ kind }) => kind },
          { head: 'Aan', cell: ({ receivers }) => count(receivers, 'persoon', 'personen') },
          { head: 'Wanneer en door wie', cell: ({ at, actedAs }) => `${moment(at)}, ${actedAs}` },
        ]}
      />
    </Section>
  )
}
