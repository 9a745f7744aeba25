import { dayInAmsterdam } from '../../kernel/day'
import {
  Actions,
  Bookmarks,
  ButtonLink,
  DataTable,
  EmptyState,
  Notice,
  Opening,
  Paragraph,
  Section,
  Tag,
  TextLink,
} from '../../platform/ui'
import { count, day, moment, number, period as periodWords } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { pictureAddress } from '../pictures'
import { listCorrections } from './correction.store'
import { lastRecomputations, laterWords } from './difference.store'
import { documentOf, kindOf, reportTitle } from './edition.parts'
import { entryOf } from './entry'
import { findEntry } from './entry.store'
import { newestCheckpoint } from './entry.verbs'
import { AfterwardsSection, LaterNotice, LedgerLine, RecomputedLine } from './proof.parts'
import { OutcomeStatus, recomputedLead, unequalFirst } from './recomputed.parts'
import { editionOf } from './rendering.parts'
import { figuresOf } from './report'
import { FileTable, ReportBody, reportAddress } from './report.parts'
import { findReport, formats, keptFiles, type StoredReport, standingOf } from './report.store'
import { recompute } from './report.verbs'
import { headline } from './sentence.parts'
import { archivedAddress, WooLine } from './woo.parts'
import { wooCategories } from './woo.store'

/** A report on its lasting address: published for everybody, a draft for who works on it. */
export async function reportPage(ask: Ask): Promise<Response> {
  const code = ask.params.code ?? ''
  const found = await ask.read(async (tx) => {
    const stored = await findReport(tx, code)
    return (
      stored && {
        stored,
        files: await keptFiles(tx, code),
        standing: await standingOf(tx),
        entry: await findEntry(tx, code),
        recomputed: (await lastRecomputations(tx, code)).get(code),
        later: (await laterWords(tx, code)).at(-1),
        corrections: await listCorrections(tx, { kind: 'rapportage', subject: code }),
        category: (await wooCategories(tx)).get('rapportage'),
      }
    )
  })
  if (!found) return ask.notFound()
  const { stored, files, standing, entry, recomputed, later, corrections, category } = found
  const { report, signature, context } = stored
  const printed = entry && entryOf(entry)
  const signed = signature && { actedAs: signature.actedAs, on: signature.at.slice(0, 10) }
  const isOwn = standing.ownAreas.includes(report.area.code)
  const address = reportAddress(code)
  const title = reportTitle(report)
  // What was published before there was a log has no line about it, and says so nowhere.
  const checkpoint = !signed ? await newestCheckpoint(ask) : printed?.laterOpgenomen ? undefined : printed?.controlepunt
  return ask.page(
    {
      title: pageTitle(stored),
      description: `Wat de politie registreerde in ${report.area.name}, ${periodWords(report.period.text)}.`,
      breadcrumbs: breadcrumbsOf(stored),
    },
    <>
      <Opening
        title={title}
        lead={headline(report)}
        meta={[
          signed ? kindOf(report) : `${kindOf(report)}, concept`,
          ...(signature ? [`${signature.actedAs}, ${moment(signature.at)}`] : ['nog niet ondertekend']),
          `cijfers bekend op ${day(report.source.knownOn)}`,
          <TextLink href={pictureAddress(report.area.code)}>Veiligheidsbeeld van nu</TextLink>,
        ]}
      >
        {report.isExample && (
          <Notice kind="attention" title="Dit zijn voorbeeldcijfers.">
            Alle getallen in dit stuk zijn verzonnen. Gebruik ze niet in een besluit.
          </Notice>
        )}
        <LaterNotice later={later} corrections={corrections} />
        {!signed && (
          <Notice title="Dit is een concept.">
            Alleen wie het stuk maakt of ondertekent, ziet het. Na het ondertekenen is het openbaar en verandert het
            niet meer.
          </Notice>
        )}
        {!signed && isOwn && (
          <Actions>
            <ButtonLink href={`${address}/toelichting`} kind={context ? 'secondary' : 'primary'}>
              {context ? 'Wijzig de toelichting' : 'Schrijf de toelichting'}
            </ButtonLink>
            <ButtonLink href={`${address}/ondertekenen`} kind={context ? 'primary' : 'secondary'}>
              Onderteken en publiceer
            </ButtonLink>
          </Actions>
        )}
        <Bookmarks
          items={[
            { label: 'Per soort', href: '#deel-4' },
            { label: 'Wat deze cijfers niet zeggen', href: '#deel-5' },
            { label: 'Bestanden', href: '#bestanden' },
          ]}
        />
      </Opening>
      <ReportBody document={documentOf(editionOf(ask, stored, signed, checkpoint))} stored={stored} />
      <Section
        id="bestanden"
        title="Bestanden"
        intro={
          signed
            ? 'Precies zoals ze bij het ondertekenen zijn gemaakt. Aan het kenmerk is te zien dat er niets veranderd is.'
            : 'Zoals het concept er nu uitziet.'
        }
      >
        <FileTable code={code} files={signed ? files : formats.map((format) => ({ format, hash: null }))} />
        {signature && (
          <WooLine
            on={dayInAmsterdam(new Date(signature.at))}
            category={category}
            archive={archivedAddress('rapportage', code)}
          />
        )}
      </Section>
      <Section id="narekenen" title="Reken het na">
        <Paragraph>
          Dit stuk heeft {count(figuresOf(report).length, 'getal', 'getallen')}. Elk getal is opnieuw op te vragen,
          zoals het op {day(report.source.knownOn)} bekend was.
        </Paragraph>
        <RecomputedLine recomputed={recomputed} />
        <ButtonLink href={`${address}/narekenen`}>Reken na</ButtonLink>
        <LedgerLine entry={printed ?? null} hash={entry?.hash ?? ''} />
      </Section>
      {signed && <AfterwardsSection stored={stored} later={later} corrections={corrections} mayCorrect={isOwn} />}
    </>,
  )
}

