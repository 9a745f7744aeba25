import type { Child } from 'hono/jsx'
import type { Fault } from '../../kernel/typed'
import {
  Actions,
  Button,
  ButtonLink,
  DataList,
  errorsAt,
  Fold,
  Form,
  KeepOrBack,
  KeptMeanwhile,
  Notice,
  Opening,
  Paragraph,
  Radios,
  Section,
  TextArea,
} from '../../platform/ui'
import { day, moment } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { textIn } from '../../platform/web/form-fields'
import { ConditionSection, type SentCondition } from './condition.parts'
import { listViewConditions } from './condition.store'
import { readView } from './entry'
import { type Addressee, asksAnswer, draftOf, type Proposal, seenOf, stances, type View, viewOf } from './proposal'
import {
  addresseeAddress,
  proposalAddress,
  proposalBreadcrumbs,
  StandingStatus,
  stanceNames,
  verdictNames,
} from './proposal.parts'
import { findProposal } from './proposal.store'
import { RoundSection } from './round.parts'
import { handsOf, keepView, releaseView, spokenIn } from './view.store'

/** An addressee of a step with what the asker may do about it; null when he may not know of it. */
export const findAddressee = (ask: Ask) =>
  ask.read(async (tx) => {
    const proposal = await findProposal(tx, ask.params.code ?? '')
    const step = proposal?.steps.find(({ seq }) => String(seq) === ask.params.stap)
    const addressee = step?.addressees.find(({ code }) => code === ask.params.wie)
    if (!proposal || !step || !addressee) return null
    const hands = ask.person ? (await handsOf(tx, proposal.code)).get(addressee.id) : undefined
    return {
      proposal,
      step,
      addressee,
      hands: hands ?? { drafterAs: null, releaserAs: null, chairAs: null, tellerAs: null, seats: [] },
      conditions: await listViewConditions(tx, { addressee: addressee.id }),
      spoken: step.mode === 'schriftelijk' && ask.person ? await spokenIn(tx, addressee.id) : [],
      address: addresseeAddress(proposal.code, step.seq, addressee.code),
    }
  })
export type FoundAddressee = NonNullable<Awaited<ReturnType<typeof findAddressee>>>

export const addresseeBreadcrumbs = ({ proposal, step, addressee, address }: FoundAddressee) => [
  ...proposalBreadcrumbs(proposal),
  { label: `Stap ${step.seq}: ${addressee.name}`, href: address },
]

const mayWrite = ({ proposal, step, addressee, hands }: FoundAddressee) =>
  hands.drafterAs !== null &&
  step.openedAt !== null &&
  !proposal.finishedAt &&
  (step.mode !== 'schriftelijk' || addressee.round?.result === 'bespreken')

/** What one instance or organisation says of a proposal: its released views, and for who writes or chairs the draft. */
export async function addresseePage(ask: Ask): Promise<Response> {
  const found = await findAddressee(ask)
  return found ? drawAddressee(ask, found) : ask.notFound()
}

