import { type Cube, observationColumns } from './cube'
import type { SetRow } from './sets'

/** The types of a dataset as CSDL (OData v4, `$metadata`), for clients that want to know them beforehand. */
export function metadataText(cube: Cube, sets: ReadonlyMap<string, readonly SetRow[]>): string {
  const small = [...sets].map(([name, rows]) => {
    const row = rows[0] ?? {}
    return entity(
      name,
      'Id' in row ? 'Id' : 'Identifier',
      Object.entries(row).map(([column, value]) => [column, typeOf(value)]),
    )
  })
  const observation = observationColumns(cube).map((column): [string, string] => [
    column,
    column === 'Id' ? 'Edm.Int64' : column === 'Value' ? 'Edm.Double' : 'Edm.String',
  ])
  const names = [...sets.keys(), 'Observations']
  const contained = names.map((name) => `<EntitySet Name="${name}" EntityType="Cijfers.${name}Type"/>`)
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>',
    '<Schema Namespace="Cijfers" xmlns="http://docs.oasis-open.org/odata/ns/edm">',
    ...small,
    entity('Observations', 'Id', observation),
    `<EntityContainer Name="Container">${contained.join('')}</EntityContainer>`,
    '</Schema></edmx:DataServices></edmx:Edmx>',
  ].join('\n')
}

function entity(set: string, key: string, columns: readonly (readonly [string, string])[]): string {
  const properties = columns.map(
    ([name, type]) => `<Property Name="${name}" Type="${type}"${name === key ? ' Nullable="false"' : ''}/>`,
  )
  return `<EntityType Name="${set}Type"><Key><PropertyRef Name="${key}"/></Key>${properties.join('')}</EntityType>`
}

function typeOf(value: SetRow[string]): string {
  if (typeof value === 'boolean') return 'Edm.Boolean'
  return typeof value === 'number' ? 'Edm.Int32' : 'Edm.String'
}
