import { type CellFault, type Cells, code, dayColumn, type PackFile, text } from '../../platform/pack/pack-file'

export const roundFile: PackFile = {
  file: 'updaterondes.csv',
  means: 'De updaterondes: wanneer per kwartaal wordt gevraagd hoe de acties ervoor staan. Een ronde begint vanzelf.',
  table: 'progress.rounds',
  columns: [
    code('Het jaar en het kwartaal, bijvoorbeeld 2026-4.'),
    dayColumn('begint_op', 'begins_on', 'De dag waarop de ronde vanzelf begint.', { required: true }),
    dayColumn('eindigt_op', 'ends_on', 'De laatste dag: daarna werkt geen link meer.', { required: true }),
    text('noot', 'note', 'Wat een lezer nog moet weten.'),
  ],
  rowRule: (cells) => [...ofQuarter(cells), ...inOrder(cells)],
}

export const quietTimeFile: PackFile = {
  file: 'stille_tijden.csv',
  means: 'De tijden waarin niemand een mail over zijn acties krijgt: jaarwisseling, zomer en verkiezingen.',
  table: 'progress.quiet_times',
  columns: [
    code('De code van de stille tijd.'),
    text('naam', 'name', 'Hoe de tijd heet.', { required: true }),
    dayColumn('begint_op', 'begins_on', 'De eerste dag zonder mail.', { required: true }),
    dayColumn('eindigt_op', 'ends_on', 'De laatste dag zonder mail.', { required: true }),
    text('grond', 'ground', 'Waarom het dan stil is, en wie de dagen koos.', { required: true }),
  ],
  rowRule: inOrder,
}

function inOrder({ begint_op = '', eindigt_op = '' }: Cells): CellFault[] {
  return begint_op && eindigt_op && eindigt_op < begint_op
    ? [{ column: 'eindigt_op', message: `De laatste dag ${eindigt_op} ligt voor de eerste dag ${begint_op}.` }]
    : []
}

function ofQuarter({ code = '' }: Cells): CellFault[] {
  return /^\d{4}-[1-4]$/.test(code)
    ? []
    : [
        {
          column: 'code',
          message: `"${code}" is geen kwartaal. Schrijf het jaar en het kwartaal, bijvoorbeeld 2026-4.`,
        },
      ]
}
