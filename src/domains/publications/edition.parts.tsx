import { type Month, monthsBetween } from '../../kernel/month'
import type { Block, ChartBlock, Document } from '../../platform/documents/document'
import { tableOf } from '../../platform/documents/document'
import type { Sheet } from '../../platform/sheets/table-file'
import { count, day, number, period as periodWords, sentenceList, shortPeriod } from '../../platform/ui/wording'
import { type Verdict, verdictWords } from '../crime'
import { figuresOf, type Report, type TypeLine } from './report'

/** A report with everything around its figures, as it is printed. */
export type Edition = {
  readonly code: string
  readonly report: Report
  /** The adviser's own words. */
  readonly context: string | null
  /** Null while it is a draft. */
  readonly signed: { readonly actedAs: string; readonly on: string } | null
  /** Where it stands, for who holds it on paper. */
  readonly address: string
  readonly coalition: string
}

/** The title of a report, in a list and at its head. */
export const reportTitle = ({ area, period }: Pick<Report, 'area' | 'period'>) =>
  `Geregistreerde misdrijven in ${area.name}, ${periodWords(period.text)}`

export const kindOf = ({ area }: Pick<Report, 'area'>) =>
  area.kind === 'gemeente' ? 'Raadsinformatiebrief' : 'Veiligheidsrapport'

const earlier = ({ period }: Report) => periodWords(period.text.replace(/^\d{4}/, (year) => String(Number(year) - 1)))
const inPeriod = (words: string) => (/^\d/.test(words) ? `in ${words}` : `in de ${words}`)
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** A count as it is printed: with a star when it may still change. */
function shown(value: number | null, isProvisional: boolean): string {
  return value === null ? 'onbekend' : `${number(value)}${isProvisional ? '*' : ''}`
}

const isStill = (report: Report) => report.provisionalFrom !== null

/** The first sentences: how many there were, how many a year before, and what that says. */
export function headline(report: Report): string {
  const { total, area, period } = report
  const when = capital(inPeriod(periodWords(period.text)))
  if (total.now.value === null)
    return `${when} registreerde de politie misdrijven in ${area.name}. Hoeveel, is niet te zeggen: van een maand ontbreekt het aantal.`
  const now = `${when} registreerde de politie ${count(total.now.value, 'misdrijf', 'misdrijven')} in ${area.name}.`
  const then =
    total.before.value === null
      ? `Hoeveel het er ${inPeriod(earlier(report))} waren, is niet bekend.`
      : `${capital(inPeriod(earlier(report)))} waren het er ${number(total.before.value)}.`
  return `${now} ${then} ${verdict(total)}`.trim()
}

/** What is said of a change, in a sentence. */
function verdict(line: TypeLine): string {
  switch (line.verdict) {
    case 'more':
      return 'Dat is aantoonbaar meer.'
    case 'less':
      return 'Dat is aantoonbaar minder.'
    case 'none':
      return 'Dat is geen aantoonbare verandering.'
    case 'few':
      return 'Dat zijn te weinig voorvallen om iets over een verandering te zeggen.'
    case 'unknown':
      return ''
  }
}

const change = (report: Report, { now, before }: TypeLine) =>
  `${shown(now.value, isStill(report))}, een jaar eerder ${shown(before.value, false)}`

/** What changed, in words: the types of which that can be shown, and what can be said of the others. */
function changes(report: Report): string[] {
  const lines = report.groups.flatMap(({ lines: own }) => own)
  const of = (...verdicts: Verdict[]) => lines.filter((line) => verdicts.includes(line.verdict))
  const told = (line: TypeLine) => `${line.name}: ${verdictWords[line.verdict]} (${change(report, line)}).`
  const [changed, same, few, unknown] = [of('more', 'less'), of('none'), of('few'), of('unknown')]
  return [
    ...(changed.length === 0 ? ['Bij geen enkele soort is aan te tonen dat er iets veranderde.'] : changed.map(told)),
    ...(same.length > 0 ? [`Bij ${count(same.length, 'soort', 'soorten')} is er geen aantoonbare verandering.`] : []),
    ...(few.length > 0
      ? [`Bij ${count(few.length, 'soort', 'soorten')} zijn er te weinig voorvallen om iets over te zeggen.`]
      : []),
    ...(unknown.length > 0
      ? [`Bij ${count(unknown.length, 'soort', 'soorten')} ontbreekt een aantal. Daar zeggen we niets over.`]
      : []),
  ]
}

