import { code, type PackFile, sources, text } from '../../platform/pack/pack-file'

export const groundFile: PackFile = {
  file: 'woo_gronden.csv',
  means: 'De gronden waarom een agendapunt of bijlage besloten kan zijn: een korte lijst van artikelen van de Woo.',
  table: 'meetings.grounds',
  columns: [
    code('De code van de grond.'),
    text('artikel', 'article', 'Het artikel van de Wet open overheid.', { required: true }),
    text('woorden', 'words', 'Waar het artikel over gaat, in gewone woorden.', { required: true }),
    sources,
  ],
}
