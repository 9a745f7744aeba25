import { Button, Form, Opening, Paragraph, Radios, Section, TextArea } from '../../platform/ui'
import { capital, count } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { formKeyOf, newSecret } from '../../platform/web/secret'
import { findProgramme, type Programme } from '../strategy'
import { JudgementList, judgementAddress } from './judgement.parts'
import { type Tally, tally } from './portfolio'
import { planAddress, portfolioAddress, reckonedText, tallyWords } from './portfolio.parts'
import { type Judgement, judgementHistory, keepJudgement, mayJudge, standsOf } from './portfolio.store'
import { longestSentence, type Status } from './status'
import { statusWords } from './update.parts'

const choices = ['op-koers', 'loopt-achter', 'geblokkeerd', 'afgerond', 'gestopt'] as const satisfies readonly Status[]
type Choice = (typeof choices)[number]
const isChoice = (text: string): text is Choice => (choices as readonly string[]).includes(text)

type Found = {
  readonly programme: Programme
  readonly of: Tally
  readonly history: readonly Judgement[]
  readonly may: boolean
}

const find = (ask: Ask): Promise<Found | null> =>
  ask.read(async (tx) => {
    const programme = await findProgramme(tx, ask.params.code ?? '')
    if (!programme) return null
    const stands = (await standsOf(tx, programme.plan.code)).filter((one) => one.programme === programme.code)
    return {
      programme,
      of: tally(stands, ask.today),
      history: await judgementHistory(tx, programme.code),
      may: await mayJudge(tx, programme.code),
    }
  })

/** What was said of a programme; whoever leads it says here how it stands, beside what is reckoned. */
export async function judgementPage(ask: Ask): Promise<Response> {
  const found = await find(ask)
  return found ? draw(ask, found, { status: '', sentence: '', formKey: newSecret() }, {}) : ask.notFound()
}

/** Keeps a judgement; the same form twice is one. */
export async function judgementForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const found = await find(ask)
  if (!found?.may) return ask.notFound()
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const [status, sentence] = [text('oordeel'), text('zin')]
  const formKey = formKeyOf(form)
  const faults = {
    ...(isChoice(status) ? {} : { status: 'Kies hoe het programma ervoor staat.' }),
    ...(sentence === ''
      ? { sentence: 'Schrijf in één zin waarom.' }
      : sentence.length > longestSentence
        ? { sentence: `Maak de zin korter: ten hoogste ${longestSentence} tekens. Nu zijn het er ${sentence.length}.` }
        : {}),
  }
  if (!isChoice(status) || Object.keys(faults).length > 0)
    return draw(ask, found, { status, sentence, formKey }, faults)
  const { code, plan } = found.programme
  const done = await ask.write((tx) =>
    keepJudgement(tx, { programme: code, status, sentence }, { formKey, requestId: ask.requestId }),
  )
  return done ? ask.redirect(`${planAddress(plan.code)}#${code}`) : ask.notFound()
}

type Typed = { readonly status: string; readonly sentence: string; readonly formKey: string }
type Faults = { readonly status?: string; readonly sentence?: string }

function draw(ask: Ask, { programme, of, history, may }: Found, typed: Typed, faults: Faults): Promise<Response> {
  const { code, title, plan } = programme
  const address = judgementAddress(code)
  const errors = [
    ...(faults.status ? [{ field: 'oordeel', message: faults.status }] : []),
    ...(faults.sentence ? [{ field: 'zin', message: faults.sentence }] : []),
  ]
  return ask.page(
    {
      title: `Oordeel over ${title} (${code})`,
      breadcrumbs: [
        { label: 'Stand van de plannen', href: portfolioAddress },
        { label: plan.title, href: planAddress(plan.code) },
        { label: 'Oordeel', href: address },
      ],
    },
    <>
      <Opening
        title={`Hoe staat ${title} ervoor?`}
        lead={`${count(of.all, 'belofte', 'beloften')} in ${plan.title}: ${tallyWords(of)}.`}
      >
        <Paragraph small quiet>
          {reckonedText(of)} Het oordeel staat ernaast, met de functie en de dag. Alleen professionals zien het.
        </Paragraph>
      </Opening>
      {may && (
        <Section id="oordeel" title="Uw oordeel">
          <Form action={address} errors={errors}>
            <input type="hidden" name="sleutel" value={typed.formKey} />
            <Radios
              name="oordeel"
              label="Het programma"
              value={typed.status}
              options={choices.map((value) => ({ value, label: capital(statusWords[value]) }))}
              {...(faults.status ? { error: faults.status } : {})}
            />
            <TextArea
              name="zin"
              label="Waarom, in één zin"
              rows={2}
              value={typed.sentence}
              {...(faults.sentence ? { error: faults.sentence } : {})}
            />
            <Button kind="primary">Bewaar</Button>
          </Form>
        </Section>
      )}
      <Section id="eerder" title="Wat er eerder is gezegd">
        <JudgementList of={history} />
      </Section>
    </>,
    errors.length > 0 ? 422 : 200,
  )
}
