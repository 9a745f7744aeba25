import { choice, code, integer, type PackFile, sources, text, validity } from '../../platform/pack/pack-file'
import { ruleParties, rulePers } from './composition-rule'

export const compositionRuleFile: PackFile = {
  file: 'samenstellingsregels.csv',
  means: 'Wie er in een gremium horen te zitten, als regel. Een afwijking is geen fout; zij krijgt een reden.',
  table: 'governance.composition_rules',
  columns: [
    code('De code van de regel.'),
    text('gremium', 'body', 'Het gremium.', { required: true, refers: 'gremia.csv' }),
    text('functie', 'role', 'De functie die er zit.', { required: true }),
    choice('partij', 'party', ruleParties, 'Het soort organisatie dat de zetel bezet.'),
    choice('per', 'per', rulePers, 'Eén keer in het overleg, of voor elke gemeente of elk district van het gebied.'),
    integer('aantal', 'seat_count', 'Hoeveel zetels.', { required: true }),
    ...validity,
    text('noot', 'note', 'Wat een lezer nog moet weten.'),
    sources,
  ],
  rowRule: ({ partij, per, aantal = '' }) => [
    ...(per !== 'overleg' && partij !== 'gemeente'
      ? [{ column: 'per', message: 'Alleen van gemeenten kan er een zetel per gemeente of per district zijn.' }]
      : []),
    ...(/^0+$/.test(aantal) ? [{ column: 'aantal', message: 'Schrijf ten minste 1.' }] : []),
  ],
}
