import type { PublishedTable } from './csvw'
import type { Publication } from './publication'

/** A standard that data or a service keeps to. */
export type Standard = { readonly uri: string; readonly name: string }
/** A way to ask for rows. Addresses are from the root of the website. */
export type Service = {
  readonly code: string
  readonly title: string
  readonly description: string
  readonly endpoint: string
  readonly endpointDescription: string
  readonly standard: Standard
}
/** A table in one form: a file to take, or where a service gives its rows. */
export type Form = {
  readonly code: string
  readonly title: string
  readonly path: string
  /** By the registers of IANA and of the European Union. */
  readonly mediaType: string
  readonly fileType: string
  readonly schema: Standard
  /** The code of the service that gives it. */
  readonly service: string
}
/** What a dataset of the catalogue is: a table, or all of them together. */
export type Dataset = Pick<PublishedTable, 'name' | 'title' | 'description' | 'caution'> & {
  /** The page people read about it. */
  readonly page: string
  readonly forms: readonly Form[]
}
export type Catalogue = {
  readonly baseUrl: string
  readonly title: string
  readonly description: string
  /** The page of the whole catalogue. */
  readonly page: string
  readonly publication: Publication
  readonly datasets: readonly Dataset[]
  readonly services: readonly Service[]
}

// Things of a catalogue are known by the page that tells of them.
export const datasetId = ({ baseUrl }: Catalogue, { page }: Dataset) => `${baseUrl}${page}#dataset`
export const formId = ({ baseUrl }: Catalogue, { page }: Dataset, code: string) => `${baseUrl}${page}#${code}`
export const serviceId = ({ baseUrl, page }: Catalogue, code: string) => `${baseUrl}${page}#dienst-${code}`
export const contactId = ({ baseUrl, page }: Pick<Catalogue, 'baseUrl' | 'page'>) => `${baseUrl}${page}#contact`
