import { type Catalogue, contactId, type Standard } from './dataset'
import { inDutch, literal, type Node, to } from './graph'

const authority = 'http://publications.europa.eu/resource/authority'
export const language = `${authority}/language/NLD`
export const openToAll = `${authority}/access-right/PUBLIC`
export const fileType = (code: string) => `${authority}/file-type/${code}`
export const mediaType = (name: string) => `https://www.iana.org/assignments/media-types/${name}`

/** What a catalogue points to and does not describe itself, each said what it is: the shapes ask for its class. */
export function thingsNamed(catalogue: Catalogue): Node[] {
  const { baseUrl, page, publication, datasets, services } = catalogue
  const { publisher, licence, themes } = publication
  const forms = datasets.flatMap((dataset) => dataset.forms)
  const standards = [...forms.map(({ schema }) => schema), ...services.map(({ standard }) => standard)]
  const pages = [page, ...datasets.map((dataset) => dataset.page)].map((one) => `${baseUrl}${one}`)
  // Whatever has an address is a resource; a validator that does not reason wants to read it.
  const addresses = [
    ...forms.map(({ path }) => path),
    ...services.flatMap(({ endpoint, endpointDescription }) => [endpoint, endpointDescription]),
  ].map((path) => `${baseUrl}${path}`)
  const concept = (uri: string, name: string): Node => ({
    '@id': uri,
    '@type': 'skos:Concept',
    'skos:prefLabel': inDutch(name),
  })
  return [
    { '@id': publisher.uri, '@type': 'foaf:Agent', 'foaf:name': inDutch(publisher.name) },
    contactNode(catalogue),
    { '@id': licence.uri, '@type': 'dct:LicenseDocument', 'dct:title': inDutch(licence.name) },
    { '@id': language, '@type': 'dct:LinguisticSystem', 'skos:prefLabel': inDutch('Nederlands') },
    { '@id': openToAll, '@type': 'dct:RightsStatement', 'skos:prefLabel': inDutch('openbaar') },
    ...themes.map(({ uri, name }) => concept(uri, name)),
    ...once(standards, ({ uri }) => uri).map(standardNode),
    ...once(pages, (one) => one).map((one): Node => ({ '@id': one, '@type': 'foaf:Document' })),
    ...once(addresses, (one) => one).map((one): Node => ({ '@id': one, '@type': 'rdfs:Resource' })),
    ...once(forms, (form) => form.mediaType).map(
      (form): Node => ({ '@id': mediaType(form.mediaType), '@type': 'dct:MediaType' }),
    ),
    ...once(forms, (form) => form.fileType).map(
      (form): Node => ({ '@id': fileType(form.fileType), '@type': 'dct:MediaTypeOrExtent' }),
    ),
  ]
}

const standardNode = ({ uri, name }: Standard): Node => ({
  '@id': uri,
  '@type': 'dct:Standard',
  'dct:title': inDutch(name),
})

function contactNode(catalogue: Catalogue): Node {
  const { name, email, website } = catalogue.publication.contact
  return {
    '@id': contactId(catalogue),
    '@type': 'vcard:Kind',
    'vcard:fn': literal(name),
    ...(email ? { 'vcard:hasEmail': to(`mailto:${email}`) } : {}),
    'vcard:hasURL': to(website),
  }
}

function once<T>(things: readonly T[], key: (thing: T) => string): T[] {
  return [...new Map(things.map((thing) => [key(thing), thing])).values()]
}
