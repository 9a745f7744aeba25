import { Bookmarks, Code, DataTable, List, Opening, Paragraph, Section, TextLink } from '../../platform/ui'
import { day } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { chanceAlone, errorRates, errorRatesOf, type Rates, shareOfChance, type Verdict } from '../crime'
import { attenderingenAddress, fromTo, methodAddress, oneIn, VerdictText } from './change.parts'

const meanings: readonly { readonly verdict: Verdict; readonly meaning: string }[] = [
  {
    verdict: 'none',
    meaning: 'Het verschil past bij toeval. Dat is het gewone geval. Het kan wel iets zijn: alleen zien wij het niet.',
  },
  {
    verdict: 'more',
    meaning: `Zo’n verschil komt door toeval alleen hooguit ${oneIn(chanceAlone)} keer voor, en het is meer.`,
  },
  { verdict: 'less', meaning: 'Hetzelfde, en het is minder.' },
  {
    verdict: 'few',
    meaning: 'Minder dan 10 voorvallen in twee jaar. Kijk dan naar het district, of naar meer jaren samen.',
  },
  { verdict: 'unknown', meaning: 'Van een of meer maanden kennen we het aantal niet.' },
]

const rules: readonly { readonly name: string; readonly rates: Rates; readonly isHabit?: true }[] = [
  { name: 'Onze attendering (een maand)', rates: errorRates.attendering },
  { name: 'Ons oordeel over 12 maanden', rates: errorRates.twelveMonths },
  { name: 'Exacte toets, een maand tegen die maand een jaar eerder', rates: errorRates.exactMonth },
  { name: 'Exacte toets, 12 maanden', rates: errorRates.exactTwelveMonths },
  { name: 'Vuistregel: maand 20% boven die van vorig jaar', rates: errorRates.habitMonth, isHabit: true },
  { name: 'Vuistregel: 12 maanden 10% boven de 12 ervoor', rates: errorRates.habitTwelveMonths, isHabit: true },
]

const situations: readonly { readonly head: string; readonly key: keyof Rates }[] = [
  { head: 'Er verandert niets', key: 'unchanged' },
  { head: 'Er verandert niets, grillige maanden', key: 'scattered' },
  { head: 'Laatste maand dubbel', key: 'doubled' },
  { head: 'Laatste jaar een kwart meer', key: 'quarterUp' },
]

