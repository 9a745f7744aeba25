import { choice, code, type PackFile, sources, text } from '../../platform/pack/pack-file'
import { wooNumber } from './woo'

export const wooCategoryFile: PackFile = {
  file: 'woo_categorieen.csv',
  means:
    'Onder welke informatiecategorie van de Woo elke soort publicatie valt, zoals de regio het leest, en hoe zij wordt bewaard.',
  table: 'publications.woo_categories',
  columns: [
    code('De soort publicatie: besluit, agenda, rapportage, verantwoording, nota of correctie.'),
    text('categorie', 'label', 'De informatiecategorie, zoals de waardelijst van TOOI haar noemt.', { required: true }),
    text('tooi', 'uri', 'Het adres van de categorie in de waardelijst van TOOI.', { required: true }),
    text('artikel', 'article', 'Het artikel van de Wet open overheid.', { required: true }),
    choice(
      'waardering',
      'valuation',
      ['B', 'V'],
      'B: blijvend te bewaren, V: niet; leeg zolang de regio niet koos.',
      {},
    ),
    text('selectielijst', 'selection_list', 'De selectielijst waar de waardering uit volgt.'),
    sources,
  ],
  rowRule: ({ tooi, waardering, selectielijst }) => [
    ...(wooNumber(tooi ?? '')
      ? []
      : [
          {
            column: 'tooi',
            message: 'Dit is geen categorie van de waardelijst. Kies het adres van een van de achttien.',
          },
        ]),
    ...((waardering === '') === (selectielijst === '')
      ? []
      : [{ column: 'waardering', message: 'Vul de waardering en de selectielijst allebei in, of geen van beide.' }]),
  ],
}
