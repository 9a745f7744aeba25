import type { Reader } from '../../platform/db/database'
import {
  Actions,
  ButtonLink,
  Checkboxes,
  type FieldError,
  Fold,
  Form,
  Heading,
  KeepOrBack,
  Notice,
  Opening,
  Section,
  Stack,
  TextField,
} from '../../platform/ui'
import { count, moment } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { textIn } from '../../platform/web/form-fields'
import { FigureText, latestOutcome, type Measurement, measurementsOf } from '../figures'
import { fillIn, findTask, type LineFault, type Task, type Typed } from './answer.verbs'
import { type Line, latestAnswer, numberOf, sumChecks, toSign } from './call'
import { callAddress, contentWords, dueWords, StateText, SumList, taskAddress } from './call.parts'
import { asTyped, isSame, readAnswer } from './entry'

/** The last known outcome of the indicator of a line, to see a slip of the keyboard by. */
type Earlier = ReadonlyMap<string, Measurement>

/** The form of a holder: all his lines on one page, with what stands now. */
export async function taskPage(ask: Ask): Promise<Response> {
  const found = await ask.read((tx) => taskWithEarlier(tx, ask))
  if (!found) return ask.notFound()
  return formPage(ask, found, typedNow(found.task), [])
}

type Found = { readonly task: Task; readonly earlier: Earlier }

async function taskWithEarlier(tx: Reader, ask: Ask): Promise<Found | null> {
  const task = await findTask(tx, ask.params.code ?? '', ask.params.houder ?? '')
  if (!task) return null
  const indicators = [...new Set(task.lines.flatMap(({ indicator }) => indicator ?? []))]
  const known = await measurementsOf(tx, { knownOn: ask.today, area: task.call.area.code, indicators })
  const outcomes = indicators.flatMap((indicator) => latestOutcome(known, { indicator }) ?? [])
  return { task, earlier: new Map(outcomes.map((outcome) => [outcome.indicator, outcome])) }
}

const typedNow = ({ lines }: Task): Map<string, Typed> =>
  new Map(
    lines.map((line) => {
      const latest = latestAnswer(line)
      return [line.code, { answer: asTyped(latest?.content ?? { kind: 'leeg' }), seen: latest?.version ?? 0 }]
    }),
  )

/** What a form says about each of the lines; a line whose fields are not in it was not asked. */
function typedIn(form: FormData, lines: readonly Line[]): Map<string, Typed> {
  const text = textIn(form)
  return new Map(
    lines
      .filter(({ code }) => form.has(`waarde-${code}`))
      .map(({ code }) => [
        code,
        {
          answer: {
            value: text(`waarde-${code}`),
            cannot: form.has(`niet-${code}`),
            note: text(`toelichting-${code}`),
          },
          seen: Number.parseInt(text(`versie-${code}`), 10) || 0,
        },
      ]),
  )
}

/** Keeps what was typed as a draft; or shows the form again with all of it, and what is wrong or was answered meanwhile. */
export async function fillInForm(ask: Ask): Promise<Response> {
  return keepTyped(ask, await ask.form())
}

/** The same for answers that come from a file: then they can be taken back together. */
export async function keepTyped(ask: Ask, form: FormData, fileName?: string): Promise<Response> {
  const attempt = () =>
    ask.write(async (tx) => {
      const found = await taskWithEarlier(tx, ask)
      if (!found) return null
      const typed = typedIn(form, found.task.lines)
      return { found, typed, outcome: await fillIn(tx, found.task, typed, ask.requestId, { fileName }) }
    })
  const kept = await attempt().catch((fault: unknown) => {
    // Somebody else answered the same line at this very moment: now that his answer is there, it is a conflict like any other.
    if ((fault as { code?: unknown }).code === '23505') return attempt()
    throw fault
  })
  if (!kept) return ask.notFound()
  const { found, typed, outcome } = kept
  if ('faults' in outcome) return formPage(ask, found, typed, outcome.faults)
  const { call, holder } = found.task
  return ask.redirect(`${taskAddress(call.code, holder.code)}?bewaard=${outcome.changed}`)
}

const fieldOf = (fault: LineFault) => `${fault.is === 'fault' ? fault.field : 'waarde'}-${fault.line}`

function messageOf(fault: LineFault, { title, unit }: Line): string {
  if (fault.is === 'fault') return fault.message
  const { theirs } = fault
  return `Intussen vulde ${theirs.actedAs} op ${moment(theirs.at)} hier in: ${contentWords(theirs.content, unit)}. Bij ${title} staat nog wat u typte. Kies wat goed is en bewaar opnieuw.`
}