/** How change is judged, how often that goes wrong, and how to check it. */
export function methodPage(ask: Ask): Promise<Response> {
  return ask.page(
    {
      title: 'Hoe wij verandering beoordelen',
      description: 'Wanneer noemen we een aantal aantoonbaar meer of minder, en hoe vaak vergissen we ons?',
      breadcrumbs: [
        { label: 'Veiligheidsbeelden', href: '/veiligheidsbeelden' },
        { label: 'Werkwijze', href: methodAddress },
      ],
    },
    <>
      <Opening
        title="Hoe wij verandering beoordelen"
        lead="Aantallen gaan elke maand op en neer, ook als er niets verandert. Daarom noemen we iets pas meer of minder als toeval het niet goed verklaart."
      >
        <Bookmarks
          items={[
            { label: 'Twaalf maanden', href: '#jaar' },
            { label: 'Eén maand', href: '#maand' },
            { label: 'De kans op een doel', href: '#doel' },
            { label: 'Wat mensen zeggen', href: '#beleving' },
            { label: 'Kerncijfers', href: '#kerncijfers' },
            { label: 'Hoe vaak wij ons vergissen', href: '#fouten' },
            { label: 'Zelf narekenen', href: '#narekenen' },
          ]}
        />
      </Opening>
      <Section id="jaar" title="Twaalf maanden" intro="Altijd tegen de twaalf maanden ervoor.">
        <DataTable
          caption="Wat de woorden betekenen"
          hiddenCaption
          rows={meanings}
          columns={[
            { head: 'Er staat', rowHead: true, cell: ({ verdict }) => <VerdictText verdict={verdict} /> },
            { head: 'Dat betekent', cell: ({ meaning }) => meaning },
          ]}
        />
        <List
          items={[
            'We kijken eerst hoe grillig de reeks is: hoe sterk de maanden van vijf jaar op en neer gaan, naast seizoen en jaar.',
            'Hoe grilliger, hoe groter een verschil moet zijn voordat wij het een verandering noemen.',
            'Zijn er minder dan drie jaren, dan rekenen we met toeval alleen (de exacte binomiale toets).',
            `Staan er veel soorten onder elkaar, dan moet elk verschil meer laten zien. Van alles wat in zo’n lijst aantoonbaar heet, is naar verwachting hoogstens ${oneIn(shareOfChance)} toeval (Benjamini en Hochberg).`,
          ]}
        />
      </Section>
      <Section id="maand" title="Eén maand: de attendering" intro="Een reden om te kijken, geen conclusie.">
        <List
          items={[
            'We vergelijken de maand met dezelfde maand van vijf jaren ervoor, en met de maand daarvoor en daarna.',
            'Loopt het aantal al jaren op of af, dan telt dat mee. Een oude uitschieter telt minder mee.',
            'Er komt een attendering als het aantal hoger is dan in 99 van de 100 gevallen te verwachten was.',
            'Zijn er in vier maanden minder dan 5 voorvallen, dan zeggen we niets.',
            'De methode heet Farrington Flexible. Ziekenhuizen en gezondheidsdiensten gebruiken haar om uitbraken te zien.',
          ]}
        />
        <Paragraph>
          <TextLink href={attenderingenAddress}>De attenderingen van de nieuwste maand</TextLink>
        </Paragraph>
      </Section>
      <Section
        id="doel"
        title="De kans op een doel"
        intro="Alleen bij een doel dat als aantal voor een jaar is afgesproken."
      >
        <List
          items={[
            'We gaan uit van de laatste 12 maanden die af zijn. De nieuwste drie maanden tellen nog niet mee: die groeien nog.',
            'Wat er dit jaar nog komt, verdelen we over de maanden zoals in de jaren ervoor, tot tien jaar terug.',
            'Hoe zeker dat is, meten we: hoe veel het ene jaar van het andere verschilde. Dat is meer dan toeval alleen.',
            'Daaruit volgt een verwacht aantal met grenzen. In 19 van de 20 jaren komt het daartussen uit.',
            'De kans is het deel van die uitkomsten dat het doel haalt. We ronden hem af, want zo precies is hij niet.',
            'Er is geen kans bij minder dan 10 misdrijven in 12 maanden, bij minder dan vijf hele jaren, als er maanden ontbreken, als het jaar later dan over twee jaar eindigt, of bij voorbeeldcijfers.',
            'Het is geen voorspelling: verandert er iets in het gebied, dan komt het anders uit.',
          ]}
        />
        <Paragraph small quiet>
          De verdeling is de negatief-binomiale. De spreiding is het gemiddelde van (nu − vorig jaar)² ÷ (nu + vorig
          jaar), verwijd omdat het uit weinig jaren komt. In een proef met 800 verzonnen jaren per geval kwam ten minste
          90% tussen de grenzen uit, en gebeurde wat ‘ongeveer half’ heette in een derde tot twee derde van de jaren.
        </Paragraph>
      </Section>
      <Section id="beleving" title="Wat mensen zeggen" intro="Een enquête vraagt het aan een deel van de mensen.">
        <List
          items={[
            'De marge komt uit de bron. In 95 van de 100 keer ligt het getal van alle inwoners daarbinnen.',
            'Twee uitkomsten verschillen pas als het verschil groter is dan beide marges samen (de wortel uit de som van de kwadraten).',
            'Geeft de bron geen marge, dan staat er ‘marge onbekend’ en zeggen we niets over het verschil.',
            'Is er van een gebied geen uitkomst, dan staat er die van het kleinste gebied eromheen, met de naam erbij.',
            'Een enquête en de registratie staan nooit in één grafiek en tellen nooit op tot één cijfer.',
          ]}
        />
      </Section>
      <Section
        id="kerncijfers"
        title="Kerncijfers naast de cijfers"
        intro="Wat voor gebied het is, uit de Kerncijfers wijken en buurten van het CBS."
      >
        <List
          items={[
            'We kiezen acht kerncijfers over de plaats: inwoners, jongeren, huishoudens, woningen, hun waarde, bedrijven, en hoe stedelijk het is. Inkomen en herkomst gebruiken we niet.',
            'Alleen inwoners tellen mee in een cijfer per 1.000 inwoners. Met de andere rekenen we een aantal misdrijven niet om.',
            'Elk kerncijfer is van het nieuwste jaar waarin het CBS het geeft. De dag staat erbij. Dat van de regio is van dezelfde dag.',
            'Wat het CBS verbergt of niet weet, heet onbekend, en nooit nul.',
            'Van een gebied uit delen tellen we aantallen op. Een gemiddelde of klasse niet: dan staan er de laagste en de hoogste van de delen, zonder namen.',
            'Vergelijkbare gemeenten kiezen we op inwoners. De kerncijfers spelen daarbij geen rol.',
          ]}
        />
      </Section>
      <Section id="acties" title="Acties naast de cijfers">
        <Paragraph>
          Een genummerde streep is de dag of maand waarvoor een plan iets afsprak. Hij staat er alleen bij een
          misdrijfsoort die de coalitie bijna zo telt, en alleen als het plan in dat gebied geldt. Een streep laat niet
          zien dat een actie iets veranderde: er gebeurt altijd meer tegelijk.
        </Paragraph>
      </Section>
      <Section
        id="fouten"
        title="Hoe vaak wij ons vergissen"
        intro={`Proef van ${day(errorRatesOf)} met verzonnen reeksen, waarvan we weten wat er gebeurde.`}
      >
        <DataTable
          caption="Van elke 100 reeksen: hoe vaak een regel zegt dat er meer is"
          rows={rules}
          layout="stack"
          columns={[
            { head: 'Regel', rowHead: true, cell: ({ name }) => name },
            ...situations.map(({ head, key }) => ({
              head,
              align: 'number' as const,
              cell: ({ rates }: { rates: Rates }) => fromTo(rates[key], 1),
            })),
          ]}
        />
        <List
          items={[
            'In de eerste twee kolommen is elk cijfer een vals alarm. Lager is beter.',
            'In de laatste twee kolommen is er echt iets veranderd. Hoger is beter.',
            'De twee vuistregels noemen één op de drie reeksen waarin niets verandert een stijging.',
            'Ook onze regels missen veel. Een maand die verdubbelt, zien we in drie van de tien reeksen.',
            'Een jaar met een kwart meer zien we in minder dan één op de tien reeksen. Grote gemeenten en grote soorten lukken beter.',
          ]}
        />
        <Paragraph small quiet>
          Drie rondes van 600 reeksen van 168 maanden, met gemiddeld een half tot 60 voorvallen per maand en een seizoen
          tot 30%. Elk vak geeft de laagste en de hoogste ronde. In werkelijkheid zijn reeksen anders: dit is een proef,
          geen belofte.
        </Paragraph>
      </Section>
      <Section id="grenzen" title="Wat wij niet kunnen zien">
        <List
          items={[
            'Waarom een aantal verandert. Dat moet iemand uitzoeken die het gebied kent.',
            'Wat niemand meldt. We tellen alleen wat de politie registreert.',
            'Of er meer gebeurt, of dat de politie meer controleert. Bij soorten als drugshandel staat dat erbij.',
            'De nieuwste drie maanden goed: een aangifte komt soms pas later binnen. Aantoonbaar minder kan daardoor te vroeg komen.',
          ]}
        />
      </Section>
      <Section id="narekenen" title="Zelf narekenen" intro="Iedereen kan ons controleren.">
        <Paragraph>
          De attendering geeft dezelfde grenzen als <Code>farringtonFlexible</Code> van het R-pakket{' '}
          <Code>surveillance</Code> 1.20.3. Dat is nagegaan op ruim 5.000 verzonnen reeksen. Wie de code van dit product
          heeft, vergelijkt het zelf: <Code>npm run -s signals &lt; reeksen.json</Code>. De proef hierboven herhaalt u
          met <Code>npm run bench -- false-alarms</Code>.
        </Paragraph>
      </Section>
    </>,
  )
}
