/**
 * The categories of the Woo in the value list of TOOI (`scw_woo_informatiecategorieen`, version 4), in the order in which the Woo index
 * numbers them: articles 3.3 and, last, 3.1.
 */
const terms = [
  'c_139c6280',
  'c_aab6bfc7',
  'c_759721e2',
  'c_40a05794',
  'c_89ee6784',
  'c_8c840238',
  'c_c76862ab',
  'c_db4862c3',
  'c_3a248e3a',
  'c_99a836c7',
  'c_8fc2335c',
  'c_c6cd1213',
  'c_cf268088',
  'c_3baef532',
  'c_fdaee95e',
  'c_46a81018',
  'c_a870c43d',
  'c_816e508d',
]
const root = 'https://identifier.overheid.nl/tooi/def/thes/kern/'

/** The number the Woo index gives a category, as `009`; null of what is no category of the list. */
export function wooNumber(uri: string): string | null {
  const at = uri.startsWith(root) ? terms.indexOf(uri.slice(root.length)) : -1
  return at === -1 ? null : String(at + 1).padStart(3, '0')
}
