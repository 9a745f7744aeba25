import { addMonths, type Month, monthRange, parseMonth } from '../../kernel/month'
import { DataTable, FilterForm, ListLink, Opening, Paragraph, Quantity, Section, TextLink } from '../../platform/ui'
import { day as dayInWords, number, period } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { allCrimes, crimeTypes, isProvisional } from '../crime'
import {
  dayMistake,
  ExampleNotice,
  pictureAddress,
  picturesCrumb,
  ReleaseLine,
  revisionsAddress,
} from './picture.parts'
import { placeArea } from './picture.verbs'
import { type Revision, revisionsOf, type Said } from './revision'
import { saidByReleases } from './revision.store'

const monthsShown = 24

/** Every value that one figure has had, release by release; and what became of the other months of two years. */
export async function revisionsPage(ask: Ask): Promise<Response> {
  const { knownOn, validOn: on } = ask
  if (!knownOn || !on) return ask.badRequest(dayMistake)
  const code = ask.params.code ?? ''
  const askedMonth = ask.query.get('maand') ?? ''
  if (askedMonth && !parseMonth(askedMonth))
    return ask.badRequest('De maand klopt niet. Schrijf jaar-maand, bijvoorbeeld 2026-10.')
  const type = ask.query.get('soort') || allCrimes
  const found = await ask.read(async (tx) => {
    const placed = await placeArea(tx, { code, region: ask.region.code, on, knownOn })
    if (!placed || 'former' in placed) return null
    const { release, area } = placed
    const last = release.lastMonth
    const first = addMonths(last, 1 - monthsShown)
    const month = parseMonth(askedMonth) ?? last
    const said = await saidByReleases(
      tx,
      release,
      { parts: area.parts, on: placed.on, type },
      { first: month < first ? month : first, last },
    )
    return { ...placed, month, first, last, said, types: await crimeTypes(tx) }
  })
  if (!found) return ask.notFound()
  const { release, area, month, first, last, said, types } = found
  const shown = types.find((one) => one.code === type)
  if (!shown) return ask.badRequest(`De misdrijfsoort ${type} bestaat niet.`)
  const values = said.get(month) ?? []
  const revisions = revisionsOf(values)
  const asked = {
    ...(type === allCrimes ? {} : { soort: type }),
    ...(knownOn === ask.today ? {} : { bekendOp: knownOn }),
    ...(on === ask.today ? {} : { geldigOp: on }),
  }
  const name = type === allCrimes ? 'alle misdrijven' : shown.name.toLowerCase()
  const title = `Herzieningen van ${period(month)}: ${name} in ${area.name}`
  return ask.page(
    {
      title: `${title} (${area.code})`,
      breadcrumbs: [
        picturesCrumb,
        { label: area.name, href: pictureAddress(code, asked) },
        { label: 'Herzieningen', href: revisionsAddress(code, { ...asked, maand: month }) },
      ],
    },
    <>
      <Opening title={title} lead={leadOf(revisions, values)}>
        <ExampleNotice release={release} />
        <FilterForm
          action={revisionsAddress(code, { maand: '' })}
          label="Welk cijfer"
          hidden={Object.entries(asked).map(([field, value]) => ({ name: field, value }))}
          fields={[
            {
              kind: 'select',
              name: 'maand',
              label: 'Maand',
              value: month,
              options: [...new Set([...monthRange(first, last), month])]
                .toSorted()
                .reverse()
                .map((value) => ({ value, label: period(value) })),
            },
          ]}
        />
      </Opening>
      <Section
        id="waarden"
        title="Wat dit cijfer was"
        intro="Per levering van de bron. Wat een levering herhaalt, staat er niet opnieuw."
      >
        <DataTable
          caption={`Waarden van ${period(month)}`}
          hiddenCaption
          fit
          empty="Geen levering noemt deze maand."
          rows={revisions.toReversed()}
          columns={[
            {
              head: 'Bekend op',
              rowHead: true,
              cell: (one) => (
                <ListLink href={pictureAddress(code, { ...asked, bekendOp: one.knownOn })}>
                  {dayInWords(one.knownOn)}
                </ListLink>
              ),
            },
            {
              head: 'Aantal',
              align: 'number',
              cell: ({ count, knownOn: since }) => (
                <Quantity value={count} provisional={wasProvisional(month, values, since)} />
              ),
            },
            { head: 'Verschil', align: 'number', cell: (one) => changeWords(one, revisions[0]) },
            {
              head: 'Herhaald',
              align: 'number',
              cell: ({ repeated }) =>
                repeated === 0 ? '' : `in ${number(repeated)} ${repeated === 1 ? 'levering' : 'leveringen'}`,
            },
          ]}
        />
        <ReleaseLine release={release} last={month} />
      </Section>
      <Section
        id="maanden"
        title="De andere maanden"
        intro="Wat eerst bekend was, wat nu bekend is, en hoe vaak het veranderde."
      >
        <DataTable
          caption={`Herzieningen van ${monthsShown} maanden`}
          hiddenCaption
          rows={monthRange(first, last)
            .reverse()
            .map((one) => ({ month: one, revisions: revisionsOf(said.get(one) ?? []) }))}
          columns={[
            {
              head: 'Maand',
              rowHead: true,
              cell: (row) => (
                <ListLink href={revisionsAddress(code, { ...asked, maand: row.month })}>{period(row.month)}</ListLink>
              ),
            },
            {
              head: 'Eerst bekend',
              align: 'number',
              cell: (row) => <Quantity value={row.revisions[0]?.count ?? null} />,
            },
            {
              head: 'Nu bekend',
              align: 'number',
              cell: (row) => (
                <Quantity value={row.revisions.at(-1)?.count ?? null} provisional={isProvisional(row.month, release)} />
              ),
            },
            {
              head: 'Keer bijgesteld',
              align: 'number',
              cell: (row) => number(Math.max(0, row.revisions.length - 1)),
            },
          ]}
        />
        <ReleaseLine release={release} last={last} />
      </Section>
      <Section id="uitleg" title="Waarom een cijfer verandert">
        <Paragraph>
          Een aangifte komt soms later binnen, en de politie stelt ook oude maanden bij. Elke levering blijft hier
          bewaard: wat u vorig jaar las, kunt u nog nalezen.{' '}
          <TextLink href={pictureAddress(code, asked)}>Terug naar {area.name}</TextLink>
        </Paragraph>
        {['regio', 'district', 'gemeente'].includes(area.kind) && (
          <Paragraph>
            <TextLink href={`/publicaties/steunt-op?gebied=${code}&soort=${type}&maand=${month}`}>
              Welke gepubliceerde stukken op dit cijfer steunen
            </TextLink>
          </Paragraph>
        )}
      </Section>
    </>,
  )
}

/** At the release that said it, the month was one of the newest. */
function wasProvisional(month: Month, said: readonly Said[], since: string): boolean {
  const then = said.find(({ knownOn }) => knownOn === since)
  return then !== undefined && isProvisional(month, then)
}

function leadOf(revisions: readonly Revision[], said: readonly Said[]): string {
  const [first, last] = [revisions[0], revisions.at(-1)]
  if (!first || !last) return 'Geen levering noemt deze maand.'
  if (revisions.length === 1)
    return said.length === 1
      ? 'Er is nog maar één levering met dit cijfer.'
      : `Dit cijfer was in alle ${said.length} leveringen hetzelfde.`
  const times = revisions.length - 1
  const words = `Dit cijfer werd ${times === 1 ? 'één keer' : `${times} keer`} bijgesteld`
  return first.count === null || last.count === null
    ? `${words}.`
    : `${words}: eerst ${number(first.count)}, nu ${number(last.count)}.`
}

function changeWords(revision: Revision, first: Revision | undefined): string {
  if (revision === first) return 'eerste waarde'
  if (revision.change === null) return 'niet te zeggen'
  return revision.change > 0 ? `+${number(revision.change)}` : number(revision.change)
}
