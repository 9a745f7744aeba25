import {
  Actions,
  Button,
  ButtonLink,
  DataTable,
  EmptyState,
  errorsAt,
  Form,
  ListLink,
  Opening,
  Section,
  SelectField,
  Status,
  Tag,
  TextField,
  TextLink,
} from '../../platform/ui'
import { count, moment } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { noteDeed } from '../identity'
import { calendarAddress, correctionsAddress, sha256 } from '../publications'
import { type Account, accountKinds } from './account'
import { addAccount, bureausOf, listAccounts } from './account.store'
import { codeOf, parseYear } from './account.verbs'
import { accountAddress, accountsAddress } from './address.parts'
import { kindWords } from './document.parts'
import { PreviewSection } from './window.parts'
import { ownPreviews } from './window.store'

/** What was released; and for whoever works on them the drafts, which exist for nobody else. */
export async function accountsPage(ask: Ask): Promise<Response> {
  const { accounts, bureaus, previews } = await ask.read(async (tx) => ({
    accounts: await listAccounts(tx),
    bureaus: await bureausOf(tx),
    previews: await ownPreviews(tx),
  }))
  const released = accounts.filter((account) => account.released)
  const drafts = accounts.filter((account) => !account.released)
  return ask.page(
    {
      title: 'Stukken ter verantwoording',
      description: 'Jaarresultaten, jaarverslagen en evaluaties zoals de coalitie ze heeft uitgebracht.',
      breadcrumbs: [
        { label: 'Verantwoording', href: '/verantwoording' },
        { label: 'Stukken', href: accountsAddress },
      ],
    },
    <>
      <Opening
        title="Stukken ter verantwoording"
        lead={
          released.length === 0
            ? 'Er is nog geen stuk uitgebracht.'
            : `Er ${released.length === 1 ? 'staat' : 'staan'} hier ${count(released.length, 'stuk', 'stukken')}. Wat is uitgebracht, verandert niet meer.`
        }
        meta={[
          <TextLink href={calendarAddress}>Wat er komt, staat in de publicatiekalender</TextLink>,
          <TextLink href={correctionsAddress}>Correcties</TextLink>,
        ]}
      />
      <PreviewSection previews={previews} />
      {bureaus.length > 0 && (
        <Section id="nieuw" title="Nieuw stuk">
          <ButtonLink href={`${accountsAddress}/nieuw`}>Begin een stuk</ButtonLink>
        </Section>
      )}
      {(bureaus.length > 0 || drafts.length > 0) && (
        <Section id="concepten" title="Concepten" intro="Alleen zichtbaar voor wie eraan werkt.">
          {drafts.length === 0 ? (
            <EmptyState title="Er zijn nu geen concepten voor u." />
          ) : (
            <AccountTable caption="Concepten" accounts={drafts} />
          )}
        </Section>
      )}
      {released.length > 0 && (
        <Section id="uitgebracht" title="Uitgebracht">
          <AccountTable caption="Uitgebracht" accounts={released} />
        </Section>
      )}
    </>,
  )
}

function AccountTable({ caption, accounts }: { caption: string; accounts: readonly Account[] }) {
  return (
    <DataTable
      caption={caption}
      hiddenCaption
      rows={accounts}
      columns={[
        {
          head: 'Stuk',
          rowHead: true,
          cell: ({ code, title }) => <ListLink href={accountAddress(code)}>{title}</ListLink>,
        },
        { head: 'Soort', cell: ({ kind }) => kindWords[kind] },
        { head: 'Over', cell: ({ year }) => String(year) },
        { head: 'Van', cell: ({ ownerName }) => ownerName },
        {
          head: 'Stand',
          cell: ({ released }) => (
            <>
              {released ? (
                <Status is="complete" label={`uitgebracht op ${moment(released.at)}`} />
              ) : (
                <Status is="partial" label="concept" />
              )}{' '}
              {released?.isExample ? <Tag>voorbeeldcijfers</Tag> : null}
            </>
          ),
        },
      ]}
    />
  )
}

