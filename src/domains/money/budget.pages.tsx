import { euros } from '../../kernel/money'
import { parseSourceRef } from '../../kernel/source'
import {
  Code,
  DataTable,
  Downloads,
  Fold,
  ListLink,
  Notice,
  Opening,
  Paragraph,
  Section,
  TextLink,
} from '../../platform/ui'
import { capital, count, euro } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { type DocumentTitles, documentTitles, Sources } from '../figures'
import {
  type Budget,
  type BudgetLine,
  blocksOf,
  budgetsFrom,
  expensesPerStream,
  inBlock,
  incomePerStream,
  isSplit,
  streamsOf,
  totalsOf,
} from './budget'
import { Checks, checkSummary, LineTable, moneyText, StreamTable, Totals } from './budget.parts'
import { listBudgetLines } from './budget.store'
import { checkBudget } from './budget-check'
import { Grants } from './grant.parts'
import { listGrants } from './grant.store'

const budgetAddress = ({ bureau, year }: Pick<Budget, 'bureau' | 'year'>) => `/begroting/${bureau.code}-${year}`

/** Every budget the sources hold, with its totals and what is lost of it. */
export async function budgetsPage(ask: Ask): Promise<Response> {
  const { lines, grants, documents } = await ask.read(async (tx) => ({
    lines: (await listBudgetLines(tx)).items,
    grants: await listGrants(tx),
    documents: await documentTitles(tx),
  }))
  const budgets = budgetsFrom(lines)
  return ask.page(
    {
      title: 'Begroting',
      description: 'Wat de bureaus van de coalitie kosten en wie dat betaalt.',
      breadcrumbs: [{ label: 'Begroting', href: '/begroting' }],
    },
    <>
      <Opening
        title="Wat het kost en wie betaalt"
        lead="De begrotingen van de bureaus, zoals zij in de bronnen staan. Wij rekenden ze na en zeggen het als iets niet te lezen is."
        meta={[count(budgets.length, 'begroting of verantwoording', 'begrotingen en verantwoordingen')]}
      />
      <Section id="alle" title="Per bureau en jaar" intro="Nieuwste eerst.">
        <DataTable
          caption="Begrotingen"
          hiddenCaption
          rows={budgets}
          empty="Onze bronnen bevatten geen begroting."
          columns={[
            {
              head: 'Bureau',
              rowHead: true,
              cell: (budget) => (
                <ListLink href={budgetAddress(budget)}>{`${budget.bureau.name}, ${budget.year}`}</ListLink>
              ),
            },
            { head: 'Soort', cell: ({ status }) => status },
            { head: 'Baten', align: 'number', cell: (budget) => moneyText(totalsOf(budget).income) },
            { head: 'Lasten', align: 'number', cell: (budget) => moneyText(totalsOf(budget).expense) },
            { head: 'Nagerekend', cell: (budget) => checkSummary(budget) },
          ]}
        />
        <Paragraph small quiet>
          Onbekend betekent: de tabel is in onze bron verloren gegaan. Het is nooit nul.
        </Paragraph>
      </Section>
      <Grants grants={grants} documents={documents} />
      <Section id="meenemen" title="Meenemen">
        <Downloads
          csv="/api/v1/begrotingsregels.csv"
          excelCsv="/api/v1/begrotingsregels-excel.csv"
          xlsx="/api/v1/begrotingsregels.xlsx"
          json="/api/v1/begrotingsregels"
        />
      </Section>
    </>,
  )
}

/** One bureau in one year: each line as printed, with what comes in, what goes out, and every total recomputed. */
export async function budgetPage(ask: Ask): Promise<Response> {
  const [, bureau, year] = /^(.+)-(\d{4})$/.exec(ask.params.code ?? '') ?? []
  if (!bureau || !year)
    return ask.badRequest(
      'Dit adres klopt niet. Schrijf de code van het bureau, een streepje en het jaar, zoals RIEC-MN-2017.',
    )
  const { budgets, documents } = await ask.read(async (tx) => ({
    budgets: budgetsFrom((await listBudgetLines(tx, { bureau, year: Number(year) })).items),
    documents: await documentTitles(tx),
  }))
  const [first] = budgets
  if (!first) return ask.notFound()
  const title = `${budgets.map(({ status }) => capital(status)).join(' en ')} ${year}`
  return ask.page(
    {
      title: `${title}, ${first.bureau.name}`,
      description: `${title} van ${first.bureau.name}, regel voor regel.`,
      breadcrumbs: [
        { label: 'Begroting', href: '/begroting' },
        { label: `${first.bureau.name}, ${year}`, href: budgetAddress(first) },
      ],
    },
    <>
      <Opening
        title={`${title} van ${first.bureau.name}`}
        lead={balanceSentence(first)}
        meta={[
          <TextLink href={`/organisaties/${first.bureau.code}`}>{first.bureau.name}</TextLink>,
          count(budgets.flatMap(({ lines }) => lines).length, 'regel', 'regels'),
          <Code>{`${bureau}-${year}`}</Code>,
        ]}
      >
        <Totals budget={first} />
      </Opening>
      {budgets.map((budget) => (
        <BudgetContent budget={budget} documents={documents} isOnly={budgets.length === 1} />
      ))}
    </>,
  )
}

function balanceSentence(budget: Budget): string {
  const { income, expense } = totalsOf(budget)
  if (income === null || expense === null)
    return 'De tabel is in onze bron verloren gegaan. Hieronder staat wat ervan over is.'
  if (income === expense) return `${euro(euros(income))} erin en ${euro(euros(expense))} eruit: in evenwicht.`
  return `${euro(euros(income))} erin en ${euro(euros(expense))} eruit.`
}

