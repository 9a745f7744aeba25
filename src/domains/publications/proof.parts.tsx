import { ButtonLink, Code, DataTable, Heading, Notice, Paragraph, Section, Status, TextLink } from '../../platform/ui'
import { count, day, moment, number } from '../../platform/ui/wording'
import { pictureAddress } from '../pictures'
import type { Correction } from './correction'
import { type Difference, isAlarm, type LaterWord, type Recomputation } from './difference'
import type { Entry } from './entry'
import { correctionsAddress, ledgerAddress, reportAddress } from './report.parts'
import type { StoredReport } from './report.store'

/** What the last night said of the figures of a report. */
export function RecomputedStatus({ recomputed }: { recomputed: Recomputation | undefined }) {
  if (!recomputed) return <Status is="unknown" label="nog niet nagerekend" />
  const { equal, different, gone } = recomputed
  if (isAlarm(recomputed))
    return (
      <Status
        is="missing"
        label={
          different > 0 ? `${number(different)} niet gelijk, ${number(equal)} gelijk` : 'anders dan in het logboek'
        }
      />
    )
  if (gone > 0) return <Status is="unknown" label="niet na te rekenen: deze cijfers zijn er niet meer" />
  return <Status is="complete" label={`alle ${number(equal)} gelijk`} />
}

export function RecomputedLine({ recomputed }: { recomputed: Recomputation | undefined }) {
  return recomputed ? (
    <Paragraph>
      Elke nacht rekenen wij dit stuk na. De laatste keer, {moment(recomputed.at)}:{' '}
      <RecomputedStatus recomputed={recomputed} />
    </Paragraph>
  ) : null
}

/** Where a report stands in the log. */
export function LedgerLine({ entry, hash }: { entry: Entry | null; hash: string }) {
  if (!entry) return null
  return (
    <>
      <Paragraph>
        Dit stuk is regel {number(entry.regel)} van het{' '}
        <TextLink href={ledgerAddress}>logboek van publicaties</TextLink>
        {entry.laterOpgenomen ? `, later opgenomen op ${moment(entry.moment)}` : ''}, opgenomen door versie{' '}
        {entry.programma} van het programma. Het kenmerk van die regel:
      </Paragraph>
      <Code>{hash}</Code>
    </>
  )
}

type After = { readonly later: LaterWord | undefined; readonly corrections: readonly Correction[] }

/** At the head of a report: that something in it would be said otherwise now. */
export function LaterNotice({ later, corrections }: After) {
  const sentences = later?.sentences.length ?? 0
  return (
    <>
      {later && sentences > 0 && (
        <Notice kind="attention" title={`Met de cijfers van ${day(later.knownOn)} staat hier iets anders.`}>
          Bij {count(sentences, 'zin', 'zinnen')} zouden wij nu iets anders zeggen.{' '}
          <TextLink href="#daarna">Lees wat er zou staan</TextLink>
        </Notice>
      )}
      {corrections.length > 0 && (
        <Notice kind="attention" title="Bij dit stuk hoort een correctie.">
          <TextLink href="#daarna">Lees wat er is gecorrigeerd</TextLink>
        </Notice>
      )}
    </>
  )
}

/** Sentences as published, beside what would stand there now. */
export function DifferenceTable({ sentences, caption }: { sentences: readonly Difference[]; caption: string }) {
  return (
    <DataTable
      caption={caption}
      hiddenCaption
      rows={sentences}
      columns={[
        { head: 'Over', rowHead: true, cell: ({ about }) => about },
        { head: 'Gepubliceerd', cell: ({ published }) => published },
        { head: 'Met de cijfers van nu zou hier staan', cell: ({ now }) => now },
      ]}
    />
  )
}

/** What was corrected, with why and by whom. */
export function CorrectionTable({ corrections }: { corrections: readonly Correction[] }) {
  return (
    <DataTable
      caption="Correcties"
      hiddenCaption
      rows={corrections}
      columns={[
        { head: 'Wanneer', rowHead: true, cell: ({ at }) => moment(at) },
        { head: 'Er stond', cell: ({ before }) => before },
        { head: 'Lees', cell: ({ after }) => after },
        { head: 'Waarom', cell: ({ reason }) => reason },
        { head: 'Door', cell: ({ actedAs }) => actedAs },
      ]}
    />
  )
}

/** What became of a published report: later figures and corrections. */
export function AfterwardsSection(props: After & { stored: StoredReport; mayCorrect: boolean }) {
  const { later, corrections, mayCorrect } = props
  const { code, report } = props.stored
  return (
    <Section
      id="daarna"
      title="Wat er daarna veranderde"
      intro="Het stuk blijft zoals het is. Hier staat wat er later bij kwam."
    >
      {!later ? (
        <Paragraph>Er zijn na dit stuk nog geen nieuwere cijfers gekomen.</Paragraph>
      ) : later.sentences.length === 0 ? (
        <Paragraph>
          Ook met de cijfers van {day(later.knownOn)} blijft wat wij over een verandering zeggen hetzelfde.
        </Paragraph>
      ) : (
        <>
          <Paragraph>
            Met de cijfers van {day(later.knownOn)} zeggen wij bij {count(later.sentences.length, 'zin', 'zinnen')} iets
            anders.
          </Paragraph>
          <DifferenceTable sentences={later.sentences} caption="Zinnen die nu anders zouden zijn" />
        </>
      )}
      {later && later.figures > 0 && (
        <Paragraph>
          {count(later.figures, 'getal is', 'getallen zijn')} bijgesteld.{' '}
          <TextLink href={revisionsOf(report.area.code)}>Bekijk de herzieningen</TextLink>
        </Paragraph>
      )}
      {corrections.length > 0 && (
        <>
          <Heading level={3}>Correcties</Heading>
          <CorrectionTable corrections={corrections} />
        </>
      )}
      <Paragraph>
        <TextLink href={correctionsAddress}>Alle correcties bij publicaties</TextLink>
      </Paragraph>
      {mayCorrect && <ButtonLink href={`${reportAddress(code)}/corrigeren`}>Schrijf een correctie</ButtonLink>}
    </Section>
  )
}

/** The list of what became of the figures of an area. */
export const revisionsOf = (area: string) => `${pictureAddress(area)}/herzieningen`
