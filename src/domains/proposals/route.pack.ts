import { choice, code, integer, type PackFile, sources, text, validity } from '../../platform/pack/pack-file'
import { directions, modes, places } from './route'

export const routeFile: PackFile = {
  file: 'routes.csv',
  means: 'De routes van een voorstel: welke stappen het langsgaat, in welke periode, en wat daar gebeurt.',
  table: 'proposals.route_steps',
  columns: [
    code('De code van de stap.'),
    text('route', 'route', 'De code van de route: stappen met dezelfde code horen bij elkaar.', { required: true }),
    text('naam', 'name', 'De naam van de route.', { required: true }),
    choice('richting', 'direction', directions, 'Gaat het voorstel omhoog, omlaag of opzij?'),
    integer('volgorde', 'seq', 'De hoeveelste stap het is, vanaf 1.', { required: true }),
    choice('werkwijze', 'mode', modes, 'Wat er in deze stap gebeurt.'),
    choice('bij', 'before_whom', places, 'Bij wie het voorstel dan ligt.'),
    text('wie', 'who', 'Bij wie het dan ligt, in woorden.', { required: true }),
    text('gremium', 'body', 'Het gremium, als het bij een gremium ligt: alle overleggen daarvan tegelijk.', {
      refers: 'gremia.csv',
    }),
    ...validity,
    sources,
  ],
  rowRule: ({ volgorde = '', bij = '', gremium = '', werkwijze = '' }) => [
    ...(/^[1-9]\d*$/.test(volgorde) || volgorde === ''
      ? []
      : [{ column: 'volgorde', message: 'Schrijf een getal vanaf 1.' }]),
    ...((bij === 'gremium') === (gremium !== '')
      ? []
      : [{ column: 'gremium', message: 'Vul een gremium in als de stap bij een gremium ligt, en anders niet.' }]),
    ...((werkwijze === 'schriftelijk') === (bij === 'een-overleg')
      ? []
      : [{ column: 'werkwijze', message: 'Een schriftelijke stap is bij één overleg, en andersom.' }]),
  ],
}
