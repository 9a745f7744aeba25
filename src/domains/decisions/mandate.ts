/** What a mandate is about: a plan, a priority, a target of figures, who sits where, which bodies there are, money, what others are asked; or of an action its words, its day, its lead, its target. */
export const subjectsOfMandate = [
  'plan',
  'prioriteit',
  'doelcijfer',
  'titel',
  'klaar',
  'trekker',
  'doel',
  'zetel',
  'gremium',
  'geld',
  'vraag',
] as const
export type SubjectOfMandate = (typeof subjectsOfMandate)[number]

export type Mandate = {
  readonly code: string
  readonly what: SubjectOfMandate
  readonly who: string
  readonly afterAdoption: boolean
  readonly ground: string
}