type Typed = { readonly kind: string; readonly year: string; readonly title: string; readonly owner: string }
type Fault = { readonly field: 'soort' | 'jaar' | 'titel' | 'bureau'; readonly message: string }

/** Where the programme manager of a bureau begins an account. */
export async function newAccountPage(ask: Ask): Promise<Response> {
  const bureaus = await ask.read(bureausOf)
  if (bureaus.length === 0) return ask.notFound()
  const year = String(Number(ask.today.slice(0, 4)) - 1)
  return newForm(ask, bureaus, { kind: 'jaarresultaten', year, title: '', owner: bureaus[0]?.code ?? '' }, [])
}

/** Begins an account, or shows again what was typed with what is wrong. */
export async function beginAccount(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const bureaus = await ask.read(bureausOf)
  if (bureaus.length === 0) return ask.notFound()
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const typed = { kind: text('soort'), year: text('jaar'), title: text('titel'), owner: text('bureau') }
  const kind = accountKinds.find((one) => one === typed.kind)
  const year = parseYear(typed.year, ask.today)
  const faults: Fault[] = []
  if (!kind) faults.push({ field: 'soort', message: 'Kies wat voor stuk het is.' })
  if (!year)
    faults.push({ field: 'jaar', message: 'Vul een jaar in van vier cijfers, vanaf 2000 en niet later dan nu.' })
  if (typed.title === '' || typed.title.length > 200)
    faults.push({ field: 'titel', message: 'Geef het stuk een titel van ten hoogste 200 tekens.' })
  if (!bureaus.some(({ code }) => code === typed.owner))
    faults.push({ field: 'bureau', message: 'Kies het bureau dat het stuk maakt.' })
  if (faults.length > 0 || !kind || !year) return newForm(ask, bureaus, typed, faults)
  const code = codeOf({ kind, year }, sha256(`${typed.owner} ${typed.title}`))
  await ask.write(async (tx) => {
    await addAccount(tx, { code, kind, year, title: typed.title, owner: typed.owner })
    await noteDeed(tx, { event: 'verantwoordingsstuk begonnen', object: code, requestId: ask.requestId })
  })
  return ask.redirect(accountAddress(code))
}

function newForm(
  ask: Ask,
  bureaus: readonly { readonly code: string; readonly name: string }[],
  typed: Typed,
  faults: readonly Fault[],
) {
  const faultOf = errorsAt(faults)
  return ask.page(
    {
      title: 'Begin een stuk',
      breadcrumbs: [
        { label: 'Verantwoordingsstukken', href: accountsAddress },
        { label: 'Nieuw', href: `${accountsAddress}/nieuw` },
      ],
    },
    <>
      <Opening
        title="Begin een verantwoordingsstuk"
        lead="U begint met een leeg concept. Politie, Openbaar Ministerie en burgemeesters schrijven mee en geven hun deel vrij."
      />
      <Section id="formulier" title="Het stuk">
        <Form action={`${accountsAddress}/nieuw`} errors={[...faults]}>
          <SelectField
            name="soort"
            label="Wat voor stuk"
            description="De jaarresultaten zijn ook het jaarverslag van de politie-eenheid."
            value={typed.kind}
            options={accountKinds.map((value) => ({ value, label: kindWords[value] }))}
            {...faultOf('soort')}
          />
          <TextField
            name="jaar"
            label="Over welk jaar"
            value={typed.year}
            inputmode="numeric"
            short
            {...faultOf('jaar')}
          />
          <TextField name="titel" label="Titel" value={typed.title} {...faultOf('titel')} />
          <SelectField
            name="bureau"
            label="Welk bureau maakt het"
            value={typed.owner}
            options={bureaus.map(({ code, name }) => ({ value: code, label: name }))}
            {...faultOf('bureau')}
          />
          <Actions>
            <Button kind="primary">Begin</Button>
            <ButtonLink href={accountsAddress} kind="subtle">
              Terug
            </ButtonLink>
          </Actions>
        </Form>
      </Section>
    </>,
    faults.length > 0 ? 422 : 200,
  )
}
