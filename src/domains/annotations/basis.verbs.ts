import { type Day, dayInAmsterdam } from '../../kernel/day'
import { parseSourceRef } from '../../kernel/source'
import type { Reader } from '../../platform/db/database'
import { day, sentenceList } from '../../platform/ui/wording'
import { documentTitles, latestOutcome, type Measurement, measurementsOf, numberWords, periodPhrase } from '../figures'
import { choiceWords, decidedWords, listLocalPlans, listVariants } from '../levels'
import type { NamedSubject } from '../meetings'
import { standsOf, statusWords } from '../progress'
import {
  type Action,
  actionsBinding,
  chainAddress,
  chainKindWords,
  chainOf,
  dueText,
  listActions,
  matrixFor,
} from '../strategy'
import { findArea } from '../territory'
import type { Basis, Known } from './basis'

/** What the subjects of an item mean for one organisation, as the product knows it on a day. Asked by whoever may read it. */
export async function basisFor(
  tx: Reader,
  organisation: string,
  subjects: readonly NamedSubject[],
  on: Day,
): Promise<Basis> {
  const area = await findArea(tx, organisation)
  const actions = await actionsAbout(tx, subjects)
  return {
    on,
    about: subjects.map(({ kind, code, title, context }) => ({
      fact: `${kind} ${code}`,
      text: `${chainKindWords[kind][0]} ${title}${context ? ` (${context})` : ''}`,
      href: chainAddress({ kind, code }),
    })),
    figures: area ? await figuresOf(tx, area.code, subjects, on) : [],
    promises: await promisesOf(tx, organisation, area !== null, actions, on),
    matrix: subjects.length === 0 ? [] : await matrixOf(tx, organisation),
    local: area ? await localOf(tx, area.code, subjects, actions) : [],
  }
}

/** The actions that the subjects are, or hold. */
async function actionsAbout(tx: Reader, subjects: readonly NamedSubject[]): Promise<Action[]> {
  const found = new Map<string, Action>()
  for (const { kind, code } of subjects) {
    const filter = kind === 'plan' ? { plan: code } : kind === 'prioriteit' ? { priority: code } : { codes: [code] }
    for (const action of (await listActions(tx, filter)).items) found.set(action.code, action)
  }
  return [...found.values()]
}

/** The newest figure about the area of each indicator that belongs to a subject. An indicator without one is said too. */
async function figuresOf(tx: Reader, area: string, subjects: readonly NamedSubject[], on: Day): Promise<Known[]> {
  const indicators = new Map<string, string>()
  for (const { kind, code } of subjects)
    for (const { node } of (await chainOf(tx, kind, code))?.steps ?? [])
      if (node.kind === 'indicator') indicators.set(node.code, node.title)
  if (indicators.size === 0) return []
  const measured = await measurementsOf(tx, { knownOn: on, area, indicators: [...indicators.keys()] })
  const documents = await documentTitles(tx)
  const sourceOf = ({ sources }: Measurement) => {
    const known = sources.flatMap((text) => documents.get(parseSourceRef(text)?.document ?? '')?.title ?? [])
    return known.length > 0 ? sentenceList([...new Set(known)]) : 'niet bekend'
  }
  const found: Known[] = []
  const missing: string[] = []
  for (const [indicator, title] of indicators) {
    const latest = latestOutcome(measured, { indicator, area })
    if (!latest) missing.push(title)
    else
      found.push({
        fact: `${latest.code} ${latest.value} ${latest.qualifier} ${latest.unit} ${latest.period}`,
        text: `${title}: ${numberWords(latest)} ${periodPhrase(latest.period)} in ${latest.areaName}. Bron: ${sourceOf(latest)}, bekend sinds ${day(latest.knownOn)}${latest.knownOnEstimated ? ' (geschat)' : ''}. ${provisionalWords(latest)}`,
        href: `/metingen/${latest.code}`,
      })
  }
  if (missing.length > 0)
    found.push({
      fact: `zonder cijfer ${missing.length}`,
      text: `Over ons is geen cijfer bekend van: ${sentenceList(missing)}.`,
      href: null,
    })
  return found
}

