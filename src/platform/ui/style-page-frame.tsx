import { DataList } from './data-list'
import { DataTable } from './data-table'
import { Downloads } from './downloads'
import { FoldedUnknowns } from './folded-unknowns'
import { Judgement } from './judgement'
import { Bookmarks, Pagination, Tabs } from './navigation'
import { EmptyState, Notice, Progress } from './notice'
import { KeyFigures, Quantity } from './quantity'
import { Columns, Stack } from './section'
import { SourceLine } from './source-line'
import { Status, StatusRow, statusNames } from './status'
import type { Sample } from './style-page-sample'
import { Code, CodeBlock, Heading, Hidden, Lead, List, ListLink, Paragraph, Tag, TextLink, Voice } from './text'
import { TextDiff } from './text-diff'

const actions = [
  { code: 'A-1', title: 'Cybercongres voor bestuurders', lead: 'bureau', target: null, is: 'noReport' },
  { code: 'A-2', title: 'Leeratelier voor scholen', lead: 'gemeente Voorbeeldstad', target: 1, is: 'onCourse' },
  { code: 'A-3', title: 'Ten minste 33 zaken', lead: 'OM', target: 33, is: 'met' },
] as const

const years = [2011, 2012, 2013, 2014, 2015, 2016].map((year) => ({
  year,
  value: year === 2011 ? 12_564 : year === 2015 ? 8510 : year === 2016 ? 7813 : null,
}))

