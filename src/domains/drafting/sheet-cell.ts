import { isDue } from './draft-action'

/** A cell as a file brings it. */
export type Typed = string | number | boolean | Date | null

/** A cell as somebody would type it, without spaces around it. */
export function readTyped(cell: Typed): string {
  if (cell === null) return ''
  if (typeof cell === 'boolean') return cell ? 'ja' : 'nee'
  if (cell instanceof Date)
    return Number.isNaN(cell.getTime()) ? 'een onleesbare datum' : cell.toISOString().slice(0, 10)
  if (typeof cell === 'number') return String(cell)
  // What nobody sees and no database keeps stays behind.
  return cell
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .trim()
}

const monthNames = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']

/** A date of an action; also as a spreadsheet rewrites `2027-11` and as people write a day. */
export function readWhen(cell: Typed, hasPlanPeriod: boolean, say: (message: string) => void): string | null {
  const text = readTyped(cell)
  const wanted = 'Schrijf bijvoorbeeld 2027, 2027-Q3, 2027-11 of 2027-11-30, en maak van de cel eerst tekst.'
  if (text === '') return null
  if (cell instanceof Date) {
    if (!text.endsWith('-01')) return text
    say(`Het rekenprogramma maakte hier de datum ${text} van. Is het die dag, of de hele maand? ${wanted}`)
    return null
  }
  if (/^\d{5}(\.\d+)?$/.test(text)) {
    say(`${text} is hoe een rekenprogramma een datum telt. ${wanted}`)
    return null
  }
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(text) ?? []
  const [, monthName = '', shortYear = ''] = /^([a-z]{3})\.?-(\d{2})$/i.exec(text) ?? []
  const named =
    monthNames.indexOf(monthName.toLowerCase().replace('mar', 'mrt').replace('may', 'mei').replace('oct', 'okt')) + 1
  const pad = (part: string | number) => String(part).padStart(2, '0')
  const when = year
    ? `${year}-${pad(month)}-${pad(day)}`
    : named > 0
      ? `20${shortYear}-${pad(named)}`
      : text.replace(/^Planperiode$/, 'planperiode')
  const isGood = isDue(when) && (hasPlanPeriod || when !== 'planperiode')
  if (isGood && when.length <= 21) return when
  say(`"${text}" is geen datum of periode. ${wanted}${hasPlanPeriod ? ' Of planperiode.' : ''}`)
  return null
}

const largest = 1e12

/** A number as people write it, with a comma for the decimals; or as machines do, when the file has points. */
export function readNumber(cell: Typed, hasPoints: boolean, say: (message: string) => void): number | null {
  if (typeof cell === 'number' && Math.abs(cell) <= largest) return cell
  const text = readTyped(cell)
  if (text === '') return null
  if (cell instanceof Date) {
    say(`Het rekenprogramma maakte hier de datum ${text} van. Maak de cel tekst, en schrijf het getal opnieuw.`)
    return null
  }
  const written = text.replace(/[\s\u00a0\u202f]+/g, '')
  const shape = hasPoints ? /^[-\u2212]?\d+(\.\d{1,6})?$/ : /^[-\u2212]?(\d{1,3}(\.\d{3})+|\d+)(,\d{1,6})?$/
  if (shape.test(written)) {
    const digits = hasPoints ? written : written.replaceAll('.', '').replace(',', '.')
    const value = Number(digits.replace('\u2212', '-'))
    if (Math.abs(value) <= largest) return value
  }
  say(
    /^-?\d+\.\d+$/.test(written)
      ? `"${text}" is niet duidelijk. Schrijf een komma voor de decimalen, zoals 7,8.`
      : `"${text}" is geen getal. Schrijf alleen cijfers, zoals 1250 of 7,8. Een eenheid heeft een eigen kolom.`,
  )
  return null
}
