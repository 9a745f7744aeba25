import { DataList, List, Opening, Paragraph, Section, TextLink } from '../platform/ui'
import type { Ask } from '../platform/web/ask'

const crumb = (label: string, href: string) => ({ breadcrumbs: [{ label, href }] })

/** What this website is, for whom, and what it does not do. */
export async function aboutPage(ask: Ask): Promise<Response> {
  const { name, coalition } = ask.region
  return ask.page(
    {
      title: 'Over deze website',
      description: `Hoe de ${coalition} laat zien wat zij afsprak en wat ervan kwam.`,
      ...crumb('Over deze website', '/over'),
    },
    <>
      <Opening
        title="Over deze website"
        lead={`Hier staat wat gemeenten, het Openbaar Ministerie en de politie in ${name} met elkaar afspraken over veiligheid, wat zij deden en wat ervan kwam.`}
      />
      <Section id="wat" title="Wat u hier vindt">
        <Paragraph>
          Elk cijfer leidt naar een prioriteit, een plan, een actie en een resultaat, en terug. Bij elk getal staat de
          bron: het document en de regel.
        </Paragraph>
        <List
          items={[
            'Alles wat is vastgesteld en waarover verantwoording is afgelegd, is openbaar.',
            'De stand van lopend werk is voor de partners zelf.',
            'Wat wij niet weten, heet onbekend. Het wordt nooit nul.',
          ]}
        />
      </Section>
      <Section id="lezen" title="Hoe u de cijfers leest">
        <DataList
          items={[
            {
              term: 'Leidend',
              value:
                'Staat een getal vaker in de bronnen, dan telt één vermelding. De andere staan erbij als extra bron.',
            },
            {
              term: 'Tegenspraak',
              value: (
                <>
                  Bronnen zijn het soms niet eens. Dan staan beide getallen er, met{' '}
                  <TextLink href="/tegenspraken">de reden waarom er één leidend is</TextLink>.
                </>
              ),
            },
            {
              term: 'Bekend op',
              value:
                'De dag waarop het document met het getal is vastgesteld. Is die dag onbekend, dan nemen wij 1 januari van het eerste jaar van het plan, en zeggen dat erbij.',
            },
            {
              term: 'Zelfde onderwerp',
              value: 'Zo noemen wij een verband dat wij zelf legden. Het zegt niet dat het een door het ander komt.',
            },
            {
              term: 'Geregistreerd',
              value: 'Een cijfer van de politie telt wat is gemeld of ontdekt. Wat er echt gebeurde, kan meer zijn.',
            },
          ]}
        />
      </Section>
      <Section id="niet" title="Wat hier niet staat">
        <List
          items={[
            'Namen van mensen. Wij noemen functies.',
            'Zaken en signalen. Dat werk gebeurt elders, onder de wet die daarbij hoort.',
            'Een ranglijst. Gemeenten verschillen te veel om ze in een rij te zetten.',
          ]}
        />
      </Section>
      <Section id="software" title="De software">
        <Paragraph>
          Slagvaardig is vrije software onder de licentie EUPL-1.2. De gegevens zijn open: zie{' '}
          <TextLink href="/open-gegevens">open gegevens</TextLink>.
        </Paragraph>
        <Paragraph>
          Een klein bureau moet het kunnen bijhouden: zie <TextLink href="/over/bijhouden">wat bijhouden kost</TextLink>
          .
        </Paragraph>
      </Section>
    </>,
  )
}

/** How accessible the website is, in the form an accessibility statement has. */
export async function accessibilityPage(ask: Ask): Promise<Response> {
  return ask.page(
    {
      title: 'Toegankelijkheid',
      description: 'Iedereen moet deze website kunnen gebruiken.',
      ...crumb('Toegankelijkheid', '/toegankelijkheid'),
    },
    <>
      <Opening
        title="Toegankelijkheid"
        lead="Iedereen moet deze website kunnen gebruiken: met een toetsenbord, een schermlezer, een telefoon of op papier."
      />
      <Section id="norm" title="Wat wij nastreven">
        <Paragraph>
          Wij bouwen naar WCAG 2.2, niveau A en AA. Een onafhankelijk onderzoek is nog niet gedaan. Daarom zeggen wij
          niet dat wij volledig voldoen.
        </Paragraph>
        <List
          items={[
            'Elke pagina werkt zonder JavaScript en op een scherm van 320 pixels breed.',
            'Elke grafiek heeft een tabel met dezelfde cijfers, en elk punt is met het toetsenbord te bereiken.',
            'Kleur is nooit het enige teken.',
            'Elke pagina wordt bij elke wijziging gecontroleerd met axe en een HTML-controle. Die vinden een deel van de fouten, niet alles.',
          ]}
        />
      </Section>
      <Section id="melden" title="Loopt u ergens tegenaan?">
        <Paragraph>Vertel het het bureau van de coalitie. Noem de pagina en wat er niet lukte.</Paragraph>
      </Section>
    </>,
  )
}

/** What is kept of a visitor, and why. */
export async function privacyPage(ask: Ask): Promise<Response> {
  return ask.page(
    { title: 'Privacy', description: 'Wat wij van u bewaren.', ...crumb('Privacy', '/privacy') },
    <>
      <Opening title="Privacy" lead="Wie alleen leest, laat hier niets achter wat naar een persoon leidt." />
      <Section id="lezen" title="Als u leest">
        <List
          items={[
            'Wij zetten geen cookie en meten geen gedrag.',
            'Alles komt van deze website zelf: geen lettertype, kaart of script van een ander.',
            'In het logboek staat het adres van de pagina, de tijd en een nummer. Niet wie u bent en niet wat u zocht.',
          ]}
        />
      </Section>
      <Section id="inloggen" title="Als u inlogt">
        <List
          items={[
            'Dan bewaren wij uw naam, uw mailadres van het werk en uw functie, zolang u die functie hebt.',
            'Eén cookie houdt u ingelogd. Die vervalt na twaalf uur, of als u uitlogt.',
            'Wat u wijzigt, staat met uw functie, een nummer dat naar u verwijst en de tijd in een logboek.',
            'Op uw startpagina staat een link naar alles wat wij van u bewaren. U kunt het meenemen en laten wissen.',
            'Hoe een actie ervoor staat, bewaren wij met uw functie en de dag. Iedereen ziet alleen de dag.',
          ]}
        />
      </Section>
      <Section id="mail" title="Als wij u mailen">
        <List
          items={[
            'Een link in een mail over acties opent zonder inloggen alleen die acties, en alleen zolang u die functie hebt. Stuur hem niet door.',
            'Antwoordt u op een mail, dan bewaren wij wat u over een actie of een cijfer zegt. De rest van uw mail bewaren wij niet.',
            'Wel bewaren wij dat uw mail kwam, en wat ermee gebeurde.',
            'Wie de mail verstuurde, lezen wij niet: het adres waarop u antwoordt zegt voor welke functie het is.',
          ]}
        />
      </Section>
    </>,
  )
}
