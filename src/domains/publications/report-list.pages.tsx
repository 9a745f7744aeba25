import {
  DataTable,
  EmptyState,
  ListLink,
  Notice,
  Opening,
  Paragraph,
  Section,
  Status,
  Tag,
  TextLink,
} from '../../platform/ui'
import { count, day, moment, period } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { areaNames } from '../territory'
import { calendarAddress } from './announcement.parts'
import { correctionsAddress, ledgerAddress, reportAddress } from './report.parts'
import { type ListedReport, listReports, standingOf } from './report.store'

/** Published reports per period; and for who works on them the drafts, which exist for nobody else. */
export async function reportsPage(ask: Ask): Promise<Response> {
  const area = ask.query.get('gebied') || undefined
  const found = await ask.read(async (tx) => ({
    reports: await listReports(tx, area),
    standing: await standingOf(tx),
    names: area ? await areaNames(tx) : null,
  }))
  const { standing, names } = found
  const areaName = area && names?.get(area)?.name
  if (area && !areaName) return ask.badRequest(`Het gebied ${area} kennen we niet.`)
  const published = found.reports.filter(({ signedAt }) => signedAt !== null)
  const drafts = found.reports.filter(({ signedAt }) => signedAt === null)
  const title = areaName ? `Rapportages over ${areaName}` : 'Rapportages'
  const periods = [...new Set(published.map((one) => one.period))]
  return ask.page(
    {
      title,
      description: 'Halfjaarlijkse en jaarlijkse rapportages over geregistreerde misdrijven, per gemeente en district.',
      breadcrumbs: [
        { label: 'Rapportages', href: '/rapportages' },
        ...(areaName ? [{ label: areaName, href: `/rapportages?gebied=${area}` }] : []),
      ],
    },
    <>
      <Opening
        title={title}
        lead={
          published.length === 0
            ? 'Er zijn nog geen rapportages gepubliceerd.'
            : `Er ${published.length === 1 ? 'staat' : 'staan'} hier ${count(published.length, 'rapportage', 'rapportages')}. Wat gepubliceerd is, verandert niet meer.`
        }
      >
        <Paragraph>
          Of er later iets veranderde, staat in het <TextLink href={ledgerAddress}>logboek van publicaties</TextLink> en
          bij de <TextLink href={correctionsAddress}>correcties</TextLink>.{' '}
          <TextLink href="/publicaties/steunt-op">Wie steunt op een cijfer</TextLink>.{' '}
          <TextLink href={calendarAddress}>Wat er komt, staat in de publicatiekalender</TextLink>
        </Paragraph>
        {published.some(({ isExample }) => isExample) && (
          <Notice kind="attention" title="Er staan voorbeeldcijfers bij.">
            Waar <Tag>voorbeeldcijfers</Tag> staat, zijn de getallen verzonnen.
          </Notice>
        )}
      </Opening>
      {standing.makes && (
        <Section id="aanmaken" title="Concepten maken">
          <TextLink href="/rapportages/aanmaken">Maak concepten voor alle gebieden in één keer</TextLink>
        </Section>
      )}
      {(standing.ownAreas.length > 0 || standing.makes) && (
        <Section id="concepten" title="Concepten" intro="Alleen zichtbaar voor wie het stuk maakt of ondertekent.">
          {drafts.length === 0 ? (
            <EmptyState title="Er zijn nu geen concepten voor u.">
              Het programmabureau maakt ze als de cijfers van een periode er zijn.
            </EmptyState>
          ) : (
            <ReportTable caption="Concepten" reports={drafts} />
          )}
        </Section>
      )}
      {periods.map((one) => (
        <Section id={`periode-${one}`} title={`Over ${overPeriod(one)}`}>
          <ReportTable
            caption={`Gepubliceerd over ${overPeriod(one)}`}
            reports={published.filter((report) => report.period === one)}
          />
        </Section>
      ))}
    </>,
  )
}

const overPeriod = (text: string) => (text.includes('H') ? `de ${period(text)}` : period(text))

function ReportTable({ caption, reports }: { caption: string; reports: readonly ListedReport[] }) {
  const isDraft = reports.some(({ signedAt }) => signedAt === null)
  return (
    <DataTable
      caption={caption}
      hiddenCaption
      rows={reports}
      columns={[
        {
          head: 'Gebied',
          rowHead: true,
          cell: ({ code, areaName, areaKind, version }) => (
            <ListLink href={reportAddress(code)}>
              {areaKind === 'district' ? `District ${areaName}` : areaName}
              {version > 1 ? ` (versie ${version})` : ''}
            </ListLink>
          ),
        },
        ...(isDraft ? [{ head: 'Periode', cell: (one: ListedReport) => period(one.period) }] : []),
        {
          head: 'Cijfers bekend op',
          cell: ({ knownOn, isExample }) => (
            <>
              {day(knownOn)} {isExample ? <Tag>voorbeeldcijfers</Tag> : null}
            </>
          ),
        },
        {
          head: 'Stand',
          cell: ({ signedAt, madeAt }) =>
            signedAt ? (
              <Status is="complete" label={`ondertekend op ${moment(signedAt)}`} />
            ) : (
              <Status is="partial" label={`concept van ${moment(madeAt)}`} />
            ),
        },
      ]}
    />
  )
}
