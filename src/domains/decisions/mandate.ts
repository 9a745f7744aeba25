/** What a mandate is about: a plan, a priority, a target of figures; or of an action its words, its day, its lead, its target. */
export const subjectsOfMandate = ['plan', 'prioriteit', 'doelcijfer', 'titel', 'klaar', 'trekker', 'doel'] as const
export type SubjectOfMandate = (typeof subjectsOfMandate)[number]

export type Mandate = {
  readonly code: string
  readonly what: SubjectOfMandate
  readonly who: string
  readonly afterAdoption: boolean
  readonly ground: string
}
