import type { Day } from '../../kernel/day'
import { type Month, parseMonth } from '../../kernel/month'
import type { Reader } from '../../platform/db/database'
import {
  DataTable,
  EmptyState,
  FilterForm,
  ListLink,
  Opening,
  Paragraph,
  Section,
  Tag,
  TextLink,
} from '../../platform/ui'
import { count, day, moment, period } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { allCrimes, crimeTypes } from '../crime'
import { areaNames } from '../territory'
import { reportTitle } from './edition.parts'
import { revisionsOf } from './proof.parts'
import { figuresWith } from './reliance'
import { publishedAround } from './reliance.store'
import { reportAddress } from './report.parts'
import { shown } from './sentence.parts'

export const relianceAddress = '/publicaties/steunt-op'

/** A publication of a later domain that holds a figure. */
export type RelyingPiece = {
  readonly title: string
  readonly address: string
  readonly isExample: boolean
  readonly from: Month
  readonly until: Month
  readonly value: number | null
  readonly knownOn: Day
  readonly at: string
}

type Also = (
  tx: Reader,
  asked: { readonly area: string; readonly type: string; readonly month: Month },
) => Promise<readonly RelyingPiece[]>

/** Which publications hold a figure: one area, one crime type, one month. `also` has those of later domains. */
export const reliancePage = (also: Also) => async (ask: Ask) => {
  const area = ask.query.get('gebied') ?? ''
  const type = ask.query.get('soort') || allCrimes
  const askedMonth = ask.query.get('maand') ?? ''
  const month = parseMonth(askedMonth)
  if (askedMonth && !month) return ask.badRequest('De maand klopt niet. Schrijf jaar-maand, bijvoorbeeld 2026-10.')
  const { names, types, around, others } = await ask.read(async (tx) => ({
    names: await areaNames(tx),
    types: await crimeTypes(tx),
    around: area && month ? await publishedAround(tx, area, month) : [],
    others: area && month ? await also(tx, { area, type, month }) : [],
  }))
  const areaName = names.get(area)?.name
  if (area && !areaName) return ask.badRequest(`Het gebied ${area} kennen we niet.`)
  const typeName = types.find(({ code }) => code === type)?.name
  if (!typeName) return ask.badRequest(`De misdrijfsoort ${type} bestaat niet.`)
  const ofReports = month
    ? around.flatMap(({ code, report, signedAt }) =>
        figuresWith(report, { type, month }).map(({ about, figure: { question, value } }) => ({
          title: reportTitle(report),
          address: reportAddress(code),
          isExample: report.isExample,
          about,
          from: question.from,
          until: question.until,
          shown: shown(value, report.provisionalFrom !== null && question.until >= report.provisionalFrom),
          knownOn: report.source.knownOn,
          at: signedAt,
        })),
      )
    : []
  const rows = [
    ...ofReports,
    ...others.map((one) => ({ ...one, about: typeName ?? '', shown: shown(one.value, false) })),
  ]
  const pieces = new Set(rows.map((one) => one.address)).size
  const cell =
    areaName && month
      ? `${type === allCrimes ? 'alle misdrijven' : typeName.toLowerCase()} in ${areaName}, ${period(month)}`
      : null
  return ask.page(
    {
      title: cell ? `Wie steunt op: ${cell}` : 'Wie steunt op dit cijfer',
      description: 'Welke gepubliceerde stukken een cijfer gebruiken.',
      breadcrumbs: [
        { label: 'Rapportages', href: '/rapportages' },
        { label: 'Wie steunt op dit cijfer', href: relianceAddress },
      ],
    },
    <>
      <Opening
        title={cell ? `Wie steunt op: ${cell}` : 'Wie steunt op dit cijfer'}
        lead={
          !cell
            ? 'Kies een gebied, een soort en een maand. Dan ziet u in welke gepubliceerde stukken dat cijfer zit.'
            : pieces === 0
              ? 'Geen enkel gepubliceerd stuk gebruikt dit cijfer.'
              : `Dit cijfer zit in ${count(pieces, 'gepubliceerd stuk', 'gepubliceerde stukken')}.`
        }
      >
        <FilterForm
          action={relianceAddress}
          label="Welk cijfer"
          fields={[
            {
              kind: 'select',
              name: 'gebied',
              label: 'Gebied',
              value: area,
              options: [...names]
                .filter(([, { kind }]) => ['regio', 'district', 'gemeente'].includes(kind))
                .map(([value, { name, kind }]) => ({ value, label: kind === 'gemeente' ? name : `${name} (${kind})` })),
            },
            {
              kind: 'select',
              name: 'soort',
              label: 'Soort',
              value: type,
              options: types.map(({ code, name }) => ({ value: code, label: name })),
            },
            { kind: 'text', name: 'maand', label: 'Maand (jaar-maand)', value: askedMonth },
          ]}
        />
      </Opening>
      {cell && (
        <Section
          id="stukken"
          title="Gepubliceerde stukken"
          intro="Ook in het totaal van een district of de regio zit dit cijfer."
        >
          {rows.length === 0 ? (
            <EmptyState title="Er is geen stuk met dit cijfer." />
          ) : (
            <DataTable
              caption="Stukken met dit cijfer"
              hiddenCaption
              rows={rows}
              columns={[
                {
                  head: 'Stuk',
                  rowHead: true,
                  cell: ({ address, title, isExample }) => (
                    <>
                      <ListLink href={address}>{title}</ListLink> {isExample ? <Tag>voorbeeldcijfers</Tag> : null}
                    </>
                  ),
                },
                {
                  head: 'Het getal erin',
                  cell: ({ about, from, until }) =>
                    `${about}, ${from === until ? period(from) : `${period(from)} tot en met ${period(until)}`}`,
                },
                { head: 'Aantal', align: 'number', cell: (one) => one.shown },
                { head: 'Bekend op', cell: ({ knownOn }) => day(knownOn) },
                { head: 'Uitgebracht', cell: ({ at }) => moment(at) },
              ]}
            />
          )}
          <Paragraph>
            <TextLink href={`${revisionsOf(area)}?soort=${encodeURIComponent(type)}&maand=${month}`}>
              Wat dit cijfer eerder was
            </TextLink>
          </Paragraph>
        </Section>
      )}
    </>,
  )
}
