import {
  type CellFault,
  type Cells,
  code,
  dayColumn,
  integer,
  list,
  type PackFile,
  sources,
  text,
} from '../../platform/pack/pack-file'

export const callFile: PackFile = {
  file: 'uitvragen.csv',
  means: 'Elk jaar de lijsten met cijfers die in geen open bron staan en bij hun houder worden opgevraagd.',
  table: 'datacalls.calls',
  columns: [
    code('De code van de uitvraag.'),
    text('titel', 'title', 'De titel.', { required: true }),
    integer('jaar', 'year', 'Het jaar waar de cijfers over gaan.', { required: true }),
    text('vrager', 'asked_by', 'De organisatie die vraagt; haar programmamanagers volgen het invullen.', {
      required: true,
      refers: 'organisaties.csv',
    }),
    text('gebied', 'area', 'Het gebied waar de cijfers over gaan.', { required: true, refers: 'gebieden.csv' }),
    dayColumn('uiterlijk', 'due', 'De dag waarop de cijfers er moeten zijn; leeg = niet afgesproken.'),
    text('waarvoor', 'purpose', 'Waar de cijfers voor nodig zijn.', { required: true }),
    text('noot', 'note', 'Wat een lezer nog moet weten.'),
    sources,
  ],
  rowRule: ({ jaar = '' }) =>
    jaar === '' || /^(19|2\d)\d{2}$/.test(jaar)
      ? []
      : [{ column: 'jaar', message: `"${jaar}" is geen jaar. Schrijf vier cijfers, bijvoorbeeld 2022.` }],
}

export const lineFile: PackFile = {
  file: 'uitvraag_regels.csv',
  means: 'De cijfers van een uitvraag: wat er precies geteld wordt, in welke eenheid, en wie het cijfer heeft.',
  table: 'datacalls.lines',
  columns: [
    code('De code van de regel.'),
    text('uitvraag', 'call', 'De uitvraag.', { required: true, refers: 'uitvragen.csv' }),
    integer('volgnummer', 'seq', 'De plaats in de uitvraag.', { required: true }),
    text('blok', 'block', 'Het kopje waar de regel onder staat.', { required: true }),
    text('titel', 'title', 'Het gevraagde cijfer.', { required: true }),
    text('eenheid', 'unit', 'De eenheid.', { required: true }),
    text('definitie', 'definition', 'Wat er geteld wordt.', { required: true }),
    text('telregel', 'counting_rule', 'Hoe er geteld wordt, waar dat verschil maakt.'),
    text('houder', 'holder', 'De organisatie die het cijfer heeft, invult en ondertekent.', {
      required: true,
      refers: 'organisaties.csv',
    }),
    dayColumn('uiterlijk', 'due', 'Een andere dag dan die van de uitvraag.'),
    text('indicator', 'indicator', 'De indicator waar het cijfer bij hoort.', { refers: 'indicatoren.csv' }),
    text('meting', 'measurement', 'De meting, als een bron het antwoord al gaf; dan wordt niemand gevraagd.', {
      refers: 'metingen.csv',
    }),
    text('onherleidbaar', 'unresolved_value', 'De plek die een bron leeg liet.', {
      refers: 'onherleidbare_waarden.csv',
    }),
    list(
      'delen',
      'uitvraag_regels.csv',
      { table: 'datacalls.line_parts', owner: 'line', value: 'part' },
      'De regels die samen precies deze regel moeten zijn.',
    ),
    text('noot', 'note', 'Wat een lezer nog moet weten.'),
    sources,
  ],
  rowRule: ownPart,
}

function ownPart({ code = '', delen = '' }: Cells): CellFault[] {
  return delen.split(';').includes(code)
    ? [{ column: 'delen', message: `De regel ${code} kan geen deel van zichzelf zijn.` }]
    : []
}
