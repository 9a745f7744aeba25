import { choice, code, type PackFile, sources, text, yesNo } from '../../platform/pack/pack-file'
import { subjectsOfMandate } from './mandate'

export const mandateFile: PackFile = {
  file: 'mandaten.csv',
  means:
    'Wie wat mag wijzigen: een soort gremium met een besluit, een werkgroep, of de programmamanager van een bureau.',
  table: 'decisions.mandates',
  columns: [
    code('De code van het mandaat.'),
    choice('wat', 'what', subjectsOfMandate, 'Wat er gewijzigd mag worden.'),
    text('wie', 'who', 'De soort van het gremium, zoals in gremia.csv; of werkgroep, of programmamanager.', {
      required: true,
    }),
    yesNo('na_vaststelling', 'after_adoption', 'Geldt dit als het plan is vastgesteld, of juist daarvoor?', {
      required: true,
    }),
    text('grond', 'ground', 'Waar dit op rust.', { required: true }),
    sources,
  ],
}
