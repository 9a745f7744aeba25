/** A link in a mail works once, for this long. */
export const linkMinutes = 15

/** Where to go after signing in when nothing better was asked. */
const startPath = '/mijn'

/**
 * An address within this product, as path with query, or the start page. Anything that a browser could read as another
 * host is refused: `//evil.nl`, `/\evil.nl`, `https:evil.nl`, and what hides behind a control character.
 */
export function ownPath(asked: string | null): string {
  const here = 'http://here.invalid'
  if (!asked?.startsWith('/') || !URL.canParse(asked, here)) return startPath
  const { origin, pathname, search } = new URL(asked, here)
  return origin === here && !pathname.startsWith('//') ? `${pathname}${search}` : startPath
}

/** A mail address as typed, without the spaces around it, or null when it cannot be one. */
export function mailAddress(typed: string): string | null {
  const address = typed.trim()
  return address.length <= 254 && /^[^\s@<>"(),:;]+@[^\s@<>"(),:;]+\.[^\s@<>"(),:;]+$/.test(address) ? address : null
}

/** An address of which only the owner recognises the first part: `a•••@renswoude.nl`. */
export function maskedAddress(address: string): string {
  return `${address.slice(0, 1)}•••${address.slice(address.lastIndexOf('@'))}`
}

/**
 * What counts as one sender: an IPv4 address, or the first 64 bits of an IPv6 address, because a household or an office is
 * given at least that many.
 */
export function senderKey(address: string): string {
  const v4 = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (v4?.[1]) return v4[1]
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::')
  const groups = head.split(':').filter(Boolean)
  const last = (tail ?? '').split(':').filter(Boolean)
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - groups.length - last.length)).fill('0')
  return [...groups, ...zeros, ...last]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}

/** The mail with a link. It says when it stops working, and that nothing has to be done by who did not ask for it. */
export function linkMail(mail: { coalition: string; link: string; until: string }): { subject: string; body: string } {
  return {
    subject: 'Inloggen bij Slagvaardig',
    body: `U vroeg om in te loggen bij Slagvaardig van de ${mail.coalition}.

Open deze link en druk daar op de knop "Inloggen":

${mail.link}

De link werkt één keer, en tot ${mail.until}.

Vroeg u dit niet zelf? Dan hoeft u niets te doen. Geef de link aan niemand.
`,
  }
}
