import type { Day } from '../../kernel/day'
import { dayFault, type Fault, neededText, optionalText, readDay } from '../../kernel/typed'
import type { TypedDay } from '../../kernel/typed-day'
import { type Stance, stances, type Verdict, verdicts, type Word, words } from './proposal'
import type { Mode } from './route'

type Typed = (name: string) => string
type Read<Draft> = Draft | { readonly faults: readonly Fault[] }

export type ProposalDraft = {
  readonly title: string
  readonly body: string
  readonly broughtBy: string
  readonly route: string
  readonly instance: string | null
}

/** Reads a new proposal. `asksInstance`: the routes that need one instance chosen. */
export function readProposal(
  typed: Typed,
  choices: {
    readonly parties: ReadonlySet<string>
    readonly routes: ReadonlySet<string>
    readonly asksInstance: ReadonlySet<string>
    readonly instances: ReadonlySet<string>
  },
): Read<ProposalDraft> {
  const faults: Fault[] = []
  const { title, body } = readWords(typed, faults)
  const [broughtBy, route, instance] = [typed('indiener'), typed('route'), typed('overleg')]
  if (!choices.parties.has(broughtBy)) faults.push({ field: 'indiener', message: 'Kies wie het voorstel inbrengt.' })
  if (!choices.routes.has(route)) faults.push({ field: 'route', message: 'Kies welke route het voorstel gaat.' })
  const needsInstance = choices.asksInstance.has(route)
  if (needsInstance && !choices.instances.has(instance))
    faults.push({ field: 'overleg', message: 'Kies bij welk overleg de schriftelijke ronde is.' })
  return faults.length > 0 ? { faults } : { title, body, broughtBy, route, instance: needsInstance ? instance : null }
}

function readWords(typed: Typed, faults: Fault[]) {
  return {
    title: neededText(typed('titel'), 'titel', 150, 'Geef het voorstel een titel.', faults),
    body: neededText(typed('tekst'), 'tekst', 10_000, 'Schrijf wat u voorstelt of vraagt.', faults),
  }
}

export type TextDraft = {
  readonly title: string
  readonly body: string
  readonly changeNote: string
  readonly becauseOf: string | null
}

/** Reads another text of a proposal. `causes`: the released views it can come from. */
export function readText(typed: Typed, causes: ReadonlySet<string>): Read<TextDraft> {
  const faults: Fault[] = []
  const draft = readWords(typed, faults)
  const changeNote = neededText(typed('wijziging'), 'wijziging', 500, 'Schrijf wat er anders is.', faults)
  const cause = typed('naar-aanleiding')
  if (cause !== '' && !causes.has(cause))
    faults.push({ field: 'naar-aanleiding', message: 'Kies een zienswijze uit de lijst.' })
  return faults.length > 0 ? { faults } : { ...draft, changeNote, becauseOf: cause || null }
}

/** Reads the last day to answer. */
export function readTerm(typed: TypedDay, today: Day): Day | { readonly faults: readonly Fault[] } {
  const read = readDay(typed)
  if (read === null) return { faults: [{ field: 'termijn', message: 'Vul de laatste dag in om te antwoorden.' }] }
  if (read === 'fault') return { faults: [{ field: 'termijn', message: dayFault }] }
  return read < today ? { faults: [{ field: 'termijn', message: 'Kies vandaag of een dag die nog komt.' }] } : read
}

export type ViewDraft = {
  readonly stance: Stance
  readonly said: string | null
  readonly condition: string | null
  readonly reason: string | null
}

/** Reads what an instance says; after a released view with why. */
export function readView(typed: Typed, mode: Mode, follows: boolean): Read<ViewDraft> {
  const faults: Fault[] = []
  const stance = mode === 'vragen' ? ('antwoord' as const) : stances.find((one) => one === typed('zienswijze'))
  if (!stance) faults.push({ field: 'zienswijze', message: 'Kies wat het overleg vindt.' })
  const said =
    stance === 'antwoord'
      ? neededText(typed('toelichting'), 'toelichting', 4000, 'Schrijf het antwoord.', faults)
      : optionalText(typed('toelichting'), 'toelichting', 4000, faults)
  const condition =
    stance === 'voorwaarde'
      ? neededText(typed('voorwaarde'), 'voorwaarde', 2000, 'Schrijf de voorwaarde.', faults)
      : null
  if (stance && stance !== 'voorwaarde' && typed('voorwaarde').trim() !== '')
    faults.push({
      field: 'voorwaarde',
      message: 'Een voorwaarde hoort bij “instemmen onder voorwaarde”. Kies dat, of haal de voorwaarde weg.',
    })
  const reason = follows
    ? neededText(typed('reden'), 'reden', 500, 'Schrijf waarom er een nieuwe versie is.', faults)
    : null
  return faults.length > 0 || !stance ? { faults } : { stance, said, condition, reason }
}

/** Reads what was done with a view. */
export function readTold(typed: Typed): Read<{ readonly verdict: Verdict; readonly why: string }> {
  const faults: Fault[] = []
  const verdict = verdicts.find((one) => one === typed('gevolg'))
  if (!verdict) faults.push({ field: 'gevolg', message: 'Kies wat ermee is gedaan.' })
  const why = neededText(typed('waarom'), 'waarom', 2000, 'Schrijf waarom.', faults)
  return faults.length > 0 || !verdict ? { faults } : { verdict, why }
}

/** Reads what a seat says in a written round. */
export function readWord(typed: Typed): Read<{ readonly word: Word; readonly remark: string | null }> {
  const faults: Fault[] = []
  const word = words.find((one) => one === typed('woord'))
  if (!word) faults.push({ field: 'woord', message: 'Kies wat u vindt.' })
  const remark =
    word === 'akkoord'
      ? optionalText(typed('opmerking'), 'opmerking', 1000, faults)
      : neededText(typed('opmerking'), 'opmerking', 1000, 'Schrijf uw opmerking.', faults)
  if (word === 'akkoord' && remark !== null)
    faults.push({ field: 'opmerking', message: 'U schreef een opmerking. Kies “akkoord met opmerking”.' })
  return faults.length > 0 || !word ? { faults } : { word, remark }
}
