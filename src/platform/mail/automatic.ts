/** What no person wrote, and by what that shows. */
export type Unread = { readonly outcome: 'automatisch' | 'onbestelbaar'; readonly reason: string }

const awaySubject =
  /^\s*(automatisch(e)? (antwoord|reactie|bericht)|automatic reply|auto(matic)?[- ]?(re(ply|sponse)|antwoord)|out of (the )?office|afwezig|niet aanwezig|buiten kantoor)/i

/**
 * Whether a mail is a bounce or an automatic answer (RFC 3834, and what mail servers do besides). `headers` have names in lower
 * case; an empty `sender` is how a mail server says that nobody must answer.
 */
export function unreadBecause(
  headers: readonly { readonly key: string; readonly value: string }[],
  sender: string,
): Unread | null {
  const value = (name: string) =>
    headers
      .find(({ key }) => key === name)
      ?.value.trim()
      .toLowerCase()
  const type = value('content-type') ?? ''
  if (sender === '') return { outcome: 'onbestelbaar', reason: 'lege afzender' }
  if (type.startsWith('multipart/report') || /report-type\s*=\s*"?delivery-status/.test(type))
    return { outcome: 'onbestelbaar', reason: 'bericht van bezorging' }
  const automatic = (reason: string): Unread => ({ outcome: 'automatisch', reason })
  const submitted = value('auto-submitted')
  if (submitted && !/^no\b/.test(submitted)) return automatic('Auto-Submitted')
  if (/^(bulk|auto_reply|junk|list)$/.test(value('precedence') ?? '')) return automatic('Precedence')
  if (value('x-autoreply') !== undefined || value('x-autorespond') !== undefined) return automatic('X-Autoreply')
  if (/\b(all|oof|autoreply)\b/.test(value('x-auto-response-suppress') ?? ''))
    return automatic('X-Auto-Response-Suppress')
  return awaySubject.test(value('subject') ?? '') ? automatic('onderwerp') : null
}
