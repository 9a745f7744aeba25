import type { TypedDay } from '../../kernel/typed-day'

/** What was typed in each field, by its name; nothing for a field that is not there. */
export const textIn =
  (form: FormData) =>
  (name: string): string =>
    String(form.get(name) ?? '')

/** The day in the three fields of a form that `DateField` makes. */
export function dayIn(form: FormData, name: string): TypedDay {
  const part = (of: string) => String(form.get(`${name}-${of}`) ?? '')
  return { day: part('dag'), month: part('maand'), year: part('jaar') }
}
