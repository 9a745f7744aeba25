import type { Fault } from '../../kernel/typed'
import {
  DataTable,
  DateField,
  errorsAt,
  Form,
  KeepOrBack,
  Notice,
  Opening,
  Paragraph,
  Radios,
  Section,
  TextArea,
  TextField,
  TextLink,
} from '../../platform/ui'
import { capital, count, moment } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { dayIn, textIn } from '../../platform/web/form-fields'
import { formKeyOf, newSecret } from '../../platform/web/secret'
import { listCells, type MatrixCell } from '../strategy'
import { answerOf, answers, asTypedCell, type CellVersion, readCell, type TypedCell } from './cell'
import { answerWords, CellHistory, CellStatus, cellAddress, cellPath, executionAddress } from './cell.parts'
import { cellVersions, functionFor, keepCell } from './cell.store'
import { ownPlaces } from './local-plan.store'

const breadcrumbsOf = ({ code, name }: MatrixCell['district']) => [
  { label: 'Wie doet waar mee', href: '/deelname' },
  { label: name, href: `/deelname/${code}` },
  { label: 'Uitvoeringsplan', href: executionAddress(code) },
]

type Plan = {
  readonly district: MatrixCell['district']
  readonly cells: readonly MatrixCell[]
  readonly themes: readonly string[]
  readonly partners: readonly { readonly code: string; readonly name: string }[]
  readonly versions: readonly CellVersion[]
}

/** The execution plan of a district with all that was said of it; null when it has none. */
const findPlan = (ask: Ask): Promise<Plan | null> =>
  ask.read(async (tx) => {
    const code = ask.params.district ?? ''
    const cells = (await listCells(tx, { district: code })).items
    const [first] = cells
    if (!first) return null
    const partners = new Map(
      cells.map(({ partner }) => [partner.code, partner.code === code ? 'Alle partners samen' : partner.name]),
    )
    return {
      district: first.district,
      cells,
      themes: [...new Set(cells.map(({ theme }) => theme))],
      partners: [...partners].map(([partner, name]) => ({ code: partner, name })),
      versions: await cellVersions(tx, code),
    }
  })

const nameIn =
  ({ partners }: Plan) =>
  (code: string) =>
    partners.find((one) => one.code === code)?.name ?? code
const cellIn = ({ cells }: Plan, theme: string, partner: string) =>
  cells.find((cell) => cell.theme === theme && cell.partner.code === partner)

/** The execution plan of a district: every theme and partner, with why and when; to fill in for its people. */
export async function executionPage(ask: Ask): Promise<Response> {
  const plan = await findPlan(ask)
  if (!plan) return ask.notFound()
  const own = await ask.read((tx) => ownPlaces(tx))
  const { district, themes, partners, versions } = plan
  const mayEdit = (partner: string) => own.some(({ code }) => code === district.code || code === partner)
  const isEditor = partners.some(({ code }) => mayEdit(code))
  return ask.page(
    { title: `Uitvoeringsplan van district ${district.name}`, breadcrumbs: breadcrumbsOf(district) },
    <>
      <Opening
        title={`Uitvoeringsplan van district ${district.name}`}
        lead="Onbekend is niet nee. Wie een thema niet koos, en waarom, ziet alleen wie inlogt."
        meta={[
          count(themes.length, 'thema', 'thema’s'),
          count(partners.length, 'partner', 'partners'),
          count(versions.length, 'wijziging', 'wijzigingen'),
        ]}
      >
        {ask.query.has('bewaard') && (
          <Notice kind="done" announce title="Bewaard.">
            Wat er eerder stond, staat onderaan.
          </Notice>
        )}
        {isEditor && <Paragraph small>Kies een vak om het te wijzigen.</Paragraph>}
      </Opening>
      <Section id="tabel" title="Thema’s en partners" full>
        <div class="sv-liggend">
          <DataTable
            caption={`District ${district.name}: wat elke partner per thema koos`}
            rows={themes}
            columns={[
              { head: 'Thema', rowHead: true, cell: (theme) => theme },
              ...partners.map((partner) => ({
                head: partner.name,
                cell: (theme: string) => {
                  const cell = cellIn(plan, theme, partner.code)
                  const status = <CellStatus answer={answerOf(cell)} start={cell?.startPosition ?? null} />
                  if (!mayEdit(partner.code)) return status
                  return (
                    <TextLink href={cellAddress({ district: district.code, theme, partner: partner.code })}>
                      {status}
                      <span class="sv-onzichtbaar">{`: wijzig ${theme}, ${partner.name}`}</span>
                    </TextLink>
                  )
                },
              })),
            ]}
          />
        </div>
      </Section>
      <Section id="wijzigingen" title="Redenen en datums" intro="De nieuwste eerst. Er gaat niets weg." full>
        <CellHistory versions={versions} nameOf={nameIn(plan)} />
      </Section>
    </>,
  )
}

async function find(ask: Ask, theme: string, partner: string) {
  const plan = await findPlan(ask)
  if (!plan?.themes.includes(theme) || !plan.partners.some(({ code }) => code === partner)) return null
  const actsAs = await ask.read((tx) => functionFor(tx, [plan.district.code, partner]))
  if (!actsAs) return null
  const versions = plan.versions.filter((version) => version.theme === theme && version.partner === partner)
  const [newest] = versions
  return { plan, theme, partner, actsAs, cell: cellIn(plan, theme, partner), versions, seen: newest?.version ?? 0 }
}
type Found = NonNullable<Awaited<ReturnType<typeof find>>>

