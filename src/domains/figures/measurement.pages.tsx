import { Code, DataList, Downloads, Notice, Opening, Section, Stack, TextLink } from '../../platform/ui'
import {
  capital,
  day as dayInWords,
  moment as momentInWords,
  number,
  period as periodInWords,
} from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { areaAddress } from '../territory'
import { ContradictionItem } from './contradiction.parts'
import { listContradictions } from './contradiction.store'
import { documentTitles } from './document.store'
import {
  FigureText,
  kindWord,
  knownWords,
  marginWords,
  numberWords,
  periodPhrase,
  Sources,
  VerdictText,
} from './figure.parts'
import { judgeabilityOfTarget } from './judgeability'
import { JudgeabilityTable } from './judgeability.parts'
import { judgedTargets } from './judging'
import { otherMentions, type Qualifier } from './measurement'
import { findMeasurement, measurementsOf } from './measurement.store'
import { dayMistake, MentionTable } from './mention.parts'

const exactness: Readonly<Record<Qualifier, string>> = {
  exact: 'precies dit getal',
  approx: 'ongeveer dit getal',
  almost: 'bijna dit getal',
  more_than: 'meer dan dit getal',
  less_than: 'minder dan dit getal',
  min: 'dit getal of meer',
  max: 'dit getal of minder',
}

