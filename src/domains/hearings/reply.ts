import { type Fault, tidy } from '../../kernel/typed'
import { effects, type Reply } from './hearing'

/** An answer to a point as typed. */
export type TypedReply = {
  readonly text: string
  readonly effect: string
  readonly place: string
  readonly before: string
  readonly after: string
}

const longest = 4000

/** Reads an answer to a point, or says at which field it is wrong. */
export function readReply(typed: TypedReply): Reply | { readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  const fault = (field: string, message: string) => faults.push({ field, message })
  const [text, place, before, after] = [typed.text, typed.place, typed.before, typed.after].map(tidy) as [
    string,
    string,
    string,
    string,
  ]
  const effect = effects.find((one) => one === typed.effect)
  if (text === '') fault('antwoord', 'Schrijf wat u antwoordt.')
  if (!effect) fault('gevolg', 'Kies of de tekst verandert.')
  for (const [field, value] of Object.entries({ antwoord: text, stond: before, staat: after }))
    if (value.length > longest) fault(field, 'Maak deze tekst korter: ten hoogste 4.000 tekens.')
  if (place.length > 300) fault('plaats', 'Maak dit korter: ten hoogste 300 tekens.')
  if (effect === 'aangepast' && place === '') fault('plaats', 'Schrijf waar in de tekst iets verandert.')
  if (effect === 'aangepast' && after === '') fault('staat', 'Schrijf wat er nu staat.')
  if (effect === 'geen wijziging' && (place !== '' || before !== '' || after !== ''))
    fault('gevolg', 'U koos dat de tekst niet verandert, en schreef wat er verandert. Kies een van beide.')
  if (faults.length > 0 || !effect) return { faults }
  if (effect === 'geen wijziging') return { text, effect, place: null, before: null, after: null }
  return { text, effect, place, before: before || null, after }
}

export const asTypedReply = (reply: Reply | undefined): TypedReply => ({
  text: reply?.text ?? '',
  effect: reply?.effect ?? '',
  place: reply?.place ?? '',
  before: reply?.before ?? '',
  after: reply?.after ?? '',
})
