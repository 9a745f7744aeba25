import { type Month, monthsBetween } from '../../kernel/month'
import type { Block, ChartBlock, Document } from '../../platform/documents/document'
import { tableOf } from '../../platform/documents/document'
import type { Sheet } from '../../platform/sheets/table-file'
import {
  capital,
  day,
  moment,
  number,
  period as periodWords,
  sentenceList,
  shortPeriod,
} from '../../platform/ui/wording'
import { verdictWords } from '../pictures'
import { figuresOf, type Report } from './report'
import { changes, earlier, headline, inPeriod, isStill, shown } from './sentence.parts'

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
  /** The last checkpoint of the log before this was published; null when there was none, undefined before there was a log. */
  readonly checkpoint: { readonly regel: number; readonly kenmerk: string; readonly moment: string } | null | undefined
}

/** The title of a report, in a list and at its head. */
export const reportTitle = ({ area, period }: Pick<Report, 'area' | 'period'>) =>
  `Geregistreerde misdrijven in ${area.name}, ${periodWords(period.text)}`

export const kindOf = ({ area }: Pick<Report, 'area'>) =>
  area.kind === 'gemeente' ? 'Raadsinformatiebrief' : 'Veiligheidsrapport'

/** The months of a report as a chart. */
export function monthsChart(report: Report): ChartBlock {
  const points = report.months.map(({ month, figure: { value } }) => {
    const provisional = report.provisionalFrom !== null && month >= report.provisionalFrom
    return {
      period: month,
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
    unit: 'aantal',
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
    ...ledgerLines(edition),
  ]
}

// In fours, so that a line can be broken, and read out.
const inFours = (hash: string) => hash.replace(/.{4}(?=.)/g, '$& ')

/** Where in the log of publications a document stands, as its last words. */
export function ledgerLines({ checkpoint }: Pick<Edition, 'checkpoint'>): string[] {
  if (checkpoint === undefined) return []
  const itself =
    'Het kenmerk van dit stuk zelf kan er niet in staan: dat ontstaat pas als het stuk af is. Het staat in een latere regel; het adres onderaan wijst de weg.'
  return [
    checkpoint
      ? `Logboek van publicaties: regel ${number(checkpoint.regel)} was de laatste vóór dit stuk, met controlepunt van ${moment(checkpoint.moment)}. Het kenmerk van die regel is ${inFours(checkpoint.kenmerk)}. ${itself}`
      : `Logboek van publicaties: er was vóór dit stuk nog geen controlepunt. ${itself}`,
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
