import { Downloads, Opening, RowList, Section } from '../../platform/ui'
import { count } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { ContradictionItem, UnresolvedValueTable } from './contradiction.parts'
import { listContradictions, listUnresolvedValues } from './contradiction.store'
import { documentTitles } from './document.store'
import { measurementsOf } from './measurement.store'
import { dayMistake, KnownOnForm } from './mention.parts'

/** Every place where sources disagree. */
export async function contradictionsPage(ask: Ask): Promise<Response> {
  const knownOn = ask.knownOn
  if (!knownOn) return ask.badRequest(dayMistake)
  const { contradictions, total, measurements, documents } = await ask.read(async (tx) => {
    const { items } = await listContradictions(tx, { knownOn })
    return {
      contradictions: items,
      total: (await listContradictions(tx, { knownOn: ask.today }, { limit: 1, offset: 0 })).total,
      measurements: await measurementsOf(tx, { codes: items.flatMap((one) => one.measurements), knownOn }),
      documents: await documentTitles(tx),
    }
  })
  return ask.page(
    {
      title: 'Waar bronnen verschillen',
      description: 'Plekken waar onze bronnen elkaar tegenspreken, welk getal telt en waarom.',
      breadcrumbs: [
        { label: 'Cijfers', href: '/cijfers' },
        { label: 'Waar bronnen verschillen', href: '/tegenspraken' },
      ],
    },
    <>
      <Opening
        title="Waar bronnen verschillen"
        lead={`Op ${count(contradictions.length, 'plek', 'plekken')} spreken onze bronnen elkaar tegen, of lijkt dat zo. Alle getallen blijven staan. Eén telt mee, en wij zeggen waarom.`}
      >
        <KnownOnForm ask={ask} action="/tegenspraken" hiddenCount={Math.max(0, total - contradictions.length)} />
      </Opening>
      <Section id="lijst" title="Alle verschillen">
        <RowList
          items={contradictions.map((contradiction) => ({
            id: contradiction.code,
            content: (
              <ContradictionItem
                contradiction={contradiction}
                measurements={measurements}
                documents={documents}
                showIndicator
              />
            ),
          }))}
        />
        <Downloads
          xlsx="/api/v1/tegenspraken.xlsx"
          csv="/api/v1/tegenspraken.csv"
          excelCsv="/api/v1/tegenspraken-excel.csv"
          json="/api/v1/tegenspraken"
        />
      </Section>
    </>,
  )
}

/** Numbers and empty places of which the source lost the meaning. */
export async function unresolvedValuesPage(ask: Ask): Promise<Response> {
  const knownOn = ask.knownOn
  if (!knownOn) return ask.badRequest(dayMistake)
  const { values, total, documents } = await ask.read(async (tx) => ({
    values: (await listUnresolvedValues(tx, { knownOn })).items,
    total: (await listUnresolvedValues(tx, { knownOn: ask.today }, { limit: 1, offset: 0 })).total,
    documents: await documentTitles(tx),
  }))
  const loose = values.filter(({ printed }) => printed !== null)
  return ask.page(
    {
      title: 'Getallen zonder betekenis',
      description: 'Getallen en lege plekken waarvan de bron de betekenis verloor.',
      breadcrumbs: [
        { label: 'Cijfers', href: '/cijfers' },
        { label: 'Getallen zonder betekenis', href: '/onherleidbare-waarden' },
      ],
    },
    <>
      <Opening
        title="Getallen zonder betekenis"
        lead={`Bij ${count(loose.length, 'getal', 'getallen')} en ${count(values.length - loose.length, 'lege plek', 'lege plekken')} is in de bron verloren gegaan waar het over ging. Wij raden niet. Ze staan hier, en ze tellen nergens mee.`}
      >
        <KnownOnForm ask={ask} action="/onherleidbare-waarden" hiddenCount={Math.max(0, total - values.length)} />
      </Opening>
      <Section id="lijst" title="Alle gevallen">
        <UnresolvedValueTable
          caption="Getallen en lege plekken zonder betekenis"
          hiddenCaption
          values={values}
          documents={documents}
          hasIds
        />
        <Downloads
          xlsx="/api/v1/onherleidbare-waarden.xlsx"
          csv="/api/v1/onherleidbare-waarden.csv"
          excelCsv="/api/v1/onherleidbare-waarden-excel.csv"
          json="/api/v1/onherleidbare-waarden"
        />
      </Section>
    </>,
  )
}
