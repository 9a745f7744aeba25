import type { Child } from 'hono/jsx'
import { isUuid } from '../../kernel/typed'
import type { Reader } from '../../platform/db/database'
import { Actions, Button, Form, List, ListLink, Section, SelectField } from '../../platform/ui'
import type { Ask } from '../../platform/web/ask'
import { itemAddress, type OnItem, type OnMeeting, standingIn } from '../meetings'
import { viewOf } from './proposal'
import { proposalAddress, RouteList, verdictNames, whereWords } from './proposal.parts'
import { listProposals, nameOnItem } from './proposal.store'

/** On the page of an item: the route so far of the proposal it is about, and for the secretary which one that is. */
export const proposalOfItem: OnItem = async (tx, meeting, item, ask) => {
  const [proposal] = await listProposals(tx, { item: item.id })
  const { secretaryAs } = ask.person ? await standingIn(tx, meeting.instance.code) : { secretaryAs: null }
  const mayName = secretaryAs !== null && item.withdrawnBecause === null
  if (!proposal && !mayName) return null
  const choices = mayName ? await listProposals(tx) : []
  return (
    <Section id="voorstel" title="Het voorstel en zijn route">
      {proposal && (
        <>
          <ListLink href={proposalAddress(proposal.code)}>{proposal.texts[0].title}</ListLink>
          <RouteList proposal={proposal} />
        </>
      )}
      {mayName && (
        <Form action={`${itemAddress(meeting.code, item)}/voorstel`}>
          <input type="hidden" name="regel" value={item.id} />
          <SelectField
            name="voorstel"
            label="Over welk voorstel gaat dit punt?"
            value={proposal?.code ?? ''}
            options={[
              { value: '', label: 'Geen voorstel' },
              ...choices.map(({ code, texts }) => ({ value: code, label: texts[0].title })),
            ]}
          />
          <Actions>
            <Button>Bewaar het voorstel bij dit punt</Button>
          </Actions>
        </Form>
      )}
    </Section>
  )
}

/** On the page of a meeting, for who sits there: the proposals along its instance, and what was done with what it said. */
export const proposalsOfMeeting: OnMeeting = async (tx, meeting, ask) =>
  ask.person ? inInstance(tx, meeting.instance.code) : null

async function inInstance(tx: Reader, instance: string): Promise<Child> {
  if ((await standingIn(tx, instance)).seats.length === 0) return null
  const found = (await listProposals(tx, { instance })).filter(({ publishedAt }) => publishedAt === null)
  if (found.length === 0) return null
  return (
    <Section id="voorstellen" title="Voorstellen langs dit overleg">
      <List
        items={found.map((proposal) => {
          const told = proposal.steps
            .flatMap(({ addressees }) => addressees)
            .filter(({ code }) => code === instance)
            .flatMap((one) => viewOf(one)?.told[0] ?? [])
          return (
            <>
              <ListLink href={proposalAddress(proposal.code)}>{proposal.texts[0].title}</ListLink> (
              {whereWords(proposal)})
              {told.map(({ verdict, why }) => ` Uw zienswijze is ${verdictNames[verdict]}: ${why}`)}
            </>
          )
        })}
      />
    </Section>
  )
}

/** Says which proposal an item is about; none takes it off. */
export async function nameForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const id = String(form.get('regel') ?? '')
  const code = String(form.get('voorstel') ?? '') || null
  const { code: meeting = '', punt = '' } = ask.params
  const isNamed = isUuid(id) && (await ask.write((tx) => nameOnItem(tx, meeting, id, code, ask.requestId)))
  return isNamed
    ? ask.redirect(`/vergaderingen/${encodeURIComponent(meeting)}/punten/${encodeURIComponent(punt)}?bewaard=ja`)
    : ask.notFound()
}