/** Text, figures, tables, states, notices and ways through a page. */
export function frameSamples(): Sample[] {
  return [
    {
      id: 'letter',
      title: 'Letter',
      intro: 'Schreefloos is het archief. Met schreef spreekt een mens.',
      content: (
        <Stack>
          <Heading level={3} look={1}>
            Kop 1: Veiligheidsbeeld
          </Heading>
          <Heading level={3} look={2}>
            Kop 2: Wat is afgesproken
          </Heading>
          <Heading level={3}>Kop 3: Onlinefraude 96 (was 61)</Heading>
          <Heading level={4}>Kop 4: Per wijk</Heading>
          <Lead>Inleiding, met schreef. Eén of twee zinnen die zeggen wat hier staat en wat het betekent.</Lead>
          <Paragraph>
            Gewone tekst. Een getal dat ertoe doet staat <Quantity value={38} was={29} /> vet, met de oude waarde
            erachter. Een verzonnen getal heet <Tag />. Een <TextLink href="#letter">link in de tekst</TextLink> en een
            code: <Code>P1-07</Code>.<Hidden>Alleen voor wie luistert.</Hidden>
          </Paragraph>
          <Paragraph small quiet>
            Stille, kleine tekst voor wie meer wil weten.
          </Paragraph>
          <Voice by="Analist, bureau" on="9 november 2026">
            Het oordeel van een mens staat met schreef, en heeft altijd een functie en een datum.
          </Voice>
          <TextDiff before="Vijf gemeenten doen mee in 2026." after="Zeven gemeenten doen mee, vanaf 2026." />
          <CodeBlock label="Voorbeeld in R" code={'tabel <- read.csv("https://voorbeeld.nl/tabel.csv")'} />
          <List items={['Eerste punt', <ListLink href="#letter">Een link in een lijst</ListLink>, 'Derde punt']} />
        </Stack>
      ),
    },
    {
      id: 'cijfers',
      title: 'Cijfers',
      intro: 'Eerst het aantal, dan het oude. Altijd met bron.',
      content: (
        <>
          <KeyFigures
            items={[
              { label: 'misdrijven in 2016', value: <Quantity value={103_579} was={107_000} /> },
              { label: 'acties', value: <Quantity value={608} />, note: '52 noemen een indicator', href: '#cijfers' },
              { label: 'teruggebeld', value: <Quantity value={88} unit="procent" was={93} provisional /> },
              { label: 'beslag', value: <Quantity value={16_390_666} unit="euro" /> },
              { label: 'uitkomst 2017', value: <Quantity value={null} /> },
            ]}
          />
          <Paragraph>
            <Quantity value={62} qualifier="min" /> · <Quantity value={7000} qualifier="more_than" /> ·{' '}
            <Quantity value={11.6} unit="procent" /> · <Quantity value={-3} unit="procentpunt" example />
          </Paragraph>
          <SourceLine
            sources={[
              { document: 'Jaarplan 2017/2018', lines: '508', href: '#cijfers' },
              { document: 'Tabel 2', lines: '1-4' },
            ]}
            known="12 april 2023"
            provisional
          />
          <DataList
            items={[
              { term: 'Trekker', value: 'bureau' },
              { term: 'Loopt', value: '2023 en 2024' },
              { term: 'Code', value: <Code>FL-W-03</Code> },
            ]}
          />
          <Downloads csv="#a" excelCsv="#b" xlsx="#c" json="#d" svg="#e" />
        </>
      ),
    },
    {
      id: 'tabel',
      title: 'Tabel',
      intro: 'Sorteren is een link. Op een telefoon wordt elke rij een blokje.',
      content: (
        <>
          <DataTable
            caption="Acties"
            note="1 tot en met 3 van 24"
            rows={actions}
            rowId={(row) => `actie-${row.code}`}
            rowKind={(row) => (row.code === 'A-2' ? 'here' : undefined)}
            columns={[
              {
                head: 'Actie',
                rowHead: true,
                sort: { href: '#tabel', direction: 'ascending' },
                cell: (row) => <a href="#tabel">{row.title}</a>,
              },
              { head: 'Trekker', sort: { href: '#tabel' }, narrow: 'Trekker', cell: (row) => row.lead },
              { head: 'Doel', align: 'number', cell: (row) => <Quantity value={row.target} /> },
              { head: 'Stand', narrow: '', cell: (row) => <Status is={row.is} /> },
            ]}
          />
          <DataTable
            caption="Per district"
            layout="scroll"
            groups={[
              { title: 'Noord', rows: [{ name: 'Eerste', a: 20, b: 10 }] },
              {
                title: 'Zuid',
                rows: [
                  { name: 'Tweede', a: 118, b: 35 },
                  { name: 'Samen', a: 138, b: 45 },
                ],
              },
            ]}
            rowKind={(row) => (row.name === 'Samen' ? 'sum' : undefined)}
            columns={[
              { head: 'Gebied', rowHead: true, cell: (row) => row.name },
              { head: '2016', align: 'number', cell: (row) => row.a },
              { head: '2015', align: 'number', cell: (row) => row.b },
            ]}
          />
          <DataTable
            caption="Met een gevouwen reeks"
            rows={years}
            rowId={(row) => `jaar-${row.year}`}
            fold={{
              when: (row) => row.value === null,
              label: (rows) => `${rows[0]?.year} tot en met ${rows.at(-1)?.year}: onbekend`,
            }}
            columns={[
              { head: 'Jaar', rowHead: true, cell: (row) => String(row.year) },
              { head: 'Aantal', align: 'number', cell: (row) => <Quantity value={row.value} /> },
            ]}
          />
          <DataTable caption="Leeg" rows={[]} columns={[]} empty="Geen acties gevonden met deze keuze." />
          <Pagination page={3} pages={8} href={(page) => `#bladzijde-${page}`} />
          <FoldedUnknowns count={12} label="van de 19 partners: onbekend of zij meedoen">
            <p>Almere, Dronten en tien andere.</p>
          </FoldedUnknowns>
        </>
      ),
    },
    {
      id: 'stand',
      title: 'Stand en oordeel',
      intro: 'Vorm, woord en pas daarna kleur.',
      content: (
        <>
          <ul class="sv-rijtje">
            {statusNames.map((is) => (
              <li>
                <Status is={is} />
              </li>
            ))}
          </ul>
          <StatusRow
            statuses={['notMet', 'notMet', 'met', 'met', 'met', 'unknown']}
            summary="2 niet gehaald, 3 gehaald, 1 onbekend"
          />
          <Judgement
            computed={
              <>
                Doel <Quantity value={2} /> teams. Gemeld: <Quantity value={1} />.
              </>
            }
            judgement={{
              text: 'Eén team doet mee. Het tweede heeft geen plek in het rooster.',
              by: 'Gemeente Voorbeeldstad',
              on: '9 november 2022',
            }}
            example
          />
          <Judgement computed="Doel ten minste 10%. Gemeld: 7,8%." />
        </>
      ),
    },
    {
      id: 'meldingen',
      title: 'Let op en leeg',
      intro: 'Vertel wat er is en wat iemand kan doen.',
      content: (
        <>
          <Notice title="Goed om te weten.">De cijfers van augustus tot en met oktober zijn voorlopig.</Notice>
          <Notice kind="done" title="Bewaard." announce>
            Uw bericht staat nu op de openbare pagina.
          </Notice>
          <Notice kind="attention" title="Let op: nog 18 dagen.">
            Twee stukken missen een oordeel. <TextLink href="#meldingen">Naar de stukken</TextLink>
          </Notice>
          <Notice kind="error" title="Dat lukte niet.">
            Probeer het over een minuut opnieuw.
          </Notice>
          <Columns>
            <EmptyState title="Nog geen besluiten." action={{ label: 'Koppel een besluit', href: '#meldingen' }}>
              Er is aan deze actie geen besluit gekoppeld.
            </EmptyState>
            <EmptyState title="Niets gevonden voor ‘inbrk’." action={{ label: 'Zoek op inbraak', href: '#meldingen' }}>
              Bedoelde u ‘inbraak’?
            </EmptyState>
          </Columns>
          <Progress
            id="voortgang"
            label="Rapport voor 38 gemeenten"
            value={23}
            max={38}
            note="Nog ongeveer 2 minuten."
          />
        </>
      ),
    },
    {
      id: 'wegwijs',
      title: 'Wegwijs',
      intro: 'Tabbladen zijn links.',
      content: (
        <>
          <Tabs
            label="Voorbeeld van tabbladen"
            items={[
              { label: 'Noord', href: '#wegwijs', current: true, count: 12 },
              { label: 'Oost', href: '#oost', count: 3 },
              { label: 'West', href: '#west' },
            ]}
          />
          <Bookmarks
            items={[
              { label: 'Letter', href: '#letter' },
              { label: 'Cijfers', href: '#cijfers' },
              { label: 'Tabel', href: '#tabel' },
            ]}
          />
        </>
      ),
    },
  ]
}
