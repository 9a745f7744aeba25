import { choice, code, list, type PackFile, sources, text, validity } from '../../platform/pack/pack-file'
import { organisationKinds } from './organisation'

export const organisationFile: PackFile = {
  file: 'organisaties.csv',
  means: 'Gemeenten, politie, OM en alle andere organisaties die iets trekken of eraan meedoen.',
  table: 'identity.organisations',
  party: 'organisatie',
  columns: [
    code('De code van de organisatie; bij een gemeente de CBS-code.'),
    text('naam', 'name', 'De naam.', { required: true }),
    choice('soort', 'kind', organisationKinds, 'Het soort organisatie.'),
    list(
      'gebieden',
      'gebieden.csv',
      { table: 'territory.organisation_areas', owner: 'organisation', value: 'area' },
      'De gebieden waar de organisatie voor werkt.',
    ),
    text('cbs', 'cbs_code', 'De CBS-code.'),
    text('tooi', 'tooi_uri', 'Het adres in het register van overheidsorganisaties (TOOI).'),
    ...validity,
    text('opvolger', 'successor', 'De organisatie die het werk overnam.', { refers: 'organisaties.csv' }),
    text('noot', 'note', 'Wat een lezer nog moet weten.'),
    sources,
    choice('staat_voor', 'stands_for', ['alle gemeenten'], 'Een verzamelnaam: wat deze trekt, bindt elke gemeente.', {
      required: false,
    }),
  ],
}
