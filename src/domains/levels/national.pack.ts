import { choice, code, integer, list, type PackFile, sources, text } from '../../platform/pack/pack-file'

export const nationalFile: PackFile = {
  file: 'landelijke_agenda.csv',
  means: 'Wat de documenten van landelijke agenda’s noemen, en welke regionale prioriteit erbij hoort.',
  table: 'levels.national_items',
  columns: [
    code('De code van het landelijke punt.'),
    text('agenda', 'agenda', 'Hoe de agenda heet.', { required: true }),
    text('plan', 'plan', 'De agenda als plan, als die hier een plan is.', { refers: 'plannen.csv' }),
    text('titel', 'title', 'Waar het punt over gaat.', { required: true }),
    text('doel', 'goal', 'Het doel dat erbij staat, met eenheid en termijn.'),
    integer('periode_van', 'period_from', 'Het eerste jaar.'),
    integer('periode_tot', 'period_to', 'Het laatste jaar.'),
    list(
      'prioriteiten',
      'prioriteiten.csv',
      { table: 'levels.national_item_priorities', owner: 'item', value: 'priority' },
      'De regionale prioriteiten die hierover gaan.',
    ),
    choice('grond', 'ground', ['bron', 'afgeleid'], 'Zegt de bron dat, of leiden wij het af?', {}),
    text('reden', 'reason', 'Waarom die prioriteiten erbij horen.'),
    sources,
  ],
  rowRule: ({ prioriteiten, grond, reden }) =>
    prioriteiten && !(grond && reden)
      ? [{ column: 'grond', message: 'Wie een prioriteit noemt, zegt op welke grond en waarom.' }]
      : [],
}

export const namedPlanFile: PackFile = {
  file: 'lokale_plannen.csv',
  means: 'Veiligheidsplannen van gemeenten, basisteams en districten die de documenten alleen noemen.',
  table: 'levels.named_plans',
  columns: [
    code('De code van het genoemde plan.'),
    text('gebied', 'area', 'De gemeente, het basisteam of het district.', { required: true, refers: 'gebieden.csv' }),
    text('titel', 'title', 'Hoe het plan heet.', { required: true }),
    text('prioriteit', 'priority', 'De prioriteit die de bron ervan noemt.'),
    list(
      'prioriteiten',
      'prioriteiten.csv',
      { table: 'levels.named_plan_priorities', owner: 'plan', value: 'priority' },
      'De regionale prioriteiten die daarbij horen.',
    ),
    text('noot', 'note', 'Wat een lezer nog moet weten.'),
    sources,
  ],
}
