import type { Month } from '../../kernel/month'

/** From this month on the source counts a type in another way: what is before cannot be compared with it. */
export type CountingBreak = { readonly before: Month; readonly label: string }

// As the texts of the police's tables 47013NED, 47018NED and 47022NED say.
const everyOffence: CountingBreak = {
  before: '2018-07' as Month,
  label: 'elk misdrijf in een registratie telt mee, ervoor alleen het zwaarste',
}
const breaks: Readonly<Record<string, readonly CountingBreak[]>> = {
  '2.4.2': [everyOffence],
  '2.7.2': [everyOffence],
  '3.1.1': [everyOffence],
  '3.1.3': [everyOffence],
  '3.6.4': [everyOffence],
  '3.7.3': [everyOffence],
  '3.9.1': [{ before: '2020-05' as Month, label: 'fraude via WhatsApp kan online worden gemeld' }],
}

/** Where the counting of a type changed after the first month and up to the last. */
export function breaksOf(type: string, first: Month, last: Month): readonly CountingBreak[] {
  return (breaks[type] ?? []).filter(({ before }) => before > first && before <= last)
}
