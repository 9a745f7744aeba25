import { DataTable, EmptyState, List, ListLink, Paragraph, RowList, TextLink } from '../../platform/ui'
import { count, number, sentenceList } from '../../platform/ui/wording'
import { onTrack, type Stand, type Tally } from './portfolio'
import { statuses } from './status'
import { actionAddress, dayOf, StatusText, statusWords } from './update.parts'

export const portfolioAddress = '/voortgang/plannen'
export const planAddress = (code: string) => `${portfolioAddress}/${encodeURIComponent(code)}`

/** What goes as agreed, of what is known: "12 van 20". Never a bare share. */
function onTrackWords(of: Tally): string {
  const reckoned = onTrack(of)
  return reckoned ? `${number(reckoned.good)} van ${number(reckoned.known)}` : 'onbekend'
}

/** The same as a sentence. */
export function reckonedText(of: Tally): string {
  const reckoned = onTrack(of)
  return reckoned
    ? `Berekend: ${onTrackWords(of)} ${reckoned.good === 1 ? 'gaat' : 'gaan'} als afgesproken.`
    : 'Berekend: onbekend, want niemand zei hoe het ervoor staat.'
}

/** How promises stand, in words: only what occurs, and what nobody said last. */
export function tallyWords({ of, unknown }: Tally): string {
  const known = statuses.flatMap((status) => (of[status] > 0 ? [`${number(of[status])} ${statusWords[status]}`] : []))
  return sentenceList([...known, ...(unknown > 0 ? [`van ${number(unknown)} weten wij het niet`] : [])])
}

export type TallyRow = { readonly title: string; readonly href: string; readonly under?: string; readonly of: Tally }

/** How the promises of several things stand, one row each. */
export function TallyTable({
  caption,
  head,
  rows,
  showsLate,
}: {
  caption: string
  head: string
  rows: readonly TallyRow[]
  /** Of a plan that is over every day is past: then it says nothing. */
  showsLate: boolean
}) {
  return (
    <DataTable
      caption={caption}
      hiddenCaption
      rows={rows}
      empty="Hier staan geen beloften."
      columns={[
        {
          head,
          rowHead: true,
          cell: ({ title, href, under }) => (
            <>
              <ListLink href={href}>{title}</ListLink>
              {under && (
                <Paragraph small quiet>
                  {under}
                </Paragraph>
              )}
            </>
          ),
        },
        { head: 'Beloften', align: 'number', cell: ({ of }) => number(of.all) },
        { head: 'Als afgesproken', align: 'number', cell: ({ of }) => onTrackWords(of) },
        {
          head: 'Achter of vast',
          align: 'number',
          cell: ({ of }) => (onTrack(of) ? number(of.of['loopt-achter'] + of.of.geblokkeerd) : 'onbekend'),
        },
        ...(showsLate
          ? [{ head: 'Te laat', align: 'number' as const, cell: ({ of }: TallyRow) => number(of.late) }]
          : []),
        { head: 'Onbekend', align: 'number', cell: ({ of }) => number(of.unknown) },
      ]}
    />
  )
}

/** The formula with its weights: whoever reads a share can reckon it again. */
export const Formula = () => (
  <List
    items={[
      <>
        <strong>Als afgesproken</strong> = (afgerond + op koers) van alle beloften waarvan iemand zei hoe zij ervoor
        staan, zonder wat is overgedragen.
      </>,
      'Elke belofte weegt even zwaar: 1. Wat in meer hoofdstukken staat, telt één keer.',
      <>
        <strong>Te laat</strong> = de afgesproken dag is voorbij en niemand zei dat het is afgerond, gestopt of
        overgedragen.
      </>,
      <>
        <strong>Onbekend</strong> = niemand zei ooit hoe het ervoor staat. Dat is iets anders dan nul, en iets anders
        dan nog niet begonnen.
      </>,
    ]}
  />
)

/** Promises one by one, with what was last said. */
export function StandList({ stands, none }: { stands: readonly Stand[]; none: string }) {
  if (stands.length === 0) return <EmptyState title="Geen.">{none}</EmptyState>
  return (
    <RowList
      items={stands.map(({ action, title, programmeTitle, status, sentence, saidAt }) => ({
        content: (
          <>
            <ListLink href={`${actionAddress(action)}#stand`}>{title}</ListLink> {status && <StatusText is={status} />}
            {sentence && <Paragraph>{sentence}</Paragraph>}
            <Paragraph small quiet>
              {programmeTitle}, {saidAt ? `gemeld op ${dayOf(saidAt)}` : 'nog niets gemeld'}
            </Paragraph>
          </>
        ),
      }))}
    />
  )
}

/** Effort, result and effect: three things, and none stands for another. */
export function ThreeThings({
  programme,
  of,
  results,
  priority,
}: {
  programme: string
  of: Tally
  results: number
  priority: { readonly code: string; readonly title: string; readonly figures: number } | null
}) {
  return (
    <List
      items={[
        <>
          <strong>Inspanning.</strong> {tallyWords(of)}.
        </>,
        <>
          <strong>Resultaat.</strong>{' '}
          {results > 0 ? (
            <TextLink href={`/programmas/${encodeURIComponent(programme)}#terugblik`}>
              {count(results, 'gemeld resultaat', 'gemelde resultaten')}
            </TextLink>
          ) : (
            'Nog niets gemeld.'
          )}
        </>,
        <>
          <strong>Effect.</strong>{' '}
          {priority === null ? (
            'Dit programma hoort bij geen prioriteit, dus bij geen cijfer.'
          ) : (
            <>
              {priority.figures > 0 ? count(priority.figures, 'cijfer', 'cijfers') : 'Geen cijfer'} bij{' '}
              <TextLink href={`/prioriteiten/${encodeURIComponent(priority.code)}`}>{priority.title}</TextLink>. Of het
              door deze acties komt, zegt een cijfer niet.
            </>
          )}
        </>,
      ]}
    />
  )
}
