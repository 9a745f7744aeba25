import type { Day } from '../../kernel/day'
import { parsePeriod } from '../../kernel/period'
import { typedDay } from '../../kernel/typed-day'
import type { FieldError } from '../../platform/ui'
import { day as dayInWords } from '../../platform/ui/wording'
import { readNumber } from '../datacalls'
import { type PriorityState, priorityStates } from '../strategy'
import { readAppointing } from './appointing.parts'
import { readQuestion } from './asking.parts'
import { type ChangeableField, changeableFields, readField } from './change'
import type { Choices, Typed } from './choices.parts'
import { dateIn } from './choices.parts'
import type { Decision, Draft, Note, Values, Wanted } from './decision'

type Read = { readonly draft: Draft; readonly wanted: readonly Wanted[] } | { readonly faults: readonly FieldError[] }

/** Reads the form of a decision; of one that turns another back only what is its own. Or says everything that is wrong. */
export function readDecision(
  typed: Typed,
  choices: Choices,
  { reversed, closedTo }: { readonly reversed: Decision | null; readonly closedTo: string | null },
): Read {
  const faults: FieldError[] = []
  const need = (field: string, message: string, most = 500) => {
    const value = typed(field).trim()
    if (value === '') faults.push({ field, message })
    else if (value.length > most) faults.push({ field, message: `Gebruik ten hoogste ${most} tekens.` })
    return value
  }
  const optional = (field: string, most: number) => {
    const value = typed(field).trim()
    if (value.length > most) faults.push({ field, message: `Gebruik ten hoogste ${most} tekens.` })
    return value || null
  }
  const takenOn = typedDay(dateIn(typed, 'genomen'))
  if (!takenOn) faults.push({ field: 'genomen', message: 'Vul de dag in waarop het besluit is genomen.' })
  const body = reversed?.body ?? typed('gremium')
  if (!choices.bodies.has(body)) faults.push({ field: 'gremium', message: 'Kies het gremium dat besloot.' })
  const area = reversed ? reversed.area : typed('gebied') || null
  if (area !== null && !choices.areas.has(area))
    faults.push({ field: 'gebied', message: 'Kies een gebied uit de lijst.' })
  const visible = typed('zichtbaar')
  if (!reversed && !closedTo && visible !== 'openbaar' && visible !== 'vertrouwelijk')
    faults.push({ field: 'zichtbaar', message: 'Kies of het besluit openbaar is.' })
  const title = need('titel', 'Geef het besluit een titel.', 200)
  const text = need('tekst', 'Schrijf wat er is besloten.', 10_000)
  const ground = need('grond', 'Schrijf waar het besluit op rust: de wet, of de afspraak.')
  const adoptedBy = linesOf(typed('vaststellers'))
  if (adoptedBy.length === 0)
    faults.push({ field: 'vaststellers', message: 'Schrijf wie het besluit vaststelden, als functie.' })
  const remarks = optional('aantekening', 2000)
  const conditions = optional('voorwaarden', 2000)
  const notes = readNotes(typed, faults)
  const knot = optional('knoop-grond', 500)
  if (typed('knoop') === 'ja' && knot === null)
    faults.push({ field: 'knoop-grond', message: 'Schrijf op grond waarvan de regioburgemeester besliste.' })
  if (typed('knoop') !== 'ja' && knot !== null)
    faults.push({ field: 'knoop', message: 'Vink aan dat de regioburgemeester besliste, of haal de grond weg.' })
  const wanted = reversed ? [] : readEffects(typed, choices, faults)
  if (faults.length > 0 || !takenOn) return { faults }
  return {
    draft: {
      body,
      area,
      takenOn,
      title,
      text,
      ground,
      adoptedBy,
      attended: linesOf(typed('aanwezigen')),
      remarks,
      notes,
      knotGround: knot,
      conditions,
      isPublic: reversed ? reversed.isPublic : !closedTo && visible === 'openbaar',
      closedTo: reversed ? reversed.closedTo : closedTo,
      reverses: reversed?.code ?? null,
    },
    wanted,
  }
}

