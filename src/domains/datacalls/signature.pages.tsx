import {
  Actions,
  Button,
  ButtonLink,
  Checkboxes,
  DataTable,
  Form,
  List,
  Notice,
  Opening,
  Section,
} from '../../platform/ui'
import { count, sentenceList } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { findTask, sign, type Task } from './answer.verbs'
import { isHole, numberOf, type SigningRefusal, sumChecks, toSign } from './call'
import { callAddress, contentWords, SumList, taskAddress } from './call.parts'

/** What somebody would sign for the holder now, what stays open, and whether the sums add up. */
export async function signingPage(ask: Ask): Promise<Response> {
  const task = await ask.read((tx) => findTask(tx, ask.params.code ?? '', ask.params.houder ?? ''))
  return task ? signPage(ask, task, null) : ask.notFound()
}

/** Signs exactly what was shown; or shows it again with the reason why not. */
export async function signForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const signing = { seen: form.getAll('antwoord').map(String), isConfirmed: form.has('akkoord') }
  const attempt = () =>
    ask.write(async (tx) => {
      const task = await findTask(tx, ask.params.code ?? '', ask.params.houder ?? '')
      return task && { task, outcome: await sign(tx, task, signing, ask.requestId) }
    })
  const done = await attempt().catch((fault: unknown) => {
    // A colleague signed at this very moment; asked again it is said.
    if ((fault as { code?: unknown }).code === '23505') return attempt()
    throw fault
  })
  if (!done) return ask.notFound()
  const { task, outcome } = done
  if ('refused' in outcome) return signPage(ask, task, outcome.refused)
  return ask.redirect(`${taskAddress(task.call.code, task.holder.code)}/ondertekenen?getekend=${outcome.signed}`)
}

const refusalWords: Readonly<Record<SigningRefusal['because'], string>> = {
  nothing: 'Er wacht niets op een handtekening.',
  changed: 'Intussen veranderde er iets. Kijk opnieuw wat u ondertekent.',
  sums: 'Een totaal is niet gelijk aan zijn delen. Verbeter dat eerst.',
  'not-confirmed': 'Kruis aan dat u namens uw organisatie tekent.',
}

function signPage(ask: Ask, task: Task, refused: SigningRefusal | null): Promise<Response> {
  const { call, holder, lines } = task
  const waiting = toSign(lines)
  const stays = lines.filter((line) => isHole(line) && !waiting.some((one) => one.line === line))
  const sums = sumChecks(call.lines, numberOf).filter(({ line }) => line.holder.code === holder.code)
  const address = taskAddress(call.code, holder.code)
  const signed = Number.parseInt(ask.query.get('getekend') ?? '', 10)
  const message = refused && refusalWords[refused.because]
  return ask.page(
    {
      title: `${call.title} ondertekenen voor ${holder.name}`,
      breadcrumbs: [
        { label: 'Uitvragen', href: '/uitvragen' },
        { label: call.title, href: callAddress(call.code) },
        { label: 'Invullen', href: address },
        { label: 'Ondertekenen', href: `${address}/ondertekenen` },
      ],
    },
    <>
      <Opening
        title={`Ondertekenen namens ${holder.name}`}
        lead={
          waiting.length === 0
            ? 'Er wacht niets op een handtekening.'
            : `U tekent voor ${count(waiting.length, 'cijfer', 'cijfers')}. Daarna zien alle partners het.`
        }
      >
        {signed > 0 && !refused && (
          <Notice kind="done" announce title="Ondertekend.">
            {count(signed, 'cijfer staat', 'cijfers staan')} er nu voor alle partners. Verandert er iets, dan komt er
            een nieuwe versie bij en blijft deze staan.
          </Notice>
        )}
        {message && refused?.because !== 'not-confirmed' && (
          <Notice kind="error" announce title={message}>
            Er is niets ondertekend.
          </Notice>
        )}
      </Opening>
      {waiting.length > 0 && (
        <Section id="formulier" title="Wat u ondertekent">
          <DataTable
            caption="Wat u ondertekent"
            hiddenCaption
            rows={waiting}
            columns={[
              { head: 'Cijfer', rowHead: true, cell: ({ line }) => line.title },
              { head: 'Antwoord', cell: ({ line, answer }) => contentWords(answer.content, line.unit) },
              { head: 'Eenheid', cell: ({ line }) => line.unit },
              {
                head: 'Toelichting',
                cell: ({ answer: { content } }) => (content.kind === 'getal' ? (content.note ?? '') : ''),
              },
              { head: 'Ingevuld door', cell: ({ answer }) => answer.actedAs },
            ]}
          />
          {sums.length > 0 && <SumList sums={sums} />}
          <Form
            action={`${address}/ondertekenen`}
            errors={message && refused?.because === 'not-confirmed' ? [{ field: 'akkoord', message }] : []}
          >
            {waiting.map(({ answer }) => (
              <input type="hidden" name="antwoord" value={answer.id} />
            ))}
            <Checkboxes
              name="akkoord"
              label="Uw handtekening"
              error={refused?.because === 'not-confirmed' ? (message ?? undefined) : undefined}
              options={[
                {
                  value: 'ja',
                  label: `Ik teken namens ${holder.name} dat deze cijfers kloppen met de definitie en de telregel.`,
                },
              ]}
            />
            <Actions>
              <Button kind="primary">Onderteken</Button>
              <ButtonLink href={address} kind="subtle">
                Terug zonder ondertekenen
              </ButtonLink>
            </Actions>
          </Form>
        </Section>
      )}
      <Section
        id="gaten"
        title="Wat open blijft"
        intro="U kunt later nog invullen en ondertekenen. Wat leeg is, blijft onbekend."
      >
        {stays.length === 0 ? (
          'Er blijft niets open.'
        ) : (
          <List
            items={[`${count(stays.length, 'cijfer', 'cijfers')}: ${sentenceList(stays.map(({ title }) => title))}.`]}
          />
        )}
      </Section>
    </>,
    refused === null ? 200 : refused.because === 'changed' ? 409 : 422,
  )
}
