import type { Child } from 'hono/jsx'
import { withQuery } from '../../kernel/address'
import type { Month } from '../../kernel/month'
import { addMonths } from '../../kernel/month'
import {
  type Column,
  DataTable,
  type FilterField,
  List,
  ListLink,
  Notice,
  Paragraph,
  Quantity,
  SourceLine,
  Tag,
  TextLink,
} from '../../platform/ui'
import { count, day as dayInWords, number, period } from '../../platform/ui/wording'
import {
  allCrimes,
  type CountedArea,
  type CrimeType,
  isProvisional,
  isTooFew,
  type KnownRelease,
  type Series,
  type Verdict,
  type YearOnYear,
} from '../crime'
import { AreasJudged, TypesJudged, VerdictCell } from './change.parts'
import type { TypeRow } from './picture'

export const dayMistake = 'De datum klopt niet. Schrijf jaar-maand-dag, bijvoorbeeld 2026-10-15.'
export const picturesCrumb = { label: 'Veiligheidsbeelden', href: '/veiligheidsbeelden' }

/** What a reader may ask of the page of an area; what is left out is the usual. */
export type PictureQuery = {
  readonly soort?: string
  readonly tot?: string
  readonly bekendOp?: string
  readonly geldigOp?: string
}

/** The page of an area, with a type, a month and a day of knowledge when they are not the usual. */
export const pictureAddress = (code: string, asked: PictureQuery = {}) =>
  withQuery(`/veiligheidsbeelden/${encodeURIComponent(code)}`, asked)

/** What a figure was in earlier releases. */
export const revisionsAddress = (code: string, { tot: _, ...asked }: PictureQuery & { readonly maand: string }) =>
  withQuery(`/veiligheidsbeelden/${encodeURIComponent(code)}/herzieningen`, asked)

/** Twelve months in words: `november 2025 tot en met oktober 2026`. */
export const twelveMonths = (last: Month) => `${period(addMonths(last, -11))} tot en met ${period(last)}`

/** The months a drawing shows, in words. */
export const twentyFourMonths = (last: Month) => `${period(addMonths(last, -23))} tot en met ${period(last)}`

/** The first day of a month as years with a fraction, near enough for a drawing. */
export const yearsAt = (month: Month) => Number(month.slice(0, 4)) + (Number(month.slice(5)) - 1) / 12

/** A finding about twelve months: the count first, the twelve before beside it, and no judgement. */
export function finding(what: string, { now, before }: YearOnYear, last: Month): string {
  const when = twelveMonths(last)
  if (now === null) return `Hoeveel ${what} er waren van ${when}, weten we niet.`
  const was =
    before === null
      ? 'Hoeveel het er de 12 maanden ervoor waren, weten we niet.'
      : `De 12 maanden ervoor waren het er ${number(before)}.`
  return `Van ${when} registreerde de politie ${count(now, what, what)}. ${was}`
}

/** What a drawing of months shows: the last one, and between which counts they all lie. */
export function monthsFinding(series: Series): string {
  const last = series.at(-1)
  const known = series.map(({ count }) => count).filter((count) => count !== null)
  if (!last || known.length === 0) return 'Van deze maanden kennen we geen aantallen.'
  const newest =
    last.count === null
      ? `Van ${period(last.month)} kennen we geen aantal.`
      : `In ${period(last.month)} waren het er ${number(last.count)}.`
  return `${newest} In deze ${series.length} maanden lag het aantal tussen ${number(Math.min(...known))} en ${number(Math.max(...known))} per maand.`
}

/** Example figures say so before anything else. */
export function ExampleNotice({ release }: { release: KnownRelease }) {
  if (!release.isExample) return null
  return (
    <Notice kind="attention" title="Dit zijn voorbeeldcijfers.">
      De getallen, wijken en buurten zijn verzonnen. Ze verdwijnen zodra er maandcijfers van de politie zijn geladen.
    </Notice>
  )
}

/** Where the counts come from, and until when they may still change. */
export function ReleaseLine({ release, last }: { release: KnownRelease; last: Month }) {
  if (release.isExample) {
    return (
      <p class="sv-bron">
        <Tag>voorbeeldcijfers</Tag> Verzonnen, in de vorm van tabel 47022NED van de politie.
        {isProvisional(last, release) ? ' * voorlopig cijfer.' : ''}
      </p>
    )
  }
  return (
    <SourceLine
      sources={[{ document: `Politie, via data.politie.nl, tabel ${release.sourceTable}` }]}
      known={dayInWords(release.knownOn)}
      provisional={isProvisional(last, release)}
      note={<TextLink href="/veiligheidsbeelden#uitleg">Wat deze cijfers wel en niet zeggen</TextLink>}
    />
  )
}

function countColumns<Row extends YearOnYear>(release: KnownRelease, last: Month): Column<Row>[] {
  return [
    {
      head: 'Laatste 12 maanden',
      align: 'number',
      cell: ({ now }) => <Quantity value={now} provisional={isProvisional(last, release)} />,
    },
    { head: '12 maanden ervoor', align: 'number', cell: ({ before }) => <Quantity value={before} /> },
    { head: 'Verschil', align: 'number', cell: (row) => <Difference row={row} /> },
  ]
}

