import { type Fault, noDay } from '../../kernel/typed'
import type { TypedDay } from '../../kernel/typed-day'
import {
  Actions,
  Button,
  ButtonLink,
  Checkboxes,
  DateField,
  EmptyState,
  errorsAt,
  Fold,
  Form,
  List,
  Notice,
  Opening,
  Radios,
  Section,
  TextArea,
} from '../../platform/ui'
import { day } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { dayIn, textIn } from '../../platform/web/form-fields'
import { readTerm, readTold } from './entry'
import { wordStep } from './mail.parts'
import { nextStep, standingOf, untold, verdicts } from './proposal'
import { modeNames, proposalAddress, proposalBreadcrumbs, stepAddress, verdictNames } from './proposal.parts'
import { closeStep, findProposal, keeperOf, openStep } from './proposal.store'
import { tellBack } from './view.store'

const find = (ask: Ask) =>
  ask.read(async (tx) => {
    const proposal = await findProposal(tx, ask.params.code ?? '')
    const step = proposal?.steps.find(({ seq }) => String(seq) === ask.params.stap)
    const keeper = proposal && !proposal.finishedAt ? await keeperOf(tx, proposal.code) : null
    return proposal && step && keeper ? { proposal, step, keeper } : null
  })
type Found = NonNullable<Awaited<ReturnType<typeof find>>>

type Shown = {
  readonly typed: (name: string) => string
  readonly term: TypedDay
  readonly faults: readonly Fault[]
  /** The codes of those who are not asked. */
  readonly leftOut: readonly string[]
}
const nothing: Shown = { typed: () => '', term: noDay, faults: [], leftOut: [] }

/** Where who leads a proposal begins a step, rounds it off, or tells all of it at once what was done. */
export async function stepPage(ask: Ask): Promise<Response> {
  const found = await find(ask)
  return found ? draw(ask, found, nothing) : ask.notFound()
}

/** Brings the proposal to this step. */
export async function openForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const found = await find(ask)
  if (!found) return ask.notFound()
  const { proposal, step } = found
  const term = dayIn(form, 'termijn')
  const read = readTerm(term, ask.today)
  // Who was not on the form that was sent, is asked.
  const [shown, asked] = [form.getAll('gekend').map(String), new Set(form.getAll('aan').map(String))]
  const leftOut = shown.filter((code) => !asked.has(code))
  const again = { ...nothing, term, leftOut }
  if (typeof read !== 'string') return draw(ask, found, { ...again, faults: read.faults })
  if (shown.length > 0 && asked.size === 0)
    return draw(ask, found, { ...again, faults: [{ field: 'aan', message: 'Vink aan wie u het vraagt.' }] })
  const mail = wordStep(ask.installation.baseUrl, proposal, step, read)
  const isOpen = await ask.write((tx) =>
    openStep(tx, { proposal: proposal.code, seq: step.seq }, { until: read, leftOut }, mail, ask.requestId),
  )
  if (isOpen) return ask.redirect(`${proposalAddress(proposal.code)}?bewaard=ja`)
  if (nextStep(proposal)?.seq !== step.seq) return ask.notFound()
  const message =
    'Er is niemand bij wie deze stap kan liggen: van het gremium is nog geen overleg begonnen, of het is opgeheven.'
  return draw(ask, found, { ...again, faults: [{ field: 'termijn', message }] })
}

/** Rounds a step off with what came out of it. */
export async function closeForm(ask: Ask): Promise<Response> {
  const typed = textIn(await ask.form())
  const found = await find(ask)
  if (!found) return ask.notFound()
  const { proposal, step } = found
  const outcome = typed('uitkomst').trim()
  const refuse = (message: string) => draw(ask, found, { ...nothing, typed, faults: [{ field: 'uitkomst', message }] })
  if (outcome === '' || outcome.length > 2000)
    return refuse('Schrijf wat er uit deze stap kwam, in ten hoogste 2000 tekens.')
  const kept = await ask.write((tx) => closeStep(tx, proposal.code, step.seq, outcome, ask.requestId))
  if (kept === 'loopt')
    return refuse('Niet iedereen heeft geantwoord, en de termijn loopt nog. Rond de stap daarna af.')
  return kept ? ask.redirect(`${proposalAddress(proposal.code)}?bewaard=ja`) : ask.notFound()
}

/** Tells everybody of a step who was told nothing yet the same. */
export async function tellAllForm(ask: Ask): Promise<Response> {
  const typed = textIn(await ask.form())
  const found = await find(ask)
  if (!found) return ask.notFound()
  const { proposal, step } = found
  const told = readTold(typed)
  if ('faults' in told) return draw(ask, found, { ...nothing, typed, faults: told.faults })
  await ask.write((tx) => tellBack(tx, { proposal: proposal.code, seq: step.seq }, null, told, ask.requestId))
  return ask.redirect(`${proposalAddress(proposal.code)}?bewaard=ja#stap-${step.seq}`)
}

