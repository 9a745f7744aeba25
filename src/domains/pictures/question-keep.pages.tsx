import { isUuid } from '../../kernel/typed'
import { Button, Form, Opening, Paragraph, TextLink } from '../../platform/ui'
import type { Ask } from '../../platform/web/ask'
import { type KnownRelease, releaseKnownOn, watchedKinds } from '../crime'
import { ExampleNotice } from './picture.parts'
import { type Asked, type QuestionView, questionViews } from './question'
import {
  askedFields,
  newQuestionAddress,
  questionsAddress,
  questionsCrumb,
  stopAddress,
  viewAddress,
} from './question.parts'
import { questionAsked, stopQuestion } from './question.store'
import { askQuestion } from './question.verbs'
import { type Answered, answersOf } from './question-answer.verbs'
import { answerSentence, caution, nameOf } from './question-mail.parts'

const placeOf = (ask: Ask) => ({ region: ask.region.code, on: ask.today })

/** What an address or a form asks; null when there is no such view or level. */
function askedFrom(get: (name: string) => unknown): Asked | null {
  const text = (name: string) => String(get(name) ?? '')
  const view = questionViews.find((one) => one === (text('weergave') || 'beeld'))
  if (!view) return null
  if (view === 'attenderingen') {
    const level = watchedKinds.find((one) => one === text('niveau'))
    return level ? { view, area: null, type: null, level } : null
  }
  return { view, area: view === 'regio' ? null : text('gebied'), type: text('soort'), level: null }
}

/** Shows a question with today's answer, and asks whether it is to be kept open. */
export async function newQuestionPage(ask: Ask): Promise<Response> {
  if (ask.query.size === 0) return chooseFirstPage(ask)
  const asked = askedFrom((name) => ask.query.get(name))
  const found = await ask.read(async (tx) => {
    const release = await releaseKnownOn(tx, ask.today)
    const answered = release && asked && (await answersOf(release, placeOf(ask))(tx, asked))
    return release && asked && answered ? { release, asked, answered } : null
  })
  if (!found) return ask.notFound()
  return keepPage(ask, found)
}

const isAsked: Readonly<Record<QuestionView, string>> = {
  beeld: 'De vraag is of het aantal aantoonbaar veranderde.',
  vergelijking: 'De vraag is of het aantal past bij een gemeente van deze omvang.',
  regio: 'De vraag is in welke gemeenten het aantal aantoonbaar veranderde.',
  attenderingen: 'De vraag is welke attenderingen standhouden.',
}

function keepPage(
  ask: Ask,
  { release, asked, answered }: { release: KnownRelease; asked: Asked; answered: Answered },
): Promise<Response> {
  const name = nameOf(asked, answered)
  return ask.page(
    {
      title: `Open vraag: ${name}${asked.area ? ` (${asked.area})` : ''}`,
      breadcrumbs: [questionsCrumb, { label: name, href: newQuestionAddress(asked) }],
    },
    <>
      <Opening title={`Houd deze vraag open: ${name}`} lead={answerSentence(answered, release)}>
        <ExampleNotice release={release} />
        <Paragraph>
          {isAsked[asked.view]} U krijgt een mail als dit antwoord verandert. Elke maand komen er cijfers bij; meestal
          verandert er niets, en dan hoort u niets.
        </Paragraph>
        <Paragraph small quiet>
          {caution(answered.found)}
        </Paragraph>
        <Form action={questionsAddress}>
          {Object.entries(askedFields(asked)).map(([field, value]) => (
            <input type="hidden" name={field} value={value} />
          ))}
          <Button>Houd deze vraag open</Button>
        </Form>
      </Opening>
    </>,
  )
}

function chooseFirstPage(ask: Ask): Promise<Response> {
  return ask.page(
    { title: 'Een vraag openhouden', breadcrumbs: [questionsCrumb] },
    <Opening title="Een vraag openhouden" lead="Kies eerst waarover u iets wilt weten.">
      <Paragraph>
        Kies bij <TextLink href="/veiligheidsbeelden">veiligheidsbeelden</TextLink> een gebied, een vergelijking, een
        soort of de attenderingen, en daar <em>Houd deze vraag open</em>.
      </Paragraph>
    </Opening>,
  )
}

/** Keeps a question open for whoever is signed in. */
export async function keepQuestionForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const asked = askedFrom((name) => form.get(name))
  const kept = asked && (await ask.write((tx) => askQuestion(tx, asked, placeOf(ask))))
  return kept ? ask.redirect(`${questionsAddress}?bewaard=ja`) : ask.notFound()
}

/** Asks whoever has the link of a mail whether the question may stop; the link itself changes nothing. */
export async function stopQuestionPage(ask: Ask): Promise<Response> {
  const id = ask.params.id ?? ''
  const asked = isUuid(id) ? await ask.read((tx) => questionAsked(tx, id)) : null
  if (!asked) return ask.notFound()
  const done = asked.isStopped
  return ask.page(
    {
      title: done ? 'Deze vraag is gestopt' : 'Deze vraag stoppen',
      breadcrumbs: [{ label: 'Vraag stoppen', href: stopAddress(id) }],
    },
    <Opening
      title={done ? 'Deze vraag is gestopt' : 'Wilt u geen mail meer over deze vraag?'}
      lead={done ? 'U krijgt er geen mail meer over.' : 'Eén klik, en u krijgt er geen mail meer over.'}
    >
      {!done && (
        <Form action={stopAddress(id)}>
          <Button>Stop deze vraag</Button>
        </Form>
      )}
      <Paragraph>
        <TextLink href={viewAddress(asked)}>Bekijk de cijfers van deze vraag</TextLink>
      </Paragraph>
    </Opening>,
  )
}

/** Stops a question: from the page, or by the button of a mail program that sends the form itself (RFC 8058). */
export async function stopQuestionForm(ask: Ask): Promise<Response> {
  const id = ask.params.id ?? ''
  const stopped = isUuid(id) && (await ask.write((tx) => stopQuestion(tx, id)))
  return stopped ? ask.redirect(stopAddress(id)) : ask.notFound()
}
