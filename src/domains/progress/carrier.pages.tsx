import { isUuid } from '../../kernel/typed'
import { Button, DataTable, EmptyState, Form, Notice, Opening, Section, SelectField, TextLink } from '../../platform/ui'
import { moment } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { textIn } from '../../platform/web/form-fields'
import { listActions } from '../strategy'
import { assign, type Carrier, carriersOf, choicesFor, mayAssign, passOn } from './carrier.store'
import { actionAddress, carrierAddress } from './update.parts'

async function find(ask: Ask) {
  const code = ask.params.code ?? ''
  return ask.read(async (tx) => {
    const [action] = (await listActions(tx, { codes: [code] })).items
    return (
      action && {
        action,
        carriers: await carriersOf(tx, code),
        choices: (await mayAssign(tx, code)) ? await choicesFor(tx, code) : null,
      }
    )
  })
}
type Found = NonNullable<Awaited<ReturnType<typeof find>>>

/** Who keeps an action up to date, since when, and who did before. */
export async function carrierPage(ask: Ask): Promise<Response> {
  const found = await find(ask)
  if (!found) return ask.notFound()
  const [now] = found.carriers
  return draw(ask, found, { organisation: '', post: now?.post ?? '', deputy: now?.deputy ?? '' }, null)
}

/** Names the post that keeps an action up to date and who stands in, or passes the action on to another organisation. */
export async function carrierForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const found = await find(ask)
  if (!found?.choices) return ask.notFound()
  const { code } = found.action
  const text = textIn(form)
  const organisation = text('organisatie')
  const [post, deputy] = [text('functie'), text('plaatsvervanger')]
  const typed = { organisation, post, deputy }
  const refuse = (field: Fault['field'], message: string) => draw(ask, found, typed, { field, message })
  if (!organisation && !isUuid(post)) return refuse('functie', 'Kies wie de actie bijhoudt.')
  if (!organisation && deputy === post) return refuse('plaatsvervanger', 'Kies een ander als plaatsvervanger.')
  const done = await ask.write((tx) =>
    organisation
      ? passOn(tx, code, organisation, ask.requestId)
      : assign(tx, code, { post, deputy: isUuid(deputy) ? deputy : null }, ask.requestId),
  )
  return done
    ? ask.redirect(`${carrierAddress(code)}?bewaard=ja`)
    : refuse(organisation ? 'organisatie' : 'functie', 'Dat kan niet (meer). Kies opnieuw.')
}

type Typed = { readonly organisation: string; readonly post: string; readonly deputy: string }
type Fault = { readonly field: 'functie' | 'plaatsvervanger' | 'organisatie'; readonly message: string }

function draw(ask: Ask, { action, carriers, choices }: Found, typed: Typed, fault: Fault | null): Promise<Response> {
  const [now] = carriers
  const posts = choices?.posts.map(({ id, title, name }) => ({ value: id, label: `${title} (${name})` })) ?? []
  const errors = (...fields: Fault['field'][]) => (fault && fields.includes(fault.field) ? [fault] : [])
  const errorOf = (field: Fault['field']) => errors(field)[0]?.message
  return ask.page(
    {
      title: `Wie bijhoudt: ${action.title} (${action.code})`,
      breadcrumbs: [
        { label: 'Plannen', href: '/plannen' },
        { label: action.code, href: actionAddress(action.code) },
        { label: 'Wie bijhoudt', href: carrierAddress(action.code) },
      ],
    },
    <>
      <Opening
        title={`Wie deze actie bijhoudt: ${action.title}`}
        lead={now ? carrierWords(now) : `Er is nog geen functie gekozen. Trekker is ${action.lead.name}.`}
        meta={[<TextLink href={actionAddress(action.code)}>Naar de actie</TextLink>]}
      >
        {ask.query.has('bewaard') && (
          <Notice kind="done" announce title="Bewaard.">
            De volgende mail gaat hierheen.
          </Notice>
        )}
      </Opening>
      {choices && (
        <Section
          id="kiezen"
          title="Kiezen"
          intro="Een functie, geen persoon: eindigt zij, dan gaat de actie naar de opvolger."
        >
          <Form action={carrierAddress(action.code)} errors={errors('functie', 'plaatsvervanger')}>
            <SelectField
              name="functie"
              label="Wie houdt de actie bij?"
              value={typed.post}
              error={errorOf('functie')}
              options={[{ value: '', label: 'Kies een functie' }, ...posts]}
            />
            <SelectField
              name="plaatsvervanger"
              label="Plaatsvervanger"
              description="Krijgt één mail als na twee weken niemand antwoordt."
              value={typed.deputy}
              error={errorOf('plaatsvervanger')}
              options={[{ value: '', label: 'Geen plaatsvervanger' }, ...posts]}
            />
            <Button kind="primary">Bewaar</Button>
          </Form>
          {choices.organisations.length > 0 && (
            <Form action={carrierAddress(action.code)} errors={errors('organisatie')}>
              <SelectField
                name="organisatie"
                label="Of geef de actie door aan een andere organisatie"
                description="De trekker is een groep. Die organisatie kiest zelf wie de actie bijhoudt."
                value={typed.organisation}
                error={errorOf('organisatie')}
                options={choices.organisations.map(({ code, name }) => ({ value: code, label: name }))}
              />
              <Button>Geef door</Button>
            </Form>
          )}
        </Section>
      )}
      <Section id="geschiedenis" title="Geschiedenis">
        {carriers.length === 0 ? (
          <EmptyState title="Nog niemand gekozen.">
            Zolang niemand is gekozen, gaat de vraag naar de programmamanager of de adviseur van de trekker, en anders
            naar de programmamanager van het bureau.
          </EmptyState>
        ) : (
          <DataTable
            caption="Wie de actie bijhield"
            hiddenCaption
            rows={carriers}
            columns={[
              { head: 'Sinds', rowHead: true, cell: ({ at }) => moment(at) },
              { head: 'Functie', cell: ({ title }) => title ?? 'nog niet gekozen' },
              { head: 'Organisatie', cell: ({ organisation }) => organisation.name },
              { head: 'Plaatsvervanger', cell: ({ deputyTitle }) => deputyTitle ?? 'geen' },
              {
                head: 'Hoe',
                cell: ({ how, actedAs }) =>
                  how === 'overgedragen'
                    ? 'vanzelf overgedragen: de functie eindigde'
                    : `gekozen door ${actedAs ?? 'onbekend'}`,
              },
            ]}
          />
        )}
      </Section>
    </>,
    fault ? 422 : 200,
  )
}

function carrierWords({ title, organisation, deputyTitle }: Carrier): string {
  if (title === null) return `${organisation.name}; die organisatie koos nog geen functie.`
  return `${title}, ${organisation.name}.${deputyTitle ? ` Plaatsvervanger: ${deputyTitle}.` : ''}`
}
