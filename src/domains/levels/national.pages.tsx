import { type Fault, tidy } from '../../kernel/typed'
import {
  Button,
  DataList,
  EmptyState,
  errorsAt,
  Form,
  List,
  Notice,
  Opening,
  Radios,
  Section,
  SelectField,
  TextField,
  TextLink,
} from '../../platform/ui'
import type { Ask } from '../../platform/web/ask'
import { formKeyOf, newSecret } from '../../platform/web/secret'
import { documentTitles, Sources } from '../figures'
import { listPriorities } from '../strategy'
import { bureauFunction, linkNational, listNational } from './national.store'
import {
  levelAddress,
  levelsAddress,
  nationalAddress,
  nationalLinkAddress,
  saidByWords,
  yearsWords,
} from './overview.parts'

const find = (ask: Ask) =>
  ask.read(async (tx) => {
    const [item] = (await listNational(tx, { code: ask.params.punt ?? '' })).items
    if (!item) return null
    const actsAs = ask.person ? await bureauFunction(tx) : null
    return {
      item,
      actsAs,
      priorities: actsAs ? (await listPriorities(tx)).items : [],
      documents: await documentTitles(tx),
    }
  })
type Found = NonNullable<Awaited<ReturnType<typeof find>>>

type Typed = {
  readonly priority: string
  readonly linked: string
  readonly reason: string
  readonly formKey: string
}

/** One item of a national agenda, with the regional priorities that answer it; a bureau says so here. */
export async function nationalPage(ask: Ask): Promise<Response> {
  const found = await find(ask)
  if (!found) return ask.notFound()
  return draw(ask, found, { priority: '', linked: '', reason: '', formKey: newSecret() }, [])
}

/** Keeps whether a priority answers the item; the same form twice is one word. */
export async function nationalForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const found = await find(ask)
  if (!found?.actsAs) return ask.notFound()
  const text = (name: string) => tidy(String(form.get(name) ?? ''))
  const typed: Typed = {
    priority: text('prioriteit'),
    linked: text('hoort'),
    reason: text('reden'),
    formKey: formKeyOf(form),
  }
  const faults: Fault[] = [
    ...(found.priorities.some(({ code }) => code === typed.priority)
      ? []
      : [{ field: 'prioriteit', message: 'Kies een regionale prioriteit.' }]),
    ...(['ja', 'nee'].includes(typed.linked) ? [] : [{ field: 'hoort', message: 'Kies of zij bij elkaar horen.' }]),
    ...(typed.reason === ''
      ? [{ field: 'reden', message: 'Schrijf in één zin waarom.' }]
      : typed.reason.length > 500
        ? [{ field: 'reden', message: 'Maak dit korter: ten hoogste 500 tekens.' }]
        : []),
  ]
  if (faults.length > 0) return draw(ask, found, typed, faults)
  const word = {
    item: found.item.code,
    priority: typed.priority,
    linked: typed.linked === 'ja',
    reason: typed.reason,
  }
  const done = await ask.write((tx) => linkNational(tx, word, { formKey: typed.formKey, requestId: ask.requestId }))
  return done ? ask.redirect(`${nationalAddress(found.item.code)}?bewaard=ja`) : ask.notFound()
}

function draw(ask: Ask, { item, actsAs, priorities, documents }: Found, typed: Typed, faults: readonly Fault[]) {
  const address = nationalAddress(item.code)
  const errorAt = errorsAt(faults)
  return ask.page(
    {
      title: `${item.title}: ${item.agenda} (${item.code})`,
      breadcrumbs: [
        { label: 'Van landelijk naar lokaal', href: levelsAddress },
        { label: item.title, href: address },
      ],
    },
    <>
      <Opening title={item.title} lead={`Een punt uit: ${item.agenda}.`} meta={[yearsWords(item)]}>
        {ask.query.has('bewaard') && (
          <Notice kind="done" announce title="Bewaard.">
            Wat er eerder is gezegd, blijft bewaard.
          </Notice>
        )}
      </Opening>
      <Section id="punt" title="Wat wij ervan weten">
        <DataList
          items={[
            {
              term: 'Agenda',
              value: item.plan ? <TextLink href={`/plannen/${item.plan}`}>{item.agenda}</TextLink> : item.agenda,
            },
            { term: 'Periode', value: yearsWords(item) },
            { term: 'Doel', value: item.goal ?? 'niet genoemd' },
          ]}
        />
        <Sources of={item.sources} documents={documents} />
      </Section>
      <Section id="regionaal" title="Regionaal" intro="Welke prioriteit erbij hoort, en wie dat zei.">
        {item.links.length === 0 ? (
          <EmptyState title="Geen regionale prioriteit hoort hierbij, voor zover wij weten." />
        ) : (
          <List
            items={item.links.map((link) => (
              <>
                <TextLink href={levelAddress(link.priority.code)}>{link.priority.title}</TextLink>
                {link.linked ? '' : ' hoort er niet bij'}: {link.reason} ({saidByWords(link)})
              </>
            ))}
          />
        )}
      </Section>
      {actsAs && (
        <Section id="koppel" title="Koppel" intro={`U doet dit als: ${actsAs}.`}>
          <Form action={nationalLinkAddress(item.code)} errors={[...faults]}>
            <input type="hidden" name="sleutel" value={typed.formKey} />
            <SelectField
              name="prioriteit"
              label="Regionale prioriteit"
              value={typed.priority}
              options={[
                { value: '', label: 'Kies een prioriteit' },
                ...priorities.map(({ code, title, strategy }) => ({
                  value: code,
                  label: `${title} (${strategy.from}-${strategy.to})`,
                })),
              ]}
              {...errorAt('prioriteit')}
            />
            <Radios
              name="hoort"
              label="Horen zij bij elkaar?"
              value={typed.linked}
              options={[
                { value: 'ja', label: 'Ja' },
                { value: 'nee', label: 'Nee, of niet meer' },
              ]}
              {...errorAt('hoort')}
            />
            <TextField
              name="reden"
              label="Waarom"
              description="Eén zin. Iedereen kan dit lezen."
              value={typed.reason}
              {...errorAt('reden')}
            />
            <Button kind="primary">Bewaar</Button>
          </Form>
        </Section>
      )}
    </>,
    faults.length > 0 ? 422 : 200,
  )
}
