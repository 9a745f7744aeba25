import { Fold, Paragraph, Section, TextLink, Timeline } from '../../platform/ui'
import { count, moment, monthName } from '../../platform/ui/wording'
import { yearTaskAddress } from './meeting.parts'
import type { YearTask } from './year'
import type { YearChange } from './year-task'

/** A line as a sentence. */
export const yearTaskWords = ({ month, what, byWhom, toWhom }: YearTask) =>
  `In ${monthName(month)}: ${what}. Door ${byWhom}, voor ${toWhom}.`

const kindWords: Readonly<Record<YearChange['kind'], string>> = {
  regio: 'Zoals de regio het aanleverde',
  toegevoegd: 'Toegevoegd',
  gewijzigd: 'Gewijzigd',
  vervallen: 'Vervallen',
  teruggezet: 'Teruggezet',
}

/** What a line became, why and by which function. */
export function YearChangeWords({ change, links = false }: { change: YearChange; links?: boolean }) {
  const { kind, reason, actedAs, code } = change
  return (
    <p>
      {links ? <TextLink href={yearTaskAddress(code)}>{kindWords[kind]}</TextLink> : kindWords[kind]}.{' '}
      {yearTaskWords(change)}
      {reason && ` ${reason}`}
      {actedAs && ` (${actedAs})`}
    </p>
  )
}

/** How the lines came to be as they are, the newest change first. `over`: the year, when that is over. */
export function YearChanges({ changes, over }: { changes: readonly YearChange[]; over: number | null }) {
  return (
    <Section id="herkomst" title="Waar de vaste regels vandaan komen">
      <Paragraph small quiet>
        Ze komen uit de jaarkalender van de regio: een gewoonte, geen afspraak met een datum. De programmamanager van
        het bureau kan ze wijzigen, met een reden.
        {over !== null &&
          ` Het jaar ${over} is voorbij: de regels staan er zoals ze aan het eind van het jaar waren. Wat nooit op het scherm is gewijzigd, staat er zoals de regio het nu aanlevert.`}
      </Paragraph>
      {changes.length > 0 && (
        <Fold label={`Gewijzigd: ${count(changes.length, 'keer', 'keer')}`}>
          <Timeline
            items={changes.map((change) => ({
              when: moment(change.at),
              children: <YearChangeWords change={change} links />,
            }))}
          />
        </Fold>
      )}
    </Section>
  )
}
