/** The fields of the form, by name, as typed. */
export type Typed = (name: string) => string

export const dateIn = (typed: Typed, name: string) => ({
  day: typed(`${name}-dag`),
  month: typed(`${name}-maand`),
  year: typed(`${name}-jaar`),
})

/** What can be chosen: only what exists. Names by code. */
export type Choices = {
  readonly bodies: ReadonlyMap<string, string>
  readonly areas: ReadonlyMap<string, string>
  readonly plans: ReadonlyMap<string, string>
  readonly priorities: ReadonlyMap<string, string>
  readonly parties: ReadonlyMap<string, string>
  readonly indicators: ReadonlyMap<string, { readonly title: string; readonly unit: string }>
  readonly hasAction: boolean
  /** Where somebody can be appointed; who can be discharged, by the id of his seat; what can be ended; who can get money. */
  readonly instances: ReadonlyMap<string, string>
  readonly organisations: ReadonlyMap<string, string>
  readonly seats: ReadonlyMap<string, string>
  readonly endable: ReadonlyMap<string, string>
  readonly receivers: ReadonlyMap<string, string>
  /** Who can be asked something: a body of which there are instances, or all municipalities. */
  readonly askable: ReadonlyMap<string, string>
}

/** What can be chosen, each with its code where that says something; the first chooses nothing. */
export const options = (none: string, of: ReadonlyMap<string, string>, withCode = true) => [
  { value: '', label: none },
  ...[...of].map(([value, label]) => ({ value, label: withCode ? `${label} (${value})` : label })),
]

export type FieldOf = (name: string) => { name: string; value: string; error?: string }
export type DateOf = (name: string) => { name: string; value: ReturnType<typeof dateIn>; error?: string }
