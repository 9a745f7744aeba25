import type { Child } from 'hono/jsx'
import {
  DataTable,
  Downloads,
  EmptyState,
  Fold,
  List,
  ListLink,
  Notice,
  Opening,
  Paragraph,
  Section,
  StatusRow,
  TextLink,
} from '../../platform/ui'
import { count, number } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { documentTitles, judgeAll, measurementsOf, Sources } from '../figures'
import { districtTable, type ReportedYear } from './account'
import { accountSentence, DistrictTable, missingWords, ReportLinks, silentYears } from './account.parts'
import { reportedYears } from './account.store'
import { type Account, accountOf, type Goal, goalsAmong, metInAdvance, yearOf } from './goal'
import { GoalTable } from './goal.parts'
import { ResultList } from './result.parts'
import { listResults } from './result.store'

const dayMessage = 'De datum klopt niet. Schrijf jaar-maand-dag, bijvoorbeeld 2022-03-24.'

/** What was reported, met and not met per year, and about which years nothing is known. */
export async function accountsPage(ask: Ask): Promise<Response> {
  const knownOn = ask.knownOn
  if (!knownOn) return ask.badRequest(dayMessage)
  const { years, goals } = await ask.read(async (tx) => ({
    years: await reportedYears(tx),
    goals: goalsAmong(await measurementsOf(tx, { knownOn, leads: true }), judgeAll),
  }))
  const of = (year: number) => accountOf(goals.filter(({ period }) => yearOf(period) === year))
  const reported = years.filter(({ results }) => results > 0)
  return ask.page(
    {
      title: 'Verantwoording',
      description: 'Per jaar: wat is gemeld, wat is gehaald en wat niet, en wat ontbreekt.',
      breadcrumbs: [{ label: 'Verantwoording', href: '/verantwoording' }],
    },
    <>
      <Opening
        title="Verantwoording"
        lead="Per jaar wat de coalitie meldde, welke doelen zijn gehaald en welke niet. Waar niets staat, weten wij het niet."
        meta={[`${number(reported.length)} van ${count(years.length, 'jaar', 'jaren')} met een terugblik`]}
      />
      <Section id="jaren" title="Per jaar" intro={silentYears(years)}>
        <DataTable
          caption="Verantwoording per jaar"
          hiddenCaption
          rows={years}
          columns={[
            {
              head: 'Jaar',
              rowHead: true,
              cell: ({ year }) => <ListLink href={`/verantwoording/${year}`}>{year}</ListLink>,
            },
            { head: 'Terugblik', cell: (year) => <ReportLinks reports={year.reports} /> },
            {
              head: 'Niet gehaald',
              align: 'number',
              cell: ({ year }) => <Judged goals={of(year).notMet} of={of(year)} />,
            },
            { head: 'Gehaald', align: 'number', cell: ({ year }) => <Judged goals={of(year).met} of={of(year)} /> },
            {
              head: 'Uitkomst onbekend',
              align: 'number',
              cell: ({ year }) => number(of(year).withoutOutcome.length + of(year).unjudged.length),
            },
          ]}
        />
        <Paragraph small>
          Een doel telt hier als het een getal heeft en bij één jaar hoort. Gehaald of niet is alleen te zeggen als de
          uitkomst over hetzelfde jaar, hetzelfde gebied en in dezelfde eenheid bekend is.
        </Paragraph>
      </Section>
      <Section id="alle" title="Alle resultaten">
        <Paragraph>
          <TextLink href="/resultaten">Zoek in alle gemelde resultaten</TextLink>
        </Paragraph>
        <Paragraph>
          <TextLink href="/verantwoordingsstukken">Verantwoordingsstukken die zijn uitgebracht</TextLink>
        </Paragraph>
      </Section>
    </>,
  )
}

/** A count of judged goals; where nothing could be judged it is unknown, and where nothing was agreed there is no goal. */
function Judged({ goals, of }: { goals: readonly Goal[]; of: Account }) {
  if (of.met.length + of.notMet.length > 0) return number(goals.length)
  const isUnknown = of.withoutOutcome.length + of.unjudged.length > 0
  return <span class="sv-stil">{isUnknown ? 'onbekend' : 'geen doel'}</span>
}

