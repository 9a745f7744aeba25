import type { Child } from 'hono/jsx'
import { Code, Heading, ListLink, Paragraph, RowList, Stack } from '../../platform/ui'
import { count, quantity } from '../../platform/ui/wording'
import type { Result } from './result'

/** `103.579 misdrijven`, or null when no number was given. */
export function resultNumber({ value, unit }: Pick<Result, 'value' | 'unit'>): string | null {
  return value === null ? null : quantity(value, unit ?? undefined)
}

/** One result as a row: what was reported, about which year, by whom, and its number when it has one. */
function ResultRow(props: { result: Result; showPlan?: boolean; note?: Child }) {
  const { result } = props
  const value = resultNumber(result)
  return (
    <>
      <ListLink href={`/resultaten/${result.code}`}>{result.title}</ListLink>
      <Paragraph small quiet>
        over {result.year} · {result.lead.name}
        {value === null ? '' : ` · ${value}`}
        {props.showPlan ? ` · gemeld in ${result.plan.title}` : ''} · <Code>{result.code}</Code>
      </Paragraph>
      {props.note ? <Paragraph small>{props.note}</Paragraph> : null}
    </>
  )
}

/** Results under each other, each a link to its page. `groupBy` puts a heading with a count above each group. */
export function ResultList(props: {
  results: readonly Result[]
  groupBy?: (result: Result) => string
  note?: (result: Result) => Child
  showPlan?: boolean
  level?: 3 | 4
  /** False where the list is only a part: then a count per group would say too little. */
  countGroups?: boolean
}) {
  const { results, groupBy, note, showPlan, countGroups = true } = props
  const rows = (group: readonly Result[]) => (
    <RowList
      items={group.map((result) => ({
        id: result.code,
        content: <ResultRow result={result} showPlan={showPlan} note={note?.(result)} />,
      }))}
    />
  )
  if (!groupBy) return rows(results)
  return (
    <Stack>
      {[...Map.groupBy(results, groupBy)].map(([title, group]) => (
        <div>
          <Heading level={props.level ?? 3} look={4}>
            {title}{' '}
            {countGroups ? (
              <span class="sv-stil sv-klein">{count(group.length, 'resultaat', 'resultaten')}</span>
            ) : null}
          </Heading>
          {rows(group)}
        </div>
      ))}
    </Stack>
  )
}
