import type { Reader } from '../../platform/db/database'
import { EmptyState, Heading, Opening, Paragraph, Section, TextLink } from '../../platform/ui'
import { count, day, moment } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import type { Correction } from './correction'
import { listCorrections } from './correction.store'
import { correctForm, correctingPage } from './correction-form.pages'
import type { Difference } from './difference'
import { laterWords } from './difference.store'
import { CorrectionTable, DifferenceTable, revisionsOf } from './proof.parts'
import { breadcrumbsOf, pageTitle } from './report.pages'
import { correctionsAddress, ledgerAddress, reportAddress } from './report.parts'
import { authorOf, findReport, listReports } from './report.store'

/** What of a publication of a later domain would be said otherwise with the figures of now. */
export type LaterSaid = {
  readonly title: string
  readonly address: string
  readonly isExample: boolean
  readonly at: string
  readonly sentences: readonly Difference[]
  /** How many figures are another number. */
  readonly figures: number
}

type Changed = {
  readonly key: string
  readonly title: string
  readonly address: string
  readonly isExample: boolean
  readonly seen: string | null
  readonly sentences: readonly Difference[]
  readonly figures: number
  readonly revisions: { readonly label: string; readonly href: string } | null
  readonly corrections: readonly Correction[]
}

async function everythingSaid(tx: Reader, saidLater: readonly LaterSaid[]): Promise<Changed[]> {
  const later = await laterWords(tx)
  const corrections = await listCorrections(tx)
  const reports = (await listReports(tx)).filter(({ signedAt }) => signedAt !== null)
  const ofReports = reports.map((report): Changed => {
    const last = later.filter((one) => one.report === report.code).at(-1)
    return {
      key: report.code,
      title: `${report.areaName}, ${report.code}`,
      address: reportAddress(report.code),
      isExample: report.isExample,
      seen: last ? `Met de cijfers van ${day(last.knownOn)}, gezien op ${moment(last.at)}.` : null,
      sentences: last?.sentences ?? [],
      figures: last?.figures ?? 0,
      revisions: { label: `Herzieningen van ${report.areaName}`, href: revisionsOf(report.area) },
      corrections: corrections.filter(({ kind, subject }) => kind === 'rapportage' && subject === report.code),
    }
  })
  const others = corrections.filter(({ kind }) => kind !== 'rapportage')
  const addresses = [
    ...new Set([...saidLater.map(({ address }) => address), ...others.map((one) => one.address ?? '')]),
  ]
  const ofOthers = addresses.map((address, at): Changed => {
    const said = saidLater.find((one) => one.address === address)
    const own = others.filter((one) => (one.address ?? '') === address)
    return {
      key: `stuk-${at + 1}`,
      title: said?.title ?? own[0]?.title ?? 'Stuk',
      address,
      isExample: said?.isExample ?? false,
      seen: said ? `Gezien op ${moment(said.at)}.` : null,
      sentences: said?.sentences ?? [],
      figures: said?.figures ?? 0,
      revisions: null,
      corrections: own,
    }
  })
  return [...ofOthers, ...ofReports]
}

/** What was published and would be said otherwise now, and what was corrected by hand. `alsoLater` has what of later domains would be. */
export const correctionsPage = (alsoLater: (tx: Reader) => Promise<readonly LaterSaid[]>) => async (ask: Ask) => {
  const told = await ask.read(async (tx) => everythingSaid(tx, await alsoLater(tx)))
  const changed = told.filter(({ corrections, sentences }) => corrections.length + sentences.length > 0)
  const revised = told.filter((one) => !changed.includes(one) && one.figures > 0)
  return ask.page(
    {
      title: 'Correcties bij publicaties',
      description: 'Gepubliceerde zinnen die met de cijfers van nu anders zouden zijn, en correcties met de hand.',
      breadcrumbs: [
        { label: 'Verantwoording', href: '/verantwoording' },
        { label: 'Correcties', href: correctionsAddress },
      ],
    },
    <>
      <Opening
        title="Correcties bij publicaties"
        lead={
          changed.length === 0
            ? 'Bij geen enkel stuk zeggen de cijfers van nu iets anders dan wij publiceerden.'
            : `Bij ${count(changed.length, 'stuk', 'stukken')} zouden wij nu iets anders schrijven. Wat gepubliceerd is, blijft zoals het was.`
        }
        meta={[<TextLink href={ledgerAddress}>Logboek van publicaties</TextLink>]}
      />
      {changed.map((one) => (
        <Section
          id={one.key}
          title={<TextLink href={one.address}>{one.title}</TextLink>}
          intro={one.isExample ? 'Gemaakt van voorbeeldcijfers: verzonnen getallen.' : undefined}
        >
          {one.sentences.length > 0 && (
            <>
              <Heading level={3}>Met de cijfers van nu</Heading>
              <Paragraph quiet>{one.seen ?? ''}</Paragraph>
              <DifferenceTable sentences={one.sentences} caption={`Zinnen van ${one.title} die nu anders zijn`} />
            </>
          )}
          {one.corrections.length > 0 && (
            <>
              <Heading level={3}>Met de hand gecorrigeerd</Heading>
              <CorrectionTable corrections={one.corrections} />
            </>
          )}
        </Section>
      ))}
      <Section
        id="bijgesteld"
        title="Alleen een getal bijgesteld"
        intro="Hier veranderde een getal, en bleef wat wij erover zeggen hetzelfde."
      >
        {revised.length === 0 ? (
          <EmptyState title="Er zijn geen stukken waarvan alleen een getal is bijgesteld." />
        ) : (
          revised.map((one) => (
            <Paragraph>
              <TextLink href={one.address}>{one.title}</TextLink>: {count(one.figures, 'getal', 'getallen')} bijgesteld.{' '}
              {one.revisions ? <TextLink href={one.revisions.href}>{one.revisions.label}</TextLink> : null}
            </Paragraph>
          ))
        )}
      </Section>
    </>,
  )
}

// A published report, for who may sign it.
const ownPublished = (ask: Ask) =>
  ask.read(async (tx) => {
    const stored = await findReport(tx, ask.params.code ?? '')
    if (!stored?.signature || !(await authorOf(tx, stored.report.area.code))) return null
    return {
      kind: 'rapportage',
      subject: stored.code,
      title: pageTitle(stored),
      address: reportAddress(stored.code),
      breadcrumbs: breadcrumbsOf(stored),
      event: 'rapportage gecorrigeerd',
    }
  })

export const correctingReportPage = correctingPage(ownPublished)
export const correctReportForm = correctForm(ownPublished)
