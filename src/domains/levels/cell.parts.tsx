import type { Child } from 'hono/jsx'
import type { Reader } from '../../platform/db/database'
import { DataTable, Paragraph, Section, Status, TextLink } from '../../platform/ui'
import { day, moment } from '../../platform/ui/wording'
import { type Ask, isProfessional } from '../../platform/web/ask'
import type { CellAnswer, CellVersion } from './cell'
import type { CellKey } from './cell.store'

const matrixAddress = (district: string) => `/deelname/${encodeURIComponent(district)}`
export const executionAddress = (district: string) => `${matrixAddress(district)}/uitvoeringsplan`
export const cellPath = (district: string) => `${executionAddress(district)}/vak`
export const cellAddress = ({ district, theme, partner }: CellKey) =>
  `${cellPath(district)}?${new URLSearchParams({ thema: theme, partner })}`

export const answerWords: Readonly<Record<CellAnswer, string>> = {
  gekozen: 'gekozen',
  startpositie: 'startpositie',
  'niet-gekozen': 'niet gekozen in dit plan',
  onbekend: 'onbekend',
}
const signs = { gekozen: 'yes', startpositie: 'partial', 'niet-gekozen': 'no', onbekend: 'unknown' } as const

export const CellStatus = ({ answer, start }: { answer: CellAnswer; start: string | null }) => (
  <Status is={signs[answer]} label={start === null ? answerWords[answer] : `${answerWords[answer]}: ${start}`} />
)

/** What was said of cells, with why, when and by whom. Only for professionals. */
export function CellHistory({
  versions,
  nameOf,
}: {
  versions: readonly CellVersion[]
  nameOf: (partner: string) => string
}) {
  return (
    <DataTable
      caption="Wat er in dit uitvoeringsplan is gewijzigd"
      hiddenCaption
      empty="Er is hier nog niets gewijzigd: alles staat er zoals in de documenten."
      rows={versions}
      columns={[
        { head: 'Thema en partner', rowHead: true, cell: ({ theme, partner }) => `${theme}: ${nameOf(partner)}` },
        { head: 'Toen', cell: ({ before }) => answerWords[before] },
        {
          head: 'Daarna',
          cell: ({ answer, startPosition }) =>
            startPosition === null ? answerWords[answer] : `${answerWords[answer]}: ${startPosition}`,
        },
        { head: 'Waarom', cell: ({ reason }) => reason },
        { head: 'Datum', cell: ({ decidedOn }) => day(decidedOn) },
        { head: 'Door', cell: ({ actedAs, at }) => `${actedAs}, ${moment(at)}` },
      ]}
    />
  )
}

/** On the page of the matrix of a district: for professionals the way to all of it. */
export async function executionOfDistrict(_: Reader, district: string, ask: Ask): Promise<Child> {
  if (!isProfessional(ask)) return null
  return (
    <Section id="uitvoeringsplan" title="Het hele uitvoeringsplan" intro="Alleen voor professionals.">
      <Paragraph>
        <TextLink href={executionAddress(district)}>Elk thema en elke partner, met redenen en datums</TextLink>
      </Paragraph>
    </Section>
  )
}