/** One mention of a number: what is printed, where, since when we know it, and what else says the same or something else. */
export async function measurementPage(ask: Ask): Promise<Response> {
  const knownOn = ask.knownOn
  if (!knownOn) return ask.badRequest(dayMistake)
  const code = ask.params.code ?? ''
  const found = await ask.read(async (tx) => {
    const measurement = await findMeasurement(tx, code)
    if (!measurement) return null
    const contradictions = (await listContradictions(tx, { knownOn, measurement: code })).items
    return {
      measurement,
      related: await measurementsOf(tx, { indicator: measurement.indicator, area: measurement.area, knownOn }),
      contradictions,
      disputed: await measurementsOf(tx, { codes: contradictions.flatMap((one) => one.measurements), knownOn }),
      documents: await documentTitles(tx),
    }
  })
  if (!found) return ask.notFound()
  const { measurement, related, contradictions, documents } = found
  const { area, areaKind, areaName, indicator, indicatorTitle, period, basePeriod } = measurement
  const others = otherMentions(related, measurement)
  const judged = judgedTargets(related).filter(({ target, outcome }) => target.code === code || outcome?.code === code)
  const title = `${indicatorTitle}: ${numberWords(measurement)}`
  return ask.page(
    {
      title: `${title} (${code})`,
      description: `${title}, ${periodInWords(period)}. Waar dit getal vandaan komt.`,
      breadcrumbs: [
        { label: 'Cijfers', href: '/cijfers' },
        { label: indicatorTitle, href: `/indicatoren/${indicator}` },
        { label: numberWords(measurement), href: `/metingen/${code}` },
      ],
    },
    <>
      <Opening
        title={title}
        lead={`${kindSentence[measurement.kind]} ${periodPhrase(period)}, in ${areaName}${
          basePeriod === null ? '' : `, ten opzichte van ${periodInWords(basePeriod)}`
        }. ${measurement.leads ? 'Dit getal telt mee in grafieken en sommen.' : 'Dit getal telt niet mee in grafieken en sommen.'}`}
        meta={[
          <TextLink href={`/indicatoren/${indicator}`}>{indicatorTitle}</TextLink>,
          <TextLink href={areaAddress({ code: area, kind: areaKind })}>{areaName}</TextLink>,
          <Code>{code}</Code>,
        ]}
      >
        {measurement.withdrawnOn && (
          <Notice kind="attention" title={`Vervallen op ${dayInWords(measurement.withdrawnOn)}.`}>
            Dit getal staat niet meer in de lijsten.
          </Notice>
        )}
        {measurement.knownOn > knownOn && (
          <Notice kind="attention" title={`Op ${dayInWords(knownOn)} was dit getal nog niet bekend.`}>
            Het werd bekend op {knownWords(measurement)}.
          </Notice>
        )}
      </Opening>
      <Section id="getal" title="Het getal">
        <DataList
          items={[
            { term: 'In de bron staat', value: <>“{measurement.printed}”</> },
            { term: 'Wij lezen', value: numberWords(measurement) },
            { term: 'Hoe precies', value: exactness[measurement.qualifier] },
            ...(measurement.margin || measurement.respondents !== null
              ? [
                  {
                    term: 'Marge van de enquête',
                    value: measurement.margin
                      ? `${capital(marginWords(measurement.margin, measurement.unit))}: daartussen ligt het getal van alle inwoners in 95 van de 100 keer.`
                      : 'onbekend',
                  },
                  {
                    term: 'Deelnemers',
                    value: measurement.respondents === null ? 'onbekend' : number(measurement.respondents),
                  },
                ]
              : []),
            { term: 'Eenheid', value: measurement.unit },
            { term: 'Soort', value: kindWord(measurement) },
            { term: 'Periode', value: periodInWords(period) },
            ...(basePeriod === null ? [] : [{ term: 'Ten opzichte van', value: periodInWords(basePeriod) }]),
            {
              term: 'Gebied',
              value: <TextLink href={areaAddress({ code: area, kind: areaKind })}>{areaName}</TextLink>,
            },
            {
              term: 'Telt mee',
              value: `${measurement.leads ? 'ja' : 'nee'}${measurement.leadsBecause ? `: ${measurement.leadsBecause}` : ''}`,
            },
            ...(measurement.note ? [{ term: 'Let op', value: measurement.note }] : []),
            { term: 'Status', value: 'definitief: zoals het is gepubliceerd' },
            { term: 'Bekend sinds', value: knownWords(measurement) },
            { term: 'Hier opgeslagen op', value: momentInWords(measurement.recordedAt) },
            {
              term: 'Wie steunt hierop',
              value: (
                <TextLink href={`/verantwoordingsstukken/steunt-op?meting=${encodeURIComponent(code)}`}>
                  stukken met dit cijfer
                </TextLink>
              ),
            },
          ]}
        />
        <Sources
          of={measurement.sources}
          documents={documents}
          note={
            measurement.knownOnEstimated
              ? 'De bron heeft geen datum. Wij nemen 1 januari van het eerste jaar waar het plan over gaat.'
              : ''
          }
        />
        <Downloads json={`/api/v1/metingen/${encodeURIComponent(code)}`} />
      </Section>
      {judged.length > 0 && (
        <Section id="doel" title="Doel en uitkomst">
          <Stack>
            {judged.map(({ target, outcome, verdict }) => (
              <DataList
                items={[
                  { term: 'Afgesproken', value: <FigureText measurement={target} /> },
                  { term: 'Uitkomst', value: outcome ? <FigureText measurement={outcome} /> : 'onbekend' },
                  { term: 'Gehaald?', value: <VerdictText verdict={verdict} /> },
                ]}
              />
            ))}
          </Stack>
        </Section>
      )}
      {measurement.kind === 'doel' && (
        <Section id="toeval" title="Kan dit doel worden beoordeeld?">
          <JudgeabilityTable
            caption="Dit doel en toeval"
            rows={[{ target: measurement, found: judgeabilityOfTarget(measurement, related) }]}
          />
        </Section>
      )}
      {others.length > 0 && (
        <Section
          id="vermeldingen"
          title="Ook elders genoemd"
          intro="Andere plekken die over hetzelfde gaan. Eén telt mee, de rest is een bron erbij."
        >
          <MentionTable
            caption="Andere vermeldingen van dit getal"
            hiddenCaption
            measurements={others}
            documents={documents}
            mainArea={area}
          />
        </Section>
      )}
      {contradictions.length > 0 && (
        <Section id="tegenspraken" title="Waar bronnen verschillen">
          <Stack>
            {contradictions.map((contradiction) => (
              <ContradictionItem
                contradiction={contradiction}
                measurements={found.disputed}
                documents={documents}
                showIndicator
              />
            ))}
          </Stack>
        </Section>
      )}
    </>,
  )
}

const kindSentence = {
  realisatie: 'Een uitkomst',
  doel: 'Een doel voor de situatie',
  nulmeting: 'Een beginstand',
  verandering: 'Een verandering',
} as const
