import { type Month, parseMonth } from '../../kernel/month'
import type { BlockKind, Version } from './account'

/** A figure that is named and never typed: the text asks for it, and gets it with everything that belongs to it. */
export type Reference =
  | { readonly kind: 'meting' | 'doel' | 'uitvraag'; readonly code: string }
  | {
      readonly kind: 'misdrijf'
      readonly area: string
      readonly type: string
      readonly from: Month
      readonly until: Month
    }
  /** The leading outcome of an indicator over a period in an area. */
  | { readonly kind: 'uitkomst'; readonly area: string; readonly indicator: string; readonly period: string }

/**
 * Reads `meting:M-001`, `doel:M-004`, `uitvraag:JR-2026-01`, `misdrijf:GM0344/0.0.0/2025-01..2025-12` or
 * `uitkomst:GM0344/IND-1/2025`; else null. Where the area is `gebied`, it is that of the page it stands on.
 */
export function parseReference(text: string): Reference | null {
  const named = /^(meting|doel|uitvraag):([\w.-]{1,80})$/.exec(text)
  if (named) return { kind: named[1] as 'meting' | 'doel' | 'uitvraag', code: named[2] ?? '' }
  const led = /^uitkomst:(\w{1,20})\/([\w.-]{1,80})\/([\w.-]{4,21})$/.exec(text)
  if (led) return { kind: 'uitkomst', area: led[1] ?? '', indicator: led[2] ?? '', period: led[3] ?? '' }
  const counted = /^misdrijf:(\w{1,20})\/([\d.]{1,12})\/(\d{4}-\d{2})\.\.(\d{4}-\d{2})$/.exec(text)
  const [from, until] = [parseMonth(counted?.[3] ?? ''), parseMonth(counted?.[4] ?? '')]
  if (!counted || !from || !until || until < from) return null
  return { kind: 'misdrijf', area: counted[1] ?? '', type: counted[2] ?? '', from, until }
}

const ofPage = /^(misdrijf|uitkomst):gebied\//
/** Whether a reference is to a figure of the area of the page it stands on. */
export const isOfArea = (text: string): boolean => ofPage.test(text)
/** The same reference to an area by its code. */
export const referenceFor = (text: string, area: string): string => text.replace(ofPage, `$1:${area}/`)

/** A piece of running text: words as they stand, or what stands between braces. */
export type Piece = { readonly words: string } | { readonly named: string }

export function piecesOf(text: string): Piece[] {
  return text
    .split(/(\{[^{}\n]*\})/)
    .filter((piece) => piece !== '')
    .map((piece) =>
      piece.startsWith('{') && piece.endsWith('}') ? { named: piece.slice(1, -1).trim() } : { words: piece },
    )
}

/** What a block names: of figures every line, of running text everything between braces. */
export function namedIn({ kind, body }: { readonly kind: BlockKind; readonly body: string }): string[] {
  if (kind !== 'cijfers') return piecesOf(body).flatMap((piece) => ('named' in piece ? piece.named : []))
  return body
    .split(/\r?\n/)
    .map((line) =>
      line
        .trim()
        .replace(/^\{(.*)\}$/, '$1')
        .trim(),
    )
    .filter((line) => line !== '')
}

const months = 'jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec'

/** Numbers that somebody typed in running text and that are bound to nothing. A year and a day of a month are no figures. */
export function typedNumbers(text: string): string[] {
  const words = piecesOf(text)
    .map((piece) => ('words' in piece ? piece.words : ' '))
    .join('')
  const found = words.match(
    new RegExp(`(?<![\\w.,-])(?:€ ?)?\\d+(?:[.,]\\d+)*(?: ?(?:%|procent))?(?![\\w-])(?! (?:${months}))`, 'g'),
  )
  return [...new Set(found ?? [])].filter((number) => !/^(19|20)\d{2}$/.test(number))
}

/** The blocks in which numbers were typed, with those numbers. What a list of figures names is bound. */
export const typedIn = (blocks: readonly Pick<Version, 'kind' | 'title' | 'body'>[]) =>
  blocks.flatMap(({ kind, title, body }) => {
    const numbers = kind === 'cijfers' ? [] : typedNumbers(body)
    return numbers.length > 0 ? [{ title, numbers }] : []
  })
