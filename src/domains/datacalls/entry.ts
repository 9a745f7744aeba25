/** What an answer says. Empty is that nothing is known here; "kan-niet" that the holder says it cannot be given. */
export type Content =
  | { readonly kind: 'getal'; readonly value: number; readonly note: string | null }
  | { readonly kind: 'kan-niet'; readonly note: string }
  | { readonly kind: 'leeg' }

/** What somebody typed for one line, as typed. */
export type TypedAnswer = { readonly value: string; readonly cannot: boolean; readonly note: string }

export type EntryFault = { readonly field: 'waarde' | 'niet' | 'toelichting'; readonly message: string }

const wholeUnits = /^aantal\b/

/**
 * Reads a number as Dutch people write it: `1.234,5`, `1234,5`, `€ 1.234`, `7,8%`. A point that is no thousands separator is
 * refused: `1.5` may be one and a half or a slip in 15.
 */
export function readNumber(text: string, unit: string): { readonly value: number } | { readonly fault: string } {
  let written = text.replace(/[\s\u00a0\u202f]+/g, '')
  if (unit.includes('euro')) written = written.replace(/^€/, '').replace(/,-+$/, '')
  if (unit.startsWith('procent')) written = written.replace(/%$/, '')
  if (/^[-\u2212]/.test(written)) return { fault: 'Dit cijfer kan niet onder nul zijn.' }
  if (!/^(\d{1,3}(\.\d{3})+|\d+)(,\d{1,6})?$/.test(written)) {
    return /^\d+\.\d+$/.test(written)
      ? { fault: `"${text.trim()}" is niet duidelijk. Schrijf een komma voor de decimalen, zoals 7,8.` }
      : { fault: `"${text.trim()}" is geen getal. Schrijf alleen cijfers, zoals 1.234 of 7,8.` }
  }
  const value = Number(written.replaceAll('.', '').replace(',', '.'))
  if (value > 1e12) return { fault: 'Dit getal is te groot.' }
  if (wholeUnits.test(unit) && !Number.isInteger(value)) return { fault: 'Dit is een aantal: schrijf een heel getal.' }
  return { value }
}

/** Reads what was typed for a line, or says at which field it is wrong. */
export function readAnswer(typed: TypedAnswer, unit: string): Content | { readonly faults: readonly EntryFault[] } {
  const written = typed.value.trim()
  const note = typed.note.trim().replace(/\s+/g, ' ')
  const faults: EntryFault[] = []
  if (note.length > 500) faults.push({ field: 'toelichting', message: 'Gebruik ten hoogste 500 tekens.' })
  const number = written === '' ? null : readNumber(written, unit)
  if (number && 'fault' in number) faults.push({ field: 'waarde', message: number.fault })
  if (typed.cannot && written !== '')
    faults.push({
      field: 'niet',
      message: 'Er staat een getal, en dat het cijfer er niet kan komen. Kies een van beide.',
    })
  if (typed.cannot && note === '')
    faults.push({ field: 'toelichting', message: 'Schrijf waarom dit cijfer niet geleverd kan worden.' })
  if (!typed.cannot && written === '' && note !== '')
    faults.push({
      field: 'waarde',
      message: 'Er staat een toelichting zonder getal. Vul het getal in, of kruis aan dat het niet kan.',
    })
  if (faults.length > 0) return { faults }
  if (typed.cannot) return { kind: 'kan-niet', note }
  if (number && 'value' in number) return { kind: 'getal', value: number.value, note: note || null }
  return { kind: 'leeg' }
}

export function isSame(one: Content, other: Content): boolean {
  if (one.kind === 'leeg' || other.kind === 'leeg') return one.kind === other.kind
  if (one.kind === 'kan-niet' || other.kind === 'kan-niet') return one.kind === other.kind && one.note === other.note
  return one.value === other.value && one.note === other.note
}

/**
 * What becomes of what was typed. `seen` is the answer it was typed over, `current` the one that stands now: who leaves a field
 * as it was does not undo what a colleague did meanwhile, and two who both changed it see each other's answer.
 */
export function settle(seen: Content, current: Content, typed: Content): 'unchanged' | 'change' | 'conflict' {
  if (isSame(typed, current) || isSame(typed, seen)) return 'unchanged'
  return isSame(seen, current) ? 'change' : 'conflict'
}

/** A number as it is typed in a form or stands in a file: no points, a decimal comma. */
export const writtenNumber = (value: number) => String(value).replace('.', ',')

/** An answer as it stands in the fields of a form. */
export function asTyped(content: Content): TypedAnswer {
  switch (content.kind) {
    case 'getal':
      return { value: writtenNumber(content.value), cannot: false, note: content.note ?? '' }
    case 'kan-niet':
      return { value: '', cannot: true, note: content.note }
    case 'leeg':
      return { value: '', cannot: false, note: '' }
  }
}
