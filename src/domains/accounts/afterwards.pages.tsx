import { DataTable, EmptyState, ListLink, Opening, Section, Tag, TextLink } from '../../platform/ui'
import { count, moment } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { findMeasurement, numberWords, periodPhrase } from '../figures'
import { correctForm, correctingPage, correctionsPage, reliancePage } from '../publications'
import { listAccounts, standingOf } from './account.store'
import { accountAddress, accountsAddress, breadcrumbsOf } from './address.parts'
import { carryingCount, carryingMeasurement, lastDifferences } from './afterwards.store'

// A released account, for who works on it at its bureau.
const ownReleased = (ask: Ask) =>
  ask.read(async (tx) => {
    const code = ask.params.code ?? ''
    const [account] = await listAccounts(tx, code)
    if (!account?.released || !(await standingOf(tx, code)).parts.includes('bureau')) return null
    return {
      kind: 'verantwoording',
      subject: code,
      title: account.title,
      address: accountAddress(code),
      breadcrumbs: breadcrumbsOf(account),
      event: 'verantwoordingsstuk gecorrigeerd',
    }
  })

export const correctingAccountPage = correctingPage(ownReleased)
export const correctAccountForm = correctForm(ownReleased)

/** The corrections of all publications, accounts among them. */
export const allCorrectionsPage = correctionsPage(async (tx) =>
  (await lastDifferences(tx)).map(({ code, figures, ...seen }) => ({
    ...seen,
    address: accountAddress(code),
    figures: figures.length,
  })),
)

/** Which publications hold a count, accounts among them. */
export const countReliancePage = reliancePage(async (tx, asked) =>
  (await carryingCount(tx, asked)).map(({ code, ...one }) => ({ ...one, address: accountAddress(code) })),
)

/** Which released accounts carry a measurement. */
export async function measurementReliancePage(ask: Ask): Promise<Response> {
  const code = ask.query.get('meting') ?? ''
  const found = await ask.read(async (tx) => {
    const measurement = await findMeasurement(tx, code)
    return measurement && { measurement, pieces: await carryingMeasurement(tx, code) }
  })
  if (!found)
    return ask.badRequest(code === '' ? 'Kies een cijfer via de pagina Cijfers.' : `Het cijfer ${code} kennen we niet.`)
  const { measurement, pieces } = found
  const title = `Wie steunt op: ${measurement.indicatorTitle}`
  return ask.page(
    {
      title,
      description: 'Welke uitgebrachte stukken een cijfer gebruiken.',
      breadcrumbs: [
        { label: 'Verantwoordingsstukken', href: accountsAddress },
        { label: 'Wie steunt op dit cijfer', href: `${accountsAddress}/steunt-op?meting=${encodeURIComponent(code)}` },
      ],
    },
    <>
      <Opening
        title={title}
        lead={
          pieces.length === 0
            ? 'Geen enkel uitgebracht stuk gebruikt dit cijfer.'
            : `Dit cijfer zit in ${count(pieces.length, 'uitgebracht stuk', 'uitgebrachte stukken')}.`
        }
        meta={[
          <TextLink href={`/metingen/${encodeURIComponent(code)}`}>
            {`${numberWords(measurement)}, ${measurement.areaName}, ${periodPhrase(measurement.period)}`}
          </TextLink>,
        ]}
      />
      <Section id="stukken" title="Uitgebrachte stukken">
        {pieces.length === 0 ? (
          <EmptyState title="Er is geen stuk met dit cijfer." />
        ) : (
          <DataTable
            caption="Stukken met dit cijfer"
            hiddenCaption
            rows={pieces}
            columns={[
              {
                head: 'Stuk',
                rowHead: true,
                cell: (one) => (
                  <>
                    <ListLink href={accountAddress(one.code)}>{one.title}</ListLink>{' '}
                    {one.isExample ? <Tag>voorbeeldcijfers</Tag> : null}
                  </>
                ),
              },
              { head: 'Het getal erin', cell: ({ value }) => numberWords({ ...measurement, value }) },
              { head: 'Uitgebracht', cell: ({ at }) => moment(at) },
            ]}
          />
        )}
      </Section>
    </>,
  )
}
