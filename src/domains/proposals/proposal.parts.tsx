import type { Child } from 'hono/jsx'
import type { Day } from '../../kernel/day'
import {
  ColumnList,
  DataTable,
  Fold,
  ListLink,
  Notice,
  Paragraph,
  Section,
  Status,
  TextLink,
  Timeline,
} from '../../platform/ui'
import { capital, day, moment } from '../../platform/ui/wording'
import {
  type Addressee,
  currentStep,
  nextStep,
  type Proposal,
  type Stance,
  type Step,
  standingOf,
  type Verdict,
  viewOf,
  type Word,
} from './proposal'
import type { Mode } from './route'
import type { Hands } from './view.store'

export const proposalsAddress = '/voorstellen'
export const newProposalAddress = `${proposalsAddress}/nieuw`
export const proposalAddress = (code: string) => `${proposalsAddress}/${encodeURIComponent(code)}`
export const stepAddress = (code: string, seq: number) => `${proposalAddress(code)}/stappen/${seq}`
export const addresseeAddress = (code: string, seq: number, who: string) =>
  `${stepAddress(code, seq)}/bij/${encodeURIComponent(who)}`

export const modeNames: Readonly<Record<Mode, string>> = {
  voorbereiden: 'bereidt voor',
  besluiten: 'besluit',
  adviseren: 'adviseert',
  vragen: 'krijgt een vraag',
  schriftelijk: 'schriftelijke ronde',
}

export const stanceNames: Readonly<Record<Stance, string>> = {
  instemmen: 'instemmen',
  voorwaarde: 'instemmen onder voorwaarde',
  aanhouden: 'aanhouden',
  niet: 'niet instemmen',
  antwoord: 'antwoord',
}

export const verdictNames: Readonly<Record<Verdict, string>> = {
  overgenomen: 'overgenomen',
  deels: 'deels overgenomen',
  niet: 'niet overgenomen',
}

export const wordNames: Readonly<Record<Word, string>> = {
  akkoord: 'akkoord',
  opmerking: 'akkoord met opmerking',
  niet: 'niet akkoord: bespreken',
}

export const proposalBreadcrumbs = (proposal?: Proposal) => [
  { label: 'Voorstellen', href: proposalsAddress },
  ...(proposal ? [{ label: proposal.texts[0].title, href: proposalAddress(proposal.code) }] : []),
]

/** Where a proposal is, in a few words. */
export function whereWords(proposal: Proposal): string {
  if (proposal.result) return `afgesloten: ${proposal.result}`
  const now = currentStep(proposal)
  if (now) return `stap ${now.seq} van ${proposal.steps.length}: ${now.who}, tot en met ${day(now.term ?? '')}`
  const next = nextStep(proposal)
  return next
    ? `wacht op stap ${next.seq} van ${proposal.steps.length}: ${next.who}`
    : `alle ${proposal.steps.length} stappen zijn klaar`
}

function StepState({ step, isEnded }: { step: Step; isEnded: boolean }) {
  if (isEnded && !step.closedAt)
    return <Status is="noReport" label={step.openedAt ? 'niet afgerond' : 'niet aan de beurt gekomen'} />
  if (step.closedAt) return <Status is="done" label={`klaar op ${moment(step.closedAt)}`} />
  return step.openedAt ? (
    <Status is="onCourse" label={`loopt tot en met ${day(step.term ?? '')}`} />
  ) : (
    <Status is="noReport" label="nog niet aan de beurt" />
  )
}

/** How many of the addressees answered; nothing where there is one or none. */
function answeredWords({ addressees, openedAt }: Step): string | null {
  if (addressees.length < 2 || openedAt === null) return null
  const released = addressees.filter((one) => viewOf(one)).length
  return `${released} van de ${addressees.length} zienswijzen ${released === 1 ? 'is' : 'zijn'} vrijgegeven.`
}

/** The route as an ordered list, with how far it is. */
export function RouteList({ proposal }: { proposal: Proposal }) {
  return (
    <Timeline
      items={proposal.steps.map((step) => ({
        when: `Stap ${step.seq}`,
        children: (
          <>
            <strong>{step.who}</strong> ({modeNames[step.mode]}){' '}
            <StepState step={step} isEnded={proposal.finishedAt !== null} />
            {answeredWords(step) && <Paragraph small>{answeredWords(step)}</Paragraph>}
            {step.outcome && <Paragraph small>Uitkomst: {step.outcome}</Paragraph>}
          </>
        ),
      }))}
    />
  )
}

const standingSigns = {
  later: ['noReport', 'nog niet aan de beurt'],
  'niet vrijgegeven': ['waiting', 'nog niet vrijgegeven'],
  'geen antwoord': ['unknown', 'geen antwoord: onbekend'],
} as const