/** Draws that page; `shown` is a form with what was wrong in it, in place of the fresh one. */
export function drawAddressee(
  ask: Ask,
  found: FoundAddressee,
  wrong: { readonly typed: (name: string) => string; readonly faults: readonly Fault[] } | null = null,
  status: 200 | 409 | 422 = 200,
  sent: SentCondition | null = null,
) {
  const { proposal, step, addressee, hands, address } = found
  const draft = draftOf(addressee)
  const released = addressee.views.filter(({ releasedAt }) => releasedAt !== null)
  const [text] = proposal.texts
  const isRound = step.mode === 'schriftelijk' && step.openedAt !== null
  return ask.page(
    { title: `${addressee.name} over ${text.title}`, breadcrumbs: addresseeBreadcrumbs(found) },
    <>
      <Opening
        title={isRound ? text.title : addressee.name}
        lead={isRound ? `Schriftelijke ronde van ${addressee.name}.` : `Over: ${text.title}.`}
        meta={[
          `stap ${step.seq} van ${proposal.steps.length}`,
          ...(isRound && !addressee.round
            ? []
            : [<StandingStatus step={step} addressee={addressee} today={ask.today} />]),
          ...(step.term ? [`antwoorden tot en met ${day(step.term)}`] : []),
        ]}
      >
        {ask.query.has('bewaard') && (
          <Notice kind="done" announce title="Bewaard.">
            {draft && ask.query.get('bewaard') !== 'voorwaarde'
              ? 'Alleen wie dit schrijft en de voorzitter zien het concept.'
              : 'Wie op de route zit, ziet het nu.'}
          </Notice>
        )}
        {mayWrite(found) && (
          <Actions>
            <ButtonLink href={`${address}/schrijven`} kind="primary">
              {draft
                ? 'Werk het concept bij'
                : released.length > 0
                  ? 'Schrijf een nieuwe versie'
                  : 'Schrijf de zienswijze'}
            </ButtonLink>
          </Actions>
        )}
      </Opening>
      {draft && <DraftSection found={found} draft={draft} collides={status === 409 && sent === null} />}
      {isRound && <ProposalText proposal={proposal} isOpen />}
      {isRound && <RoundSection found={found} wrong={wrong} today={ask.today} />}
      {released.map((view, at) => (
        <Section
          id={`versie-${view.version}`}
          title={at === 0 ? 'Wat is vrijgegeven' : `Eerdere versie ${view.version}`}
          intro={`Vrijgegeven op ${moment(view.releasedAt ?? '')} door: ${view.releasedAs}.`}
        >
          <ViewList view={view} />
          {at === 0 && hands.tellerAs && asksAnswer(view) && !proposal.finishedAt && (
            <Actions>
              <ButtonLink href={`${address}/antwoord`}>Meld terug wat ermee is gedaan</ButtonLink>
            </Actions>
          )}
        </Section>
      ))}
      <ConditionSection
        conditions={found.conditions}
        recording={
          hands.drafterAs
            ? {
                as: hands.drafterAs,
                address: (seq) => `${address}/voorwaarden/${seq}`,
                today: ask.today,
                droppers: null,
                sent,
              }
            : null
        }
      />
      {!isRound && <ProposalText proposal={proposal} />}
    </>,
    status,
  )
}

function ProposalText({ proposal: { code, texts }, isOpen = false }: { proposal: Proposal; isOpen?: boolean }) {
  const [{ version, body }] = texts
  return (
    <Section id="voorstel" title="Het voorstel" intro={`Versie ${version} van de tekst.`}>
      {isOpen ? (
        <Paragraph>{body}</Paragraph>
      ) : (
        <Fold label="Lees de tekst">
          <Paragraph>{body}</Paragraph>
        </Fold>
      )}
      <Actions>
        <ButtonLink href={proposalAddress(code)}>Naar het voorstel en de route</ButtonLink>
      </Actions>
    </Section>
  )
}

function DraftSection({ found, draft, collides }: { found: FoundAddressee; draft: View; collides: boolean }) {
  const { hands, address, proposal } = found
  return (
    <Section id="concept" title="Concept" intro="Anderen zien dit niet, en kunnen niet weten dat het er is.">
      {collides && <KeptMeanwhile>{`Het concept is veranderd sinds u het zag, door: ${draft.actedAs}.`}</KeptMeanwhile>}
      <ViewList view={draft} />
      {hands.releaserAs && !proposal.finishedAt && (
        <Form action={`${address}/vrijgeven`}>
          <input type="hidden" name="versie" value={seenOf(draft)} />
          <Paragraph>
            {`U geeft vrij als: ${hands.releaserAs}. Daarna verandert het niet meer. Er kan wel een nieuwe versie volgen, met een reden.`}
          </Paragraph>
          <Actions>
            <Button kind="primary">Geef deze zienswijze vrij</Button>
          </Actions>
        </Form>
      )}
    </Section>
  )
}

export function ViewList({ view }: { view: View }) {
  const rows: { term: string; value: Child }[] = [
    { term: 'Zienswijze', value: stanceNames[view.stance] },
    ...(view.condition ? [{ term: 'Voorwaarde', value: view.condition }] : []),
    ...(view.said ? [{ term: view.stance === 'antwoord' ? 'Antwoord' : 'Toelichting', value: view.said }] : []),
    ...(view.reason ? [{ term: 'Waarom een nieuwe versie', value: view.reason }] : []),
    { term: 'Over de tekst', value: `versie ${view.textVersion}` },
    { term: 'Geschreven door', value: view.actedAs },
    ...view.told.map(({ verdict, why, at, actedAs }) => ({
      term: 'Wat ermee is gedaan',
      value: `${verdictNames[verdict]}. ${why} (${actedAs}, ${moment(at)})`,
    })),
  ]
  return <DataList items={rows} />
}

/** Where the secretary of an instance, or the adviser of an organisation, writes what it says. */
export async function viewFormPage(ask: Ask): Promise<Response> {
  const found = await findAddressee(ask)
  if (!found || !mayWrite(found)) return ask.notFound()
  return drawForm(ask, found, typedOf(draftOf(found.addressee)), seenOf(found.addressee.views[0]), [])
}

