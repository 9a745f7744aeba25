import { Code, CodeBlock, DataTable, ListLink, Opening, Paragraph, Section, TextLink } from '../../platform/ui'
import type { Ask } from '../../platform/web/ask'
import { oriRoot, standard } from './harvest.api'
import { type Collection, collections } from './ori'
import { kinds } from './schema.api'

/** Beside the pages of the open tables. */
export const oriPage = '/open-gegevens/raadsinformatie'

const words: Readonly<Record<Collection, string>> = {
  gremia: 'Wie er vergadert: elk gremium, en elk overleg ervan in een gebied.',
  vergaderingen: 'Wanneer, of het doorgaat, en wat erbij hoort.',
  agendapunten: 'De openbare punten, met hoe zij afliepen.',
  informatieobjecten:
    'Alle openbare stukken: oplegnotities, bijlagen, besluitenlijsten, verslagen, besluiten, toezeggingen en voorstellen.',
  besluiten: 'Elk openbaar besluit, met de vergadering en het agendapunt.',
  toezeggingen: 'Elke openbare afspraak en toezegging, met de vergadering, het agendapunt en wie het doet.',
}

const reading = (root: string) =>
  [
    'import requests',
    '',
    `adres, besluiten = "${root}/besluiten", []`,
    'while adres:',
    '    bladzijde = requests.get(adres).json()',
    '    besluiten += bladzijde["results"]',
    '    adres = bladzijde["next"]',
    '',
    'for besluit in besluiten:',
    '    print(besluit["datumBesluit"], besluit["besluitresultaat"], besluit.get("agendapunt"))',
  ].join('\n')

/** For whoever takes over the meetings: what there is, in which shape, and what is not in it. */
export async function harvestPage(ask: Ask): Promise<Response> {
  const root = `${ask.installation.baseUrl}${oriRoot}`
  return ask.page(
    {
      title: 'Vergaderstukken als Open Raadsinformatie',
      description: 'De openbare vergaderingen, stukken en registers, om over te nemen.',
      breadcrumbs: [
        { label: 'Open gegevens', href: '/open-gegevens' },
        { label: 'Vergaderstukken als Open Raadsinformatie', href: oriPage },
      ],
    },
    <>
      <Opening
        title="Vergaderstukken als Open Raadsinformatie"
        lead="Wie raadsinformatie verzamelt, kan hier alle openbare vergaderingen overnemen, met de registers van besluiten en toezeggingen."
        meta={['alleen wat openbaar is', 'voor iedereen hetzelfde']}
      />
      <Section
        id="lijsten"
        title="Wat er is"
        intro="Elke lijst is te bladeren. Elk object heeft een adres dat niet verandert."
      >
        <DataTable
          caption="Lijsten"
          hiddenCaption
          rows={collections}
          columns={[
            {
              head: 'Lijst',
              rowHead: true,
              cell: (name) => <ListLink href={`${oriRoot}/${name}`}>{kinds[name].title}</ListLink>,
            },
            { head: 'Wat erin staat', cell: (name) => words[name] },
          ]}
        />
        <Paragraph>
          <TextLink href={`${oriRoot}/alles.json`}>Alles in één bestand (JSON)</TextLink>. Van één vergadering staat het
          bij haar stukken, onder Stukken meenemen.
        </Paragraph>
      </Section>
      <Section id="vorm" title="In welke vorm" intro="Voor programma’s.">
        <Paragraph>
          De namen en de manier van bladeren zijn die van{' '}
          <TextLink href={standard.url}>{`${standard.naam} ${standard.versie}`}</TextLink> van de VNG. De beschrijving
          staat in OpenAPI 3.1: <TextLink href={`${oriRoot}/openapi.json`}>{`${oriRoot}/openapi.json`}</TextLink>.
          Velden die de standaard niet heeft, staan daar met <Code>x-uitbreiding</Code>.
        </Paragraph>
        <Paragraph>
          Een lijst geeft <Code>results</Code>, met <Code>next</Code> en <Code>previous</Code>. Met{' '}
          <Code>gewijzigdSinds</Code> krijgt u wat sindsdien veranderde. Een besluit en een toezegging noemen hun
          vergadering en agendapunt, en andersom.
        </Paragraph>
        <CodeBlock label="Voorbeeld in Python" code={reading(root)} />
      </Section>
      <Section id="niet" title="Wat er niet in staat">
        <Paragraph>
          Besloten punten en stukken bestaan hier niet, ook niet voor wie is ingelogd. Er staan geen namen van mensen
          in, alleen functies. Tijd en plaats van een vergadering zijn niet openbaar. Van een toezegging staat er niet
          of zij gedaan is. Niemand stemt in deze gremia: stemmingen en fracties zijn er niet.
        </Paragraph>
        <Paragraph>
          Deze website is niet aangesloten op een landelijke verzamelaar. Wat u ermee mag, staat bij{' '}
          <TextLink href="/open-gegevens#licentie">Open gegevens</TextLink>.
        </Paragraph>
      </Section>
    </>,
  )
}
