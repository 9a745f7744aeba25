import type { Writer } from '../db/database'

/** A mail that somebody wrote as an answer to one of ours. `tx` of `take` acts as the person ours was sent to. */
export type MailAnswer = {
  readonly subject: string
  /** What he wrote himself: without what he answered to. */
  readonly text: string
  /** The XLSX and CSV files that came along. */
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  /** The photos that came along, as they were sent: pictures too large to be the logo of a signature. */
  readonly photos: readonly Uint8Array[]
  /** What the answered mail was about, as the caller said when he made the address. */
  readonly about: unknown
  /** The address it came to: what came from the same mail has the same. */
  readonly address: string
  /** When the answered mail was put in the outbox, ISO text. */
  readonly askedAt: string
  readonly requestId: string
}

/** What became of it, and the one mail that says so. `reason` is for the administrator: it holds nothing of the mail itself. */
export type MailReply = {
  readonly outcome: 'verwerkt' | 'geweigerd'
  readonly reason: string | null
  readonly subject: string
  readonly body: string
  /** Nothing more is taken at this address. */
  readonly usesUp: boolean
}

/** One kind of answer; `code` is what the address was made for. */
export type AnswerPurpose = {
  readonly code: string
  take(tx: Writer, answer: MailAnswer): Promise<MailReply>
}

/** The mail back when nothing was kept: why, and what to do. The address can be answered again. */
export const refusedReply = (
  reason: string,
  body: readonly string[],
  more: { readonly subject?: string; readonly usesUp?: boolean } = {},
): MailReply => ({
  outcome: 'geweigerd',
  reason,
  subject: more.subject ?? 'Uw mail is niet verwerkt',
  body: body.join('\n\n'),
  usesUp: more.usesUp ?? false,
})
