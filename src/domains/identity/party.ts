/** Whoever can lead or take part in something: an organisation, a governance body or a working group. */
export const partyKinds = ['organisatie', 'gremium', 'werkgroep'] as const
export type PartyKind = (typeof partyKinds)[number]

export type Party = { readonly code: string; readonly kind: PartyKind; readonly name: string }

const pages: Readonly<Record<PartyKind, string>> = {
  organisatie: '/organisaties',
  gremium: '/gremia',
  werkgroep: '/werkgroepen',
}

/** The page of a party, by what it is. */
export function partyAddress({ code, kind }: Pick<Party, 'code' | 'kind'>): string {
  return `${pages[kind]}/${encodeURIComponent(code)}`
}
