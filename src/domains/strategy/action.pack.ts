import {
  choice,
  code,
  decimal,
  integer,
  list,
  type PackFile,
  partyFiles,
  periodColumn,
  sources,
  text,
} from '../../platform/pack/pack-file'
import { tracks } from './action'

export const actionFile: PackFile = {
  file: 'acties.csv',
  means: 'Elke actie, afspraak, doelstelling en werkwijze uit de plannen.',
  table: 'strategy.actions',
  columns: [
    code('De code van de actie.'),
    text('plan', 'plan', 'Het plan.', { required: true, refers: 'plannen.csv' }),
    text('programma', 'programme', 'Het programma.', { required: true, refers: 'programmas.csv' }),
    text('project', 'project', 'Het onderdeel binnen het programma.'),
    choice('spoor', 'track', tracks, 'Het spoor waarin het plan de actie zet.'),
    text('titel', 'title', 'Wat er is afgesproken.', { required: true }),
    text('trekker', 'lead', 'Wie de actie trekt.', { required: true, refers: partyFiles }),
    list(
      'deelnemers',
      partyFiles,
      { table: 'strategy.action_participants', owner: 'action', value: 'party' },
      'Wie meedoen.',
    ),
    list(
      'gebieden',
      'gebieden.csv',
      { table: 'strategy.action_areas', owner: 'action', value: 'area' },
      'De gebieden waar de actie voor geldt.',
    ),
    periodColumn('klaar', 'due', 'Wanneer het klaar moet zijn; zonder datum de periode van het plan.', {
      required: true,
    }),
    decimal('doel_waarde', 'target_value', 'Het getal dat is afgesproken.'),
    text('doel_eenheid', 'target_unit', 'De eenheid daarvan.'),
    list(
      'indicatoren',
      'indicatoren.csv',
      { table: 'strategy.action_indicators', owner: 'action', value: 'indicator' },
      'De indicatoren die de actie noemt.',
    ),
    text('belofte', 'promise', 'De eerste actie die hetzelfde belooft, als twee hoofdstukken het herhalen.', {
      refers: 'acties.csv',
    }),
    sources,
  ],
}

export const resultFile: PackFile = {
  file: 'resultaten.csv',
  means: 'Wat de plannen terugkijkend melden.',
  table: 'strategy.results',
  columns: [
    code('De code van het resultaat.'),
    text('plan', 'plan', 'Het plan waarin het gemeld wordt.', { required: true, refers: 'plannen.csv' }),
    integer('jaar', 'result_year', 'Het jaar waar het over gaat.', { required: true }),
    text('programma', 'programme', 'Het programma.', { required: true, refers: 'programmas.csv' }),
    text('project', 'project', 'Het onderdeel binnen het programma.'),
    text('titel', 'title', 'Wat er is bereikt of niet bereikt.', { required: true }),
    text('trekker', 'lead', 'Wie het trok.', { required: true, refers: partyFiles }),
    list(
      'gebieden',
      'gebieden.csv',
      { table: 'strategy.result_areas', owner: 'result', value: 'area' },
      'De gebieden waar het over gaat.',
    ),
    decimal('waarde', 'value', 'Het getal.'),
    text('eenheid', 'unit', 'De eenheid.'),
    text('indicator', 'indicator', 'De indicator.', { refers: 'indicatoren.csv' }),
    sources,
  ],
}

export const matrixFile: PackFile = {
  file: 'matrix.csv',
  means: 'Welke partner aan welk thema van een districtsplan meedoet.',
  table: 'strategy.matrix_cells',
  columns: [
    code('De code van de cel.'),
    text('district', 'district', 'Het district.', { required: true, refers: 'gebieden.csv' }),
    text('thema', 'theme', 'Het thema.', { required: true }),
    text('partner', 'partner', 'De partner, of een district als het om alle partners samen gaat.', {
      required: true,
      refers: [...partyFiles, 'gebieden.csv'],
    }),
    choice('deelname', 'participates', ['ja', 'nee', 'onbekend'], 'Doet de partner mee?'),
    text('startpositie', 'start_position', 'Waar de partner begint.'),
    text('grond', 'ground', 'Hoe wij dit weten.', { required: true }),
    text('noot', 'note', 'Wat een lezer nog moet weten.'),
    sources,
  ],
}

/** Which file holds the codes of each kind of link end. */
const linkFiles: Readonly<Record<string, string>> = {
  indicator: 'indicatoren.csv',
  prioriteit: 'prioriteiten.csv',
  plan: 'plannen.csv',
  programma: 'programmas.csv',
  actie: 'acties.csv',
  resultaat: 'resultaten.csv',
}
const linkKinds = Object.keys(linkFiles)

export const linkFile: PackFile = {
  file: 'koppelingen.csv',
  means: 'Verbanden in de keten die geen kolom al geeft, elk met de grond: de bron zegt het, of wij leiden het af.',
  table: 'strategy.links',
  columns: [
    code('De code van het verband.'),
    choice('van_soort', 'from_kind', linkKinds, 'Wat het begin is.'),
    text('van', 'from_code', 'De code van het begin.', { required: true }),
    choice('naar_soort', 'to_kind', linkKinds, 'Wat het eind is.'),
    text('naar', 'to_code', 'De code van het eind.', { required: true }),
    choice('grond', 'ground', ['bron', 'afgeleid'], 'Zegt de bron het, of leiden wij het af?'),
    text('reden', 'reason', 'Bij afgeleid: waarom dit over hetzelfde onderwerp gaat.'),
    sources,
  ],
  rowRule: (cells, codesOf) => [
    ...(['van', 'naar'] as const)
      .filter((end) => !codesOf(linkFiles[cells[`${end}_soort`] ?? ''] ?? '').has(cells[end] ?? ''))
      .map((end) => ({ column: end, message: `De code ${cells[end]} bestaat niet als ${cells[`${end}_soort`]}.` })),
    ...(cells.grond === 'afgeleid' && !cells.reden
      ? [{ column: 'reden', message: 'Een afgeleid verband heeft een reden nodig.' }]
      : []),
    ...(cells.grond === 'bron' && !cells.bron
      ? [{ column: 'bron', message: 'Een verband met de grond bron heeft een bronregel nodig.' }]
      : []),
  ],
}
