import {
  Actions,
  Button,
  ButtonLink,
  EmptyState,
  Fold,
  Form,
  List,
  ListLink,
  Notice,
  Opening,
  Paragraph,
  RowList,
  Section,
  TextLink,
} from '../../platform/ui'
import { day, moment } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { meetingAddress } from '../meetings'
import { currentStep, nextStep, type Proposal, type Text, untold } from './proposal'
import {
  addresseeAddress,
  proposalAddress,
  proposalBreadcrumbs,
  RouteList,
  StepSection,
  stepAddress,
  whereWords,
} from './proposal.parts'
import { findProposal, itemsNaming, keeperOf, publishProposal } from './proposal.store'
import { handsOf } from './view.store'

/** One proposal: its text, its route, what each instance said of it and what was done with that. */
export async function proposalPage(ask: Ask): Promise<Response> {
  const found = await ask.read(async (tx) => {
    const proposal = await findProposal(tx, ask.params.code ?? '')
    return (
      proposal && {
        proposal,
        keeper: ask.person ? await keeperOf(tx, proposal.code) : null,
        hands: ask.person ? await handsOf(tx, proposal.code) : new Map(),
        items: await itemsNaming(tx, proposal.code),
      }
    )
  })
  if (!found) return ask.notFound()
  const { proposal, keeper, hands, items } = found
  const [text, ...earlier] = proposal.texts
  const open = untold(proposal)
  return ask.page(
    {
      title: text.title,
      description: proposal.publishedAt ? `Voorstel: ${text.title}.` : 'Een voorstel.',
      breadcrumbs: proposalBreadcrumbs(proposal),
    },
    <>
      <Opening
        title={text.title}
        lead={`Ingebracht door ${proposal.broughtBy}. Nu: ${whereWords(proposal)}.`}
        meta={[
          `route: ${proposal.routeName}`,
          `begonnen op ${moment(proposal.at)}`,
          ...(proposal.decision
            ? [
                <TextLink
                  href={`/besluiten/${proposal.decision}`}
                >{`gevraagd met besluit ${proposal.decision}`}</TextLink>,
              ]
            : []),
          proposal.publishedAt ? 'openbaar' : 'niet openbaar: voor wie op de route zit',
        ]}
      >
        {proposal.isExample && (
          <Notice title="Dit is een voorbeeld.">Het is verzonnen om te laten zien hoe het werkt.</Notice>
        )}
        {ask.query.has('bewaard') && (
          <Notice kind="done" announce title="Bewaard.">
            Hieronder ziet u hoe het nu staat.
          </Notice>
        )}
        {proposal.result && (
          <Notice title={`Afgesloten: ${proposal.result}.`}>{proposal.resultNote ?? 'Er is geen toelichting.'}</Notice>
        )}
        {keeper && <KeeperActions proposal={proposal} />}
      </Opening>
      <Section id="route" title="De route">
        <RouteList proposal={proposal} />
      </Section>
      <Section id="tekst" title="Tekst" intro={`Versie ${text.version}, van ${moment(text.at)}.`}>
        <TextVersion text={text} />
        {earlier.map((one) => (
          <Fold label={`Versie ${one.version}, van ${moment(one.at)}`}>
            <TextVersion text={one} />
          </Fold>
        ))}
      </Section>
      {proposal.steps
        .filter(({ addressees, openedAt }) => openedAt !== null && addressees.length > 0)
        .map((step) => (
          <StepSection proposal={proposal} step={step} hands={hands} today={ask.today} />
        ))}
      <Section
        id="terugmelden"
        title="Nog terug te melden"
        intro="Elk overleg hoort wat er met zijn zienswijze is gedaan."
      >
        {open.length === 0 ? (
          <EmptyState title="Er staat niets open." />
        ) : (
          <RowList
            items={open.map(({ step, addressee }) => ({
              content: (
                <ListLink href={addresseeAddress(proposal.code, step.seq, addressee.code)}>
                  {`Stap ${step.seq}: ${addressee.name}`}
                </ListLink>
              ),
            }))}
          />
        )}
      </Section>
      {items.length > 0 && (
        <Section id="agendas" title="Op welke agenda’s het stond">
          <List
            items={items.map(({ meeting, label, heldOn }) => (
              <ListLink href={`${meetingAddress(meeting)}/punten/${label}`}>
                {`Punt ${label} van ${meeting}, ${day(heldOn)}`}
              </ListLink>
            ))}
          />
        </Section>
      )}
    </>,
  )
}

function TextVersion({ text }: { text: Text }) {
  return (
    <>
      {text.changeNote && (
        <Notice title="Wat er anders is.">
          {text.changeNote}
          {text.becauseOf ? ` Naar aanleiding van ${text.becauseOf}.` : ''}
        </Notice>
      )}
      {text.body.split(/\n{2,}/).map((paragraph) => (
        <Paragraph>{paragraph}</Paragraph>
      ))}
    </>
  )
}

function KeeperActions({ proposal }: { proposal: Proposal }) {
  const address = proposalAddress(proposal.code)
  if (proposal.publishedAt) return null
  if (proposal.finishedAt)
    return (
      <Form action={`${address}/openbaar`}>
        <Actions>
          <Button>Maak dit voorstel openbaar</Button>
        </Actions>
      </Form>
    )
  const now = currentStep(proposal)
  const next = nextStep(proposal)
  return (
    <Actions>
      {now && (
        <ButtonLink href={stepAddress(proposal.code, now.seq)} kind="primary">
          {`Rond stap ${now.seq} af`}
        </ButtonLink>
      )}
      {next && (
        <ButtonLink href={stepAddress(proposal.code, next.seq)} kind="primary">
          {`Begin stap ${next.seq}`}
        </ButtonLink>
      )}
      <ButtonLink href={`${address}/tekst`}>Wijzig de tekst</ButtonLink>
      <ButtonLink href={`${address}/afsluiten`}>Sluit het voorstel af</ButtonLink>
    </Actions>
  )
}

/** Shows a proposal whose route ended to everybody. */
export async function publishForm(ask: Ask): Promise<Response> {
  const code = ask.params.code ?? ''
  const isDone = await ask.write((tx) => publishProposal(tx, code, ask.requestId))
  return isDone ? ask.redirect(`${proposalAddress(code)}?bewaard=ja`) : ask.notFound()
}
