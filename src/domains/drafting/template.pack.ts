import { choice, code, integer, type PackFile, sources, text } from '../../platform/pack/pack-file'
import { draftKinds } from './draft'

export const templateFile: PackFile = {
  file: 'plansjablonen.csv',
  means: 'De hoofdstukken die een soort plan meestal heeft: daarmee begint wie een plan maakt.',
  table: 'drafting.templates',
  columns: [
    code('De code van het hoofdstuk.'),
    choice('plansoort', 'kind', draftKinds, 'Het soort plan.'),
    integer('volgnummer', 'seq', 'De plaats in het plan.', { required: true }),
    text('afkorting', 'short', 'Het eind van de code van het programma, in hoofdletters.', { required: true }),
    text('titel', 'title', 'De titel van het hoofdstuk.', { required: true }),
    text('soort', 'programme_kind', 'Het soort programma.', { required: true }),
    text('prioriteit', 'priority', 'De prioriteit waar het aan werkt.', { refers: 'prioriteiten.csv' }),
    sources,
  ],
  rowRule: ({ afkorting = '' }) =>
    /^[A-Z0-9]{1,8}$/.test(afkorting)
      ? []
      : [{ column: 'afkorting', message: 'Een afkorting is ten hoogste acht hoofdletters of cijfers.' }],
}
