import { code, integer, type PackFile, sources, text } from '../../platform/pack/pack-file'

export const yearTaskFile: PackFile = {
  file: 'jaarkalender.csv',
  means:
    'Wat elk jaar terugkomt: in welke maand wat klaar moet zijn, door wie en voor wie. Geen datums: die staan bij vergaderingen.',
  table: 'meetings.year_tasks',
  columns: [
    code('De code van de regel.'),
    integer('maand', 'month', 'De maand, 1 tot en met 12.', { required: true }),
    text('wat', 'what', 'Wat er klaar moet zijn of gebeurt.', { required: true }),
    text('door', 'by_whom', 'Wie het doet.', { required: true }),
    text('aan', 'to_whom', 'Voor wie het is.', { required: true }),
    text('gremium', 'body', 'Het gremium dat het krijgt, als dat er een is.', { refers: 'gremia.csv' }),
    sources,
  ],
  rowRule: ({ maand = '' }) =>
    /^([1-9]|1[0-2])$/.test(maand) || maand === ''
      ? []
      : [{ column: 'maand', message: 'Schrijf een maand van 1 tot en met 12.' }],
}
