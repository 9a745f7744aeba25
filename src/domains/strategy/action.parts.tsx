import type { Child } from 'hono/jsx'
import { Code, Heading, ListLink, Paragraph, RowList, Stack } from '../../platform/ui'
import { count, period, qualified, quantity, sentenceList } from '../../platform/ui/wording'
import { type Action, collectiveOf, dueKind } from './action'
import { ConceptTag } from './concept.parts'
import { promiseWords } from './overview.parts'

/** When an action must be done, in words; a date that is only the period of the plan says so. */
export function dueText({ due, plan }: Pick<Action, 'due' | 'plan'>): string {
  switch (dueKind(due, plan)) {
    case 'planperiode':
      return `in de planperiode: ${period(due)}`
    case 'laatste-planjaar':
      return `in ${due}, het laatste jaar van het plan`
    case 'eigen':
      return period(due)
  }
}

/** `3 gemeenten`, `10%`, or null when no number was promised. */
export function targetText({ target }: Pick<Action, 'target'>): string | null {
  if (target === null) return null
  const { value } = target
  // The unit of a limit carries the word: "procent (ten hoogste)" reads as a limit.
  const limit = /^(.*) \((maximum|minimum|ongeveer|ondergrens)\)$/.exec(target.unit ?? '')
  const word = { maximum: 'max', minimum: 'min', ondergrens: 'min', ongeveer: 'approx' } as const
  return limit
    ? qualified(word[limit[2] as keyof typeof word], quantity(value, limit[1]))
    : quantity(value, target.unit ?? undefined)
}

/** The municipalities that a collective agreement binds: "alle gemeenten", "de gemeenten van Flevoland"; null when it is none. */
export function collectiveText(action: Pick<Action, 'isCollective' | 'areas'>): string | null {
  const places = collectiveOf(action)
  if (places === null) return null
  if (places.length === 0) return 'alle gemeenten'
  const names = sentenceList(places.map(({ name }) => name))
  return places.every(({ kind }) => kind === 'gemeente') ? names : `de gemeenten van ${names}`
}

/** Who leads and who takes part, in one line; a name for all municipalities is called a collective agreement. */
function whoText(action: Action): string {
  const { lead, participants } = action
  const others = participants.filter(({ code }) => code !== lead.code)
  const shown = others.slice(0, 3).map(({ name }) => name)
  const rest = others.length - shown.length
  const names = rest > 0 ? [...shown, count(rest, 'ander', 'anderen')] : shown
  const collective = collectiveText(action)
  const who = collective === null ? lead.name : `collectieve afspraak van ${collective}`
  return names.length > 0 ? `${who}, met ${sentenceList(names)}` : who
}

/** One action as a row: what was promised, who leads it, when, and the number it is bound to. */
function ActionRow(props: { action: Action; showPlan?: boolean; note?: Child }) {
  const { action } = props
  const target = targetText(action)
  return (
    <>
      <ListLink href={`/acties/${action.code}`}>{action.title}</ListLink>
      <ConceptTag isConcept={action.plan.isConcept} />
      <Paragraph small quiet>
        {whoText(action)} · {period(action.due)}
        {target === null ? '' : ` · ${action.agreed?.aim ?? 'doel'}: ${target}`}
        {props.showPlan ? ` · ${action.plan.title}` : ''} · <Code>{action.code}</Code>
      </Paragraph>
      {props.note ? <Paragraph small>{props.note}</Paragraph> : null}
    </>
  )
}

/**
 * Actions under each other, each a link to its page. `groupBy` puts a heading with the number of records and promises above
 * each group; `note` adds a sentence per action, such as how it binds.
 */
export function ActionList(props: {
  actions: readonly Action[]
  groupBy?: (action: Action) => string
  note?: (action: Action) => Child
  showPlan?: boolean
  level?: 3 | 4
  /** False where the list is only a part: then a count per group would say too little. */
  countGroups?: boolean
}) {
  const { actions, groupBy, note, showPlan, countGroups = true } = props
  const rows = (group: readonly Action[]) => (
    <RowList
      items={group.map((action) => ({
        id: action.code,
        content: <ActionRow action={action} showPlan={showPlan} note={note?.(action)} />,
      }))}
    />
  )
  if (!groupBy) return rows(actions)
  return (
    <Stack>
      {[...Map.groupBy(actions, groupBy)].map(([title, group]) => (
        <div>
          <Heading level={props.level ?? 3} look={4}>
            {title} {countGroups ? <span class="sv-stil sv-klein">{promiseWords(group)}</span> : null}
          </Heading>
          {rows(group)}
        </div>
      ))}
    </Stack>
  )
}

/** What a plan that was made here says of an action beside its number, as terms with their words. */
export const agreedFacts = ({ agreed }: Pick<Action, 'agreed'>) =>
  (
    [
      ['Doel of streven', agreed?.aim],
      ['Over de periode', agreed?.by && period(agreed.by)],
      ['Wat er te zien moet zijn', agreed?.text],
      ['Afgesproken bewijs', agreed?.evidence],
      ['Functie bij de trekker', agreed?.post],
    ] as const
  ).flatMap(([term, value]) => (value ? [{ term, value }] : []))

/** A, B and C are how one agenda called its tracks; said as such. */
export const trackWords = (track: Action['track']) => (/^[ABC]$/.test(track) ? `spoor ${track} van het plan` : track)