/** Reads `functie: aantekening`, one per line. */
function readNotes(typed: Typed, faults: FieldError[]): Note[] {
  const read = linesOf(typed('aantekeningen')).map((line) => {
    const [, party = '', words = ''] = /^([^:]{1,200}):\s*(\S.{0,999})$/.exec(line) ?? []
    return { party: party.trim(), words }
  })
  if (read.some(({ party }) => party === ''))
    faults.push({
      field: 'aantekeningen',
      message: 'Schrijf op elke regel een functie, een dubbele punt en de aantekening.',
    })
  return read
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

function readEffects(typed: Typed, choices: Choices, faults: FieldError[]): Wanted[] {
  const [plan, priority, action, indicator] = [
    typed('plan'),
    typed('prioriteit'),
    typed('actie').trim(),
    typed('cijfer'),
  ]
  const wanted: Wanted[] = []
  if (plan !== '') {
    if (choices.plans.has(plan)) wanted.push({ kind: 'stelt-plan-vast', subject: plan, after: {} })
    else faults.push({ field: 'plan', message: 'Kies een plan uit de lijst.' })
  }
  if (priority !== '') {
    const after = readStage(typed, choices, faults)
    if (!choices.priorities.has(priority))
      faults.push({ field: 'prioriteit', message: 'Kies een prioriteit uit de lijst.' })
    else if (after) wanted.push({ kind: 'zet-prioriteit', subject: priority, after })
  }
  if (action !== '') {
    const field = changeableFields.find((one) => one === typed('veld'))
    if (!choices.hasAction)
      faults.push({
        field: 'actie',
        message: 'Deze actie is er niet. Schrijf de code die bij de actie staat, zoals S23-010.',
      })
    if (!field) faults.push({ field: 'veld', message: 'Kies wat er aan de actie verandert.' })
    else addAmendment(field, typed, choices, action, wanted, faults)
  }
  if (indicator !== '') {
    const after = readTarget(typed, choices, indicator, faults)
    if (after) wanted.push({ kind: 'zet-doel', subject: indicator, after })
  }
  wanted.push(...readAppointing(typed, choices, faults), ...readQuestion(typed, choices, faults))
  return wanted
}

function addAmendment(
  field: ChangeableField,
  typed: Typed,
  choices: Choices,
  action: string,
  wanted: Wanted[],
  faults: FieldError[],
): void {
  const read = readField(field, typed('waarde'))
  if ('message' in read) faults.push({ field: 'waarde', message: read.message })
  else if (field === 'trekker' && !choices.parties.has(read.value ?? ''))
    faults.push({
      field: 'waarde',
      message: 'Deze trekker is er niet. Schrijf de code van de organisatie of werkgroep.',
    })
  else wanted.push({ kind: 'wijzigt-actie', subject: action, after: { veld: field, waarde: read.value } })
}

/** The new state of a priority with what belongs to it: who watches, whom it goes to, or the discharge. */
function readStage(typed: Typed, choices: Choices, faults: FieldError[]): Values | null {
  const state = priorityStates.find((one) => one === typed('stand'))
  if (!state) {
    faults.push({ field: 'stand', message: 'Kies de nieuwe stand van de prioriteit.' })
    return null
  }
  const before = faults.length
  const [party, receiver, discharge] = [typed('volger'), typed('ontvanger'), typed('decharge').trim()]
  const back = typedDay(dateIn(typed, 'terug'))
  const figure = choices.indicators.get(typed('volgt'))
  if (state === 'volgend') {
    if (!choices.parties.has(party)) faults.push({ field: 'volger', message: 'Kies wie het cijfer volgt.' })
    if (!figure) faults.push({ field: 'volgt', message: 'Kies welk cijfer wordt gevolgd.' })
    if (!back) faults.push({ field: 'terug', message: 'Vul in wanneer de prioriteit terugkomt op de agenda.' })
  }
  if (state === 'overgedragen' && !choices.parties.has(receiver))
    faults.push({ field: 'ontvanger', message: 'Kies aan wie de prioriteit wordt overgedragen.' })
  if (state === 'afgesloten' && discharge === '')
    faults.push({ field: 'decharge', message: 'Schrijf waarvoor decharge is verleend.' })
  if (discharge.length > 500) faults.push({ field: 'decharge', message: 'Gebruik ten hoogste 500 tekens.' })
  if (faults.length > before) return null
  const name = (code: string) => choices.parties.get(code) ?? code
  const watched = { party: name(party), figure: figure?.title ?? '', back }
  const reason = {
    volgend: watchedWords(watched),
    overgedragen: `Overgedragen aan ${name(receiver)}.`,
    afgesloten: `Decharge: ${discharge}`,
  }
  return {
    stand: state,
    reden: (reason as Partial<Record<PriorityState, string>>)[state] ?? null,
    ...(state === 'volgend' ? { volger: party, cijfer: typed('volgt'), terugOp: back } : {}),
    ...(state === 'overgedragen' ? { aan: receiver } : {}),
    ...(state === 'afgesloten' ? { decharge: discharge } : {}),
  }
}

const watchedWords = ({ party, figure, back }: { party: string; figure: string; back: Day | null }) =>
  `${party} volgt het cijfer "${figure}". Terug op de agenda op ${back ? dayInWords(back) : 'een latere dag'}.`

function readTarget(typed: Typed, choices: Choices, indicator: string, faults: FieldError[]): Values | null {
  const figure = choices.indicators.get(indicator)
  const before = faults.length
  if (!figure) faults.push({ field: 'cijfer', message: 'Kies een cijfer uit de lijst.' })
  if (!choices.areas.has(typed('doelgebied')))
    faults.push({ field: 'doelgebied', message: 'Kies voor welk gebied het doel geldt.' })
  const period = typed('periode').trim()
  if (!parsePeriod(period))
    faults.push({ field: 'periode', message: 'Schrijf de periode van het doel, zoals 2027 of 2027-H1.' })
  const value = readNumber(typed('doel'), figure?.unit ?? '')
  if ('fault' in value) faults.push({ field: 'doel', message: value.fault })
  const limit = ['exact', 'min', 'max'].find((one) => one === typed('grens'))
  if (!limit) faults.push({ field: 'grens', message: 'Kies of het een grens is.' })
  if (faults.length > before || 'fault' in value) return null
  return { gebied: typed('doelgebied'), periode: period, waarde: value.value, grens: limit ?? 'exact' }
}
