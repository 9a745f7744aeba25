import {
  Actions,
  Button,
  ButtonLink,
  DataTable,
  DateField,
  EmptyState,
  Fold,
  Form,
  ListLink,
  Notice,
  Opening,
  Section,
  SelectField,
} from '../../platform/ui'
import { count, day as dayInWords } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { dayIn } from '../../platform/web/form-fields'
import { noTeam } from '../territory'
import {
  type Divisible,
  type DivisionFault,
  divide,
  divisible,
  divisions,
  type TypedDivision,
} from './team-neighbourhood.verbs'

const noWijken = 'Die komen mee met de eerste levering van de politie. Wijken van voorbeeldcijfers zijn verzonnen.'
const here = '/beheer/basisteamwijken'
const breadcrumbs = [
  { label: 'Beheer', href: '/beheer' },
  { label: 'Basisteams', href: '/beheer/basisteams' },
  { label: 'Per wijk', href: here },
]

/** The municipalities that can be divided over basisteams, and how they are today. */
export async function teamNeighbourhoodsPage(ask: Ask): Promise<Response> {
  const found = await ask.read((tx) => divisions(tx, ask.region.code, ask.today))
  const saved = found.find(({ code }) => code === ask.query.get('bewaard'))
  return ask.page(
    { title: 'Basisteams per wijk', breadcrumbs },
    <>
      <Opening
        title="Basisteams per wijk"
        lead="Werken in een gemeente meer basisteams, dan verdeelt u haar hier per wijk of buurt."
      >
        {saved && (
          <Notice kind="done" announce title={`De verdeling van ${saved.name} is bewaard.`}>
            De cijfers van de basisteams zijn nu zo opgeteld.
          </Notice>
        )}
      </Opening>
      <Section id="gemeenten" title="Gemeenten" intro={`Zoals verdeeld op ${dayInWords(ask.today)}.`}>
        {found.every(({ wijken }) => wijken === 0) && (
          <EmptyState title="Er zijn nog geen wijken.">{noWijken}</EmptyState>
        )}
        <DataTable
          caption="Gemeenten en hun wijken"
          hiddenCaption
          rows={found}
          columns={[
            {
              head: 'Gemeente',
              rowHead: true,
              cell: ({ code, name }) => <ListLink href={`${here}/${code}`}>{name}</ListLink>,
            },
            { head: 'Wijken', align: 'number', cell: ({ wijken }) => wijken },
            { head: 'Basisteams', cell: ({ teams }) => teams.join(', ') || 'niet verdeeld per wijk' },
          ]}
        />
      </Section>
    </>,
  )
}

/** The form that divides one municipality, with what holds today. */
export async function teamNeighbourhoodPage(ask: Ask): Promise<Response> {
  const found = await ask.read((tx) => divisible(tx, ask.params.gemeente ?? '', ask.today))
  if (!found) return ask.notFound()
  const [year = '', month = '', day = ''] = ask.today.split('-')
  const typed = { chosen: found.chosen, from: { day: String(Number(day)), month: String(Number(month)), year } }
  return formPage(ask, found, typed, [])
}

/** Keeps a division from the day typed, or shows the form again with what was chosen and what is wrong. */
export async function divideForm(ask: Ask): Promise<Response> {
  const code = ask.params.gemeente ?? ''
  const form = await ask.form()
  const chosen = new Map(
    [...form].flatMap(([name, value]): [string, string][] =>
      name.startsWith('team-') && value !== '' ? [[name.slice('team-'.length), String(value)]] : [],
    ),
  )
  const typed = { chosen, from: dayIn(form, 'vanaf') }
  const outcome = await ask.write((tx) => divide(tx, code, typed, { today: ask.today, requestId: ask.requestId }))
  if (!outcome) return ask.notFound()
  if (!('faults' in outcome)) return ask.redirect(`${here}?bewaard=${encodeURIComponent(code)}`)
  return formPage(ask, outcome.divisible, typed, outcome.faults)
}

function formPage(
  ask: Ask,
  { municipality, neighbourhoods, teams }: Divisible,
  { chosen, from }: TypedDivision,
  faults: readonly DivisionFault[],
): Promise<Response> {
  const options = teams.map(({ code, name }) => ({ value: code, label: name }))
  const wijken = neighbourhoods.filter(({ wijk }) => wijk === null)
  return ask.page(
    {
      title: `${municipality.name} verdelen over basisteams`,
      breadcrumbs: [...breadcrumbs, { label: municipality.name, href: `${here}/${municipality.code}` }],
    },
    <>
      <Opening
        title={`${municipality.name} verdelen over basisteams`}
        lead={`${municipality.name} heeft ${count(wijken.length, 'wijk', 'wijken')}. Kies per wijk het basisteam. Wijkt een buurt af, kies dan ook daar.`}
      />
      <Section id="formulier" title="Verdeling">
        {wijken.length === 0 ? (
          <EmptyState title="Er zijn nog geen wijken.">{noWijken}</EmptyState>
        ) : (
          <Form action={`${here}/${municipality.code}`} errors={faults}>
            <DateField
              name="vanaf"
              label="Vanaf welke dag geldt dit?"
              description="Wat vóór die dag gold, blijft staan."
              value={from}
              error={faults.find(({ field }) => field === 'vanaf')?.message}
            />
            {wijken.map(({ code, name }) => {
              const buurten = neighbourhoods.filter(({ wijk }) => wijk === code)
              return (
                <>
                  <SelectField
                    name={`team-${code}`}
                    label={name}
                    value={chosen.get(code) ?? ''}
                    options={[{ value: '', label: 'geen basisteam gekozen' }, ...options]}
                  />
                  {buurten.length > 0 && (
                    <Fold
                      label={`${count(buurten.length, 'buurt', 'buurten')} van ${name}`}
                      open={buurten.some((one) => chosen.has(one.code))}
                    >
                      {buurten.map((one) => (
                        <SelectField
                          name={`team-${one.code}`}
                          label={one.name}
                          value={chosen.get(one.code) ?? ''}
                          options={[
                            { value: '', label: 'zoals de wijk' },
                            { value: noTeam, label: 'geen basisteam' },
                            ...options,
                          ]}
                        />
                      ))}
                    </Fold>
                  )}
                </>
              )
            })}
            <Actions>
              <Button kind="primary">Bewaar de verdeling</Button>
              <ButtonLink href={here} kind="subtle">
                Terug zonder bewaren
              </ButtonLink>
            </Actions>
          </Form>
        )}
      </Section>
    </>,
    faults.length > 0 ? 422 : 200,
  )
}