function monthsChart(report: Report): ChartBlock {
  const points = report.months.map(({ month, figure: { value } }) => {
    const provisional = report.provisionalFrom !== null && month >= report.provisionalFrom
    return {
      label: periodWords(month),
      short: shortPeriod(month),
      value,
      worded: shown(value, provisional),
      provisional,
    }
  })
  const known = report.months.flatMap(({ figure: { value } }) => value ?? [])
  const span = known.length > 0 ? `${number(Math.min(...known))} en ${number(Math.max(...known))}` : null
  const title = span ? `Het aantal per maand lag tussen ${span}.` : 'Van deze maanden kennen we geen aantallen.'
  const first = report.months[0]?.month ?? report.period.first
  return {
    kind: 'chart',
    title,
    measure: 'Geregistreerde misdrijven per maand',
    description: `Kolommen per maand van ${periodWords(first)} tot en met ${periodWords(report.period.last)}. ${title} Alle getallen staan in de tabel eronder.`,
    points,
  }
}

/** What must stand on every page. */
const marksOf = ({ report, signed }: Pick<Edition, 'report' | 'signed'>): string[] => [
  ...(signed ? [] : ['concept']),
  ...(report.isExample ? ['voorbeeldcijfers'] : []),
]

/** A report as a document: the one source of the web page, the PDF and the file for Word. */
export function documentOf(edition: Edition): Document {
  const { report, context, signed, code, coalition } = edition
  const { area, period } = report
  return {
    title: reportTitle(report),
    kind: signed ? kindOf(report) : `${kindOf(report)}, concept`,
    author: signed?.actedAs ?? coalition,
    marks: marksOf(edition),
    footer: `${code}. ${edition.address}`,
    blocks: [
      {
        kind: 'facts',
        items: [
          ...(area.kind === 'gemeente' ? [['Aan', `de gemeenteraad van ${area.name}`] as const] : []),
          ['Ondertekend door', signed ? `${signed.actedAs}, op ${day(signed.on)}` : 'nog niet ondertekend'],
          ['Onderwerp', `wat de politie ${inPeriod(periodWords(period.text))} registreerde in ${area.name}`],
          [
            'Cijfers',
            report.isExample ? 'voorbeeldcijfers, verzonnen' : `politie, zoals bekend op ${day(report.source.knownOn)}`,
          ],
        ],
      },
      { kind: 'paragraph', text: headline(report), tone: 'lead' },
      ...(report.isExample
        ? [
            {
              kind: 'notice',
              title: 'Dit zijn voorbeeldcijfers.',
              text: 'Alle getallen in dit stuk zijn verzonnen. Gebruik ze niet in een besluit.',
            } as const,
          ]
        : []),
      { kind: 'heading', text: area.kind === 'gemeente' ? 'Toelichting van de gemeente' : 'Toelichting' },
      {
        kind: 'paragraph',
        text: context?.trim() || 'Er is geen toelichting geschreven.',
        tone: context?.trim() ? 'plain' : 'quiet',
      },
      { kind: 'heading', text: 'Wat er veranderde' },
      { kind: 'list', items: changes(report) },
      {
        kind: 'paragraph',
        tone: 'quiet',
        text: 'Aantoonbaar betekent: groter dan door toeval is te verwachten. Het zegt niet waardoor het komt.',
      },
      { kind: 'heading', text: 'Per maand' },
      monthsChart(report),
      tableOf(monthsChart(report)),
      { kind: 'heading', text: 'Per soort' },
      ...report.groups.map((group) => groupTable(report, group)),
      ...(report.absent.length > 0
        ? [
            {
              kind: 'paragraph',
              tone: 'quiet',
              text: `In beide perioden niet geregistreerd: ${sentenceList(report.absent.map((name) => name.toLowerCase()))}.`,
            } as const,
          ]
        : []),
      { kind: 'heading', text: 'Wat deze cijfers niet zeggen' },
      { kind: 'list', items: limits(report) },
      { kind: 'heading', text: 'Hoe dit rapport is gemaakt' },
      { kind: 'list', items: method(edition) },
    ],
  }
}