/** The account of one year: goals not met and met, the districts, all that was reported, and what is missing. */
export async function accountPage(ask: Ask): Promise<Response> {
  const knownOn = ask.knownOn
  if (!knownOn) return ask.badRequest(dayMessage)
  const asked = ask.params.jaar ?? ''
  if (!/^\d{4}$/.test(asked)) return ask.badRequest('Een jaar heeft vier cijfers, bijvoorbeeld 2016.')
  const year = Number(asked)
  const found = await ask.read(async (tx) => {
    const years = await reportedYears(tx)
    const here = years.find((one) => one.year === year)
    if (!here) return null
    return {
      here,
      years,
      results: (await listResults(tx, { year })).items,
      measurements: await measurementsOf(tx, { knownOn, leads: true }),
      documents: await documentTitles(tx),
    }
  })
  if (!found) return ask.notFound()
  const { here, years, results, measurements, documents } = found
  const goals = goalsAmong(measurements, judgeAll).filter(({ period }) => yearOf(period) === year)
  const account = accountOf(goals)
  const districts = districtTable(measurements, year)
  const inAdvance = metInAdvance(account.met, judgeAll)
  return ask.page(
    {
      title: `Jaarresultaten ${year}`,
      description: `Wat is gemeld over ${year}: gehaald, niet gehaald en onbekend.`,
      breadcrumbs: [
        { label: 'Verantwoording', href: '/verantwoording' },
        { label: String(year), href: `/verantwoording/${year}` },
      ],
    },
    <>
      <Opening
        title={`Jaarresultaten ${year}`}
        lead={accountSentence(year, account)}
        meta={[
          <>
            Terugblik: <ReportLinks reports={here.reports} />
          </>,
          count(results.length, 'gemeld resultaat', 'gemelde resultaten'),
          ...neighbourYears(years, year),
        ]}
      >
        {account.met.length + account.notMet.length > 0 ? (
          <StatusRow
            statuses={[...account.notMet.map(() => 'notMet' as const), ...account.met.map(() => 'met' as const)]}
            summary={`${number(account.notMet.length)} niet gehaald, ${number(account.met.length)} gehaald`}
          />
        ) : null}
        {here.results === 0 ? (
          <Notice title={`Geen terugblik op ${year}`}>
            Onze bronnen kijken niet terug op dit jaar. Dat zegt niets over wat er gedaan is: wij hebben het stuk niet.
          </Notice>
        ) : null}
      </Opening>
      {account.notMet.length > 0 || account.met.length > 0 ? (
        <>
          <GoalSection
            id="niet-gehaald"
            title="Niet gehaald"
            goals={account.notMet}
            account={account}
            documents={documents}
          />
          <GoalSection id="gehaald" title="Gehaald" goals={account.met} account={account} documents={documents}>
            {inAdvance.length > 0 ? (
              <Paragraph small>
                {inAdvance.length === 1 ? 'Eén van deze doelen' : `${number(inAdvance.length)} van deze doelen`} zou met
                de uitkomst van {year - 1} al gehaald zijn. Zo’n doel zegt weinig over het werk in {year}.
              </Paragraph>
            ) : null}
          </GoalSection>
        </>
      ) : null}
      <Unknown year={year} account={account} />
      {districts.rows.length > 0 ? (
        <Section id="district" title="Per district" intro="Onbekend is niet nul.">
          <DistrictTable year={year} columns={districts.columns} rows={districts.rows} />
          <Sources
            of={[
              ...new Set(districts.rows.flatMap(({ cells }) => [...cells.values()].flatMap(({ now }) => now.sources))),
            ]}
            documents={documents}
          />
        </Section>
      ) : null}
      <Section
        id="gemeld"
        title="Wat is gemeld"
        intro={results.length > 0 ? `${count(results.length, 'resultaat', 'resultaten')}, per onderdeel.` : undefined}
      >
        {results.length === 0 ? (
          <EmptyState title={`Over ${year} is niets gemeld`} action={{ label: 'Naar de plannen', href: '/plannen' }}>
            {here.actions > 0
              ? `Er liepen wel plannen, met ${count(here.actions, 'actie', 'acties')}. Wat daarvan kwam, staat niet in onze bronnen.`
              : 'Ook een plan voor dit jaar hebben wij niet.'}
          </EmptyState>
        ) : (
          [...Map.groupBy(results, ({ programme }) => programme.code)].map(([programme, of]) => (
            <Fold label={`${of[0]?.programme.title ?? programme}: ${count(of.length, 'resultaat', 'resultaten')}`}>
              <Paragraph small>
                <TextLink href={`/programmas/${programme}`}>Naar dit onderdeel</TextLink>
              </Paragraph>
              <ResultList results={of} />
            </Fold>
          ))
        )}
        <Downloads
          xlsx={`/api/v1/resultaten.xlsx?jaar=${year}`}
          csv={`/api/v1/resultaten.csv?jaar=${year}`}
          excelCsv={`/api/v1/resultaten-excel.csv?jaar=${year}`}
          json={`/api/v1/resultaten?jaar=${year}`}
        />
      </Section>
      <Section id="ontbreekt" title="Wat ontbreekt" intro={`In onze bronnen over ${year}.`}>
        <List items={missingWords(here, results.filter(({ value }) => value === null).length, account)} />
      </Section>
    </>,
  )
}

function neighbourYears(years: readonly ReportedYear[], year: number) {
  return [year - 1, year + 1]
    .filter((other) => years.some((one) => one.year === other))
    .map((other) => <TextLink href={`/verantwoording/${other}`}>{other}</TextLink>)
}

function GoalSection(props: {
  id: string
  title: string
  goals: readonly Goal[]
  account: Account
  documents: Parameters<typeof Sources>[0]['documents']
  children?: Child
}) {
  const { id, title, goals, account, documents } = props
  const judged = account.met.length + account.notMet.length
  return (
    <Section id={id} title={title} intro={`${number(goals.length)} van ${count(judged, 'doel', 'doelen')}`}>
      {goals.length === 0 ? (
        <Paragraph>Geen.</Paragraph>
      ) : (
        <>
          <GoalTable
            by="figure"
            goals={goals}
            caption={title}
            showArea={goals.some(({ area }) => area.areaKind !== 'regio')}
          />
          {props.children}
          <Sources
            of={[
              ...new Set(
                goals
                  .flatMap(({ targets, outcome }) => [...targets, ...(outcome ? [outcome] : [])])
                  .flatMap(({ sources }) => sources),
              ),
            ]}
            documents={documents}
          />
        </>
      )}
    </Section>
  )
}

function Unknown({ year, account }: { year: number; account: Account }) {
  const { withoutOutcome, unjudged } = account
  if (withoutOutcome.length + unjudged.length === 0) return null
  const goals = [...unjudged, ...withoutOutcome]
  const table = <GoalTable by="figure" goals={goals} caption={`Doelen voor ${year} zonder oordeel`} showArea />
  return (
    <Section
      id="onbekend"
      title="Niet te beoordelen"
      intro={`${count(goals.length, 'doel', 'doelen')}: de uitkomst is onbekend of niet met het doel te vergelijken.`}
    >
      {goals.length > 5 ? <Fold label={`Toon ${number(goals.length)} doelen zonder oordeel`}>{table}</Fold> : table}
    </Section>
  )
}