function formPage(ask: Ask, found: Found, typed: ReadonlyMap<string, Typed>, faults: readonly LineFault[]) {
  const { call, holder, lines } = found.task
  const lineOf = new Map(lines.map((line) => [line.code, line]))
  const errors: FieldError[] = faults.flatMap((fault) => {
    const line = lineOf.get(fault.line)
    return line ? [{ field: fieldOf(fault), message: `${line.title}: ${messageOf(fault, line)}` }] : []
  })
  const hasConflict = faults.some(({ is }) => is === 'conflict')
  const now = typedNow(found.task)
  const shown = (line: Line) => (isLeftAlone(line, typed.get(line.code)) ? now.get(line.code) : typed.get(line.code))
  const waiting = toSign(lines).length
  const saved = ask.query.get('bewaard')
  const sums = sumChecks(call.lines, numberOf).filter(({ line }) => line.holder.code === holder.code)
  const address = taskAddress(call.code, holder.code)
  return ask.page(
    {
      title: `${call.title} invullen voor ${holder.name}`,
      breadcrumbs: [
        { label: 'Uitvragen', href: '/uitvragen' },
        { label: call.title, href: callAddress(call.code) },
        { label: 'Invullen', href: address },
      ],
    },
    <>
      <Opening
        title={`Invullen voor ${holder.name}`}
        lead={`${call.title}, over ${call.year}. Uiterlijk ${dueWords(call.due, ask.today, true)}.`}
      >
        {saved !== null && faults.length === 0 && (
          <Notice kind="done" announce title={/^[1-9]\d*$/.test(saved) ? 'Bewaard.' : 'Er veranderde niets.'}>
            {waiting > 0
              ? `${count(waiting, 'cijfer wacht', 'cijfers wachten')} op een handtekening. Tot die tijd zien alleen uw organisatie en de programmamanager van de vrager het.`
              : 'Er wacht niets op een handtekening.'}
          </Notice>
        )}
        {hasConflict && (
          <Notice kind="attention" title="Er is nog niets bewaard.">
            Een collega vulde intussen hetzelfde in. U ziet hieronder beide antwoorden.
          </Notice>
        )}
        <Actions>
          <ButtonLink href={`${address}/ondertekenen`}>
            {waiting > 0 ? `Onderteken ${count(waiting, 'cijfer', 'cijfers')}` : 'Onderteken'}
          </ButtonLink>
          <ButtonLink href={`${address}/inlezen`}>Liever met een bestand</ButtonLink>
        </Actions>
      </Opening>
      {sums.length > 0 && (
        <Section id="sommen" title="Klopt het bij elkaar?" intro="Zoals het nu bewaard is.">
          <SumList sums={sums} />
        </Section>
      )}
      <Section
        id="formulier"
        title="Uw cijfers"
        intro="Wat u niet weet, laat u leeg: dat is onbekend, en geen nul. U kunt tussendoor bewaren."
      >
        <Form action={address} errors={errors}>
          {blocks(lines).map(([block, own]) => (
            <Stack>
              <Heading level={3}>{block}</Heading>
              {own.map((line) => {
                const entry = shown(line)
                const own = faults.filter((fault) => fault.line === line.code)
                return entry && <LineFields line={line} typed={entry} faults={own} earlier={found.earlier} />
              })}
            </Stack>
          ))}
          <KeepOrBack back={callAddress(call.code)} />
        </Form>
      </Section>
    </>,
    hasConflict ? 409 : faults.length > 0 ? 422 : 200,
  )
}

function LineFields(props: { line: Line; typed: Typed; faults: readonly LineFault[]; earlier: Earlier }) {
  const { line, typed, faults } = props
  const { code, title, unit, definition, countingRule, indicator } = line
  const earlier = indicator ? props.earlier.get(indicator) : undefined
  const errorOf = (name: string) =>
    faults
      .filter((fault) => fieldOf(fault) === `${name}-${code}`)
      .map((fault) => messageOf(fault, line))
      .join(' ') || undefined
  const isOpened = typed.answer.cannot || typed.answer.note !== '' || faults.length > 0
  return (
    <Stack tight>
      <input type="hidden" name={`versie-${code}`} value={shownVersion(line, typed, faults)} />
      <TextField
        name={`waarde-${code}`}
        label={`${title} (${unit})`}
        description={
          <>
            {definition} {countingRule}
            {earlier && (
              <>
                {' '}
                Eerder: <FigureText measurement={earlier} />.
              </>
            )}
          </>
        }
        value={typed.answer.value}
        inputmode="decimal"
        short
        error={errorOf('waarde')}
      />
      <StateText line={line} />
      <Fold
        label={
          <>
            Toelichting, of waarom het niet kan<span class="sv-onzichtbaar">: {title}</span>
          </>
        }
        open={isOpened}
      >
        <Stack tight>
          <Checkboxes
            name={`niet-${code}`}
            label={`${title}: lukt het niet?`}
            optional
            values={typed.answer.cannot ? ['ja'] : []}
            error={errorOf('niet')}
            options={[{ value: 'ja', label: 'Dit cijfer kan niet geleverd worden' }]}
          />
          <TextField
            name={`toelichting-${code}`}
            label={`Toelichting bij ${title}`}
            optional
            description="Geen namen en geen gegevens over personen of zaken."
            value={typed.answer.note}
            error={errorOf('toelichting')}
          />
        </Stack>
      </Fold>
    </Stack>
  )
}

// After a conflict both answers are on the screen, so what is kept next is kept over the other's. Elsewhere the version stays
// what it was: whoever did not look at an answer does not overwrite it.
function shownVersion(line: Line, typed: Typed, faults: readonly LineFault[]): number {
  return faults.some(({ is }) => is === 'conflict') ? (latestAnswer(line)?.version ?? 0) : typed.seen
}

/** Who did not touch a line sees what stands there now, also when a colleague changed it meanwhile. */
function isLeftAlone(line: Line, typed: Typed | undefined): boolean {
  if (!typed) return true
  const content = readAnswer(typed.answer, line.unit)
  const seen = line.answers.find(({ version }) => version === typed.seen)?.content ?? { kind: 'leeg' as const }
  return !('faults' in content) && isSame(content, seen)
}

function blocks(lines: readonly Line[]): [string, Line[]][] {
  const found = new Map<string, Line[]>()
  for (const line of lines) found.set(line.block, [...(found.get(line.block) ?? []), line])
  return [...found]
}
