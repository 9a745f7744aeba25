import { choice, code, integer, type PackFile, text, yesNo } from '../../platform/pack/pack-file'
import { exampleSeasons } from './crime-type'

export const crimeTypeFile: PackFile = {
  file: 'misdrijfsoorten.csv',
  means: 'De soorten misdrijven die de politie telt, met onze uitleg.',
  table: 'crime.types',
  columns: [
    code('De code die de politie gebruikt; 0.0.0 is alles samen.'),
    text('naam', 'name', 'De naam in gewone woorden.', { required: true }),
    text('uitleg', 'explanation', 'Wat er wordt geteld, in één zin.', { required: true }),
    yesNo('per_maand', 'is_published_monthly', 'Publiceert de politie deze soort apart per maand?', { required: true }),
    yesNo('door_controle', 'follows_police_effort', 'Hangt het aantal vooral af van hoeveel de politie controleert?', {
      required: true,
    }),
    integer(
      'voorbeeld_aantal',
      'example_rate',
      'Voor voorbeeldcijfers: verzonnen aantal per jaar per 100.000 inwoners.',
      {
        required: true,
      },
    ),
    choice('voorbeeld_seizoen', 'example_season', exampleSeasons, 'Voor voorbeeldcijfers: wanneer er de meeste zijn.'),
  ],
}

export const crimeTypeIndicatorFile: PackFile = {
  file: 'misdrijfsoort_cijfers.csv',
  means: 'Welke misdrijfsoort hetzelfde telt als een cijfer van de coalitie, en wat het verschil is.',
  table: 'crime.type_indicators',
  columns: [
    code('De code van deze regel.'),
    text('misdrijfsoort', 'type', 'De misdrijfsoort.', { required: true, refers: 'misdrijfsoorten.csv' }),
    text('cijfer', 'indicator', 'Het cijfer van de coalitie.', { required: true, refers: 'indicatoren.csv' }),
    text('verschil', 'difference', 'Wat de twee anders tellen.', { required: true }),
  ],
}

export const exampleSizeFile: PackFile = {
  file: 'voorbeeldomvang.csv',
  means: 'Voor voorbeeldcijfers: ongeveer hoe groot een gemeente is. Een orde van grootte, geen gegeven.',
  table: 'crime.example_sizes',
  columns: [
    { ...code('De code van de gemeente.', 'area'), refers: ['gebieden.csv'] },
    integer('inwoners_ongeveer', 'inhabitants', 'Ongeveer het aantal inwoners.', { required: true }),
  ],
}
