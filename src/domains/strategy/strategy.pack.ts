import {
  choice,
  code,
  dayColumn,
  integer,
  type PackFile,
  partyFiles,
  sources,
  text,
} from '../../platform/pack/pack-file'
import { priorityStates } from './priority'

export const strategyFile: PackFile = {
  file: 'strategieen.csv',
  means: 'De veiligheidsstrategieën van vier jaar.',
  table: 'strategy.strategies',
  columns: [
    code('De code van de strategie.'),
    text('titel', 'title', 'De titel.', { required: true }),
    integer('periode_van', 'period_from', 'Het eerste jaar.', { required: true }),
    integer('periode_tot', 'period_to', 'Het laatste jaar.', { required: true }),
    text('motto', 'motto', 'Het motto.'),
    text('doel', 'goal', 'Het doel.'),
    dayColumn('vastgesteld_op', 'adopted_on', 'De dag waarop de strategie is vastgesteld.'),
    text('vastgesteld_door', 'adopted_by', 'Wie de strategie vaststelde.', { refers: partyFiles }),
    text('voorganger', 'predecessor', 'De strategie ervoor.', { refers: 'strategieen.csv' }),
    integer('gemeenten', 'municipality_count', 'Het aantal gemeenten dat meedeed.'),
    text('stand_noot', 'status_note', 'Wat er over de stand te zeggen is.'),
    sources,
  ],
  rowRule: ({ code, voorganger }) =>
    voorganger && voorganger === code
      ? [{ column: 'voorganger', message: 'Een strategie is niet haar eigen voorganger.' }]
      : [],
}

export const priorityFile: PackFile = {
  file: 'prioriteiten.csv',
  means: 'De prioriteiten van een strategie.',
  table: 'strategy.priorities',
  columns: [
    code('De code van de prioriteit.'),
    text('strategie', 'strategy', 'De strategie.', { required: true, refers: 'strategieen.csv' }),
    integer('volgnummer', 'seq', 'De plaats in de rij.', { required: true }),
    text('titel', 'title', 'De titel.', { required: true }),
    choice('soort', 'kind', ['prioriteit', 'ondersteunend'], 'Prioriteit, of steun aan de andere.'),
    text('doel', 'goal', 'Het doel.'),
    text('groep', 'lead_group', 'De groep die de prioriteit trekt.', { refers: partyFiles }),
    sources,
  ],
}

export const priorityStateFile: PackFile = {
  file: 'prioriteit_standen.csv',
  means: 'Het leven van een prioriteit: actief, volgend, reactief, overgedragen of afgesloten.',
  table: 'strategy.priority_states',
  columns: [
    code('De code van deze regel.'),
    text('prioriteit', 'priority', 'De prioriteit.', { required: true, refers: 'prioriteiten.csv' }),
    choice('stand', 'state', priorityStates, 'De stand.'),
    dayColumn('van', 'valid_from', 'De eerste dag van deze stand.', { required: true }),
    dayColumn('tot', 'valid_to', 'De eerste dag dat deze stand niet meer geldt.'),
    text('reden', 'reason', 'Waarom.'),
    sources,
  ],
}

export const focusLineFile: PackFile = {
  file: 'focuslijnen.csv',
  means: 'De lijnen waarlangs een prioriteit of strategie werkt.',
  table: 'strategy.focus_lines',
  columns: [
    code('De code van de lijn.'),
    text('strategie', 'strategy', 'De strategie.', { required: true, refers: 'strategieen.csv' }),
    text('prioriteit', 'priority', 'De prioriteit, als de lijn daarbij hoort.', { refers: 'prioriteiten.csv' }),
    text('soort', 'kind', 'Het soort lijn.', { required: true }),
    integer('volgnummer', 'seq', 'De plaats in de rij.', { required: true }),
    text('titel', 'title', 'De titel.', { required: true }),
    sources,
  ],
}

export const trendFile: PackFile = {
  file: 'trends.csv',
  means: 'De trends die voor een strategie zijn verzameld.',
  table: 'strategy.trends',
  columns: [
    code('De code van de trend.'),
    text('inventarisatie', 'inventory', 'De inventarisatie waar de trend in staat.', { required: true }),
    integer('volgnummer', 'seq', 'De plaats in de rij.', { required: true }),
    text('titel', 'title', 'De trend.', { required: true }),
    sources,
  ],
}
