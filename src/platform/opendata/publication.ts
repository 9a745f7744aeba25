import { z } from 'zod'

/** The themes of the European list of data themes, by their code. */
const dataThemes = {
  ECON: 'Economie en financiën',
  GOVE: 'Overheid en publieke sector',
  JUST: 'Justitie, rechtsstelsel en openbare veiligheid',
  REGI: "Regio's en steden",
  SOCI: 'Bevolking en samenleving',
} as const

/** What a region pack may say of its publication and of where its partners look, in `regio.json`. What it does not say is not made up. */
export const publicationSchema = z.strictObject({
  uitgever: z
    .strictObject({ naam: z.string().min(1), tooi: z.url().optional(), website: z.url().optional() })
    .optional(),
  licentie: z.url().optional(),
  contact: z
    .strictObject({ naam: z.string().min(1), email: z.email().optional(), website: z.url().optional() })
    .optional(),
  dashboard: z.url({ protocol: /^https$/ }).optional(),
  themas: z
    .array(z.enum(['ECON', 'GOVE', 'JUST', 'REGI', 'SOCI']))
    .min(1)
    .optional(),
})
export type PublicationOfPack = z.infer<typeof publicationSchema>

// The registers of TOOI that the Woo index takes a publisher from.
const tooiOrganisation =
  /^https:\/\/identifier\.overheid\.nl\/tooi\/id\/(col|gemeente|ministerie|oorg|provincie|so|waterschap|zbo)\/[a-z]+\d+$/
/** Whether an address has the shape of an organisation in TOOI. Whether it is one, only the register knows. */
export const isTooiOrganisation = (uri: string) => tooiOrganisation.test(uri)

/** Who publishes, under which licence, and where to ask; every address is absolute. */
export type Publication = {
  readonly publisher: { readonly name: string; readonly uri: string; readonly website: string }
  /** `isChosen` is false when the region named none: then nothing is allowed that the law does not allow. */
  readonly licence: { readonly uri: string; readonly name: string; readonly isChosen: boolean }
  readonly contact: { readonly name: string; readonly email: string | null; readonly website: string }
  readonly themes: readonly { readonly uri: string; readonly name: string }[]
}

const licenceNames: Readonly<Record<string, string>> = {
  'https://creativecommons.org/publicdomain/zero/1.0/': 'CC0 1.0',
  'https://creativecommons.org/publicdomain/mark/1.0/': 'Publiek domein',
  'https://creativecommons.org/licenses/by/4.0/': 'CC BY 4.0: vrij te gebruiken, met naam van de maker',
  'https://creativecommons.org/licenses/by-sa/4.0/': 'CC BY-SA 4.0: vrij te gebruiken en op dezelfde manier te delen',
}
// The term that data.overheid.nl has for a data set without one.
const unknownLicence = 'http://standaarden.overheid.nl/owms/terms/licentieonbekend'
const themeRoot = 'http://publications.europa.eu/resource/authority/data-theme/'

/**
 * What the pack says, with what follows when it does not: the coalition publishes and answers, on this website. There is no
 * licence that follows: without one it is unknown, and said to be.
 */
export function publicationOf(
  said: PublicationOfPack,
  region: { readonly coalition: string },
  baseUrl: string,
): Publication {
  const about = `${baseUrl}/over`
  const { uitgever, licentie, contact, themas } = said
  return {
    publisher: {
      name: uitgever?.naam ?? region.coalition,
      uri: uitgever?.tooi ?? uitgever?.website ?? about,
      website: uitgever?.website ?? about,
    },
    licence: licentie
      ? { uri: licentie, name: licenceNames[licentie] ?? licentie, isChosen: true }
      : { uri: unknownLicence, name: 'Licentie onbekend', isChosen: false },
    contact: {
      name: contact?.naam ?? uitgever?.naam ?? region.coalition,
      email: contact?.email ?? null,
      website: contact?.website ?? uitgever?.website ?? about,
    },
    themes: (themas ?? ['JUST']).map((code) => ({ uri: `${themeRoot}${code}`, name: dataThemes[code] })),
  }
}
