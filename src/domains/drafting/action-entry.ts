import { type Fault, neededText, optionalText } from '../../kernel/typed'
import type { Track } from '../strategy'
import { type ActionContent, aims, isDue } from './draft-action'
import { readCodes, readSeq } from './typed'

/** The fields of an action as they were typed, by the names they have in the form. */
export const actionFields = [
  'titel',
  'onderdeel',
  'spoor',
  'trekker',
  'functie',
  'deelnemers',
  'gebieden',
  'klaar',
  'doelsoort',
  'cijfers',
  'getal',
  'eenheid',
  'wanneer',
  'zichtbaar',
  'bewijs',
  'belofte',
  'plaats',
] as const
export type TypedAction = Readonly<Record<(typeof actionFields)[number], string>> & { readonly weg: boolean }

/** Names by code of what an action can name. */
type Known = {
  readonly parties: ReadonlyMap<string, string>
  readonly areas: ReadonlyMap<string, string>
  readonly indicators: ReadonlyMap<string, string>
}

const periodHelp = 'Schrijf een dag, maand, kwartaal of jaar, zoals 2027-12-31, 2027-11, 2027-Q4 of 2027.'

/** A number with a comma, dots between thousands, and a sign; null when it is none. */
function readTarget(text: string): number | null {
  const written = text.replace(/[\s\u00a0\u202f]+/g, '').replace(/^\u2212/, '-')
  if (!/^-?(\d{1,3}(\.\d{3})+|\d+)(,\d{1,6})?$/.test(written)) return null
  const value = Number(written.replaceAll('.', '').replace(',', '.'))
  return Math.abs(value) <= 1e12 ? value : null
}

/** Reads what was typed of an action, or says everything that is wrong. What is missing but a title, track and lead is no fault. */
export function readAction(
  typed: TypedAction,
  known: Known,
  tracks: readonly Track[],
): ActionContent | { readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  const period = (field: 'klaar' | 'wanneer') => {
    const text = typed[field].trim()
    const fits = text === '' || (field === 'klaar' ? isDue(text) : isDue(text) && text !== 'planperiode')
    if (!fits) faults.push({ field, message: periodHelp })
    return text === '' ? null : text
  }
  const track = tracks.find((one) => one === typed.spoor)
  if (!track) faults.push({ field: 'spoor', message: 'Kies een spoor.' })
  if (!known.parties.has(typed.trekker)) faults.push({ field: 'trekker', message: 'Kies wie de actie trekt.' })
  const number = typed.getal.trim() === '' ? null : readTarget(typed.getal)
  if (typed.getal.trim() !== '' && number === null)
    faults.push({ field: 'getal', message: 'Schrijf een getal, met een komma voor de decimalen, zoals 1.234 of 7,8.' })
  const seen = optionalText(typed.zichtbaar, 'zichtbaar', 500, faults)
  if (number !== null && seen !== null)
    faults.push({ field: 'zichtbaar', message: 'Kies: een getal, of wat er te zien moet zijn. Niet allebei.' })
  const content: ActionContent = {
    seq: readSeq(typed.plaats, faults),
    project: optionalText(typed.onderdeel, 'onderdeel', 200, faults),
    track: track ?? 'actie',
    title: neededText(typed.titel, 'titel', 500, 'Schrijf wat er wordt gedaan.', faults),
    lead: typed.trekker,
    leadPost: optionalText(typed.functie, 'functie', 200, faults),
    participants: readCodes(typed.deelnemers, 'deelnemers', known.parties, faults),
    areas: readCodes(typed.gebieden, 'gebieden', known.areas, faults),
    due: period('klaar'),
    aim: aims.find((one) => one === typed.doelsoort) ?? null,
    indicators: readCodes(typed.cijfers, 'cijfers', known.indicators, faults),
    targetValue: number,
    targetUnit: optionalText(typed.eenheid, 'eenheid', 60, faults),
    targetBy: period('wanneer'),
    targetText: seen,
    targetEvidence: optionalText(typed.bewijs, 'bewijs', 500, faults),
    promise: optionalText(typed.belofte, 'belofte', 20, faults),
    isRemoved: typed.weg,
  }
  return faults.length > 0 ? { faults } : content
}

/** An action as it stands in the fields of its form. */
export function asTyped(action: ActionContent, known: Known): TypedAction {
  const names = (codes: readonly string[], of: ReadonlyMap<string, string>) =>
    codes.map((code) => of.get(code) ?? code).join('\n')
  return {
    titel: action.title,
    onderdeel: action.project ?? '',
    spoor: action.track,
    trekker: action.lead,
    functie: action.leadPost ?? '',
    deelnemers: names(action.participants, known.parties),
    gebieden: names(action.areas, known.areas),
    klaar: action.due ?? '',
    doelsoort: action.aim ?? '',
    cijfers: names(action.indicators, known.indicators),
    getal: action.targetValue === null ? '' : String(action.targetValue).replace('.', ','),
    eenheid: action.targetUnit ?? '',
    wanneer: action.targetBy ?? '',
    zichtbaar: action.targetText ?? '',
    bewijs: action.targetEvidence ?? '',
    belofte: action.promise ?? '',
    plaats: String(action.seq),
    weg: action.isRemoved,
  }
}
