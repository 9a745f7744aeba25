import { DataTable, EmptyState, Opening, Paragraph, Section, Status, Tag, TextLink } from '../../platform/ui'
import { capital, day, moment, number, period as periodWords, quantity } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { crimeTypes } from '../crime'
import { numberWords } from '../figures'
import { pictureAddress } from '../pictures'
import {
  entryOf,
  findEntry,
  LedgerLine,
  OutcomeStatus,
  type Recomputed,
  recomputedLead,
  unequalFirst,
} from '../publications'
import { areaNames } from '../territory'
import { keptFile, listAccounts } from './account.store'
import { accountAddress, breadcrumbsOf } from './address.parts'
import { readKept } from './kept.verbs'
import { type AskedAgain, askAgain } from './recompute.verbs'

/** Every figure of a released account asked again as of its own date: what it is, where it comes from, whether it is equal. */
export async function recomputePage(ask: Ask): Promise<Response> {
  const code = ask.params.code ?? ''
  const found = await ask.read(async (tx) => {
    const [account] = await listAccounts(tx, code)
    const file = account?.released ? await keptFile(tx, code, 'json') : null
    const kept = file && readKept(file.content)
    if (!account?.released || !kept) return null
    const areas = await areaNames(tx)
    const types = new Map((await crimeTypes(tx)).map((type) => [type.code, type.name]))
    return {
      account,
      released: account.released,
      isExample: kept.isExample,
      entry: await findEntry(tx, code, 'verantwoording'),
      rows: (await askAgain(tx, kept.figures)).map((asked) =>
        rowOf(asked, { areas, types, isExample: kept.isExample }),
      ),
    }
  })
  if (!found) return ask.notFound()
  const { account, released, isExample, entry, rows } = found
  const open = rows.filter((row): row is AskedRow => row.outcome.is !== 'closed')
  return ask.page(
    {
      title: `${account.title} nagerekend`,
      breadcrumbs: [...breadcrumbsOf(account), { label: 'Nagerekend', href: `${accountAddress(code)}/narekenen` }],
    },
    <>
      <Opening
        title="Nagerekend"
        lead={recomputedLead(open.map(({ outcome }) => outcome))}
        meta={[
          account.title,
          `uitgebracht op ${moment(released.at)} door ${released.actedAs}`,
          ...(isExample ? [<Tag>voorbeeldcijfers</Tag>] : []),
        ]}
      />
      <Section id="cijfers" title="Elk cijfer" intro="Zojuist opnieuw gevraagd. De niet gelijke staan bovenaan.">
        {rows.length === 0 ? (
          <EmptyState title="Dit stuk heeft geen cijfers." />
        ) : (
          <DataTable
            caption="Elk cijfer, nagerekend"
            hiddenCaption
            rows={[...unequalFirst(open), ...rows.filter(({ outcome }) => outcome.is === 'closed')]}
            columns={[
              { head: 'Cijfer', rowHead: true, cell: ({ about, href }) => linked(about, href) },
              { head: 'Waar het vandaan komt', cell: ({ source }) => source },
              { head: 'In het stuk', cell: ({ words, figure }) => words(figure.value) },
              { head: 'Nagerekend', cell: (row) => <RowStatus row={row} /> },
            ]}
          />
        )}
        {open.length < rows.length && (
          <Paragraph>
            Een antwoord op de uitvraag zien alleen professionals. Elke nacht rekenen wij ook die cijfers na.
          </Paragraph>
        )}
      </Section>
      <Section id="logboek" title="In het logboek">
        {entry && <LedgerLine entry={entryOf(entry)} hash={entry.hash} />}
      </Section>
    </>,
  )
}

type Row = AskedAgain & {
  readonly about: string
  readonly source: string
  readonly href: string | null
  readonly words: (value: number | null) => string
}
type AskedRow = Row & { readonly outcome: Recomputed }

const linked = (about: string, href: string | null) => (href ? <TextLink href={href}>{about}</TextLink> : about)

function RowStatus({ row }: { row: Row }) {
  const { outcome, words } = row
  return outcome.is === 'closed' ? (
    <Status is="unknown" label="niet openbaar" />
  ) : (
    <OutcomeStatus outcome={outcome} words={words} />
  )
}

type Names = {
  readonly areas: ReadonlyMap<string, { readonly name: string }>
  readonly types: ReadonlyMap<string, string>
  readonly isExample: boolean
}

function rowOf(asked: AskedAgain, { areas, types, isExample }: Names): Row {
  const { question } = asked.figure
  const plain = (unit: string) => (value: number | null) => (value === null ? 'onbekend' : quantity(value, unit))
  if (question.resource === 'misdrijfcijfers') {
    const { area, type, from, until, release } = question
    const months = from === until ? periodWords(from) : `${periodWords(from)} tot en met ${periodWords(until)}`
    return {
      ...asked,
      about: `${types.get(type) ?? type}, ${areas.get(area)?.name ?? area}, ${months}`,
      source: `Som van de maanden: ${isExample ? 'verzonnen voorbeeldcijfers' : `politie, tabel ${release.table}`}, bekend op ${day(release.knownOn)}`,
      href: pictureAddress(area),
      words: (value) => (value === null ? 'onbekend' : `${number(value)} geregistreerde misdrijven`),
    }
  }
  if (question.resource === 'metingen') {
    const { measurement } = asked
    if (!measurement) return { ...asked, about: question.code, source: 'Onbekend', href: null, words: plain('') }
    const base = measurement.basePeriod ? ` ten opzichte van ${periodWords(measurement.basePeriod)}` : ''
    return {
      ...asked,
      about: `${measurement.indicatorTitle}, ${measurement.areaName}, ${periodWords(measurement.period)}${base}`,
      source: `${capital(measurement.kind)}, bekend op ${day(question.knownOn)}`,
      href: `/metingen/${encodeURIComponent(question.code)}`,
      words: (value) => numberWords({ ...measurement, value }),
    }
  }
  const { line } = asked
  return {
    ...asked,
    about: line?.title ?? 'Een cijfer uit de uitvraag',
    source: question.answer === null ? 'Uitvraag, toen nog niet beantwoord' : 'Uitvraag, ondertekend antwoord',
    href: null,
    words: (value) => (question.answer === null ? 'nog open' : line ? plain(line.unit)(value) : 'staat in het stuk'),
  }
}
