import {
  choice,
  code,
  dayColumn,
  decimal,
  integer,
  list,
  mayLack,
  type PackFile,
  type PackRow,
  periodColumn,
  sources,
  text,
  texts,
  yesNo,
} from '../../platform/pack/pack-file'
import { indicatorRule } from './formula'
import { favourables } from './indicator'
import { marginRule } from './margin'
import { measurementKinds, qualifiers } from './measurement'

export const documentFile: PackFile = {
  file: 'documenten.csv',
  means: 'De brondocumenten waar alles uit komt, met de dag waarop zij bekend werden.',
  table: 'figures.documents',
  columns: [
    code('De bestandsnaam van het document.'),
    text('titel', 'title', 'De titel.', { required: true }),
    text('kort', 'short', 'De korte aanduiding.', { required: true }),
    text('soort', 'kind', 'Het soort document.', { required: true }),
    text('plan', 'plan', 'Het plan dat erin staat.', { refers: 'plannen.csv' }),
    dayColumn('bekend_op', 'known_on', 'De dag waarop het document bekend werd.', { required: true }),
    yesNo('bekend_op_geschat', 'known_on_estimated', 'Is die dag een schatting?', { required: true }),
    integer('regels', 'line_count', 'Het aantal regels van het document.', { required: true }),
  ],
}

export const themeFile: PackFile = {
  file: 'themas.csv',
  means: 'De onderwerpen waar de cijfers onder staan, in volgorde.',
  table: 'figures.themes',
  columns: [
    code('De code van het thema.'),
    text('naam', 'name', 'De naam.', { required: true }),
    integer('volgnummer', 'seq', 'De plaats in de volgorde.', { required: true }),
  ],
}

export const indicatorFile: PackFile = {
  file: 'indicatoren.csv',
  means: 'Wat er gemeten wordt, in welke eenheid, en waar een lezer op moet letten.',
  table: 'figures.indicators',
  columns: [
    code('De code van de indicator.'),
    text('titel', 'title', 'De titel.', { required: true }),
    text('eenheid', 'unit', 'De eenheid.', { required: true }),
    choice('gunstig', 'favourable', favourables, 'Welke kant gunstig is.'),
    text('definitie', 'definition', 'Wat er precies geteld wordt.'),
    text('kanttekening', 'caveats', 'Waarom vergelijken soms niet kan.'),
    text('thema', 'theme', 'Het onderwerp.', { refers: 'themas.csv' }),
    sources,
    text('teller', 'numerator', 'De indicator boven de streep, als dit cijfer na te rekenen is.', {
      refers: 'indicatoren.csv',
    }),
    text('noemer', 'denominator', 'De indicator onder de streep; leeg = alleen omrekenen.', {
      refers: 'indicatoren.csv',
    }),
    decimal('keer', 'factor', 'Waarmee teller gedeeld door noemer vermenigvuldigd wordt, bijvoorbeeld 100.'),
    list(
      'delen',
      'indicatoren.csv',
      { table: 'figures.indicator_parts', owner: 'indicator', value: 'part' },
      'De indicatoren die samen deze indicator zijn.',
    ),
    texts('breuken', 'breaks', 'De periodes vanaf welke anders geteld is, gescheiden door een puntkomma.'),
  ],
  rowRule: indicatorRule,
}

/** Of the mentions of one number one leads; only the two ends of a range lead together. */
function oneLeads(rows: readonly PackRow[]) {
  const numbers = Map.groupBy(
    rows.filter(({ cells }) => cells.leidend === 'ja'),
    ({ cells }) => [cells.indicator, cells.gebied, cells.periode, cells.basis_periode, cells.soort].join(' '),
  )
  return [...numbers.values()].flatMap(([first, ...others]) => {
    const isRange = others.length === 1 && new Set([first, ...others].map((row) => row?.cells.grens)).size === 2
    const sides = [first, ...others].every((row) => row?.cells.grens === 'min' || row?.cells.grens === 'max')
    if (isRange && sides) return []
    return others.map(({ line }) => ({
      line,
      column: 'leidend',
      message: `Over dit getal is ${first?.cells.code} al leidend. Schrijf bij één van beide nee.`,
    }))
  })
}

