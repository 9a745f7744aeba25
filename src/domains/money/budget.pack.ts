import { choice, code, decimal, integer, type PackFile, sources, text } from '../../platform/pack/pack-file'

export const budgetFile: PackFile = {
  file: 'begrotingsregels.csv',
  means: 'De begrotingen van de bureaus, regel voor regel, in euro.',
  table: 'money.budget_lines',
  columns: [
    code('De code van de regel.'),
    text('bureau', 'bureau', 'Het bureau.', { required: true, refers: 'organisaties.csv' }),
    integer('jaar', 'year', 'Het jaar.', { required: true }),
    choice('status', 'status', ['begroting', 'realisatie'], 'Begroot of uitgegeven.'),
    text('richting', 'direction', 'Baten, lasten, een totaal of een verschil.', { required: true }),
    text('blok', 'block', 'Het deel van de begroting.'),
    text('post', 'line', 'De post.', { required: true }),
    decimal('bedrag', 'amount', 'Het bedrag in euro; leeg = onleesbaar in de bron.'),
    decimal('fte', 'fte', 'Het aantal fte.'),
    text('stroom', 'stream', 'De geldstroom.'),
    text('gedrukt', 'printed', 'Het bedrag zoals het in de bron staat.'),
    choice('leesbaar', 'readable', ['ja', 'nee', 'deels'], 'Is het in de bron te lezen?'),
    text('noot', 'note', 'Wat een lezer nog moet weten.'),
    sources,
  ],
}
