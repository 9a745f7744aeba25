import { ButtonLink, DataTable, Heading, Notice, Paragraph, Section, TextLink } from '../../platform/ui'
import { count, moment } from '../../platform/ui/wording'
import { CorrectionTable, correctionsAddress, DifferenceTable, type listCorrections } from '../publications'
import type { Account } from './account'
import { accountAddress } from './address.parts'
import type { Beside } from './later'

type After = {
  readonly later: {
    readonly at: string
    readonly sentences: readonly Beside[]
    readonly figures: readonly Beside[]
  } | null
  readonly corrections: Awaited<ReturnType<typeof listCorrections>>
}

/** At the head of a released account: that something in it would be said otherwise now, or was corrected. */
export function AfterwardsNotice({ later, corrections }: After) {
  const sentences = later?.sentences.length ?? 0
  return (
    <>
      {sentences > 0 && (
        <Notice kind="attention" title="Met de cijfers van nu staat hier iets anders.">
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

/** What became of a released account: later figures and corrections. The account itself stays as it is. */
export function AfterwardsSection(props: After & { account: Account; mayCorrect: boolean }) {
  const { later, corrections, account, mayCorrect } = props
  const changes = (later?.sentences.length ?? 0) + (later?.figures.length ?? 0)
  return (
    <Section
      id="daarna"
      title="Wat er daarna veranderde"
      intro="Het stuk blijft zoals het is. Hier staat wat er later bij kwam."
    >
      {!later || changes === 0 ? (
        <Paragraph>Met de cijfers van nu zou hier hetzelfde staan.</Paragraph>
      ) : (
        <Paragraph quiet>Gezien op {moment(later.at)}.</Paragraph>
      )}
      {later && later.sentences.length > 0 && (
        <>
          <Heading level={3}>Zinnen die nu anders zouden zijn</Heading>
          <DifferenceTable sentences={later.sentences} caption="Zinnen die nu anders zouden zijn" />
        </>
      )}
      {later && later.figures.length > 0 && (
        <>
          <Heading level={3}>Cijfers die zijn bijgesteld</Heading>
          <DataTable
            caption="Cijfers die zijn bijgesteld"
            hiddenCaption
            rows={later.figures}
            columns={[
              { head: 'Cijfer', rowHead: true, cell: ({ about }) => about },
              { head: 'In dit stuk', cell: ({ published }) => published },
              { head: 'Nu', cell: ({ now }) => now },
            ]}
          />
        </>
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
      {mayCorrect && <ButtonLink href={`${accountAddress(account.code)}/corrigeren`}>Schrijf een correctie</ButtonLink>}
    </Section>
  )
}
