import { List, Opening, Paragraph, Section, TextLink } from '../../platform/ui'
import { sentenceList } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { crimeTypes } from '../crime'

/** What the figures of the police do not hold, and why: as plain as what they do. */
export async function unmeasuredPage(ask: Ask): Promise<Response> {
  const types = await ask.read(crimeTypes)
  const named = (one: (typeof types)[number]) => `‘${one.name}’`
  const hidden = types.filter(({ isPublishedMonthly }) => !isPublishedMonthly).map(named)
  const byEffort = types.filter((type) => type.followsPoliceEffort && type.isPublishedMonthly).map(named)
  return ask.page(
    {
      title: 'Wat we niet meten',
      description: 'Wat er niet in de cijfers van de politie staat, en waarom niet.',
      breadcrumbs: [
        { label: 'Veiligheidsbeelden', href: '/veiligheidsbeelden' },
        { label: 'Wat we niet meten', href: ask.path },
      ],
    },
    <>
      <Opening
        title="Wat we niet meten"
        lead="De veiligheidsbeelden tellen wat de politie registreert. Dat is niet hetzelfde als wat er gebeurt."
      />
      <Section id="niet-gemeld" title="Wat niemand meldt">
        <Paragraph>
          Een misdrijf telt pas mee als de politie het weet. Niet iedereen doet aangifte. Mensen vinden het te klein,
          verwachten er weinig van, schamen zich of zijn bang. Hoe vaak mensen het wel melden, heet de
          aangiftebereidheid.
        </Paragraph>
        <Paragraph>
          Die bereidheid verschilt per soort misdrijf en verandert door de jaren. Een gestolen auto wordt bijna altijd
          gemeld: dat moet voor de verzekering. Een oplichting of een bedreiging veel minder vaak. Dus kan een aantal
          stijgen omdat meer mensen aangifte doen, terwijl er niet meer gebeurt. En het kan dalen terwijl er niet minder
          gebeurt.
        </Paragraph>
      </Section>
      <Section id="niet-apart" title="Wat we niet apart zien">
        {hidden.length > 0 ? (
          <Paragraph>
            De politie publiceert deze soorten niet per maand en gebied: {sentenceList(hidden)}. Ze tellen wel mee in
            alle misdrijven samen. Waar een getal ontbreekt, staat hier ‘onbekend’ en nooit nul.
          </Paragraph>
        ) : (
          <Paragraph>Alle soorten die de politie telt, staan hier per maand en gebied.</Paragraph>
        )}
        <List
          items={[
            'Een deel van de misdrijven heeft geen bekende buurt. Die zitten wel in het getal van de gemeente, maar in geen buurt.',
            'Van een misdrijf kennen we de plaats en de maand. Wie slachtoffer was of verdachte, staat er niet in.',
            'Overlast zonder misdrijf zit er niet in, zoals een melding van lawaai.',
          ]}
        />
      </Section>
      <Section id="controle" title="Wat afhangt van controle">
        <Paragraph>
          Sommige misdrijven ziet de politie pas als ze gaat zoeken. Meer controles geven dan meer misdrijven, en minder
          controles minder. Bij deze soorten zegt een aantal weinig over hoeveel er gebeurt: {sentenceList(byEffort)}.
        </Paragraph>
      </Section>
      <Section id="online" title="Online">
        <Paragraph>
          Wie online wordt opgelicht of gehackt, weet dat niet altijd, of meldt het alleen bij de bank. De plaats is
          moeilijk te bepalen: de dader kan overal zitten. Daarom is een getal per gemeente bij online misdrijven
          onzekerder dan bij een inbraak.
        </Paragraph>
      </Section>
      <Section id="ondermijning" title="Ondermijning en uitbuiting">
        <Paragraph>
          Witwassen, mensenhandel, drugshandel en bedreiging van bestuurders blijven meestal verborgen. Slachtoffers
          melden zich niet, en er is vaak niemand die aangifte doet. Een laag getal kan betekenen dat er weinig gebeurt,
          of dat er weinig gezien wordt. Dat verschil kunnen we met deze cijfers niet maken.
        </Paragraph>
      </Section>
      <Section id="buurt" title="Wat een gebied anders maakt">
        <Paragraph>
          Bij het veiligheidsbeeld van een gebied staan een paar kerncijfers van het CBS: inwoners, jongeren,
          huishoudens, woningen, bedrijven en hoe stedelijk het is. Ze zeggen iets over een gebied, maar verklaren een
          aantal misdrijven niet vanzelf. We rekenen er geen cijfers mee om: alleen inwoners tellen mee in een cijfer
          per 1.000 inwoners. Andere kerncijfers, zoals inkomen en herkomst, gebruiken we niet.
        </Paragraph>
      </Section>
      <Section id="beleving" title="Hoe veilig mensen zich voelen">
        <Paragraph>
          Dat staat niet in cijfers van de politie. Het CBS vraagt het elke twee jaar aan inwoners, in de
          Veiligheidsmonitor. Daarin staat ook hoe vaak mensen slachtoffer waren en of ze het meldden. Zulke uitkomsten
          staan met hun marge bij het veiligheidsbeeld van een gebied, zodra ze zijn ingelezen. We tellen ze nooit op
          bij de registratie tot één cijfer: dan zie je niet meer dat de twee uit elkaar kunnen lopen.
        </Paragraph>
      </Section>
      <Section id="verder" title="Wat wel">
        <Paragraph>
          <TextLink href="/veiligheidsbeelden#uitleg">Wat de cijfers van de politie wel zeggen</TextLink>.
        </Paragraph>
      </Section>
    </>,
  )
}
