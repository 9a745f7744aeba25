/** Who answers by mail how the actions stand, and who with a phone: ten organisations that lead some. */
export const byMail = ['RIEC-MN', 'ZVH', 'PVO-MN', 'BN-MN', 'POL-MN'] as const
export const byPhone = ['POL-DROC', 'OM-MN', 'GM0307', 'POL-DIGI', 'HU'] as const

/** Everybody in the story: who, function, organisation, role. */
export const people: readonly (readonly [string, string, string, string])[] = [
  ...[...byMail, ...byPhone].map((code) => [code, 'Adviseur', code, 'adviseur'] as const),
  ['bureau', 'Programmamanager', 'RVS', 'programmamanager'],
  ['collega', 'Adviseur', 'RVS', 'adviseur'],
  ['burgemeester', 'Burgemeester', 'GM0321', 'bestuurder'],
  ['beheer', 'Functioneel beheerder', 'RVS', 'functioneel-beheerder'],
]

export const mailOf = (who: string): string => `${who.toLowerCase()}@partners.example`
