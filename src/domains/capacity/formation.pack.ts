import { choice, code, dayColumn, integer, type PackFile, sources, text } from '../../platform/pack/pack-file'

export const formationFile: PackFile = {
  file: 'formatie.csv',
  means: 'De formatie van de politie in fte op een dag: wat is afgesproken, niet wie er is.',
  table: 'capacity.formation_rows',
  columns: [
    code('De code van de regel.'),
    text('organisatie', 'organisation', 'Het onderdeel.', { required: true, refers: 'organisaties.csv' }),
    dayColumn('peildatum', 'as_of', 'De dag waarop dit gold.', { required: true }),
    integer('operationeel', 'operational', 'Operationeel zonder aspiranten, in fte.', { required: true }),
    integer('aspiranten', 'trainees', 'Aspiranten, in fte.', { required: true }),
    integer('niet_operationeel', 'non_operational', 'Niet operationeel, in fte.', { required: true }),
    integer('totaal', 'total', 'Het totaal zoals het in de bron staat.', { required: true }),
    integer('som', 'sum_of_kinds', 'Onze eigen som van de drie soorten.', { required: true }),
    integer('verschil', 'difference', 'Het totaal min onze som: afronding in de bron.', { required: true }),
    choice('soort', 'kind', ['onderdeel', 'totaal', 'controle'], 'Onderdeel, totaal of onze controle.'),
    text('noot', 'note', 'Wat een lezer nog moet weten.'),
    sources,
  ],
}