export const pageTitle = ({ report, version, signature }: StoredReport) =>
  `${reportTitle(report)}${version > 1 ? `, versie ${version}` : ''}${signature ? '' : ' (concept)'}`

export const breadcrumbsOf = ({ code, report }: StoredReport) => [
  { label: 'Rapportages', href: '/rapportages' },
  { label: report.area.name, href: `/rapportages?gebied=${report.area.code}` },
  { label: periodWords(report.period.text), href: reportAddress(code) },
]

/** Every figure of a report asked again as of its own date, with for each whether it is equal. */
export async function recomputePage(ask: Ask): Promise<Response> {
  const code = ask.params.code ?? ''
  const found = await ask.read(async (tx) => {
    const stored = await findReport(tx, code)
    if (!stored) return null
    const figures = figuresOf(stored.report)
    const outcomes = await recompute(
      tx,
      figures.map(({ figure }) => figure),
    )
    return { stored, rows: figures.map((one, at) => ({ ...one, outcome: outcomes[at] ?? { is: 'gone' as const } })) }
  })
  if (!found) return ask.notFound()
  const { stored, rows } = found
  const { report } = stored
  return ask.page(
    {
      title: `${pageTitle(stored)} nagerekend`,
      breadcrumbs: [...breadcrumbsOf(stored), { label: 'Nagerekend', href: `${reportAddress(code)}/narekenen` }],
    },
    <>
      <Opening
        title="Nagerekend"
        lead={recomputedLead(rows.map(({ outcome }) => outcome))}
        meta={[
          reportTitle(report),
          `zoals bekend op ${day(report.source.knownOn)}`,
          report.isExample ? <Tag>voorbeeldcijfers</Tag> : null,
        ].filter((one) => one !== null)}
      />
      <Section id="getallen" title="Elk getal" intro="De niet gelijke staan bovenaan.">
        {rows.length === 0 ? (
          <EmptyState title="Dit stuk heeft geen getallen." />
        ) : (
          <DataTable
            caption="Elk getal, nagerekend"
            hiddenCaption
            rows={unequalFirst(rows)}
            columns={[
              { head: 'Soort', rowHead: true, cell: ({ about }) => about },
              {
                head: 'Periode',
                cell: ({ figure: { question } }) =>
                  question.from === question.until
                    ? periodWords(question.from)
                    : `${periodWords(question.from)} tot en met ${periodWords(question.until)}`,
              },
              {
                head: 'In het stuk',
                align: 'number',
                cell: ({ figure: { value } }) => numberOrUnknown(value),
              },
              {
                head: 'Nagerekend',
                cell: ({ outcome }) => <OutcomeStatus outcome={outcome} words={numberOrUnknown} />,
              },
            ]}
          />
        )}
      </Section>
    </>,
  )
}

const numberOrUnknown = (value: number | null) => (value === null ? 'onbekend' : number(value))
