import { EmptyState, Paragraph, RowList } from '../../platform/ui'
import type { Judgement } from './portfolio.store'
import { dayOf, StatusText } from './update.parts'

export const judgementAddress = (programme: string) => `/programmas/${encodeURIComponent(programme)}/oordeel`

/** What whoever leads a programme says of it, signed with a function and a day; that nobody did is said too. */
export function JudgementView({ judgement }: { judgement: Judgement | null }) {
  if (!judgement) return <Paragraph>Oordeel: nog niet gegeven.</Paragraph>
  const { status, sentence, at, actedAs } = judgement
  return (
    <>
      <Paragraph>
        Oordeel: <StatusText is={status} /> {sentence}
      </Paragraph>
      <Paragraph small quiet>
        {actedAs}, {dayOf(at)}
      </Paragraph>
    </>
  )
}

/** Everything that was said of a programme, the newest first. */
export const JudgementList = ({ of }: { of: readonly Judgement[] }) =>
  of.length === 0 ? (
    <EmptyState title="Nog niets.">Over dit programma is nog geen oordeel gegeven.</EmptyState>
  ) : (
    <RowList items={of.map((judgement) => ({ content: <JudgementView judgement={judgement} /> }))} />
  )
