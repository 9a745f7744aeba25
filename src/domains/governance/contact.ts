import { addDays, type Day } from '../../kernel/day'
import { type Fault, neededText } from '../../kernel/typed'

/** Whom to ring at an organisation about a subject: a function with a number or a mailbox, and never a person. */
export type ContactPoint = {
  readonly id: string
  readonly organisation: { readonly code: string; readonly name: string }
  readonly version: number
  readonly title: string
  readonly subject: string
  readonly telephone: string | null
  readonly mailbox: string | null
  /** Whom the administrators of the organisation ring. */
  readonly isAdviser: boolean
  readonly isEnded: boolean
  readonly confirmedOn: Day
  readonly actedAs: string
}

/** Whether a year passed since somebody said that it is right. */
export const needsConfirming = ({ confirmedOn }: Pick<ContactPoint, 'confirmedOn'>, today: Day) =>
  confirmedOn <= addDays(today, -365)

/** The address that has a telephone ring it. */
export const telephoneLink = (telephone: string) => `tel:${telephone.replace(/[^+\d]/g, '')}`

export type TypedContact = {
  readonly organisation: string
  readonly title: string
  readonly subject: string
  readonly telephone: string
  readonly mailbox: string
  readonly isAdviser: boolean
  readonly isEnded: boolean
}

export const emptyContact = (organisation: string): TypedContact => ({
  organisation,
  title: '',
  subject: '',
  telephone: '',
  mailbox: '',
  isAdviser: false,
  isEnded: false,
})

export const asTypedContact = (point: ContactPoint): TypedContact => ({
  organisation: point.organisation.code,
  title: point.title,
  subject: point.subject,
  telephone: point.telephone ?? '',
  mailbox: point.mailbox ?? '',
  isAdviser: point.isAdviser,
  isEnded: point.isEnded,
})

export type ContactDraft = Pick<
  ContactPoint,
  'title' | 'subject' | 'telephone' | 'mailbox' | 'isAdviser' | 'isEnded'
> & { readonly organisation: string }

/** Reads what was typed of a point of contact, or says at which field it is wrong. */
export function readContact(
  typed: TypedContact,
  organisations: ReadonlySet<string>,
): ContactDraft | { readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  if (!organisations.has(typed.organisation))
    faults.push({ field: 'organisatie', message: 'Kies een organisatie uit de lijst.' })
  const title = neededText(typed.title, 'functie', 120, 'Schrijf de functie. Noem geen persoon.', faults)
  const subject = neededText(typed.subject, 'onderwerp', 120, 'Schrijf waarvoor men hier terechtkan.', faults)
  const telephone = typed.telephone.trim()
  const mailbox = typed.mailbox.trim()
  if (telephone !== '' && !/^\+?\d[\d -]{5,19}$/.test(telephone))
    faults.push({ field: 'telefoon', message: 'Schrijf een telefoonnummer, bijvoorbeeld 030 123 45 67.' })
  if (mailbox !== '' && !(/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(mailbox) && mailbox.length <= 200))
    faults.push({ field: 'mail', message: 'Dit is geen mailadres.' })
  if (telephone === '' && mailbox === '')
    faults.push({ field: 'telefoon', message: 'Vul een telefoonnummer of een mailadres in.' })
  if (faults.length > 0) return { faults }
  return {
    organisation: typed.organisation,
    title,
    subject,
    telephone: telephone || null,
    mailbox: mailbox || null,
    isAdviser: typed.isAdviser,
    isEnded: typed.isEnded,
  }
}
