import { randomUUID } from 'node:crypto'
import { isUuid } from '../../kernel/typed'
import {
  Actions,
  Button,
  ButtonLink,
  type FieldError,
  Form,
  Notice,
  Opening,
  Section,
  TextArea,
} from '../../platform/ui'
import type { Ask, PageHead } from '../../platform/web/ask'
import { noteDeed } from '../identity'
import type { Subject } from './correction'
import { correct } from './correction.verbs'
import { newestCheckpoint, sealLedger } from './entry.verbs'

/** A publication that the person who asks may correct. */
type Correctable = Subject & {
  readonly title: string
  readonly address: string
  readonly breadcrumbs: NonNullable<PageHead['breadcrumbs']>
  /** What the log of deeds calls it. */
  readonly event: string
}

type Find = (ask: Ask) => Promise<Correctable | null>

const fields = [
  { name: 'stond', label: 'Er stond', missing: 'Schrijf over wat er stond.' },
  { name: 'lees', label: 'Lees', missing: 'Schrijf wat er had moeten staan.' },
  { name: 'waarom', label: 'Waarom', missing: 'Schrijf waarom dit een correctie is.' },
] as const
type Typed = Readonly<Record<(typeof fields)[number]['name'], string>>
const longest = 4_000

/** Where a publication is corrected. `find` gives it to who may, and null to everybody else and of what was not published. */
export const correctingPage = (find: Find) => async (ask: Ask) => {
  const of = await find(ask)
  return of ? form(ask, of, { stond: '', lees: '', waarom: '' }, randomUUID(), []) : ask.notFound()
}

/** Adds a correction; the same one sent twice is one. */
export const correctForm = (find: Find) => async (ask: Ask) => {
  const sent = await ask.form()
  const of = await find(ask)
  if (!of) return ask.notFound()
  const text = (name: string) => String(sent.get(name) ?? '').trim()
  const typed: Typed = { stond: text('stond'), lees: text('lees'), waarom: text('waarom') }
  const given = text('nummer')
  const id = isUuid(given) ? given : randomUUID()
  const errors = fields.flatMap(({ name, missing }) =>
    typed[name] === ''
      ? [{ field: name, message: missing }]
      : typed[name].length > longest
        ? [{ field: name, message: `Maak de tekst korter: ten hoogste ${longest} tekens.` }]
        : [],
  )
  if (errors.length > 0) return form(ask, of, typed, id, errors)
  const controlepunt = await newestCheckpoint(ask)
  const { kind, subject, address } = of
  await ask.write(async (tx) => {
    const { stond: before, lees: after, waarom: reason } = typed
    const correction = { id, kind, subject, before, after, reason }
    if (await correct(tx, correction, { address, programma: ask.installation.program, controlepunt }))
      await noteDeed(tx, { event: of.event, object: `${subject} ${id}`, requestId: ask.requestId })
  })
  await sealLedger(ask)
  return ask.redirect(`${address}#daarna`)
}

function form(ask: Ask, of: Correctable, typed: Typed, id: string, errors: readonly FieldError[]) {
  const address = `${of.address}/corrigeren`
  return ask.page(
    {
      title: `Correctie bij ${of.title}`,
      breadcrumbs: [...of.breadcrumbs, { label: 'Corrigeren', href: address }],
    },
    <>
      <Opening
        title="Schrijf een correctie"
        lead="Het stuk zelf verandert niet. Uw correctie komt erbij te staan, met uw functie en de datum."
      >
        <Notice title="Een correctie gaat niet meer weg.">Ook u kunt hem later niet wijzigen.</Notice>
      </Opening>
      <Section id="formulier" title={of.title}>
        <Form action={address} errors={[...errors]}>
          <input type="hidden" name="nummer" value={id} />
          {fields.map(({ name, label }) => {
            const fault = errors.find(({ field }) => field === name)
            return (
              <TextArea
                name={name}
                label={label}
                value={typed[name]}
                rows={3}
                {...(fault ? { error: fault.message } : {})}
              />
            )
          })}
          <Actions>
            <Button kind="primary">Publiceer de correctie</Button>
            <ButtonLink href={of.address} kind="subtle">
              Terug zonder corrigeren
            </ButtonLink>
          </Actions>
        </Form>
      </Section>
    </>,
    errors.length > 0 ? 422 : 200,
  )
}
