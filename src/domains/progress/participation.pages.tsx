import {
  Button,
  Form,
  Notice,
  Opening,
  Paragraph,
  Radios,
  Section,
  SelectField,
  TextArea,
  TextLink,
} from '../../platform/ui'
import { capital } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { formKeyOf, newSecret } from '../../platform/web/secret'
import { listActions } from '../strategy'
import { ParticipationTable, participationAddress, participationSentence, takesPartWords } from './participation.parts'
import { ownParticipations, participationsIn, type TakesPart, takePart } from './participation.store'
import { longestSentence } from './status'
import { actionAddress } from './update.parts'

const choices = ['ja', 'nog-niet', 'nee'] as const satisfies readonly TakesPart[]
const isChoice = (text: string): text is TakesPart => (choices as readonly string[]).includes(text)

const find = (ask: Ask) =>
  ask.read(async (tx) => {
    const [action] = (await listActions(tx, { codes: [ask.params.code ?? ''] })).items
    const all = action ? await participationsIn(tx, action.code) : []
    if (!action || all.length === 0) return null
    const own = await ownParticipations(tx, action.code)
    return { action, all, own: all.filter(({ area }) => own.includes(area)) }
  })
type Found = NonNullable<Awaited<ReturnType<typeof find>>>

/** Which municipalities take part in what all promised together; whoever speaks for one says it here. Nobody has to. */
export async function participationPage(ask: Ask): Promise<Response> {
  const found = await find(ask)
  if (!found) return ask.notFound()
  const [first] = found.own
  const typed = { area: first?.area ?? '', takesPart: first?.takesPart ?? '', sentence: first?.sentence ?? '' }
  return draw(ask, found, { ...typed, formKey: newSecret() }, {})
}

/** Keeps whether a municipality takes part; the same form twice is one word. */
export async function participationForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const found = await find(ask)
  if (!found || found.own.length === 0) return ask.notFound()
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const [area, takesPart, sentence] = [text('gemeente'), text('meedoen'), text('zin')]
  const formKey = formKeyOf(form)
  if (!found.own.some((one) => one.area === area)) return ask.notFound()
  const faults: Faults = {
    ...(isChoice(takesPart) ? {} : { meedoen: 'Kies of de gemeente meedoet.' }),
    ...(takesPart === 'nee' && sentence === ''
      ? { zin: 'Schrijf in één zin waarom niet.' }
      : sentence.length > longestSentence
        ? { zin: `Maak de zin korter: ten hoogste ${longestSentence} tekens. Nu zijn het er ${sentence.length}.` }
        : {}),
  }
  if (!isChoice(takesPart) || faults.zin) return draw(ask, found, { area, takesPart, sentence, formKey }, faults)
  const { code } = found.action
  const said = { action: code, area, takesPart, sentence: sentence || null }
  const done = await ask.write((tx) => takePart(tx, said, { formKey, requestId: ask.requestId }))
  return done ? ask.redirect(`${participationAddress(code)}?bewaard=ja`) : ask.notFound()
}

type Typed = { readonly area: string; readonly takesPart: string; readonly sentence: string; readonly formKey: string }
type Faults = { readonly meedoen?: string; readonly zin?: string }

function draw(ask: Ask, { action, all, own }: Found, typed: Typed, faults: Faults): Promise<Response> {
  const address = participationAddress(action.code)
  const errors = (['meedoen', 'zin'] as const).flatMap((field) => {
    const message = faults[field]
    return message ? [{ field, message }] : []
  })
  const [only, ...others] = own
  return ask.page(
    {
      title: `Wie doet mee: ${action.title} (${action.code})`,
      breadcrumbs: [
        { label: action.title, href: actionAddress(action.code) },
        { label: 'Wie doet mee', href: address },
      ],
    },
    <>
      <Opening title="Welke gemeenten doen mee?" lead={participationSentence(all)}>
        {ask.query.has('bewaard') && (
          <Notice kind="done" announce title="Bewaard.">
            De stand van de afspraak verandert er niet door.
          </Notice>
        )}
        <Paragraph>
          De afspraak: <TextLink href={actionAddress(action.code)}>{action.title}</TextLink>.
        </Paragraph>
        <Paragraph small quiet>
          Dit is een afspraak van de gemeenten samen. Hoe zij ervoor staat, zegt wie haar bijhoudt. Of een gemeente
          meedoet, mag zij zeggen; het hoeft niet. Alleen professionals zien het.
        </Paragraph>
      </Opening>
      {only && (
        <Section id="meld" title={others.length > 0 ? 'Uw gemeenten' : only.name}>
          <Form action={address} errors={errors}>
            <input type="hidden" name="sleutel" value={typed.formKey} />
            {others.length > 0 ? (
              <SelectField
                name="gemeente"
                label="Gemeente"
                value={typed.area}
                options={own.map(({ area, name }) => ({ value: area, label: name }))}
              />
            ) : (
              <input type="hidden" name="gemeente" value={only.area} />
            )}
            <Radios
              name="meedoen"
              label="Doet de gemeente mee?"
              value={typed.takesPart}
              options={choices.map((value) => ({ value, label: capital(takesPartWords[value]) }))}
              {...(faults.meedoen ? { error: faults.meedoen } : {})}
            />
            <TextArea
              name="zin"
              label="Eén zin erbij"
              description="Nodig als de gemeente niet meedoet."
              rows={2}
              value={typed.sentence}
              {...(faults.zin ? { error: faults.zin } : {})}
            />
            <Button kind="primary">Bewaar</Button>
          </Form>
        </Section>
      )}
      <Section id="gemeenten" title="Per gemeente" intro="Op naam.">
        <ParticipationTable of={all} />
      </Section>
    </>,
    errors.length > 0 ? 422 : 200,
  )
}
