import { type Day, parseDay } from '../../kernel/day'
import { Code, TextLink } from '../../platform/ui'
import { count, sentenceList } from '../../platform/ui/wording'
import { documentAddress, numberWords } from './figure.parts'
import type { Import, Leader } from './import'
import { type ChosenColumn, type ImportColumn, importColumns } from './import-columns'
import type { Decimals } from './import-row'

/** The first step, and where the later steps come back to. */
export const importAddress = '/beheer/inlezen'

export const importBreadcrumbs = [
  { label: 'Beheer', href: '/beheer' },
  { label: 'Cijfers inlezen', href: importAddress },
]

/** What was sent in any of the steps, as sent: the file goes along in the form, so that nothing is kept before it is applied. */
export type Submission = {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly title: string
  readonly published: { readonly day: string; readonly month: string; readonly year: string }
  /** Null while nothing was asked about the columns. */
  readonly chosen: ReadonlyMap<ImportColumn, ChosenColumn> | null
  readonly decimals: Decimals | null
}

/** Reads the form of any step. A file that was chosen just now goes before the one that came along. */
export async function readSubmission(form: FormData): Promise<Submission> {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const file = form.get('bestand')
  const isNew = file instanceof File && file.size > 0
  const decimals = text('decimalen')
  return {
    bytes: isNew ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array(Buffer.from(text('inhoud'), 'base64url')),
    fileName: (isNew ? file.name : text('bestandsnaam')).slice(-200) || 'bestand',
    title: text('titel').trim().replace(/\s+/g, ' '),
    published: { day: text('bekend-dag'), month: text('bekend-maand'), year: text('bekend-jaar') },
    chosen: form.has('kolom-waarde')
      ? new Map(
          importColumns.map((column) => [column, { at: text(`kolom-${column}`), always: text(`vast-${column}`) }]),
        )
      : null,
    decimals: decimals === 'komma' || decimals === 'punt' ? decimals : null,
  }
}

/** The day in three typed parts; null when there is no such day. */
export function publishedDay({ day, month, year }: Submission['published']): Day | null {
  return parseDay(`${year.trim()}-${month.trim().padStart(2, '0')}-${day.trim().padStart(2, '0')}`)
}

/** What was sent, to be sent along with the next step. */
export function SentAlong(props: { of: Submission; withSource?: boolean; withColumns?: boolean }) {
  const { of } = props
  const fields: [string, string][] = [
    ['inhoud', Buffer.from(of.bytes).toString('base64url')],
    ['bestandsnaam', of.fileName],
  ]
  if (props.withSource) {
    fields.push(['titel', of.title], ['bekend-dag', of.published.day], ['bekend-maand', of.published.month])
    fields.push(['bekend-jaar', of.published.year])
  }
  if (props.withColumns) {
    for (const [column, { at, always }] of of.chosen ?? []) {
      fields.push([`kolom-${column}`, at], [`vast-${column}`, always])
    }
    if (of.decimals) fields.push(['decimalen', of.decimals])
  }
  return (
    <>
      {fields.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  )
}

/** The number that leads about the same: a measurement with its page, or a row of the file. */
export function LeaderText({ leader, basePeriod }: { leader: Leader | null; basePeriod: string | null }) {
  if (!leader) return <>geen</>
  const words = numberWords({ ...leader, basePeriod })
  if ('row' in leader)
    return (
      <>
        {words} (rij {leader.row})
      </>
    )
  return (
    <>
      <TextLink href={`/metingen/${leader.measurement.code}`}>{words}</TextLink> <Code>{leader.measurement.code}</Code>
    </>
  )
}

const restingWords: Readonly<Record<string, readonly [string, string]>> = {
  tegenspraak: ['tegenspraak', 'tegenspraken'],
  uitvraag: ['regel van een uitvraag', 'regels van een uitvraag'],
  plan: ['plan', 'plannen'],
  'ingelezen getal': ['getal uit een later bestand over hetzelfde', 'getallen uit latere bestanden over hetzelfde'],
}

/** Why a file cannot be taken back: "Hierop rust 1 tegenspraak." Null when nothing stands on it. */
export function restingSentence({ resting }: Pick<Import, 'resting'>): string | null {
  if (resting.length === 0) return null
  const parts = resting.map(({ what, amount }) => {
    const [one, many] = restingWords[what] ?? [what, what]
    return count(amount, one, many)
  })
  return `Hierop rust nog: ${sentenceList(parts)}.`
}

/** The source document that a file became. */
export function ImportDocument({ of }: { of: Pick<Import, 'document' | 'title'> }) {
  return <TextLink href={documentAddress(of.document)}>{of.title}</TextLink>
}
