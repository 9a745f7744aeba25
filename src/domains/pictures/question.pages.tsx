import { DataTable, EmptyState, Notice, Opening, Paragraph, Section, TextLink } from '../../platform/ui'
import { count, day as dayInWords, moment } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { crimeTypes } from '../crime'
import { areaNames } from '../territory'
import type { Question, QuestionMail } from './question'
import { answerWords, questionName, questionsCrumb, stopAddress, viewAddress } from './question.parts'
import { ownQuestionMails, ownQuestions } from './question.store'

/** The questions somebody keeps open, with their last answers, and every mail that was sent about them. */
export async function questionsPage(ask: Ask): Promise<Response> {
  const { questions, mails, areas, types } = await ask.read(async (tx) => ({
    questions: await ownQuestions(tx),
    mails: await ownQuestionMails(tx),
    areas: await areaNames(tx),
    types: await crimeTypes(tx),
  }))
  const names = new Map([...areas.values(), ...types].map(({ code, name }) => [code, name]))
  const open = questions.filter(({ stoppedAt }) => stoppedAt === null)
  const byId = new Map(questions.map((one) => [one.id, one]))
  const wordsOf = (id: string, answer: QuestionMail['after']) =>
    answerWords(byId.get(id)?.view ?? 'beeld', answer, names)
  return ask.page(
    { title: 'Open vragen', breadcrumbs: [questionsCrumb] },
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
          Een nieuwe vraag? Kies bij <TextLink href="/veiligheidsbeelden">veiligheidsbeelden</TextLink> een gebied, een
          vergelijking, een soort of de attenderingen, en daar <em>Houd deze vraag open</em>.
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
                cell: (one) => <TextLink href={viewAddress(one)}>{questionName(one)}</TextLink>,
              },
              {
                head: 'Laatste antwoord',
                cell: ({ view, answer, answeredAt }) =>
                  answer && answeredAt ? `${answerWords(view, answer, names)} (${moment(answeredAt)})` : 'nog geen',
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
              {
                head: 'Vraag',
                cell: ({ question }) => {
                  const asked = byId.get(question)
                  return asked ? questionName(asked) : ''
                },
              },
              { head: 'Was', cell: ({ question, before }) => wordsOf(question, before) },
              { head: 'Werd', cell: ({ question, after }) => wordsOf(question, after) },
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
      Stop<span class="sv-onzichtbaar"> met {questionName(question)}</span>
    </TextLink>
  ) : (
    <>gestopt op {moment(question.stoppedAt)}</>
  )
}
