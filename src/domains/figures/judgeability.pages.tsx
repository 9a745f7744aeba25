import { DataTable, FilterForm, List, Opening, Paragraph, Section } from '../../platform/ui'
import type { Ask } from '../../platform/web/ask'
import { detectableChanges, type Judgeable, judgeabilityOf, judgeabilityOfTarget } from './judgeability'
import { changeWords, JudgeabilityTable, judgeabilityAddress, TriedChange, tallyWords } from './judgeability.parts'
import { measurementsOf } from './measurement.store'
import { dayMistake } from './mention.parts'

/** What anybody may try: at most what the region counts in a year, many times over. */
const mostExpected = 1_000_000

/** Which change can be told from chance: try it before a target is agreed, and see it for every target there is. */
export async function judgeabilityPage(ask: Ask): Promise<Response> {
  const knownOn = ask.knownOn
  if (!knownOn) return ask.badRequest(dayMistake)
  const [expectedText, changeText] = [ask.query.get('verwacht') ?? '', ask.query.get('verandering') ?? '']
  const tried = expectedText || changeText ? triedFrom(expectedText, changeText) : null
  if (typeof tried === 'string') return ask.badRequest(tried)
  const measurements = await ask.read((tx) => measurementsOf(tx, { knownOn }))
  const targets = measurements
    .filter(({ kind, leads }) => kind === 'doel' && leads)
    .sort(
      (one, other) =>
        other.period.localeCompare(one.period) || one.indicatorTitle.localeCompare(other.indicatorTitle, 'nl'),
    )
  const rows = targets.map((target) => ({ target, found: judgeabilityOfTarget(target, measurements) }))
  return ask.page(
    {
      title: 'Doel en toeval',
      description: 'Welke verandering is van toeval te onderscheiden? Een advies bij elk doel.',
      breadcrumbs: [
        { label: 'Cijfers', href: '/cijfers' },
        { label: 'Doel en toeval', href: judgeabilityAddress },
      ],
    },
    <>
      <Opening
        title="Kan dit doel worden beoordeeld?"
        lead="Aantallen gaan vanzelf op en neer. Een klein doel bij een klein aantal is daarom niet van toeval te onderscheiden. Reken het uit voordat u iets afspreekt."
      >
        <FilterForm
          action={judgeabilityAddress}
          label="Probeer een doel"
          submit="Reken uit"
          fields={[
            { kind: 'text', name: 'verwacht', label: 'Voorvallen nu, per periode', value: expectedText },
            {
              kind: 'text',
              name: 'verandering',
              label: 'Verandering in procent (minder: −20)',
              value: changeText,
            },
          ]}
        />
        {tried && <TriedChange tried={tried} />}
      </Opening>
      <Section
        id="vuistregel"
        title="Vuistregel"
        intro="Zo groot moet een verandering zijn om na één periode van toeval te onderscheiden te zijn."
      >
        <DataTable
          caption="Te onderscheiden verandering bij een aantal"
          hiddenCaption
          fit
          rows={[10, 40, 100, 300, 1000, 10_000].map((expected) => ({ expected, ...detectableChanges(expected) }))}
          columns={[
            {
              head: 'Voorvallen per periode',
              rowHead: true,
              align: 'number',
              cell: ({ expected }) => expected.toLocaleString('nl-NL'),
            },
            { head: 'Daling', cell: ({ down }) => (down === null ? 'niet te zien' : changeWords(down)) },
            { head: 'Stijging', cell: ({ up }) => (up === null ? 'niet te zien' : changeWords(up)) },
          ]}
        />
      </Section>
      <Section id="doelen" full title="De doelen die er zijn" intro={tallyWords(rows.map(({ found }) => found))}>
        <JudgeabilityTable caption="Doelen en wat van toeval te onderscheiden is" rows={rows} showIndicator />
      </Section>
      <Section id="uitleg" title="Zo rekenen wij">
        <List
          items={[
            'Wij vergelijken twee even lange perioden: de laatste met een bekend aantal en die van het doel.',
            'Een verandering is te zien als een exacte toets haar in 80 van de 100 keer vindt. Is er niets veranderd, dan slaat die toets in hoogstens 1 van de 100 keer toch aan.',
            'Dit is het gunstigste geval. Wij doen alsof voorvallen los van elkaar gebeuren. Komen zij in groepen, dan is een grotere verandering nodig.',
            'Telt een doel werk van partners, zoals aantallen onderzoeken, dan hangt het aantal vooral af van wat zij doen. Of het gehaald is, blijft dan gewoon te zien.',
            'De toets is van Przyborowski en Wilenski (1940). Boven 5.000 voorvallen gebruiken wij een benadering.',
          ]}
        />
        <Paragraph>Dit is een advies. Een doel dat niet te beoordelen is, kan nog steeds een goed doel zijn.</Paragraph>
      </Section>
    </>,
  )
}

/** The two numbers somebody typed, or what is wrong with them. */
function triedFrom(expectedText: string, changeText: string): Judgeable | string {
  const [expected, change] = [expectedText, changeText].map(typedNumber)
  if (expected === undefined || !(expected > 0 && expected <= mostExpected))
    return 'Het aantal voorvallen klopt niet. Schrijf een getal boven 0 en hoogstens 1000000, bijvoorbeeld 40.'
  if (change === undefined || change === 0 || !(change >= -100 && change <= 1000))
    return 'De verandering klopt niet. Schrijf een getal van -100 tot 1000, en geen 0, bijvoorbeeld -20.'
  return judgeabilityOf(expected, change / 100)
}

/** A number as people type it: a comma for the decimals, a real minus sign, a percent sign behind it. */
function typedNumber(text: string): number | undefined {
  const clean = text.trim().replace('−', '-').replace(/\s*%$/, '').replace(',', '.')
  return /^[-+]?\d{1,9}(\.\d{1,3})?$/.test(clean) ? Number(clean) : undefined
}