function draw(ask: Ask, { proposal, step, keeper }: Found, { typed, term, faults, leftOut }: Shown) {
  const errorAt = errorsAt(faults)
  const address = stepAddress(proposal.code, step.seq)
  const mine = untold(proposal).filter((one) => one.step.seq === step.seq)
  return ask.page(
    {
      title: `Stap ${step.seq} van ${proposal.texts[0].title}`,
      breadcrumbs: [...proposalBreadcrumbs(proposal), { label: `Stap ${step.seq}`, href: address }],
    },
    <>
      <Opening
        title={`Stap ${step.seq}: ${step.who}`}
        lead={
          step.mode === 'schriftelijk' ? 'Een schriftelijke ronde.' : `Wie aan de beurt is, ${modeNames[step.mode]}.`
        }
        meta={[`U doet dit als: ${keeper}`, ...(step.term ? [`antwoorden tot en met ${day(step.term)}`] : [])]}
      />
      {step.place !== 'indiener' && (step.openedAt !== null || step.addressees.length < 2) && (
        <Section id="bij" title="Bij wie">
          {step.addressees.length === 0 ? (
            <EmptyState title="Van dit gremium is er nog geen overleg begonnen.">
              Dan kan de stap niet beginnen. De programmamanager begint een overleg bij het gremium.
            </EmptyState>
          ) : (
            <List
              items={step.addressees.map(
                (one) =>
                  `${one.name}${standingOf(step, one, ask.today) === 'geen antwoord' ? ': geen antwoord, dus onbekend' : ''}`,
              )}
            />
          )}
        </Section>
      )}
      {nextStep(proposal)?.seq === step.seq && (
        <Section id="beginnen" title="Begin deze stap">
          <Form action={`${address}/beginnen`} errors={[...faults]}>
            <DateField
              name="termijn"
              label="Tot en met welke dag kan men antwoorden?"
              description="De secretarissen krijgen een mail, zonder de titel en de tekst."
              value={term}
              {...errorAt('termijn')}
            />
            {step.addressees.length > 1 && (
              <AskedFields
                step={step}
                leftOut={leftOut}
                isOpen={faults.some(({ field }) => field === 'aan')}
                errorAt={errorAt}
              />
            )}
            <Deed back={proposalAddress(proposal.code)} label="Begin deze stap" />
          </Form>
        </Section>
      )}
      {step.openedAt && !step.closedAt && (
        <Section id="afronden" title="Rond deze stap af">
          <Form action={`${address}/afronden`} errors={faults.filter(({ field }) => field === 'uitkomst')}>
            <TextArea
              name="uitkomst"
              label="Wat kwam eruit?"
              description="Wie op de route zit, leest dit. Wie niet antwoordde, telt niet als iemand zonder bezwaar."
              value={typed('uitkomst')}
              {...errorAt('uitkomst')}
            />
            <Deed back={proposalAddress(proposal.code)} label="Rond deze stap af" />
          </Form>
        </Section>
      )}
      {mine.length > 1 && <TellAll address={address} shown={{ typed, term, faults, leftOut }} mine={mine} />}
      {step.closedAt && <Notice title="Deze stap is klaar.">{step.outcome}</Notice>}
    </>,
    faults.length > 0 ? 422 : 200,
  )
}

/** Everybody the step lies with, as one choice, of whom some can be left out. */
function AskedFields(props: {
  step: Found['step']
  leftOut: readonly string[]
  isOpen: boolean
  errorAt: (field: string) => { error?: string }
}) {
  const { step, leftOut, isOpen, errorAt } = props
  const left = step.addressees.filter(({ code }) => leftOut.includes(code)).length
  return (
    <>
      {step.addressees.map(({ code }) => (
        <input type="hidden" name="gekend" value={code} />
      ))}
      <Fold
        label={`Aan ${left === 0 ? `alle ${step.addressees.length}` : `${step.addressees.length - left} van de ${step.addressees.length}`}. Kies wie u niet vraagt`}
        open={isOpen || left > 0}
      >
        <Checkboxes
          name="aan"
          label="Wie vraagt u het?"
          description="Wie u weglaat, krijgt geen mail en geeft geen antwoord. Na het begin verandert dit niet meer."
          values={step.addressees.map(({ code }) => code).filter((code) => !leftOut.includes(code))}
          options={step.addressees.map(({ code, name }) => ({ value: code, label: name }))}
          {...errorAt('aan')}
        />
      </Fold>
    </>
  )
}

function TellAll(props: { address: string; shown: Shown; mine: ReturnType<typeof untold> }) {
  const { address, mine } = props
  const { typed, faults } = props.shown
  const errorAt = errorsAt(faults)
  return (
    <Section
      id="terugmelden"
      title="Meld in één keer terug"
      intro={`Aan wie nog niets is teruggemeld: ${mine.length} zienswijzen. Een voorwaarde beantwoordt u liever apart.`}
    >
      <Form
        action={`${address}/terugmelden`}
        errors={faults.filter(({ field }) => field === 'gevolg' || field === 'waarom')}
      >
        <ToldFields typed={typed} errorAt={errorAt} />
        <Actions>
          <Button>Meld aan allen terug</Button>
        </Actions>
      </Form>
    </Section>
  )
}

/** What was done with a view, and why. */
export function ToldFields(props: { typed: (name: string) => string; errorAt: (field: string) => { error?: string } }) {
  const { typed, errorAt } = props
  return (
    <>
      <Radios
        name="gevolg"
        label="Wat is ermee gedaan?"
        value={typed('gevolg')}
        options={verdicts.map((one) => ({ value: one, label: verdictNames[one] }))}
        {...errorAt('gevolg')}
      />
      <TextArea name="waarom" label="Waarom?" rows={3} value={typed('waarom')} {...errorAt('waarom')} />
    </>
  )
}

/** Does it, or goes back. */
export const Deed = ({ back, label }: { back: string; label: string }) => (
  <Actions>
    <Button kind="primary">{label}</Button>
    <ButtonLink href={back} kind="subtle">
      Terug
    </ButtonLink>
  </Actions>
)