function BudgetContent(props: { budget: Budget; documents: DocumentTitles; isOnly: boolean }) {
  const { budget, documents } = props
  const { lines, status } = budget
  const income = lines.filter(({ direction }) => incomeDirections.includes(direction))
  const rest = lines.filter(({ direction }) => ![...incomeDirections, ...expenseDirections].includes(direction))
  const title = (name: string) => (props.isOnly ? name : `${capital(status)}: ${name.toLowerCase()}`)
  const id = (name: string) => (props.isOnly ? name : `${status}-${name}`)
  const streams = isSplit(budget) ? streamsOf(lines) : null
  return (
    <>
      {income.length > 0 && (
        <Section id={id('baten')} title={title('Baten')} intro="Wat erin komt, en van wie.">
          {streams ? (
            <>
              <StreamTable caption="Baten per stroom" rows={incomePerStream(budget, streams)} streams={streams} />
              <Fold label={`Regel voor regel: ${count(income.length, 'regel', 'regels')}`}>
                <LineTable caption="Baten, regel voor regel" lines={income} documents={documents} />
              </Fold>
            </>
          ) : (
            <LineTable caption="Baten" lines={income} documents={documents} />
          )}
        </Section>
      )}
      <Section id={id('lasten')} title={title('Lasten')} intro="Waar het aan opgaat.">
        {streams ? (
          <>
            <StreamTable caption="Lasten per stroom" rows={expensesPerStream(budget, streams)} streams={streams} />
            {expenseGroups(budget).map(({ name, lines: own }) => (
              <Fold label={`${name}: ${count(own.length, 'regel', 'regels')}`}>
                <LineTable
                  caption={`${name}, regel voor regel`}
                  note="Een regel met stroom “totaal” herhaalt de regels van de stromen: tel een van beide."
                  lines={own}
                  documents={documents}
                />
              </Fold>
            ))}
          </>
        ) : (
          expenseGroups(budget).map(({ name, lines: own }) => (
            <LineTable caption={name} lines={own} documents={documents} />
          ))
        )}
      </Section>
      {rest.length > 0 && (
        <Section id={id('verder')} title={title('Verder')} intro="Wat de bron naast de totalen noemt.">
          <LineTable caption="Verder" lines={rest} documents={documents} />
        </Section>
      )}
      <Section
        id={id('nagerekend')}
        title={title('Nagerekend')}
        intro="Onze som naast het totaal in de bron, in hele centen."
      >
        <Checks checks={checkBudget(budget)} />
      </Section>
      <Section id={id('bron')} title={title('Bron')}>
        {lines.some(({ readable }) => readable !== 'ja') && (
          <Notice title="Niet alles is te lezen.">{unreadableSentence(lines)}</Notice>
        )}
        <Sources of={sourceSpans(lines)} documents={documents} />
        <Downloads
          csv={`/api/v1/begrotingsregels.csv?${query(budget)}`}
          excelCsv={`/api/v1/begrotingsregels-excel.csv?${query(budget)}`}
          xlsx={`/api/v1/begrotingsregels.xlsx?${query(budget)}`}
          json={`/api/v1/begrotingsregels?${query(budget)}`}
        />
      </Section>
    </>
  )
}

const incomeDirections: readonly string[] = ['baten', 'totaal baten', 'extra baten']
const expenseDirections: readonly string[] = ['lasten', 'bloktotaal', 'totaal lasten', 'extra lasten']

const query = ({ bureau, year, status }: Budget) =>
  new URLSearchParams({ bureau: bureau.code, jaar: String(year), status })

function unreadableSentence(lines: readonly BudgetLine[]): string {
  const countOf = (readable: BudgetLine['readable']) => lines.filter((line) => line.readable === readable).length
  const parts = [
    [countOf('deels'), 'maar deels te lezen'],
    [countOf('nee'), 'helemaal niet'],
  ] as const
  const said = parts.filter(([amount]) => amount > 0).map(([amount, words]) => `${amount} ${words}`)
  return `Van de ${count(lines.length, 'regel', 'regels')}: ${said.join(', ')}. Wat wij herstelden, staat bij de regel.`
}

// Lines further apart than this stand in another part of the document.
const sameTable = 10

/** Where a budget stands: the lines that are near each other as one stretch. */
function sourceSpans(lines: readonly BudgetLine[]): string[] {
  const refs = lines.flatMap(({ sources }) => sources.map(parseSourceRef)).filter((ref) => ref !== null)
  const spans: { document: string; first: number; last: number }[] = []
  const stretches = refs.map(({ document, lines: text }) => {
    const [first = 0, last = first] = text.split('-').map(Number)
    return { document, first, last }
  })
  for (const next of stretches.sort((a, b) => a.document.localeCompare(b.document) || a.first - b.first)) {
    const span = spans.at(-1)
    if (span?.document === next.document && next.first <= span.last + sameTable)
      span.last = Math.max(span.last, next.last)
    else spans.push({ ...next })
  }
  return spans.map(({ document, first, last }) => `${document}:${first === last ? first : `${first}-${last}`}`)
}

/** Expenses per block with its total; a budget without blocks is one group. */
function expenseGroups(budget: Budget): { name: string; lines: readonly BudgetLine[] }[] {
  const expenses = budget.lines.filter(({ direction }) => expenseDirections.includes(direction))
  const blocks = blocksOf(budget)
  const known = new Set(blocks.map(({ block }) => block))
  const rest = expenses.filter(({ block }) => block === null || !known.has(block))
  return [
    ...blocks.map(({ block, name }) => ({ name: capital(name), lines: inBlock(expenses, block) })),
    ...(rest.length > 0 ? [{ name: blocks.length > 0 ? 'Totaal' : 'Lasten', lines: rest }] : []),
  ]
}
