// Much more than anybody types; what stands behind it is what was answered to.
const mostRead = 500_000

/** What somebody wrote himself in a mail: without the mail he answered, in the ways Dutch and English programs quote it. */
export function ownWords(mail: { readonly text?: string | undefined; readonly html?: string | undefined }): string {
  const isOnlyHtml = !mail.text?.trim() && mail.html !== undefined
  const text = isOnlyHtml ? textOf((mail.html ?? '').slice(0, mostRead)) : (mail.text ?? '').slice(0, mostRead)
  return withoutQuote(text.replace(/\r\n?/g, '\n').replace(/[\u00a0\u202f]/g, ' '))
}

const divider = /^\s*(-{2,}|_{5,})\s*(oorspronkelijk bericht|origineel bericht|original message|doorgestuurd bericht)?/i
const isDivider = (line: string) => divider.test(line) && /bericht|message|_{10,}/i.test(line)
const attribution = /^\s*(op|on|am|le)\b.{0,300}\b(schreef|wrote|het volgende geschreven)\b.{0,200}:\s*$/i
const from = /^\s*\*?(van|from|afzender)\s?:\*?\s?\S/i
const sent = /^\s*\*?(verzonden|sent|datum|date|aan|to|onderwerp|subject)\s?:/i

/** Whether these lines together are one attribution, and not something of one's own with an attribution beneath it. */
function isAttribution(lines: readonly string[]): boolean {
  const isLater = lines.some(
    (line, at) => at > 0 && (line.trim() === '' || attribution.test(lines.slice(at).join(' '))),
  )
  return !isLater && attribution.test(lines.join(' '))
}

function withoutQuote(text: string): string {
  const lines = text.split('\n')
  const kept: string[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    const next = lines.slice(at + 1, at + 4)
    if (isDivider(line) || (from.test(line) && next.some((one) => sent.test(one)))) break
    // Programs break the line "Op … schreef …:" where it is too long.
    const length = [1, 2, 3].find((count) => isAttribution(lines.slice(at, at + count)))
    if (length) {
      const after = lines.slice(at + length).find((one) => one.trim() !== '')
      // Behind a quote with signs before each line somebody may have written on; else all that follows is the quote.
      if (!after?.startsWith('>')) break
      at += length - 1
      continue
    }
    if (!/^\s*>/.test(line)) kept.push(line)
  }
  return kept.join('\n').trim()
}

const entities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  euro: '€',
  euml: 'ë',
  eacute: 'é',
  iuml: 'ï',
}

/** HTML as text: enough to read lines of, and no more. A tag never runs over another, so that this takes one walk. */
function textOf(html: string): string {
  const last = html.toLowerCase().lastIndexOf('</blockquote>')
  const first = html.search(/<blockquote\b/i)
  const own =
    first < 0 ? html : `${html.slice(0, first)}\n>\n${last > first ? html.slice(last + '</blockquote>'.length) : ''}`
  return own
    .replace(/<!--/g, '<style>')
    .replace(/-->/g, '</style>')
    .split(/<(?:style|script|head)\b/i)
    .map((part, at) => (at === 0 ? part : part.slice(Math.max(part.search(/<\/(?:style|script|head)\b/i), 0))))
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/<(?:br|\/p|\/div|\/tr|\/li|\/h[1-6]|p|div|tr|li|hr)\b[^<>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&#(x?)([0-9a-f]{1,6});/gi, (_, hex: string, digits: string) => charOf(parseInt(digits, hex ? 16 : 10)))
    .replace(/&([a-z]{2,8});/gi, (whole, name: string) => entities[name.toLowerCase()] ?? whole)
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
}

const charOf = (code: number) => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '')