export const measurementFile: PackFile = {
  file: 'metingen.csv',
  means: 'Elke vermelding van een getal in een bron. Van de vermeldingen van hetzelfde getal is er één leidend.',
  table: 'figures.measurements',
  columns: [
    code('De code van de meting.'),
    text('indicator', 'indicator', 'De indicator.', { required: true, refers: 'indicatoren.csv' }),
    text('gebied', 'area', 'Het gebied.', { required: true, refers: 'gebieden.csv' }),
    periodColumn('periode', 'period', 'De periode waar het getal over gaat.', { required: true }),
    periodColumn('basis_periode', 'base_period', 'De periode waarmee vergeleken wordt.'),
    decimal('waarde', 'value', 'Het getal; leeg = onbekend, en dat is nooit nul.'),
    text('eenheid', 'unit', 'De eenheid van dit getal.', { required: true }),
    choice('soort', 'kind', measurementKinds, 'Uitkomst, doel, nulmeting of verandering.'),
    choice('grens', 'qualifier', qualifiers, 'Hoe precies het getal is, of van welke kant het een grens is.'),
    text('gedrukt', 'printed', 'Het getal zoals het in de bron staat.', { required: true }),
    yesNo('leidend', 'leads', 'Telt dit getal, of is het een herhaling of een ander getal over hetzelfde?', {
      required: true,
    }),
    text('leidend_reden', 'leads_because', 'Waarom dit getal leidend is waar bronnen verschillen.'),
    text('noot', 'note', 'Wat een lezer nog moet weten.'),
    { ...sources, required: true },
    mayLack(decimal('ondergrens', 'margin_low', 'Bij een enquête: de ondergrens van de marge, in dezelfde eenheid.')),
    mayLack(decimal('bovengrens', 'margin_high', 'Bij een enquête: de bovengrens van de marge.')),
    mayLack(integer('deelnemers', 'respondents', 'Bij een enquête: hoeveel mensen antwoord gaven.')),
  ],
  rowRule: marginRule,
  fileRule: oneLeads,
}

export const surveyQuestionFile: PackFile = {
  file: 'enquetevragen.csv',
  means:
    'Welke cijfers antwoorden van mensen zijn, en wat hun gevraagd is. De getallen staan in metingen of worden ingelezen.',
  table: 'figures.survey_questions',
  columns: [
    code('De code van deze regel.'),
    text('cijfer', 'indicator', 'Het cijfer.', { required: true, refers: 'indicatoren.csv' }),
    text('enquete', 'survey', 'De naam van de enquête.', { required: true }),
    text('vraag', 'question', 'Wat er gevraagd is.', { required: true }),
  ],
}

export const contradictionFile: PackFile = {
  file: 'tegenspraken.csv',
  means: 'Waar bronnen elkaar tegenspreken: beide getallen staan er, één is leidend, en hier staat waarom.',
  table: 'figures.contradictions',
  columns: [
    code('De code van de tegenspraak.'),
    text('titel', 'title', 'Waar het over gaat.', { required: true }),
    list(
      'metingen',
      'metingen.csv',
      { table: 'figures.contradiction_measurements', owner: 'contradiction', value: 'measurement' },
      'De metingen die verschillen, de leidende eerst.',
    ),
    text('uitleg', 'explanation', 'Wat er verschilt, welk getal leidend is en waarom.', { required: true }),
    sources,
  ],
}

export const unresolvedValueFile: PackFile = {
  file: 'onherleidbare_waarden.csv',
  means: 'Getallen en lege plekken waarvan de bron de betekenis verloor. Ze worden getoond en nooit meegeteld.',
  table: 'figures.unresolved_values',
  columns: [
    code('De code.'),
    text('gedrukt', 'printed', 'Wat er in de bron staat.'),
    decimal('waarde', 'value', 'Het getal, als er een is.'),
    text('eenheid', 'unit', 'De eenheid, als die bekend is.'),
    periodColumn('periode', 'period', 'De periode.'),
    periodColumn('basis_periode', 'base_period', 'De periode waarmee vergeleken wordt.'),
    list(
      'mogelijke_indicatoren',
      'indicatoren.csv',
      { table: 'figures.unresolved_value_indicators', owner: 'unresolved_value', value: 'indicator' },
      'De indicatoren waar het getal bij kan horen.',
    ),
    text('reden', 'reason', 'Waarom wij het niet weten.', { required: true }),
    sources,
  ],
}
