import { Button, DataTable, EmptyState, Form, Notice, Opening, Paragraph, Section, TextLink } from '../../platform/ui'
import { count, day as dayInWords, moment } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { releaseKnownOn } from './count.store'
import { crimeTypes } from './crime-type.store'
import { ExampleNotice, pictureAddress } from './picture.parts'
import type { Question } from './question'
import {
  answerSentence,
  answerWords,
  newQuestionAddress,
  questionName,
  questionsAddress,
  stopAddress,
} from './question.parts'
import { ownQuestionMails, ownQuestions, questionAsked, stopQuestion } from './question.store'
import { answerIn, askQuestion } from './question.verbs'

const breadcrumb = { label: 'Open vragen', href: questionsAddress }

/** The questions somebody keeps open, with their last answers, and every mail that was sent about them. */
export async function questionsPage(ask: Ask): Promise<Response> {
  const { questions, mails } = await ask.read(async (tx) => ({
    questions: await ownQuestions(tx),
    mails: await ownQuestionMails(tx),
  }))
  const open = questions.filter(({ stoppedAt }) => stoppedAt === null)
  const nameOf = new Map(questions.map((one) => [one.id, questionName(one.typeName, one.areaName)]))
  return ask.page(
    { title: 'Open vragen', breadcrumbs: [breadcrumb] },
    <>
      <Opening
        title="Open vragen"
        lead={
          open.length === 0
            ? 'U houdt nog geen vraag open.'
            : `U houdt ${count(open.length, 'vraag', 'vragen')} open. U krijgt een mail als een antwoord verandert.`
        }
      >
        {ask.query.has('bewaard') && (
          <Notice kind="done" announce title="Bewaard.">
            U krijgt een mail als het antwoord verandert.
          </Notice>
        )}
        <Paragraph>
          Een nieuwe vraag? Zoek een gebied bij <TextLink href="/veiligheidsbeelden">veiligheidsbeelden</TextLink> en
          kies daar <em>Houd deze vraag open</em>.
        </Paragraph>
      </Opening>
      <Section id="vragen" title="Uw vragen">
        {questions.length === 0 ? (
          <EmptyState title="Nog geen vragen.">Uw vragen komen hier te staan.</EmptyState>
        ) : (
          <DataTable
            caption="Uw vragen en het laatste antwoord"
            hiddenCaption
            rows={questions}
            columns={[
              {
                head: 'Vraag',
                rowHead: true,
                cell: (one) => (
                  <TextLink href={pictureAddress(one.area, { soort: one.type })}>
                    {questionName(one.typeName, one.areaName)}
                  </TextLink>
                ),
              },
              {
                head: 'Laatste antwoord',
                cell: ({ answer, answeredAt }) =>
                  answer && answeredAt ? `${answerWords[answer]} (${moment(answeredAt)})` : 'nog geen',
              },
              { head: 'Stand', cell: (one) => <Standing question={one} /> },
            ]}
          />
        )}
      </Section>
      <Section
        id="mails"
        title="Verstuurde mails"
        intro="Elke mail over uw vragen, met de reden. Voorbeeldcijfers geven nooit een mail."
      >
        {mails.length === 0 ? (
          <EmptyState title="Nog geen mails.">Er veranderde nog geen antwoord.</EmptyState>
        ) : (
          <DataTable
            caption="Mails over uw vragen"
            hiddenCaption
            rows={mails}
            columns={[
              { head: 'Wanneer', rowHead: true, cell: ({ mailedAt }) => moment(mailedAt) },
              { head: 'Vraag', cell: ({ question }) => nameOf.get(question) ?? '' },
              { head: 'Was', cell: ({ before }) => answerWords[before] },
              { head: 'Werd', cell: ({ after }) => answerWords[after] },
              {
                head: 'Wat er stond',
                cell: ({ words, knownOn }) => `${words} Cijfers van ${dayInWords(knownOn)}.`,
              },
            ]}
          />
        )}
      </Section>
    </>,
  )
}

function Standing({ question }: { question: Question }) {
  return question.stoppedAt === null ? (
    <TextLink href={stopAddress(question.id)}>
      Stop<span class="sv-onzichtbaar"> met {questionName(question.typeName, question.areaName)}</span>
    </TextLink>
  ) : (
    <>gestopt op {moment(question.stoppedAt)}</>
  )
}

/** Shows a question with today's answer, and asks whether it is to be kept open. */
export async function newQuestionPage(ask: Ask): Promise<Response> {
  const [area, type] = [ask.query.get('gebied') ?? '', ask.query.get('soort') ?? '']
  if (!area && !type) return chooseFirstPage(ask)
  const found = await ask.read(async (tx) => {
    const release = await releaseKnownOn(tx, ask.today)
    const answered = release && (await answerIn(tx, release, { area, type, region: ask.region.code, on: ask.today }))
    const named = (await crimeTypes(tx)).find(({ code }) => code === type)
    return release && answered && named ? { release, answered, named } : null
  })
  if (!found) return ask.notFound()
  const { release, answered, named } = found
  const name = questionName(named.name, answered.area.name)
  return ask.page(
    {
      title: `Open vraag: ${name} (${area})`,
      breadcrumbs: [breadcrumb, { label: name, href: newQuestionAddress(area, type) }],
    },
    <>
      <Opening title={`Houd deze vraag open: ${name}`} lead={answerSentence(answered, release)}>
        <ExampleNotice release={release} />
        <Paragraph>
          U krijgt een mail als dit antwoord verandert. Elke maand komen er cijfers bij; meestal verandert er niets, en
          dan hoort u niets.
        </Paragraph>
        <Form action={questionsAddress}>
          <input type="hidden" name="gebied" value={area} />
          <input type="hidden" name="soort" value={type} />
          <Button>Houd deze vraag open</Button>
        </Form>
      </Opening>
    </>,
  )
}

function chooseFirstPage(ask: Ask): Promise<Response> {
  return ask.page(
    { title: 'Een vraag openhouden', breadcrumbs: [breadcrumb] },
    <Opening title="Een vraag openhouden" lead="Kies eerst waarover u iets wilt weten.">
      <Paragraph>
        Zoek een gebied bij <TextLink href="/veiligheidsbeelden">veiligheidsbeelden</TextLink>, kies een soort misdrijf,
        en dan <em>Houd deze vraag open</em>.
      </Paragraph>
    </Opening>,
  )
}

/** Keeps a question open for whoever is signed in. */
export async function keepQuestionForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const asked = {
    area: String(form.get('gebied') ?? ''),
    type: String(form.get('soort') ?? ''),
    region: ask.region.code,
    on: ask.today,
  }
  const kept = await ask.write((tx) => askQuestion(tx, asked))
  return kept ? ask.redirect(`${questionsAddress}?bewaard=ja`) : ask.notFound()
}

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** Asks whoever has the link of a mail whether the question may stop; the link itself changes nothing. */
export async function stopQuestionPage(ask: Ask): Promise<Response> {
  const id = ask.params.id ?? ''
  const asked = isId(id) ? await ask.read((tx) => questionAsked(tx, id)) : null
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
        <TextLink href={pictureAddress(asked.area, { soort: asked.type })}>Bekijk de cijfers van deze vraag</TextLink>
      </Paragraph>
    </Opening>,
  )
}

/** Stops a question: from the page, or by the button of a mail program that sends the form itself (RFC 8058). */
export async function stopQuestionForm(ask: Ask): Promise<Response> {
  const id = ask.params.id ?? ''
  const stopped = isId(id) && (await ask.write((tx) => stopQuestion(tx, id)))
  return stopped ? ask.redirect(stopAddress(id)) : ask.notFound()
}
