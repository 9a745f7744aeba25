import type { Fault } from '../../kernel/typed'
import {
  Actions,
  Button,
  ButtonLink,
  DataList,
  errorsAt,
  Form,
  KeptMeanwhile,
  Notice,
  Opening,
  Paragraph,
  Section,
  SelectField,
  Status,
  TextField,
  TextLink,
  Timeline,
} from '../../platform/ui'
import { moment, monthName } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { textIn } from '../../platform/web/form-fields'
import { formKeyOf, newSecret } from '../../platform/web/secret'
import { listBodies } from '../governance'
import { managerOf } from './instance.store'
import { bodyAddress, meetingsAddress, newYearTaskAddress, yearAddress, yearTaskAddress } from './meeting.parts'
import type { YearTask } from './year'
import { changeYearTask, findYearTask, listYearChanges, packYearTask } from './year.store'
import {
  asTypedYearTask,
  emptyYearTask,
  readYearTask,
  saysOtherwise,
  type TypedYearTask,
  withdrawn,
  type YearChange,
} from './year-task'
import { YearChangeWords, yearTaskWords } from './year-task.parts'

const find = (ask: Ask, code: string | null) =>
  ask.read(async (tx) => {
    const managerAs = ask.person ? await managerOf(tx) : null
    const task = code === null ? null : await findYearTask(tx, code, ask.today)
    if (code === null ? managerAs === null : task === null) return null
    const { items: bodies } = await listBodies(tx)
    const chosen = bodies.find((body) => body.code === task?.body)
    const now = managerAs ? (await listBodies(tx, { validOn: ask.today })).items : []
    return {
      managerAs,
      task,
      body: chosen ?? null,
      // What was chosen before may have ended by now.
      bodies: chosen && !now.some((body) => body.code === chosen.code) ? [...now, chosen] : now,
      versions: task ? await listYearChanges(tx, ask.today, task.code) : [],
      pack: task ? await packYearTask(tx, task.code) : null,
    }
  })
type Found = NonNullable<Awaited<ReturnType<typeof find>>>

type Shown = {
  readonly typed: TypedYearTask
  readonly formKey: string
  readonly faults: readonly Fault[]
  readonly seen: number
  readonly isConflict?: boolean
}

/** Where the programme manager adds a line. */
export async function newYearTaskPage(ask: Ask): Promise<Response> {
  const found = await find(ask, null)
  return found ? draw(ask, found, { typed: emptyYearTask, formKey: newSecret(), faults: [], seen: 0 }) : ask.notFound()
}

export const newYearTaskForm = (ask: Ask): Promise<Response> => keep(ask, null)

/** One line, for everybody: how it stands, how it was and why it changed; the programme manager changes it here. */
export async function yearTaskPage(ask: Ask): Promise<Response> {
  const found = await find(ask, ask.params.regel ?? '')
  if (!found?.task) return ask.notFound()
  const { task } = found
  return draw(ask, found, { typed: asTypedYearTask(task), formKey: newSecret(), faults: [], seen: task.version })
}

export const yearTaskForm = (ask: Ask): Promise<Response> => keep(ask, ask.params.regel ?? '')

async function keep(ask: Ask, code: string | null): Promise<Response> {
  const form = await ask.form()
  const text = textIn(form)
  const formKey = formKeyOf(form)
  const found = await find(ask, code)
  if (!found?.managerAs) return ask.notFound()
  const { task, bodies } = found
  const typed = {
    month: text('maand'),
    what: text('wat'),
    byWhom: text('door'),
    toWhom: text('aan'),
    body: text('gremium'),
    reason: text('reden'),
  }
  const seen = Number.parseInt(text('versie'), 10) || 0
  const draft =
    task && form.has('vervalt')
      ? withdrawn(task, typed.reason)
      : readYearTask(typed, new Set(bodies.map((body) => body.code)))
  if ('faults' in draft) return draw(ask, found, { typed, formKey, faults: draft.faults, seen })
  const done = await ask.write((tx) => changeYearTask(tx, { code, seen }, draft, { formKey, requestId: ask.requestId }))
  if (done?.kept === 'botst') {
    const now = await find(ask, code)
    return now
      ? draw(ask, now, { typed, formKey, faults: [], seen: now.task?.version ?? 0, isConflict: true })
      : ask.notFound()
  }
  return done ? ask.redirect(`${yearTaskAddress(done.line)}?bewaard=ja`) : ask.notFound()
}

