import type { Publication } from '../opendata/publication'
import type { CodeOf, Cube, Dimension, GroupOf } from './cube'
import type { Value } from './filter'

export type SetRow = Readonly<Record<string, Value | boolean>>
/** What a dataset is found in and published by. */
export type Holder = {
  readonly catalogue: string
  readonly title: string
  readonly description: string
  readonly homepage: string
  readonly publication: Publication
}

/** The catalogue that holds the datasets, as `Catalogs` gives it. */
export const catalogueRow = ({ catalogue, title, description, homepage, publication }: Holder): SetRow => ({
  Identifier: catalogue,
  Index: 1,
  Title: title,
  Description: description,
  Publisher: publication.publisher.name,
  Language: 'nl',
  License: publication.licence.uri,
  Homepage: homepage,
  Authority: publication.publisher.uri,
  ContactPoint: publication.contact.email ?? publication.contact.website,
})

/** A dataset in a list of datasets; `propertiesOf` says more. */
export const datasetRow = (identifier: string, cube: Cube, observationCount: number, holder: Holder): SetRow => ({
  Identifier: identifier,
  Title: cube.title,
  Description: cube.description,
  Language: 'nl',
  Catalog: holder.catalogue,
  Version: cube.modified,
  VersionNotes: '',
  VersionReason: '',
  Status: cube.status,
  Modified: cube.modified,
  ObservationsModified: cube.modified,
  ObservationCount: observationCount,
  DatasetType: 'Numeric',
})

export const propertiesOf = (identifier: string, cube: Cube, observationCount: number, holder: Holder): SetRow => ({
  ...datasetRow(identifier, cube, observationCount, holder),
  Summary: cube.description,
  Source: cube.source,
  Frequency: cube.frequency,
  TemporalCoverage: cube.period,
  License: holder.publication.licence.uri,
  Publisher: holder.publication.publisher.name,
  ContactPoint: holder.publication.contact.email ?? holder.publication.contact.website,
  MeasureCount: cube.measures.length,
})

/** The small sets of a dataset, by name, in the order of its service document; `Observations` and `Properties` stand apart. */
export function setsOf(cube: Cube): ReadonlyMap<string, readonly SetRow[]> {
  return new Map([
    ['MeasureGroups', groupRows(cube.measureGroups)],
    ['MeasureCodes', measureRows(cube)],
    ['Dimensions', cube.dimensions.map(dimensionRow)],
    ...cube.dimensions.flatMap((dimension): [string, SetRow[]][] => [
      [`${dimension.identifier}Groups`, groupRows(dimension.groups)],
      [`${dimension.identifier}Codes`, dimension.codes.map((code, at) => codeRow(code, at, dimension))],
    ]),
  ])
}

const measureRows = ({ measures }: Cube): SetRow[] =>
  measures.map((measure, at) => ({
    Identifier: measure.identifier,
    Index: at + 1,
    Title: measure.title,
    Description: measure.description,
    MeasureGroupId: measure.group,
    DataType: measure.decimals === 0 ? 'Long' : 'Double',
    Unit: measure.unit,
    Format: '',
    Decimals: measure.decimals,
    PresentationType: 'Absolute',
  }))

const dimensionRow = ({ identifier, title, description, kind }: Dimension, at: number): SetRow => ({
  Identifier: identifier,
  Index: at + 1,
  Title: title,
  Description: description,
  Kind: kind,
  ContainsGroups: true,
  ContainsCodes: true,
  CodesUrl: `${identifier}Codes`,
  GroupsUrl: `${identifier}Groups`,
})

const codeRow = (code: CodeOf, at: number, { kind }: Dimension): SetRow => ({
  Identifier: code.identifier,
  Index: at + 1,
  Title: code.title,
  Description: code.description ?? '',
  DimensionGroupId: code.group,
  ...(kind === 'TimeDimension' ? { Status: code.status ?? '' } : {}),
})

const groupRows = (groups: readonly GroupOf[]): SetRow[] =>
  groups.map(({ id, title, parent }, at) => ({
    Id: id,
    Index: at + 1,
    Title: title,
    Description: '',
    ParentId: parent ?? null,
  }))
