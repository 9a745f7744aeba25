import { DataTable, Opening, Paragraph, Section, TextLink } from '../platform/ui'
import { number, sentenceList } from '../platform/ui/wording'
import type { Ask } from '../platform/web/ask'
import { choreWords, minutesOf, minutesOfAll, minutesOfBureau, type Upkeep, upkeep, upkeepAt } from './upkeep'

export const upkeepAddress = '/over/bijhouden'

/** What the whole product asks of a bureau in a year, against the two hours a week it has. */
export async function upkeepPage(ask: Ask): Promise<Response> {
  const all = minutesOfAll()
  const hours = Math.round(all / 60)
  const sorted = [...upkeep].sort((one, other) => minutesOf(other) - minutesOf(one))
  return ask.page(
    {
      title: 'Wat bijhouden kost',
      description: 'Hoeveel tijd het een bureau per jaar kost om deze website bij te houden.',
      breadcrumbs: [
        { label: 'Over deze website', href: '/over' },
        { label: 'Wat bijhouden kost', href: upkeepAddress },
      ],
    },
    <>
      <Opening
        title="Wat bijhouden kost"
        lead={`Ongeveer ${number(hours)} uur per jaar, van de ${number(minutesOfBureau / 60)} die een bureau met twee uur per week heeft.`}
      />
      <Section
        id="per-onderdeel"
        title="Per onderdeel"
        intro="Hoe vaak per jaar, en hoe lang één keer duurt. Wat vanzelf gaat, telt niet mee."
      >
        <DataTable<Upkeep>
          caption="Minuten per jaar voor het bureau, per onderdeel"
          hiddenCaption
          rows={sorted}
          columns={[
            { head: 'Onderdeel', rowHead: true, cell: ({ title }) => title },
            { head: 'Minuten per jaar', align: 'number', cell: (one) => number(minutesOf(one)) },
            { head: 'Waaruit', cell: ({ chores }) => sentenceList(chores.map(choreWords)) },
            { head: 'Hoe gerekend', cell: ({ reckoned }) => reckoned },
          ]}
        />
        <Paragraph>
          Samen {number(all)} minuten per jaar. Gemeten is alleen een melding over een actie; de rest is een schatting
          van hoe lang het invullen van één formulier duurt. Vergaderen, schrijven en bellen tellen niet mee: dat doet
          een bureau ook zonder deze website.
        </Paragraph>
      </Section>
    </>,
  )
}

/** One quiet line under a screen where the bureau keeps something up, for who works at one. */
export function UpkeepLine({ ask }: { ask: Ask }) {
  const found = ask.person?.isOfBureau ? upkeepAt(ask.path) : null
  if (!found) return null
  return (
    <div class="sv-bijhouden">
      <Paragraph small quiet>
        Bijhouden kost het bureau ongeveer {number(minutesOf(found))} minuten per jaar:{' '}
        {sentenceList(found.chores.map(choreWords))}. <TextLink href={upkeepAddress}>Hoe dat is gerekend</TextLink>
      </Paragraph>
    </div>
  )
}
