import type { Config } from './config'
import { policeLoaders } from './domains/crime'
import { keyFigureLoaders, populationLoaders } from './domains/population'
import { boundaryLoaders } from './domains/territory'
import type { Database } from './platform/db/database'
import { openFeatures } from './platform/features/client'
import type { Loader } from './platform/load/loader'
import { openOData } from './platform/odata/client'

/** Everything that is loaded from elsewhere, each from the address of the settings and no other. */
export function loadersOf(
  db: Database,
  config: Pick<Config, 'FIGURES_URL' | 'INHABITANTS_URL' | 'BOUNDARIES_URL' | 'FIGURES_PACE'>,
  signal: AbortSignal,
): readonly Loader[] {
  const { FIGURES_URL, INHABITANTS_URL, BOUNDARIES_URL } = config
  const manners = { paceMs: config.FIGURES_PACE }
  return [
    ...policeLoaders(db, openOData(FIGURES_URL, manners, signal), FIGURES_URL),
    ...populationLoaders(db, openOData(INHABITANTS_URL, manners, signal), INHABITANTS_URL),
    ...keyFigureLoaders(db, openOData(INHABITANTS_URL, manners, signal), INHABITANTS_URL),
    ...boundaryLoaders(db, openFeatures(BOUNDARIES_URL, manners, signal), BOUNDARIES_URL),
  ]
}
