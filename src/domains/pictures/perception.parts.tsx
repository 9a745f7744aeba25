import { EmptyState, LineChart, Paragraph, SmallMultiples, Stack } from '../../platform/ui'
import { period, quantity, sentenceList } from '../../platform/ui/wording'
import { allCrimes, type KnownRelease, type Series } from '../crime'
import { numberWords, Sources } from '../figures'
import type { Heard } from './beside.verbs'
import { CountDownloads, perceptionChartAddress, SurveyDownloads, yearChartAddress } from './downloads.parts'
import { movementOf, type Survey } from './perception'
import { type PictureQuery, ReleaseLine } from './picture.parts'
import { yearPoints, yearsFinding } from './year.parts'

/** The newest answer in a sentence, with its margin or that it is not known. */
export function surveyFinding({ outcomes, question, area }: Survey): string {
  const now = outcomes.at(-1)
  if (!now) return `${question.title}: onbekend.`
  return `${question.title} in ${area.name}: ${numberWords(now)} in ${period(now.period)}${now.margin ? '' : ', marge onbekend'}.`
}

/** What may be concluded from the newest answer beside the one before. */
export function movementSentence(survey: Survey): string {
  const movement = movementOf(survey)
  if (movement.is === 'first') return 'Er is nog maar één uitkomst, dus vergelijken kan niet.'
  const before = period(movement.before.period)
  if (movement.is === 'broken') return `Sinds ${before} is anders gevraagd. Daarom vergelijken we niet.`
  const unit = survey.question.unit.startsWith('procent') ? 'procentpunt' : survey.question.unit
  const difference = quantity(Math.abs(movement.difference), unit, 1)
  const [more, less] = [`${difference} meer dan in ${before}`, `${difference} minder dan in ${before}`]
  const words = movement.difference === 0 ? `gelijk aan ${before}` : movement.difference > 0 ? more : less
  switch (movement.is) {
    case 'within':
      return `Het verschil met ${before} valt binnen de marge (${words}): het kan toeval zijn wie er antwoord gaven.`
    case 'beyond':
      return `Het verschil met ${before} is groter dan de marge (${words}): toeval verklaart het niet goed.`
    case 'unknown':
      return `Het is ${words}. De marge is niet bekend, dus of dat toeval is, weten we niet.`
  }
}

/** In a drawing there is no room for "18% van de inwoners": the title says whom the percentage is of. */
export const drawnUnit = ({ question: { unit } }: Survey) => (unit.startsWith('procent ') ? 'procent' : unit)

/** An answer as a drawing takes it. */
export const surveyPoints = ({ outcomes }: Survey) =>
  outcomes.map(({ period: year, value, qualifier, margin, respondents }) => ({
    period: year,
    value,
    qualifier,
    margin,
    ...(respondents === null ? {} : { note: `${quantity(respondents)} mensen gaven antwoord` }),
  }))

/** The years that both drawings show, so that the eye can go from one to the other. */
function yearsBeside(surveys: readonly Survey[], series: Series): { readonly from: number; readonly to: number } {
  const years = [
    ...surveys.flatMap(({ outcomes }) => outcomes.map(({ period: year }) => Number(year))),
    ...(series.length > 0 ? [Number(series.at(-1)?.month.slice(0, 4))] : []),
  ]
  return { from: Math.min(...years), to: Math.max(...years) + 1 }
}

/** What people said beside what the police registered: two drawings, each with its own height and unit, never one number. */
export function Perception(props: {
  heard: Heard
  areaCode: string
  series: Series
  release: KnownRelease
  asked: PictureQuery
}) {
  const { heard, areaCode, series, release, asked } = props
  const { surveys } = heard
  if (surveys.length === 0) return <NothingHeard asked={heard.asked} />
  const { from, to } = yearsBeside(surveys, series)
  const counted = yearPoints(series, release).filter(({ period: year }) => Number(year) >= from)
  return (
    <Stack>
      {surveys.some(({ isOwn }) => !isOwn) && (
        <Paragraph>
          Van dit gebied zelf zijn er niet van elke vraag uitkomsten. Dan staat hier het kleinste gebied eromheen waar
          ze wel van zijn.
        </Paragraph>
      )}
      <SmallMultiples>
        {surveys.map((survey) => (
          <LineChart
            id={`beleving-${survey.question.indicator}`}
            title={surveyFinding(survey)}
            measure={`Wat mensen zeggen. Gevraagd: ${lowerFirst(survey.question.question)}.`}
            unit={drawnUnit(survey)}
            points={surveyPoints(survey)}
            breaks={survey.question.breaks
              .filter((before) => Number(before.slice(0, 4)) > from)
              .map((before) => ({ before, label: 'anders gevraagd' }))}
            from={from}
            to={to}
            holes={false}
            size="small"
            source={
              <>
                <Paragraph small>{movementSentence(survey)}</Paragraph>
                <Sources
                  of={[...new Set(survey.outcomes.flatMap(({ sources }) => sources))]}
                  documents={heard.documents}
                  note={`Enquête: ${survey.question.survey}.`}
                />
              </>
            }
            downloads={
              <SurveyDownloads
                indicator={survey.question.indicator}
                area={survey.area.code}
                asked={asked}
                drawing={(kind) => perceptionChartAddress(areaCode, kind, survey.question.indicator, asked)}
              />
            }
          />
        ))}
        {!release.isExample && (
          <LineChart
            id="beleving-registratie"
            title={`Wat de politie registreerde. ${yearsFinding(counted)}`}
            measure="Alle geregistreerde misdrijven samen, per jaar."
            unit="aantal"
            points={counted}
            from={from}
            to={to}
            size="small"
            source={<ReleaseLine release={release} last={series.at(-1)?.month ?? release.lastMonth} />}
            downloads={
              <CountDownloads
                area={areaCode}
                type={allCrimes}
                asked={asked}
                drawing={(kind) => yearChartAddress(areaCode, kind, asked)}
              />
            }
          />
        )}
      </SmallMultiples>
      <Paragraph small>
        {release.isExample
          ? 'De cijfers van de politie zijn hier nog verzonnen. Daarom staan ze niet naast wat mensen echt zeiden.'
          : 'Elke grafiek heeft een eigen hoogte en een eigen eenheid. Ze kunnen uit elkaar lopen: niet alles wordt gemeld, en onveilig voelen is iets anders dan slachtoffer zijn. Daarom maken we er nooit één cijfer van.'}{' '}
        Een enquête vraagt het aan een deel van de mensen. De marge zegt waar het getal van alle inwoners ligt, in 95
        van de 100 keer.
      </Paragraph>
    </Stack>
  )
}

function NothingHeard({ asked }: { asked: readonly string[] }) {
  const names = [...new Set(asked)]
  return (
    <EmptyState title="Er zijn nog geen uitkomsten van een enquête.">
      {names.length > 0 ? `Ze komen uit ${sentenceList(names)}. ` : ''}
      De functioneel beheerder kan ze inlezen, met de marge en het aantal mensen dat antwoord gaf.
    </EmptyState>
  )
}

const lowerFirst = (text: string) => `${text.charAt(0).toLowerCase()}${text.slice(1)}`
