import { choice, code, dayColumn, list, type PackFile, text } from '../../platform/pack/pack-file'
import { roles } from './post'

export const examplePostFile: PackFile = {
  file: 'voorbeeldpersonen.csv',
  means: 'Functies om het product mee te proberen. Ze bestaan alleen in de voorbeeldstand, en dragen geen namen.',
  table: 'identity.example_posts',
  columns: [
    code('De code van deze functie.'),
    text('persoon', 'person', 'Wie de functie heeft: rijen met dezelfde persoon zijn één mens met meer functies.', {
      required: true,
    }),
    text('functie', 'title', 'De functie, zonder naam van een mens.', { required: true }),
    text('organisatie', 'organisation', 'De organisatie.', { required: true, refers: 'organisaties.csv' }),
    choice('rol', 'role', roles, 'Wat deze persoon in het product mag.'),
    list(
      'gebieden',
      'gebieden.csv',
      { table: 'identity.example_post_areas', owner: 'example_post', value: 'area' },
      'De gebieden van de functie; leeg = die van de organisatie.',
    ),
    dayColumn('geldig_van', 'valid_from', 'De eerste dag van de functie.', { required: true }),
    dayColumn('geldig_tot', 'valid_to', 'De eerste dag dat de functie voorbij is; leeg = loopt nog.'),
  ],
}
