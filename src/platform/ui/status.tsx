import type { Child } from 'hono/jsx'
import { Icon, type IconName } from './icon'

const statuses = {
  met: ['check', 'gehaald', 'gehaald'],
  notMet: ['cross', 'niet gehaald', 'niet'],
  done: ['check', 'gedaan', 'gehaald'],
  onCourse: ['half', 'op koers', 'klaar'],
  behind: ['diamond', 'loopt achter', 'niet'],
  stalled: ['bars', 'ligt stil', 'klaar'],
  unknown: ['unknown', 'onbekend', 'onbekend'],
  noReport: ['unknown', 'geen bericht', 'onbekend'],
  waiting: ['clock', 'wacht op u', 'wacht'],
  moved: ['step', 'verschoven', 'klaar'],
  confidential: ['lock', 'vertrouwelijk', 'klaar'],
  noChange: ['equal', 'geen aantoonbare verandering', 'gelijk'],
  higher: ['up', 'hoger dan verwacht', 'hoger'],
  lower: ['down', 'lager dan verwacht', 'lager'],
  complete: ['check', 'compleet', 'gehaald'],
  partial: ['half', 'deels', 'gelijk'],
  missing: ['gap', 'ontbreekt', 'onbekend'],
  yes: ['check', 'ja', 'klaar'],
  no: ['equal', 'niet gekozen in dit plan', 'gelijk'],
} as const satisfies Record<string, readonly [IconName, string, string]>

export type StatusName = keyof typeof statuses

export const statusNames = Object.keys(statuses) as StatusName[]

/** A sign and a word; colour comes last. Met and not met have the same size and weight. */
export function Status({ is, label }: { is: StatusName; label?: Child }) {
  const [icon, word, tone] = statuses[is]
  return (
    <span class={`nl-data-badge sv-s-${tone}`}>
      <Icon name={icon} />
      <span>{label ?? word}</span>
    </span>
  )
}

/** One sign per thing in a row, with what the row says in words. */
export function StatusRow(props: { statuses: readonly StatusName[]; summary: Child }) {
  return (
    <p class="sv-tekenrij">
      {props.statuses.map((is, index) => (
        <span
          class={`sv-s-${statuses[is][2]}${index > 0 && props.statuses[index - 1] !== is ? ' sv-tekenrij__gat' : ''}`}
        >
          <Icon name={statuses[is][0]} />
        </span>
      ))}
      <span class="sv-klein sv-tekenrij__tekst">{props.summary}</span>
    </p>
  )
}