function groupTable(report: Report, { title, lines }: Report['groups'][number]): Block {
  return {
    kind: 'table',
    caption: title,
    columns: [
      { head: 'Soort', align: 'text' },
      { head: capital(periodWords(report.period.text)), align: 'number' },
      { head: capital(earlier(report)), align: 'number' },
      { head: 'Verandering', align: 'text' },
    ],
    rows: lines.map((line) => [
      line.name,
      shown(line.now.value, isStill(report)),
      shown(line.before.value, false),
      verdictWords[line.verdict],
    ]),
  }
}

function limits(report: Report): string[] {
  const effort = report.groups.flatMap(({ lines }) => lines).filter(({ followsPoliceEffort }) => followsPoliceEffort)
  return [
    'Geteld is wat de politie registreert. Wat niemand meldt, staat er niet bij.',
    'De plaats is waar het misdrijf gebeurde, niet waar dader of slachtoffer woont.',
    ...(effort.length > 0
      ? [
          `Bij deze soorten telt vooral mee hoeveel de politie controleert: ${sentenceList(effort.map(({ name }) => name.toLowerCase()))}.`,
        ]
      : []),
    ...(report.notPublished.length > 0
      ? [
          `Niet apart gepubliceerd, wel in het totaal: ${sentenceList(report.notPublished.map((name) => name.toLowerCase()))}.`,
        ]
      : []),
    'Deze cijfers zeggen niet hoe veilig mensen zich voelen, en niet wat een aanpak opleverde.',
  ]
}

function method(edition: Edition): string[] {
  const { report } = edition
  const { table, knownOn } = report.source
  const months = monthsBetween(report.period.first, report.period.last) + 1
  const division = report.total.now.question.divisionOn
  return [
    report.isExample
      ? `Bron: voorbeeldcijfers, verzonnen in de vorm van tabel 47022NED van de politie, gemaakt op ${day(knownOn)}.`
      : `Bron: politie, via data.politie.nl, tabel ${table}, zoals bekend op ${day(knownOn)}.`,
    `De periode telt ${months} maanden en is vergeleken met dezelfde maanden een jaar eerder. Zo telt het seizoen niet mee.`,
    ...(report.provisionalFrom
      ? [
          `* Voorlopig: vanaf ${periodWords(report.provisionalFrom)} kunnen de cijfers nog veranderen. Een aangifte komt soms pas later binnen.`,
        ]
      : []),
    `De indeling van gemeenten is die van ${day(division)}. De groepen van soorten zijn onze eigen indeling.`,
    'Een verandering is getoetst tegen toeval, met hoeveel de maanden in de jaren ervoor uit zichzelf schommelen. Van wat we bij de soorten een verandering noemen, is naar verwachting hooguit 5% toch toeval.',
    'Zijn er in beide perioden samen minder dan 10 voorvallen, dan zeggen we niets over een verandering.',
    'Nieuwe cijfers veranderen dit stuk niet. Elk getal is na te rekenen op het adres onderaan.',
  ]
}

/** Every figure of a report as a row, with the question it answers. */
export function sheetOf({ report, code }: Edition): Sheet {
  const kindOfFigure = (until: Month) =>
    report.isExample
      ? 'voorbeeld'
      : report.provisionalFrom && until >= report.provisionalFrom
        ? 'voorlopig'
        : 'definitief'
  return {
    name: code,
    header: [
      'rapport',
      'gebied',
      'gebiedsnaam',
      'misdrijfsoort',
      'naam',
      'van',
      'totEnMet',
      'waarde',
      'eenheid',
      'status',
      'bron',
      'bekendOp',
      'indelingOp',
    ],
    rows: figuresOf(report).map(({ about, figure: { question, value } }) => [
      code,
      question.area,
      report.area.name,
      question.type,
      about,
      question.from,
      question.until,
      value,
      'aantal',
      kindOfFigure(question.until),
      question.release.table,
      question.release.knownOn,
      question.divisionOn,
    ]),
  }
}
