import type { Area } from './area'

/** A municipality's place on the tile map; columns and rows count from 1, north is up. */
export type Tile = {
  readonly area: string
  readonly name: string
  readonly shortName: string
  readonly column: number
  readonly row: number
  /** The district that outlines it. */
  readonly district: string
  readonly districtName: string
}

/** Municipalities that belong together on a day, by name; `district` is null for those whose district no source says. */
export type MunicipalityGroup = { readonly district: Area | null; readonly municipalities: readonly Area[] }

/** That one area ended and another took it in, or will. */
export type AreaChange = {
  readonly code: string
  readonly kind: 'samenvoeging' | 'overgang'
  readonly from: { readonly code: string; readonly name: string }
  readonly to: { readonly code: string; readonly name: string }
  readonly effectiveOn: string
  readonly state: 'vastgesteld' | 'aangekondigd'
  readonly note: string | null
  readonly sources: readonly string[]
}

/** An area that another is part of, and how we know. */
export type Whole = {
  readonly code: string
  readonly name: string
  readonly kind: Area['kind']
  readonly division: string
  readonly ground: string | null
}

/** The page of an area: municipalities and districts have their own. */
export function areaAddress({ code, kind }: Pick<Area, 'code' | 'kind'>): string {
  if (kind === 'gemeente') return `/gemeenten/${code}`
  if (kind === 'district') return `/districten/${code}`
  return kind === 'regio' ? '/' : `/gebieden/${code}`
}