function Difference({ row }: { row: YearOnYear }) {
  if (row.now === null || row.before === null) return <span class="sv-stil">onbekend</span>
  if (isTooFew(row)) return <span class="sv-stil">niet vergeleken</span>
  const difference = row.now - row.before
  return <>{difference > 0 ? `+${number(difference)}` : number(difference)}</>
}

/** Crime types with their last twelve months; what did not happen in two years folds away. */
export function TypeTable(props: {
  rows: readonly TypeRow[]
  verdicts: ReadonlyMap<string, Verdict>
  release: KnownRelease
  last: Month
  address: (type: string) => string
}) {
  const { rows, verdicts, release, last, address } = props
  const happened = rows.filter(({ now, before }) => now !== 0 || before !== 0)
  const none = rows.filter(({ now, before }) => now === 0 && before === 0)
  return (
    <>
      <DataTable
        caption={`Soorten misdrijven, ${twelveMonths(last)}`}
        hiddenCaption
        wideFirst
        rows={happened}
        rowId={({ type }) => `soort-${type.replaceAll('.', '-')}`}
        columns={[
          {
            head: 'Soort',
            rowHead: true,
            cell: ({ type, crimeType }) =>
              crimeType.isPublishedMonthly ? (
                <ListLink href={address(type)}>{crimeType.name}</ListLink>
              ) : (
                crimeType.name
              ),
          },
          ...countColumns<TypeRow>(release, last).map((column, at) => ({
            ...column,
            cell: (row: TypeRow): Child =>
              row.crimeType.isPublishedMonthly ? (
                column.cell(row)
              ) : at === 0 ? (
                <span class="sv-stil">niet apart gepubliceerd</span>
              ) : (
                ''
              ),
          })),
          { head: 'Oordeel', cell: ({ type }) => <VerdictCell verdict={verdicts.get(type)} /> },
        ]}
      />
      <TypesJudged />
      {none.length > 0 && (
        <Paragraph small quiet>
          Niet geregistreerd in deze 24 maanden: {none.map(({ crimeType }) => crimeType.name.toLowerCase()).join(', ')}.
        </Paragraph>
      )}
    </>
  )
}

/** Areas with their last twelve months, by name: never a ranking. */
export function AreaTable(props: {
  caption: string
  rows: readonly (YearOnYear & { readonly area: CountedArea; readonly verdict: Verdict })[]
  /** What the whole counts and none of its parts: the last row. */
  rest?: YearOnYear | null
  restLabel?: string
  release: KnownRelease
  last: Month
  address: (area: string) => string
}) {
  const { caption, rest, release, last, address } = props
  type Row = YearOnYear & { readonly area: CountedArea | null; readonly verdict?: Verdict }
  const rows: readonly Row[] = rest ? [...props.rows, { ...rest, area: null }] : props.rows
  return (
    <>
      <DataTable
        caption={caption}
        hiddenCaption
        rows={rows}
        rowId={({ area }) => (area ? `gebied-${area.code}` : undefined)}
        columns={[
          {
            head: 'Gebied',
            rowHead: true,
            cell: ({ area }) =>
              area ? (
                <ListLink href={address(area.code)}>{area.name}</ListLink>
              ) : (
                (props.restLabel ?? 'Gebied onbekend')
              ),
          },
          ...countColumns<Row>(release, last),
          { head: 'Oordeel', cell: ({ verdict }) => <VerdictCell verdict={verdict} /> },
        ]}
      />
      <AreasJudged verdicts={props.rows.map(({ verdict }) => verdict)} />
    </>
  )
}

/** What registered crime does and does not say, in plain words. */
export function WhatItSays({ hidden, dashboard }: { hidden: readonly string[]; dashboard: string | undefined }) {
  return (
    <List
      items={[
        'Geteld is wat de politie registreert. Wat niemand meldt, staat er niet bij.',
        'De plaats is waar het misdrijf gebeurde, niet waar dader of slachtoffer woont.',
        'De nieuwste drie maanden veranderen nog (*): een aangifte komt soms pas later binnen.',
        'Zijn er genoeg leveringen bewaard, dan schatten we waar die maanden op uitkomen, uit hoe eerdere maanden groeiden.',
        'De politie stelt ook oude maanden bij. Elke levering blijft hier bewaard.',
        'Alle jaren staan in de nieuwste indeling van gemeenten, wijken en buurten.',
        'Bij soorten als drugshandel telt vooral mee hoeveel de politie controleert.',
        ...(hidden.length > 0
          ? [
              `Niet apart per maand gepubliceerd, wel in het totaal: ${hidden.map((name) => name.toLowerCase()).join(', ')}.`,
            ]
          : []),
        <>
          Dit is niet het dagelijkse dashboard{' '}
          {dashboard ? <TextLink href={dashboard}>Veiligheid in Beeld</TextLink> : 'Veiligheid in Beeld'} van de
          partners.
        </>,
      ]}
    />
  )
}

/** The choice of a crime type above a page: all of them together, or one that is published per month. */
export function typeField(types: readonly CrimeType[], chosen: string): FilterField {
  return {
    kind: 'select',
    name: 'soort',
    label: 'Soort misdrijf',
    value: chosen === allCrimes ? '' : chosen,
    options: [
      { value: '', label: 'Alle misdrijven samen' },
      ...types
        .filter(({ code, isPublishedMonthly }) => code !== allCrimes && isPublishedMonthly)
        .map(({ code, name }) => ({ value: code, label: name })),
    ],
  }
}