/** Where somebody of the district or of the partner says what the partner chose in a theme. */
export async function cellPage(ask: Ask): Promise<Response> {
  const found = await find(ask, ask.query.get('thema') ?? '', ask.query.get('partner') ?? '')
  if (!found) return ask.notFound()
  const { cell, seen } = found
  const typed = asTypedCell(answerOf(cell), cell?.startPosition ?? null, ask.today)
  return draw(ask, found, { typed, seen, formKey: newSecret(), faults: [] })
}

/** Keeps what was said of a cell as a new version; or shows it again with what is wrong, or beside what was kept meanwhile. */
export async function cellForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const text = textIn(form)
  const found = await find(ask, text('thema'), text('partner'))
  if (!found) return ask.notFound()
  const { plan, theme, partner } = found
  const typed: TypedCell = {
    answer: text('antwoord'),
    startPosition: text('start'),
    reason: text('reden'),
    decidedOn: dayIn(form, 'datum'),
  }
  const seen = Number.parseInt(text('versie'), 10) || 0
  const formKey = formKeyOf(form)
  const said = readCell(typed, ask.today)
  if ('faults' in said) return draw(ask, found, { typed, seen, formKey, faults: said.faults })
  const key = { district: plan.district.code, theme, partner }
  const kept = await ask.write((tx) => keepCell(tx, key, said, { seen, formKey, requestId: ask.requestId }))
  if (kept === 'botst') {
    const now = await find(ask, theme, partner)
    return now
      ? draw(ask, now, { typed, seen: now.seen, formKey, faults: [], theirs: now.versions[0] })
      : ask.notFound()
  }
  return kept ? ask.redirect(`${executionAddress(key.district)}?bewaard=ja`) : ask.notFound()
}

type Shown = {
  readonly typed: TypedCell
  readonly seen: number
  readonly formKey: string
  readonly faults: readonly Fault[]
  /** What somebody else kept meanwhile. */
  readonly theirs?: CellVersion | undefined
}

function draw(ask: Ask, { plan, theme, partner, actsAs, versions }: Found, shown: Shown) {
  const { typed, seen, formKey, faults, theirs } = shown
  const { district } = plan
  const name = nameIn(plan)(partner)
  const title = `${theme}: ${name}`
  const errorAt = errorsAt(faults)
  return ask.page(
    {
      title: `${title}, district ${district.name}`,
      breadcrumbs: [
        ...breadcrumbsOf(district),
        { label: title, href: cellAddress({ district: district.code, theme, partner }) },
      ],
    },
    <>
      <Opening
        title={title}
        lead={`Wat koos deze partner in het uitvoeringsplan van district ${district.name}?`}
        meta={[`U vult in als: ${actsAs}`]}
      >
        {theirs && (
          <Notice kind="attention" announce title="Er is nog niets bewaard.">
            Intussen bewaarde {theirs.actedAs} op {moment(theirs.at)}: {answerWords[theirs.answer]}, omdat:{' '}
            {theirs.reason} Uw antwoord staat er nog. Klopt het, bewaar dan opnieuw.
          </Notice>
        )}
      </Opening>
      <Section id="formulier" title={theirs ? 'Wat u invulde' : 'Uw antwoord'}>
        <Form action={cellPath(district.code)} errors={[...faults]}>
          <input type="hidden" name="versie" value={String(seen)} />
          <input type="hidden" name="sleutel" value={formKey} />
          <input type="hidden" name="thema" value={theme} />
          <input type="hidden" name="partner" value={partner} />
          <Radios
            name="antwoord"
            label="Wat doet de partner?"
            value={typed.answer}
            options={answers.map((value) => ({
              value,
              label: capital(answerWords[value]),
              ...(value === 'startpositie' ? { description: 'De partner doet mee, en u zegt waar hij begint.' } : {}),
              ...(value === 'niet-gekozen' ? { description: 'Dat ziet alleen wie inlogt.' } : {}),
            }))}
            {...errorAt('antwoord')}
          />
          <TextField
            name="start"
            label="Waar begint de partner?"
            optional
            description="Alleen bij een startpositie, bijvoorbeeld: zicht krijgen op het probleem."
            value={typed.startPosition}
            {...errorAt('start')}
          />
          <TextArea
            name="reden"
            label="Waarom"
            description="Alleen professionals lezen dit. Noem geen personen of adressen."
            rows={2}
            value={typed.reason}
            {...errorAt('reden')}
          />
          <DateField name="datum" label="Afgesproken op" value={typed.decidedOn} {...errorAt('datum')} />
          <KeepOrBack back={executionAddress(district.code)} />
        </Form>
      </Section>
      <Section id="versies" title="Eerder" intro="De nieuwste eerst." full={versions.length > 0}>
        <CellHistory versions={versions} nameOf={nameIn(plan)} />
      </Section>
    </>,
    theirs ? 409 : faults.length > 0 ? 422 : 200,
  )
}
