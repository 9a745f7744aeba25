import { covers } from '../../kernel/period'
import { typedDay } from '../../kernel/typed-day'
import {
  Actions,
  Button,
  ButtonLink,
  Checkboxes,
  Code,
  DataTable,
  DateField,
  Form,
  ListLink,
  Notice,
  Opening,
  Paragraph,
  Section,
  Status,
  TextField,
  TextLink,
} from '../../platform/ui'
import { count, day as dayInWords } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { dayIn, textIn } from '../../platform/web/form-fields'
import type { EntryFault, Surroundings, TypedEntry } from './basisteam'
import { basisteams } from './basisteam.store'
import { fillBasisteam, surroundings } from './basisteam.verbs'

const breadcrumbs = [
  { label: 'Beheer', href: '/beheer' },
  { label: 'Basisteams', href: '/beheer/basisteams' },
]

/** The basisteams, and which of them still wait for a name. */
export async function basisteamsPage(ask: Ask): Promise<Response> {
  const teams = await ask.read((tx) => basisteams(tx, ask.today))
  const waiting = teams.filter(({ isFilledIn }) => !isFilledIn)
  const saved = teams.find(({ code }) => code === ask.query.get('bewaard'))
  return ask.page(
    { title: 'Basisteams', breadcrumbs },
    <>
      <Opening
        title="Basisteams"
        lead={
          waiting.length === 0
            ? `Alle ${teams.length} basisteams zijn ingevuld.`
            : `${waiting.length} van de ${teams.length} basisteams zijn nog niet ingevuld. Onze bronnen noemen hun namen niet.`
        }
      >
        {saved && (
          <Notice kind="done" announce title={`${saved.name} is bewaard.`}>
            Iedereen ziet het nu op de pagina <ListLink href={`/gebieden/${saved.code}`}>{saved.name}</ListLink>.
          </Notice>
        )}
      </Opening>
      <Section id="teams" title="Teams" intro={`Met hun gemeenten op ${dayInWords(ask.today)}.`}>
        <DataTable
          caption="Basisteams"
          hiddenCaption
          rows={teams}
          rowId={({ code }) => code}
          columns={[
            { head: 'Code', cell: ({ code }) => <Code>{code}</Code> },
            {
              head: 'Naam',
              rowHead: true,
              cell: ({ code, name, isFilledIn }) =>
                isFilledIn ? (
                  <ListLink href={`/gebieden/${code}`}>{name}</ListLink>
                ) : (
                  <Status is="unknown" label="nog niet ingevuld" />
                ),
            },
            {
              head: 'Gemeenten',
              cell: ({ municipalities }) => municipalities.map(({ name }) => name).join(', ') || 'nog niet ingevuld',
            },
            {
              head: 'Wijzigen',
              narrow: '',
              cell: ({ code, name, isFilledIn }) => (
                <ListLink href={`/beheer/basisteams/${code}`}>
                  {isFilledIn ? 'Wijzig' : 'Vul in'}
                  <span class="sv-onzichtbaar"> {isFilledIn ? name : code}</span>
                </ListLink>
              ),
            },
          ]}
        />
        <Paragraph small>
          Werken in een gemeente meer basisteams?{' '}
          <TextLink href="/beheer/basisteamwijken">Verdeel haar per wijk</TextLink>.
        </Paragraph>
      </Section>
    </>,
  )
}

/** The form of one basisteam, with what holds today. */
export async function basisteamPage(ask: Ask): Promise<Response> {
  const code = ask.params.code ?? ''
  const { around, team } = await ask.read(async (tx) => ({
    around: await surroundings(tx, code, ask.region.code, ask.today),
    team: (await basisteams(tx, ask.today)).find((one) => one.code === code),
  }))
  if (!around || !team) return ask.notFound()
  // "Basisteam 7" is a number we gave, and no name to keep by accident.
  const name = team.isFilledIn ? team.name : ''
  const [year = '', month = '', day = ''] = ask.today.split('-')
  const municipalities = around.memberships
    .filter(({ team, validity }) => team === code && covers(validity, ask.today))
    .map(({ municipality }) => municipality)
  const typed = { name, municipalities, from: { day: String(Number(day)), month: String(Number(month)), year } }
  return formPage(ask, around, typed, [])
}

