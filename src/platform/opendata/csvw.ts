import type { Column, ColumnType } from '../web/column'
import type { Publication } from './publication'

type Json = Record<string, unknown>

/** A table as it is published: what it is called, what it holds, and under which file name. */
export type PublishedTable = {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly columns: readonly Column[]
  /** Where the rows come from. */
  readonly source: string
  /** What a reader must know today, such as that the figures are made up; null when nothing. */
  readonly caution: string | null
}

/** Where the description of a CSV stands beside it, by the convention of CSV on the Web. */
export const metadataFile = (table: string) => `${table}.csv-metadata.json`

/** What a table holds, with what a reader must know first. */
export const withCaution = ({ description, caution }: Pick<PublishedTable, 'description' | 'caution'>) =>
  caution ? `${caution} ${description}` : description

const datatypes: Readonly<Record<ColumnType, unknown>> = {
  text: 'string',
  integer: 'integer',
  number: 'decimal',
  'yes-no': 'boolean',
  day: { base: 'date', format: 'yyyy-MM-dd' },
  moment: 'datetime',
}

/**
 * The metadata of a CSV (W3C, Metadata Vocabulary for Tabular Data): each column with title, description, datatype and unit.
 * `url` is where the CSV stands, relative to the metadata or absolute; `page` tells people the same.
 */
export function csvMetadata(
  table: PublishedTable,
  { url, page, publication }: { url: string; page: string; publication: Publication },
): Json {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'nl' }],
    url,
    'dc:title': table.title,
    'dc:description': withCaution(table),
    'dc:language': 'nl',
    'dc:publisher': { 'schema:name': publication.publisher.name, 'schema:url': { '@id': publication.publisher.uri } },
    'dc:license': { '@id': publication.licence.uri },
    'dc:source': table.source,
    'schema:url': { '@id': page },
    dialect: { encoding: 'utf-8', delimiter: ',', header: true, doubleQuote: true, lineTerminators: ['\r\n'] },
    tableSchema: { columns: table.columns.map(columnMetadata), primaryKey: 'code' },
  }
}

function columnMetadata(column: Column): Json {
  const { name, title, description, type, choices, isList, mayBeEmpty, unit } = column
  const fixed = choices && { base: 'string', format: `^(${choices.map(literally).join('|')})$` }
  return {
    name,
    titles: name,
    'dc:title': title,
    'dc:description': description,
    datatype: fixed ?? datatypes[type],
    ...(isList ? { separator: ';' } : { required: !mayBeEmpty }),
    ...(unit === null ? {} : { 'schema:unitText': typeof unit === 'string' ? unit : `zie de kolom ${unit.column}` }),
  }
}

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
