import type { Child } from 'hono/jsx'
import { List, TextLink } from '../../platform/ui'
import { capital, period, quantity, sentenceList } from '../../platform/ui/wording'
import { type ActionContent, type DraftAction, nudgesOf } from './draft-action'
import type { Names } from './names.verbs'
import { aimWords, nudgeWords } from './words.parts'

const named = (names: ReadonlyMap<string, string>, code: string) => names.get(code) ?? code

export const dueText = (due: string | null): string =>
  due === null ? 'nog niet gekozen' : due === 'planperiode' ? 'de planperiode' : period(due)

/** What an action is to bring about, in a sentence. */
export function targetText(action: ActionContent, names: Names): string | null {
  const word = capital(aimWords[action.aim ?? 'doel'])
  if (action.targetValue !== null) {
    const [indicator] = action.indicators
    const by = action.targetBy ? `, in ${period(action.targetBy)}` : ''
    return `${word}: ${quantity(action.targetValue, action.targetUnit ?? undefined)}${by}${indicator ? ` (${named(names.indicators, indicator)})` : ''}`
  }
  if (action.targetText === null) return null
  return `${word}: ${action.targetText}${action.targetEvidence ? `. Bewijs: ${action.targetEvidence}` : ''}`
}

/** Everything an action says, as words: for a page, for what changed, and for two versions beside each other. */
export const actionFacts = (action: ActionContent, names: Names): readonly (readonly [string, string])[] => {
  const codes = (list: readonly string[], of: ReadonlyMap<string, string>) =>
    sentenceList(list.map((code) => named(of, code)))
  return [
    ['Actie', action.title],
    ['Onderdeel', action.project ?? ''],
    ['Spoor', action.track],
    ['Trekker', [named(names.parties, action.lead), action.leadPost].filter(Boolean).join(', ')],
    ['Deelnemers', codes(action.participants, names.parties)],
    ['Gebieden', codes(action.areas, names.areas)],
    ['Klaar', dueText(action.due)],
    ['Doel of streven', targetText(action, names) ?? ''],
    ['Cijfers', codes(action.indicators, names.indicators)],
    ['Zelfde belofte als', action.promise ?? ''],
    ['Plaats', String(action.seq)],
    ['In het plan', action.isRemoved ? 'nee, weggelaten' : 'ja'],
  ]
}

/** What can still be made clearer; nothing when all is there. */
export function Nudges({ action }: { action: ActionContent }) {
  const nudges = nudgesOf(action)
  return nudges.length === 0 ? null : <List small items={nudges.map((nudge) => nudgeWords[nudge])} />
}

export const cameFromLink = ({ cameFrom }: Pick<DraftAction, 'cameFrom'>): Child =>
  cameFrom && (
    <>
      Gaat verder op <TextLink href={`/acties/${encodeURIComponent(cameFrom)}`}>{cameFrom}</TextLink>
    </>
  )