const typedOf =
  (view: View | null) =>
  (name: string): string =>
    ({
      zienswijze: view?.stance,
      toelichting: view?.said,
      voorwaarde: view?.condition,
      reden: view?.reason,
    })[name] ?? ''

const follows = (addressee: Addressee) => viewOf(addressee) !== null

export async function viewForm(ask: Ask): Promise<Response> {
  const typed = textIn(await ask.form())
  const found = await findAddressee(ask)
  if (!found || !mayWrite(found)) return ask.notFound()
  const { addressee, step, address } = found
  const seen = typed('versie')
  const draft = readView(typed, step.mode, follows(addressee))
  if ('faults' in draft) return drawForm(ask, found, typed, seen, draft.faults)
  const kept = await ask.write((tx) => keepView(tx, addressee.id, seen, draft))
  if (kept === 'botst') return drawForm(ask, found, typed, seenOf(addressee.views[0]), [], true)
  return kept ? ask.redirect(`${address}?bewaard=ja`) : ask.notFound()
}

function drawForm(
  ask: Ask,
  found: FoundAddressee,
  typed: (name: string) => string,
  seen: string,
  faults: readonly Fault[],
  collides = false,
) {
  const { proposal, step, addressee, hands, address } = found
  const errorAt = errorsAt(faults)
  const asks = step.mode === 'vragen'
  const theirs = addressee.views[0]
  const title = asks ? 'Schrijf het antwoord' : 'Schrijf de zienswijze'
  return ask.page(
    {
      title: `${title}: ${addressee.name} over ${proposal.texts[0].title}`,
      breadcrumbs: [...addresseeBreadcrumbs(found), { label: title, href: `${address}/schrijven` }],
    },
    <>
      <Opening
        title={title}
        lead={`Van ${addressee.name}, over: ${proposal.texts[0].title}.`}
        meta={[
          `U schrijft als: ${hands.drafterAs}`,
          addressee.isInstance ? 'de voorzitter geeft het vrij' : 'u geeft het daarna zelf vrij',
        ]}
      >
        {collides && theirs && <KeptMeanwhile>{`Intussen bewaarde ${theirs.actedAs} een andere tekst.`}</KeptMeanwhile>}
      </Opening>
      {collides && theirs && (
        <Section id="intussen" title="Wat er intussen staat">
          <ViewList view={theirs} />
        </Section>
      )}
      <Section id="formulier" title={asks ? 'Het antwoord' : 'De zienswijze'}>
        <Form action={`${address}/schrijven`} errors={[...faults]}>
          <input type="hidden" name="versie" value={seen} />
          {!asks && (
            <Radios
              name="zienswijze"
              label="Wat vindt het overleg?"
              value={typed('zienswijze')}
              options={stances.map((one) => ({ value: one, label: stanceNames[one] }))}
              {...errorAt('zienswijze')}
            />
          )}
          {!asks && (
            <TextArea
              name="voorwaarde"
              label="Voorwaarde"
              description="Alleen bij instemmen onder voorwaarde, dan verplicht. Eén voorwaarde per regel."
              optional
              rows={3}
              value={typed('voorwaarde')}
              {...errorAt('voorwaarde')}
            />
          )}
          <TextArea
            name="toelichting"
            label={asks ? 'Antwoord' : 'Toelichting'}
            description="Van het overleg als geheel. Schrijf niet op wie wat vond."
            optional={!asks}
            rows={5}
            value={typed('toelichting')}
            {...errorAt('toelichting')}
          />
          {follows(addressee) && (
            <TextArea
              name="reden"
              label="Waarom is er een nieuwe versie?"
              rows={2}
              value={typed('reden')}
              {...errorAt('reden')}
            />
          )}
          <KeepOrBack back={address} />
        </Form>
      </Section>
    </>,
    collides ? 409 : faults.length > 0 ? 422 : 200,
  )
}

/** Releases the draft that was seen. */
export async function releaseForm(ask: Ask): Promise<Response> {
  const typed = textIn(await ask.form())
  const found = await findAddressee(ask)
  if (!found) return ask.notFound()
  const released = await ask.write((tx) => releaseView(tx, found.addressee.id, typed('versie'), ask.requestId))
  if (released === 'botst') return drawAddressee(ask, found, null, 409)
  return released ? ask.redirect(`${found.address}?bewaard=ja`) : ask.notFound()
}
