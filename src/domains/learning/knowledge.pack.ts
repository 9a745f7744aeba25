import { apart, choice, code, integer, list, type PackFile, sources, text } from '../../platform/pack/pack-file'

export const termFile: PackFile = {
  file: 'begrippen.csv',
  means: 'De woorden van het veld, uitgelegd.',
  table: 'learning.terms',
  columns: [
    code('De naam van het begrip in de programmacode.'),
    text('term', 'term', 'Het begrip.', { required: true }),
    text('soort', 'kind', 'Het soort begrip.', { required: true }),
    text('voluit', 'expansion', 'Een afkorting voluit.'),
    text('uitleg', 'explanation', 'Wat het betekent.'),
    text('uitleg_en', 'explanation_en', 'Wat het betekent, in het Engels.'),
    text('noot', 'note', 'Wat een lezer nog moet weten.'),
    sources,
  ],
}

export const knowledgeFile: PackFile = {
  file: 'kennis.csv',
  means: 'Kennis en interventies: wat er is, en wie het gebruikt.',
  table: 'learning.knowledge_items',
  columns: [
    code('De code.'),
    text('titel', 'title', 'De titel.', { required: true }),
    text('soort', 'kind', 'Het soort.', { required: true }),
    text('thema', 'theme', 'Het onderwerp.'),
    text('doelgroep', 'target_group', 'Voor wie het is.'),
    list(
      'gebruikt_door',
      ['gebieden.csv', 'organisaties.csv'],
      { table: 'learning.knowledge_item_users', owner: 'knowledge_item', value: 'used_by' },
      'De gebieden waar het gebruikt wordt, als een bron dat zegt.',
    ),
    text('jaar', 'year', 'Het jaar.'),
    choice('stand', 'state', ['in gebruik', 'afgerond', 'gepland', 'proef', 'voorbeeld'], 'Hoe ver het is.'),
    sources,
  ],
}

export const eventFile: PackFile = {
  file: 'bijeenkomsten.csv',
  means: 'Bijeenkomsten, trainingen en conferenties.',
  table: 'learning.events',
  columns: [
    code('De code.'),
    text('titel', 'title', 'De titel.', { required: true }),
    text('soort', 'kind', 'Het soort.', { required: true }),
    text('thema', 'theme', 'Het onderwerp.'),
    text('datum', 'held_on', 'De dag of de periode.'),
    choice(
      'datum_precisie',
      'held_on_precision',
      ['dag', 'maand', 'kwartaal', 'halfjaar', 'jaar', 'terugkerend'],
      'Hoe precies die is.',
    ),
    apart(
      'plaats',
      { table: 'learning.event_places', owner: 'event', value: 'place' },
      'Waar het was; alleen voor professionals.',
    ),
    integer('aanwezigen', 'attendance', 'Hoeveel mensen er waren.'),
    text('organisator', 'organiser', 'Wie het organiseerde.'),
    text('publiek', 'audience', 'Voor wie het was.'),
    text('noot', 'note', 'Wat een lezer nog moet weten.'),
    sources,
  ],
}