const stanceSigns = {
  instemmen: 'yes',
  voorwaarde: 'partial',
  aanhouden: 'stalled',
  niet: 'no',
  antwoord: 'yes',
} as const satisfies Record<Stance, Parameters<typeof Status>[0]['is']>

/** What an addressee said, as far as it is released. */
export function StandingStatus({ step, addressee, today }: { step: Step; addressee: Addressee; today: Day }) {
  const view = viewOf(addressee)
  if (view) return <Status is={stanceSigns[view.stance]} label={stanceNames[view.stance]} />
  const standing = standingOf(step, addressee, today)
  if (standing === 'vrijgegeven') return null
  const [sign, label] = standingSigns[standing]
  return <Status is={sign} label={label} />
}

/** The views of a step beside each other, with what was done with each. */
function ViewTable(props: { proposal: Proposal; step: Step; hands: ReadonlyMap<string, Hands>; today: Day }) {
  const { proposal, step, hands, today } = props
  const silent = step.addressees.filter((one) => !viewOf(one))
  const isFolded = silent.length > mostSilent
  const shown = isFolded ? step.addressees.filter((one) => viewOf(one)) : step.addressees
  const views = (
    <DataTable
      caption={`Zienswijzen in stap ${step.seq}`}
      hiddenCaption
      rows={shown}
      rowId={({ code }) => `stap-${step.seq}-${code}`}
      columns={[
        {
          head: 'Wie',
          rowHead: true,
          cell: (one) => <ListLink href={addresseeAddress(proposal.code, step.seq, one.code)}>{one.name}</ListLink>,
        },
        {
          head: 'Zienswijze',
          cell: (one) => (
            <>
              <StandingStatus step={step} addressee={one} today={today} />
              {one.round?.result === 'bespreken' && (
                <Paragraph small>Na de schriftelijke ronde komt dit in de vergadering.</Paragraph>
              )}
            </>
          ),
        },
        { head: 'Voorwaarde of toelichting', cell: (one) => <Said addressee={one} /> },
        {
          head: 'Wat ermee is gedaan',
          cell: (one) => <ToldBack proposal={proposal} step={step} addressee={one} hands={hands.get(one.id)} />,
        },
      ]}
    />
  )
  if (!isFolded) return views
  return (
    <>
      {shown.length > 0 && views}
      <Fold label={`${silent.length} ${silentWords(proposal, step, today)}`}>
        <ColumnList
          groups={[
            {
              items: silent.map(({ code, name }) => ({
                label: name,
                href: addresseeAddress(proposal.code, step.seq, code),
              })),
            },
          ]}
        />
      </Fold>
    </>
  )
}

/** More who said nothing than this are folded. */
const mostSilent = 8

const silentWords = ({ finishedAt }: Proposal, { term, closedAt }: Step, today: Day) =>
  finishedAt === null && closedAt === null && term !== null && today <= term
    ? 'nog niet vrijgegeven'
    : 'zonder antwoord: onbekend wat zij vinden'

function Said({ addressee }: { addressee: Addressee }): Child {
  const view = viewOf(addressee)
  if (!view) return null
  return (
    <>
      {view.condition && (
        <Paragraph>
          <strong>Voorwaarde:</strong> {view.condition}
        </Paragraph>
      )}
      {view.said && <Paragraph>{view.said}</Paragraph>}
      {!view.condition && !view.said && 'geen'}
    </>
  )
}

function ToldBack(props: { proposal: Proposal; step: Step; addressee: Addressee; hands: Hands | undefined }): Child {
  const { proposal, step, addressee, hands } = props
  const view = viewOf(addressee)
  if (!view) return null
  const [told] = view.told
  const address = `${addresseeAddress(proposal.code, step.seq, addressee.code)}/antwoord`
  if (told)
    return (
      <>
        {capital(verdictNames[told.verdict])}. {told.why}
      </>
    )
  if (view.stance === 'instemmen' && !view.said) return 'hier is niets terug te melden'
  return (
    <>
      nog niet teruggemeld{' '}
      {hands?.tellerAs && !proposal.finishedAt && <TextLink href={address}>Meld terug aan {addressee.name}</TextLink>}
    </>
  )
}

/** A step with what it gave. */
export function StepSection(props: { proposal: Proposal; step: Step; hands: ReadonlyMap<string, Hands>; today: Day }) {
  const { step } = props
  return (
    <Section
      id={`stap-${step.seq}`}
      title={`Stap ${step.seq}: ${step.who}`}
      intro={`${capital(modeNames[step.mode])}.${step.openedAt ? ` Begonnen op ${moment(step.openedAt)}.` : ''}`}
      full
    >
      {step.outcome && <Notice title="Uitkomst.">{step.outcome}</Notice>}
      <ViewTable {...props} />
    </Section>
  )
}
