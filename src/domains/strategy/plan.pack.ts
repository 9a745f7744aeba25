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
import { planKinds } from './plan'

export const planFile: PackFile = {
  file: 'plannen.csv',
  means: 'Alle plannen die de bronnen noemen.',
  table: 'strategy.plans',
  columns: [
    code('De code van het plan.'),
    text('titel', 'title', 'De titel.', { required: true }),
    choice('soort', 'kind', planKinds, 'Het soort plan.'),
    integer('periode_van', 'period_from', 'Het eerste jaar.'),
    integer('periode_tot', 'period_to', 'Het laatste jaar.'),
    dayColumn('vastgesteld_op', 'adopted_on', 'De dag waarop het plan is vastgesteld.'),
    text('vastgesteld_door', 'adopted_by', 'Wie het plan vaststelde.', { refers: partyFiles }),
    text('strategie', 'strategy', 'De strategie waar het plan bij hoort.', { refers: 'strategieen.csv' }),
    text('document', 'document', 'Het brondocument van het plan.', { refers: 'documenten.csv' }),
    sources,
  ],
}

export const programmeFile: PackFile = {
  file: 'programmas.csv',
  means: "De thema's, programma's en projecten van een plan.",
  table: 'strategy.programmes',
  columns: [
    code('De code van het programma.'),
    text('plan', 'plan', 'Het plan.', { required: true, refers: 'plannen.csv' }),
    text('soort', 'kind', 'Het soort programma.', { required: true }),
    text('titel', 'title', 'De titel.', { required: true }),
    text('prioriteit', 'priority', 'De prioriteit waar het programma aan werkt.', { refers: 'prioriteiten.csv' }),
    text('trekker', 'lead', 'Wie het programma trekt.', { refers: partyFiles }),
    sources,
  ],
}
