import type { Reader } from '../../platform/db/database'
import { standsOf, statusWords } from '../progress'
import { listProgrammes, listResults } from '../strategy'
import type { OpenedChapter } from './opened.verbs'

/** The programmes of the plan before that this chapter goes on with: of the same priority, else with the same title. */
async function programmesBefore(tx: Reader, { draft, whole: { chapter } }: Pick<OpenedChapter, 'draft' | 'whole'>) {
  if (!draft.beganFrom) return []
  const { items } = await listProgrammes(tx, { plan: draft.beganFrom.code })
  const alike = items.filter(({ title }) => title.toLowerCase() === chapter.title.toLowerCase())
  return alike.length > 0
    ? alike
    : items.filter(({ priority }) => priority !== null && priority.code === chapter.priority)
}

const noted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

/**
 * What is known of last year: each action with the last word about it, and each result that was reported. A first text, for a person to
 * shorten and sign. Each line ends with the code that leads to where it stands.
 */
export async function lookBackText(tx: Reader, opened: OpenedChapter): Promise<string> {
  const programmes = await programmesBefore(tx, opened)
  const { beganFrom } = opened.draft
  if (!beganFrom || programmes.length === 0) return ''
  const codes = programmes.map(({ code }) => code)
  const stands = (await standsOf(tx, beganFrom.code)).filter(({ programme }) => codes.includes(programme))
  const results = (
    await Promise.all(codes.map(async (programme) => (await listResults(tx, { programme })).items))
  ).flat()
  const said = stands.filter(({ status }) => status !== null)
  const silent = stands.filter(({ status }) => status === null).map(({ action }) => `[${action}]`)
  return [
    ...results.map(({ code, title, year }) => `${year}: ${title} [${code}]`),
    `Van ${beganFrom.name}: ${noted(stands.length, 'afspraak', 'afspraken')}, over ${said.length} daarvan is iets gemeld.`,
    ...said.map(
      ({ action, title, status, sentence }) =>
        `${title}: ${status ? statusWords[status] : ''}${sentence ? `. ${sentence}` : ''} [${action}]`,
    ),
    ...(silent.length > 0 ? [`Geen bericht over: ${silent.join(', ')}`] : []),
  ]
    .join('\n')
    .slice(0, 20_000)
}