const provisionalWords = ({ note }: Measurement) =>
  /voorlopig/i.test(note ?? '') ? `Dit cijfer is voorlopig: ${note}` : 'De bron zegt niet dat het voorlopig is.'

/** What binds the municipality, or what another organisation leads or takes part in; each with the last word about it. */
async function promisesOf(
  tx: Reader,
  organisation: string,
  isArea: boolean,
  actions: readonly Action[],
  on: Day,
): Promise<Known[]> {
  const codes = actions.map(({ code }) => code)
  if (codes.length === 0) return []
  const own = isArea
    ? await actionsBinding(tx, { areas: [organisation], on, among: codes })
    : actions.flatMap((action) => {
        const role = partOf(action, organisation)
        return role ? [{ action, role }] : []
      })
  const stands = new Map((await standsOf(tx)).map((stand) => [stand.action, stand]))
  return own.map(({ action, role }) => {
    const stand = stands.get(action.promise ?? action.code)
    const said =
      stand?.status && stand.saidAt
        ? `Laatst gemeld op ${day(dayInAmsterdam(new Date(stand.saidAt)))}: ${statusWords[stand.status]}.${stand.sentence ? ` ${stand.sentence}` : ''}`
        : 'Hoe het ervoor staat, is nog niet gemeld.'
    return {
      fact: `${action.code} ${role} ${action.title} ${action.due} ${stand?.status ?? ''} ${stand?.saidAt ?? ''}`,
      text: `${action.title}. Wij zijn ${roleWords[role]}. Klaar: ${dueText(action)}. ${said}`,
      href: chainAddress({ kind: 'actie', code: action.code }),
    }
  })
}

const partOf = ({ lead, participants }: Action, organisation: string) =>
  lead.code === organisation
    ? ('trekker' as const)
    : participants.some(({ code }) => code === organisation)
      ? ('deelnemer' as const)
      : null

const roleWords = { trekker: 'trekker', deelnemer: 'deelnemer', gebied: 'gebied waar het geldt' } as const

const participationWords = { ja: 'wij doen mee', nee: 'wij kozen dit niet', onbekend: 'niet bekend of wij meedoen' }

async function matrixOf(tx: Reader, organisation: string): Promise<Known[]> {
  return (await matrixFor(tx, organisation)).map(({ code, theme, district, participates, startPosition }) => ({
    fact: `${code} ${participates} ${startPosition ?? ''}`,
    text: `${theme} (districtsplan ${district.name}): ${participationWords[participates]}${startPosition ? `. Beginsituatie: ${startPosition}` : ''}`,
    href: null,
  }))
}

/** What the municipality makes of these actions itself, and what its own safety plan says about the subjects. */
async function localOf(
  tx: Reader,
  area: string,
  subjects: readonly NamedSubject[],
  actions: readonly Action[],
): Promise<Known[]> {
  const among = new Set(actions.map(({ code }) => code))
  const variants = (await listVariants(tx, { area })).filter(({ action }) => among.has(action.code))
  const named = new Set(subjects.map(({ code }) => code))
  const plans = await listLocalPlans(tx, { area })
  return [
    ...variants.map((variant) => ({
      fact: `${variant.action.code} ${variant.version} ${variant.decidedOn ?? ''}`,
      text: `${variant.action.title}: ${choiceWords[variant.choice]}, ${decidedWords(variant)}${variant.title ? `. Onze tekst: ${variant.title}` : ''}`,
      href: `/acties/${encodeURIComponent(variant.action.code)}/varianten/${encodeURIComponent(area)}`,
    })),
    ...plans.flatMap(({ code, title, version, priorities }) =>
      priorities
        .filter(({ action, priorities: of }) => among.has(action?.code ?? '') || of.some((one) => named.has(one.code)))
        .map(({ number, text }) => ({
          fact: `${code} ${version} ${number}`,
          text: `${title}: ${text}`,
          href: `/veiligheidsplannen/${encodeURIComponent(code)}`,
        })),
    ),
  ]
}