/** Keeps what was typed, or shows the form again with everything typed in it and what is wrong. */
export async function fillBasisteamForm(ask: Ask): Promise<Response> {
  const code = ask.params.code ?? ''
  const form = await ask.form()
  const text = textIn(form)
  const typed: TypedEntry = {
    name: text('naam'),
    municipalities: form.getAll('gemeenten').map(String),
    from: dayIn(form, 'vanaf'),
  }
  const on = typedDay(typed.from) ?? ask.today
  try {
    const filling = { team: code, region: ask.region.code, on, requestId: ask.requestId }
    const outcome = await ask.write((tx) => fillBasisteam(tx, typed, filling))
    if (!outcome) return ask.notFound()
    if (outcome.faults.length > 0) return formPage(ask, outcome.around, typed, outcome.faults)
    return ask.redirect(`/beheer/basisteams?bewaard=${encodeURIComponent(code)}`)
  } catch (fault) {
    // Somebody else put one of these municipalities in another team just now: his is kept, or both waited for each other.
    if (!['23P01', '40P01'].includes(String((fault as { code?: unknown }).code))) throw fault
    const around = await ask.read((tx) => surroundings(tx, code, ask.region.code, on))
    const message =
      'Een van deze gemeenten kwam zojuist bij een ander basisteam. Kijk wat er veranderde en bewaar opnieuw.'
    return around ? formPage(ask, around, typed, [{ field: 'gemeenten', message }]) : ask.notFound()
  }
}

function formPage(ask: Ask, around: Surroundings, typed: TypedEntry, faults: readonly EntryFault[]): Promise<Response> {
  const { team, teamNames, municipalityNames, memberships } = around
  const errorOf = (field: EntryFault['field']) =>
    faults
      .filter((fault) => fault.field === field)
      .map(({ message }) => message)
      .join(' ') || undefined
  const elsewhere = (municipality: string) => {
    const other = memberships.find(
      (one) =>
        one.municipality === municipality &&
        one.team !== team &&
        covers(one.validity, typedDay(typed.from) ?? ask.today),
    )
    return other ? `nu bij ${teamNames.get(other.team)}` : undefined
  }
  return ask.page(
    {
      title: `Basisteam ${team}`,
      breadcrumbs: [...breadcrumbs, { label: team, href: `/beheer/basisteams/${team}` }],
    },
    <>
      <Opening
        title={`Basisteam ${team} invullen`}
        lead="Schrijf wat de politie u geeft. Iedereen leest het daarna op de pagina van dit basisteam."
      />
      <Section
        id="formulier"
        title="Wat u weet"
        intro="Wat u niet weet, laat u leeg. Een gemeente met meer basisteams verdeelt u per wijk: zie de lijst van basisteams."
      >
        <Form action={`/beheer/basisteams/${team}`} errors={faults}>
          <TextField name="naam" label="Naam" value={typed.name} error={errorOf('naam')} />
          <DateField
            name="vanaf"
            label="Vanaf welke dag geldt dit?"
            description="Wat vóór die dag gold, blijft staan."
            value={typed.from}
            error={errorOf('vanaf')}
          />
          <Checkboxes
            name="gemeenten"
            label="Gemeenten van dit basisteam"
            optional
            description={`${count(municipalityNames.size, 'gemeente', 'gemeenten')} op de gekozen dag.`}
            values={typed.municipalities}
            error={errorOf('gemeenten')}
            options={[...municipalityNames].map(([value, label]) => {
              const description = elsewhere(value)
              return description ? { value, label, description } : { value, label }
            })}
          />
          <Actions>
            <Button kind="primary">Bewaar</Button>
            <ButtonLink href="/beheer/basisteams" kind="subtle">
              Terug zonder bewaren
            </ButtonLink>
          </Actions>
        </Form>
      </Section>
    </>,
    faults.length > 0 ? 422 : 200,
  )
}