function draw(ask: Ask, found: Found, shown: Shown): Promise<Response> {
  const { managerAs, task, body, versions } = found
  const year = Number(ask.today.slice(0, 4))
  const title = task ? `${task.what}, elk jaar in ${monthName(task.month)}` : 'Regel toevoegen aan de jaarkalender'
  const address = task ? yearTaskAddress(task.code) : newYearTaskAddress
  const [newest] = versions
  return ask.page(
    {
      title: task ? `${title} (regel ${task.code})` : title,
      description: 'Een regel van de jaarkalender: wat er elk jaar terugkomt, door wie en voor wie.',
      breadcrumbs: [
        { label: 'Vergaderingen', href: meetingsAddress },
        { label: `Het jaar ${year}`, href: yearAddress(year) },
        { label: task ? 'Regel van de jaarkalender' : 'Nieuwe regel', href: address },
      ],
    },
    <>
      <Opening
        title={title}
        lead={
          task
            ? 'Een regel van de jaarkalender: een gewoonte, geen afspraak met een datum.'
            : 'Wat er elk jaar in een maand klaar moet zijn, door wie en voor wie.'
        }
        meta={[
          ...(task?.isWithdrawn ? [<Status is="stalled" label="vervallen" />] : []),
          ...(managerAs ? [`U wijzigt als: ${managerAs}`] : []),
        ]}
      >
        {ask.query.has('bewaard') && (
          <Notice kind="done" announce title="Bewaard.">
            Zo staat het nu in de jaarkalender.
          </Notice>
        )}
        {shown.isConflict && newest && (
          <KeptMeanwhile>
            Intussen wijzigde {newest.actedAs} deze regel, op {moment(newest.at)}.
          </KeptMeanwhile>
        )}
      </Opening>
      {task && (
        <Section id="regel" title={task.isWithdrawn ? 'Zoals het was' : 'Zoals het nu staat'}>
          <DataList
            items={[
              { term: 'Maand', value: monthName(task.month) },
              { term: 'Wat', value: task.what },
              { term: 'Door', value: task.byWhom },
              { term: 'Aan', value: task.toWhom },
              {
                term: 'Gremium',
                value: body ? (
                  <TextLink href={bodyAddress(body.code)}>{body.name}</TextLink>
                ) : task.body ? (
                  'staat niet meer in de gegevens'
                ) : (
                  'geen'
                ),
              },
            ]}
          />
        </Section>
      )}
      {task && <History versions={versions} />}
      {managerAs && <Difference found={found} />}
      {managerAs && <Fields found={found} shown={shown} back={yearAddress(year)} />}
    </>,
    shown.isConflict ? 409 : shown.faults.length > 0 ? 422 : 200,
  )
}

function History({ versions }: { versions: readonly YearChange[] }) {
  return (
    <Section id="verloop" title="Hoe het was">
      {versions.length === 0 ? (
        <Paragraph>Deze regel is niet op het scherm gewijzigd. Zo levert de regio hem aan.</Paragraph>
      ) : (
        <Timeline
          items={versions.map((version) => ({
            when: version.kind === 'regio' ? 'Daarvoor' : moment(version.at),
            children: <YearChangeWords change={version} />,
          }))}
        />
      )}
    </Section>
  )
}

/** What the region says otherwise since a line was changed here: it stays for whoever keeps the calendar to take over. */
function Difference({ found: { pack, versions } }: { found: Found }) {
  const before = versions.at(-1)
  if (before?.kind !== 'regio') return null
  if (pack && !saysOtherwise(pack, before)) return null
  return (
    <Notice kind="attention" title="De regio levert deze regel intussen anders aan.">
      {pack ? yearTaskWords(pack) : 'De regel staat niet meer in de gegevens van de regio.'} Wat hier op het scherm is
      gewijzigd, blijft staan tot u het zelf verandert.
    </Notice>
  )
}

function Fields(props: { found: Found; shown: Shown; back: string }) {
  const {
    found: { task, bodies },
    shown: { typed, formKey, faults, seen },
    back,
  } = props
  const errorAt = errorsAt(faults)
  const isThere = task !== null && !task.isWithdrawn
  return (
    <Section id="formulier" title={formTitle(task)}>
      <Form action={task ? `${yearTaskAddress(task.code)}/wijzigen` : newYearTaskAddress} errors={[...faults]}>
        <input type="hidden" name="sleutel" value={formKey} />
        <input type="hidden" name="versie" value={String(seen)} />
        <SelectField
          name="maand"
          label="In welke maand?"
          value={typed.month}
          options={[
            { value: '', label: 'Kies' },
            ...Array.from({ length: 12 }, (_, at) => ({ value: String(at + 1), label: monthName(at + 1) })),
          ]}
          {...errorAt('maand')}
        />
        <TextField name="wat" label="Wat is er dan klaar of gebeurt er?" value={typed.what} {...errorAt('wat')} />
        <TextField
          name="door"
          label="Wie doet het?"
          description="Een functie of organisatie. Noem geen persoon."
          value={typed.byWhom}
          {...errorAt('door')}
        />
        <TextField
          name="aan"
          label="Voor wie is het?"
          description="Een functie of organisatie. Noem geen persoon."
          value={typed.toWhom}
          {...errorAt('aan')}
        />
        <SelectField
          name="gremium"
          label="Welk gremium krijgt het?"
          optional
          value={typed.body}
          options={[
            { value: '', label: 'Geen gremium' },
            ...bodies.map(({ code, name }) => ({ value: code, label: name })),
          ]}
          {...errorAt('gremium')}
        />
        <TextField
          name="reden"
          label="Waarom?"
          description="Iedereen leest dit bij de jaarkalender. Noem geen personen."
          value={typed.reason}
          {...errorAt('reden')}
        />
        <Actions>
          <Button kind="primary">{task?.isWithdrawn ? 'Zet de regel terug' : 'Bewaar'}</Button>
          {isThere && (
            <Button name="vervalt" value="ja">
              Laat deze regel vervallen
            </Button>
          )}
          <ButtonLink href={back} kind="subtle">
            Terug zonder bewaren
          </ButtonLink>
        </Actions>
      </Form>
    </Section>
  )
}

const formTitle = (task: YearTask | null) =>
  task === null ? 'De nieuwe regel' : task.isWithdrawn ? 'Zet de regel terug' : 'Wijzig of laat vervallen'
